"""Tells open pages which topics a commit has changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Changes(QObject):
    """``publish`` may be called from any thread; ``topics_changed`` arrives on the window's own."""

    topics_changed = Signal(object)

    def publish(self, topics: frozenset[str]) -> None:
        """Say that these topics changed; a drawer calls this after every commit."""
        self.topics_changed.emit(topics)

"""A window at rest: tests that measure where something stands wait for this, however slow the computer is."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

ROUNDS = 100


def settled(window: QWidget) -> None:
    """Let Qt lay out until nothing in this window moves any more."""
    before: list[QRect] = []
    for _round in range(ROUNDS):
        QApplication.processEvents()
        after = [each.geometry() for each in window.findChildren(QWidget)]
        if after == before:
            return
        before = after
    raise AssertionError("the window never comes to rest")

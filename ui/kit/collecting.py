"""Looks for garbage on the window's own thread, between two events, and nowhere else (see ``app.kernel.garbage``)."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from app.kernel.garbage import collect_due, take_over

EVERY = 1_000  # milliseconds


class Collector(QObject):
    """Takes Python's collecting over for as long as the program runs; ``parent`` is the application."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        take_over()
        clock = QTimer(self)
        clock.timeout.connect(collect_due)
        clock.start(EVERY)

"""A class list that is dropped anywhere on the window goes to where class lists are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

LISTS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".xml", ".htm", ".html", ".edex"})
_DRAGGED = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


class ListDrop(QObject):
    """Watches a window; a page that takes files itself (evidence, forms) gets them before this does."""

    def __init__(self, window: QWidget, is_free: Callable[[], bool], take: Callable[[Path], object]) -> None:
        super().__init__(window)
        self._is_free, self._take = is_free, take
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in {*_DRAGGED, QEvent.Type.Drop} or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        path = dropped_list(event) if self._is_free() else None
        if path is None:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self._take(path))  # the drag has to end before a page opens
        return True


def dropped_list(event: QDropEvent) -> Path | None:
    """The one file that is dragged, if its name is that of a list."""
    urls = event.mimeData().urls()
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
    return path if path is not None and path.suffix.lower() in LISTS else None

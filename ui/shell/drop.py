"""A class list that is dropped anywhere on the window goes to where class lists are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from app.kernel.texts import _

LISTS = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".txt", ".xml", ".htm", ".html", ".edex"})
_DRAGGED = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove})


class ListDrop(QObject):
    """Watches a window; a page that takes files itself (evidence, forms) gets them before this does.

    ``refuse`` gets the sentence about a file that is no list: a file that silently goes nowhere is looked for.
    """

    def __init__(
        self,
        window: QWidget,
        is_free: Callable[[], bool],
        take: Callable[[Path], object],
        refuse: Callable[[str], object],
    ) -> None:
        super().__init__(window)
        self._is_free, self._take, self._refuse = is_free, take, refuse
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in {*_DRAGGED, QEvent.Type.Drop} or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        paths = dropped_files(event) if self._is_free() else ()
        if not paths:
            event.ignore()
            return True
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            QTimer.singleShot(0, self, lambda: self._receive(paths))  # the drag has to end before a page opens
        return True

    def _receive(self, paths: tuple[Path, ...]) -> None:
        if len(paths) > 1:
            self._refuse(_("Sleep één bestand tegelijk hierheen."))
        elif paths[0].suffix.lower() in LISTS:
            self._take(paths[0])
        else:
            said = _(
                "{name} is geen klassenlijst. Sleep een lijst uit uw schoolsysteem hierheen: Excel, CSV of EDEXML. "
                "Een foto of document voegt u toe op de pagina waar het bij hoort."
            )
            self._refuse(said.format(name=paths[0].name))


def dropped_files(event: QDropEvent) -> tuple[Path, ...]:
    """The files that are dragged; empty when something else is among them."""
    urls = event.mimeData().urls()
    return tuple(Path(url.toLocalFile()) for url in urls) if all(url.isLocalFile() for url in urls) else ()

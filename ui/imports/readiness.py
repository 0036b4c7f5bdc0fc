"""Keeps a reading process ready while the wizard is on the screen: it is loaded before somebody has found the file."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from app.imports.service import Imports
from ui.kit.jobs import Jobs


class Readiness(QObject):
    """Watches the wizard come and go."""

    def __init__(self, page: QWidget, imports: Imports, jobs: Jobs) -> None:
        super().__init__(page)
        self._page, self._imports, self._jobs = page, imports, jobs
        page.installEventFilter(self)

    def renew(self) -> None:
        """The process that was ready has read its file; the next one may read it again, or another."""
        if self._page.isVisible():
            self._jobs.render(self._imports.prepare, owner=self, done=lambda _none: None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show:
            self.renew()
        elif event.type() is QEvent.Type.Hide:
            self._imports.rest()
        return super().eventFilter(watched, event)

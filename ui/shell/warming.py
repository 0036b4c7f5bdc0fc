"""Opens, unseen, a small school that lies in memory only, while the user still types the passphrase.

Python, SQLAlchemy and Qt do much when they first meet a statement, a font, a style rule or an icon: here that is
before anybody waits.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize

from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from app.application import Meldboek
    from ui.shell.window import Shell


class Warming(QObject):
    """Goes when the school in memory was drawn once, or when a real one is open."""

    def __init__(self, parent: QObject, jobs: Jobs, size: QSize, is_wanted: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._jobs, self._size, self._is_wanted = jobs, size, is_wanted
        self._meldboek: Meldboek | None = None
        self._shell: Shell | None = None

    def begin(self) -> None:
        """Play the school on the lane, then open it here."""
        self._jobs.run(_rehearsed, owner=self, done=self._open, failed=lambda _error: self.deleteLater())

    def _open(self, meldboek: Meldboek) -> None:
        from ui.shell.window import opened  # noqa: PLC0415 - loaded just before, on the lane

        self._meldboek = meldboek
        if not self._is_wanted():
            self._let_go()
            return
        self._shell = opened(meldboek, self._jobs, Dialogs(), lambda _folder: None)
        self._shell.resize(self._size)
        if self._shell.first.is_loading:
            self._shell.first.once_answered(self._draw)
        else:
            self._draw()

    def _draw(self) -> None:
        if self._shell is not None:
            if self._is_wanted():
                self._shell.grab()
            self._shell.rest()
            self._shell.deleteLater()
        self._let_go()

    def _let_go(self) -> None:
        if self._meldboek is not None:
            self._jobs.run(self._meldboek.store.abandon, owner=self, done=lambda _none: self.deleteLater())


def _rehearsed() -> Meldboek:
    from app.kernel.clock import SystemClock  # noqa: PLC0415 - on the lane, after the loading
    from app.rehearsal import rehearse  # noqa: PLC0415

    return rehearse(SystemClock())

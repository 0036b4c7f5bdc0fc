"""What every page gets in its hands: the services, the lanes, the messages, the dialogs, the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.vault.keys.keyring import Role
from ui.kit.changes import Changes
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.kit.messages import Messages
from ui.kit.words import sentence_of

if TYPE_CHECKING:
    from app.application import Meldboek


def _nowhere(_page: str, _target: object | None = None) -> None:
    """A desk without a window goes nowhere."""


class Desk:
    """``go("cases", case_id)`` opens a page at a target; ``here`` names the page that is open as ``cases:12``.

    ``restart`` starts the program anew at the unlock window, after the store was closed. A desk can be set up for a
    ``role`` before its school is open; what a page does then is no more than be made.
    """

    def __init__(
        self,
        meldboek: Meldboek | None,
        jobs: Jobs | None = None,
        *,
        dialogs: Dialogs | None = None,
        messages: Messages | None = None,
        go: Callable[[str, object | None], None] = _nowhere,
        here: Callable[[], str] = str,
        restart: Callable[[], object] = str,
        role: Role = Role.DIRECTOR,
    ) -> None:
        self.jobs, self.dialogs = jobs or Jobs(), dialogs or Dialogs()
        self.changes, self.messages = Changes(), messages or Messages()
        self.go, self.here, self.restart, self.role = go, here, restart, role
        self._meldboek: Meldboek | None = None
        if meldboek is not None:
            self.open(meldboek)

    @property
    def meldboek(self) -> Meldboek:
        """The services of the open school. Raises RuntimeError as long as none is open."""
        if self._meldboek is None:
            raise RuntimeError("no school is open yet")
        return self._meldboek

    def open(self, meldboek: Meldboek) -> None:
        """Put the school that was opened on the desk."""
        self._meldboek, self.role = meldboek, meldboek.user.role
        self.jobs.on_error = lambda error: self.messages.error(sentence_of(error))
        self.jobs.takes_long.connect(self.dialogs.show_progress)
        for drawer in meldboek.store.drawers:
            drawer.listeners.append(self.changes.publish)

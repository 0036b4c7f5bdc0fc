"""What every page gets in its hands: the services, the lanes, the messages, the dialogs, the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ui.kit.changes import Changes
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.kit.messages import Messages
from ui.kit.words import sentence_of

if TYPE_CHECKING:
    from app.application import Meldboek


def _nowhere(_page: str, _target: object | None = None) -> None:
    """A desk without a window goes nowhere."""


@dataclass
class Desk:
    """``go("cases", case_id)`` opens a page at a target; ``here`` names the page that is open as ``cases:12``.

    ``restart`` starts the program anew at the unlock window, after the store was closed.
    """

    meldboek: Meldboek
    jobs: Jobs = field(default_factory=Jobs)
    changes: Changes = field(default_factory=Changes)
    messages: Messages = field(default_factory=Messages)
    dialogs: Dialogs = field(default_factory=Dialogs)
    go: Callable[[str, object | None], None] = _nowhere
    here: Callable[[], str] = str
    restart: Callable[[], object] = str

    def __post_init__(self) -> None:
        self.jobs.on_error = lambda error: self.messages.error(sentence_of(error))
        self.jobs.takes_long.connect(self.dialogs.show_progress)
        for drawer in self.meldboek.store.drawers:
            drawer.listeners.append(self.changes.publish)

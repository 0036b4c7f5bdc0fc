"""What can be done when a store does not open because of others or of its folder: ask for it, or read a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.clock import Clock
from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from app.vault.door import asking
from ui.kit.buttons import button
from ui.kit.jobs import Jobs
from ui.kit.labels import bare, label

if TYPE_CHECKING:
    from app.application import Meldboek

TRY_EVERY = 2_000  # milliseconds
TAKEN = frozenset({"vault.open_elsewhere", "vault.open_elsewhere_unknown"})
CLOSED_TO_US = "vault.no_rights"
Slot = Callable[[], object]


class WaysIn(QWidget):
    """``again`` tries to open once more; ``read`` opens a copy to read in. Ends with the card that holds it."""

    def __init__(self, folder: Path, error: MeldboekError, who: str, clock: Clock, jobs: Jobs) -> None:
        super().__init__()
        bare(self)
        self._folder, self._who, self._clock, self._jobs = folder, who, clock, jobs
        self.again: Slot = lambda: None
        self.read: Slot = lambda: None
        self.told = label("", "quiet", wrap=True)
        self.told.hide()
        self.ask_button = button(_("Vragen of ik erin mag"), "users", self.ask)
        self.ask_button.setVisible(error.code in TAKEN)
        words = _("Laatste reservekopie lezen") if error.code in TAKEN else _("Openen om te lezen")
        self.read_button = button(words, "eye", self._read)
        self._timer = QTimer(self, interval=TRY_EVERY)
        self._timer.timeout.connect(self.look)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 8, 0, 0)
        for made in (self.told, self.ask_button, self.read_button):
            inside.addWidget(made)

    def ask(self) -> None:
        """Let whoever has the store open know, and go in by itself as soon as it is free."""
        asking.ask(self._folder, self._who, self._clock)
        self.ask_button.hide()
        self.told.setText(
            _("Er is een bericht gestuurd. Zodra daar is vergrendeld, gaat Meldboek hier vanzelf open. U kunt wachten.")
        )
        self.told.show()
        self._timer.start()

    def look(self) -> None:
        """Try again when nobody has it any more."""
        folder = self._folder
        self._jobs.render(lambda: asking.is_free(folder), owner=self, done=lambda free: self._enter() if free else None)

    def _read(self) -> None:
        self.read()

    def _enter(self) -> None:
        self._timer.stop()
        asking.withdraw(self._folder)
        self.again()


def read_copy(folder: Path, code: str, user: str, passphrase: str, clock: Clock) -> Meldboek:
    """The newest backup of a store that is in use; or the store as it lies where nothing can be written."""
    from app.application import start  # noqa: PLC0415 - loaded on the lane while the user types
    from app.vault.copies import reading  # noqa: PLC0415

    opened = reading.open_newest if code in TAKEN else reading.open_as_it_lies
    store = opened(folder, user, passphrase, clock)
    try:
        return start(store)
    except BaseException:
        store.abandon()
        raise

"""What can be asked on the card of one pupil: take back, mend, let end, and the papers that belong to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.consents.answers.history import ConsentCard, HistoryLine
from app.kernel.names import full
from ui.consents.card import CardView
from ui.consents.form_paper import save_consent_form
from ui.consents.mending import expiry_sheet, mending_sheet
from ui.consents.prints import Prints
from ui.consents.scans import save_scan
from ui.consents.withdrawal import withdrawal_sheet
from ui.kit.desk import Desk


class CardActs:
    """Carries out what the card asks, but for entering an answer: that is done beside the matrix."""

    def __init__(self, desk: Desk, owner: QWidget, card: CardView, prints: Prints) -> None:
        self._desk, self._owner = desk, owner
        card.withdrawal_wanted.connect(self.withdraw)
        card.expiry_wanted.connect(self.expire)
        card.mend_wanted.connect(self.mend)
        card.scan_wanted.connect(lambda event_id: save_scan(desk, owner, event_id))
        card.history_wanted.connect(lambda shown: prints.history(shown.pupil.id, full(shown.pupil.name)))
        card.form_wanted.connect(lambda shown, language: save_consent_form(desk, owner, shown, language))
        card.publication_wanted.connect(lambda number: desk.go("consents", ("publications", number)))

    def withdraw(self, pupil_id: int) -> None:
        """Somebody takes consent back."""
        self._with_card(pupil_id, lambda card: self._desk.dialogs.open(withdrawal_sheet(self._desk, card)))

    def expire(self, card: ConsentCard) -> None:
        """A yes ends, for a reason of the school's."""
        purposes = [each.purpose for each in card.purposes]
        self._desk.dialogs.open(expiry_sheet(self._desk, card.pupil.id, card.pupil.name, purposes))

    def mend(self, line: HistoryLine, card: ConsentCard) -> None:
        """An event of the history was typed wrong, or turns out not to be valid."""
        self._desk.dialogs.open(mending_sheet(self._desk, line, card.shorts))

    def _with_card(self, pupil_id: int, then: Callable[[ConsentCard], object]) -> None:
        consents = self._desk.meldboek.consents
        self._desk.jobs.run(lambda: consents.card(pupil_id), owner=self._owner, done=then)

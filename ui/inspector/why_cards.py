"""Why the school calls, and about which of the six subjects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from app.inspector.rules import Domain, Reason
from app.inspector.texts import REASONS
from app.kernel.texts import _
from app.protocol.rules import Domain as Subject
from ui.kit.card import Card
from ui.kit.chips import Chips


class ReasonCard(Card):
    """One of three reasons; the first brings the duties of article 4a with it."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Waarom u belt"))
        self.body.setSpacing(2)
        self._group = QButtonGroup(self)
        self._buttons: dict[Reason, QRadioButton] = {}
        for reason in Reason:
            made = QRadioButton(_(REASONS[reason]))
            made.setAccessibleName(_(REASONS[reason]))
            made.clicked.connect(lambda _on=False, each=reason: self.chosen.emit(each))
            self._group.addButton(made)
            self._buttons[reason] = made
            self.add(made)

    def value(self) -> Reason:
        """The chosen reason."""
        return next((reason for reason, made in self._buttons.items() if made.isChecked()), Reason.VOLUNTARY)

    def set_value(self, reason: Reason) -> None:
        """Choose without telling anyone."""
        self._buttons[reason].setChecked(True)


class DomainCard(Card):
    """The six subjects of the inspector as chips."""

    def __init__(self, subjects: Sequence[Subject]) -> None:
        super().__init__(_("Domein"))
        self.chips = Chips([(Domain(subject.code), subject.label) for subject in subjects])
        self.chips.setAccessibleName(_("Domein"))
        self.add(self.chips)

    def value(self) -> Domain | None:
        """The chosen subject."""
        chosen = self.chips.value()
        return chosen if isinstance(chosen, Domain) else None

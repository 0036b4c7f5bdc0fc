"""Of which kind the part of each person is: one choice per person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.cases.beside.category_lines import CategoryLine, offered
from app.cases.lines import InvolvementLine
from app.kernel.texts import _
from app.protocol.rules import Bound
from ui.cases.words import kind_options
from ui.kit.fields import ChoiceField, Field
from ui.kit.labels import bare, label
from ui.kit.layouts import column, row


class AboutField(Field):
    """The value is a tuple of pairs: the id of an involvement, and the code of a kind or nothing."""

    def __init__(self, parties: Sequence[InvolvementLine], kinds: Sequence[CategoryLine]) -> None:
        inside, lines = bare(QWidget()), column(gap=6)
        inside.setLayout(lines)
        super().__init__(inside)
        self.choices: dict[int, ChoiceField] = {}
        for party in parties if kinds else ():
            fitting = offered(kinds, _side(party), party.category)
            choice = ChoiceField(kind_options(fitting), party.category or None, blank=_("waarover (mag leeg)"))
            choice.set_name(_("Waarover, {name}").format(name=party.name))
            choice.changed.connect(self.changed)
            self.choices[party.id] = choice
            line = row(label(party.name, wrap=True), choice, gap=12)
            line.setStretch(0, 2)
            line.setStretch(1, 3)
            lines.addLayout(line)

    def value(self) -> tuple[tuple[int, str], ...]:
        return tuple((party, choice.value() or "") for party, choice in self.choices.items())

    def set_value(self, value: Any) -> None:
        for party, code in value or ():
            self.choices[party].set_value(code or None)

    def set_name(self, name: str) -> None:
        """Each choice has its own name."""


def _side(party: InvolvementLine) -> Bound | None:
    if party.task_holder:
        return Bound.EMPLOYEE
    return Bound.PUPIL if party.is_pupil else None

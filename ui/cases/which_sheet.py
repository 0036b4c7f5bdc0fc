"""Of several persons: for whom? One button and one key each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from app.cases.lines import InvolvementLine
from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.rows import PersonRow
from ui.kit.sheet import Sheet

MOST_KEYS = 9


class WhichSheet(Sheet):
    """``chosen`` gets the id of the person; 1 is the first of them, 2 the second."""

    def __init__(self, parties: Sequence[InvolvementLine], chosen: Callable[[int], object]) -> None:
        super().__init__(_("Voor wie is de maatregel?"), width=520, scrolls=len(parties) > MOST_KEYS)
        self._persons = [party.person_id for party in parties if party.person_id is not None]
        self._chosen = chosen
        keys = min(len(self._persons), MOST_KEYS)
        self.body.addWidget(label(_("Kies met een toets: 1 tot en met {n}.").format(n=keys), "secondary", wrap=True))
        self.choices: list[QPushButton] = []
        for number, party in enumerate(parties, start=1):
            text = f"{number}" if number <= MOST_KEYS else _("Kies")
            choose = button(text, "", partial(self._choose, number), "secondary")
            choose.setAccessibleName(_("{number}: {name}").format(number=number, name=party.name))
            self.choices.append(choose)
            made = row(choose, PersonRow(party.name, party.detail), gap=10)
            made.setStretch(1, 1)
            self.body.addWidget(holder(made))
        self.add_button(_("Annuleren"), self.dismiss)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if typed.isdecimal() and 1 <= int(typed) <= min(len(self._persons), MOST_KEYS):
            self._choose(int(typed))
        else:
            super().keyPressEvent(event)

    def _choose(self, number: int) -> None:
        self.close_sheet()
        self._chosen(self._persons[number - 1])

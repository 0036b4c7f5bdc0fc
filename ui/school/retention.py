"""Bewaartermijnen: what may go this year, how long what is kept, and what was destroyed."""

from __future__ import annotations

from typing import ClassVar

import shiboken6
from PySide6.QtWidgets import QPushButton, QStackedWidget

from app.kernel.texts import N_, _, ngettext
from app.protocol.rules import Retention
from app.retention.lines import DestructionLine, OfferLine
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.header import Header
from ui.kit.labels import label
from ui.kit.table import Column, Table
from ui.school import words
from ui.school.disposal import Destroyed, Proposal
from ui.school.section import Section

PROPOSAL, TERMS, DESTROYED = "proposal", "terms", "destroyed"
Lines = tuple[tuple[OfferLine, ...], tuple[DestructionLine, ...]]


class RetentionSection(Section):
    """Nothing goes by itself: what is proposed is chosen and confirmed by the leadership."""

    key: ClassVar[str] = "retention"
    label: ClassVar[str] = N_("Bewaartermijnen")
    icon: ClassVar[str] = "hourglass"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._disposal = desk.meldboek.disposal
        self.stack = QStackedWidget()
        self.table = _terms_table()
        self.table.set_lines(desk.meldboek.protocol.retention)
        self.button: QPushButton | None = None
        self.views: dict[str, int] = {}
        tabs = [(TERMS, _("Termijnen"))]
        if self._disposal is not None:
            self.proposal = Proposal(desk, self._disposal, self.read)
            self.proofs = Destroyed(desk)
            self.proposal.chosen_changed.connect(self._count)
            self.views = {PROPOSAL: self.stack.addWidget(self.proposal)}
            tabs = [(PROPOSAL, _("Wat weg mag")), *tabs, (DESTROYED, _("Vernietigd"))]
        card = Card()
        card.add(self.table)
        card.add(label(_("Meldboek vernietigt nooit iets in stilte."), "secondary"))
        self.views[TERMS] = self.stack.addWidget(card)
        if self._disposal is not None:
            self.views[DESTROYED] = self.stack.addWidget(self.proofs)
        self.tabs = Chips(tabs, value=tabs[0][0])
        self.tabs.chosen.connect(self.turn)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.stack, 1)

    def fetch(self) -> Lines:
        if self._disposal is None:
            return (), ()
        self._disposal.finish()  # what was cut short, by a power failure for one
        return self._disposal.offer(), self._disposal.done()

    def show_lines(self, lines: Lines) -> None:
        if self._disposal is not None:
            self.proposal.show_lines(lines[0])
            self.proofs.show_lines(lines[1])

    def verbs(self, header: Header) -> None:
        if self._disposal is not None:
            self.button = header.add_button(_("Vernietigen"), "trash-2", self.proposal.carry_out, primary=True)
            self._count(len(self.proposal.chosen))

    def turn(self, view: object) -> None:
        """Show the proposal, the terms, or what was destroyed."""
        self.tabs.set_value(view)
        self.stack.setCurrentIndex(self.views[str(view)])

    def _count(self, number: int) -> None:
        if self.button is not None and shiboken6.isValid(self.button):  # the header may show another section now
            told = ngettext("{n} onderdeel vernietigen", "{n} onderdelen vernietigen", number)
            self.button.setText(told if number else _("Vernietigen"))
            self.button.setEnabled(bool(number))


def _terms_table() -> Table:
    return Table(
        (
            Column(_("Wat"), lambda line: line.label, detail=lambda line: line.note),
            Column(_("Hoe lang"), words.how_long, 240, detail=_since),
            Column(_("Daarna"), lambda line: _(words.BEHAVIOURS[line.behaviour]), 300, detail=_source),
        ),
        name=_("Bewaartermijnen"),
        key=lambda line: line.code,
    )


def _since(line: Retention) -> str:
    return _("na {moment}").format(moment=_(words.ANCHORS[line.anchor]))


def _source(line: Retention) -> str:
    return _("bron: {source}").format(source=line.source)

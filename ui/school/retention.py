"""How long what is kept, from when, and what happens then: a table to read, with its sources."""

from __future__ import annotations

from typing import ClassVar

from app.kernel.texts import N_, _
from app.protocol.rules import Retention
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.labels import label
from ui.kit.table import Column, Table
from ui.school import words
from ui.school.section import Section


class RetentionSection(Section):
    """Nothing is destroyed here; a proposal comes later and always asks."""

    key: ClassVar[str] = "retention"
    label: ClassVar[str] = N_("Bewaartermijnen")
    icon: ClassVar[str] = "hourglass"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = Table(
            (
                Column(_("Wat"), lambda line: line.label, detail=lambda line: line.note),
                Column(_("Hoe lang"), words.how_long, 240, detail=_since),
                Column(_("Daarna"), lambda line: _(words.BEHAVIOURS[line.behaviour]), 300, detail=_source),
            ),
            name=_("Bewaartermijnen"),
            key=lambda line: line.code,
        )
        self.table.set_lines(desk.meldboek.protocol.retention)
        card = Card()
        card.add(self.table)
        card.add(label(_("Meldboek vernietigt nooit iets in stilte."), "secondary"))
        self.body.addWidget(card)


def _since(line: Retention) -> str:
    return _("na {moment}").format(moment=_(words.ANCHORS[line.anchor]))


def _source(line: Retention) -> str:
    return _("bron: {source}").format(source=line.source)

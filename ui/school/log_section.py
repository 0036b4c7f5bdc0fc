"""The log: who did what and when, in both drawers, in Dutch words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from app.kernel.formats import short_time
from app.kernel.texts import N_, _
from app.vault.audit import AuditLine
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.fields import SearchField
from ui.kit.labels import label
from ui.kit.layouts import row
from ui.kit.table import Column, Table
from ui.school.actions import told
from ui.school.section import Section

NEWEST = 300


@dataclass(frozen=True)
class LogLine:
    """One line of one drawer; ``id`` is unique over both."""

    id: str
    at: datetime
    user: str
    what: str
    about: str
    drawer: str


class LogSection(Section):
    """The newest lines of both drawers; drafts are left out, they say nothing."""

    key: ClassVar[str] = "log"
    label: ClassVar[str] = N_("Logboek")
    icon: ClassVar[str] = "history"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.table = Table(
            (
                Column(_("Wanneer"), lambda line: short_time(line.at), 150, sort=lambda line: line.at),
                Column(_("Wie"), lambda line: line.user, 130),
                Column(_("Wat"), lambda line: line.what),
                Column(_("Waarover"), lambda line: line.about, 150),
                Column(_("Waar"), lambda line: line.drawer, 116),
            ),
            name=_("Logboek"),
        )
        find = SearchField(_("Zoek in het logboek"), 280)
        find.textChanged.connect(self.table.set_filter)
        card = Card()
        card.body.addLayout(row(find, 1))
        card.add(self.table)
        words = _(
            "Elke regel hangt aan de vorige. Wie een regel verandert of weghaalt, breekt de ketting; "
            "de controle op de opdrachtregel ziet dat."
        )
        card.add(label(words, "secondary", wrap=True))
        self.body.addWidget(card)

    def fetch(self) -> tuple[LogLine, ...]:
        names = {"register": _("administratie"), "casework": _("zaken")}
        lines = [
            _line(line, drawer.name, names[drawer.name])
            for drawer in self.desk.meldboek.store.drawers
            for line in drawer.log(NEWEST, with_changes=False)
            if not line.action.startswith("draft.")
        ]
        return tuple(sorted(lines, key=lambda line: line.at, reverse=True))

    def show_lines(self, lines: tuple[LogLine, ...]) -> None:
        self.table.set_lines(lines)


def _line(line: AuditLine, drawer: str, where: str) -> LogLine:
    what, about = told(line.action, line.subject)
    return LogLine(f"{drawer}:{line.number}", line.at, line.user, what, about, where)

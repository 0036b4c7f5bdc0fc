"""The protocol as tables to read: articles, both ladders, purposes, kinds of reports, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QTabBar

from app.kernel.texts import N_, _
from app.protocol.rules import Article, Protocol, Purpose, Rung
from app.protocol.version_rules import holds
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.labels import label
from ui.kit.layouts import row
from ui.kit.table import Column, Table
from ui.kit.tag import TagText
from ui.school import words
from ui.school.section import Section


class ProtocolSection(Section):
    """To read; the school adds and closes measures at Maatregelen. A chosen row is told in full under the table."""

    key: ClassVar[str] = "protocol"
    label: ClassVar[str] = N_("Protocol")
    icon: ClassVar[str] = "book-open"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.body.addLayout(row(self.tabs, 1))
        card = Card()
        card.add(self.stack)
        self.body.addWidget(card, 1)
        self.told = Card()
        self._words = label("", wrap=True, selectable=True)
        self.told.add(self._words)
        self.told.hide()
        self.body.addWidget(self.told)
        self.ladders: dict[str, Table] = {}
        self._add_tables(desk.meldboek.protocol)
        self.tabs.currentChanged.connect(self._turn)

    def fetch(self) -> Protocol:
        return self.desk.meldboek.ladders.protocol()

    def show_lines(self, lines: Protocol) -> None:
        """The ladders with what the school itself added, closed or merged."""
        for ladder in lines.ladders:
            self.ladders[ladder.code].set_lines(ladder.rungs)

    def _add_tables(self, protocol: Protocol) -> None:
        pupil, employee = protocol.ladder("pupil"), protocol.ladder("employee")
        self._add(_("Artikelen"), _articles(), protocol.articles, _tell_article)
        columns = _rungs(self.desk.meldboek.clock.today())
        for ladder in (pupil, employee):
            self.ladders[ladder.code] = self._add(ladder.label, columns, ladder.rungs, _tell_rung)
        self._add(_("Doelen van toestemming"), _purposes(), protocol.purposes, _tell_purpose)
        self._add(_("Soorten meldingen"), _categories(), protocol.categories, None)
        self._add(_("Hulp en telefoon"), _phones(), (*protocol.phones, *protocol.links), None)

    def _add(
        self,
        title: str,
        columns: Sequence[Column],
        lines: Sequence[Any],
        tell: Callable[[Any], tuple[str, str]] | None,
    ) -> Table:
        table = Table(columns, name=title, key=lambda line: line)
        table.set_lines(lines)
        if tell is not None:
            table.line_selected.connect(lambda line: self._tell(*tell(line)))
        self.tabs.addTab(title)
        self.stack.addWidget(table)
        return table

    def _tell(self, title: str, text: str) -> None:
        self.told.set_title(title)
        self._words.setText(text)
        self.told.show()

    def _turn(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self.told.hide()


def _articles() -> tuple[Column, ...]:
    return (
        Column(_("Artikel"), lambda line: line.code, 84, sort=lambda line: (line.code[0], int(line.code[1:]))),
        Column(_("Onderwerp"), lambda line: line.title),
        Column(_("Voor wie"), lambda line: _bound(line.binds)),
        Column(_("Tekst"), lambda line: line.text),
    )


def _rungs(today: date) -> tuple[Column, ...]:
    return (
        Column(_("Maatregel"), lambda line: line.label, 190),
        Column(_("Stand"), tag=lambda line: _standing(line, today), width=118),
        Column(_("Soort"), lambda line: _(words.NATURES[line.nature]), 120),
        Column(_("Wie besluit"), _deciders, 200),
        Column(_("Artikel"), lambda line: line.article, 70),
        Column(_("Bron"), lambda line: line.source),
    )


def _standing(rung: Rung, today: date) -> TagText | None:
    """Whether the school added this measure itself, or took it off the ladder."""
    if not holds(rung, today):
        return TagText(_("gesloten"), "neutral")
    return TagText(_("van de school"), "accent") if rung.is_own else None


def _purposes() -> tuple[Column, ...]:
    return (
        Column(_("Doel"), lambda line: line.label),
        Column(_("Wie ziet het"), lambda line: _(words.AUDIENCES[line.audience]), 170),
        Column(_("Welk ja is nodig"), lambda line: _(words.POLICIES[line.policy]), 220),
        Column(_("Aan"), lambda line: _("ja") if line.default_on else _("nee"), 60),
    )


def _categories() -> tuple[Column, ...]:
    return (
        Column(_("Soort melding"), lambda line: line.label),
        Column(_("Wie het kan doen"), lambda line: _bound(line.applies_to), 230),
        Column(_("Eerste inschatting"), lambda line: _(words.SEVERITIES[line.severity]), 150),
        Column(_("Artikel"), lambda line: line.article, 84),
    )


def _phones() -> tuple[Column, ...]:
    return (
        Column(_("Wie"), lambda line: line.title, 250),
        Column(_("Nummer of adres"), lambda line: getattr(line, "number", "") or getattr(line, "address", ""), 190),
        Column(_("Waarvoor"), lambda line: line.text),
    )


def _bound(bound: Sequence[Any]) -> str:
    return ", ".join(_(words.BOUND[each]) for each in bound)


def _deciders(rung: Rung) -> str:
    named = [_(words.ROLES[each]) for each in rung.deciders]
    told = _("{who} (met mandaat)") if rung.mandate and "director" in rung.deciders else "{who}"
    return told.format(who=", ".join(named))


def _tell_article(article: Article) -> tuple[str, str]:
    return f"{article.code}  {article.title}", article.text


def _tell_rung(rung: Rung) -> tuple[str, str]:
    required = "; ".join(requirement.label.lower() for requirement in rung.required)
    told = _("Nodig vóór het besluit: {items}.").format(items=required) if required else ""
    return rung.label, "\n".join(part for part in (told, rung.note) if part)


def _tell_purpose(purpose: Purpose) -> tuple[str, str]:
    return purpose.label, purpose.note or _("Geen bijzonderheden.")

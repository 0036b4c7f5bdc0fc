"""Before it goes wrong: who asked first, agreements, lessons and meetings, and the text for the newsletter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.cases.beside.lines import PreventionLine, QuestionLine
from app.cases.lines import CaseLine
from app.cases.rules import short_number
from app.cases.service import Cases
from app.cases.texts import word
from app.kernel.formats import short_date
from app.kernel.texts import _
from ui.cases import prevention_sheets
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.layouts import column, row
from ui.kit.sheet import Sheet
from ui.kit.table import Column, Table
from ui.kit.tag import TagText

Make = Callable[..., FormSheet]


@dataclass(frozen=True)
class PreventionLines:
    """What the view shows; no questions for who is not of the leadership."""

    questions: tuple[QuestionLine, ...]
    entries: tuple[PreventionLine, ...]


def read_prevention(cases: Cases, *, leads: bool) -> PreventionLines:
    """Read both lists; runs on the database lane."""
    return PreventionLines(cases.prevention.questions() if leads else (), cases.prevention.entries())


class PreventionView(QWidget):
    """Two lists under each other; ``changed`` after something was recorded."""

    changed = Signal()

    def __init__(self, desk: Desk, cases: Cases) -> None:
        super().__init__()
        self._desk, self._cases = desk, cases
        leads = desk.meldboek.user.role.leads
        self.entries = Table(_entry_columns(), empty=_no_entries(), name=_("Preventie"))
        self.questions = Table(_question_columns(), empty=_no_questions(), name=_("Vooraf gevraagd"))
        upper = self._card(_("Afspraken, lessen en bijeenkomsten"), _("Vastleggen"), self.record, self.entries)
        inside = column(upper, gap=18)
        self.entries.line_activated.connect(lambda line: self._open(prevention_sheets.entry_card(line)))
        self.questions.line_activated.connect(lambda line: self._open(prevention_sheets.question_card(line)))
        if leads:
            asked = self._card(
                _("Vooraf gevraagd aan de leiding (B4, B5)"), _("Vraag vastleggen"), self.ask, self.questions
            )
            inside.addWidget(asked)
        links = "  ·  ".join(f"{link.title}: {link.address}" for link in desk.meldboek.protocol.links if link.address)
        inside.addWidget(label(_("Hulp: {links}").format(links=links), "secondary", wrap=True, selectable=True))
        self.setLayout(inside)

    def show_lines(self, lines: PreventionLines) -> None:
        """Show these lists."""
        self.entries.set_lines(lines.entries)
        self.questions.set_lines(lines.questions)

    def record(self) -> None:
        """Record an agreement, a lesson or a meeting."""
        self._with_cases(prevention_sheets.record_sheet)

    def ask(self) -> None:
        """Record what an employee asked first, and the advice."""
        self._with_cases(prevention_sheets.question_sheet)

    def _with_cases(self, make: Make) -> None:
        """Read first to which cases it may belong."""
        made: Callable[[tuple[CaseLine, ...]], None] = lambda found: self._open(  # noqa: E731 - one expression
            make(self._desk, self._cases, found, self._done)
        )
        self._desk.jobs.run(self._cases.list, owner=self, done=made)

    def newsletter(self) -> None:
        """Show the text for the newsletter (A10), to copy."""
        meldboek = self._desk.meldboek
        work = partial(meldboek.wordings.newsletter, meldboek.school)
        self._desk.jobs.run(work, owner=self, done=self._show_newsletter)

    def _show_newsletter(self, text: str) -> None:
        sheet = Sheet(_("Tekst voor de nieuwsbrief"), width=640, scrolls=True)
        sheet.body.addWidget(label(text, wrap=True, selectable=True))
        sheet.add_button(_("Sluiten"), sheet.dismiss)
        sheet.add_button(_("Kopiëren"), lambda: self._copy(text), "primary")
        self._open(sheet)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._desk.messages.info(_("De tekst is gekopieerd. Plak hem in de nieuwsbrief."))

    def _card(self, title: str, verb: str, act: Any, table: Table) -> Card:
        card = Card(title)
        card.top.addWidget(button(verb, "plus", act, "quiet"))
        card.body.addLayout(row(table))
        return card

    def _open(self, sheet: Sheet) -> None:
        self._desk.dialogs.open(sheet)

    def _done(self, _result: object) -> None:
        self.changed.emit()


def _entry_columns() -> tuple[Column, ...]:
    return (
        Column(_("Wanneer"), text=lambda line: short_date(line.held_on), width=105, sort=lambda line: line.held_on),
        Column(_("Soort"), tag=lambda line: TagText(word("prevention", line.kind)), width=110),
        Column(_("Wat"), strong=lambda line: line.title, detail=lambda line: line.text.replace("\n", " ")),
        Column(_("Groep"), text=lambda line: line.groups, width=80),
        Column(_("Van buiten"), text=lambda line: line.speaker, width=120),
        Column(_("Zaak"), text=_case, width=75),
        Column(_("Vastgelegd door"), text=lambda line: line.by, width=125),
    )


def _question_columns() -> tuple[Column, ...]:
    return (
        Column(_("Wanneer"), text=lambda line: short_date(line.asked_on), width=105, sort=lambda line: line.asked_on),
        Column(_("Wie"), text=lambda line: line.who, width=150),
        Column(_("Waarom"), tag=lambda line: TagText(word("asked", line.kind)), width=120),
        Column(_("Vraag en advies"), strong=lambda line: line.question, detail=lambda line: line.advice),
        Column(_("Zaak"), text=_case, width=75),
        Column(_("Advies van"), text=lambda line: line.advised_by, width=125),
    )


def _case(line: PreventionLine | QuestionLine) -> str:
    return short_number(line.case_number) if line.case_number else ""


def _no_entries() -> EmptyState:
    text = _("Leg vast wat de school vooraf doet: afspraken met een groep, een les, een avond voor ouders.")
    return EmptyState("users-round", _("Nog geen preventie vastgelegd"), text)


def _no_questions() -> EmptyState:
    text = _("Vraagt een medewerker vooraf om raad, leg dan kort vast wat de vraag en het advies was.")
    return EmptyState("circle-question-mark", _("Nog geen vragen vastgelegd"), text)

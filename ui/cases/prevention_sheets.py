"""The forms of prevention: what the school did beforehand, what an employee asked first, and one of them in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.cases.beside.lines import (
    AskedWhen,
    NewPrevention,
    NewQuestion,
    PreventionKind,
    PreventionLine,
    QuestionLine,
)
from app.cases.lines import CaseLine
from app.cases.rules import short_number
from app.cases.service import Cases
from app.cases.texts import said, word
from app.kernel.errors import Invalid
from app.kernel.formats import long_date
from app.kernel.texts import _
from app.people.rules import PersonKind
from ui.cases.words import options
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.person_field import PersonField
from ui.kit.rows import FactRow
from ui.kit.sheet import Sheet

Done = Callable[[Any], object]
STAFF = frozenset({PersonKind.EMPLOYEE})
WORD = 130


def record_sheet(
    desk: Desk, cases: Cases, others: Sequence[CaseLine], done: Done, case_id: int | None = None
) -> FormSheet:
    """Record an agreement, a lesson or a meeting, on its own or under a case."""
    clock = desk.meldboek.clock
    form = Form(desk)
    kinds = ChipsField(options("prevention", PreventionKind), PreventionKind.AGREEMENT)
    form.field("kind", _("Wat was het"), kinds)
    form.field("title", _("In één regel"), TextField(placeholder=_("bijvoorbeeld Afspraken over de groepsapp")))
    form.field("held_on", _("Wanneer"), DateField(clock, clock.today()))
    form.field("groups", _("Met welke groep"), TextField(), beside=True)
    form.field("speaker", _("Wie van buiten (mag leeg)"), TextField(), beside=True)
    form.field("text", _("Wat is er afgesproken of verteld"), AreaField(lines=4))
    form.field("case_id", _("Hoort bij zaak (mag leeg)"), _case_field(others, case_id))

    def save(values: dict[str, Any]) -> int:
        if values["held_on"] is None:
            raise Invalid("held_on", "cases.no_day")
        return cases.prevention.record(NewPrevention(**values))

    return FormSheet(_("Preventie vastleggen"), form, _("Vastleggen"), save, done, width=640)


def question_sheet(desk: Desk, cases: Cases, others: Sequence[CaseLine], done: Done) -> FormSheet:
    """Record what an employee asked first, and the advice."""
    clock, user = desk.meldboek.clock, desk.meldboek.user
    form = Form(desk)
    asked = ChipsField(options("asked", AskedWhen), AskedWhen.BEFORE_PUBLISHING)
    form.field("kind", _("Waarom vroeg iemand het"), asked)
    form.field("person_id", _("Wie vroeg het"), PersonField(desk, kinds=STAFF))
    form.need("person_id", _("Kies wie het vroeg."))
    form.field("asked_on", _("Wanneer"), DateField(clock, clock.today(), past=True), beside=True)
    form.field("question", _("Wat was de vraag"), AreaField(lines=3))
    form.need("question", said("cases.no_text"))
    form.field("advice", _("Wat was het advies"), AreaField(lines=3))
    form.field("advised_by", _("Advies van"), TextField(user.name))
    form.field("case_id", _("Hoort bij zaak (mag leeg)"), _case_field(others, None), beside=True)

    def save(values: dict[str, Any]) -> int:
        if values["asked_on"] is None:
            raise Invalid("asked_on", "cases.no_day")
        return cases.prevention.asked(NewQuestion(**values))

    return FormSheet(_("Vraag vastleggen"), form, _("Vastleggen"), save, done, width=640)


def _case_field(others: Sequence[CaseLine], case_id: int | None) -> ChoiceField:
    choices = [(one.id, f"{one.short_number}  {one.title}") for one in others]
    return ChoiceField(choices, case_id, blank=_("geen zaak"))


def entry_card(line: PreventionLine) -> Sheet:
    """One agreement, lesson or meeting in full."""
    facts = (
        (_("Soort"), word("prevention", line.kind)),
        (_("Wanneer"), long_date(line.held_on)),
        (_("Groep"), line.groups),
        (_("Van buiten"), line.speaker),
        (_("Wat"), line.text),
        (_("Zaak"), short_number(line.case_number) if line.case_number else ""),
        (_("Vastgelegd door"), line.by),
    )
    return _card(line.title, facts)


def question_card(line: QuestionLine) -> Sheet:
    """One question with its advice in full."""
    facts = (
        (_("Wie"), line.who),
        (_("Wanneer"), long_date(line.asked_on)),
        (_("Waarom"), word("asked", line.kind)),
        (_("Vraag"), line.question),
        (_("Advies"), line.advice),
        (_("Advies van"), line.advised_by),
        (_("Zaak"), short_number(line.case_number) if line.case_number else ""),
    )
    return _card(_("Vooraf gevraagd"), facts)


def _card(title: str, facts: Sequence[tuple[str, str]]) -> Sheet:
    sheet = Sheet(title, width=640, scrolls=sum(len(text) for _name, text in facts) > 1200)
    for name, text in facts:
        if text:
            sheet.body.addWidget(FactRow(name, text, WORD))
    sheet.add_button(_("Sluiten"), sheet.dismiss, "primary")
    return sheet

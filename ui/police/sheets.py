"""What is filled in about the police: a melding or aangifte, a decision not to, a request to wait, and its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime, time
from typing import Any

from app.cases.beside.holds import HoldLine, NewHold
from app.casework import Casework
from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid
from app.kernel.texts import _
from app.police.lines import PoliceLine
from app.police.rules import NewDecision, NewPoliceReport, PoliceHow, PoliceKind, PoliceOutcome
from app.police.texts import ADVICE, HOWS, OUTCOMES
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, ChoiceField, TextField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.police.advice import CaseAdvice

Cases = Sequence[tuple[int, str]]
WIDE = 720


def report_sheet(
    desk: Desk, casework: Casework, cases: Cases, kind: PoliceKind, case_id: int | None, line: PoliceLine | None = None
) -> FormSheet:
    """Record a melding or aangifte, or complete one that was recorded."""
    form = Form(desk)
    if line is None:
        advice = CaseAdvice(desk, casework.police, kind)
        form.add(advice)
        chosen = _case_field(form, cases, case_id)
        advice.follow(chosen.value())
        form.changed.connect(lambda: advice.follow(chosen.value()))
    _when_and_who(form, desk)
    _what(form, desk)
    if kind is PoliceKind.AANGIFTE:
        hint = _("Alleen invullen als de aangifte vóór de stappen van artikel 4a is gedaan.")
        form.field("why_early", _("Waarom eerder dan de wettelijke stappen"), AreaField(lines=2), hint)
    _after(form, desk)
    if line is not None:
        form.set_values(_shown(line.report))

    def save(values: dict[str, Any]) -> object:
        report = _report(desk, kind, values)
        if line is None:
            return casework.police.add(_case_of(values), report)
        casework.police.complete(line.id, report)
        return line.id

    titles = {PoliceKind.MELDING: _("Melding bij de politie"), PoliceKind.AANGIFTE: _("Aangifte bij de politie")}
    return FormSheet(titles[kind], form, _("Vastleggen"), save, width=WIDE, scrolls=True)


def decision_sheet(desk: Desk, casework: Casework, cases: Cases, case_id: int | None) -> FormSheet:
    """Record that the school does not go to the police, and why."""
    form, clock = Form(desk), desk.meldboek.clock
    form.add(Notice("info", "", _(ADVICE["must"])))
    _case_field(form, cases, case_id)
    form.field("on", _("Besloten op"), DateField(clock, clock.today()))
    form.field("by", _("Wie besloot"), TextField(desk.meldboek.user.name), beside=True)
    form.field("reasons", _("Waarom niet naar de politie"), AreaField(lines=3))
    hint = _("Bijvoorbeeld wat ouders willen, advies van de wijkagent of de inspecteur.")
    form.field("considered", _("Wat is afgewogen"), AreaField(lines=3), hint)
    form.field("look_again_on", _("Opnieuw kijken op"), DateField(clock), _("Mag leeg blijven."))
    save = lambda values: casework.police.decide_not(  # noqa: E731 - one expression for the lane
        _case_of(values), NewDecision(**_without(values, "case_id", on=values["on"] or clock.today()))
    )
    return FormSheet(_("Niet naar de politie"), form, _("Vastleggen"), save, width=640, scrolls=True)


def hold_sheet(desk: Desk, casework: Casework, cases: Cases, case_id: int | None) -> FormSheet:
    """Record that the police asked the school to wait."""
    form, clock = Form(desk), desk.meldboek.clock
    text = _("De zaak kan dan niet dicht, en er wordt niets van vernietigd, tot u het verzoek opheft.")
    form.add(Notice("info", "", text))
    _case_field(form, cases, case_id)
    form.field("asked_by", _("Wie vraagt het"), TextField(placeholder=_("bijvoorbeeld de naam van het bureau")))
    form.field("since", _("Sinds"), DateField(clock, clock.today()), beside=True)
    form.field("reason", _("Wat is gevraagd, en waarom"), AreaField(lines=3))
    form.field("look_again_on", _("Opnieuw vragen op"), DateField(clock), _("Komt op Vandaag te staan."))
    save = lambda values: casework.cases.holds.place(  # noqa: E731 - one expression for the lane
        _case_of(values), NewHold(**_without(values, "case_id", since=values["since"] or clock.today()))
    )
    return FormSheet(_("De politie vraagt te wachten"), form, _("Vastleggen"), save, width=640, scrolls=True)


def lift_sheet(desk: Desk, casework: Casework, line: HoldLine) -> FormSheet:
    """The police no longer ask to wait."""
    form = Form(desk)
    form.field("reason", _("Waarom is wachten niet meer nodig"), AreaField(lines=3))
    save = lambda values: casework.cases.holds.lift(line.id, values["reason"])  # noqa: E731 - one expression
    return FormSheet(_("Verzoek om te wachten opheffen"), form, _("Opheffen"), save)


def _case_field(form: Form, cases: Cases, case_id: int | None) -> ChoiceField:
    made = form.field("case_id", _("Zaak"), ChoiceField(cases, case_id, blank=_("Kies een zaak")))
    form.need("case_id", _("Kies de zaak waar dit bij hoort."))
    return made


def _when_and_who(form: Form, desk: Desk) -> None:
    clock = desk.meldboek.clock
    form.field("at", _("Datum"), DateField(clock, clock.today()))
    form.field("time", _("Tijd"), TimeField(clock.now().timetz()), beside=True)
    form.field("how", _("Hoe is de politie bereikt"), ChipsField([(each, _(HOWS[each])) for each in PoliceHow]))
    form.field("by", _("Wie deed het"), TextField(desk.meldboek.user.name))
    form.field("for_board", _("Namens wie"), CheckField(_("namens het bestuur"), True), beside=True)
    form.field("unit", _("Bureau of afdeling"), TextField())
    form.field("officer", _("Naam van de agent"), TextField(), beside=True)
    form.field("registration_number", _("Nummer van de politie"), TextField(), beside=True)


def _what(form: Form, desk: Desk) -> None:
    hint = _("In gewone woorden, zonder wetsartikelen.")
    form.field("offence", _("Wat is er gebeurd"), AreaField(lines=3), hint)
    form.field("location", _("Waar is het gebeurd"), TextField())
    form.field("evidence", _("Wat is meegegeven aan bewijs"), AreaField(lines=2), _(ADVICE["evidence"]))
    address = CheckField(_("het adres van de school is opgegeven"), True)
    form.field("school_address", _("Adres"), address, _(ADVICE["address"]))
    form.field("copy_received", _("Kopie"), CheckField(_("kopie ontvangen")), beside=True)
    form.field("parents_told_on", _("Ouders ingelicht op"), DateField(desk.meldboek.clock), _("Leeg is nog niet."))
    form.field("no_parents_reason", _("Of waarom niet"), TextField(), beside=True)


def _after(form: Form, desk: Desk) -> None:
    form.section(_("Wat erop volgde"))
    form.field("follow_up", _("Vervolg"), AreaField(lines=2))
    form.field("outcome", _("Uitkomst"), ChipsField([(each, _(OUTCOMES[each])) for each in PoliceOutcome]))
    form.field("closed_on", _("Afgedaan op"), DateField(desk.meldboek.clock), beside=True)
    form.field("outcome_note", _("Toelichting op de uitkomst"), TextField())


def _report(desk: Desk, kind: PoliceKind, values: dict[str, Any]) -> NewPoliceReport:
    day, clock = values["at"] or desk.meldboek.clock.today(), values["time"] or time(0)
    at = datetime.combine(day, clock.replace(tzinfo=None), tzinfo=AMSTERDAM)
    return NewPoliceReport(kind=kind, **_without(values, "case_id", "time", at=at))


def _shown(report: NewPoliceReport) -> dict[str, Any]:
    """The values of a report for the fields of the form."""
    values = {field.name: getattr(report, field.name) for field in fields(NewPoliceReport)}
    local = report.at.astimezone(AMSTERDAM)
    values |= {"at": local.date(), "time": local.timetz()}
    del values["kind"]
    if report.kind is PoliceKind.MELDING:
        del values["why_early"]
    return values


def _without(values: dict[str, Any], *names: str, **others: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in names} | others


def _case_of(values: dict[str, Any]) -> int:
    """The chosen case. Raises Invalid when there is none."""
    case_id = values["case_id"]
    if not isinstance(case_id, int):
        raise Invalid("case_id", "police.no_case")
    return case_id

"""Recording one duty of article 4a: when, what, the conclusion, and the aangifte with its number."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from app.inspector.chain import Step
from app.inspector.lines import NewStep
from app.inspector.rules import Suspicion
from app.inspector.texts import STEPS
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from app.police import rules as police
from app.police.rules import NewPoliceReport, PoliceKind
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet


def step_sheet(desk: Desk, case_id: int, step: Step) -> FormSheet:
    """The sheet in which one step is recorded."""
    form = Form(desk)
    clock = desk.meldboek.clock
    form.field("at", _("Datum"), DateField(clock, clock.today()))
    form.field("time", _("Tijd"), TimeField(clock.now().timetz()), beside=True)
    if step is Step.CONCLUSION:
        options = [(Suspicion.YES, _("ja")), (Suspicion.NO, _("nee"))]
        form.field("suspicion", _("Is er een redelijk vermoeden?"), ChipsField(options))
    if step is Step.REPORT:
        form.field("unit", _("Bureau of afdeling van de politie"), TextField())
        form.field("registration_number", _("Nummer van het proces-verbaal"), TextField(), beside=True)
        form.field("offence", _("Wat is er gebeurd"), AreaField(lines=3), _("In gewone woorden, zonder wetsartikelen."))
    form.field("note", _("Toelichting"), AreaField(lines=3), _("Wie deed het, hoe, en waarom. Zonder namen."))
    save = _report if step is Step.REPORT else _record
    return FormSheet(_(STEPS[step]), form, _("Vastleggen"), lambda values: save(desk, case_id, step, values))


def _record(desk: Desk, case_id: int, step: Step, values: dict[str, Any]) -> None:
    assert desk.meldboek.casework is not None  # noqa: S101 - an administrator never gets this page
    at = _moment(desk, values)
    new = NewStep(step, at, values["note"], values.get("suspicion"))
    desk.meldboek.casework.inspector.record_step(case_id, new)


def _report(desk: Desk, case_id: int, step: Step, values: dict[str, Any]) -> None:
    """The aangifte is a step of the chain and a report to the police; checked before either is written."""
    assert desk.meldboek.casework is not None  # noqa: S101 - as above
    report = NewPoliceReport(
        kind=PoliceKind.AANGIFTE,
        at=_moment(desk, values),
        by=desk.meldboek.user.name,
        offence=values["offence"],
        unit=values["unit"],
        registration_number=values["registration_number"],
    )
    police.check(report, desk.meldboek.clock.now())
    _record(desk, case_id, step, values)
    desk.meldboek.casework.police.add(case_id, report)


def _moment(desk: Desk, values: dict[str, Any]) -> datetime:
    day = values["at"] or desk.meldboek.clock.today()
    clock = values["time"] or time(0)
    return datetime.combine(day, clock.replace(tzinfo=None), tzinfo=AMSTERDAM)

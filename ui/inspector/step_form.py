"""Recording one duty of article 4a: when, what, and the conclusion where that is the step."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from app.inspector.chain import Step
from app.inspector.lines import NewStep
from app.inspector.rules import Suspicion
from app.inspector.service import Inspector
from app.inspector.texts import STEPS
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, ChipsField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet


def step_sheet(desk: Desk, inspector: Inspector, case_id: int, step: Step) -> FormSheet:
    """The sheet in which one step is recorded."""
    clock = desk.meldboek.clock
    form = Form(desk)
    form.field("at", _("Datum"), DateField(clock, clock.today()))
    form.field("time", _("Tijd"), TimeField(clock.now().timetz()), beside=True)
    if step is Step.CONCLUSION:
        options = [(Suspicion.YES, _("ja")), (Suspicion.NO, _("nee"))]
        form.field("suspicion", _("Is er een redelijk vermoeden?"), ChipsField(options))
    form.field("note", _("Toelichting"), AreaField(lines=3), _("Wie deed het, hoe, en waarom. Zonder namen."))

    def save(values: dict[str, Any]) -> None:
        day, moment = values["at"] or clock.today(), values["time"] or time(0)
        at = datetime.combine(day, moment.replace(tzinfo=None), tzinfo=AMSTERDAM)
        inspector.record_step(case_id, NewStep(step, at, values["note"], values.get("suspicion")))

    return FormSheet(_(STEPS[step]), form, _("Vastleggen"), save)

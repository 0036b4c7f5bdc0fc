"""Recording one duty of article 4a, or correcting one: when, by whom, what, and the conclusion."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from app.inspector.chain import ChainStep, Step
from app.inspector.lines import NewStep
from app.inspector.rules import Suspicion
from app.inspector.service import Inspector
from app.inspector.texts import DUTIES, STEPS
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from app.vault.keys.keyring import Role
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, TextField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet


def step_sheet(desk: Desk, inspector: Inspector, case_id: int, step: Step, advised: str = "") -> FormSheet:
    """The sheet in which one step is recorded; ``advised`` is what the inspector thought of it."""
    form = Form(desk)
    form.add(Notice("info", "", "\n".join(part for part in (_(DUTIES[step]), advised) if part)))
    now, user = desk.meldboek.clock.now(), desk.meldboek.user
    by_user = step is not Step.CONCLUSION or user.role is Role.BOARD  # who concludes for the board is said on purpose
    _fields(form, desk, step, now, user.name if by_user else "")
    save = lambda values: inspector.record_step(case_id, _new(desk, step, values))  # noqa: E731 - one expression
    return FormSheet(_(STEPS[step]), form, _("Vastleggen"), save)


def correct_sheet(desk: Desk, inspector: Inspector, case_id: int, line: ChainStep, suspicion: Suspicion) -> FormSheet:
    """The sheet in which a recorded step is replaced; the log keeps how it read."""
    form, done = Form(desk), line.done
    at, by = (done.at, done.by) if done is not None else (desk.meldboek.clock.now(), "")
    _fields(form, desk, line.step, at, by)
    form.set_values({"note": done.note if done is not None else ""})
    if line.step is Step.CONCLUSION:
        form.set_values({"suspicion": suspicion})
    form.field("why", _("Waarom wijzigt u dit"), TextField(), _("De oude tekst blijft in het logboek staan."))
    save = lambda values: inspector.correct_step(  # noqa: E731 - one expression for the lane
        case_id, _new(desk, line.step, values), values["why"]
    )
    title = _("Wijzigen: {step}").format(step=_(STEPS[line.step]).lower())
    return FormSheet(title, form, _("Wijziging vastleggen"), save)


def _fields(form: Form, desk: Desk, step: Step, at: datetime, by: str) -> None:
    local = at.astimezone(AMSTERDAM)
    form.field("at", _("Datum"), DateField(desk.meldboek.clock, local.date()))
    form.field("time", _("Tijd"), TimeField(local.timetz()), beside=True)
    is_conclusion = step is Step.CONCLUSION
    form.field("by", _("Wie besloot, namens het bevoegd gezag") if is_conclusion else _("Wie deed het"), TextField(by))
    if is_conclusion:
        options = [(Suspicion.YES, _("ja")), (Suspicion.NO, _("nee"))]
        form.field("suspicion", _("Is er een redelijk vermoeden?"), ChipsField(options))
    hint = _("Waarop rust de conclusie.") if is_conclusion else _("Hoe, en aan wie. Zonder namen.")
    form.field("note", _("Waarom") if is_conclusion else _("Toelichting"), AreaField(lines=3), hint)


def _new(desk: Desk, step: Step, values: dict[str, Any]) -> NewStep:
    day, clock = values["at"] or desk.meldboek.clock.today(), values["time"] or time(0)
    at = datetime.combine(day, clock.replace(tzinfo=None), tzinfo=AMSTERDAM)
    return NewStep(step, at, values["note"], values.get("suspicion"), values["by"])

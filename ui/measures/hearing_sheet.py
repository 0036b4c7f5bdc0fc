"""A sheet in which one hearing is written down: who, invited, planned, held, told, reported, answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime, time
from typing import Any

from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid
from app.kernel.texts import _
from app.measures.facts import HeardAs, Hearing
from app.measures.rules import check_hearing
from app.measures.texts import HEARD_AS
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet

_DATES, _MOMENTS = ("invited_on", "report_sent_on"), ("planned_at", "held_at")
SOMEBODY = "somebody"


def hearing_sheet(
    desk: Desk,
    hearing: Hearing,
    done: Callable[[Hearing], object],
    candidates: Sequence[Hearing] = (),
    *,
    title: str = "",
    save: Callable[[Hearing], Any] | None = None,
) -> FormSheet:
    """Write one hearing down; ``candidates`` are who can be chosen when nobody was yet."""
    form = Form(desk)
    choosing = not hearing.name and bool(candidates)
    if choosing:
        _choose(form, candidates)
    first = candidates[0] if choosing else hearing
    form.field("name", _("Naam") if choosing else _("Wie"), TextField(first.name))
    roles = [(role, _(HEARD_AS[role])) for role in HeardAs]
    form.field("role", _("Als"), ChoiceField(roles, first.role), beside=True)
    _moments(desk, form, hearing)
    form.field("purpose_told", "", CheckField(_("Het doel van het gesprek is vooraf verteld"), hearing.purpose_told))
    form.field("assistance_told", "", CheckField(_("Verteld dat iemand mee mag komen"), hearing.assistance_told))
    hint = _("Bijvoorbeeld een raadsman of een tolk. Leeg: niemand.")
    form.field("assisted_by", _("Wie kwam er mee"), TextField(hearing.assisted_by), hint)
    _words(desk, form, hearing)
    now = desk.meldboek.clock.now()

    def made(values: dict[str, Any]) -> Any:
        chosen = _chosen(hearing, candidates, values.pop("chosen", None))
        written = _made(chosen, values)
        check_hearing(written, now)
        return save(written) if save else written

    finished = done if save is None else lambda _result: done(hearing)
    return FormSheet(title or _("Horen"), form, _("Overnemen"), made, finished, width=640, scrolls=True)


def _choose(form: Form, candidates: Sequence[Hearing]) -> None:
    options: list[tuple[Any, str]] = [
        (str(place), f"{one.name}, {_(HEARD_AS[one.role])}") for place, one in enumerate(candidates)
    ]
    options.append((SOMEBODY, _("iemand anders")))
    field = form.field("chosen", _("Wie"), ChoiceField(options, options[0][0]))

    def fill() -> None:
        value = field.value()
        if value == SOMEBODY:
            form.set_values({"name": "", "role": HeardAs.OTHER})
        else:
            one = candidates[int(value)]
            form.set_values({"name": one.name, "role": one.role})

    field.changed.connect(fill)


def _moments(desk: Desk, form: Form, hearing: Hearing) -> None:
    clock, planned, held = desk.meldboek.clock, hearing.planned_at, hearing.held_at
    form.field("invited_on", _("Uitgenodigd op"), DateField(clock, hearing.invited_on), share=5)
    form.field(
        "planned_day", _("Afgesproken op"), DateField(clock, planned.date() if planned else None), beside=True, share=5
    )
    form.field(
        "planned_time", _("Afgesproken om"), TimeField(planned.timetz() if planned else None), beside=True, share=4
    )
    form.field("day", _("Gehoord op"), DateField(clock, held.date() if held else None), share=5)
    form.field("time", _("Gehoord om"), TimeField(held.timetz() if held else None), beside=True, share=3)


def _words(desk: Desk, form: Form, hearing: Hearing) -> None:
    clock = desk.meldboek.clock
    hint = _("Wat er is gezegd, zo letterlijk als kan.")
    form.field("report", _("Verslag"), AreaField(hearing.report, lines=5), hint)
    form.field("report_sent_on", _("Verslag voorgelegd op"), DateField(clock, hearing.report_sent_on), share=2)
    form.field("comment", _("Reactie op het verslag"), TextField(hearing.comment), beside=True, share=3)
    form.field(
        "why_not", _("Waarom niet gehoord"), TextField(hearing.why_not), _("Alleen als het gesprek er niet komt.")
    )


def _chosen(hearing: Hearing, candidates: Sequence[Hearing], chosen: Any) -> Hearing:
    if chosen is None or chosen == SOMEBODY:
        return hearing
    one = candidates[int(chosen)]
    return replace(hearing, person_id=one.person_id, has_authority=one.has_authority)


def _made(hearing: Hearing, values: dict[str, Any]) -> Hearing:
    held = _moment(values.pop("day"), values.pop("time"))
    planned = _moment(values.pop("planned_day"), values.pop("planned_time"))
    if not values["name"]:
        raise Invalid("name", "measures.no_hearing_name")
    same = hearing.person_id if values["name"] == hearing.name or not hearing.name else None
    role = HeardAs(values.pop("role"))
    return replace(hearing, **values, role=role, person_id=same, held_at=held, planned_at=planned)


def _moment(day: date | None, moment: time | None) -> datetime | None:
    return datetime.combine(day, moment or time(0), AMSTERDAM) if day else None


def kept(hearing: Hearing) -> dict[str, Any]:
    """A hearing as a draft of the form keeps it."""
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(hearing).items()
    }  # a datetime is a date too


def restored(values: dict[str, Any]) -> Hearing:
    """A hearing as a draft kept it."""
    told = dict(values)
    for name in _DATES:
        told[name] = date.fromisoformat(told[name]) if told.get(name) else None
    for name in _MOMENTS:
        told[name] = datetime.fromisoformat(told[name]) if told.get(name) else None
    return Hearing(**told | {"role": HeardAs(told["role"])})

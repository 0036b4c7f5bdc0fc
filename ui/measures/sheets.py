"""The small forms of devices in custody and of messages that must go."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid
from app.kernel.texts import _
from app.measures.lines import ContentLine, DeviceLine, NewDevice
from app.measures.service import Measures
from app.people.rules import PersonKind
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.person_field import PersonField

Done = Callable[[Any], object]


def device_sheet(desk: Desk, measures: Measures, done: Done) -> FormSheet:
    """Take a device into custody; back at the end of the same school day."""
    form = Form(desk)
    clock = desk.meldboek.clock
    now = clock.now()
    form.field("person_id", _("Van wie"), PersonField(desk, kinds=frozenset({PersonKind.PUPIL})))
    form.field("what", _("Wat"), TextField(), _("Soort en kleur. Geen code, geen inhoud."))
    form.field("damage", _("Zichtbare schade"), TextField(), _("Bijvoorbeeld een barst in het glas."), beside=True)
    form.field("taken_on", _("Ingenomen op"), DateField(clock, now.date()), share=5)
    form.field("taken_time", _("Om"), TimeField(now.timetz()), beside=True, share=2)
    form.field("taken_by", _("Door"), TextField(), beside=True, share=4)
    form.field("kept_where", _("Ligt waar"), TextField(placeholder=_("kluis van de directie")))
    form.field("return_on", _("Terug op"), DateField(clock, now.date()), beside=True)
    form.field("switched_off", "", CheckField(_("De leerling heeft het toestel zelf uitgezet"), True))
    form.field("parents_told", "", CheckField(_("De ouders zijn ingelicht")))

    def save(values: dict[str, Any]) -> int:
        day, moment = values.pop("taken_on"), values.pop("taken_time")
        told = now if values.pop("parents_told") else None
        taken = datetime.combine(day, moment or time(0), AMSTERDAM) if day else None
        return measures.devices.take(NewDevice(**values, taken_at=taken, parents_told_at=told))

    return FormSheet(_("Toestel innemen"), form, _("Innemen"), save, done, width=620)


def give_back_sheet(desk: Desk, measures: Measures, device: DeviceLine, done: Done) -> FormSheet:
    """Record to whom a device went, when, who gave it, and whether the receipt was signed."""
    form = Form(desk)
    now = desk.meldboek.clock.now()
    form.field("to", _("Teruggegeven aan"), TextField(device.person))
    form.field("by", _("Door"), TextField(desk.meldboek.user.name), beside=True)
    form.field("on", _("Op"), DateField(desk.meldboek.clock, now.date()))
    form.field("time", _("Om"), TimeField(now.timetz()), beside=True)
    form.field("signed", "", CheckField(_("Er is getekend voor ontvangst")))

    def save(values: dict[str, Any]) -> None:
        back = _moment(values["on"], values["time"], now)
        measures.devices.give_back(device.id, values["to"], back, by=values["by"], signed=values["signed"])

    return FormSheet(_("Toestel teruggeven"), form, _("Teruggeven"), save, done)


def gone_sheet(desk: Desk, measures: Measures, content: ContentLine, done: Done) -> FormSheet:
    """Record that a message was removed by its owner."""
    form = Form(desk)
    form.field("on", _("Verwijderd op"), DateField(desk.meldboek.clock, desk.meldboek.clock.today()))
    form.field("in_presence_of", _("In het bijzijn van"), TextField(), beside=True)
    form.field("proof", _("Waaruit blijkt dat"), TextField())
    save = lambda values: measures.contents.gone(content.id, **values)  # noqa: E731
    return FormSheet(_("Bericht verwijderd"), form, _("Vastleggen"), save, done)


def device_told_sheet(desk: Desk, measures: Measures, device: DeviceLine, done: Done) -> FormSheet:
    """Record when the parents heard that the device was taken in."""
    form = Form(desk)
    now = desk.meldboek.clock.now()
    form.field("on", _("Ingelicht op"), DateField(desk.meldboek.clock, now.date()))
    form.field("time", _("Om"), TimeField(now.timetz()), beside=True)

    def save(values: dict[str, Any]) -> None:
        measures.devices.tell_parents(device.id, _moment(values["on"], values["time"], now))

    return FormSheet(_("Ouders ingelicht"), form, _("Vastleggen"), save, done)


def content_told_sheet(desk: Desk, measures: Measures, content: ContentLine, done: Done) -> FormSheet:
    """Record when the parents heard what their child was asked to remove."""
    form = Form(desk)
    clock = desk.meldboek.clock
    form.field("on", _("Ingelicht op"), DateField(clock, clock.today()))

    def save(values: dict[str, Any]) -> None:
        if values["on"] is None:
            raise Invalid("on", "measures.no_day")
        measures.contents.tell_parents(content.id, values["on"])

    return FormSheet(_("Ouders ingelicht"), form, _("Vastleggen"), save, done)


def _moment(day: date | None, moment: time | None, now: datetime) -> datetime | None:
    """The moment that was typed; this very minute is now, with its seconds."""
    if day is None:
        return None
    at = datetime.combine(day, moment or time(0), AMSTERDAM)
    return now if at.replace(second=0) == now.replace(second=0, microsecond=0) else at

"""Recordings in lessons: allowed beforehand, by whom, for what, and destroyed afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.consents.rules import Medium
from app.consents.staff.lessons import LessonLine, NewLesson
from app.consents.texts import MEDIA
from app.kernel.formats import short_date
from app.kernel.texts import _
from ui.consents.forms import register_form
from ui.consents.publication_sheets import note_sheet
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.fields import TextField
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.table import Column, Table
from ui.kit.tag import TagText


def lessons_table() -> Table:
    """Every recording that was allowed, newest first."""
    return Table(
        (
            Column(_("Datum"), text=lambda line: short_date(line.on), width=104, sort=lambda line: line.on),
            Column(_("Les"), strong=lambda line: line.lesson, detail=_about),
            Column(_("Wie neemt op, en van wie dat mag"), text=lambda line: line.recorder, detail=_allowed, width=244),
            Column(_("Opname"), tag=_state, width=182),
            Column("", text=_verb, width=92, verb=True),
            Column("", text=_cancels, width=118, verb=True),
        ),
        name=_("Lesopnames"),
        empty=EmptyState(
            "video",
            _("Nog geen lesopnames toegestaan"),
            _("Opnemen in de les mag alleen als dat vooraf is toegestaan. Leg hier vast wie, welke les en wanneer."),
        ),
    )


def lesson_sheet(desk: Desk, done: Callable[[int], object]) -> FormSheet:
    """Allow a recording before the lesson."""
    form, clock = register_form(desk), desk.meldboek.clock
    form.add(label(_("Leg dit vast vóór de les. Daarna toestaan kan niet."), "quiet", wrap=True))
    form.field("lesson", _("Welke les"), TextField(placeholder=_("bijvoorbeeld: gymles")), share=2)
    form.field("group", _("Groep"), TextField(), beside=True)
    form.field("on", _("Datum van de les"), DateField(clock, clock.today()))
    media = [(medium, _(words)) for medium, words in MEDIA.items()]
    form.field("medium", _("Soort opname"), ChipsField(media, Medium.FILM), beside=True)
    form.field("recorder", _("Wie neemt op"), TextField())
    form.field("purpose", _("Waarvoor"), TextField(placeholder=_("bijvoorbeeld: beeldcoaching")), beside=True)
    form.field("allowed_by", _("Toegestaan door"), TextField(desk.meldboek.user.name))
    form.field("allowed_on", _("Toegestaan op"), DateField(clock, clock.today()), beside=True)
    form.field("keep_until", _("Vernietigen vóór"), DateField(clock))

    def save(values: dict[str, Any]) -> int:
        for name in ("on", "allowed_on"):
            values[name] = values[name] or clock.today()
        return desk.meldboek.consents.lessons.allow(NewLesson(**values))

    return FormSheet(_("Lesopname toestaan"), form, _("Toestaan"), save, done, width=600)


def destroyed_sheet(desk: Desk, line: LessonLine) -> FormSheet:
    """The recording is gone."""
    form, clock = register_form(desk), desk.meldboek.clock
    form.add(label(_("{lesson}, {date}").format(lesson=line.lesson, date=short_date(line.on)), "strong", wrap=True))
    form.field("on", _("Vernietigd op"), DateField(clock, clock.today()))

    def save(values: dict[str, Any]) -> None:
        desk.meldboek.consents.lessons.destroyed(line.id, values["on"] or clock.today())

    return FormSheet(_("Opname vernietigd"), form, _("Vastleggen"), save, width=440)


def cancelled_sheet(desk: Desk, line: LessonLine) -> FormSheet:
    """The recording does not go on, or was typed wrong."""
    words = _("{lesson}, {date}. De opname verdwijnt uit de lijst. In het logboek blijft staan wat er stond.")
    text = words.format(lesson=line.lesson, date=short_date(line.on))
    lessons = desk.meldboek.consents.lessons
    title = _("Lesopname gaat niet door")
    return note_sheet(desk, title, text, _("Intrekken"), lambda note: lessons.cancel(line.id, note))


def _about(line: Any) -> str:
    group = _("groep {group}").format(group=line.group) if line.group else ""
    return " · ".join(part for part in (group, _(MEDIA[line.medium]), line.purpose) if part)


def _state(line: Any) -> TagText | None:
    if line.destroyed_on:
        return TagText(_("vernietigd {date}").format(date=short_date(line.destroyed_on)), "neutral", "check")
    if line.keep_until:
        return TagText(_("tot {date}").format(date=short_date(line.keep_until)), "info", "clock")
    return TagText(_("bewaard"), "info", "video")


def _allowed(line: Any) -> str:
    return _("{name}, {date}").format(name=line.allowed_by, date=short_date(line.allowed_on))


def _cancels(line: Any) -> str:
    return "" if line.destroyed_on else _("Gaat niet door")


def _verb(line: Any) -> str:
    return "" if line.destroyed_on else _("Vernietigd")

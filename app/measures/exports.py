"""What leaves the overview of measures: a workbook, a calendar without names, the devices of the day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from app.cases.rules import short_number
from app.kernel.formats import clock_time, long_date, long_weekday_date
from app.kernel.ical import Day, calendar
from app.kernel.texts import _
from app.measures.facts import Status
from app.measures.lines import DatedItem, DeviceLine, MeasureLine
from app.measures.texts import NEUTRAL, STATUSES
from app.pdf import frame, parts
from app.pdf.frame import Meta
from app.pdf.styles import BODY
from app.pdf.text import paragraph
from app.sheets.workbook import Sheet, Value, workbook


def overview_workbook(lines: Sequence[MeasureLine]) -> bytes:
    """The measures as they stand in the list."""
    heads = (
        _("Persoon"),
        _("Groep of functie"),
        _("Zaak"),
        _("Maatregel"),
        _("Stand"),
        _("Eerste dag"),
        _("Laatste dag"),
        _("Dagen besloten"),
        _("Dagen geworden"),
        _("Besluit"),
        _("Besloten door"),
        _("Gegeven"),
        _("Bewijs van ontvangst"),
        _("Bezwaar of beroep tot"),
        _("In bezwaar sinds"),
        _("Vervalt op"),
    )
    return workbook([Sheet(_("Maatregelen"), heads, tuple(_row(line) for line in lines))])


def _row(line: MeasureLine) -> tuple[Value, ...]:
    return (
        line.person,
        line.detail,
        line.case_number,
        line.rung_label,
        _(STATUSES[line.standing]),
        line.first_day,
        line.last_day,
        line.planned_days,
        line.actual_days or (line.planned_days if line.status is Status.ENDED else None),
        line.decided_on,
        line.decided_by if line.decided_on else "",
        line.communicated_on,
        _("ja") if line.has_proof else _("nee"),
        line.objection_until,
        line.objection_on if line.in_objection else None,
        line.lapses_on,
    )


def calendar_file(items: Iterable[DatedItem], numbers: dict[int, str], made_at: datetime) -> bytes:
    """Everything with a day for another calendar: what it is and which case, never who."""
    days = [
        Day(
            uid=f"{item.code}-{item.target[0]}-{item.target[1]}-{item.on:%Y%m%d}",
            on=item.on,
            title=_neutral(item, numbers),
        )
        for item in items
    ]
    return calendar(days, made_at)


def _neutral(item: DatedItem, numbers: dict[int, str]) -> str:
    what = _(NEUTRAL[item.code])
    number = numbers.get(item.case_id or 0, "")
    return _("{what} (zaak {number})").format(what=what, number=short_number(number)) if number else what


def device_list(devices: Sequence[DeviceLine], school: str, at: datetime) -> bytes:
    """The devices that must go back today, each with a line to sign."""
    title = _("Toestellen in bewaring")
    words = _("blz. {page} van {pages}")
    look = frame.report_look(
        school,
        _("Vertrouwelijk"),
        _("{title} · {day}").format(title=title, day=long_date(at.date())),
        lambda page, pages: words.format(page=page, pages=pages),
    )
    return frame.build(_device_story(devices, title, at), Meta(title=title, author=school, at=at), look)


def _device_story(devices: Sequence[DeviceLine], title: str, at: datetime) -> list[Flowable]:
    day = _("{day}, {time}").format(day=long_weekday_date(at.date()), time=clock_time(at))
    story = parts.title(title, day)
    if not devices:
        return [*story, *paragraph(_("Er is geen toestel in bewaring."), BODY)]
    heads = [_("Van wie"), _("Wat"), _("Ingenomen"), _("Ligt waar"), _("Terug aan, handtekening")]
    rows = [
        (
            ", ".join(part for part in (line.person, line.detail) if part),
            ". ".join(part for part in (line.what, line.damage) if part),
            _("{day} {time}, {name}").format(
                day=long_date(line.taken_at.date()), time=clock_time(line.taken_at), name=line.taken_by
            ),
            line.kept_where,
            "\n\n",
        )
        for line in devices
    ]
    return [*story, Spacer(0, 4), *parts.table(heads, rows, [22, 22, 22, 14, 24])]

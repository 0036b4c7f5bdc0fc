"""What leaves Vandaag: the lists on paper, and the days for another calendar without anybody's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from reportlab.platypus import Flowable, Spacer

from app.agenda.rules import AgendaItem, AgendaLists
from app.agenda.texts import SOURCES
from app.kernel.formats import clock_time, long_date, long_weekday_date, weekday_date
from app.kernel.ical import Day, calendar
from app.kernel.texts import N_, _
from app.pdf import frame, parts
from app.pdf.frame import Meta
from app.pdf.styles import BODY
from app.pdf.text import paragraph

GROUPS = (
    ("overdue", N_("Te laat")),
    ("today", N_("Vandaag")),
    ("week", N_("Deze week")),
    ("later", N_("Later")),
    ("waits", N_("Mag wachten")),
)
_PRINTED = 200  # of one list; whoever has more takes the workbook along
_WIDTHS = (13, 13, 31, 28, 15)


def calendar_file(items: Iterable[AgendaItem], made_at: datetime) -> bytes:
    """Every day for another calendar: what kind of thing it is; never who, which case, or what was written."""
    counted: dict[tuple[date, str], int] = {}
    days = []
    for item in items:
        if item.day is None or not item.neutral:
            continue
        number = counted[item.day, item.neutral] = counted.get((item.day, item.neutral), 0) + 1
        uid = f"{item.source}-{item.day:%Y%m%d}-{_slug(item.neutral)}-{number}"
        days.append(Day(uid, item.day, _("Meldboek: {what}").format(what=item.neutral)))
    return calendar(days, made_at)


def agenda_paper(lists: AgendaLists, school: str, user: str, at: datetime) -> bytes:
    """Vandaag on A4: the same lists in the same order."""
    groups = tuple((_(title), getattr(lists, name)) for name, title in GROUPS)
    under = _("{day}, {time} · voor {user}").format(day=long_weekday_date(at.date()), time=clock_time(at), user=user)
    return _paper(_("Vandaag"), under, groups, school, at)


def _paper(
    title: str, under: str, groups: Iterable[tuple[str, Sequence[AgendaItem]]], school: str, at: datetime
) -> bytes:
    words = _("blz. {page} van {pages}")
    look = frame.report_look(
        school,
        _("Vertrouwelijk"),
        _("{title} · {day}").format(title=title, day=long_date(at.date())),
        lambda page, pages: words.format(page=page, pages=pages),
    )
    story: list[Flowable] = [*parts.title(title, under)]
    before = len(story)
    for name, items in groups:
        if items:
            story += [*parts.heading(f"{name} · {len(items)}"), *_table(items[:_PRINTED])]
            if len(items) > _PRINTED:
                more = _("Er zijn er nog {n}. Alles staat in de lijst die u als Excel opslaat.")
                story += paragraph(more.format(n=len(items) - _PRINTED), BODY)
            story.append(Spacer(0, 8))
    if len(story) == before:
        story += paragraph(_("Er is niets met een datum."), BODY)
    return frame.build(story, Meta(title=title, author=school, at=at), look)


def _table(items: Sequence[AgendaItem]) -> list[Flowable]:
    heads = (_("Wanneer"), _("Stand"), _("Wat"), _("Waarover"), _("Soort"))
    rows = [
        (when(item), item.tag, item.title, item.subject, _(SOURCES[item.source]) if item.source else "")
        for item in items
    ]
    return parts.table(heads, rows, _WIDTHS)


def when(item: AgendaItem) -> str:
    """Day and, when it has one, time: ``ma 16 nov, 15:00``."""
    if item.day is None:
        return ""
    if item.moment is not None:
        return _("{day}, {time}").format(day=weekday_date(item.day), time=clock_time(item.moment))
    return weekday_date(item.day)


def _slug(text: str) -> str:
    return "".join(sign if sign.isalnum() else "-" for sign in text.casefold())

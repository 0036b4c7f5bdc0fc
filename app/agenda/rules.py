"""Which day something belongs to, how urgent it is, and how that is said."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _, ngettext

WEEK = timedelta(days=7)
HORIZON = timedelta(days=31)
SOON = timedelta(days=2)


@dataclass(frozen=True)
class AgendaItem:
    """Something that asks for attention, and the page where it is done.

    ``due`` is a day or a moment; None means "as soon as you can". ``tag`` and ``tone`` are filled in
    from the date when a source leaves them empty.
    """

    key: str
    icon: str
    title: str
    subject: str
    due: date | datetime | None
    page: str
    target: object = None
    action: str = ""
    tag: str = ""
    tone: str = ""

    @property
    def day(self) -> date | None:
        """The day on which it is due."""
        if isinstance(self.due, datetime):
            return self.due.astimezone(AMSTERDAM).date()
        return self.due

    @property
    def moment(self) -> datetime | None:
        """The moment on which it is due, when it has one."""
        return self.due if isinstance(self.due, datetime) else None


@dataclass(frozen=True)
class AgendaLists:
    """The same items in four lists; within a list the most urgent first."""

    overdue: tuple[AgendaItem, ...] = ()
    today: tuple[AgendaItem, ...] = ()
    week: tuple[AgendaItem, ...] = ()
    later: tuple[AgendaItem, ...] = ()

    @property
    def urgent(self) -> int:
        """How many things wait today or should have been done."""
        return len(self.overdue) + len(self.today)

    @property
    def is_empty(self) -> bool:
        """Whether nothing asks for attention."""
        return not (self.overdue or self.today or self.week or self.later)


def arranged(items: Iterable[AgendaItem], now: datetime) -> AgendaLists:
    """The items in their lists, each with its tag; what lies further than a month ahead is left out."""
    today = now.astimezone(AMSTERDAM).date()
    lists: dict[str, list[AgendaItem]] = {"overdue": [], "today": [], "week": [], "later": []}
    for item in sorted(items, key=_urgency):
        name = _list_of(item, now, today)
        if name:
            lists[name].append(_tagged(item, now, today))
    return AgendaLists(**{name: tuple(found) for name, found in lists.items()})


def _urgency(item: AgendaItem) -> tuple[datetime, str]:
    day = item.day
    if day is None:
        return datetime.max.replace(tzinfo=AMSTERDAM), item.key
    return item.moment or datetime.combine(day, time(23, 59), AMSTERDAM), item.key


def _list_of(item: AgendaItem, now: datetime, today: date) -> str:
    day = item.day
    if day is None:
        return "today"
    if day < today or (item.moment is not None and item.moment < now):
        return "overdue"
    if day == today:
        return "today"
    if day - today > HORIZON:
        return ""
    return "week" if day - today <= WEEK else "later"


def _tagged(item: AgendaItem, now: datetime, today: date) -> AgendaItem:
    tag, tone = item.tag, item.tone
    if not tag:
        tag, tone = time_left(item, now, today)
    return AgendaItem(**{**vars(item), "tag": tag, "tone": tone or "neutral"})


def time_left(item: AgendaItem, now: datetime, today: date) -> tuple[str, str]:
    """How long is left, or how long it is too late, and the tone of that."""
    day = item.day
    if day is None:
        return "", "neutral"
    if item.moment is not None and day == today:
        return _hours_left(item.moment, now)
    days = (day - today).days
    if days < 0:
        return ngettext("{n} dag te laat", "{n} dagen te laat", -days), "danger"
    if days == 0:
        return _("vandaag"), "warn"
    return ngettext("nog {n} dag", "nog {n} dagen", days), "warn" if timedelta(days=days) <= SOON else "neutral"


def _hours_left(moment: datetime, now: datetime) -> tuple[str, str]:
    if moment < now:
        return _("te laat"), "danger"
    minutes = int((moment - now).total_seconds() // 60)
    if minutes < 60:
        return ngettext("over {n} minuut", "over {n} minuten", minutes), "warn"
    return _("over {n} uur").format(n=round(minutes / 60)), "warn"

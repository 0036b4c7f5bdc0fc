"""Which day something belongs to, how urgent it is, how that is said, and what may be put off."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from operator import itemgetter

from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid, Refused
from app.kernel.texts import _, ngettext

WEEK = timedelta(days=7)
HORIZON = timedelta(days=31)
SOON = timedelta(days=2)
LATE_AT_MOST = timedelta(days=7)  # what is late already can wait one week more, not longer
_NO_DAY = (date.max.toordinal(), 0)
_WHOLE_DAY = 24 * 60
FEW, TAGGED = 8, 200  # of one list: how many are shown first, and how many at most
_FIRST_THREE = itemgetter(0, 1, 2)


@dataclass(frozen=True)
class AgendaItem:
    """Something that asks for attention, and the page where it is done.

    ``due`` is a day or a moment; None means "as soon as you can". ``tag`` and ``tone`` are filled in
    from the date when a source leaves them empty. ``source`` is the feature it comes from, ``neutral``
    says it without anybody's name. What is ``quiet`` never becomes late; what is not ``can_wait``
    cannot be put off; ``in_case`` tells in which drawer it lies.
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
    source: str = ""
    neutral: str = ""
    quiet: bool = False
    can_wait: bool = True
    in_case: bool = False

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
class Snooze:
    """Somebody put something off until a day, and why."""

    key: str
    until: date
    reason: str


@dataclass(frozen=True)
class PutOff:
    """An item that comes back on a day, with the reason that was given."""

    item: AgendaItem
    until: date
    reason: str


@dataclass(frozen=True)
class AgendaLists:
    """The same items in lists, within a list the most urgent first: what may wait and what was put off apart.

    ``more`` counts by list what was not read, because it comes after what is shown.
    """

    overdue: tuple[AgendaItem, ...] = ()
    today: tuple[AgendaItem, ...] = ()
    week: tuple[AgendaItem, ...] = ()
    later: tuple[AgendaItem, ...] = ()
    waits: tuple[AgendaItem, ...] = ()
    put_off: tuple[PutOff, ...] = ()
    more: Mapping[str, int] = field(default_factory=dict)

    @property
    def urgent(self) -> int:
        """How many things wait today or should have been done."""
        return self.count("overdue") + self.count("today")

    def count(self, name: str) -> int:
        """How many things this list has, with those that were not read."""
        return len(getattr(self, name)) + self.more.get(name, 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing asks for attention."""
        return not (self.overdue or self.today or self.week or self.later or self.waits)


@dataclass(frozen=True)
class Days:
    """What some days ask, the earliest first; ``more`` counts by day what was not read."""

    items: tuple[AgendaItem, ...] = ()
    more: Mapping[date, int] = field(default_factory=dict)


def arranged(
    items: Iterable[AgendaItem],
    now: datetime,
    snoozes: Mapping[str, Snooze] | None = None,
    more: Mapping[date, int] | None = None,
    *,
    shown: int = TAGGED,
) -> AgendaLists:
    """The items in their lists, the most urgent first; what lies further than a month ahead is left out.

    The first ``shown`` of each list have their tag. ``more`` counts by day what was not read.
    """
    today = now.astimezone(AMSTERDAM).date()
    lists: dict[str, list[AgendaItem]] = {"overdue": [], "today": [], "week": [], "later": [], "waits": []}
    waiting: list[PutOff] = []
    place = _Place(now, today)
    for ordinal, minute, _key, item in sorted(map(_urgency, items), key=_FIRST_THREE):
        snooze = snoozes.get(item.key) if snoozes else None
        if snooze is not None and today < snooze.until:
            waiting.append(PutOff(item, snooze.until, snooze.reason))
        elif name := place.of(ordinal, minute, quiet=item.quiet):
            lists[name].append(item)
    tagged = _tagger(now, today)
    told = {name: (*map(tagged, found[:shown]), *found[shown:]) for name, found in lists.items()}
    list_of, unread = lists_by_day(now), Counter[str]()
    for day, number in (more or {}).items():
        unread[list_of(day)] += number
    return AgendaLists(put_off=tuple(waiting), more=unread, **told)


def lists_by_day(now: datetime) -> Callable[[date], str]:
    """Names the list in which a task of a day lies; empty when it is too far ahead."""
    place = _Place(now, now.astimezone(AMSTERDAM).date())
    return lambda day: place.of(day.toordinal(), _WHOLE_DAY, quiet=False)


def days_between(first: date, last: date, today: date) -> Callable[[date], str]:
    """Names the day on which a task stands in the days from ``first`` to ``last``; empty when on none.

    What is overdue from before ``first`` stands at today, where today is among the days.
    """

    def day_of(day: date) -> str:
        stands = today if day < first <= today <= last else day
        return stands.isoformat() if first <= stands <= last else ""

    return day_of


def _urgency(item: AgendaItem) -> tuple[int, int, tuple[str, int, str], AgendaItem]:
    due, (kind, _colon, number) = item.due, item.key.partition(":")
    order = kind, len(number), number  # task 9 before task 10
    if due is None:
        return *_NO_DAY, order, item
    if isinstance(due, datetime):
        local = due.astimezone(AMSTERDAM)
        return local.toordinal(), local.hour * 60 + local.minute, order, item
    return due.toordinal(), _WHOLE_DAY, order, item


class _Place:
    """In which list something lies, from its day and minute."""

    def __init__(self, now: datetime, today: date) -> None:
        local = now.astimezone(AMSTERDAM)
        self._today, self._minute = today.toordinal(), local.hour * 60 + local.minute
        self._week, self._last = self._today + WEEK.days, self._today + HORIZON.days

    def of(self, ordinal: int, minute: int, *, quiet: bool) -> str:
        """The name of the list; empty when it is too far ahead."""
        if ordinal == _NO_DAY[0]:
            return "waits" if quiet else "today"
        if ordinal > self._last:
            return ""
        if quiet:
            return "waits"
        if ordinal < self._today or (ordinal == self._today and minute < self._minute):
            return "overdue"
        if ordinal == self._today:
            return "today"
        return "week" if ordinal <= self._week else "later"


def _tagger(now: datetime, today: date) -> Callable[[AgendaItem], AgendaItem]:
    """Fills in the tag of an item; what is said of a day is made once."""
    known: dict[date, tuple[str, str]] = {}

    def tagged(item: AgendaItem) -> AgendaItem:
        tag, tone = item.tag, item.tone or "neutral"
        if not tag:
            due = item.due
            if due is None or isinstance(due, datetime):
                tag, tone = time_left(item, now, today)
            else:
                if due not in known:
                    known[due] = time_left(item, now, today)
                tag, tone = known[due]
            if item.quiet:
                tag, tone = ("" if "danger" in tone else tag), "neutral"
        elif item.tone:
            return item
        return AgendaItem(**{**vars(item), "tag": tag, "tone": tone})

    return tagged


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


def check_snooze(item: AgendaItem, until: date, reason: str, today: date) -> None:
    """Raises when this cannot be put off, not so long, or not without a reason."""
    if not item.can_wait:
        raise Refused("agenda.cannot_wait")
    if until <= today:
        raise Invalid("until", "agenda.snooze_past")
    last = last_day_off(item, today)
    if until > last:
        raise Invalid("until", "agenda.snooze_too_long", last=last)
    if not reason.strip():
        raise Invalid("reason", "agenda.snooze_why")


def last_day_off(item: AgendaItem, today: date) -> date:
    """The last day to which something can be put off: its own day, or a week when that is past."""
    day = item.day
    if item.quiet or day is None:
        return today + HORIZON
    return day if day > today else today + LATE_AT_MOST


def between(items: Iterable[AgendaItem], first: date, last: date, today: date) -> tuple[AgendaItem, ...]:
    """The items with a day from ``first`` up to and including ``last``, the earliest first.

    What is overdue is red; where today is among the days, it stands there also when it is from before ``first``.
    """
    earliest = date.min if first <= today <= last else first
    found = []
    for item in items:
        day = item.day
        late = day is not None and day < today and not item.quiet
        if day is not None and (first if not late else earliest) <= day <= last:
            found.append(replace(item, tone="danger") if late else item)
    return tuple(row[3] for row in sorted(map(_urgency, found), key=_FIRST_THREE))


def weeks_of_month(on: date) -> tuple[tuple[date, ...], ...]:
    """The weeks of a month, Monday first; days of the months beside it fill the first and the last."""
    first = on.replace(day=1)
    monday = first - timedelta(days=first.weekday())
    weeks = []
    while monday.month == on.month or monday <= first:
        weeks.append(tuple(monday + timedelta(days=day) for day in range(7)))
        monday += WEEK
    return tuple(weeks)


def week_of(on: date) -> tuple[date, ...]:
    """The seven days of a week, Monday first."""
    monday = on - timedelta(days=on.weekday())
    return tuple(monday + timedelta(days=day) for day in range(7))

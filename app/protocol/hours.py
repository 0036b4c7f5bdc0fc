"""When the vertrouwensinspecteur answers the phone, and by when a call that is due must be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.kernel.calendar import add_hours, is_working_day, working_day_from

OPENS = time(8)
CLOSES = time(17)
RED_AFTER = 24  # hours
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Opening:
    """Whether the number answers now; ``at`` is the moment it closes, or opens next."""

    is_open: bool
    at: datetime


@dataclass(frozen=True)
class CallDue:
    """A call that must be made: possible from, aimed at before, and red from."""

    possible_from: datetime
    target: datetime
    red_from: datetime


def opening(now: datetime) -> Opening:
    """Open on working days from 08:00 to 17:00; otherwise the next moment that it opens."""
    if is_working_day(now.date()) and OPENS <= now.time() < CLOSES:
        return Opening(is_open=True, at=_on(now, now.date(), CLOSES))
    day = now.date() if now.time() < OPENS else now.date() + _ONE_DAY
    return Opening(is_open=False, at=_on(now, working_day_from(day), OPENS))


def call_due(known_at: datetime) -> CallDue:
    """The same day; known when nobody answers, then the first working day from 08:00. Red after 24 hours."""
    hours = opening(known_at)
    start = known_at if hours.is_open else hours.at
    return CallDue(start, _on(start, start.date(), CLOSES), add_hours(start, RED_AFTER))


def _on(like: datetime, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=like.tzinfo)

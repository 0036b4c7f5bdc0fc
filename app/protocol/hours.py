"""When the vertrouwensinspecteur answers the phone, and by when a call that is due must be made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from app.kernel.calendar import add_hours, is_working_day, working_day_from
from app.kernel.clock import AMSTERDAM
from app.protocol.service import load_protocol

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
    """Open on working days between the hours of the protocol; otherwise the next moment that it opens."""
    hours = load_protocol().hours_of("inspector", now.date())
    if is_working_day(now.date()) and hours.opens <= now.time() < hours.closes:
        return Opening(is_open=True, at=_on(now, now.date(), hours.closes))
    day = now.date() if now.time() < hours.opens else now.date() + _ONE_DAY
    return Opening(is_open=False, at=_on(now, working_day_from(day), hours.opens))


def call_due(known_at: datetime) -> CallDue:
    """The same day; known when nobody answers, then the first working day. Red after the hours of the protocol."""
    now, protocol = opening(known_at), load_protocol()
    start = known_at if now.is_open else now.at
    closes = protocol.hours_of("inspector", start.date()).closes
    return CallDue(start, _on(start, start.date(), closes), red_from(start))


def red_hours(on: date) -> int:
    """After how many hours something that must be done at once is overdue."""
    return load_protocol().term("4a.consult", on).span.count


def red_from(since: datetime) -> datetime:
    """From when something that must be done at once is overdue."""
    return add_hours(since, red_hours(since.date()))


def same_day(since: datetime) -> datetime:
    """The end of the day on which something that must be done at once became known."""
    local = since.astimezone(AMSTERDAM)
    return _on(local, local.date(), time(23, 59))


def opening_time(on: date) -> time:
    """When the number is first answered on a working day."""
    return load_protocol().hours_of("inspector", on).opens


def _on(like: datetime, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=like.tzinfo)

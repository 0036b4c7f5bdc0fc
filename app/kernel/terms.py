"""Arithmetic of terms: until when something may last, must be done, or may still be done by someone else.

Three kinds that are never mixed, and a fourth that only informs. Which terms there are is data
(``data/protocol/terms.toml``); how a term is counted stands here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.kernel.calendar import (
    add_months,
    add_working_days,
    birthday,
    working_day_from,
    working_day_until,
)
from app.kernel.errors import Refused


class TermKind(StrEnum):
    """What a term is for; it decides whether the last day moves."""

    MAX_DURATION = "MAX_DURATION"  # may not last longer; never extended
    OWN_DEADLINE = "OWN_DEADLINE"  # the school must act; aims at the unextended day
    OTHER_PARTY_DEADLINE = "OTHER_PARTY_DEADLINE"  # a parent or employee may still act; extended
    INFO = "INFO"  # to know


class Sector(StrEnum):
    """Bijzonder (private) or openbaar (public) education; the law differs."""

    PRIVATE = "private"
    PUBLIC = "public"


class Unit(StrEnum):
    """In what a term is counted."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    WORKING_DAYS = "working_days"
    BIRTHDAY = "birthday"  # count is the age
    YEARLY = "yearly"  # count is month * 100 + day
    HOURS = "hours"  # refused: a clock, not a date
    NONE = "none"  # refused: no term


@dataclass(frozen=True)
class Span:
    """A number of units; a negative number counts back from the last day of the term."""

    count: int
    unit: Unit


@dataclass(frozen=True)
class TermDefinition:
    """One row of the term table; ``start`` says in Dutch what happens on the day from which is counted."""

    key: str
    label: str
    start: str
    kind: TermKind
    span: Span
    source: str
    valid_from: date
    valid_to: date | None = None
    first_day_counts: bool = False
    extends: bool = False  # a last day on a Saturday, Sunday or holiday moves to the next working day
    target: Span | None = None
    source_public: str = ""
    reason: str = ""  # why a key in hours, or that is no term, cannot be computed: a code

    def is_valid_on(self, on: date) -> bool:
        """Whether this version of the row holds on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)


@dataclass(frozen=True)
class TermResult:
    """A computed term: ``last_day`` is the limit, ``target`` the earlier day to aim at where there is one."""

    key: str
    start: date
    last_day: date
    target: date | None
    kind: TermKind
    extended_from: date | None
    source: str

    def is_over(self, on: date) -> bool:
        """Whether the last day has passed."""
        return on > self.last_day

    def days_left(self, on: date) -> int:
        """Days until the last day; negative when it has passed."""
        return (self.last_day - on).days


def compute_term(definition: TermDefinition, start: date, sector: Sector = Sector.PRIVATE) -> TermResult:
    """The last day and the target of a term that starts on this day.

    Raises:
        Refused: the key is counted in hours, or is no term (``definition.reason`` is the code).
    """
    if definition.span.unit in {Unit.HOURS, Unit.NONE}:
        raise Refused(definition.reason, key=definition.key, label=definition.label, hours=definition.span.count)
    plain = _count(start, definition.span)
    if definition.first_day_counts:
        plain -= timedelta(days=1)
    moves = definition.extends and definition.kind is not TermKind.MAX_DURATION
    last_day = working_day_from(plain) if moves else plain
    return TermResult(
        key=definition.key,
        start=start,
        last_day=last_day,
        target=_target(definition, start, plain, last_day),
        kind=definition.kind,
        extended_from=plain if last_day != plain else None,
        source=definition.source_public or definition.source if sector is Sector.PUBLIC else definition.source,
    )


def _count(start: date, span: Span) -> date:
    match span.unit:
        case Unit.WEEKS:
            return start + timedelta(weeks=span.count)
        case Unit.MONTHS:
            return add_months(start, span.count)
        case Unit.WORKING_DAYS:
            return add_working_days(start, span.count)
        case Unit.BIRTHDAY:
            return birthday(start, span.count)
        case Unit.YEARLY:
            month, day = divmod(span.count, 100)
            this_year = date(start.year, month, day)
            return this_year if start <= this_year else date(start.year + 1, month, day)
        case _:
            return start + timedelta(days=span.count)


def _target(definition: TermDefinition, start: date, plain: date, last_day: date) -> date | None:
    """The day to aim at: never a day off for what the school itself must do, never before the start."""
    aim = plain
    if definition.target is not None:
        aim = _count(last_day if definition.target.count < 0 else start, definition.target)
    elif definition.kind is not TermKind.OWN_DEADLINE:
        return None
    if definition.kind is TermKind.OWN_DEADLINE:
        aim = max(working_day_until(aim), start)
    return aim if aim < last_day else None

"""Counting: from facts without names to figures in the order in which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from app.kernel.calendar import add_months, school_year_days


@dataclass(frozen=True)
class Figure:
    """One bar: its label and its count."""

    label: str
    count: int


@dataclass(frozen=True)
class CaseFact:
    """A case as far as it is counted; ``categories`` are codes, each once."""

    opened_on: date
    severity: str
    categories: frozenset[str]
    closed_on: date | None


@dataclass(frozen=True)
class YearFigures:
    """What a school year came to; the first figures are totals, the tuples are bars."""

    school_year: str
    cases: int
    open_cases: int
    days_to_close: int | None
    measures: int
    calls: int
    police: int
    by_month: tuple[Figure, ...]
    by_category: tuple[Figure, ...]
    by_severity: tuple[Figure, ...]
    by_rung: tuple[Figure, ...]
    by_call_reason: tuple[Figure, ...]


def months_of(year: str) -> tuple[date, ...]:
    """The first day of each month of a school year, August first."""
    first = school_year_days(year)[0]
    return tuple(add_months(first, number) for number in range(12))


def per_month(days: Iterable[date], year: str, labels: Sequence[str]) -> tuple[Figure, ...]:
    """How many of these days lie in each month of a school year; ``labels`` start at January."""
    counted = Counter((day.year, day.month) for day in days)
    return tuple(Figure(labels[month.month - 1], counted[month.year, month.month]) for month in months_of(year))


def in_order(codes: Iterable[str], labels: Mapping[str, str]) -> tuple[Figure, ...]:
    """How often each code occurs, in the order of the labels, also those that never do."""
    counted = Counter(codes)
    return tuple(Figure(label, counted[code]) for code, label in labels.items())


def most_first(codes: Iterable[str], labels: Mapping[str, str]) -> tuple[Figure, ...]:
    """How often each code that occurs does, the most frequent first."""
    found = [figure for figure in in_order(codes, labels) if figure.count]
    return tuple(sorted(found, key=lambda figure: -figure.count))


def days_to_close(cases: Iterable[CaseFact]) -> int | None:
    """The median number of days from opening to closing; None when nothing was closed."""
    lasted = [(case.closed_on - case.opened_on).days for case in cases if case.closed_on is not None]
    return round(median(lasted)) if lasted else None

"""Counting: from facts without names to figures in the order in which they are shown."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from app.insights.privacy_rules import LEAST, Told, alone, protected
from app.kernel.calendar import add_months, school_year, school_year_days


@dataclass(frozen=True)
class Figure:
    """One bar: its label, its count, and the count of the year before; None is withheld."""

    label: str
    count: Told
    before: Told = 0


@dataclass(frozen=True)
class Part:
    """One table: what it is about and its bars."""

    code: str
    bars: tuple[Figure, ...]

    @property
    def is_empty(self) -> bool:
        """Whether it shows nothing."""
        return not any(bar.count is None or bar.count or bar.before is None or bar.before for bar in self.bars)

    @property
    def is_withheld(self) -> bool:
        """Whether all of it is withheld, in both years: a column of dashes tells no more than one sentence."""
        return all(bar.count is None and bar.before is None for bar in self.bars)


@dataclass(frozen=True)
class CaseFact:
    """A case as far as it is counted; ``categories`` and ``years`` are codes, each once."""

    opened_on: date
    severity: str
    categories: frozenset[str]
    closed_on: date | None
    platform: str = ""
    years: frozenset[str] = frozenset()


@dataclass(frozen=True)
class YearFacts:
    """What is known of one school year, without a name."""

    school_year: str
    cases: tuple[CaseFact, ...] = ()
    rungs: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    police: tuple[str, ...] = ()
    takedowns: tuple[str, ...] = ()
    families: tuple[int, int] = (0, 0)
    older: tuple[CaseFact, ...] = ()  # every case of the years before this one


@dataclass(frozen=True)
class Totals:
    """The few numbers on top; None is withheld. Days are medians over what was closed."""

    cases: Told
    open_cases: Told
    older_open: Told
    days_to_close: int | None
    measures: Told
    calls: Told
    police: Told
    takedowns: Told
    answered: Told
    families: Told


@dataclass(frozen=True)
class Report:
    """The figures of one school year beside those of the year before."""

    school_year: str
    year_before: str
    totals: Totals
    before: Totals
    parts: tuple[Part, ...]
    is_public: bool

    def part(self, code: str) -> Part:
        """One table by its code."""
        return next(part for part in self.parts if part.code == code)


Labels = Mapping[str, Mapping[str, str]]  # per table: code to label, in the order in which they are shown


def report(now: YearFacts, before: YearFacts, labels: Labels, *, public: bool) -> Report:
    """The figures; in a public one every small number is withheld, and what would tell it."""
    columns = _columns(now), _columns(before)
    parts = tuple(_part(code, words, columns[0][code], columns[1][code], public) for code, words in labels.items())
    this, last = totals(now, public=public), totals(before, public=public)
    return Report(now.school_year, before.school_year, this, last, parts, public)


def _columns(facts: YearFacts) -> dict[str, Counter[str]]:
    cases = facts.cases
    return {
        "month": Counter(f"{case.opened_on.month:02}" for case in cases),
        "category": Counter(code for case in cases for code in case.categories),
        "severity": Counter(case.severity for case in cases),
        "platform": Counter(case.platform for case in cases),
        "year_group": Counter(year for case in cases for year in case.years),
        "lead_time": Counter(lead_time(case) for case in cases),
        "rung": Counter(facts.rungs),
        "object": Counter(facts.objects),
        "call": Counter(facts.calls),
        "police": Counter(facts.police),
        "takedown": Counter(facts.takedowns),
        "consent": Counter({"answered": facts.families[0], "missing": facts.families[1] - facts.families[0]}),
    }


def _part(code: str, words: Mapping[str, str], now: Counter[str], before: Counter[str], public: bool) -> Part:
    this, last = _told(words, now, public=public), _told(words, before, public=public)
    bars = (Figure(label, *counts) for label, *counts in zip(words.values(), this, last, strict=True))
    return Part(code, tuple(bars))


def _told(words: Mapping[str, str], counted: Counter[str], *, public: bool) -> Sequence[Told]:
    counts = [counted[key] for key in words]
    return protected(counts) if public else counts


def totals(facts: YearFacts, *, public: bool) -> Totals:
    """The numbers on top; when public they follow what the tables tell, so that neither gives the other away."""
    tell = alone if public else _as_it_is
    columns, families = _columns(facts), facts.families[1]
    lasted = dict(zip(LASTED, _told(dict.fromkeys(LASTED, ""), columns["lead_time"], public=public), strict=True))
    answers = _told({"answered": "", "missing": ""}, columns["consent"], public=public)
    closed = sum(case.closed_on is not None for case in facts.cases)
    return Totals(
        cases=tell(len(facts.cases)),
        open_cases=lasted["open"],
        older_open=older_open(facts.older, public=public),
        days_to_close=days_to_close(facts.cases) if not public or closed >= LEAST else None,
        measures=tell(len(facts.rungs)),
        calls=tell(len(facts.calls)),
        police=tell(len(facts.police)),
        takedowns=tell(len(facts.takedowns)),
        answered=answers[0],
        families=tell(families),
    )


def older_open(cases: Iterable[CaseFact], *, public: bool) -> Told:
    """How many cases of earlier years are still open.

    Each of those years tells its own part in a report of its own. When one of them withholds that, the sum is
    withheld too: with the parts that are told it would tell the one that is not.
    """
    by_year: dict[str, list[CaseFact]] = defaultdict(list)
    for case in cases:
        by_year[school_year(case.opened_on)].append(case)
    if not public:
        return sum(case.closed_on is None for found in by_year.values() for case in found)
    words = dict.fromkeys(LASTED, "")
    parts = [_told(words, Counter(lead_time(case) for case in found), public=True)[-1] for found in by_year.values()]
    return None if None in parts else sum(part for part in parts if part)


LASTED = ("week", "month", "quarter", "longer", "open")


def _as_it_is(count: int) -> Told:
    return count


def lead_time(case: CaseFact) -> str:
    """How long a case lasted, in classes: ``open`` when it still does."""
    if case.closed_on is None:
        return "open"
    days = (case.closed_on - case.opened_on).days
    return "week" if days <= 7 else "month" if days <= 31 else "quarter" if days <= 92 else "longer"


def days_to_close(cases: Iterable[CaseFact]) -> int | None:
    """The median number of days from opening to closing; None when nothing was closed."""
    lasted = [(case.closed_on - case.opened_on).days for case in cases if case.closed_on is not None]
    return round(median(lasted)) if lasted else None


def months_of(year: str) -> tuple[date, ...]:
    """The first day of each month of a school year, August first."""
    first = school_year_days(year)[0]
    return tuple(add_months(first, number) for number in range(12))


def platform_of(typed: str, known: Iterable[str]) -> str:
    """The platform of a case as it is counted: the first known name in what was typed, else ``other``."""
    folded = typed.casefold().replace(" ", "")
    if not folded:
        return "none"
    return next((name for name in known if name.casefold() in folded), "other")


def year_group_of(group: str) -> frozenset[str]:
    """The years in the name of a group: ``8B`` is 8, ``7/8`` is both; a name without a figure says nothing."""
    found = {sign for sign in group if sign in "12345678"}
    return frozenset(found)


def year_before(year: str) -> str:
    """The school year before this one: ``2025-2026`` for ``2026-2027``."""
    first = int(year[:4])
    return f"{first - 1}-{first}"

"""The figures of a school year; numbers only, never a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from app.cases.counting import CaseCount
from app.cases.rules import CaseSeverity
from app.cases.texts import word
from app.casework import Casework
from app.consents.matrix.overview import Progress
from app.consents.publications.lines import Takedown
from app.consents.service import Consents
from app.insights import rules
from app.insights.rules import LASTED, CaseFact, Labels, Report, YearFacts
from app.insights.texts import ANSWERS, CALL_REASONS, LEAD_TIMES, OBJECTS, PLATFORMS, POLICE_KINDS, TAKEDOWNS
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Refused
from app.kernel.formats import short_months
from app.kernel.texts import _

EVERYTHING = 100_000
Dated = tuple[tuple[str, date], ...]  # what it was, and on which day
LONG_AGO = datetime(2000, 1, 1, tzinfo=AMSTERDAM)


class Insights:
    """Reads the other features and counts."""

    def __init__(self, consents: Consents, casework: Casework | None, clock: Clock) -> None:
        self._consents = consents
        self._casework = casework
        self._clock = clock

    def years(self) -> tuple[str, ...]:
        """The school years that can be shown: this one, and those before it that have cases; newest first."""
        known = {school_year(self._clock.today())}
        if self._casework is not None:
            cases = self._casework.cases.counts(LONG_AGO, self._clock.now() + timedelta(days=1))
            known |= {school_year(_day(case.opened_at)) for case in cases}
        return tuple(sorted(known, reverse=True))

    def consents(self, year: str | None = None) -> Progress:
        """How far the answers on the forms of a school year are."""
        return self._consents.progress(year)

    def report(self, year: str | None = None, *, public: bool = False) -> Report:
        """The figures beside those of the year before; a public report withholds what could point at somebody.

        Raises Refused for who may not see every case.
        """
        now = year or school_year(self._clock.today())
        before = rules.year_before(now)
        taken, objects = self._work().measures.taken(), tuple(self._objects())
        takedowns = self._takedowns()
        facts = [self._facts(label, taken, objects, takedowns) for label in (now, before)]
        return rules.report(facts[0], facts[1], self._labels(now), public=public)

    def _facts(self, year: str, taken: Dated, objects: Dated, takedowns: tuple[Takedown, ...]) -> YearFacts:
        work, (since, until) = self._work(), _instants(year)
        progress = self._consents.progress(year)
        of_year = [one for one in takedowns if school_year(one.since) == year]
        return YearFacts(
            school_year=year,
            cases=tuple(_fact(case) for case in work.cases.counts(since, until)),
            rungs=_in_year(taken, year),
            objects=_in_year(objects, year),
            calls=tuple(call.notes.reason for call in work.inspector.log(year) if call.reached),
            police=tuple(work.police.counted(since, until)),
            takedowns=tuple(_speed(one) for one in of_year),
            families=(progress.answered, progress.total),
            older=tuple(_lasted(case) for case in work.cases.counts(LONG_AGO, since)),
        )

    def _work(self) -> Casework:
        if self._casework is None:
            raise Refused("insights.no_access")
        return self._casework

    def _objects(self) -> Iterator[tuple[str, date]]:
        """Each device in custody and each message that had to go, with its day; they need no decision."""
        measures = self._work().measures
        for device in measures.devices.all(EVERYTHING):
            yield "device", _day(device.taken_at)
        for content in measures.contents.all(EVERYTHING):
            yield "content", content.asked_on

    def _takedowns(self) -> tuple[Takedown, ...]:
        return self._consents.publications.takedowns(open_only=False)

    def _labels(self, year: str) -> Labels:
        months = short_months()
        platforms = {name: name for name in PLATFORMS}
        return {
            "month": {f"{month.month:02}": months[month.month - 1] for month in rules.months_of(year)},
            "category": {line.code: line.title for line in self._work().cases.categories.all()},
            "severity": {code.value: word("severity", code) for code in CaseSeverity},
            "platform": platforms | {"other": _("anders"), "none": _("geen platform")},
            "year_group": {str(number): _("groep {n}").format(n=number) for number in range(1, 9)},
            "lead_time": {code: _(LEAD_TIMES[code]) for code in LASTED},
            "rung": self._rungs(),
            "object": {code: _(text) for code, text in OBJECTS.items()},
            "call": {code: _(text) for code, text in CALL_REASONS.items()},
            "police": {code: _(text) for code, text in POLICE_KINDS.items()},
            "takedown": {code: _(text) for code, text in TAKEDOWNS.items()},
            "consent": {code: _(text) for code, text in ANSWERS.items()},
        }

    def _rungs(self) -> dict[str, str]:
        """Every rung by its label; those that both ladders have are told apart."""
        protocol = self._work().measures.ladders.protocol()
        found = {rung.code: rung.label for ladder in protocol.ladders for rung in ladder.rungs}
        labels = list(found.values())
        for code, label in found.items():
            if labels.count(label) > 1:
                who = _("medewerker") if code.startswith("employee.") else _("leerling of ouder")
                found[code] = f"{label} ({who})"
        return found


def _fact(case: CaseCount) -> CaseFact:
    return CaseFact(
        opened_on=_day(case.opened_at),
        severity=case.severity.value,
        categories=case.categories,
        closed_on=_day(case.closed_at) if case.closed_at else None,
        platform=rules.platform_of(case.platform, PLATFORMS),
        years=frozenset().union(*(rules.year_group_of(group) for group in case.groups)),
    )


def _lasted(case: CaseCount) -> CaseFact:
    """Of a case of an earlier year no more than how long it lasted."""
    return CaseFact(_day(case.opened_at), "", frozenset(), _day(case.closed_at) if case.closed_at else None)


def _in_year(dated: Dated, year: str) -> tuple[str, ...]:
    return tuple(code for code, on in dated if school_year(on) == year)


def _speed(one: Takedown) -> str:
    if one.done is None:
        return "open"
    return "in_time" if one.done.done_on <= one.limit else "late"


def _instants(year: str) -> tuple[datetime, datetime]:
    first, last = school_year_days(year)
    since, until = (datetime.combine(day, time(), AMSTERDAM) for day in (first, last + timedelta(days=1)))
    return since, until


def _day(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()

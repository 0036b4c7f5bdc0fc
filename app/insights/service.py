"""The figures of a school year; numbers only, never a name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from app.cases.counting import CaseCount
from app.cases.rules import CaseSeverity
from app.cases.texts import word
from app.casework import Casework
from app.consents.overview import Progress
from app.consents.service import Consents
from app.insights import rules
from app.insights.rules import CaseFact, YearFigures
from app.insights.texts import CALL_REASONS
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Refused
from app.kernel.formats import short_months
from app.kernel.texts import _
from app.measures.facts import Status
from app.measures.lines import MeasureFilter
from app.protocol.rules import Protocol

EVERYTHING = 100_000
DEVICE, CONTENT = "pupil.DEVICE_CUSTODY", "pupil.CONTENT_REMOVAL"
LONG_AGO = datetime(2000, 1, 1, tzinfo=AMSTERDAM)


class Insights:
    """Reads the other features and counts."""

    def __init__(self, consents: Consents, protocol: Protocol, casework: Casework | None, clock: Clock) -> None:
        self._consents = consents
        self._protocol = protocol
        self._casework = casework
        self._clock = clock

    def years(self) -> tuple[str, ...]:
        """The school years that can be shown: this one, and those before it that have cases; newest first."""
        known = {school_year(self._clock.today())}
        if self._casework is not None:
            cases = self._casework.cases.counts(LONG_AGO, self._clock.now() + timedelta(days=1))
            known |= {school_year(case.opened_at.astimezone(AMSTERDAM).date()) for case in cases}
        return tuple(sorted(known, reverse=True))

    def consents(self, year: str | None = None) -> Progress:
        """How far the answers on the forms of a school year are."""
        return self._consents.progress(year)

    def figures(self, year: str | None = None) -> YearFigures:
        """Everything that is counted of a school year. Raises Refused for who may not see cases."""
        label = year or school_year(self._clock.today())
        counted = self._cases(label)
        cases = [_fact(case) for case in counted]
        measures = [rung for rung, on in self._measures() if school_year(on) == label]
        calls = self._work().inspector.log(label)
        return YearFigures(
            school_year=label,
            cases=len(cases),
            open_cases=sum(case.closed_on is None for case in cases),
            days_to_close=rules.days_to_close(cases),
            measures=len(measures),
            calls=sum(call.reached for call in calls),
            police=sum(len(self._work().police.of_case(case.id)) for case in counted),
            by_month=rules.per_month((case.opened_on for case in cases), label, short_months()),
            by_category=rules.most_first((code for case in cases for code in case.categories), self._categories()),
            by_severity=rules.in_order(
                (case.severity for case in cases), {code.value: word("severity", code) for code in CaseSeverity}
            ),
            by_rung=rules.in_order(measures, self._rungs()),
            by_call_reason=rules.in_order(
                (call.notes.reason for call in calls if call.reached),
                {code: _(text) for code, text in CALL_REASONS.items()},
            ),
        )

    def _work(self) -> Casework:
        if self._casework is None:
            raise Refused("insights.no_access")
        return self._casework

    def _cases(self, year: str) -> tuple[CaseCount, ...]:
        first, last = school_year_days(year)
        since, until = (datetime.combine(day, time(), AMSTERDAM) for day in (first, last + timedelta(days=1)))
        return self._work().cases.counts(since, until)

    def _measures(self) -> Iterator[tuple[str, date]]:
        """Each measure with its day: decisions, and the receipts and messages that need no decision."""
        measures = self._work().measures
        for line in measures.overview(MeasureFilter(limit=EVERYTHING)):
            if line.decided_on and line.status is not Status.WITHDRAWN:
                yield line.rung, line.decided_on
        for device in measures.devices.all(EVERYTHING):
            yield DEVICE, device.taken_at.astimezone(AMSTERDAM).date()
        for content in measures.contents.all(EVERYTHING):
            yield CONTENT, content.asked_on

    def _categories(self) -> dict[str, str]:
        return {category.code: category.label for category in self._protocol.categories}

    def _rungs(self) -> dict[str, str]:
        """Every rung by its label; those that both ladders have are told apart."""
        found = {rung.code: rung.label for ladder in self._protocol.ladders for rung in ladder.rungs}
        labels = list(found.values())
        for code, label in found.items():
            if labels.count(label) > 1:
                who = _("medewerker") if code.startswith("employee.") else _("leerling of ouder")
                found[code] = f"{label} ({who})"
        return found


def _fact(case: CaseCount) -> CaseFact:
    return CaseFact(
        opened_on=case.opened_at.astimezone(AMSTERDAM).date(),
        severity=case.severity.value,
        categories=case.categories,
        closed_on=case.closed_at.astimezone(AMSTERDAM).date() if case.closed_at else None,
    )

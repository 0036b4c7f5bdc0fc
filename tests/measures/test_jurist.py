"""Twenty situations of a school jurist: what the program must stop, doubt or allow, with every date and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from app.kernel.clock import at
from app.kernel.findings import Finding, Severity
from app.kernel.terms import Sector
from app.measures.facts import Background, Decider, Draft, Earlier, HeardAs, Location
from app.measures.remedies import Given, Pause, contested_until, decide_until
from app.measures.rules import findings
from app.people.rules import PersonKind
from app.protocol.terms import term
from tests.measures.situations import (
    PROTOCOL,
    WARNED,
    background,
    employee_suspension,
    heard,
    removal,
    reprimand,
    summary_dismissal,
    suspension,
)

B, W, I = Severity.BLOCK, Severity.WARN, Severity.INFO  # noqa: E741
PUPIL = background()
PARENT = background(PersonKind.GUARDIAN)
EMPLOYEE = background(PersonKind.EMPLOYEE, earlier=(replace(WARNED, rung="employee.WARNING"),))


@dataclass(frozen=True)
class Situation:
    """What the jurist puts before the program, and what must come out; ``values`` of the finding with ``code``."""

    told: str
    draft: Draft
    known: Background
    severity: Severity | None
    code: str = ""
    source: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


SITUATIONS = (
    Situation(
        "1. two weeks of suspension for a pupil are void; the week from Monday 16 March ends on Sunday 22 March",
        suspension(last_day=date(2026, 3, 29)),
        PUPIL,
        B,
        "suspension_too_long",
        "WPO artikel 40c",
        {"days": 14, "last_day": date(2026, 3, 22)},
    ),
    Situation(
        "2. a week over the weekend of Easter is not extended",
        suspension(first_day=date(2026, 4, 2), last_day=date(2026, 4, 9)),
        replace(PUPIL, now=at(2026, 4, 1, 9)),
        B,
        "suspension_too_long",
        "WPO artikel 40c",
        {"days": 8, "last_day": date(2026, 4, 8)},
    ),
    Situation(
        "3. a time-out inside the school of two days is a suspension and is told to the inspectorate the same day",
        suspension(location=Location.INTERNAL, last_day=date(2026, 3, 17)),
        PUPIL,
        I,
        "tell_inspectorate",
        "WPO artikel 40c",
        {"on": date(2026, 3, 16), "last_day": date(2026, 3, 17)},
    ),
    Situation(
        "4. a second week for the same facts right after the first is doubtful",
        suspension(first_day=date(2026, 3, 16)),
        replace(
            PUPIL,
            earlier=(WARNED, Earlier(8, "pupil.SUSPENSION", 13, date(2026, 3, 9), date(2026, 3, 9), date(2026, 3, 15))),
        ),
        W,
        "suspended_again",
        "WPO artikel 40c",
    ),
    Situation(
        "5. nobody was heard before the suspension: a judge quashed such a decision",
        suspension(hearings=()),
        PUPIL,
        W,
        "pupil_not_heard",
        "rechtspraak",
    ),
    Situation(
        "6. the director suspends without the board's mandate",
        suspension(),
        replace(PUPIL, mandates=()),
        B,
        "no_mandate",
        "WPO artikel 33a en 40c",
    ),
    Situation(
        "7. removal without a school that admits the pupil, after eight weeks of seeking",
        removal(other_school="", other_school_on=None),
        PUPIL,
        B,
        "no_other_school",
        "WPO artikel 40 lid 11",
    ),
    Situation(
        "8. removal without hearing the class teacher",
        removal(hearings=(heard(HeardAs.GUARDIAN),)),
        PUPIL,
        B,
        "teacher_not_heard",
        "WPO artikel 40 lid 11",
    ),
    Situation(
        "9. removal by a letter that does not mention objection",
        removal(objection_clause=False),
        PUPIL,
        B,
        "objection_clause_missing",
        "WPO artikel 63",
    ),
    Situation(
        "10. the municipality hears of a removal on the day of the decision",
        removal(decided_on=date(2026, 3, 12)),
        PUPIL,
        I,
        "tell_municipality",
        "Leerplichtwet artikel 18",
        {"on": date(2026, 3, 12)},
    ),
    Situation(
        "11. a father is suspended",
        suspension(),
        PARENT,
        B,
        "not_for_parents",
        "WPO artikel 40 en 40c",
    ),
    Situation(
        "12. a child is suspended because the mother threatened a teacher",
        suspension(caused_by_parent=True),
        PUPIL,
        W,
        "caused_by_parent",
        "Rechtbank Limburg 2022:5138",
    ),
    Situation(
        "13. an employee is suspended and heard three weeks later",
        employee_suspension(hearings=(heard(HeardAs.EMPLOYEE, 31),)),
        replace(EMPLOYEE, now=at(2026, 4, 6, 9)),
        B,
        "employee_heard_too_late",
        "Onderwijsgeschillen 106138",
    ),
    Situation(
        "14. a suspension of five weeks for an employee; four weeks from 16 March end on 12 April",
        employee_suspension(last_day=date(2026, 4, 19)),
        EMPLOYEE,
        B,
        "employee_suspension_too_long",
        "CAO PO",
        {"days": 35, "last_day": date(2026, 4, 12)},
    ),
    Situation(
        "15. a reprimand on the day after its intention was posted",
        reprimand(intent_on=date(2026, 3, 12), decided_on=date(2026, 3, 13)),
        EMPLOYEE,
        B,
        "views_still_open",
        "CAO PO",
        {"last_day": date(2026, 4, 2)},
    ),
    Situation(
        "16. a reprimand whose intention went by ordinary post",
        reprimand(intent_registered=False),
        EMPLOYEE,
        W,
        "intent_not_registered",
        "CAO PO",
    ),
    Situation(
        "17. summary dismissal after five quiet days",
        summary_dismissal(knowledge_at=at(2026, 3, 9, 9), decider=Decider.BOARD),
        EMPLOYEE,
        W,
        "silent_too_long",
        "BW 7:677",
    ),
    Situation(
        "18. own hearings while the consultation of article 4a is open",
        employee_suspension(),
        replace(EMPLOYEE, statutory_chain_open=True),
        W,
        "chain_open",
        "WPO artikel 4a",
    ),
    Situation("19. a sound suspension of a week", suspension(), PUPIL, None),
    Situation(
        "20. a sound removal after warning and suspension",
        removal(),
        replace(
            PUPIL,
            earlier=(WARNED, Earlier(8, "pupil.SUSPENSION", 4, date(2026, 3, 2), date(2026, 3, 3), date(2026, 3, 4))),
        ),
        None,
    ),
)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: situation.told[:40])
def test_the_rules_answer_as_a_jurist_would(situation: Situation) -> None:
    answered(situation)


def answered(situation: Situation) -> None:
    """The rules say what the jurist would: the weight, the source and the dates, or nothing in the way."""
    found = findings(situation.draft, situation.known)
    if situation.severity is None:
        assert [one.code for one in found if one.severity in {B, W}] == []
        return
    answer = _one(found, situation.code)
    assert answer.severity is situation.severity
    assert situation.source in {"", answer.source}
    assert situation.values.items() <= dict(answer.values).items()


def _one(found: tuple[Finding, ...], code: str) -> Finding:
    return next(one for one in found if one.code == f"measures.{code}")


PRIVATE, PUBLIC = Sector.PRIVATE, Sector.PUBLIC
CONTESTED = (
    ("pupil.REMOVAL", PRIVATE, date(2026, 3, 12), date(2026, 4, 23)),
    ("pupil.REMOVAL", PRIVATE, date(2026, 2, 23), date(2026, 4, 7)),
    ("pupil.REMOVAL", PUBLIC, date(2026, 3, 16), date(2026, 4, 28)),
    ("pupil.REMOVAL", PUBLIC, date(2026, 11, 13), date(2026, 12, 28)),
    ("pupil.SUSPENSION", PUBLIC, date(2026, 3, 12), date(2026, 4, 23)),
    ("pupil.SUSPENSION", PRIVATE, date(2026, 3, 12), date(2026, 4, 23)),
    ("employee.REPRIMAND", PRIVATE, date(2026, 4, 10), date(2026, 5, 22)),
    ("employee.SUSPENSION", PUBLIC, date(2026, 4, 10), date(2026, 5, 22)),
    ("employee.WARNING", PRIVATE, date(2026, 4, 10), None),
    ("employee.SUMMARY_DISMISSAL", PRIVATE, date(2026, 3, 16), date(2026, 5, 18)),
    ("pupil.WARNING", PRIVATE, date(2026, 3, 12), None),
)


@pytest.mark.parametrize(("rung", "sector", "given_on", "until"), CONTESTED)
def test_each_rung_has_its_own_term_in_each_sector(
    rung: str, sector: Sector, given_on: date, until: date | None
) -> None:
    assert contested_until(PROTOCOL, Given(rung, given_on, given_on), sector) == until


def test_an_appeal_runs_from_the_receipt_and_not_from_the_posting() -> None:
    given = Given("employee.REPRIMAND", date(2026, 4, 8), date(2026, 4, 8), date(2026, 4, 10))
    assert contested_until(PROTOCOL, given, PRIVATE) == date(2026, 5, 22)


def test_nothing_runs_before_the_decision_was_given() -> None:
    assert contested_until(PROTOCOL, Given("pupil.REMOVAL", date(2026, 3, 12)), PRIVATE) is None


REMOVED = Given("pupil.REMOVAL", date(2026, 3, 12), date(2026, 3, 12))


def test_a_private_school_decides_four_weeks_after_receipt() -> None:
    assert decide_until(PROTOCOL, REMOVED, PRIVATE, date(2026, 4, 1)) == date(2026, 4, 29)


def test_a_public_school_decides_four_weeks_after_the_term_for_objecting() -> None:
    assert decide_until(PROTOCOL, REMOVED, PUBLIC, date(2026, 4, 1)) == date(2026, 5, 21)


def test_a_dispute_stops_the_clock_from_filing_to_opinion() -> None:
    pause = Pause(date(2026, 4, 10), date(2026, 6, 19))
    assert term(PROTOCOL, "gpo.opinion", date(2026, 4, 10)).last_day == date(2026, 6, 19)
    expected = date(2026, 7, 8)
    assert decide_until(PROTOCOL, REMOVED, PRIVATE, date(2026, 4, 1), (pause,)) == expected
    assert decide_until(PROTOCOL, REMOVED, PRIVATE, date(2026, 4, 1), (Pause(date(2026, 4, 10)),)) == expected


def test_a_dispute_after_the_term_stops_nothing() -> None:
    late = Pause(date(2026, 5, 4), date(2026, 6, 1))
    assert decide_until(PROTOCOL, REMOVED, PRIVATE, date(2026, 4, 1), (late,)) == date(2026, 4, 29)

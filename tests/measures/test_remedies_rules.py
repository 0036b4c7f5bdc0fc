"""In time, late, and on a holiday: the terms of those who do not agree, in both sectors."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.terms import Sector
from app.measures.remedies import Given, contested_until, decide_until, late_after
from app.protocol.remedy_rules import RemedyKind
from tests.measures.situations import PROTOCOL

PRIVATE, PUBLIC = Sector.PRIVATE, Sector.PUBLIC
REMOVED = Given("pupil.REMOVAL", date(2026, 3, 12), date(2026, 3, 12))
EASTER = Given("pupil.REMOVAL", date(2026, 2, 23), date(2026, 2, 23))
REPRIMANDED = Given("employee.REPRIMAND", date(2026, 4, 8), date(2026, 4, 8), date(2026, 4, 10))

UNTIL = (
    ("new year's day is a Friday", "pupil.REMOVAL", PRIVATE, date(2026, 11, 20), date(2027, 1, 4)),
    ("Good Friday, and then Easter Monday", "pupil.REMOVAL", PUBLIC, date(2027, 2, 12), date(2027, 3, 30)),
    ("5 May, and then Ascension Day", "pupil.SUSPENSION", PUBLIC, date(2027, 3, 24), date(2027, 5, 7)),
    ("5 May, for an employee too", "employee.REPRIMAND", PRIVATE, date(2026, 3, 24), date(2026, 5, 6)),
    ("a removal over 29 February", "pupil.REMOVAL", PRIVATE, date(2028, 2, 1), date(2028, 3, 14)),
)


@pytest.mark.parametrize(("why", "rung", "sector", "given_on", "until"), UNTIL)
def test_the_other_party_is_never_hurt_by_a_holiday(
    why: str, rung: str, sector: Sector, given_on: date, until: date
) -> None:
    assert contested_until(PROTOCOL, Given(rung, given_on, given_on), sector) == until, why


def test_two_months_after_the_last_day_of_december_end_on_the_first_of_march() -> None:
    given = Given("employee.DISMISSAL", date(2026, 11, 2), date(2026, 11, 2), ended_on=date(2026, 12, 31))
    assert contested_until(PROTOCOL, given, PRIVATE) == date(2027, 3, 1)


def test_a_public_school_has_six_weeks_for_an_objection_to_a_suspension() -> None:
    given = Given("pupil.SUSPENSION", date(2026, 3, 12), date(2026, 3, 12))
    assert decide_until(PROTOCOL, given, PUBLIC, date(2026, 3, 20)) == date(2026, 6, 4)


LATE = (
    (REMOVED, RemedyKind.OBJECTION, date(2026, 4, 23), None),
    (REMOVED, RemedyKind.OBJECTION, date(2026, 4, 24), date(2026, 4, 23)),
    (EASTER, RemedyKind.OBJECTION, date(2026, 4, 7), None),
    (EASTER, RemedyKind.OBJECTION, date(2026, 4, 8), date(2026, 4, 7)),
    (REMOVED, RemedyKind.DISPUTE, date(2026, 4, 24), date(2026, 4, 23)),
    (REPRIMANDED, RemedyKind.APPEAL, date(2026, 5, 22), None),
    (REPRIMANDED, RemedyKind.APPEAL, date(2026, 5, 26), date(2026, 5, 22)),
    (REMOVED, RemedyKind.COMPLAINT, date(2027, 4, 23), None),
    (REMOVED, RemedyKind.COURT, date(2027, 4, 23), None),
    (Given("pupil.REMOVAL", date(2026, 3, 12)), RemedyKind.OBJECTION, date(2026, 6, 1), None),
)


@pytest.mark.parametrize(("given", "kind", "received_on", "after"), LATE)
def test_what_comes_after_the_term_is_late(
    given: Given, kind: RemedyKind, received_on: date, after: date | None
) -> None:
    assert late_after(PROTOCOL, given, PRIVATE, kind, received_on) == after


def test_the_court_of_a_public_school_is_counted_from_the_decision_on_the_objection() -> None:
    assert late_after(PROTOCOL, REMOVED, PUBLIC, RemedyKind.COURT, date(2027, 1, 4)) is None

"""Who may ask about whose data, until when, and what a breach still misses."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.access_requests.rules import (
    Asking,
    Capacity,
    Ground,
    Kind,
    Risk,
    Telling,
    breach_deadline,
    breach_findings,
    clocks,
    findings,
    may_withhold,
)
from app.kernel.clock import at
from app.people.rules import Authority, PersonKind
from app.protocol.service import load_protocol
from app.protocol.terms import term

SELF, PARENT = Capacity.SELF, Capacity.REPRESENTATIVE
PUPIL, EMPLOYEE = PersonKind.PUPIL, PersonKind.EMPLOYEE
FOUND = at(2026, 11, 13, 16)


@pytest.mark.parametrize(
    ("capacity", "subject", "age", "authority", "code"),
    [
        (SELF, PUPIL, 11, None, "too_young"),
        (SELF, PUPIL, 12, None, ""),
        (SELF, PUPIL, None, None, "age_unknown"),
        (SELF, EMPLOYEE, None, None, ""),
        (PARENT, PUPIL, 9, Authority.YES, ""),
        (PARENT, PUPIL, 13, Authority.YES, ""),
        (PARENT, PUPIL, 16, Authority.YES, "pupil_alone"),
        (PARENT, PUPIL, None, Authority.ASSUMED, "authority_unsure"),
        (PARENT, PUPIL, 9, None, "authority_unsure"),
        (PARENT, PUPIL, 9, Authority.NO, "no_authority"),
        (PARENT, EMPLOYEE, None, None, "employee_alone"),
        (Capacity.WITHOUT_AUTHORITY, PUPIL, 9, Authority.NO, "important_facts"),
        (Capacity.PROXY, PUPIL, 9, None, "mandate"),
    ],
)
def test_who_may_ask_rules(
    capacity: Capacity, subject: PersonKind, age: int | None, authority: Authority | None, code: str
) -> None:
    asking = Asking(Kind.ACCESS, capacity, subject, age, authority, is_identified=True)
    found = [one.code.partition(".")[2] for one in findings(asking, 12, 16)]
    assert found == ([code] if code else [])


def test_who_is_not_identified_is_asked_who_they_are_rules() -> None:
    (found,) = findings(Asking(Kind.ACCESS, SELF, EMPLOYEE), 12, 16)
    assert found.code == "access_requests.not_identified"


def test_the_days_of_a_request_rules() -> None:
    protocol, received = load_protocol(), date(2026, 11, 16)
    first, longer = (term(protocol, key, received) for key in ("gdpr.answer", "gdpr.answer.extended"))
    plain = clocks(first, longer, is_extended=False)
    assert (plain.target, plain.last_day) == (date(2026, 12, 14), date(2026, 12, 16))
    extended = clocks(first, longer, is_extended=True)
    assert (extended.last_day, extended.extend_until) == (date(2027, 2, 16), date(2026, 12, 16))


def test_each_kind_has_its_grounds_rules() -> None:
    assert Ground.THIRD_PARTIES in may_withhold(Kind.ACCESS)
    assert may_withhold(Kind.RECTIFICATION) == (Ground.NOT_FACTUAL,)
    assert Ground.NEEDED in may_withhold(Kind.ERASURE)


def test_a_breach_runs_on_in_the_weekend_rules() -> None:
    assert breach_deadline(FOUND) == at(2026, 11, 16, 16)


@pytest.mark.parametrize(
    ("risk", "telling", "hours", "late", "persons", "codes"),
    [
        (None, None, None, "", False, ["breach_undecided"]),
        (Risk.NONE, Telling.NOT_NEEDED, None, "", False, []),
        (Risk.RISK, Telling.NOT_NEEDED, None, "", False, ["breach_must_tell"]),
        (Risk.RISK, Telling.TOLD, None, "", False, ["breach_not_told"]),
        (Risk.RISK, Telling.TOLD, 72, "", False, []),
        (Risk.RISK, Telling.TOLD, 73, "", False, ["breach_late"]),
        (Risk.RISK, Telling.TOLD, 73, "storing", False, []),
        (Risk.HIGH, Telling.TOLD, 2, "", False, ["breach_persons"]),
        (Risk.HIGH, Telling.TOLD, 2, "", True, []),
    ],
)
def test_what_a_breach_misses_rules(
    risk: Risk | None, telling: Telling | None, hours: int | None, late: str, persons: bool, codes: list[str]
) -> None:
    told = FOUND + timedelta(hours=hours) if hours is not None else None
    found = breach_findings(risk, telling, told, late, FOUND, persons_told=persons)
    assert [one.code.partition(".")[2] for one in found] == codes

"""Further rules of measures: who stayed away, who left, conditions, devices, bans, extensions, closed rungs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.kernel.clock import at
from app.kernel.errors import Invalid
from app.kernel.findings import Severity
from app.kernel.terms import Sector
from app.measures import ladder
from app.measures.employee_rules import expiry
from app.measures.facts import Background, Draft, Earlier, HeardAs, Hearing, Location, Status
from app.measures.requirement_rules import CHECKS, requirements_are_met
from app.measures.rules import Course, check_hearing, check_reason, findings, status_of
from app.people.rules import PersonKind
from tests.measures.situations import (
    MONDAY,
    PROTOCOL,
    SUNDAY,
    WARNED,
    background,
    codes,
    employee_suspension,
    heard,
    removal,
    reprimand,
    summary_dismissal,
    suspension,
)

B, W, I, O = Severity.BLOCK, Severity.WARN, Severity.INFO, Severity.OK  # noqa: E741
DAY = timedelta(days=1)
PUPIL, PARENT = background(), background(PersonKind.GUARDIAN)
EMPLOYEE = background(PersonKind.EMPLOYEE, earlier=(replace(WARNED, rung="employee.WARNING"),))
DEVICE = Draft("pupil.DEVICE_CUSTODY", first_day=MONDAY, last_day=MONDAY, facts="x")
BAN = suspension(rung="pupil.ACCESS_BAN", hearings=(heard(HeardAs.GUARDIAN),))
CONDITIONAL = replace(WARNED, probation_until=date(2026, 6, 1))
BEFORE = Earlier(8, "employee.SUSPENSION", 13, date(2026, 2, 16), date(2026, 2, 16), date(2026, 3, 15))
CLOSED = replace(
    PROTOCOL,
    ladders=tuple(
        replace(one, rungs=tuple(replace(rung, valid_to=date(2026, 1, 1)) for rung in one.rungs))
        for one in PROTOCOL.ladders
    ),
)
DISMISSAL = summary_dismissal(rung="employee.DISMISSAL", dossier_complete=True)


def away(role: HeardAs) -> Hearing:
    return heard(role, held_at=None, why_not="Kwam niet.")


TABLE: tuple[tuple[Draft, Background, Severity, str], ...] = (
    (suspension(hearings=(away(HeardAs.PUPIL),)), PUPIL, W, "stayed_away"),
    (removal(hearings=(heard(HeardAs.TEACHER), away(HeardAs.GUARDIAN))), PUPIL, W, "parents_stayed_away"),
    (employee_suspension(hearings=(away(HeardAs.EMPLOYEE),)), EMPLOYEE, W, "stayed_away"),
    (suspension(hearings=(heard(HeardAs.PUPIL, is_late=True),)), PUPIL, W, "pupil_heard_too_late"),
    (suspension(hearings=(heard(HeardAs.PUPIL, 17),)), PUPIL, B, "heard_in_future"),
    (
        suspension(hearings=(Hearing(HeardAs.PUPIL, "Stijn", planned_at=at(2026, 3, 17, 9)),)),
        PUPIL,
        I,
        "hearing_planned",
    ),
    (employee_suspension(), EMPLOYEE, I, "report_not_shown"),
    (suspension(), replace(PUPIL, left=(("E. Terpstra", date(2026, 3, 1)),)), B, "signatory_left"),
    (suspension(), replace(PUPIL, person_until=date(2026, 3, 18)), W, "person_left"),
    (suspension(probation_until=date(2026, 6, 16)), PUPIL, I, "conditional"),
    (suspension(probation_until=MONDAY), PUPIL, B, "probation_over"),
    (suspension(), replace(PUPIL, earlier=(CONDITIONAL,)), I, "probation_runs"),
    (suspension(), replace(PUPIL, protocol=CLOSED), B, "rung_closed"),
    (suspension(last_day=MONDAY), PUPIL, I, "no_notice_needed"),
    (suspension(), PUPIL, I, "absence_is_authorised"),
    (suspension(), PUPIL, I, "comes_back"),
    (suspension(), PUPIL, I, "remedy_until"),
    (suspension(), PUPIL, I, "remedy_open"),
    (suspension(), replace(PUPIL, sector=Sector.PUBLIC), I, "remedy_until"),
    (suspension(hearings=(heard(HeardAs.PUPIL),)), PUPIL, W, "parents_not_heard"),
    (removal(intent_on=date(2026, 3, 12)), PUPIL, W, "removal_announced_lately"),
    (removal(other_school_on=date(2026, 3, 18)), PUPIL, B, "other_school_later"),
    (removal(), PUPIL, I, "inspectorate_optional"),
    (removal(), PUPIL, I, "stays_enrolled"),
    (removal(), PUPIL, I, "letter_follows"),
    (DEVICE, PUPIL, W, "no_receipt"),
    (DEVICE, PUPIL, W, "parents_not_told"),
    (DEVICE, PUPIL, I, "nobody_looks_inside"),
    (
        replace(DEVICE, first_day=date(2026, 3, 20), last_day=date(2026, 3, 21)),
        PUPIL,
        W,
        "device_far_too_long",
    ),
    (replace(BAN, last_day=date(2026, 9, 1)), PARENT, W, "ban_too_long"),
    (BAN, PARENT, I, "ban_keeps_information"),
    (BAN, PARENT, I, "order_parents"),
    (employee_suspension(interest=" "), EMPLOYEE, B, "interest_missing"),
    (employee_suspension(is_disciplinary=True), EMPLOYEE, W, "disciplinary_disputed"),
    (employee_suspension(), replace(EMPLOYEE, earlier=(BEFORE,)), W, "suspension_extended"),
    (employee_suspension(), EMPLOYEE, I, "order_suspension"),
    (summary_dismissal(), EMPLOYEE, I, "order_summary"),
    (summary_dismissal(), EMPLOYEE, I, "tell_reason_at_once"),
    (summary_dismissal(knowledge_at=at(2026, 3, 17, 9)), EMPLOYEE, B, "knowledge_ahead"),
    (replace(DISMISSAL, dossier_complete=False), EMPLOYEE, B, "dossier_incomplete"),
    (reprimand(intent_on=date(2026, 3, 2), views_on=date(2026, 3, 20)), EMPLOYEE, B, "views_still_open"),
)


@pytest.mark.parametrize(("draft", "known", "severity", "code"), TABLE)
def test_a_further_rule_speaks_with_its_weight(draft: Draft, known: Background, severity: Severity, code: str) -> None:
    assert code in codes(draft, known, severity)


ABSENT: tuple[tuple[Draft, Background, str], ...] = (
    (DEVICE, replace(PUPIL, has_receipt=True), "no_receipt"),
    (DEVICE, replace(PUPIL, parents_told=True), "parents_not_told"),
    (replace(DEVICE, rung="pupil.CONTENT_REMOVAL"), PARENT, "parents_not_told"),
    (replace(DEVICE, first_day=None), PUPIL, "device_far_too_long"),
    (suspension(), replace(PUPIL, person_until=SUNDAY), "person_left"),
    (suspension(), replace(PUPIL, left=(("J. Hartog", date(2026, 3, 1)), ("", MONDAY))), "signatory_left"),
    (suspension(), replace(PUPIL, left=(("E. Terpstra", SUNDAY),)), "signatory_left"),
    (removal(), replace(PUPIL, left=(("E. Terpstra", date(2026, 3, 1)),)), "signatory_left"),
    (suspension(), replace(PUPIL, earlier=(replace(CONDITIONAL, probation_until=date(2026, 3, 1)),)), "probation_runs"),
    (suspension(location=Location.INTERNAL), PUPIL, "absence_is_authorised"),
    (suspension(last_day=None), PUPIL, "comes_back"),
    (suspension(first_day=None), PUPIL, "no_notice_needed"),
    (employee_suspension(first_day=None), replace(EMPLOYEE, earlier=(BEFORE,)), "suspension_extended"),
    (employee_suspension(first_day=date(2026, 4, 1)), replace(EMPLOYEE, earlier=(BEFORE,)), "suspension_extended"),
    (
        employee_suspension(),
        replace(EMPLOYEE, earlier=(replace(BEFORE, last_day=None), replace(BEFORE, rung="employee.WARNING"))),
        "suspension_extended",
    ),
    (
        suspension(hearings=(Hearing(HeardAs.PUPIL, "Stijn", planned_at=at(2026, 3, 17, 9), why_not="ziek"),)),
        PUPIL,
        "hearing_planned",
    ),
    (
        employee_suspension(hearings=(heard(HeardAs.EMPLOYEE, report_sent_on=MONDAY),)),
        EMPLOYEE,
        "report_not_shown",
    ),
    (reprimand(intent_on=None, intent_registered=False, counsel_told=False), EMPLOYEE, "counsel_not_told"),
)


@pytest.mark.parametrize(("draft", "known", "code"), ABSENT)
def test_a_further_rule_keeps_silent_where_it_does_not_hold(draft: Draft, known: Background, code: str) -> None:
    assert code not in codes(draft, known)


def test_every_check_may_be_asked_of_an_own_rung_too() -> None:
    for check in CHECKS.values():
        for draft in (suspension(), Draft("pupil.WARNING"), removal(), reprimand(), BAN):
            for known in (PUPIL, PARENT, EMPLOYEE):
                assert all(finding.code.startswith("measures.") for finding in check(draft, known, W))
    assert tuple(requirements_are_met(Draft("pupil.UNKNOWN"), PUPIL)) == ()


def test_a_version_of_a_rung_holds_on_the_day_of_the_decision() -> None:
    rung = PROTOCOL.rung("pupil.WARNING")
    newer = replace(rung, valid_from=date(2026, 3, 1), required=rung.advised, advised=())
    older = replace(rung, valid_to=date(2026, 2, 28))
    ladders = tuple(
        replace(one, rungs=(*(each for each in one.rungs if each.code != rung.code), older, newer))
        if one.code == "pupil"
        else one
        for one in PROTOCOL.ladders
    )
    known = replace(PUPIL, protocol=replace(PROTOCOL, ladders=ladders))
    draft = suspension(rung="pupil.WARNING", first_day=None, last_day=None, reasons="")
    assert "reasons_missing" in codes(draft, known, B)
    assert "reasons_missing" in codes(replace(draft, decided_on=date(2026, 2, 20)), known, W)


@pytest.mark.parametrize("hollow", ["", ".", "Acuut", "ja nee ja", "1234567890123456"])
def test_a_hollow_reason_is_refused(hollow: str) -> None:
    with pytest.raises(Invalid, match="reason_too_short"):
        check_reason(hollow)


def test_a_real_reason_passes_and_a_hearing_needs_a_name() -> None:
    check_reason("De groep was in gevaar.")
    with pytest.raises(Invalid, match="no_hearing_name"):
        check_hearing(Hearing(HeardAs.OTHER, " "), PUPIL.now)


def test_a_measure_expires_by_its_own_date_or_when_it_was_taken_out() -> None:
    decided = Course(decided_on=MONDAY, communicated_on=MONDAY)
    assert status_of(replace(decided, lapses_on=SUNDAY), MONDAY) is Status.ENDED
    assert status_of(replace(decided, lapses_on=MONDAY), MONDAY) is Status.EXPIRED
    assert status_of(replace(decided, lapsed_on=MONDAY), MONDAY) is Status.EXPIRED
    assert status_of(replace(decided, quashed_on=MONDAY), MONDAY) is Status.QUASHED


def test_the_ladder_counts_29_february_and_the_new_year() -> None:
    assert expiry(PROTOCOL, "employee.WARNING", date(2028, 2, 29)) == date(2030, 2, 28)
    assert expiry(PROTOCOL, "pupil.WARNING", MONDAY) is None
    new_year = suspension(first_day=date(2026, 12, 30), last_day=date(2027, 1, 6), decided_on=date(2026, 12, 30))
    assert "suspension_too_long" in codes(new_year, replace(PUPIL, now=at(2026, 12, 30, 9)), B)


def test_the_hours_of_a_summary_dismissal_are_real_hours_over_both_clock_changes() -> None:
    for first, now, hours in (
        (at(2026, 3, 28, 12), at(2026, 3, 29, 12), 23),
        (at(2026, 10, 24, 12), at(2026, 10, 25, 12), 25),
    ):
        known = replace(EMPLOYEE, now=now)
        draft = summary_dismissal(knowledge_at=first, decided_on=now.date())
        told = next(one for one in findings(draft, known) if one.code == "measures.clock_runs")
        assert told.values["hours"] == hours


def test_light_stays_light_and_medium_never_goes_to_the_end() -> None:
    suspended = replace(PUPIL, earlier=(Earlier(1, "pupil.SUSPENSION", 4, MONDAY),))
    rungs = [ladder.propose(suspended, weight, "pesten") for weight in ("light", "medium", "serious")]
    assert [one.rung for one in rungs if one] == ["pupil.WARNING", "pupil.SUSPENSION", "pupil.REMOVAL"]
    assert all(one.reasons[0].code == "measures.propose_kind" for one in rungs if one)

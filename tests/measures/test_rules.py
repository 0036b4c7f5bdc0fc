"""The rules of measures, one spoiled field at a time, and the status that follows from dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from app.kernel.clock import at
from app.kernel.findings import Finding, Severity
from app.measures.facts import Background, Decider, Draft, Earlier, HeardAs, Location
from app.measures.rules import findings, warns
from app.measures.texts import TEXTS
from app.people.rules import PersonKind
from tests.measures.situations import (
    MONDAY,
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

PUPIL = background()
PARENT = background(PersonKind.GUARDIAN)
EMPLOYEE = background(PersonKind.EMPLOYEE, earlier=(replace(WARNED, rung="employee.WARNING"),))
ALL_EMPLOYEE = replace(
    EMPLOYEE, earlier=tuple(Earlier(1, f"employee.{kind}", 4, MONDAY) for kind in ("WARNING", "REPRIMAND", "DISMISSAL"))
)
B, W, I, O = Severity.BLOCK, Severity.WARN, Severity.INFO, Severity.OK  # noqa: E741
DAY = timedelta(days=1)
BEFORE = Earlier(8, "pupil.SUSPENSION", 13, date(2026, 3, 9), date(2026, 3, 9), date(2026, 3, 13))
TALK = Draft("pupil.CONVERSATION")
DEVICE = Draft("pupil.DEVICE_CUSTODY", first_day=MONDAY, last_day=MONDAY)
WARNING = suspension(rung="pupil.WARNING", first_day=None, last_day=None)
BAN = suspension(rung="pupil.ACCESS_BAN", hearings=(heard(HeardAs.GUARDIAN),))
EMPLOYEE_WARNING = reprimand(rung="employee.WARNING")
DISMISSAL = summary_dismissal(rung="employee.DISMISSAL", dossier_complete=True)

GOOD: tuple[tuple[Draft, Background], ...] = (
    (suspension(), PUPIL),
    (removal(), replace(PUPIL, earlier=(WARNED, BEFORE))),
    (employee_suspension(), EMPLOYEE),
    (reprimand(), EMPLOYEE),
    (summary_dismissal(), EMPLOYEE),
    (BAN, replace(PARENT, earlier=(replace(WARNED, rung="pupil.CONTACT_LIMIT"),))),
    (replace(DISMISSAL), ALL_EMPLOYEE),
)


@pytest.mark.parametrize(("draft", "known"), GOOD)
def test_a_sound_measure_meets_no_block_and_no_warning(draft: Draft, known: Background) -> None:
    assert codes(draft, known, B) | codes(draft, known, W) == set()


TABLE: tuple[tuple[Draft, Background, Severity, str], ...] = (
    # every measure
    (suspension(first_day=None), PUPIL, B, "first_day_missing"),
    (suspension(last_day=None), PUPIL, B, "last_day_missing"),
    (suspension(last_day=MONDAY - DAY), PUPIL, B, "end_before_start"),
    (suspension(facts=" "), PUPIL, B, "facts_missing"),
    (TALK, PUPIL, B, "facts_missing"),
    (suspension(reasons=""), PUPIL, B, "reasons_missing"),
    (removal(reasons=""), PUPIL, B, "reasons_missing"),
    (replace(WARNING, reasons=""), PUPIL, W, "reasons_missing"),
    (suspension(decider=None), PUPIL, B, "decider_missing"),
    (suspension(decider=Decider.TEACHER), PUPIL, B, "wrong_decider"),
    (suspension(), replace(PUPIL, mandates=()), B, "no_mandate"),
    (removal(decider=Decider.DIRECTOR), PUPIL, B, "wrong_decider"),
    (suspension(decided_on=MONDAY + DAY), PUPIL, B, "decided_in_future"),
    (suspension(decided_on=MONDAY + DAY), PUPIL, W, "decided_after_start"),
    (suspension(), replace(PUPIL, earlier=(replace(BEFORE, last_day=MONDAY),)), B, "overlaps"),
    (suspension(), replace(PUPIL, statutory_chain_open=True), W, "chain_open"),
    (suspension(), replace(PUPIL, police_investigates=True), W, "police_investigates"),
    (suspension(hearings=()), replace(PUPIL, statutory_chain_open=True), W, "hear_after_consult"),
    (suspension(hearings=(heard(HeardAs.PUPIL, purpose_told=False),)), PUPIL, W, "purpose_not_told"),
    (suspension(hearings=(heard(HeardAs.PUPIL, report=""),)), PUPIL, W, "no_report"),
    (employee_suspension(), PUPIL, B, "wrong_ladder"),
    (suspension(), EMPLOYEE, B, "wrong_ladder"),
    (BAN, PUPIL, B, "wrong_ladder"),
    (employee_suspension(), PARENT, B, "wrong_ladder"),
    # the order of the ladder
    (suspension(), PUPIL, O, "rung_next"),
    (suspension(), replace(PUPIL, earlier=()), W, "rung_skipped"),
    (removal(), PUPIL, W, "rung_skipped"),
    (WARNING, PUPIL, I, "rung_repeated"),
    (replace(TALK, facts="x"), replace(PUPIL, earlier=()), O, "rung_first"),
    (suspension(), replace(PUPIL, earlier=(replace(WARNED, is_over=True),)), W, "rung_skipped"),
    (suspension(), replace(PUPIL, earlier=(replace(WARNED, decided_on=None),)), W, "rung_skipped"),
    (reprimand(), replace(EMPLOYEE, earlier=()), W, "rung_skipped"),
    # pupils
    (suspension(last_day=SUNDAY + DAY), PUPIL, B, "suspension_too_long"),
    (suspension(), PUPIL, O, "suspension_length_ok"),
    (suspension(), PUPIL, I, "tell_inspectorate"),
    (suspension(location=Location.INTERNAL), PUPIL, I, "internal_counts"),
    (suspension(location=Location.INTERNAL, last_day=SUNDAY + DAY), PUPIL, B, "suspension_too_long"),
    (suspension(first_day=SUNDAY, last_day=SUNDAY), PUPIL, I, "starts_on_free_day"),
    (suspension(), replace(PUPIL, earlier=(WARNED, BEFORE)), W, "suspended_again"),
    (suspension(hearings=()), PUPIL, W, "pupil_not_heard"),
    (suspension(hearings=(heard(HeardAs.PUPIL, 17),)), PUPIL, W, "pupil_heard_too_late"),
    (suspension(hearings=(heard(HeardAs.GUARDIAN, held_at=None),)), PUPIL, W, "one_guardian_not_heard"),
    (
        suspension(hearings=(heard(HeardAs.GUARDIAN, held_at=None, why_not="Woont in Peru"),)),
        PUPIL,
        I,
        "guardian_not_heard_reason",
    ),
    (suspension(), PUPIL, I, "letter_before_start"),
    (suspension(caused_by_parent=True), PUPIL, W, "caused_by_parent"),
    (removal(hearings=(heard(HeardAs.GUARDIAN),)), PUPIL, B, "teacher_not_heard"),
    (removal(hearings=(heard(HeardAs.TEACHER),)), PUPIL, B, "parents_not_heard"),
    (removal(hearings=(heard(HeardAs.GUARDIAN, 18),)), PUPIL, B, "parents_not_heard"),
    (removal(other_school=""), PUPIL, B, "no_other_school"),
    (removal(other_school_on=None), PUPIL, B, "other_school_not_confirmed"),
    (removal(), PUPIL, O, "other_school_ok"),
    (removal(intent_on=None), PUPIL, W, "removal_not_announced"),
    (removal(objection_clause=False), PUPIL, B, "objection_clause_missing"),
    (removal(), PUPIL, I, "remedy_until"),
    (removal(), PUPIL, I, "tell_municipality"),
    (DEVICE, PUPIL, O, "device_same_day"),
    (replace(DEVICE, last_day=None), PUPIL, O, "device_same_day"),
    (replace(DEVICE, last_day=MONDAY + DAY), PUPIL, W, "device_too_long"),
    (replace(DEVICE, last_day=SUNDAY), PUPIL, W, "device_far_too_long"),
    (Draft("pupil.CONTENT_REMOVAL"), PUPIL, I, "owner_removes"),
    (WARNING, PUPIL, I, "warning_to_parents"),
    # parents
    (suspension(), PARENT, B, "not_for_parents"),
    (removal(), PARENT, B, "not_for_parents"),
    (replace(BAN, hearings=()), PARENT, W, "guardian_not_heard"),
    (BAN, PARENT, I, "ban_is_trespass"),
    (replace(BAN, last_day=None), PARENT, B, "last_day_missing"),
    # employees
    (employee_suspension(last_day=date(2026, 4, 13)), EMPLOYEE, B, "employee_suspension_too_long"),
    (employee_suspension(), EMPLOYEE, O, "employee_suspension_length_ok"),
    (employee_suspension(hearings=()), EMPLOYEE, B, "employee_not_heard"),
    (employee_suspension(hearings=(heard(HeardAs.EMPLOYEE, 17),)), EMPLOYEE, B, "employee_heard_too_late"),
    (
        employee_suspension(hearings=(heard(HeardAs.EMPLOYEE, assistance_told=False),)),
        EMPLOYEE,
        W,
        "assistance_not_told",
    ),
    (employee_suspension(registered=False), EMPLOYEE, W, "send_registered"),
    (employee_suspension(), EMPLOYEE, I, "review"),
    (employee_suspension(), EMPLOYEE, I, "remedy_until"),
    (employee_suspension(), EMPLOYEE, I, "salary_continues"),
    (reprimand(intent_on=None), EMPLOYEE, B, "intent_missing"),
    (reprimand(intent_registered=False), EMPLOYEE, W, "intent_not_registered"),
    (reprimand(counsel_told=False), EMPLOYEE, W, "counsel_not_told"),
    (reprimand(intent_on=date(2026, 2, 23)), EMPLOYEE, B, "views_still_open"),
    (reprimand(intent_on=date(2026, 3, 2), views_on=date(2026, 3, 9)), EMPLOYEE, O, "views_received"),
    (reprimand(), EMPLOYEE, O, "views_term_passed"),
    (reprimand(), EMPLOYEE, I, "reprimand_lapses"),
    (EMPLOYEE_WARNING, EMPLOYEE, I, "warning_is_instruction"),
    (EMPLOYEE_WARNING, EMPLOYEE, W, "employee_not_heard"),
    (DISMISSAL, EMPLOYEE, I, "dismissal_route"),
    (replace(DISMISSAL, jurist_on=None), EMPLOYEE, B, "ask_jurist"),
    (DISMISSAL, EMPLOYEE, O, "jurist_asked"),
    (summary_dismissal(knowledge_at=None), EMPLOYEE, B, "knowledge_missing"),
    (summary_dismissal(), EMPLOYEE, I, "clock_runs"),
    (summary_dismissal(knowledge_at=at(2026, 3, 11, 9)), EMPLOYEE, W, "silent_too_long"),
    (
        summary_dismissal(knowledge_at=at(2026, 3, 9, 9)),
        replace(EMPLOYEE, last_activity_at=at(2026, 3, 11, 17)),
        W,
        "silent_too_long",
    ),
    (summary_dismissal(hearings=()), EMPLOYEE, B, "employee_not_heard"),
    (summary_dismissal(decider=Decider.DIRECTOR), EMPLOYEE, B, "wrong_decider"),
)


@pytest.mark.parametrize(("draft", "known", "severity", "code"), TABLE)
def test_a_rule_speaks_with_its_weight(draft: Draft, known: Background, severity: Severity, code: str) -> None:
    assert code in codes(draft, known, severity)


ABSENT: tuple[tuple[Draft, Background, str], ...] = (
    (suspension(last_day=MONDAY), PUPIL, "tell_inspectorate"),
    (suspension(last_day=MONDAY - DAY), PUPIL, "suspension_length_ok"),
    (suspension(), replace(PUPIL, earlier=(replace(BEFORE, case_id=4),)), "suspended_again"),
    (suspension(first_day=None), replace(PUPIL, earlier=(BEFORE,)), "suspended_again"),
    (suspension(first_day=None), PUPIL, "letter_before_start"),
    (suspension(decided_on=None), PUPIL, "decided_after_start"),
    (
        suspension(hearings=(heard(HeardAs.GUARDIAN, has_authority=False, held_at=None),)),
        PUPIL,
        "one_guardian_not_heard",
    ),
    (employee_suspension(last_day=date(2026, 3, 20)), EMPLOYEE, "review"),
    (employee_suspension(first_day=None), EMPLOYEE, "review"),
    (employee_suspension(last_day=MONDAY - DAY), EMPLOYEE, "employee_suspension_length_ok"),
    (summary_dismissal(knowledge_at=None), EMPLOYEE, "silent_too_long"),
    (DEVICE, PUPIL, "rung_next"),
)


@pytest.mark.parametrize(("draft", "known", "code"), ABSENT)
def test_a_rule_keeps_silent_where_it_does_not_hold(draft: Draft, known: Background, code: str) -> None:
    assert code not in codes(draft, known)


def _values(draft: Draft, known: Background, code: str) -> Any:
    return next(f.values for f in findings(draft, known) if f.code == f"measures.{code}")


def test_a_suspension_from_monday_ends_on_sunday_at_the_latest() -> None:
    values = _values(suspension(last_day=date(2026, 3, 29)), PUPIL, "suspension_too_long")
    assert values == {"days": 14, "last_day": SUNDAY}


def test_a_suspension_over_koningsdag_is_not_extended() -> None:
    values = _values(suspension(first_day=date(2026, 4, 21), last_day=date(2026, 4, 28)), PUPIL, "suspension_too_long")
    assert values["last_day"] == date(2026, 4, 27)


def test_an_employee_is_suspended_for_28_days_and_reviewed_on_day_14_and_24() -> None:
    reviews = [f.values["on"] for f in findings(employee_suspension(), EMPLOYEE) if f.code == "measures.review"]
    assert reviews == [date(2026, 3, 29), date(2026, 4, 8)]
    assert _values(employee_suspension(), EMPLOYEE, "employee_suspension_length_ok")["last_day"] == date(2026, 4, 12)


def test_views_on_an_intention_of_12_march_come_until_2_april() -> None:
    draft = reprimand(intent_on=date(2026, 3, 12))
    assert _values(draft, EMPLOYEE, "views_still_open")["last_day"] == date(2026, 4, 2)


def test_objection_to_a_removal_moves_over_easter_monday() -> None:
    known = replace(PUPIL, now=at(2026, 2, 23, 9))
    assert _values(removal(decided_on=None), known, "remedy_until")["last_day"] == date(2026, 4, 7)


def test_blocks_come_first_and_every_finding_has_its_sentence() -> None:
    seen: list[Finding] = []
    for draft, known, _severity, _code in TABLE:
        found = findings(draft, known)
        order = [tuple(Severity).index(finding.severity) for finding in found]
        assert order == sorted(order)
        seen.extend(found)
    for finding in seen:
        for code in (finding.code, f"{finding.code}.title"):
            assert TEXTS[code].format_map(dict(finding.values))


def test_the_same_measure_may_follow_later_and_another_may_overlap() -> None:
    undated = replace(BEFORE, first_day=None, last_day=None)
    other = replace(BEFORE, rung="pupil.ACCESS_BAN", last_day=SUNDAY)
    after = replace(BEFORE, first_day=SUNDAY + DAY, last_day=SUNDAY + DAY)
    known = replace(PUPIL, earlier=(WARNED, undated, other, after))
    assert codes(suspension(), known, B) == set()


def test_only_warnings_ask_a_reason() -> None:
    found = findings(suspension(hearings=()), PUPIL)
    assert [finding.code for finding in warns(found)] == [
        "measures.pupil_not_heard",
        "measures.parents_not_heard",
    ]

"""Triage, flags, weight, scope, moves and files: the rules without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.cases.rules import (
    CaseSeverity,
    Flag,
    NewTriage,
    Scope,
    Status,
    advice_for,
    consult_target,
    doubtful,
    evaluation_day,
    find_out_by,
    flags_of,
    is_quiet,
    move_findings,
    number_of,
    says_why,
    scope_of,
    short_number,
    suggested_severity,
)
from app.cases.texts import TEXTS, said, shown, word
from app.kernel.clock import at
from app.kernel.findings import Severity

CALM = NewTriage(school_related=True)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, set()),
        ({"task_holder": True}, set()),
        ({"transgressive": True}, set()),
        ({"sexual": True}, {Flag.SEXUAL}),
        ({"task_holder": True, "transgressive": True}, {Flag.PROTOCOL_CALL_DUE}),
        ({"task_holder": True, "sexual": True}, {Flag.STATUTORY_CONSULT_DUE}),
        ({"sexual_imagery": True}, {Flag.SEXUAL_IMAGERY, Flag.SEXUAL}),
        ({"task_holder": True, "sexual_imagery": True}, {Flag.SEXUAL_IMAGERY, Flag.STATUTORY_CONSULT_DUE}),
        ({"acute": True, "possibly_criminal": True}, {Flag.ACUTE, Flag.POSSIBLY_CRIMINAL}),
        ({"child_abuse": True, "complaint": True}, {Flag.ABUSE_CODE, Flag.COMPLAINT}),
        ({"whistleblowing": True}, {Flag.WHISTLEBLOWING}),
    ],
)
def test_the_answers_of_triage_set_the_flags(answers: dict[str, bool], expected: set[Flag]) -> None:
    assert flags_of(replace(CALM, **answers)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, CaseSeverity.LIGHT),
        ({"complaint": True}, CaseSeverity.LIGHT),
        ({"task_holder": True}, CaseSeverity.MEDIUM),
        ({"scope": Scope.CLASS}, CaseSeverity.MEDIUM),
        ({"task_holder": True, "transgressive": True}, CaseSeverity.MEDIUM),
        ({"task_holder": True, "sexual": True}, CaseSeverity.SERIOUS),
        ({"acute": True}, CaseSeverity.SERIOUS),
        ({"sexual": True}, CaseSeverity.SERIOUS),
    ],
)
def test_the_answers_suggest_a_weight(answers: dict[str, object], expected: CaseSeverity) -> None:
    assert suggested_severity(replace(CALM, **answers)) is expected  # type: ignore[arg-type]


def test_advice_puts_safety_first_and_names_its_source() -> None:
    findings = advice_for([Flag.COMPLAINT, Flag.STATUTORY_CONSULT_DUE, Flag.ACUTE])
    assert [finding.code for finding in findings] == [
        "cases.advice.acute_4a",
        "cases.advice.statutory_consult_due",
        "cases.advice.complaint",
    ]
    assert findings[1].source == "WPO artikel 4a"


def test_a_sexual_picture_of_a_child_that_would_be_no_offence_is_doubted() -> None:
    (finding,) = doubtful(NewTriage(True, sexual_imagery=True))
    assert (finding.code, finding.severity, finding.source) == (
        "cases.triage.imagery_is_criminal",
        Severity.WARN,
        "Sr artikel 252",
    )
    assert f"{finding.code}.title" in TEXTS
    assert doubtful(NewTriage(True, sexual_imagery=True, possibly_criminal=True)) == ()
    assert doubtful(NewTriage(True)) == ()


def test_every_flag_has_advice_with_a_heading() -> None:
    for finding in advice_for(Flag):
        assert finding.code in TEXTS
        assert f"{finding.code}.title" in TEXTS


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        ([], Scope.SMALL_GROUP),
        (["8A", "8B", "8B", "8B"], Scope.SMALL_GROUP),
        (["8B"] * 6, Scope.CLASS),
        (["8B"] * 5 + [""], Scope.CLASS),
        (["8B"] * 5 + ["7"], Scope.SEVERAL_CLASSES),
    ],
)
def test_the_size_of_the_problem_follows_from_the_pupils(groups: list[str], expected: Scope) -> None:
    assert scope_of(groups) is expected


def test_a_number_is_the_school_year_and_a_running_number() -> None:
    assert number_of("2026-2027", 14) == "2026-2027/SM-014"
    assert short_number("2026-2027/SM-014") == "SM-014"


@pytest.mark.parametrize(
    ("now_at", "to", "triaged", "code"),
    [
        (Status.CLOSED, Status.FACTS, True, "cases.move.closed"),
        (Status.EVALUATION, Status.CLOSED, True, "cases.move.use_close"),
        (Status.FACTS, Status.FACTS, True, "cases.move.same"),
        (Status.TRIAGE, Status.FACTS, False, "cases.move.triage_first"),
    ],
)
def test_some_moves_are_refused(now_at: Status, to: Status, triaged: bool, code: str) -> None:
    findings = move_findings(now_at, to, is_triaged=triaged)
    assert [finding.code for finding in findings] == [code]
    assert findings[0].severity is Severity.BLOCK


@pytest.mark.parametrize(
    ("now_at", "to", "triaged"),
    [
        (Status.INTAKE, Status.TRIAGE, False),
        (Status.APPROACH, Status.FACTS, True),
        (Status.FACTS, Status.MEASURES, True),
    ],
)
def test_a_case_moves_on_and_back(now_at: Status, to: Status, triaged: bool) -> None:
    assert move_findings(now_at, to, is_triaged=triaged) == ()


def test_the_call_is_aimed_at_the_first_day_on_which_it_can_be_made() -> None:
    assert consult_target(at(2026, 11, 13, 16)) == date(2026, 11, 13)
    assert consult_target(at(2026, 11, 13, 18)) == date(2026, 11, 16)


def test_the_evaluation_is_proposed_after_four_weeks_on_a_working_day() -> None:
    assert evaluation_day(date(2026, 11, 16)) == date(2026, 12, 14)
    assert evaluation_day(date(2026, 11, 27)) == date(2026, 12, 28)


def test_words_and_sentences_are_dutch() -> None:
    assert word("severity", "medium") == "middel"
    assert said("cases.item.parents", name="Thijs") == "Ouders van Thijs inlichten"
    assert shown(date(2026, 12, 14)) == "14 december 2026"
    assert shown("8B") == "8B"


@pytest.mark.parametrize(
    ("reason", "says"),
    [("", False), ("Ja.", False), ("1234567890123", False), ("Twaalf letters", True), ("Eén woord: appen", True)],
)
def test_a_reason_tells_something(reason: str, says: bool) -> None:
    assert says_why(reason) is says


@pytest.mark.parametrize(
    ("status", "changed_on", "evaluate_on", "quiet"),
    [
        (Status.FACTS, date(2026, 10, 26), None, True),
        (Status.FACTS, date(2026, 10, 27), None, False),
        (Status.INTAKE, date(2026, 9, 1), None, False),
        (Status.EVALUATION, date(2026, 9, 1), date(2026, 11, 16), False),
        (Status.EVALUATION, date(2026, 9, 1), date(2026, 11, 13), True),
        (Status.EVALUATION, date(2026, 9, 1), None, True),
    ],
)
def test_a_case_that_nobody_touched_for_three_weeks_is_brought_up(
    status: Status, changed_on: date, evaluate_on: date | None, quiet: bool
) -> None:
    assert is_quiet(status, changed_on, evaluate_on, date(2026, 11, 16)) is quiet


def test_what_a_duty_may_hang_on_is_found_out_today() -> None:
    friday = date(2026, 11, 13)
    assert find_out_by("sexual", friday) == friday
    assert find_out_by("complaint", friday) == date(2026, 11, 16)

"""What a report to the police must hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.kernel.clock import at
from app.kernel.errors import Invalid
from app.police import rules
from app.police.rules import NewDecision, NewPoliceReport, PoliceKind

NOW = at(2026, 11, 16, 14, 5)
REPORT = NewPoliceReport(
    kind=PoliceKind.AANGIFTE,
    at=at(2026, 11, 16, 11),
    by="E. Terpstra",
    offence="Bedreiging via een bericht",
    registration_number="PL0600-2026-1",
    parents_told_on=date(2026, 11, 16),
    copy_received=True,
)


def test_a_complete_report_is_accepted() -> None:
    rules.check(REPORT, NOW)
    assert rules.findings(REPORT, known_on=date(2026, 11, 13)) == ()


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("by", " ", "police.by_missing"),
        ("offence", "", "police.offence_missing"),
        ("at", datetime(2027, 1, 1, tzinfo=NOW.tzinfo), "police.future"),
        ("closed_on", date(2026, 11, 15), "police.closed_before"),
        ("closed_on", date(2026, 11, 17), "police.future"),
        ("closed_on", date(2026, 11, 16), "police.outcome_missing"),
        ("parents_told_on", date(2026, 11, 17), "police.future"),
    ],
)
def test_a_field_that_cannot_be_right_is_named(field: str, value: object, code: str) -> None:
    with pytest.raises(Invalid) as error:
        rules.check(replace(REPORT, **{field: value}), NOW)
    assert error.value.code == code
    assert error.value.field == ("outcome" if code == "police.outcome_missing" else field)


def test_an_aangifte_after_two_working_days_without_number_is_noticed() -> None:
    bare = replace(REPORT, registration_number="", parents_told_on=None)
    codes = [finding.code for finding in rules.findings(bare, known_on=date(2026, 11, 11))]
    assert codes == ["police.late", "police.no_number", "police.parents_not_told"]


def test_a_melding_needs_no_number_and_no_haste() -> None:
    melding = replace(REPORT, kind=PoliceKind.MELDING, registration_number="")
    assert rules.findings(melding, known_on=date(2026, 10, 1)) == ()


def test_a_private_address_and_a_missing_copy_are_noticed() -> None:
    report = replace(REPORT, school_address=False, copy_received=False)
    codes = [finding.code for finding in rules.findings(report, known_on=date(2026, 11, 13))]
    assert codes == ["police.no_copy", "police.private_address"]


def test_parents_who_are_not_told_with_a_reason_are_no_finding() -> None:
    report = replace(REPORT, parents_told_on=None, no_parents_reason="De politie vroeg te wachten.")
    assert rules.findings(report, known_on=date(2026, 11, 13)) == ()


DECISION = NewDecision(date(2026, 11, 16), "Het bestuur", "Er is geen strafbaar feit.", look_again_on=date(2026, 12, 1))


def test_a_decision_not_to_report_is_accepted() -> None:
    rules.check_decision(DECISION, NOW.date())


@pytest.mark.parametrize(
    ("field", "value"),
    [("on", date(2026, 11, 17)), ("by", " "), ("reasons", ""), ("look_again_on", date(2026, 11, 15))],
)
def test_a_decision_needs_its_day_its_maker_and_its_reasons(field: str, value: object) -> None:
    with pytest.raises(Invalid) as error:
        rules.check_decision(replace(DECISION, **{field: value}), NOW.date())
    assert error.value.field == field

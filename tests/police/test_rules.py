"""What a report to the police must hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.inspector.rules import Suspicion
from app.kernel.clock import at
from app.kernel.errors import Invalid
from app.police import rules
from app.police.rules import NewDecision, NewPoliceReport, Obligation, PoliceKind

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
    ("report", "field", "code"),
    [
        (replace(REPORT, by=" "), "by", "police.by_missing"),
        (replace(REPORT, offence=""), "offence", "police.offence_missing"),
        (replace(REPORT, at=datetime(2027, 1, 1, tzinfo=NOW.tzinfo)), "at", "police.future"),
        (replace(REPORT, closed_on=date(2026, 11, 15)), "closed_on", "police.closed_before"),
        (replace(REPORT, closed_on=date(2026, 11, 17)), "closed_on", "police.future"),
        (replace(REPORT, closed_on=date(2026, 11, 16)), "outcome", "police.outcome_missing"),
        (replace(REPORT, parents_told_on=date(2026, 11, 17)), "parents_told_on", "police.future"),
    ],
)
def test_a_field_that_cannot_be_right_is_named(report: NewPoliceReport, field: str, code: str) -> None:
    with pytest.raises(Invalid) as error:
        rules.check(report, NOW)
    assert (error.value.field, error.value.code) == (field, code)


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


@pytest.mark.parametrize(
    ("is_statutory", "suspicion", "expected"),
    [
        (False, Suspicion.NOT_YET, Obligation.FREE),
        (True, Suspicion.NO, Obligation.FREE),
        (True, Suspicion.NOT_YET, Obligation.CONSULT_FIRST),
        (True, Suspicion.YES, Obligation.MUST),
    ],
)
def test_article_4a_makes_an_aangifte_a_duty(is_statutory: bool, suspicion: Suspicion, expected: Obligation) -> None:
    assert rules.obligation(is_statutory=is_statutory, suspicion=suspicion) is expected


def test_a_duty_is_of_the_same_day_and_knows_no_two_working_days() -> None:
    day = REPORT.at.date()
    assert rules.findings(REPORT, known_on=date(2026, 10, 1), must_since=day) == ()
    codes = [one.code for one in rules.findings(REPORT, known_on=day, must_since=day - timedelta(days=1))]
    assert codes == ["police.late_4a"]


DECISION = NewDecision(date(2026, 11, 16), "Het bestuur", "Er is geen strafbaar feit.", look_again_on=date(2026, 12, 1))


def test_a_decision_not_to_report_is_accepted() -> None:
    rules.check_decision(DECISION, NOW.date())


@pytest.mark.parametrize(
    ("decision", "field"),
    [
        (replace(DECISION, on=date(2026, 11, 17)), "on"),
        (replace(DECISION, by=" "), "by"),
        (replace(DECISION, reasons=""), "reasons"),
        (replace(DECISION, look_again_on=date(2026, 11, 15)), "look_again_on"),
    ],
)
def test_a_decision_needs_its_day_its_maker_and_its_reasons(decision: NewDecision, field: str) -> None:
    with pytest.raises(Invalid) as error:
        rules.check_decision(decision, NOW.date())
    assert error.value.field == field

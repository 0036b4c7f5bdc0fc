"""When kept material may go."""

from __future__ import annotations

from datetime import date

import pytest

from app.protocol.service import load_protocol
from app.retention import rules
from app.retention.rules import Kept, Standing

PROTOCOL = load_protocol()
LEFT = date(2026, 7, 31)


@pytest.mark.parametrize(
    ("code", "anchor", "day"),
    [
        ("pupil_dossier", LEFT, date(2028, 7, 31)),
        ("pupil_dossier_special", LEFT, date(2029, 7, 31)),
        ("employee_reprimand", date(2026, 2, 28), date(2029, 2, 28)),
        ("device_receipt", LEFT, date(2026, 8, 31)),
        ("camera", date(2026, 11, 16), date(2026, 12, 14)),
        ("enrolment", LEFT, date(2031, 7, 31)),
    ],
)
def test_a_term_ends_on_its_day(code: str, anchor: date, day: date) -> None:
    assert rules.free_from(PROTOCOL.retention_of(code), anchor) == day


@pytest.mark.parametrize(
    ("code", "kept", "today", "expected"),
    [
        ("pupil_dossier", Kept("pupil_dossier", LEFT), date(2028, 7, 30), Standing.KEPT),
        ("pupil_dossier", Kept("pupil_dossier", LEFT), date(2028, 7, 31), Standing.FREE),
        ("pupil_dossier", Kept("pupil_dossier", LEFT, held=True), date(2028, 7, 31), Standing.HELD),
        ("pupil_dossier", Kept("pupil_dossier", None), date(2040, 1, 1), Standing.KEPT),
        ("employee_warning", Kept("employee_warning", LEFT), date(2040, 1, 1), Standing.KEPT),
        ("payroll", Kept("payroll", LEFT), date(2040, 1, 1), Standing.KEPT),
    ],
)
def test_something_goes_only_when_its_term_is_over_and_nothing_holds_it(
    code: str, kept: Kept, today: date, expected: Standing
) -> None:
    assert rules.standing(PROTOCOL.retention_of(code), kept, today) is expected


def test_two_persons_confirm_what_the_inspector_and_the_police_were_told() -> None:
    assert rules.needs_two(PROTOCOL.retention_of("case_4a"))
    assert not rules.needs_two(PROTOCOL.retention_of("case"))


def test_the_proposal_counts_what_is_free_and_what_is_held() -> None:
    things = (
        Kept("pupil_dossier", LEFT),
        Kept("pupil_dossier", LEFT, held=True),
        Kept("pupil_dossier", date(2028, 7, 31)),
        Kept("case", None),
        Kept("unknown", LEFT),
    )
    (line,) = rules.proposal(PROTOCOL.retention, things, date(2028, 9, 1))
    assert (line.category.code, line.free, line.held) == ("pupil_dossier", 1, 1)

"""When the inspector answers, by when to call, and what a call record must hold."""

from __future__ import annotations

from datetime import datetime

import pytest

from app.inspector import rules
from app.inspector.rules import AdviceFollowed, CallCheck, CallKind, Domain, Reason, Suspicion, Urgency
from app.kernel.clock import at
from app.protocol import hours

MONDAY_14 = at(2026, 11, 16, 14, 5)


@pytest.mark.parametrize(
    ("now", "is_open", "moment"),
    [
        (MONDAY_14, True, at(2026, 11, 16, 17)),
        (at(2026, 11, 16, 8), True, at(2026, 11, 16, 17)),
        (at(2026, 11, 16, 7, 59), False, at(2026, 11, 16, 8)),
        (at(2026, 11, 16, 17), False, at(2026, 11, 17, 8)),
        (at(2026, 11, 20, 17, 30), False, at(2026, 11, 23, 8)),
        (at(2026, 11, 15, 9), False, at(2026, 11, 16, 8)),
        (at(2026, 12, 25, 9), False, at(2026, 12, 28, 8)),
        (at(2026, 4, 27, 10), False, at(2026, 4, 28, 8)),
    ],
)
def test_the_number_answers_on_working_days_from_eight_to_five(now: datetime, is_open: bool, moment: datetime) -> None:
    found = hours.opening(now)
    assert (found.is_open, found.at) == (is_open, moment)


def test_a_call_is_due_the_same_day_and_red_after_24_hours() -> None:
    due = hours.call_due(MONDAY_14)
    assert (due.target, due.red_from) == (at(2026, 11, 16, 17), at(2026, 11, 17, 14, 5))


def test_known_on_sunday_evening_means_calling_on_monday_from_eight() -> None:
    due = hours.call_due(at(2026, 11, 15, 19, 30))
    assert (due.possible_from, due.target) == (at(2026, 11, 16, 8), at(2026, 11, 16, 17))
    assert due.red_from == at(2026, 11, 17, 8)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(2026, 11, 15, 20), Urgency.WAITING),
        (at(2026, 11, 16, 8), Urgency.NOW),
        (at(2026, 11, 17, 8), Urgency.OVERDUE),
    ],
)
def test_urgency_follows_the_clock(now: datetime, expected: Urgency) -> None:
    assert rules.urgency(hours.call_due(at(2026, 11, 15, 19, 30)), now) is expected


def check(
    reason: Reason = Reason.STATUTORY_4A,
    kind: CallKind = CallKind.CONSULT,
    domain: Domain | None = Domain.SEXUAL_INTIMIDATION,
    suspicion: Suspicion | None = Suspicion.NOT_YET,
    advice: str = "Aangifte lijkt aangewezen.",
    advice_followed: AdviceFollowed | None = None,
    why_not: str = "",
) -> list[str]:
    call = CallCheck(reason, kind, domain, suspicion, advice, advice_followed, why_not)
    return [finding.code for finding in rules.finish_findings(call)]


def test_a_complete_consult_can_be_finished() -> None:
    assert check() == []


def test_a_call_needs_its_domain() -> None:
    assert check(domain=None) == ["inspector.no_domain"]


def test_a_statutory_consult_needs_a_conclusion_even_if_it_is_not_yet() -> None:
    assert check(suspicion=None) == ["inspector.no_conclusion"]
    assert check(suspicion=None, reason=Reason.VOLUNTARY) == []


def test_a_consult_without_advice_is_noticed() -> None:
    assert check(advice=" ") == ["inspector.no_advice"]
    assert check(advice="", kind=CallKind.NOTIFICATION, suspicion=None) == []


def test_advice_that_is_not_followed_asks_for_the_reason() -> None:
    assert check(advice_followed=AdviceFollowed.NO) == ["inspector.no_reason"]
    assert check(advice_followed=AdviceFollowed.PARTLY, why_not="Eerst overleg met het bestuur.") == []
    assert check(advice_followed=AdviceFollowed.YES) == []

"""When an image must go, and since when: every cause, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from app.consents.publications.takedown_rules import Cause, Due, by_himself, due
from app.consents.rules import (
    ALL_MEDIA,
    Event,
    EventKind,
    Family,
    Guardian,
    Medium,
    Policy,
    PurposeRule,
    Reason,
    deciders,
    may,
)
from app.people.rules import Authority, BlockLine, Period

ONE = PurposeRule(Policy.ONE)
PUBLISHED, TODAY = date(2026, 10, 1), date(2026, 11, 16)
BOTH = (Guardian(1, Authority.YES), Guardian(2, Authority.YES))
NINE, THIRTEEN = date(2017, 5, 4), date(2013, 1, 9)
K = EventKind


def _event(number: int, kind: EventKind, on: date, who: int | None = 1, last: date | None = None) -> Event:
    return Event(number, kind, on, who, ALL_MEDIA, last)


YES = _event(1, K.GIVEN, date(2026, 9, 1))


def _due(*events: Event, born: date = NINE, blocks: tuple[BlockLine, ...] = (), was_allowed: bool = True) -> Due | None:
    who = deciders(Family(born, BOTH, blocks), TODAY)
    return due(who, ONE, events, Medium.PHOTO, PUBLISHED, was_allowed=was_allowed, blocks=blocks)


@pytest.mark.parametrize(
    ("events", "wanted"),
    [
        ((YES,), None),
        ((YES, _event(2, K.WITHDRAWN, date(2026, 11, 2))), Due(Cause.WITHDRAWN, date(2026, 11, 2))),
        ((YES, _event(2, K.REFUSED, date(2026, 11, 2))), Due(Cause.REFUSED, date(2026, 11, 2))),
        ((YES, _event(2, K.REFUSED, date(2026, 11, 2), 2)), Due(Cause.REFUSED, date(2026, 11, 2))),
        ((YES, _event(2, K.WITHDRAWN, date(2026, 11, 2), 2)), Due(Cause.WITHDRAWN, date(2026, 11, 2))),
        ((YES, _event(2, K.REFUSED, date(2026, 9, 3))), Due(Cause.REFUSED, PUBLISHED)),
        ((YES._replace(last_day=date(2026, 10, 31)),), None),
        ((), None),
    ],
)
def test_a_no_takes_down_from_its_own_day(events: tuple[Event, ...], wanted: Due | None) -> None:
    assert _due(*events) == wanted


def test_what_was_never_allowed_must_go_too() -> None:
    assert _due(was_allowed=False) == Due(Cause.NO_CONSENT, PUBLISHED)


def test_a_block_takes_down_from_its_first_day() -> None:
    block = BlockLine(1, Period(date(2026, 11, 3), None), "")
    open_ended = BlockLine(2, Period(None, None), "")
    assert _due(YES, blocks=(block,)) == Due(Cause.BLOCKED, date(2026, 11, 3))
    assert _due(YES, blocks=(block, open_ended)) == Due(Cause.BLOCKED, PUBLISHED)


def test_a_pupil_of_thirteen_takes_down_and_a_younger_one_from_the_birthday() -> None:
    own = _event(2, K.WITHDRAWN, date(2026, 11, 2), None)
    assert _due(YES, own, born=THIRTEEN) == Due(Cause.WITHDRAWN, date(2026, 11, 2))
    assert _due(YES, own, born=date(2014, 11, 10)) == Due(Cause.WITHDRAWN, date(2026, 11, 10))


def test_an_own_withdrawal_without_a_known_age_counts_from_its_day() -> None:
    own = _event(2, K.WITHDRAWN, date(2026, 11, 2), None)
    who = deciders(Family(None, BOTH), TODAY)
    found = due(who, ONE, [YES, own], Medium.PHOTO, PUBLISHED, was_allowed=True)
    assert found == Due(Cause.WITHDRAWN, date(2026, 11, 2))


def test_an_employee_decides_alone() -> None:
    own = [_event(1, K.GIVEN, date(2026, 9, 1), None), _event(2, K.WITHDRAWN, date(2026, 11, 2), None)]
    found = due(by_himself(TODAY), ONE, own, Medium.PHOTO, PUBLISHED, was_allowed=True)
    assert found == Due(Cause.WITHDRAWN, date(2026, 11, 2))
    assert due(by_himself(TODAY), ONE, own[:1], Medium.PHOTO, PUBLISHED, was_allowed=True) is None


@pytest.mark.parametrize(
    ("on", "reason"),
    [(date(2026, 10, 31), Reason.ALLOWED), (date(2026, 11, 1), Reason.EXPIRED)],
)
def test_rules_let_a_yes_lapse_when_the_purpose_becomes_another(on: date, reason: Reason) -> None:
    changed = PurposeRule(Policy.ONE, asks_since=date(2026, 11, 1))
    assert may(Family(NINE, BOTH), changed, [YES], Medium.PHOTO, on).reason is reason
    later = _event(2, K.GIVEN, date(2026, 11, 1))
    assert may(Family(NINE, BOTH), changed, [YES, later], Medium.PHOTO, date(2026, 11, 2)).reason is Reason.ALLOWED

"""The consent rule: the whole table, and what must hold for any family."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.consents.rules import Event, EventKind, Family, Guardian, Medium, Policy, PurposeRule, Reason, Verdict, may
from app.people.rules import Authority, BlockLine, Period, age_on
from tests.consents.situations import Situation
from tests.consents.situations_guardians import AUTHORITY, ONE_REFUSAL_WINS, SILENCE_AND_ONE_VOICE
from tests.consents.situations_media import BLOCKS, MEDIA_AND_TIME
from tests.consents.situations_pupil import OWN_WORD
from tests.consents.situations_reach import REACH

SITUATIONS = SILENCE_AND_ONE_VOICE + ONE_REFUSAL_WINS + AUTHORITY + OWN_WORD + BLOCKS + MEDIA_AND_TIME + REACH

FIRST = date(2026, 6, 1)
DAYS = st.integers(0, 400).map(lambda days: FIRST + timedelta(days=days))
BIRTHS = st.one_of(st.none(), st.dates(date(2008, 1, 1), date(2020, 12, 31)))
FAMILIES = st.builds(
    lambda birth, one, two: Family(birth, (Guardian(1, one), Guardian(2, two))),
    BIRTHS,
    st.sampled_from(Authority),
    st.sampled_from(Authority),
)
WORDS = st.lists(
    st.tuples(
        st.sampled_from(EventKind),
        DAYS,
        st.sampled_from((None, 1, 2, 3)),
        st.integers(1, 7),
        st.one_of(st.none(), DAYS),
        st.one_of(st.none(), st.integers(1, 9)),
    ),
    max_size=9,
).map(lambda rows: [Event(number, *row) for number, row in enumerate(rows, 1)])
PURPOSES = st.builds(PurposeRule, st.sampled_from(Policy), st.booleans())


@pytest.mark.parametrize("case", SITUATIONS, ids=lambda case: case.name)
def test_every_family_situation_has_its_answer(case: Situation) -> None:
    verdict = may(case.family, case.purpose, case.events, case.medium, case.on)
    assert verdict == Verdict(case.reason is Reason.ALLOWED, case.reason)


def test_the_table_is_long_and_names_every_reason() -> None:
    assert len(SITUATIONS) >= 90
    assert len({case.name for case in SITUATIONS}) == len(SITUATIONS)
    assert {case.reason for case in SITUATIONS} == set(Reason)


@pytest.mark.parametrize("case", SITUATIONS, ids=lambda case: case.name)
def test_the_order_in_which_events_are_read_makes_no_difference(case: Situation) -> None:
    backwards = tuple(reversed(case.events))
    verdict = may(case.family, case.purpose, backwards, case.medium, case.on)
    assert verdict.reason is case.reason


@settings(max_examples=300, deadline=None)
@given(FAMILIES, PURPOSES, WORDS, st.sampled_from(Medium), DAYS, st.sampled_from((None, 1, 2, 3)), st.integers(1, 7))
def test_a_later_refusal_never_turns_no_into_yes(
    family: Family, purpose: PurposeRule, events: list[Event], medium: Medium, on: date, who: int | None, media: int
) -> None:
    for kind in (EventKind.REFUSED, EventKind.WITHDRAWN):
        later = [*events, Event(len(events) + 1, kind, on, who, media)]
        if may(family, purpose, later, medium, on).allowed:
            assert may(family, purpose, events, medium, on).allowed


@settings(max_examples=200, deadline=None)
@given(FAMILIES, PURPOSES, WORDS, st.sampled_from(Medium), DAYS)
def test_a_block_always_wins(
    family: Family, purpose: PurposeRule, events: list[Event], medium: Medium, on: date
) -> None:
    blocked = replace(family, blocks=(BlockLine(1, Period(on, on), ""),))
    assert may(blocked, purpose, events, medium, on).reason is Reason.BLOCKED


@settings(max_examples=200, deadline=None)
@given(FAMILIES, PURPOSES, WORDS, st.sampled_from(Medium), DAYS)
def test_what_happens_later_changes_nothing_before(
    family: Family, purpose: PurposeRule, events: list[Event], medium: Medium, on: date
) -> None:
    known = [event for event in events if event.on <= on or event.about is not None]
    assert may(family, purpose, events, medium, on) == may(family, purpose, known, medium, on)


@settings(max_examples=200, deadline=None)
@given(FAMILIES, WORDS, st.sampled_from(Medium), DAYS)
def test_what_all_allow_one_allows_too(family: Family, events: list[Event], medium: Medium, on: date) -> None:
    if may(family, PurposeRule(Policy.ALL), events, medium, on).allowed:
        assert may(family, PurposeRule(Policy.ONE), events, medium, on).allowed


@settings(max_examples=200, deadline=None)
@given(FAMILIES, PURPOSES, WORDS, st.sampled_from(Medium), DAYS)
def test_assumed_authority_alone_never_comes_to_a_yes(
    family: Family, purpose: PurposeRule, events: list[Event], medium: Medium, on: date
) -> None:
    unsure = replace(family, guardians=tuple(Guardian(one.id, Authority.ASSUMED) for one in family.guardians))
    if may(unsure, purpose, events, medium, on).allowed:
        assert unsure.birth_date is not None
        assert age_on(unsure.birth_date, on) >= 16

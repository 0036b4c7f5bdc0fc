"""What a square of the matrix shows, and how families are counted."""

from __future__ import annotations

from datetime import date

import pytest

from app.consents.matrix.overview import Cell, CellState, Said, about, cell, state_of
from app.consents.rules import MEDIA_BITS, Event, EventKind, Medium, Policy, PurposeRule, Reason, deciders
from tests.consents.situations import BOTH, FATHER, FILM, MOTHER, PHOTO, SEPTEMBER, SOUND, TODAY, said
from tests.consents.situations import Said as Words

ONE = PurposeRule(Policy.ONE)


def square(words: Words) -> Cell:
    return cell(deciders(BOTH.on(TODAY), TODAY), ONE, words.events)


def test_a_square_without_any_answer_says_so() -> None:
    assert square(said()) == Cell(CellState.NO_ANSWER, Reason.NO_ANSWER)


def test_a_yes_for_everything_is_a_plain_yes() -> None:
    assert square(said().yes(MOTHER, SEPTEMBER)) == Cell(CellState.YES, Reason.ALLOWED, tuple(Medium))


def test_a_yes_for_photo_only_names_the_medium() -> None:
    found = square(said().yes(MOTHER, SEPTEMBER, PHOTO))
    assert (found.state, found.media) == (CellState.PARTLY, (Medium.PHOTO,))


def test_a_refusal_of_film_leaves_the_rest() -> None:
    found = square(said().yes(MOTHER, SEPTEMBER).no(FATHER, SEPTEMBER, FILM))
    assert (found.state, found.media) == (CellState.PARTLY, (Medium.PHOTO, Medium.SOUND))


def test_the_heaviest_state_shows_when_nothing_is_allowed() -> None:
    words = said().no(MOTHER, SEPTEMBER, PHOTO).no(MOTHER, SEPTEMBER, FILM).yes(MOTHER, SEPTEMBER, SOUND)
    assert square(words.no(FATHER, SEPTEMBER, SOUND)).state is CellState.DISAGREE


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        (Reason.ALLOWED, CellState.YES),
        (Reason.BLOCKED, CellState.BLOCKED),
        (Reason.PARENTS_DISAGREE, CellState.DISAGREE),
        (Reason.OWN_WITHDRAWAL, CellState.NO),
        (Reason.EXPIRED, CellState.NO_ANSWER),
        (Reason.AUTHORITY_UNCONFIRMED, CellState.NO_ANSWER),
    ],
)
def test_every_reason_has_its_state(reason: Reason, state: CellState) -> None:
    assert state_of(reason) is state


def test_an_event_counts_only_for_the_purposes_it_names() -> None:
    event = Event(1, EventKind.GIVEN, date(2026, 9, 4), MOTHER, sum(MEDIA_BITS.values()))
    words = [Said(event, frozenset({"PRESS", "NEWSLETTER"}))]
    assert about(words, "PRESS") == [event]
    assert about(words, "WEBSITE_PUBLIC") == []

"""A talk of the case becomes a hearing by one click."""

from __future__ import annotations

from dataclasses import replace

from app.kernel.clock import at
from app.measures.facts import HeardAs, Hearing
from app.measures.form_lines import Talk
from app.measures.talks import heard_in, not_used, taken_over

STIJN = Hearing(HeardAs.PUPIL, "Stijn Bakker", 1)
FATHER = Hearing(HeardAs.GUARDIAN, "R. Bakker", 2, has_authority=True)
MOTHER = Hearing(HeardAs.GUARDIAN, "S. Bakker-Smit", 3, has_authority=True)
GRANDPA = Hearing(HeardAs.GUARDIAN, "K. de Wit", 4)
TEACHER = Hearing(HeardAs.TEACHER, "Jan Hartog")
LISTED, ALL = (STIJN, FATHER, MOTHER), (STIJN, FATHER, MOTHER, GRANDPA, TEACHER)
MOMENT = at(2026, 11, 16, 13, 15)


def _talk(title: str, *persons: int, text: str = "Hij vond het een grap.") -> Talk:
    return Talk(7, 13, MOMENT, title, text, persons)


def test_who_was_recorded_as_heard_counts_before_any_words() -> None:
    assert heard_in(_talk("Gesprek met Jan Hartog", 1), LISTED, ALL) == (STIJN,)


def test_names_and_parents_are_found_in_the_words() -> None:
    assert heard_in(_talk("Gesprek met Stijn en ouders"), LISTED, ALL) == (STIJN, FATHER, MOTHER)
    assert heard_in(_talk("Gesprek met Jan Hartog"), LISTED, ALL) == (TEACHER,)
    assert heard_in(_talk("Gesprek met K. de Wit"), LISTED, ALL) == (GRANDPA,)
    assert heard_in(_talk("Gesprek met de wijkagent"), LISTED, ALL) == ()


def test_the_talk_with_another_child_is_no_hearing_of_these_parents() -> None:
    pien = _talk("Gesprek met Pien en haar moeder", text="Stijn had de foto bewerkt, zegt R. Bakker.")
    assert heard_in(pien, LISTED, ALL) == ()
    assert heard_in(_talk("Gesprek met de ouders van Pien"), LISTED, ALL) == ()
    assert heard_in(_talk("Gesprek met Stijn", 99), LISTED, ALL) == ()


def test_a_father_or_mother_counts_only_when_it_is_clear_who() -> None:
    assert heard_in(_talk("Gesprek met Stijn en zijn vader"), LISTED, ALL) == (STIJN,)
    assert heard_in(_talk("Gesprek met Stijn en zijn vader"), (STIJN, FATHER), ALL[:2]) == (STIJN, FATHER)


def test_a_hearing_that_was_held_is_never_overwritten() -> None:
    held = replace(FATHER, held_at=MOMENT, report="Hij schrok.")
    assert taken_over(_talk("Gesprek met ouders van Stijn"), (held,), (held,)) == (held,)


def test_day_report_and_source_are_taken_over_and_strangers_come_in() -> None:
    made = taken_over(_talk("Gesprek"), LISTED, (STIJN, TEACHER))
    assert [one.held_at for one in made] == [MOMENT, None, None, MOMENT]
    assert made[0].report == "Hij vond het een grap."
    assert made[3].entry_id == 7
    assert taken_over(_talk("Gesprek", text=""), LISTED, (STIJN,))[0].report == "Gesprek"


def test_a_talk_is_offered_once() -> None:
    talk = _talk("Gesprek met Stijn")
    made = taken_over(talk, LISTED, (STIJN,))
    assert not_used((talk,), LISTED) == (talk,)
    assert not_used((talk,), made) == ()
    by_hand = (Hearing(HeardAs.PUPIL, "Stijn Bakker", 1, held_at=MOMENT),)
    assert not_used((talk,), by_hand) == ()

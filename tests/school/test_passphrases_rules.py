"""How hard a passphrase is to guess, for somebody who knows Dutch and the school."""

from __future__ import annotations

import pytest

from app.school.passphrases import SHORTEST, Strength, judge, proposed, words


@pytest.mark.parametrize(
    ("typed", "strength"),
    [
        ("kort", Strength.SHORT),
        ("aaaaaaaaaaaaaaa", Strength.WEAK),
        ("wachtwoord123", Strength.WEAK),
        ("Wilgenhof2026!", Strength.WEAK),
        ("Terpstra1974!!", Strength.WEAK),
        ("appel peer banaan", Strength.WEAK),
        ("mijn nieuwe wachtzin", Strength.FAIR),
        ("lamp water kelder zout", Strength.STRONG),
        ("x" * 10_000, Strength.WEAK),
        ("welkom welkom1", Strength.WEAK),
        ("zomer zomer zomer", Strength.WEAK),
        ("Basisschool De Wilgenhof", Strength.WEAK),
        ("wilg sloot fiets regen", Strength.STRONG),
        ("y" * 72 + "kajuit wimpel dressoir kano", Strength.WEAK),
    ],
)
def test_the_strength_of_a_passphrase(typed: str, strength: Strength) -> None:
    assert judge(typed, ("Basisschool De Wilgenhof", "E. Terpstra")) is strength


def test_a_proposal_is_strong_and_another_each_time() -> None:
    first, second = proposed(), proposed()
    assert first != second
    assert len(first.split()) == 5
    assert len(first) >= SHORTEST
    assert judge(first) is Strength.STRONG


def test_the_words_are_many_short_and_different() -> None:
    assert len(words()) == len(set(words())) > 700
    assert all(word.isalpha() and word.islower() and len(word) <= 10 for word in words())

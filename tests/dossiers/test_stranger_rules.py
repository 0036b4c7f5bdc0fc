"""Words that may be the name of somebody who is not in the register."""

from __future__ import annotations

import pytest

from app.dossiers.stranger_rules import strangers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fenna filmde het. Toen kwam Kooistra.", ["Fenna", "Kooistra"]),
        ("Daar was fenna weer", ["fenna"]),
        ("FENNA schreeuwde, IK niet", ["FENNA"]),
        ("Moeder belde. Dat was goed. Wit was de kleur.", []),
        ("Met Zwaluw erbij", ["Zwaluw"]),
        ("Tjibbe Kooistra zag het", ["Tjibbe", "Kooistra"]),
        ("Tjibbe, dus", []),
        ("Tjibbe", []),
        ("Tjibbe vrijdag", []),
        ("Zij filmden het op WhatsApp in map/Foto en bij Pien", []),
        ("het account koning_8b en gamer99, blz. 12 en 8B", ["koning_8b", "gamer99"]),
        ("bekend_99 hoort erbij", []),
    ],
)
def test_what_may_be_somebody_is_found_and_words_of_every_day_are_not(text: str, found: list[str]) -> None:
    usual = {"pien", "bekend_99", "bekend"}
    assert [text[start:end] for start, end in strangers(text, frozenset(), usual)] == found


def test_what_was_looked_at_already_is_left_alone() -> None:
    assert list(strangers("Toen Fenna en gamer99", {5, 14}, ())) == []

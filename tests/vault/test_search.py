"""Search: accents, middles of words, short words, newest first, and forgetting."""

from __future__ import annotations

import pytest

from app.vault import search
from app.vault.drawers.database import Drawer


def _found(drawer: Drawer, words: str) -> list[str]:
    with drawer.read() as session:
        return [hit.ref for hit in search.find(session, words)]


@pytest.fixture
def filled(casework: Drawer) -> Drawer:
    with casework.write("things.indexed") as session:
        search.put(session, "entry", "1", "Gesprek met Zoë Çelik", "Zij vertelt over het filmpje in de appgroep.")
        search.put(session, "entry", "2", "Telefoon met de heer Jansen", "Over het filmpje van dinsdag.")
        search.put(session, "case", "3", 'Nepaccount "Bo"', "")
    return casework


def test_accents_do_not_matter(filled: Drawer) -> None:
    assert _found(filled, "zoe celik") == ["1"]
    assert _found(filled, "ZOË") == ["1"]


def test_letters_that_are_no_accents_are_found_by_the_plain_one(filled: Drawer) -> None:
    with filled.write("thing.indexed") as session:
        search.put(session, "entry", "4", "Elif Yılmaz en Łukasz")
    assert _found(filled, "yilmaz") == _found(filled, "lukasz") == _found(filled, "y") == ["4"]


def test_the_middle_of_a_word_is_found(filled: Drawer) -> None:
    assert _found(filled, "account") == ["3"]


def test_the_newest_comes_first(filled: Drawer) -> None:
    assert _found(filled, "filmpje") == ["2", "1"]


def test_one_or_two_letters_find_the_start_of_a_word_in_a_title(filled: Drawer) -> None:
    assert _found(filled, "z") == ["1"]
    assert _found(filled, "ja film") == ["2"]


def test_marks_of_the_query_language_are_only_text(filled: Drawer) -> None:
    assert _found(filled, '"bo"') == ["3"]
    for nonsense in ("AND", "title:", "NEAR(", "* OR *", "'; DROP TABLE audit", "%", "  "):
        _found(filled, nonsense)


def test_the_same_reference_replaces_and_taking_out_forgets(filled: Drawer) -> None:
    with filled.write("thing.changed") as session:
        search.put(session, "entry", "1", "Iets anders")
    assert _found(filled, "celik") == []
    assert _found(filled, "anders") == ["1"]
    with filled.write("thing.removed") as session:
        search.take_out(session, "entry", "1")
        search.take_out(session, "entry", "unknown")
    assert _found(filled, "anders") == []

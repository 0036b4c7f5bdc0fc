"""A parent is found by the child: "a mother calls" comes before her name."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.names import full
from app.people.service import People
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.person_field import PersonField


@pytest.fixture
def people(meldboek: Meldboek) -> People:
    return meldboek.people


def names(people: People, cast: Cast) -> set[str]:
    return {full(one.name) for one in people.pupil(cast.pien).guardians}


@pytest.mark.parametrize("typed", ["moeder van Pien", "ouder van pien mulder", "Vader Pien", "de ouders van Pien"])
def test_the_words_parent_of_find_the_guardians_of_that_child(people: People, cast: Cast, typed: str) -> None:
    assert {full(line.name) for line in people.find(typed)} == names(people, cast)


def test_parent_of_nobody_finds_nobody(people: People, cast: Cast) -> None:
    assert people.find("moeder van Qqqq") == ()
    assert full(people.find("Pien")[0].name) == full(people.person(cast.pien).name)


def test_the_parents_of_few_children_are_told_those_of_many_are_not(people: People, cast: Cast) -> None:
    (pien,) = people.find("Pien Mulder")
    parents = people.parents_of((pien,))
    assert {full(line.name) for line in parents} == names(people, cast)
    assert people.parents_of((pien, parents[0])) == parents[1:]
    assert people.parents_of(parents) == people.parents_of([pien] * 4) == ()


@pytest.mark.parametrize("wanted", [False, True])
def test_a_field_shows_the_parents_below_the_child_when_it_is_asked_to(
    desk: Desk, people: People, cast: Cast, qtbot: QtBot, wanted: bool
) -> None:
    field = PersonField(desk, parents=wanted)
    qtbot.addWidget(field)
    field.show()
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "pien mulder")
    qtbot.waitUntil(lambda: field._list is not None)
    assert field._list is not None
    shown = [line.id for line in field._list.table.lines_model.shown]
    assert shown[0] == cast.pien
    assert len(shown) == (1 + len(names(people, cast)) if wanted else 1)

"""A person is found while typing and chosen with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.people.rules import PersonKind
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.person_field import PersonField

_kept: list[QWidget] = []  # a window lives as long as something in Python holds it


def _field(qtbot: QtBot, desk: Desk, kinds: frozenset[PersonKind] | None = None) -> PersonField:
    window = QWidget()
    window.resize(600, 500)
    field = PersonField(desk, kinds=kinds)
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    field.edit.setFocus()
    _kept.append(window)
    return field


def test_typing_finds_and_enter_chooses(qtbot: QtBot, desk: Desk, cast: Cast) -> None:
    field = _field(qtbot, desk, frozenset({PersonKind.PUPIL}))
    QTest.keyClicks(field.edit, "mul")
    qtbot.waitUntil(lambda: field._list is not None)
    with qtbot.waitSignal(field.changed):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() == cast.pien
    assert field.edit.text().startswith("Pien Mulder, groep 8B")
    assert field._list is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_enter_before_the_list_takes_the_only_one_who_is_called_so(
    qtbot: QtBot, desk: Desk, cast: Cast, key: Qt.Key
) -> None:
    field = _field(qtbot, desk)
    QTest.keyClicks(field.edit, "pien mulder")
    QTest.keyClick(field.edit, key)
    assert field.value() is None
    qtbot.waitUntil(lambda: field.value() == cast.pien)
    assert field._list is None


def test_enter_on_a_list_for_less_than_was_typed_takes_nobody_from_it(qtbot: QtBot, desk: Desk, cast: Cast) -> None:
    field = _field(qtbot, desk)
    QTest.keyClicks(field.edit, "mul")
    qtbot.waitUntil(lambda: field._list is not None)
    assert field._list is not None
    assert len(field._list.table.lines_model.shown) > 1
    QTest.keyClick(field.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field.edit, "stijn")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.value() == cast.stijn)


def test_enter_before_the_list_takes_nobody_when_several_are_called_so(qtbot: QtBot, desk: Desk, cast: Cast) -> None:
    field = _field(qtbot, desk, frozenset({PersonKind.PUPIL, PersonKind.GUARDIAN}))
    QTest.keyClicks(field.edit, "mulder")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field._list is not None)
    assert field.value() is None
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.value() is not None


def test_arrows_walk_through_what_was_found(qtbot: QtBot, desk: Desk, cast: Cast) -> None:
    field = _field(qtbot, desk)
    QTest.keyClicks(field.edit, "mulder")
    qtbot.waitUntil(lambda: field._list is not None)
    assert field._list is not None
    first = field._list.table.selected
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    assert field._list.table.selected != first


@pytest.mark.parametrize("typed", ["zzz", "pi"])
def test_text_that_is_nobody_is_a_problem(qtbot: QtBot, desk: Desk, cast: Cast, typed: str) -> None:
    field = _field(qtbot, desk)
    assert not field.problem()
    QTest.keyClicks(field.edit, typed)
    assert field.problem()
    assert field.value() is None


def test_an_id_shows_the_person(qtbot: QtBot, desk: Desk, cast: Cast) -> None:
    field = _field(qtbot, desk)
    field.set_value(cast.noor)
    assert field.value() == cast.noor
    assert "Noor de Graaf" in field.edit.text()

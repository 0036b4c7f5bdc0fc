"""Thirty families, two guardians each, fourteen purposes: entered with keys alone, and so few that ten minutes do."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.names import PersonName
from app.people.rules import Authority, NewGuardian, NewPupil
from tests.consents.pages import shown
from ui.consents.page import ConsentsPage
from ui.kit.desk import Desk

FAMILIES, PURPOSES, GROUP = 30, 14, "6A"
SLOW_KEYS = 2.0  # of somebody who looks at the paper, a second
PAPER, MINUTES = 3.0, 10  # seconds to turn a sheet; what is allowed


def _school(meldboek: Meldboek) -> None:
    people, catalogue = meldboek.people, meldboek.consents.catalogue
    for number in range(FAMILIES):
        pupil = people.add_pupil(NewPupil(PersonName(f"Kind{number:02}", "", "Zwart"), group=GROUP))
        for who in ("Ada", "Ben"):
            authority = {"authority": Authority.YES, "source": "gezagsregister"}
            people.add_guardian(pupil, NewGuardian(PersonName(f"{who}{number:02}", "", "Zwart"), **authority))  # type: ignore[arg-type] # two fields of it
    for line in catalogue.of_pupils():
        used = len(meldboek.consents.purposes())
        if line.rule.in_use and used > PURPOSES:
            catalogue.switch(line.code, in_use=False)
        elif not line.rule.in_use and used < PURPOSES:
            catalogue.switch(line.code, in_use=True, confirmed=True)


@dataclass
class Typist:
    """Presses keys where the cursor is, and counts them; never the mouse."""

    page: ConsentsPage
    keys: int = 0

    @property
    def here(self) -> QWidget:
        """Where the cursor is, also while the window is not the active one."""
        found = self.page.focusWidget()
        assert found is not None
        assert self.page.pupils.panel.isAncestorOf(found)
        return found

    def press(self, *keys: Qt.Key) -> None:
        """Keys, one after the other."""
        for key in keys:
            QTest.keyClick(self.here, key)
            self.keys += 1

    def type(self, text: str) -> None:
        """A word in the field at hand."""
        QTest.keyClicks(self.here, text)
        self.keys += len(text)


@pytest.fixture
def typist(desk: Desk, qtbot: QtBot) -> Typist:
    """Somebody who sits before the first form; that the evidence lies in a map is said once."""
    _school(desk.meldboek)
    page = shown(desk)
    page.pupils.choose_group(GROUP)
    page.pupils.enter_forms()
    one = Typist(page)
    one.press(Qt.Key.Key_J, Qt.Key.Key_Return)  # without a place the form stays, and the cursor stands where it lacks
    one.type("map 6A")
    one.press(Qt.Key.Key_Return)  # the first guardian's one box; from here on the place is known
    return one


def _minutes(keys: int, sheets: int) -> float:
    return (keys / SLOW_KEYS + sheets * PAPER) / 60


def test_every_box_of_both_guardians_takes_less_than_ten_minutes(typist: Typist, desk: Desk) -> None:
    begun = typist.keys
    for _answer in range(2 * FAMILIES - 1):  # the very first was there already
        typist.press(*[Qt.Key.Key_J] * (PURPOSES - 1), Qt.Key.Key_N, Qt.Key.Key_Return)
    assert typist.keys - begun == (2 * FAMILIES - 1) * (PURPOSES + 1)
    assert _minutes(typist.keys, FAMILIES) < MINUTES
    rows = desk.meldboek.consents.matrix(GROUP).rows
    assert [row.cells[-1].state for row in rows] == ["no"] * FAMILIES
    assert all(cell.state == "yes" for row in rows[1:] for cell in row.cells[:-1])


def test_one_paper_with_both_signatures_takes_three_keys(typist: Typist, desk: Desk) -> None:
    begun = typist.keys
    for _paper in range(FAMILIES):
        typist.press(Qt.Key.Key_B, Qt.Key.Key_A, Qt.Key.Key_Return)
    assert typist.keys - begun == 3 * FAMILIES
    matrix = desk.meldboek.consents.matrix(GROUP)
    assert len(matrix.rows) == FAMILIES
    assert all(cell.state == "yes" for row in matrix.rows for cell in row.cells)

"""A measure in a case in which several persons did it: for whom?"""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from tests.builders import Cast
from ui.cases.page import CasesPage
from ui.cases.which_sheet import WhichSheet
from ui.kit.desk import Desk

ACTOR = InvolvementRole.ACTOR


@pytest.fixture
def went(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    found: list[object] = []
    monkeypatch.setattr(desk, "go", lambda page, target: found.append((page, target)))
    return found


def test_each_person_has_a_key_and_a_button(
    qtbot: QtBot, desk: Desk, known: Cases, cast: Cast, went: list[object]
) -> None:
    did = tuple(NewInvolvement(ACTOR, person) for person in (cast.stijn, cast.pien))
    outsider = NewInvolvement(ACTOR, name="Iemand van buiten")
    case_id = known.report(NewReport("Twee daders", involved=(*did, outsider)))
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(case_id)
    page.view.choose_measure()
    (sheet,) = desk.dialogs.current
    assert isinstance(sheet, WhichSheet)
    assert [one.text() for one in sheet.choices] == ["1", "2"]
    QTest.keyClick(sheet, Qt.Key.Key_3)
    assert went == []
    QTest.keyClick(sheet, Qt.Key.Key_2)
    assert went == [("measures", ("new", case_id, cast.pien))]
    assert desk.dialogs.current == []
    page.view.choose_measure()
    again = desk.dialogs.current[-1]
    assert isinstance(again, WhichSheet)
    again.choices[0].click()
    assert went[-1] == ("measures", ("new", case_id, cast.stijn))


def test_one_person_needs_no_question(qtbot: QtBot, desk: Desk, known: Cases, cast: Cast, went: list[object]) -> None:
    twice = (NewInvolvement(ACTOR, cast.stijn), NewInvolvement(InvolvementRole.OTHER, cast.pien))
    case_id = known.report(NewReport("Een dader", involved=twice))
    page = CasesPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.open(case_id)
    page.view.choose_measure()
    assert went == [("measures", ("new", case_id, cast.stijn))]

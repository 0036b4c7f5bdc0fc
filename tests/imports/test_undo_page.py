"""Undoing an import from the result and from the history, with what stays and why."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.people.rules import NewGuardian
from tests.imports.lists import clean
from tests.imports.test_page import opened, taken_over
from ui.imports.page import ImportsPage
from ui.imports.undo import UndoSheet
from ui.kit.desk import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, tmp_path: Path) -> ImportsPage:
    """The wizard right after a list was taken over."""
    return taken_over(opened(desk, qtbot), clean(tmp_path / "lijst.xlsx"))


def _sheet(page: ImportsPage) -> UndoSheet:
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, UndoSheet)
    return sheet


def _said(sheet: UndoSheet) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def test_the_result_offers_to_undo_at_once(page: ImportsPage) -> None:
    page.result.undo_wanted.emit()
    assert "verdwijnen weer" in _said(_sheet(page))
    _sheet(page).undo()
    assert page.desk.meldboek.people.pupils() == ()
    assert page.stack.currentWidget() is page.choose
    page.reload()
    (line,) = page.choose.history.lines_model.shown
    assert line.undone_at is not None
    assert "ongedaan gemaakt" in page.choose.history.texts()[1][-1]
    page.choose.history.line_activated.emit(line)
    assert not page.desk.dialogs.is_open


def test_the_history_offers_it_later_and_tells_who_stays(page: ImportsPage) -> None:
    people = page.desk.meldboek.people
    noor = people.pupil_by_number("1001")
    ilse = noor.guardians[0]
    people.change_guardian(ilse.id, NewGuardian(ilse.name, email="anders@voorbeeld.nl"))
    page.start()
    page.reload()
    page.choose.history.select(page.choose.history.lines_model.shown[0].id)
    QTest.keyClick(page.choose.history, Qt.Key.Key_Return)
    sheet = _sheet(page)
    assert "Ilse de Graaf" in [line.name for line in sheet.kept.lines_model.shown]
    sheet.undo()
    assert people.guardian(ilse.id).email == "anders@voorbeeld.nl"


def test_leaving_the_sheet_undoes_nothing(page: ImportsPage) -> None:
    page.result.undo_wanted.emit()
    QTest.keyClick(_sheet(page), Qt.Key.Key_Escape)
    assert len(page.desk.meldboek.people.pupils()) == 2

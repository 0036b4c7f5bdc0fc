"""The sheets of Personen for many at once: authority of a group, merging two, a workbook of people."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.kernel.names import PersonName
from app.people.rules import Authority, NewGuardian, NewPupil, PersonKind
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.people.authority import GroupAuthoritySheet
from ui.people.merging import MergeSheet
from ui.people.page import PeoplePage


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: QtBot) -> PeoplePage:
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.resize(1228, 848)
    desk.dialogs.window = page
    page.open(None)
    page.show()
    return page


def _authority(page: PeoplePage) -> GroupAuthoritySheet:
    page.confirm.click()
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, GroupAuthoritySheet)
    return sheet


def _merging(page: PeoplePage, person_id: int) -> MergeSheet:
    page.open(person_id)
    QApplication.processEvents()
    buttons = [made for made in page.panel.findChildren(QPushButton) if made.isVisible()]
    next(made for made in buttons if made.accessibleName() == "Samenvoegen: Dubbel ingevoerd").click()
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, MergeSheet)
    return sheet


def _said(page: PeoplePage) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_authority_of_a_group_is_confirmed_by_name(page: PeoplePage, cast: Cast) -> None:
    sheet = _authority(page)
    assert sheet.group == "5A"
    assert [line.line.name.first_name for line in sheet.table.lines_model.shown] == ["Leyla"]
    assert sheet.button.text() == "Gezag van 1 ouder bevestigen"
    sheet.submit()
    assert sheet.below.rows["source"].error
    sheet.below.set_values({"source": "formulieren"})
    sheet.submit()
    (line,) = page.desk.meldboek.people.pupil(cast.aylin).guardians
    assert (line.authority, line.authority_source) == (Authority.YES, "formulieren")
    assert not page.confirm.isVisible()


def test_who_is_left_out_stays_unconfirmed(page: PeoplePage, cast: Cast) -> None:
    people = page.desk.meldboek.people
    people.add_guardian(cast.aylin, NewGuardian(PersonName("Can", "", "Öztürk")))
    sheet = _authority(page)
    sheet.table.select(sheet.table.lines_model.shown[0].line.relation_id)
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    assert "nog niet" in sheet.table.texts()[1][0]
    sheet.below.set_values({"source": "gezagsregister"})
    sheet.submit()
    assert sorted(line.authority for line in people.pupil(cast.aylin).guardians) == ["assumed", "yes"]
    assert page.confirm.isVisible()


def test_a_group_is_chosen_and_nothing_is_confirmed_when_all_are_left_out(page: PeoplePage, cast: Cast) -> None:
    page.desk.meldboek.people.add_guardian(cast.pien, NewGuardian(PersonName("Bo", "", "Bos")))
    page.group.set_value("8B")
    sheet = _authority(page)
    assert [line.line.name.first_name for line in sheet.table.lines_model.shown] == ["Bo"]
    sheet.table.clicked.emit(sheet.table.lines_model.index(0, 1))
    assert not sheet.button.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not page.desk.dialogs.is_open


def test_somebody_who_was_entered_twice_is_merged_and_taken_apart(page: PeoplePage, cast: Cast) -> None:
    people = page.desk.meldboek.people
    double = people.add_pupil(NewPupil(PersonName("Nora", "de", "Graaf"), number="77", group="5A"))
    sheet = _merging(page, cast.noor)
    sheet.other.choose(people.person(double))
    assert "Noor de Graaf (groep 5A) blijft. Nora de Graaf (groep 5A) gaat daarin op." in _said(page)
    sheet.turn()
    assert "Nora de Graaf (groep 5A) blijft." in _said(page)
    sheet.turn()
    sheet.submit()
    assert "Nora" not in [line.name.first_name for line in people.pupils()]
    page.reload()
    page.open(cast.noor)
    assert "Nora de Graaf is hierin opgegaan op" in _said(page)
    page.acts.do("unmerge", people.merges()[0].id)
    assert "Nora" in [line.name.first_name for line in people.pupils()]


def test_the_same_person_cannot_be_merged(page: PeoplePage, cast: Cast) -> None:
    sheet = _merging(page, cast.noor)
    assert not sheet.button.isEnabled()
    sheet.other.choose(page.desk.meldboek.people.person(cast.noor))
    assert not sheet.button.isEnabled()
    sheet.other.edit.clear()
    sheet.other._typed()
    assert not sheet.button.isEnabled()


def test_people_are_saved_as_a_workbook(page: PeoplePage, tmp_path: Path) -> None:
    page.group.set_value("5A")
    page.export()
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    page.desk.dialogs.answers.append(tmp_path / "groep.xlsx")
    sheet.form.set_values({"parts": ("group", "guardians")})
    sheet.submit()
    rows = list(load_workbook(tmp_path / "groep.xlsx").worksheets[0].iter_rows(values_only=True))
    assert rows[0][:2] == ("Leerlingnummer", "Roepnaam")
    assert [row[1] for row in rows[1:]] == ["Noor", "Aylin"]
    assert "Geboortedatum" not in rows[0]
    actions = [line.action for line in page.desk.meldboek.store.register.log(5)]
    assert "person.exported" in actions


def test_employees_are_saved_as_a_workbook(page: PeoplePage, tmp_path: Path) -> None:
    page.choose(PersonKind.EMPLOYEE)
    page.export()
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    page.desk.dialogs.answers.append(tmp_path / "team.xlsx")
    sheet.submit()
    assert load_workbook(tmp_path / "team.xlsx").sheetnames == ["Medewerkers"]

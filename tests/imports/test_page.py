"""The wizard that reads a class list: every step, by mouse and by keyboard, and back again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.imports.rules import Choice, LineKind
from tests.imports.lists import AYLIN, HEADINGS, NOOR, Row, clean, workbook
from ui.imports.page import ImportsPage
from ui.kit.desk import Desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ImportsPage:
    return opened(desk, qtbot)


def opened(desk: Desk, qtbot: QtBot) -> ImportsPage:
    page = ImportsPage(desk)
    qtbot.addWidget(page)
    desk.dialogs.window = page
    page.resize(1228, 848)
    page.open(None)
    page.show()
    return page


def said(page: ImportsPage) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def compared(page: ImportsPage, path: Path) -> ImportsPage:
    page.read(path)
    page.look()
    assert page.stack.currentWidget() is page.compare
    return page


def taken_over(page: ImportsPage, path: Path) -> ImportsPage:
    compared(page, path).take_over()
    assert page.stack.currentWidget() is page.result
    return page


def changed_list(path: Path, *more: Row) -> Path:
    """Noor moved and her father lost authority; Aylin is gone."""
    moved = list(NOOR)
    moved[5], moved[6], moved[10] = "6b", 6, "nee"
    return workbook(path, (*HEADINGS, "BSN"), [*moved, 111222333], *more)


def shown(page: ImportsPage) -> list[str]:
    return [row.name.first_name for row in page.compare.table.lines_model.shown]


def test_a_chosen_file_is_looked_at_compared_taken_over_and_told(page: ImportsPage, tmp_path: Path) -> None:
    page.desk.dialogs.answers.append(clean(tmp_path / "lijst.xlsx"))
    page.choose_file()
    assert page.stack.currentWidget() is page.recognised
    assert "Roepnaam" in said(page)
    assert "Noor · Aylin" in said(page)
    page.primary.click()
    people = page.desk.meldboek.people
    assert people.pupils() == ()
    assert sorted(shown(page)) == ["Aylin", "Noor"]
    assert any("met Ilse de Graaf en R. van den Berg" in cell for row in page.compare.table.texts() for cell in row)
    page.primary.click()
    assert len(people.pupils()) == 2
    assert "De klassenlijst is overgenomen" in said(page)
    page.start()
    page.reload()
    assert [line.file_name for line in page.choose.history.lines_model.shown] == ["lijst.xlsx"]


def test_enter_goes_on_and_escape_goes_back(page: ImportsPage, tmp_path: Path) -> None:
    page.read(clean(tmp_path / "lijst.xlsx"))
    QTest.keyClick(page, Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.compare
    QTest.keyClick(page.compare.table, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.recognised
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is page.choose
    page.read(tmp_path / "lijst.xlsx")
    QTest.keyClick(page, Qt.Key.Key_Return)
    QTest.keyClick(page.compare.table, Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.result
    assert len(page.desk.meldboek.people.pupils()) == 2


def test_a_column_that_was_taken_for_something_else_is_read_as_the_user_says(page: ImportsPage, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "raar.xlsx", ("Roepnaam", "Achternaam", "Stam"), ("Noor", "Graaf", "5A"), ("Bo", "Bos", "5A")
    )
    page.read(path)
    field = page.recognised.fields[2]
    assert field.value() == ("", 0)
    field.set_value(("group", 0))
    field.changed.emit()
    page.look()
    assert {row.group for row in page.compare.table.lines_model.shown} == {"5A"}
    page.take_over()
    page.start()
    page.read(path)
    assert page.recognised.fields[2].value() == ("group", 0)
    assert not page.recognised.is_changed


def test_a_use_that_is_given_to_another_column_leaves_the_one_that_had_it(page: ImportsPage, tmp_path: Path) -> None:
    page.read(clean(tmp_path / "lijst.xlsx"))
    fields = page.recognised.fields
    fields[6].set_value(("group", 0))
    fields[6].changed.emit()
    assert (fields[5].value(), fields[6].value()) == (("", 0), ("group", 0))
    assert page.recognised.is_changed


def test_a_sheet_that_is_not_used_gives_nobody(page: ImportsPage, tmp_path: Path) -> None:
    page.read(clean(tmp_path / "lijst.xlsx"))
    page.recognised._take_for(page.recognised._layouts[0], "")
    assert page.recognised.fields == {}
    page.look()
    assert page.stack.currentWidget() is page.choose
    assert "Dit bestand is niet ingelezen" in said(page)


def test_the_comparison_tells_field_by_field_and_narrows_by_its_counts(page: ImportsPage, tmp_path: Path) -> None:
    taken_over(page, clean(tmp_path / "lijst.xlsx"))
    compared(page, changed_list(tmp_path / "nieuw.xlsx", (1004, "Pim", "", "Smit", "31-31-2017")))
    page.compare.show_tab(LineKind.CHANGED)
    assert shown(page) == ["Noor"]
    assert "groep\n5A → 6B" in said(page)
    assert "gezag\nja → nee" in said(page)
    page.compare.show_tab("check")
    assert page.compare.checks.texts()[1][-1].startswith("Deze datum")
    page.compare.show_tab("all")
    page.compare.search.setText("noor")
    assert shown(page) == ["Noor"]
    page.back()
    assert "Wordt niet bewaard: BSN" in said(page)


def test_who_is_not_in_the_list_leaves_per_a_date_or_stays(page: ImportsPage, tmp_path: Path) -> None:
    taken_over(page, clean(tmp_path / "lijst.xlsx"))
    compared(page, changed_list(tmp_path / "nieuw.xlsx"))
    page.compare.show_tab(LineKind.MISSING)
    assert shown(page) == ["Aylin"]
    draft = page.draft
    assert draft is not None
    page.compare.leavers.keep.click()
    assert draft.result().left == 0
    page.compare.leavers.on.set_value(page.desk.meldboek.clock.today())
    page.compare.leavers.leave.click()
    assert draft.result().left == 1
    QTest.keyClick(page.compare.table, Qt.Key.Key_Space)
    assert draft.result().left == 0
    QTest.keyClick(page.compare.table, Qt.Key.Key_Space)
    page.take_over()
    assert [line.name.first_name for line in page.desk.meldboek.people.pupils()] == ["Noor"]
    assert len(page.desk.meldboek.people.former_pupils()) == 1


def test_a_row_that_is_left_out_is_not_taken_over(page: ImportsPage, tmp_path: Path) -> None:
    compared(page, clean(tmp_path / "lijst.xlsx"))
    QTest.keyClick(page.compare.table, Qt.Key.Key_Space)
    assert "overslaan" in " ".join(" ".join(row) for row in page.compare.table.texts())
    page.take_over()
    assert len(page.desk.meldboek.people.pupils()) == 1


def test_a_doubtful_pupil_is_for_the_user_to_decide(page: ImportsPage, tmp_path: Path) -> None:
    taken_over(page, clean(tmp_path / "lijst.xlsx"))
    namesake = ("", *AYLIN[1:4], "1-1-2016", *AYLIN[5:])
    compared(page, workbook(tmp_path / "nieuw.xlsx", HEADINGS, NOOR, namesake))
    page.compare.show_tab(LineKind.DOUBTFUL)
    assert "Is dit dezelfde leerling?" in said(page)
    page.desk.dialogs.answers.append(False)
    page.take_over()
    assert page.stack.currentWidget() is page.compare
    row, draft = page.compare.table.selected, page.draft
    assert draft is not None
    page.compare.panel.decided.emit(row, type(draft.decision(row))(Choice.SEPARATE))
    page.desk.dialogs.answers.append(True)  # the other one leaves
    page.take_over()
    people = page.desk.meldboek.people
    assert [line.birth_date for line in people.pupils() if line.name.first_name == "Aylin"] == [date(2016, 1, 1)]
    assert [line.birth_date for line in people.former_pupils()] == [date(2017, 1, 30)]


def test_a_doubtful_pupil_that_is_the_same_does_not_leave(page: ImportsPage, tmp_path: Path) -> None:
    taken_over(page, clean(tmp_path / "lijst.xlsx"))
    namesake = ("", *AYLIN[1:4], "1-1-2016", *AYLIN[5:])
    compared(page, workbook(tmp_path / "nieuw.xlsx", HEADINGS, NOOR, namesake))
    page.compare.show_tab(LineKind.DOUBTFUL)
    next(made for made in page.compare.panel.findChildren(QPushButton) if made.text().startswith("Ja, dit is")).click()
    assert "zelfde leerling" in page.compare.table.texts()[1][-1]
    page.take_over()
    people = page.desk.meldboek.people
    assert people.former_pupils() == ()
    assert people.pupil_by_number("1002").birth_date == date(2016, 1, 1)


def test_a_list_of_a_part_of_the_school_lets_nobody_leave_by_itself(page: ImportsPage, tmp_path: Path) -> None:
    rows = [(2000 + at, f"Kind{at}", "", f"Naam{at}", "1-1-2017", "5A") for at in range(12)]
    heads = HEADINGS[:6]
    taken_over(page, workbook(tmp_path / "alles.xlsx", heads, *rows))
    compared(page, workbook(tmp_path / "deel.xlsx", heads, *rows[:3]))
    page.compare.show_tab(LineKind.MISSING)
    assert "Staat de hele school in deze lijst?" in said(page)
    assert page.draft is not None
    assert page.draft.result().left == 0
    assert page.primary.text() == "Er verandert niets"


def test_a_list_that_changes_nothing_cannot_be_taken_over(page: ImportsPage, tmp_path: Path) -> None:
    path = clean(tmp_path / "lijst.xlsx")
    taken_over(page, path).take_over()
    compared(page, path)
    assert not page.primary.isEnabled()
    assert page.primary.text() == "Er verandert niets"


def test_a_file_that_is_no_list_is_refused_on_the_page(page: ImportsPage, tmp_path: Path) -> None:
    (tmp_path / "brief.xlsx").write_bytes(b"%PDF-1.7\x00")
    page.read(tmp_path / "brief.xlsx")
    assert "Dit bestand is niet ingelezen" in said(page)
    page.start()
    assert "Dit bestand is niet ingelezen" not in said(page)


def test_leaving_halfway_leaves_nothing(page: ImportsPage, tmp_path: Path) -> None:
    page.open(clean(tmp_path / "lijst.xlsx"))
    page.look()
    page.open(None)
    page.take_over()
    assert page.desk.meldboek.people.pupils() == ()
    assert page.desk.meldboek.imports.history() == ()

"""The wizard around its steps: dropping, looking only, stopping, the files that it saves, and who may use it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.imports.rules import LineKind
from app.kernel.errors import Refused
from app.kernel.names import PersonName
from app.people.rules import NewPupil
from tests.imports.lists import HEADINGS, NOOR, clean, workbook
from tests.imports.test_page import changed_list, compared, opened, said, taken_over
from ui.imports.draft import TO_CHECK
from ui.imports.drop import FileDrop
from ui.imports.page import ImportsPage
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField
from ui.kit.jobs import Jobs, Progress
from ui.kit.words import CANCELLED


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> ImportsPage:
    return opened(desk, qtbot)


def test_only_looking_takes_nothing_over(page: ImportsPage, tmp_path: Path) -> None:
    page.choose.only_look.set_value(True)
    compared(page, clean(tmp_path / "lijst.xlsx"))
    assert page.primary.text() == "Klaar met kijken"
    page.forward()
    assert page.stack.currentWidget() is page.choose
    assert page.desk.meldboek.people.pupils() == ()


def test_the_comparison_that_was_made_ahead_is_made_anew_when_somebody_changed(
    page: ImportsPage, tmp_path: Path
) -> None:
    page.read(clean(tmp_path / "lijst.xlsx"))
    page.desk.meldboek.people.add_pupil(NewPupil(PersonName("Noor", "de", "Graaf"), "1001", date(2017, 6, 21)))
    page.forward()
    assert page.draft is not None
    assert [line.kind for line in page.draft.proposal.lines] == [LineKind.CHANGED, LineKind.NEW]


def test_a_reading_process_is_ready_as_long_as_the_wizard_is_shown(page: ImportsPage, tmp_path: Path) -> None:
    def is_ready() -> bool:
        return page.desk.meldboek.imports._ready is not None

    page.show()
    assert is_ready()
    page.read(clean(tmp_path / "lijst.xlsx"))
    assert is_ready()
    page.hide()
    assert not is_ready()
    page.read(clean(tmp_path / "lijst.xlsx"))
    assert not is_ready()


def test_stopping_while_it_is_taken_over_leaves_nothing(page: ImportsPage, tmp_path: Path) -> None:
    compared(page, clean(tmp_path / "lijst.xlsx"))
    draft, stopped = page.draft, Progress("")
    assert draft is not None
    stopped.cancel()
    with pytest.raises(Refused):
        page.desk.meldboek.imports.apply(draft.proposal, draft.decided(), stopped.step)
    assert page.desk.meldboek.people.pupils() == ()
    page._not_applied(draft, Refused(CANCELLED))
    assert page.primary.isEnabled()


def test_a_list_of_another_school_or_year_is_told_and_read_all_the_same(page: ImportsPage, tmp_path: Path) -> None:
    rows = (("Basisschool De Ander, BRIN: 12AB",), ("Schooljaar 2024-2025",), HEADINGS, NOOR)
    page.read(workbook(tmp_path / "lijst.xlsx", *rows))
    assert "BRIN 12AB" in said(page)
    assert "Van een ander schooljaar" in said(page)
    page.forward()
    assert page.stack.currentWidget() is page.compare


def test_consent_is_not_read_from_a_class_list_and_that_is_said(page: ImportsPage, tmp_path: Path) -> None:
    page.read(workbook(tmp_path / "lijst.xlsx", (*HEADINGS, "Toestemming foto", "Gymdag"), (*NOOR, "ja", "ma")))
    assert "Niet gelezen: Toestemming foto" in said(page)
    assert "Antwoorden inlezen" in said(page)


def test_the_result_leads_to_the_answers_that_a_class_list_does_not_bring(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    went: list[tuple[str, object]] = []
    desk.go = lambda name, target: went.append((name, target))
    page = opened(desk, qtbot)
    taken_over(page, workbook(tmp_path / "lijst.xlsx", (*HEADINGS, "Foto's toegestaan"), (*NOOR, "ja")))
    assert "Niet gelezen: Foto's toegestaan" in said(page)
    (button,) = (one for one in page.result.findChildren(QPushButton) if one.text() == "Antwoorden inlezen")
    button.click()
    assert went == [("consents", ("rounds", "import"))]


def test_the_way_on_stays_closed_until_a_column_names_the_pupils(page: ImportsPage, tmp_path: Path) -> None:
    page.read(workbook(tmp_path / "lijst.xlsx", ("Moeder", "Mobiel moeder", "Wie"), ("Ina Bos", "", "Tim Bos")))
    assert "Geen leerlingen gevonden" in said(page)
    assert not page.primary.isEnabled()
    page.recognised.fields[2].set_value(("full_name", 0))
    page.recognised.fields[2].changed.emit()
    assert page.primary.isEnabled()
    page.forward()
    assert page.stack.currentWidget() is page.compare


def test_all_new_pupils_are_left_out_or_taken_over_at_once(page: ImportsPage, tmp_path: Path) -> None:
    compared(page, clean(tmp_path / "lijst.xlsx"))
    assert page.compare.together.isVisibleTo(page)
    page.compare.together.skip.click()
    assert page.primary.text() == "Er verandert niets"
    page.compare.together.take.click()
    page.forward()
    assert len(page.desk.meldboek.people.pupils()) == 2


def test_only_what_is_known_is_brought_up_to_date(page: ImportsPage, tmp_path: Path) -> None:
    taken_over(page, clean(tmp_path / "lijst.xlsx"))
    more = [(number, "Kees", "", "Kok") for number in (1008, 1009)]
    compared(page, changed_list(tmp_path / "nieuw.xlsx", *more))
    page.compare.show_tab(LineKind.NEW)
    page.compare.together.skip.click()
    page.compare.show_tab(LineKind.CHANGED)
    assert not page.compare.together.isVisibleTo(page)
    page.desk.dialogs.answers.extend([False, True])
    page.forward()
    assert len(page.desk.meldboek.people.pupils()) == 2
    assert page.desk.dialogs.asked[-1] == "Overnemen zoals voorgesteld?"
    page.forward()
    (noor,) = page.desk.meldboek.people.pupils()
    assert (noor.number, noor.group) == ("1001", "6B")


def test_choosing_nothing_changes_nothing(page: ImportsPage) -> None:
    page.desk.dialogs.answers.append(None)
    page.new()
    assert page.stack.currentWidget() is page.choose


def test_a_dropped_file_is_read(page: ImportsPage, tmp_path: Path, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(clean(tmp_path / "lijst.xlsx")))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPointF(9, 9), copy, mime, left, none)
    watch = page.findChild(FileDrop)
    assert isinstance(watch, FileDrop)
    watch.eventFilter(page, drop)
    assert drop.isAccepted()
    qtbot.waitUntil(lambda: page.reading is not None)


def test_the_rejected_rows_and_the_template_are_saved_as_workbooks(page: ImportsPage, tmp_path: Path) -> None:
    page.desk.dialogs.answers.extend([True, tmp_path / "fout.xlsx", tmp_path / "leeg.xlsx"])
    taken_over(page, changed_list(tmp_path / "nieuw.xlsx", (1004, "Pim", "", "Smit", "31-31-2017")))
    page.result.save_wanted.emit()
    cells = [str(cell.value) for row in load_workbook(tmp_path / "fout.xlsx").worksheets[0].iter_rows() for cell in row]
    assert {"Pim Smit", "Geboortedatum", "31-31-2017"} <= set(cells)
    page.choose.template_wanted.emit()
    assert "Leerlingen" in load_workbook(tmp_path / "leeg.xlsx").sheetnames


def test_what_does_not_come_along_is_told_before_it_is_too_late(page: ImportsPage, tmp_path: Path) -> None:
    fine, wrong = (1004, "Pim", "", "Smit", "3-3-2017"), (1005, "Roos", "", "Dekker", "31-31-2017")
    compared(page, changed_list(tmp_path / "nieuw.xlsx", fine, wrong))
    page.desk.dialogs.answers.append(False)
    page.forward()
    assert page.desk.dialogs.asked[-1] == "Overnemen zoals voorgesteld?"
    assert page.stack.currentWidget() is page.compare
    page.compare.show_tab(TO_CHECK)
    asked = len(page.desk.dialogs.asked)
    page.forward()
    assert len(page.desk.dialogs.asked) == asked
    assert page.stack.currentWidget() is page.result


def test_the_comparison_is_saved_as_a_workbook(page: ImportsPage, tmp_path: Path) -> None:
    page.desk.dialogs.answers.append(tmp_path / "vergelijking.xlsx")
    compared(page, changed_list(tmp_path / "nieuw.xlsx", (1004, "Pim", "", "Smit", "3-3-2017")))
    page.compare.save_wanted.emit()
    book = load_workbook(tmp_path / "vergelijking.xlsx")
    cells = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row}
    assert {"Pim Smit", "Nieuw", "1004", "Vergelijking"} & cells >= {"Pim Smit", "1004"}


def test_an_administrator_takes_over_a_list(as_administrator: Meldboek, qtbot: QtBot, tmp_path: Path) -> None:
    page = opened(Desk(as_administrator, Jobs(inline=True)), qtbot)
    page.desk.dialogs.answers.append(True)  # who is not in the list leaves
    taken_over(page, clean(tmp_path / "lijst.xlsx"))
    assert as_administrator.imports.history()[0].user_name == as_administrator.user.name


def test_employees_of_a_list_have_a_tab_of_their_own(page: ImportsPage, tmp_path: Path) -> None:
    heads = ("Roepnaam", "Tussenvoegsel", "Achternaam", "Functie", "E-mail")
    rows = (("Tom", "de", "Vos", "leerkracht", "tom@voorbeeld.nl"), ("Bo", "", "Bos", "conciërge", ""))
    compared(page, workbook(tmp_path / "team.xlsx", heads, *rows, title="Medewerkers"))
    assert page.compare.tiles.value() == "employees"
    assert "leerkracht" in said(page)
    page.forward()
    assert "medewerkers" in said(page)
    assert [line.job_title for line in page.desk.meldboek.people.employees()] == ["conciërge", "leerkracht"]
    compared(page, workbook(tmp_path / "team.xlsx", heads, rows[0], ("Bo", "", "Bos", "onderwijsassistent", "")))
    assert "functie\nconciërge → onderwijsassistent" in said(page)


def test_another_row_of_headings_is_read_at_once_and_remembered(page: ImportsPage, tmp_path: Path) -> None:
    above = ("Naam", "Groep", "Geboortedatum", "Leerlingnummer")
    heads = ("Spruit", "Waar", "Dag", "Cijfer")
    path = workbook(tmp_path / "lijst.xlsx", above, heads, ("Noor Bos", "5A", "3-4-2018", "7"))
    page.read(path)
    choose_row(page, 2)
    assert page.stack.currentWidget() is page.recognised
    assert "Spruit" in said(page)
    page.recognised.fields[0].set_value(("full_name", 0))
    page.recognised.fields[0].changed.emit()
    page.forward()
    assert page.stack.currentWidget() is page.compare
    page.forward()
    assert [line.name.surname for line in page.desk.meldboek.people.pupils()] == ["Bos"]
    page.start()
    page.read(path)
    assert "Spruit" in said(page)


def choose_row(page: ImportsPage, number: int) -> None:
    field = next(one for one in page.recognised.findChildren(ChoiceField) if one.value() == 1)
    field.set_value(number)
    field.changed.emit()


def told_as(page: ImportsPage, place: int, use: tuple[str, int]) -> None:
    page.recognised.fields[place].set_value(use)
    page.recognised.fields[place].changed.emit()


def test_a_list_whose_headings_say_nothing_is_read_after_the_user_told_what_they_hold(
    page: ImportsPage, tmp_path: Path
) -> None:
    rows = [("Spalte 1", "Spalte 2", "Spalte 3"), ("Noor", "Bakker", "5A"), ("Mees", "Smit", "5A")]
    page.read(workbook(tmp_path / "vreemd.xlsx", *rows))
    assert page.stack.currentWidget() is page.recognised
    assert "Meldboek herkent deze kolommen niet" in said(page)
    page.forward()
    assert page.stack.currentWidget() is page.recognised
    for place, target in enumerate(("first_name", "surname", "group")):
        told_as(page, place, (target, 0))
    page.forward()
    assert page.stack.currentWidget() is page.compare
    page.desk.dialogs.answers.append(True)  # both without a date of birth
    page.forward()
    assert [(one.name.surname, one.group) for one in page.desk.meldboek.people.pupils()] == [
        ("Bakker", "5A"),
        ("Smit", "5A"),
    ]
    page.read(workbook(tmp_path / "weer.xlsx", *rows))
    assert page.reading is not None
    assert len(page.reading.pupils) == 2


def test_a_list_without_headings_has_its_columns_by_their_letters(page: ImportsPage, tmp_path: Path) -> None:
    page.read(workbook(tmp_path / "kaal.xlsx", ("Noor Bakker", "5A", 111222333), ("Mees Smit", "5A", 123456782)))
    told = said(page)
    assert "Noor Bakker · Mees Smit" in told
    assert "111222333" not in told
    told_as(page, 0, ("full_name", 0))
    told_as(page, 1, ("group", 0))
    page.forward()
    page.forward()
    assert [one.name.surname for one in page.desk.meldboek.people.pupils()] == ["Bakker", "Smit"]

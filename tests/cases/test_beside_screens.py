"""The forms beside a case, the kept filters, the export and prevention, through the page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import CaseFilter, NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, InvolvementRole, NewTriage, Outcome, Status
from app.cases.service import Cases
from app.kernel.names import PersonName
from app.people.rules import NewEmployee
from tests.builders import BOARD, Cast
from tests.cases import samples
from tests.cases.menus import chosen
from ui.cases.beside_sheets import FileField
from ui.cases.page import CasesPage
from ui.cases.scenes import PREVENTION
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: QtBot) -> CasesPage:
    made = CasesPage(desk)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    desk.dialogs.window = made
    return made


def report(known: Cases, title: str, *persons: NewInvolvement) -> int:
    return known.report(NewReport(title, involved=persons))


def fill(page: CasesPage, **values: Any) -> FormSheet:
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    for name, value in values.items():
        sheet.form.rows[name].field.set_value(value)
    sheet.submit()
    return sheet


def texts(widget: QWidget) -> set[str]:
    return {found.text() for found in widget.findChildren(QLabel) if found.isVisibleTo(widget)}


def test_two_cases_are_linked_and_taken_apart_on_the_page(page: CasesPage, known: Cases, qtbot: QtBot) -> None:
    first, other = report(known, "Appgroep"), report(known, "Nepaccount")
    page.open(first)
    page.view.link()
    sheet = fill(page, reason="Zelfde kinderen")
    assert sheet.form.rows["other_id"].error == "Kies een zaak."
    fill(page, other_id=other)
    assert known.file(first).links[0].reason == "Zelfde kinderen"
    page.reload()
    qtbot.waitUntil(lambda: "Zelfde kinderen" in texts(page.view.linked))
    page.view.unlink(known.file(first).links[0].id)
    assert known.file(first).links == ()


def test_who_steps_aside_is_taken_from_the_case(page: CasesPage, known: Cases, meldboek: Meldboek) -> None:
    case_id = report(known, "Appgroep")
    board = next(user for user in meldboek.store.users() if user.name == BOARD.name)
    page.open(case_id)
    page.view.aside()
    fill(page, reason="Mijn zus is de moeder", replaced_by=board.id)
    assert known.list() == ()
    assert page.stack.currentWidget() is page.list
    assert page.header.title == "Zaken"


def test_a_case_is_handed_over_from_the_menu(page: CasesPage, known: Cases, meldboek: Meldboek, qtbot: QtBot) -> None:
    case_id = report(known, "Appgroep")
    board = next(user for user in meldboek.store.users() if user.name == BOARD.name)
    page.open(case_id)
    chosen(page.view, "Zaak overdragen")
    assert fill(page, reason="Op vakantie").form.rows["user"].error.startswith("Kies iemand die deze zaak mag zien")
    fill(page, user=board.id)
    assert known.case(case_id).owner == BOARD.name
    page.reload()
    qtbot.waitUntil(lambda: "behandeld door H. van Vliet" in texts(page.view.where))


def test_a_report_about_oneself_is_kept_and_says_who_takes_over(
    page: CasesPage, known: Cases, meldboek: Meldboek
) -> None:
    meldboek.people.add_employee(NewEmployee(PersonName("Els", "", "Terpstra"), job_title="directeur"))
    page.new()
    assert page.report is not None
    form = page.report.form
    form.title.set_value("Over mijzelf")
    (terpstra,) = meldboek.people.find("Terpstra")
    form.rows["severity"].field.set_value(CaseSeverity.LIGHT)
    form.involved.add_person(terpstra).role.set_value(InvolvementRole.ACTOR)
    page.report.save()
    assert page.case_id is None
    assert known.list(CaseFilter(is_open=None)) == ()


def test_a_signature_on_paper_asks_for_a_name_and_a_scan(
    page: CasesPage, known: Cases, cast: Cast, tmp_path: Path
) -> None:
    case_id = report(known, "Opmerking", NewInvolvement(InvolvementRole.ACTOR, cast.hartog))
    page.open(case_id)
    page.view.sign()
    sheet = fill(page, name="H. van Vliet")
    assert sheet.form.rows["scan"].error == "Kies een bestand."
    scan = tmp_path / "akkoord.pdf"
    scan.write_bytes(samples.pdf())
    page.desk.dialogs.answers.append(scan)
    field = sheet.form.rows["scan"].field
    assert isinstance(field, FileField)
    field.button.click()
    sheet.submit()
    signature = known.file(case_id).signature
    assert signature is not None
    assert signature.on_paper


def test_a_complaint_is_received_and_goes_its_way(page: CasesPage, known: Cases) -> None:
    case_id = report(known, "Appgroep")
    page.open(case_id)
    page.view.complain()
    fill(page, subject="School reageerde te laat")
    for step in ("committee", "opinion", "answer"):
        page.view.complain()
        fill(page, step=step, text="Ontvangen en gelezen.")
    (line,) = known.complaints.of_case(case_id)
    assert line.answered_on is not None
    page.view.complain()
    assert {"wat de commissie vindt", "wat het bestuur schreef"} <= texts(page.desk.dialogs.current[-1])


def test_how_it_ended_for_each_is_told_beside_the_name(page: CasesPage, known: Cases, cast: Cast, qtbot: QtBot) -> None:
    case_id = report(known, "Appgroep", NewInvolvement(InvolvementRole.ACTOR, cast.stijn))
    known.triage(case_id, NewTriage(True))
    page.open(case_id)
    page.view.close_case()
    sheet = page.desk.dialogs.current[-1]
    told = "De evaluatie staat op 14 december 2026. Sluit u nu af, dan staat zij niet meer op Vandaag."
    assert told in texts(sheet)
    party = known.case(case_id).parties[0].id
    outcome = {f"outcome_{party}": Outcome.NOT_PROVEN, f"why_{party}": "Niemand zag het."}
    fill(page, reason="Klaar.", despite="Zij weten het.", **outcome)
    assert known.case(case_id).status is Status.CLOSED
    page.reload()
    wanted = "uitkomst: niet bewezen, Niemand zag het."
    qtbot.waitUntil(lambda: any(text.endswith(wanted) for text in texts(page.view.involved)))


def test_a_filter_is_kept_taken_up_and_forgotten(page: CasesPage, known: Cases) -> None:
    report(known, "Appgroep")
    page.show_list()
    page.list.search.setText("appgroep")
    next(button for button in page.findChildren(QPushButton) if button.text() == "Filter bewaren").click()
    fill(page, name="Appgroepen")
    (line,) = known.filters.all()
    page.list.search.setText("")
    page.list.kept.chosen.emit(line)
    assert page.list.search.text() == "appgroep"
    assert any("Gezocht in nummer" in text for text in texts(page.list))
    page.list.kept.forget_wanted.emit(line.id)
    assert known.filters.all() == ()


def test_the_list_is_saved_as_a_workbook_and_that_is_logged(page: CasesPage, known: Cases, tmp_path: Path) -> None:
    known.report(NewReport("=1+1", severity=CaseSeverity.SERIOUS))
    page.show_list()
    page.reload()
    target = tmp_path / "zaken.xlsx"
    page.desk.dialogs.answers.append(target)
    next(button for button in page.findChildren(QPushButton) if button.text() == "Exporteren").click()
    page.desk.dialogs.current[-1].submit()  # type: ignore[attr-defined] # the question which columns go along
    sheet = load_workbook(target).active
    assert sheet is not None
    assert [cell.value for cell in sheet[2]][1] == "=1+1"
    assert sheet["B2"].data_type == "s"
    casework = page.desk.meldboek.store.casework
    assert casework is not None
    assert casework.log(1)[0].action == "list.exported"


def test_prevention_and_questions_are_recorded_on_their_own_page(page: CasesPage, known: Cases, cast: Cast) -> None:
    page.open(PREVENTION)
    page.prevention.record()
    fill(page, title="Afspraken appgroep", groups="8B")
    page.prevention.ask()
    sheet = fill(page, question="Mag deze foto?")
    assert sheet.form.rows["person_id"].error
    fill(page, person_id=cast.hartog, advice="Eerst de fotocheck.")
    assert [line.title for line in page.prevention.entries.lines_model.shown] == ["Afspraken appgroep"]
    assert [line.who for line in page.prevention.questions.lines_model.shown] == ["Jan Hartog"]


def test_prevention_stands_under_a_case_and_is_read_in_full(page: CasesPage, known: Cases, qtbot: QtBot) -> None:
    case_id, other = report(known, "Appgroep"), report(known, "Nepaccount")
    page.open(case_id)
    chosen(page.view, "Preventie vastleggen")
    fill(page, title="Afspraken met 8B", text="Na acht uur geen berichten.")
    (line,) = known.file(case_id).prevention
    assert (line.title, line.case_number) == ("Afspraken met 8B", known.case(case_id).number)
    assert known.file(other).prevention == ()
    page.reload()
    qtbot.waitUntil(lambda: any(each.text() == line.title for each in page.view.linked.findChildren(QPushButton)))
    next(each for each in page.view.linked.findChildren(QPushButton) if each.text() == line.title).click()
    assert {"Na acht uur geen berichten.", "SM-001"} <= texts(page.desk.dialogs.current[-1])


def test_a_question_is_read_in_full_with_its_case(page: CasesPage, known: Cases, cast: Cast) -> None:
    case_id = report(known, "Appgroep")
    page.open(PREVENTION)
    page.prevention.ask()
    fill(page, person_id=cast.hartog, question="Mag deze foto?", advice="Nee.", case_id=case_id)
    (line,) = page.prevention.questions.lines_model.shown
    page.prevention.questions.line_activated.emit(line)
    assert {"Jan Hartog", "Mag deze foto?", "Nee.", "SM-001"} <= texts(page.desk.dialogs.current[-1])


def test_the_text_for_the_newsletter_is_copied(page: CasesPage) -> None:
    page.open(PREVENTION)
    page.prevention.newsletter()
    sheet = page.desk.dialogs.current[-1]
    next(button for button in sheet.findChildren(QPushButton) if button.text() == "Kopiëren").click()
    assert "leerkracht van uw kind" in QGuiApplication.clipboard().text()

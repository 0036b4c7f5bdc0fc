"""The page Inspecteur: start a call, type, close it halfway, finish, and follow the chain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.inspector.chain import Step, StepState
from app.inspector.rules import Domain, Suspicion
from tests.inspector.conftest import opened
from ui.inspector.call_view import CallView
from ui.inspector.page import LOG, InspectorPage
from ui.kit.desk import Desk
from ui.kit.finding import FindingCard
from ui.kit.form_sheet import FormSheet


def _type(view: CallView, text: str) -> None:
    view.notes.notes.edit.insertPlainText(text)


def test_the_sheet_shows_the_number_and_that_it_answers(page: InspectorPage) -> None:
    assert page.call.number.number.text() == "0900 - 111 3 111"
    assert page.call.number.hours.what.text == "nu open, tot 17:00"
    assert page.main.text() == "Gesprek beginnen"


def test_a_call_is_started_typed_and_finished(page: InspectorPage, desk: Desk, case_id: int, qtbot: QtBot) -> None:
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert page.main.text() == "Gesprek afronden"
    _type(page.call, "Niet zelf onderzoeken.")
    page.call.domain.chips.set_value(Domain.SEXUAL_INTIMIDATION)
    page.call.notes.advice.edit.insertPlainText("Aangifte lijkt aangewezen.")
    page.call.notes.suspicion.set_value(Suspicion.NOT_YET)
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    assert desk.meldboek.casework is not None
    (line,) = desk.meldboek.casework.inspector.sheet(case_id).earlier
    assert line.reached
    assert line.notes.notes == "Niet zelf onderzoeken."
    assert page.tabs.currentIndex() == LOG


def test_a_page_that_is_opened_again_still_has_the_notes(
    page: InspectorPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    _type(page.call, "De inspecteur zegt: ")
    page.hide()
    again = opened(desk, case_id, qtbot)
    assert again.call.notes.notes.value() == "De inspecteur zegt:"
    assert again.main.text() == "Gesprek afronden"


def test_a_page_opened_without_a_target_finds_the_call_that_runs(
    page: InspectorPage, desk: Desk, case_id: int, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    again = InspectorPage(desk)
    qtbot.addWidget(again)
    again.show()
    again.reload()
    assert again.header.title == "Gesprek met de vertrouwensinspecteur"
    assert again.call.sheet is not None
    assert again.call.sheet.case_id == case_id


def test_what_misses_is_said_and_nothing_is_lost(page: InspectorPage, qtbot: QtBot) -> None:
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    _type(page.call, "Nog geen domein gekozen.")
    QTest.mouseClick(page.main, Qt.MouseButton.LeftButton)
    codes = {card.finding.code for card in page.call.findChildren(FindingCard)}
    assert {"inspector.no_domain", "inspector.no_conclusion"} <= codes
    assert page.call.notes.notes.value() == "Nog geen domein gekozen."


def test_typing_while_the_page_reloads_stays(page: InspectorPage) -> None:
    _type(page.call, "half getypt")
    page.reload()
    assert page.call.notes.notes.value() == "half getypt"


def test_going_to_another_sheet_keeps_the_one_that_is_left(page: InspectorPage, case_id: int) -> None:
    _type(page.call, "over deze zaak")
    page.open(("call", None))
    assert page.call.notes.notes.value() == ""
    page.open(("call", case_id))
    assert page.call.notes.notes.value() == "over deze zaak"


def test_nobody_answers_and_the_text_stays(page: InspectorPage, qtbot: QtBot) -> None:
    _type(page.call, "klaar om te bellen")
    QTest.mouseClick(page.missed, Qt.MouseButton.LeftButton)
    assert page.call.notes.notes.value() == "klaar om te bellen"
    page.open("log")
    assert page.log.table.texts()[1][2] == "geen gehoor"


def test_the_first_duty_is_recorded_from_the_chain(page: InspectorPage, desk: Desk, case_id: int) -> None:
    page.record_step(Step.BOARD_INFORMED)
    (sheet,) = desk.dialogs.current
    assert isinstance(sheet, FormSheet)
    sheet.submit()
    assert desk.meldboek.casework is not None
    assert desk.meldboek.casework.inspector.chain(case_id)[0].state is StepState.DONE
    assert desk.dialogs.current == []


def test_the_aangifte_is_recorded_with_the_police(page: InspectorPage, desk: Desk, case_id: int) -> None:
    went: list[tuple[str, object]] = []
    desk.go = lambda name, target: went.append((name, target))
    page.record_step(Step.REPORT)
    assert went == [("police", ("aangifte", case_id))]


def test_the_page_counts_the_calls_that_are_due(page: InspectorPage) -> None:
    assert page.count() == (1, False)

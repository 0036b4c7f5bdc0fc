"""Toestemmingen on screen: record an answer in the matrix, enter a pile, ask the photo question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import app.application  # noqa: F401 - a new store gets the tables of what is loaded
from app.consents.answers.forms import Answer, NewAnswers
from app.consents.matrix.overview import CellState
from app.consents.rules import Medium, Reason
from app.people.rules import Authority
from tests.builders import Cast
from ui.consents.page import ConsentsPage
from ui.consents.photo import PhotoSheet
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.form_sheet import FormSheet

GUIDE, INSTAGRAM = "SCHOOL_GUIDE", "SOCIAL_PUBLIC.INSTAGRAM"
SEPTEMBER = date(2026, 9, 3)


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: object) -> ConsentsPage:
    made = ConsentsPage(desk)
    made.resize(1200, 800)
    desk.dialogs.window = made
    made.show()
    return made


def state(page: ConsentsPage, pupil: int, code: str) -> CellState:
    row = next(row for row in page.pupils.table.lines_model.lines if row.pupil.id == pupil)
    place = [purpose.code for purpose in page.pupils.table.purposes].index(code)
    found: CellState = row.cells[place].state
    return found


def says(desk: Desk, pupil: int, which: int, *answers: Answer) -> None:
    guardian = desk.meldboek.people.pupil(pupil).guardians[which].id
    desk.meldboek.consents.record(NewAnswers(pupil, guardian, answers, SEPTEMBER, evidence="map 5A"))


def words(page: ConsentsPage) -> str:
    verdict = page.desk.dialogs.current[-1].findChildren(Notice)[-1]
    return str(verdict.accessibleName())


def sheet(page: ConsentsPage) -> PhotoSheet:
    found = page.desk.dialogs.current[-1]
    assert isinstance(found, PhotoSheet)
    return found


def type_answers(page: ConsentsPage, keys: str) -> None:
    for key in keys:
        QTest.keyClick(page.pupils.panel.answers.table, getattr(Qt.Key, f"Key_{key}"))


def test_the_first_group_is_shown_with_its_counts(page: ConsentsPage, cast: Cast) -> None:
    assert page.header.title == "Toestemmingen"
    assert [row.pupil.id for row in page.pupils.table.lines_model.shown] == [cast.aylin, cast.noor]
    assert page.pupils.counts.tags[CellState.NO_ANSWER].what.text == "ontbreekt 2"


def test_an_answer_recorded_beside_the_matrix_appears_in_it(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.pupils.table.select(cast.noor, 1)
    QTest.keyClick(page.pupils.table, Qt.Key.Key_Return)
    assert page.pupils.is_entering
    type_answers(page, "JN")
    page.pupils.panel.form.rows["evidence"].field.set_value("map 5A")
    QTest.keyClick(page.pupils.panel.answers.table, Qt.Key.Key_Return)
    assert page.pupils.side.currentWidget() is page.pupils.card
    assert state(page, cast.noor, GUIDE) is CellState.YES
    assert state(page, cast.noor, "PARENT_APP") is CellState.NO
    assert state(page, cast.noor, INSTAGRAM) is CellState.NO_ANSWER


def test_a_yes_without_evidence_keeps_the_form_open(page: ConsentsPage, cast: Cast) -> None:
    page.pupils.table.select(cast.noor, 1)
    QTest.keyClick(page.pupils.table, Qt.Key.Key_Return)
    type_answers(page, "J")
    page.pupils.panel.submit()
    assert page.pupils.is_entering
    assert "bewijs" in page.pupils.panel.form.rows["evidence"].error
    assert page.pupils.panel.answers.value() == (Answer(GUIDE, yes=True),)


def test_a_form_that_declares_authority_confirms_it(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.pupils.table.select(cast.aylin, 1)
    QTest.keyClick(page.pupils.table, Qt.Key.Key_Return)
    page.pupils.panel.declares.set_value(True)
    type_answers(page, "A")
    page.pupils.panel.form.rows["evidence"].field.set_value("map 5A")
    page.pupils.panel.submit()
    assert desk.meldboek.people.pupil(cast.aylin).guardians[0].authority is Authority.YES
    assert state(page, cast.aylin, INSTAGRAM) is CellState.YES


def test_the_keys_of_the_form_fill_clear_and_narrow(page: ConsentsPage, cast: Cast) -> None:
    page.pupils.enter_forms()
    type_answers(page, "J1N")
    lines = page.pupils.panel.answers.table.lines
    assert (lines[0].yes, lines[1].yes, lines[1].media) == (True, False, frozenset({Medium.PHOTO}))
    type_answers(page, "12J")
    assert page.pupils.panel.answers.table.lines[2].media == frozenset({Medium.PHOTO, Medium.FILM})
    page.pupils.panel.answers.table.select(GUIDE)
    QTest.keyClick(page.pupils.panel.answers.table, Qt.Key.Key_Space)
    assert page.pupils.panel.answers.table.lines[0].yes is None


def test_a_pile_goes_on_with_the_next_child_by_itself(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.pupils.enter_forms()
    assert page.pupils.panel.pupil_id == cast.aylin
    page.pupils.panel.form.rows["evidence"].field.set_value("map 5A")
    page.pupils.panel.declares.set_value(True)
    type_answers(page, "A")
    page.pupils.panel.submit()
    assert page.pupils.panel.pupil_id == cast.noor
    type_answers(page, "A")
    page.pupils.panel.submit()
    assert page.pupils.group is None
    assert page.pupils.panel.pupil_id in {cast.stijn, cast.pien}


def test_both_parents_are_asked_for_before_the_next_child(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.pupils.choose_group("8B")
    page.pupils.enter_forms()
    first, guardian = page.pupils.panel.pupil_id, page.pupils.panel.guardian.value()
    page.pupils.panel.form.rows["evidence"].field.set_value("map 8B")
    type_answers(page, "A")
    page.pupils.panel.submit()
    assert page.pupils.panel.pupil_id == first
    assert page.pupils.panel.guardian.value() != guardian
    type_answers(page, "A")
    page.pupils.panel.submit()
    assert page.pupils.panel.pupil_id != first


def test_a_child_can_be_skipped(page: ConsentsPage, cast: Cast) -> None:
    page.pupils.enter_forms()
    page.pupils.panel._skipped()
    assert page.pupils.panel.pupil_id == cast.noor


def test_what_was_typed_is_asked_about_before_another_child_comes(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.pupils.enter_forms()
    type_answers(page, "J")
    desk.dialogs.answers.append(False)
    page.pupils.table.select(cast.noor, 0)
    assert desk.dialogs.asked == ["Nog niet bewaard"]
    assert page.pupils.panel.pupil_id == cast.aylin


def test_the_last_form_can_be_undone(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    says(desk, cast.noor, 0, Answer(GUIDE, yes=True))
    page.pupils.table.select(cast.noor, 1)
    QTest.keyClick(page.pupils.table, Qt.Key.Key_Return)
    type_answers(page, "N")
    page.pupils.panel.submit()
    assert state(page, cast.noor, GUIDE) is CellState.NO
    assert desk.messages.last is not None
    assert desk.messages.last.undo is not None
    desk.messages.last.undo()
    assert state(page, cast.noor, GUIDE) is CellState.YES


def test_forms_can_be_entered_straight_from_another_page(desk: Desk, cast: Cast, qtbot: object) -> None:
    page = ConsentsPage(desk)
    desk.dialogs.window = page
    page.open("entry")
    page.show()
    assert page.pupils.is_entering
    assert page.pupils.panel.pupil_id == cast.aylin


def test_the_photo_question_says_who_must_be_left_out(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    says(desk, cast.noor, 0, Answer(INSTAGRAM, yes=True))
    page.open("photo")
    asked = sheet(page)
    assert asked.purpose.value() == INSTAGRAM
    asked.table.tick_all()
    assert "Laat weg of maak onherkenbaar: Aylin Öztürk." in words(page)
    asked.table.tick_all()
    asked.table.select(cast.noor)
    QTest.keyClick(asked.table, Qt.Key.Key_Space)
    assert words(page).startswith("Ja. Deze opname mag")


def test_the_photo_question_keeps_photo_and_film_apart(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    photo = frozenset({Medium.PHOTO})
    says(desk, cast.noor, 0, Answer(INSTAGRAM, yes=True, media=photo))
    page.ask_photo()
    asked = sheet(page)
    by_id = {line.id: line.may for line in asked.table.lines_model.lines}
    assert by_id[cast.noor].allowed
    asked.medium.chips.set_value(Medium.FILM)
    asked.ask()
    by_id = {line.id: line.may for line in asked.table.lines_model.lines}
    assert by_id[cast.noor].reason is Reason.NOT_THIS_MEDIUM


def test_the_photo_question_finds_one_child_of_the_school(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.ask_photo()
    asked = sheet(page)
    asked.group.set_value("")
    asked.ask()
    asked.search.setText("pien")
    assert [line.id for line in asked.table.lines_model.shown] == [cast.pien]


def test_a_block_never_says_why(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    says(desk, cast.noor, 0, Answer(INSTAGRAM, yes=True))
    desk.meldboek.people.block_publication(cast.noor, SEPTEMBER, None, "geheim adres")
    page.ask_photo()
    asked = sheet(page)
    shown = [
        " ".join(column.words(line) for column in asked.table.lines_model.columns)
        for line in asked.table.lines_model.lines
    ]
    assert any("Noor de Graaf" in text and "Mag niet op beeld." in text for text in shown)
    assert not any("geheim" in text for text in shown)


def test_a_withdrawal_is_recorded_from_the_card(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    says(desk, cast.noor, 0, Answer(GUIDE, yes=True))
    page.pupils.table.select(cast.noor, 1)
    page.pupils.card.withdrawal_wanted.emit(cast.noor)
    asked = desk.dialogs.current[-1]
    assert isinstance(asked, FormSheet)
    asked.form.rows["purposes"].field.set_value((GUIDE,))
    asked.submit()
    assert state(page, cast.noor, GUIDE) is CellState.NO


def test_pressing_a_count_shows_only_those_pupils(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    purposes = desk.meldboek.consents.purposes()
    says(desk, cast.noor, 0, *(Answer(purpose.code, yes=True) for purpose in purposes))
    page.pupils.counts.tags[CellState.NO_ANSWER].switch(True)
    assert [row.pupil.id for row in page.pupils.table.lines_model.shown] == [cast.aylin]
    page.pupils.counts.tags[CellState.NO_ANSWER].switch(False)
    assert len(page.pupils.table.lines_model.shown) == 2


def test_the_columns_follow_the_chosen_purposes(page: ConsentsPage) -> None:
    page.pupils.filters.audience.choose("school")
    shown = [
        purpose.code
        for at, purpose in enumerate(page.pupils.table.purposes, 1)
        if not page.pupils.table.isColumnHidden(at)
    ]
    assert shown == ["TRAINING_INTERNAL", "TRAINING_EXTERNAL", "RESEARCH"]


def test_the_list_for_the_cupboard_is_saved_as_a_pdf(page: ConsentsPage, desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "lijst.pdf"
    desk.dialogs.answers.append(target)
    page.pupils.print_list()
    assert target.read_bytes().startswith(b"%PDF")
    desk.dialogs.answers.append(None)
    page.pupils.print_list()


def test_a_pupil_opens_in_the_own_group(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    says(desk, cast.stijn, 0, Answer(GUIDE, yes=True))
    says(desk, cast.stijn, 1, replace(Answer(GUIDE, yes=True), yes=False))
    page.open(cast.stijn)
    assert page.pupils.group == "8B"
    assert page.pupils.counts.tags[CellState.DISAGREE].what.text == "ouders oneens 1"
    assert page.count() == (3, False)

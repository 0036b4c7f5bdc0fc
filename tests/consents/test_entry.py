"""Entering a pile of forms by keyboard: whose answer it is, both parents at once, the number on the paper, undoing."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.agenda.waiting import waiting
from app.consents.answers.forms import EVERY_MEDIUM, Answer
from app.consents.matrix.overview import CellState
from app.consents.rounds.lines import NewRound
from app.consents.rules import Medium
from app.vault import drafts
from tests.builders import Cast
from tests.consents.pages import GUIDE, INSTAGRAM, enter, place, says, shown, type_answers
from ui.consents.page import ConsentsPage
from ui.consents.photo import PhotoSheet
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.finding import Notice
from ui.kit.form_sheet import FormSheet


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: object) -> ConsentsPage:
    made = shown(desk)
    made.pupils.choose_group("8B")
    return made


def state(page: ConsentsPage, pupil: int, code: str) -> CellState:
    row = next(row for row in page.pupils.table.lines_model.lines if row.pupil.id == pupil)
    found: CellState = row.cells[[one.code for one in page.pupils.table.purposes].index(code)].state
    return found


def test_the_band_says_in_large_letters_whose_answer_it_is(page: ConsentsPage) -> None:
    page.pupils.enter_forms()
    first = page.pupils.panel.band.text
    assert first.startswith("Antwoord van: ")
    assert first.endswith("formulier 1 van 2")
    assert any(word in first for word in ("(moeder)", "(vader)", "(ouder)"))
    place(page)
    type_answers(page, "A")
    enter(page)
    second = page.pupils.panel.band.text
    assert second.endswith("formulier 2 van 2")
    assert second != first
    assert page.desk.messages.last is not None
    assert "Nu de andere ouder" in page.desk.messages.last.text


def test_one_paper_with_both_signatures_is_entered_once(page: ConsentsPage, desk: Desk) -> None:
    page.pupils.enter_forms()
    pupil = page.pupils.panel.pupil_id
    assert pupil is not None
    place(page)
    type_answers(page, "B")
    assert "samen op één formulier" in page.pupils.panel.band.text
    type_answers(page, "A")
    enter(page)
    assert page.pupils.panel.pupil_id != pupil
    answers = desk.meldboek.consents.card(pupil).purposes[0].answers
    assert {answer.standings[0] for answer in answers} == {"yes"}


def test_ctrl_z_takes_back_keys_first_and_then_the_form_that_was_saved(page: ConsentsPage) -> None:
    page.pupils.enter_forms()
    pupil, table = page.pupils.panel.pupil_id, page.pupils.panel.answers.table
    assert pupil is not None
    place(page)
    type_answers(page, "BNJ")
    page.pupils.pile.undo()
    assert [line.yes for line in table.lines][:2] == [False, None]
    type_answers(page, "J")
    enter(page)
    assert state(page, pupil, GUIDE) is CellState.NO
    page.pupils.pile.undo()
    assert page.pupils.panel.pupil_id == pupil
    assert state(page, pupil, GUIDE) is CellState.NO_ANSWER
    assert [line.yes for line in page.pupils.panel.answers.table.lines][:2] == [False, True]
    page.pupils.pile.undo()
    assert page.desk.messages.last is not None
    assert "niets om ongedaan" in page.desk.messages.last.text


def test_enter_saves_from_any_field_and_escape_leaves(page: ConsentsPage, desk: Desk) -> None:
    page.pupils.enter_forms()
    panel, pupil = page.pupils.panel, page.pupils.panel.pupil_id
    assert pupil is not None
    type_answers(page, "BA")
    place(page)
    evidence = panel.form.rows["evidence"].field
    assert isinstance(evidence, TextField)
    QTest.keyClick(evidence.edit, Qt.Key.Key_Return)
    assert state(page, pupil, GUIDE) is CellState.YES
    QTest.keyClick(page.pupils.panel.answers.table, Qt.Key.Key_Escape)
    assert not page.pupils.is_entering


def test_the_number_on_the_paper_finds_the_child_and_stays_in_the_series(page: ConsentsPage, desk: Desk) -> None:
    rounds = desk.meldboek.consents.rounds
    forms = rounds.forms(rounds.start(NewRound("Najaar", "4")))
    page.pupils.enter_forms()
    wanted = next(form for form in forms if form.pupil.id != page.pupils.panel.pupil_id)
    page.pupils.panel.number.setText(wanted.number.lower().replace("-", " "))
    QTest.keyClick(page.pupils.panel.number, Qt.Key.Key_Return)
    assert page.pupils.panel.pupil_id == wanted.pupil.id
    place(page)
    type_answers(page, "BAG")
    enter(page)
    kept = desk.meldboek.consents.history(wanted.pupil.id)
    assert wanted.number in {line.form_number for line in kept if line.kind == "given"}
    assert {line.text_version for line in kept if line.kind == "given"} == {"4"}
    assert page.pupils.panel.number.text() == ""


def test_a_form_of_a_round_that_is_over_says_so_and_asks_for_its_own_day(page: ConsentsPage, desk: Desk) -> None:
    rounds = desk.meldboek.consents.rounds
    number = rounds.start(NewRound("Vorig jaar", "3", purposes=(GUIDE,)))
    form = rounds.forms(number)[0]
    rounds.close(number)
    page.pupils.enter_forms()
    page.pupils.pile.find(form.number)
    panel = page.pupils.panel
    assert page.pupils.table.selected is None
    assert "Vorig jaar" in " ".join(made.accessibleName() for made in panel.paper.findChildren(Notice))
    assert [line.code for line in panel.answers.table.lines] == [GUIDE]
    place(page)
    panel.answers.set_value((Answer(GUIDE, yes=True),))
    panel.submit()
    assert not [line for line in desk.meldboek.consents.history(form.pupil.id) if line.kind == "given"]
    assert "handtekening" in panel.form.rows["given_on"].error
    panel.given_on.set_value(date(2026, 9, 1))
    panel.submit()
    kept = [line for line in desk.meldboek.consents.history(form.pupil.id) if line.kind == "given"]
    assert {(line.on, line.text_version) for line in kept} == {(date(2026, 9, 1), "3")}


def test_a_number_that_is_on_no_form_says_so(page: ConsentsPage, desk: Desk) -> None:
    page.pupils.enter_forms()
    before = page.pupils.panel.pupil_id
    page.pupils.pile.find("99-9999")
    assert page.pupils.panel.pupil_id == before
    assert desk.messages.last is not None
    assert desk.messages.last.tone == "warn"


def test_in_a_narrow_window_the_form_takes_the_place_of_the_matrix(desk: Desk, cast: Cast, qtbot: object) -> None:
    page = shown(desk, 900, 640)
    QApplication.processEvents()  # the columns came after the window was shown
    page.pupils.enter_forms()
    assert page.pupils.panel.isVisible()
    assert not page.pupils.table.isVisible()
    page.pupils.turn_back()
    assert page.pupils.table.isVisible()


def test_the_legend_explains_the_camera_while_it_is_shown(desk: Desk, cast: Cast, qtbot: object) -> None:
    says(desk, cast.noor, 0, Answer(INSTAGRAM, yes=True, media=frozenset({"photo"})))  # type: ignore[arg-type] # a medium is a word
    page = shown(desk)
    page.pupils.choose_group(desk.meldboek.people.pupil(cast.noor).group)
    partly = page.pupils.filters.legend._partly
    assert not partly["camera"].isHidden()
    assert partly["video"].isHidden()


def test_another_group_is_another_picture(desk: Desk, cast: Cast, qtbot: object) -> None:
    page = shown(desk)
    page.ask_photo()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, PhotoSheet)
    sheet.table.tick_all()
    sheet.group.set_value("8B")
    sheet.ask()
    assert sheet.table.picture() == []
    sheet.search.setText("noor")
    QTest.keyClick(sheet.search, Qt.Key.Key_Return)
    assert [line.pupil_id for line in sheet.table.picture()] == [cast.noor]


def test_photo_film_and_sound_have_boxes_where_the_answer_may_differ(page: ConsentsPage) -> None:
    page.pupils.enter_forms()
    table = page.pupils.panel.answers.table
    type_answers(page, "1J1J")
    guide, app = table.lines[:2]
    assert (guide.apart, guide.media, app.apart, app.media) == (False, EVERY_MEDIUM, True, frozenset({Medium.PHOTO}))
    steps: tuple[tuple[int, set[Medium]], ...] = (
        (4, {Medium.PHOTO, Medium.FILM}),
        (3, {Medium.FILM}),
        (4, set(Medium)),
    )
    for column, media in steps:
        table.clicked.emit(table.model().index(1, column))
        assert table.lines[1].media == media
    table.clicked.emit(table.model().index(0, 5))
    assert table.lines[0].media == set(Medium)


def test_what_was_typed_of_a_form_is_kept_in_the_register_when_the_program_locks(
    page: ConsentsPage, desk: Desk, cast: Cast
) -> None:
    page.pupils.pile.enter(cast.pien, series=False)
    type_answers(page, "JNB")
    place(page, "map 8B")
    page.pupils.panel.form.keep_draft()
    [kept] = waiting(desk.meldboek.store)
    assert (kept.title, kept.page, kept.target) == ("Antwoord vastleggen: Pien Mulder", "consents", cast.pien)
    assert len(drafts.of_user(desk.meldboek.store.register)) == 1
    again = shown(desk)
    again.pupils.pile.enter(cast.pien, series=False)
    assert [line.yes for line in again.pupils.panel.answers.table.lines][:3] == [True, False, None]
    assert "samen op één formulier" in again.pupils.panel.band.text
    enter(again)
    assert drafts.of_user(desk.meldboek.store.register) == ()
    assert desk.meldboek.consents.may(GUIDE, Medium.PHOTO, [cast.pien])[0].allowed


def test_a_withdrawal_half_typed_is_kept_in_the_register(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    page.pupils.acts.withdraw(cast.pien)
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"evidence": "map 8B"})
    sheet.form.keep_draft()
    assert desk.meldboek.store.casework is not None
    assert len(drafts.of_user(desk.meldboek.store.register)) == 1
    assert not drafts.of_user(desk.meldboek.store.casework)

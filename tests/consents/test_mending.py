"""On the card: an answer that was typed wrong or is not valid is taken out, and a yes can end; nothing is erased."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers, NewRequest, Scan
from app.consents.rules import EventKind, Medium, Reason
from app.consents.staff.service import NewStaffAnswers
from app.kernel.errors import Invalid
from tests.builders import Cast
from tests.consents.pages import GUIDE, INSTAGRAM, SEPTEMBER, says, shown
from ui.consents.card import CardView
from ui.consents.page import ConsentsPage
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet

TODAY = date(2026, 11, 16)


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: object) -> ConsentsPage:
    says(desk, cast.pien, 0, Answer(GUIDE, yes=True), Answer(INSTAGRAM, yes=False))
    made = shown(desk)
    made.pupils.show_pupil(cast.pien)
    return made


def press(inside: QWidget, words: str) -> None:
    """Press the first button with these words that stands there now."""
    QApplication.processEvents()
    buttons = inside.findChildren(QPushButton)
    next(one for one in buttons if one.text() == words and one.isVisibleTo(inside)).click()


def sheet(desk: Desk) -> FormSheet:
    found = desk.dialogs.current[-1]
    assert isinstance(found, FormSheet)
    return found


def submit(desk: Desk, **values: object) -> None:
    form = sheet(desk).form
    form.set_values(values)
    sheet(desk).submit()


def reason(meldboek: Meldboek, pupil: int, code: str = GUIDE, on: date | None = None) -> Reason:
    return meldboek.consents.may(code, Medium.PHOTO, [pupil], on)[0].reason


def test_a_form_without_a_signature_is_declared_invalid_on_the_card(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    press(page.pupils.card, "Verbeteren")
    submit(desk, kind=EventKind.INVALIDATED, note="geen handtekening")
    last, *_earlier = desk.meldboek.consents.history(cast.pien)
    assert (last.kind, last.note, last.about) == (EventKind.INVALIDATED, "geen handtekening", SEPTEMBER)
    assert not desk.dialogs.current
    logged = desk.meldboek.store.register.log(1)[0]
    assert (logged.action, logged.subject) == ("answer.invalidated", f"person:{cast.pien}")


def test_an_answer_typed_wrong_is_corrected_for_the_purposes_that_are_chosen(
    page: ConsentsPage, desk: Desk, cast: Cast
) -> None:
    says(desk, cast.pien, 1, Answer(GUIDE, yes=False), Answer("PRESS", yes=False))
    page.pupils.show_pupil(cast.pien)
    assert reason(desk.meldboek, cast.pien) is Reason.PARENTS_DISAGREE
    press(page.pupils.card, "Verbeteren")
    submit(desk, kind=EventKind.CORRECTED, purposes=(GUIDE,), note="verkeerde regel")
    assert reason(desk.meldboek, cast.pien) is Reason.ALLOWED
    assert reason(desk.meldboek, cast.pien, "PRESS") is Reason.REFUSED


def test_mending_without_a_reason_or_a_purpose_keeps_the_sheet_open(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    says(desk, cast.pien, 1, Answer(GUIDE, yes=False), Answer("PRESS", yes=False))
    page.pupils.show_pupil(cast.pien)
    press(page.pupils.card, "Verbeteren")
    submit(desk, note=" ")
    assert "waarom" in sheet(desk).form.rows["note"].error
    submit(desk, purposes=(), note="verkeerd")
    assert sheet(desk).form.rows["purposes"].error
    assert len(desk.meldboek.consents.history(cast.pien)) == 3


def test_taking_out_can_be_taken_back(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    press(page.pupils.card, "Verbeteren")
    submit(desk, note="verkeerd gelezen")
    press(page.pupils.card, "Verbeteren")
    submit(desk, note="het was toch goed")
    kinds = [(line.kind, line.counts) for line in desk.meldboek.consents.history(cast.pien)]
    assert kinds.count((EventKind.CORRECTED, True)) == 1
    assert (EventKind.REFUSED, True) in kinds
    assert (EventKind.GIVEN, True) in kinds


def test_a_yes_ends_from_the_card_and_a_no_stands(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    press(page.pupils.card, "Laten verlopen")
    submit(desk, purposes=(GUIDE, INSTAGRAM), note="nieuwe drukker")
    assert reason(desk.meldboek, cast.pien) is Reason.EXPIRED
    assert reason(desk.meldboek, cast.pien, INSTAGRAM) is Reason.REFUSED
    ended = [line for line in desk.meldboek.consents.history(cast.pien) if line.kind is EventKind.EXPIRED]
    assert [(line.purposes, line.note) for line in ended] == [((GUIDE,), "nieuwe drukker")]


def test_letting_end_what_nobody_gave_says_so(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    press(page.pupils.card, "Laten verlopen")
    submit(desk, purposes=(INSTAGRAM,), note="nieuwe drukker")
    assert "niemand ja" in sheet(desk).form.rows["on"].error
    assert EventKind.EXPIRED not in {line.kind for line in desk.meldboek.consents.history(cast.pien)}


@pytest.mark.parametrize(
    ("codes", "on", "note", "field"),
    [
        ((), TODAY, "nieuw", "purposes"),
        ((GUIDE,), date(2026, 11, 17), "nieuw", "on"),
        ((GUIDE,), date(2026, 9, 2), "nieuw", "on"),
        ((GUIDE,), TODAY, " ", "note"),
        (("BESTAAT_NIET",), TODAY, "nieuw", "purpose"),
    ],
)
def test_what_cannot_end_is_refused(
    page: ConsentsPage, desk: Desk, cast: Cast, codes: tuple[str, ...], on: date, note: str, field: str
) -> None:
    with pytest.raises(Invalid) as error:
        desk.meldboek.consents.expire(cast.pien, codes, on, note)
    assert error.value.field == field
    assert reason(desk.meldboek, cast.pien) is Reason.ALLOWED


def test_the_history_names_a_purpose_that_is_no_longer_used(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    desk.meldboek.consents.catalogue.switch(INSTAGRAM, in_use=False)
    card = desk.meldboek.consents.card(cast.pien)
    assert INSTAGRAM not in {each.purpose.code for each in card.purposes}
    assert card.shorts[INSTAGRAM] == "Instagram"


def test_an_answer_of_an_employee_is_mended_ends_and_gives_its_scan(desk: Desk, cast: Cast, qtbot: object) -> None:
    consents, teacher = desk.meldboek.consents, desk.meldboek.people.employees()[0]
    code = consents.staff.purposes()[0].code
    scan = Scan("formulier.pdf", "application/pdf", b"%PDF-1.7")
    consents.staff.record(NewStaffAnswers(teacher.id, (Answer(code, yes=True),), SEPTEMBER, scan=scan))
    page = shown(desk)
    page.open(("staff", teacher.id))
    press(page.part, "Laten verlopen")
    submit(desk, purposes=(code,), note="nieuwe site")
    assert consents.staff.card(teacher.id).cells[0].reason is Reason.EXPIRED
    press(page.part, "Verbeteren")
    submit(desk, note="toch niet")
    card = consents.staff.card(teacher.id)
    assert card.cells[0].reason is Reason.ALLOWED
    given = next(line for line in card.history if line.kind is EventKind.GIVEN)
    assert consents.scan(given.event_id).data == b"%PDF-1.7"


def test_answers_given_later_than_the_end_count(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    consents = desk.meldboek.consents
    consents.expire(cast.pien, [GUIDE], date(2026, 10, 1), "nieuwe drukker")
    guardian = desk.meldboek.people.pupil(cast.pien).guardians[0].id
    consents.record(NewAnswers(cast.pien, guardian, (Answer(GUIDE, yes=True),), TODAY, evidence="map 5A"))
    assert reason(desk.meldboek, cast.pien) is Reason.ALLOWED
    assert reason(desk.meldboek, cast.pien, on=date(2026, 10, 1)) is Reason.EXPIRED


def test_being_asked_and_not_being_asked_look_different_on_the_card(page: ConsentsPage, desk: Desk, cast: Cast) -> None:
    desk.meldboek.consents.ask([NewRequest(cast.stijn, SEPTEMBER, purposes=(GUIDE,))])
    card = desk.meldboek.consents.card(cast.stijn)

    def told(code: str) -> set[str]:
        view = CardView()
        view.show_card(card, code)
        return {label.text() for label in view.findChildren(QLabel)}

    assert "gevraagd 3 sep 2026" in told(GUIDE)
    assert "niet gevraagd" in told(INSTAGRAM)

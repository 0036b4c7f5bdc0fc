"""The page Personen: lists, cards, and every form on it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.kernel.names import PersonName
from app.people.block_rules import Reach
from app.people.rules import Authority, NewPupil, PersonKind, TaskKind
from tests.builders import Cast
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet
from ui.kit.jobs import Jobs
from ui.people.lists import LEFT
from ui.people.page import PeoplePage


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: QtBot) -> PeoplePage:
    return _opened(desk, qtbot)


def _opened(desk: Desk, qtbot: QtBot) -> PeoplePage:
    page = PeoplePage(desk)
    qtbot.addWidget(page)
    page.resize(1228, 848)
    desk.dialogs.window = page
    page.open(None)
    page.show()
    return page


def _names(page: PeoplePage) -> list[str]:
    return [line.name.first_name for line in page.tables[page.kind].lines_model.shown]


def _said(page: PeoplePage) -> str:
    QApplication.processEvents()
    return "\n".join(label.text() for label in page.panel.findChildren(QLabel) if label.isVisible())


def _sheet(page: PeoplePage) -> FormSheet:
    sheet = page.desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    return sheet


def _choose(page: PeoplePage, word: str) -> None:
    next(made for made in _sheet(page).findChildren(QPushButton) if made.text() == word).click()


def _press(page: PeoplePage, name: str) -> None:
    QApplication.processEvents()
    buttons = [made for made in page.panel.findChildren(QPushButton) if made.isVisible()]
    next(made for made in buttons if made.accessibleName() == name).click()


def _remember(went: list[tuple[str, object]]) -> Callable[[str, object | None], None]:
    return lambda name, target: went.append((name, target))


def test_pupils_stand_in_dutch_order_with_the_card_of_the_first(page: PeoplePage) -> None:
    assert _names(page) == ["Stijn", "Noor", "Pien", "Aylin"]
    assert "Stijn Bakker" in _said(page)
    assert page.header.title == "Personen"


def test_a_person_can_be_asked_for(page: PeoplePage, cast: Cast) -> None:
    page.search.setText("stijn")
    page.open(cast.aylin)
    assert page.search.text() == ""
    assert "Aylin Öztürk" in _said(page)
    page.open(cast.hartog)
    assert page.kind is PersonKind.EMPLOYEE
    assert "Jan Hartog" in _said(page)


def test_somebody_who_left_is_shown_all_the_same(page: PeoplePage) -> None:
    gone = NewPupil(PersonName("Wim", "", "Weg"), leave_date=date(2026, 1, 1))
    page.open(page.desk.meldboek.people.add_pupil(gone))
    assert "Wim Weg" in _said(page)
    assert "Wim" not in _names(page)


def test_the_lists_filter_on_group_and_on_words(page: PeoplePage) -> None:
    page.group.set_value("5A")
    page.group.changed.emit()
    assert _names(page) == ["Noor", "Aylin"]
    page.choose(PersonKind.GUARDIAN)
    assert _names(page) == ["Ilse", "Leyla"]
    page.search.setText("öztürk")
    assert _names(page) == ["Leyla"]
    assert page.filter_field() is page.search


def test_a_guardian_shows_the_children_and_leads_to_them(page: PeoplePage, cast: Cast) -> None:
    page.choose(PersonKind.GUARDIAN)
    page.tables[PersonKind.GUARDIAN].select(page.desk.meldboek.people.pupil(cast.pien).guardians[0].id)
    _press(page, "Pien Mulder")
    assert page.kind is PersonKind.PUPIL
    assert "Pien Mulder" in _said(page)


def test_authority_is_confirmed_for_one(page: PeoplePage, cast: Cast) -> None:
    page.open(cast.aylin)
    _press(page, "Gezag bevestigen: Leyla Öztürk")
    sheet = _sheet(page)
    sheet.submit()
    assert sheet.form.rows["source"].error
    sheet.form.set_values({"source": "gezagsregister"})
    sheet.submit()
    line = page.desk.meldboek.people.pupil(cast.aylin).guardians[0]
    assert (line.authority, line.authority_source) == (Authority.YES, "gezagsregister")
    assert "gezag niet bevestigd" not in _said(page)


def test_a_pupil_is_added_and_changed(page: PeoplePage) -> None:
    page.new()
    sheet = _sheet(page)
    sheet.submit()
    assert sheet.form.rows["surname"].error
    sheet.form.set_values(
        {"first_name": "Saar", "infix": "van", "surname": "Dijk", "group": "groep 5a", "number": "1001"}
    )
    sheet.submit()
    assert sheet.form.rows["number"].error
    sheet.form.set_values({"number": "9", "birth_date": date(2017, 2, 3), "postcode": "7534ab"})
    sheet.submit()
    assert "Saar van Dijk" in _said(page)
    _press(page, "Wijzigen")
    _sheet(page).form.set_values({"first_name": "Sara"})
    _sheet(page).submit()
    card = page.desk.meldboek.people.pupil_by_number("9")
    assert (card.name.first_name, card.group, card.address.postcode) == ("Sara", "5A", "7534 AB")
    assert "Sara van Dijk" in _said(page)


def test_a_guardian_is_added_and_changed(page: PeoplePage, cast: Cast) -> None:
    page.open(cast.noor)
    _press(page, "Toevoegen: Ouders en verzorgers")
    sheet = _sheet(page)
    sheet.form.set_values(
        {"surname": "Jeugdzorg", "relation": "guardian_institution", "authority": "yes", "phone": "12"}
    )
    sheet.submit()
    assert sheet.form.rows["source"].error or sheet.form.rows["phone"].error
    sheet.form.set_values({"source": "beschikking", "phone": "053-4328080"})
    sheet.submit()
    _press(page, "Wijzigen: Jeugdzorg")
    _sheet(page).form.set_values({"email": "post@jeugdzorg.voorbeeld.nl"})
    _sheet(page).submit()
    line = page.desk.meldboek.people.pupil(cast.noor).guardians[1]
    assert (line.email, line.phone, line.authority) == ("post@jeugdzorg.voorbeeld.nl", "0534328080", Authority.YES)
    page.open(line.id)
    _press(page, "Wijzigen")
    _sheet(page).dismiss()


def test_an_employee_is_added_and_changed(page: PeoplePage) -> None:
    page.choose(PersonKind.EMPLOYEE)
    page.new()
    _sheet(page).form.set_values({"first_name": "Tom", "surname": "Vos", "task_kind": "trainee"})
    _sheet(page).submit()
    assert "Tom Vos" in _said(page)
    _press(page, "Wijzigen")
    _sheet(page).form.set_values({"job_title": "leerkracht"})
    _sheet(page).submit()
    tom = next(line for line in page.desk.meldboek.people.employees() if line.name.first_name == "Tom")
    assert (tom.job_title, tom.task_kind) == ("leerkracht", TaskKind.TRAINEE)


def test_a_pupil_is_shielded_and_released(page: PeoplePage, cast: Cast) -> None:
    page.open(cast.noor)
    _press(page, "Afschermen: Afscherming")
    _sheet(page).form.set_values({"reason": "geheim adres"})
    _sheet(page).submit()
    assert page.desk.meldboek.people.pupil(cast.noor).blocked
    assert "geheim adres" in _said(page)
    page.desk.dialogs.answers.extend([False, True])
    _press(page, "Opheffen: Afscherming voor iedereen")
    assert page.desk.meldboek.people.pupil(cast.noor).blocked
    _press(page, "Opheffen: Afscherming voor iedereen")
    assert not page.desk.meldboek.people.pupil(cast.noor).blocked


def test_a_pupil_is_shielded_from_one_person_who_is_asked_for(page: PeoplePage, cast: Cast) -> None:
    page.open(cast.noor)
    _press(page, "Afschermen: Afscherming")
    form = _sheet(page).form
    means = _sheet(page).findChild(QLabel, "means")
    assert means is not None
    assert not form.rows["person_id"].isVisible()
    _choose(page, "buiten de school")
    assert "sociale media" in means.text()
    _choose(page, "één persoon")
    assert form.rows["person_id"].isVisible()
    _sheet(page).submit()
    assert form.rows["person_id"].error
    form.set_values({"name": "oom Henk", "reason": "veiligheid"})
    _sheet(page).submit()
    assert "oom Henk" in _said(page)
    _press(page, "Afschermen: Afscherming")
    _sheet(page).form.set_values({"name": "telt niet"})
    _choose(page, "buiten de school")
    _sheet(page).submit()
    blocks = page.desk.meldboek.people.pupil(cast.noor).blocks
    assert [(block.whom.reach, block.whom.name) for block in blocks] == [
        (Reach.PERSON, "oom Henk"),
        (Reach.OUTSIDE, ""),
    ]
    page.desk.dialogs.answers.append(True)
    _press(page, "Opheffen: Afscherming voor oom Henk")
    assert page.desk.meldboek.people.pupil(cast.noor).blocked
    assert "oom Henk" not in _said(page)


def test_the_administrator_sees_that_a_pupil_is_shielded_but_not_why(as_administrator: Meldboek, qtbot: QtBot) -> None:
    people = as_administrator.people
    noor = people.pupil_by_number("1003")
    people.block_publication(noor.id, date(2026, 11, 1), None, "geheim adres")
    page = _opened(Desk(as_administrator, Jobs(inline=True)), qtbot)
    page.open(noor.id)
    assert "geheim adres" not in _said(page)
    assert "Afscherming" not in _said(page)


def test_a_pupil_without_guardians_says_so(page: PeoplePage) -> None:
    page.open(page.desk.meldboek.people.add_pupil(NewPupil(PersonName("Saar", "", "Dijk"))))
    assert "Nog niemand bekend" in _said(page)


def test_reading_a_list_is_one_step_away(page: PeoplePage) -> None:
    went: list[tuple[str, object]] = []
    page.desk.go = _remember(went)
    page.read_list()
    assert went == [("imports", None)]


def test_consents_are_one_step_away(page: PeoplePage, cast: Cast) -> None:
    went: list[tuple[str, object]] = []
    page.desk.go = _remember(went)
    page.open(cast.noor)
    _press(page, "Toestemmingen")
    assert went == [("consents", cast.noor)]


def test_the_groups_of_every_school_year_are_shown_when_asked_for(page: PeoplePage, cast: Cast) -> None:
    page.open(cast.noor)
    page.acts.do("history", cast.noor)
    said = [one.text() for one in page.panel.findChildren(QLabel)]
    assert "2026-2027" in said


def test_who_left_is_found_under_the_groups(page: PeoplePage, cast: Cast, meldboek: Meldboek) -> None:
    card = meldboek.people.pupil(cast.aylin)
    gone = NewPupil(card.name, card.number, card.birth_date, card.group, leave_date=date(2026, 10, 1))
    meldboek.people.change_pupil(cast.aylin, gone)
    page.refresh()
    assert "Aylin" not in _names(page)
    page.group.set_value(LEFT)
    page.group.changed.emit()
    assert _names(page) == ["Aylin"]
    page.choose(PersonKind.GUARDIAN)
    page.choose(PersonKind.PUPIL)
    page.group.set_value(None)
    page.group.changed.emit()
    assert _names(page) == ["Stijn", "Noor", "Pien"]

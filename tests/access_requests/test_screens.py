"""The page of requests and breaches, on the real services."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.access_requests.lines import ContentLine, NewBreach, NewRequest
from app.access_requests.rules import Capacity, Decision, Ground, Kind
from app.application import Meldboek
from app.kernel.clock import AMSTERDAM
from tests.builders import Cast
from ui.access_requests.checking import CheckSheet
from ui.access_requests.decision import about, decision_sheet, proposed
from ui.access_requests.page import BREACHES, AccessRequestsPage
from ui.access_requests.sheets import answer_sheet, breach_decision_sheet, extension_sheet
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet


@pytest.fixture
def page(desk: Desk, meldboek: Meldboek, cast: Cast, qtbot: QtBot) -> AccessRequestsPage:
    assert meldboek.casework is not None
    mother = meldboek.people.pupil(cast.pien).guardians[0].id
    new = NewRequest(Kind.ACCESS, cast.pien, "C. Mulder", Capacity.REPRESENTATIVE, mother, "paspoort")
    meldboek.casework.access_requests.receive(new)
    meldboek.casework.access_requests.breaches.record(NewBreach("Brief verkeerd bezorgd"))
    made = AccessRequestsPage(desk)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.open(None)
    return made


def test_the_lists_show_what_is_open(page: AccessRequestsPage) -> None:
    assert [line.person for line in page.tables[0].lines_model.lines] == ["Pien Mulder"]
    assert [line.happened for line in page.tables[1].lines_model.lines] == ["Brief verkeerd bezorgd"]


def test_a_request_is_decided_and_answered_in_sheets(page: AccessRequestsPage, desk: Desk) -> None:
    assert page._lines is not None
    card = page._lines.card
    assert card is not None
    decision_sheet(desk, card, (), lambda _none: None).submit()
    assert page._lines.card is not None
    assert page._lines.card.decision is not None
    extension = extension_sheet(desk, card, lambda _none: None)
    extension.form.set_values({"reason": "groot dossier"})
    extension.submit()
    sheet = answer_sheet(desk, card, lambda _none: None)
    sheet.form.set_values({"how": "afgehaald"})
    sheet.submit()
    assert not page._lines.card.is_open


def test_what_was_just_written_down_and_what_was_done_stays_beside_the_list(
    page: AccessRequestsPage, desk: Desk, meldboek: Meldboek, cast: Cast
) -> None:
    father = meldboek.people.pupil(cast.pien).guardians[1]
    page.add()
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values({"person_id": meldboek.people.person(cast.pien), "identity": "bekend"})
    sheet.form.set_values({"requester_id": father.id})
    sheet.submit()
    assert page._lines is not None
    card = page._lines.card
    assert card is not None
    assert card.requester == "Rob Mulder"
    assert page.tables[0].selected.id == card.id
    page._do_request("extend", card)
    extension = desk.dialogs.current[-1]
    assert isinstance(extension, FormSheet)
    extension.form.set_values({"reason": "groot dossier"})
    extension.submit()
    assert page._lines.card is not None
    assert (page._lines.card.requester, page._lines.card.extended_on is not None) == ("Rob Mulder", True)


def test_the_decision_names_whose_data_it_is_about_and_who_asks(page: AccessRequestsPage, desk: Desk) -> None:
    assert page._lines is not None
    card = page._lines.card
    assert card is not None
    head = about(card)
    said = [one.text() for one in head.findChildren(QLabel)]
    assert said[0] == "Pien Mulder · inzage"
    assert said[1].startswith("Gevraagd door Carla Mulder (ouder of voogd met gezag), ontvangen op 16 november 2026")
    assert page.tables[0].selected.id == card.id
    buttons = {one.text() for one in page.side.findChildren(QPushButton)}
    assert "Ontvangstbevestiging als PDF" in buttons
    decision_sheet(desk, card, (), lambda _none: None).submit()
    buttons = {one.text() for one in page.side.findChildren(QPushButton)}
    assert "Antwoord als PDF" in buttons


def test_several_things_are_withheld_each_with_its_ground(page: AccessRequestsPage, desk: Desk) -> None:
    assert page._lines is not None
    card = page._lines.card
    assert card is not None
    proposal = (*page._lines.proposal, ContentLine("interne aantekeningen", 2, Ground.WORKING_NOTES))
    assert len(proposed(card, proposal)) == 1
    sheet = decision_sheet(desk, card, proposal, lambda _none: None)
    at = len(proposed(card, proposal))
    more = next(one for one in sheet.findChildren(QPushButton) if one.text() == "Nog iets niet geven")
    more.click()
    assert not sheet.form.rows[f"what{at}"].isHidden()
    said = {f"what{at}": "het gesprek met een ander kind", f"ground{at}": str(Ground.THIRD_PARTIES)}
    sheet.form.set_values({"reason": "Anderen worden beschermd.", **said})
    sheet.submit()
    assert page._lines.card is not None
    assert page._lines.card.decision is Decision.PARTLY
    assert page._lines.card.withheld[at].what == "het gesprek met een ander kind"
    assert len(page._lines.card.withheld) == at + 1


def test_a_breach_is_decided(page: AccessRequestsPage, desk: Desk) -> None:
    page.tabs.setCurrentIndex(BREACHES)
    assert page._lines is not None
    line = page._lines.breach
    assert line is not None
    sheet = breach_decision_sheet(desk, line, lambda _none: None)
    for name, value in (("risk", "none"), ("telling", "not_needed"), ("why", "teruggekregen")):
        sheet.form.set_values({name: value})
    sheet.submit()
    page._do_breach("close", line)
    assert page._lines.breach is not None
    assert page._lines.breach.closed_on is not None


def test_a_breach_is_walked_from_its_discovery_to_its_end(
    page: AccessRequestsPage, desk: Desk, meldboek: Meldboek
) -> None:
    assert meldboek.casework is not None
    breaches, now = meldboek.casework.access_requests.breaches, meldboek.clock.now()
    page.tabs.setCurrentIndex(BREACHES)
    page.add()
    late = (now - timedelta(days=4)).astimezone(AMSTERDAM)
    new: dict[str, object] = {"happened": "Lijst naar de verkeerde ouder", "day": late.date(), "time": late.time()}
    fill(desk, new)
    number = breaches.all()[0].id
    assert asked_on_vandaag(meldboek, number).startswith("Datalek: besluiten en melden voor")
    press(page, "Afsluiten")
    assert breaches.breach(number).closed_on is None
    day = {"day": now.astimezone(AMSTERDAM).date(), "time": now.astimezone(AMSTERDAM).time()}
    decide(page, desk, {"risk": "high", "telling": "told", "why": "Gevoelig", **day})
    assert asked_on_vandaag(meldboek, number) == "Datalek: afronden en afsluiten"
    assert len(breaches.breach(number).findings) == 2
    told = {"late_why": "Pas later ontdekt", "persons_on": day["day"], "persons_told": "alle ouders, per brief"}
    decide(page, desk, told)
    words = {one.text() for one in page.side.findChildren(QLabel)}
    assert {"Pas later ontdekt", "16 november 2026, alle ouders, per brief"} <= words
    press(page, "Afsluiten")
    assert breaches.breach(number).closed_on == day["day"]
    assert asked_on_vandaag(meldboek, number) == ""


def asked_on_vandaag(meldboek: Meldboek, number: int) -> str:
    lists = meldboek.agenda.today()
    found = (*lists.overdue, *lists.today, *lists.week)
    return next((one.title for one in found if one.key == f"request:breach:{number}"), "")


def press(page: AccessRequestsPage, text: str) -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the buttons of the line before
    next(one for one in page.side.findChildren(QPushButton) if one.text() == text).click()


def decide(page: AccessRequestsPage, desk: Desk, values: dict[str, object]) -> None:
    press(page, "Besluit nemen")
    fill(desk, values)


def fill(desk: Desk, values: dict[str, object]) -> None:
    sheet = desk.dialogs.current[-1]
    assert isinstance(sheet, FormSheet)
    sheet.form.set_values(values)
    sheet.submit()


def test_a_print_is_held_against_what_was_given(
    page: AccessRequestsPage, desk: Desk, meldboek: Meldboek, cast: Cast, tmp_path: Path
) -> None:
    assert meldboek.casework is not None
    dossiers = meldboek.casework.dossiers
    dossier = dossiers.compile(cast.pien)
    data = dossiers.export(dossier)
    assert [one.control for one in dossiers.exports.is_this(data)] == [dossier.control]
    assert dossiers.exports.is_this(data + b" ") == ()
    assert dossiers.exports.with_control(f"Controle {dossier.control.upper()}"[9:])[0].person == "Pien Mulder"
    sheet = CheckSheet(desk, dossiers.exports)
    sheet.typed.set_value(dossier.control)
    sheet.look()
    assert sheet.found.count() == 2
    sheet.typed.set_value("9b41")
    sheet.look()
    assert sheet.found.count() == 1  # what is wrong with the number, and nothing of the one before


def test_the_list_of_what_was_given_tells_to_whom_and_behind_which_lock(
    page: AccessRequestsPage, meldboek: Meldboek, cast: Cast
) -> None:
    assert meldboek.casework is not None
    dossiers = meldboek.casework.dossiers
    dossiers.export(dossiers.compile(cast.pien), b"", "een lang wachtwoord", "De Bron")
    page.tabs.setCurrentIndex(2)
    page.reload()
    _heads, line = page.tables[2].texts()
    assert line[2] == "De Bron met wachtwoord"

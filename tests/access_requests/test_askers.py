"""Who asks: the own guardians by their names in the register, and nobody's guardian but this child's."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.access_requests.lines import NewRequest
from app.access_requests.rules import Capacity, Decision, Kind
from app.access_requests.service import AccessRequests
from app.access_requests.texts import asks_as
from app.application import Meldboek
from app.kernel.errors import Invalid
from app.people.rules import Authority
from app.sentences import sentence
from tests.builders import Cast
from ui.access_requests.asking import SOMEBODY_ELSE, RequestSheet
from ui.access_requests.page import AccessRequestsPage
from ui.kit.desk import Desk


@pytest.fixture
def requests(meldboek: Meldboek) -> AccessRequests:
    assert meldboek.casework is not None
    return meldboek.casework.access_requests


@pytest.fixture
def page(desk: Desk, meldboek: Meldboek, cast: Cast, qtbot: QtBot) -> AccessRequestsPage:
    assert cast.pien in meldboek.people.names([cast.pien])
    made = AccessRequestsPage(desk)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.open(None)
    return made


@pytest.fixture
def sheet(page: AccessRequestsPage, desk: Desk, qtbot: QtBot) -> RequestSheet:
    page.add()
    made = desk.dialogs.current[-1]
    assert isinstance(made, RequestSheet)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_guardian_of_another_child_cannot_ask(requests: AccessRequests, meldboek: Meldboek, cast: Cast) -> None:
    stranger = meldboek.people.pupil(cast.noor).guardians[0]
    new = NewRequest(Kind.ACCESS, cast.pien, "pi mul", Capacity.REPRESENTATIVE, stranger.id, "bekend")
    with pytest.raises(Invalid) as refused:
        requests.receive(new)
    assert refused.value.field == "requester_id"
    told = sentence(refused.value)
    assert told.endswith("is geen ouder van Pien Mulder in Meldboek. Kies Carla Mulder of Rob Mulder.")
    with pytest.raises(Invalid) as refused:
        requests.receive(NewRequest(Kind.ACCESS, cast.hartog, "", Capacity.REPRESENTATIVE, stranger.id))
    assert "Zet de ouder eerst bij Personen" in sentence(refused.value)


def test_who_asks_is_named_as_the_register_does(requests: AccessRequests, meldboek: Meldboek, cast: Cast) -> None:
    father = meldboek.people.pupil(cast.pien).guardians[1]
    new = NewRequest(Kind.ACCESS, cast.pien, "pi mul", Capacity.REPRESENTATIVE, father.id, "bekend")
    assert requests.request(requests.receive(new)).requester == "Rob Mulder"
    own = requests.receive(NewRequest(Kind.ACCESS, cast.hartog, "", Capacity.SELF, identity="bekend"))
    assert requests.request(own).requester == requests.request(own).person


def test_nobody_chosen_is_said_at_the_field(requests: AccessRequests) -> None:
    with pytest.raises(Invalid) as refused:
        requests.receive(NewRequest(Kind.ACCESS, 0, "", Capacity.REPRESENTATIVE))
    assert (refused.value.field, sentence(refused.value)) == ("person_id", "Kies om wie het gaat.")


@pytest.mark.parametrize(
    ("authority", "words"),
    [
        (Authority.YES, "ouder of voogd met gezag"),
        (Authority.ASSUMED, "ouder of voogd, zegt gezag te hebben"),
        (None, "ouder of voogd, zegt gezag te hebben"),
    ],
)
def test_authority_counts_once_it_is_confirmed(authority: Authority | None, words: str) -> None:
    assert asks_as(Capacity.REPRESENTATIVE, authority) == words
    assert asks_as(Capacity.PROXY, authority) == "gemachtigde, bijvoorbeeld een advocaat"


def test_the_papers_do_not_claim_an_authority_that_nobody_confirmed(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    people = meldboek.people
    unsure = people.pupil(cast.noor).guardians[0]
    people.set_authority(unsure.relation_id, Authority.ASSUMED, meldboek.clock.today(), "")
    new = NewRequest(Kind.ACCESS, cast.noor, "", Capacity.REPRESENTATIVE, unsure.id, "bekend")
    number = requests.receive(new)
    assert "Wij gaan nog na of u het gezag hebt." in written(meldboek, number)
    requests.decide(number, Decision.GRANTED)
    assert "Wij hebben vastgesteld wie u bent." in written(meldboek, number)
    people.set_authority(unsure.relation_id, Authority.YES, meldboek.clock.today(), "gezagsregister")
    assert "Wij hebben vastgesteld dat u hierom mag vragen." in written(meldboek, number)


def test_an_empty_sheet_asks_about_whom_it_is(sheet: RequestSheet) -> None:
    sheet.submit()
    wrong = {name: made.error for name, made in sheet.form.rows.items() if made.error}
    assert wrong == {"person_id": "Kies om wie het gaat."}


def test_only_the_own_guardians_can_be_chosen(sheet: RequestSheet, meldboek: Meldboek, cast: Cast) -> None:
    sheet.form.set_values({"person_id": meldboek.people.person(cast.pien)})
    offered = [sheet.asker.combo.itemText(at).split(" (")[0] for at in range(sheet.asker.combo.count())]
    assert offered == ["kies de ouder", "Carla Mulder", "Rob Mulder", "iemand die niet in Meldboek staat"]
    sheet.submit()
    assert sheet.form.rows["requester_id"].error == "Kies wie het vraagt."
    assert sheet.form.rows["requester"].isHidden()
    sheet.form.set_values({"requester_id": SOMEBODY_ELSE})
    sheet.form.changed.emit()
    assert not sheet.form.rows["requester"].isHidden()
    sheet.submit()
    assert sheet.form.rows["requester"].error == "Vul in wie het vraagt."


def test_another_child_forgets_the_guardian_of_the_first(sheet: RequestSheet, meldboek: Meldboek, cast: Cast) -> None:
    sheet.form.set_values({"person_id": meldboek.people.person(cast.pien)})
    sheet.form.set_values({"requester_id": meldboek.people.pupil(cast.pien).guardians[0].id})
    sheet.form.set_values({"person_id": meldboek.people.person(cast.noor)})
    assert sheet.asker.value() is None


def test_what_a_lock_kept_comes_back_with_its_guardian(sheet: RequestSheet, meldboek: Meldboek, cast: Cast) -> None:
    father = meldboek.people.pupil(cast.pien).guardians[1].id
    for name, kept in (("person_id", cast.pien), ("requester_id", father)):
        sheet.form.rows[name].field.restore(kept)
    assert sheet.asker.value() == father
    sheet.asker.restore(None)
    for name, kept in (("requester_id", father), ("person_id", cast.pien)):
        sheet.form.rows[name].field.restore(kept)
    assert sheet.asker.value() == father


def test_an_employee_asks_alone_or_through_a_proxy(sheet: RequestSheet, meldboek: Meldboek, cast: Cast) -> None:
    sheet.form.set_values({"person_id": meldboek.people.person(cast.hartog)})
    assert sheet.capacity.combo.count() == 2
    assert sheet.form.rows["requester_id"].isHidden()
    assert sheet.form.rows["requester"].isHidden()
    sheet.submit()
    assert meldboek.casework is not None
    (line,) = meldboek.casework.access_requests.requests()
    assert (line.requester, line.capacity) == (line.person, Capacity.SELF)


def test_the_card_names_the_guardian_and_offers_the_answer_after_the_decision(
    page: AccessRequestsPage, requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    father = meldboek.people.pupil(cast.pien).guardians[1]
    number = requests.receive(NewRequest(Kind.ACCESS, cast.pien, "", Capacity.REPRESENTATIVE, father.id, "bekend"))
    page.open(("access_requests", number))
    assert "Rob Mulder, ouder van Pien Mulder" in {one.text() for one in page.side.findChildren(QLabel)}
    assert offers(page, "Antwoord gegeven") == (False, "Neem eerst het besluit.")
    assert offers(page, "Verlengen") == (True, "")
    requests.decide(number, Decision.GRANTED)
    requests.extend(number, "groot dossier")
    page.reload()
    assert offers(page, "Antwoord gegeven") == (True, "")
    assert offers(page, "Verlengen")[0] is False


def offers(page: AccessRequestsPage, verb: str) -> tuple[bool, str]:
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the buttons of the line before
    found = next(one for one in page.side.findChildren(QPushButton) if one.text() == verb)
    return found.isEnabled(), found.toolTip()


def written(meldboek: Meldboek, number: int) -> str:
    assert meldboek.casework is not None
    pdf = meldboek.casework.accounts.answer(number)
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())

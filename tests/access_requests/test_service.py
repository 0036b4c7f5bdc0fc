"""Requests and breaches on the real encrypted store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.access_requests.lines import BreachDecision, NewBreach, NewRequest, Withheld
from app.access_requests.rules import Capacity, Decision, Ground, Kind, Risk, Telling
from app.access_requests.service import AccessRequests
from app.access_requests.texts import TEXTS
from app.application import Meldboek
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.consents.answers.forms import Answer, NewAnswers
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from tests.builders import Cast
from tests.letters.conftest import office_of

WISH = "Ik was er niet bij toen Stijn dat zei."


@pytest.fixture
def requests(meldboek: Meldboek) -> AccessRequests:
    assert meldboek.casework is not None
    return meldboek.casework.access_requests


def _asked(cast: Cast, meldboek: Meldboek, kind: Kind = Kind.ACCESS, wish: str = "") -> NewRequest:
    mother = meldboek.people.pupil(cast.pien).guardians[0]
    return NewRequest(kind, cast.pien, "mevrouw C. Mulder", Capacity.REPRESENTATIVE, mother.id, "paspoort", wish)


def test_a_request_runs_from_received_to_answered(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast, clock: FixedClock
) -> None:
    number = requests.receive(_asked(cast, meldboek))
    (line,) = requests.requests()
    assert (line.clocks.target, line.clocks.last_day) == (date(2026, 12, 14), date(2026, 12, 16))
    assert [(item.on, item.target) for item in requests.dated()] == [(date(2026, 12, 14), ("access_requests", number))]
    with pytest.raises(Refused, match="decide_first"):
        requests.answer(number, "per post")
    requests.decide(number, Decision.PARTLY, "Anderen zijn afgeschermd.", [Withheld("namen", Ground.THIRD_PARTIES)])
    clock.at += timedelta(days=3)
    requests.answer(number, "afgehaald", control="9b41 07de")
    card = requests.request(number)
    assert (card.decision, card.answered_on) == (Decision.PARTLY, date(2026, 11, 19))
    assert card.court_until == date(2026, 12, 31)
    assert card.withheld == (Withheld("namen", Ground.THIRD_PARTIES),)
    assert requests.dated() == ()
    with pytest.raises(Refused, match="answered_already"):
        requests.decide(number, Decision.GRANTED)


def test_a_request_is_extended_once_within_the_first_month(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast, clock: FixedClock
) -> None:
    number, other = requests.receive(_asked(cast, meldboek)), requests.receive(_asked(cast, meldboek))
    requests.extend(number, "Het dossier is groot.")
    assert requests.request(number).clocks.last_day == date(2027, 2, 16)
    with pytest.raises(Refused, match="extended_already"):
        requests.extend(number, "Nog groter.")
    clock.at += timedelta(days=31)
    with pytest.raises(Refused, match="too_late"):
        requests.extend(other, "Te laat.")


def test_who_may_not_ask_is_refused_with_the_reason(requests: AccessRequests, cast: Cast) -> None:
    with pytest.raises(Refused, match="may_not_ask") as refused:
        requests.receive(NewRequest(Kind.ACCESS, cast.noor, "Noor", Capacity.SELF, identity="kennen wij"))
    assert [found.code for found in refused.value.findings] == ["access_requests.too_young"]
    with pytest.raises(Invalid):
        requests.receive(NewRequest(Kind.ACCESS, cast.hartog, " ", Capacity.PROXY))


def test_the_own_view_stands_in_the_dossier_with_others_masked(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    number = requests.receive(_asked(cast, meldboek, Kind.OWN_VIEW, WISH))
    requests.decide(number, Decision.GRANTED)
    assert meldboek.casework is not None
    (entry,) = meldboek.casework.dossiers.compile(cast.pien).entries
    assert entry.title == "Eigen zienswijze"
    assert "Stijn" not in entry.text


def test_what_is_proposed_names_only_what_there_is(requests: AccessRequests, meldboek: Meldboek, cast: Cast) -> None:
    assert {line.ground for line in requests.proposal(cast.pien)} == {None}
    office = office_of(meldboek, cast)
    for text, internal in (("Pien filmde Stijn Bakker.", False), ("Let op bij de ouders.", True)):
        entry = NewEntry(EntryKind.TALK, "Gesprek", text, at(2026, 11, 11, 10), internal=internal)
        office.cases.add_entry(office.case_id, replace(entry, files_for=(cast.pien,)))
    mother = meldboek.people.pupil(cast.pien).guardians[0].id
    yes = (Answer("NEWSLETTER", yes=True),)
    meldboek.consents.record(NewAnswers(cast.pien, mother, yes, date(2026, 9, 7), evidence="map"))
    found = {line.what: (line.count, line.ground) for line in requests.proposal(cast.pien)}
    assert found["antwoorden over toestemming en publicaties"] == (1, None)
    assert found["namen en gegevens van anderen"] == (1, Ground.THIRD_PARTIES)
    assert found["interne aantekeningen"] == (1, Ground.WORKING_NOTES)
    assert not {ground for _count, ground in found.values()} & {Ground.INSPECTOR, Ground.COMPLAINT}


def test_a_refusal_needs_a_reason_and_a_part_its_ground(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    number = requests.receive(_asked(cast, meldboek, Kind.ERASURE))
    with pytest.raises(Invalid):
        requests.decide(number, Decision.REFUSED)
    with pytest.raises(Invalid):
        requests.decide(number, Decision.PARTLY, "deels")


def test_what_is_usually_withheld_needs_a_ground_but_no_reason(
    requests: AccessRequests, meldboek: Meldboek, cast: Cast
) -> None:
    number = requests.receive(_asked(cast, meldboek))
    requests.decide(number, Decision.PARTLY, withheld=[Withheld("namen van anderen", Ground.THIRD_PARTIES)])
    assert requests.request(number).reason == ""


def test_a_breach_is_decided_told_and_closed(requests: AccessRequests, clock: FixedClock) -> None:
    breaches = requests.breaches
    number = breaches.record(NewBreach("Brief naar het verkeerde adres", data="naam", persons="1 leerling"))
    assert breaches.breach(number).tell_until == clock.now() + timedelta(hours=72)
    assert [item.code for item in requests.dated()] == ["access_requests.dated.breach"]
    with pytest.raises(Refused, match="not_closable"):
        breaches.close(number)
    with pytest.raises(Invalid):
        breaches.decide(number, BreachDecision(Risk.NONE, Telling.NOT_NEEDED))
    breaches.decide(number, BreachDecision(Risk.RISK, Telling.TOLD, told_at=clock.now() + timedelta(hours=1)))
    breaches.close(number)
    (line,) = breaches.all()
    assert line.closed_on == date(2026, 11, 16)
    with pytest.raises(Refused, match="breach_closed"):
        breaches.close(number)


def test_every_code_has_its_sentence() -> None:
    assert all(TEXTS.values())


def test_the_record_of_processing_tells_what_this_school_asks(meldboek: Meldboek, cast: Cast) -> None:
    assert cast.pien
    assert meldboek.casework is not None
    before = _words(meldboek.casework.accounts.processing_record())
    assert "Nieuwsbrief" in before
    assert "Persoonlijk account" not in before  # off until a school chooses it
    catalogue = meldboek.consents.catalogue
    newsletter = next(line for line in catalogue.all() if line.code == "NEWSLETTER")
    catalogue.switch(newsletter.code, False, confirmed=True)
    assert "Nieuwsbrief" not in _words(meldboek.casework.accounts.processing_record())


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())

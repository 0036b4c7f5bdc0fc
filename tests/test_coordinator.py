"""What the program keeps from a coordinator without grants, and from an administrator."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from app.application import Meldboek, open_meldboek, start
from app.cases.inputs import NewReport
from app.cases.service import Cases
from app.casework import Casework
from app.kernel.clock import FixedClock
from app.kernel.errors import Refused, Unavailable
from app.letters.rules import Sending
from app.measures.facts import Decider, Draft
from app.measures.lines import Carried, NewContent, NewDevice, NewMeasure, NewNotice, NewProceeding
from app.measures.service import Measures
from app.protocol.remedy_rules import RemedyKind
from app.sentences import sentence
from app.vault.keys.keyring import NewUser, Role
from app.vault.store import open_store
from tests.builders import ADMINISTRATOR, BOARD, COORDINATOR, DIRECTOR, Cast
from tests.letters.conftest import Office, office_of

TODAY = date(2026, 11, 16)
WARNING = Draft(
    "pupil.WARNING",
    decided_on=TODAY,
    decider=Decider.BOARD,
    decided_by="H. van Vliet",
    facts="Foto.",
    reasons="Opnieuw.",
)


@pytest.fixture
def office(meldboek: Meldboek, cast: Cast) -> Office:
    """The director's work on a case that nobody was let into."""
    return office_of(meldboek, cast)


@contextmanager
def opened(office: Office, user: NewUser) -> Iterator[Meldboek]:
    """The same school once the director left, as another user has it."""
    office.store.close()
    store = open_store(office.store.folder, user.name, user.passphrase, office.store.clock)
    try:
        meldboek = start(store)
        meldboek.settle()
        yield meldboek
    finally:
        store.close()


def work(meldboek: Meldboek) -> Casework:
    assert meldboek.casework is not None
    return meldboek.casework


def grant(cases: Cases, office: Office) -> None:
    cases.let_in(office.case_id, tuple(user for user in office.store.users() if user.role is Role.COORDINATOR))


def posted(office: Office) -> int:
    letter = office.letters.draft_for_measure(office.measure())[0]
    office.letters.finalise(letter, to_tray=True)
    (line,) = office.tray.waiting()
    office.tray.post(line.id, Sending.POST)
    return letter


def test_a_coordinator_gets_in_while_a_letter_of_a_hidden_case_was_posted(office: Office) -> None:
    letter = posted(office)
    with opened(office, COORDINATOR) as meldboek:
        assert work(meldboek).cases.list() == ()
    with opened(office, BOARD) as meldboek:
        assert work(meldboek).letters.letter(letter).sent_at is not None


def test_a_school_that_cannot_be_started_is_let_go_of(
    folder: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable() -> NoReturn:
        raise Unavailable("vault.damaged")

    with monkeypatch.context() as broken:
        broken.setattr("app.application.load_protocol", unreadable)
        with pytest.raises(Unavailable, match="damaged"):
            open_meldboek(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    open_meldboek(folder, DIRECTOR.name, DIRECTOR.passphrase, clock).store.close()


@pytest.mark.parametrize(
    "act",
    [
        lambda measures, one: measures.decide(one, "x"),
        lambda measures, one: measures.withdraw(one, "Dubbel"),
        lambda measures, one: measures.announce_intent(one, TODAY, registered=True, counsel_told=True),
        lambda measures, one: measures.communicate(one, NewNotice(TODAY, "per post")),
        lambda measures, one: measures.tell_authority(one, TODAY),
        lambda measures, one: measures.proceedings.receive(one, NewProceeding(RemedyKind.OBJECTION, TODAY)),
        lambda measures, one: measures.receive(one, TODAY, "handtekening"),
        lambda measures, one: measures.carry_out(one, Carried.YES),
        lambda measures, one: measures.end(one, TODAY, "klaar"),
    ],
)
def test_a_coordinator_leaves_every_act_of_a_decision_to_the_leadership(
    office: Office, act: Callable[[Measures, int], None]
) -> None:
    grant(office.cases, office)
    with opened(office, COORDINATOR) as meldboek:
        measures = work(meldboek).measures
        proposal = measures.propose(NewMeasure(office.case_id, office.cast.pien, WARNING))
        before = measures.measure(proposal)
        with pytest.raises(Refused, match="only_leadership_decides") as refused:
            act(measures, proposal)
        assert sentence(refused.value).startswith("Alleen de directeur of het bestuur")
        assert measures.measure(proposal) == before


def test_a_coordinator_does_not_decide_or_announce_by_way_of_the_form(office: Office) -> None:
    grant(office.cases, office)
    with opened(office, COORDINATOR) as meldboek:
        measures = work(meldboek).measures
        with pytest.raises(Refused, match="only_leadership_decides"):
            measures.conclude(NewMeasure(office.case_id, office.cast.pien, WARNING), None, "x")
        announced = Draft("pupil.REMOVAL", intent_on=TODAY)
        with pytest.raises(Refused, match="only_leadership_decides"):
            measures.propose(NewMeasure(office.case_id, office.cast.pien, announced))
        assert measures.overview() == ()


def test_the_director_records_what_the_board_decided(office: Office) -> None:
    proposal = NewMeasure(office.case_id, office.cast.pien, WARNING)
    measure = office.measures.conclude(proposal, None, "Besloten door het bestuur")
    assert office.measures.measure(measure).settled_by == DIRECTOR.name


def test_measures_of_a_hidden_case_are_no_history_for_a_coordinator(office: Office) -> None:
    earlier = office.measure()
    other = office.cases.report(NewReport("Ander"))
    known = office.measures.background(other, office.cast.pien).earlier
    assert [one.measure_id for one in known] == [earlier]
    with opened(office, COORDINATOR) as meldboek:
        own = work(meldboek).cases.report(NewReport("Eigen melding"))
        assert work(meldboek).measures.background(own, office.cast.pien).earlier == ()


def test_a_coordinator_gives_back_what_they_took_and_what_belongs_to_a_granted_case(office: Office) -> None:
    devices, pien = office.measures.devices, office.cast.pien
    of_case = devices.take(NewDevice(pien, "telefoon", "J. Hartog", case_id=office.case_id))
    of_another = devices.take(NewDevice(pien, "horloge", "J. Hartog"))
    with opened(office, COORDINATOR) as meldboek:
        devices = work(meldboek).measures.devices
        own = devices.take(NewDevice(pien, "tablet", COORDINATOR.name))
        assert [line.id for line in devices.held()] == [own]
        for hidden in (of_case, of_another):
            with pytest.raises(Refused, match="device_unknown"):
                devices.give_back(hidden, "vader")
        devices.give_back(own, "vader")
        assert devices.held() == ()
    with opened(office, DIRECTOR) as meldboek:
        assert [line.id for line in work(meldboek).measures.devices.held()] == [of_case, of_another]
        grant(work(meldboek).cases, office)
    with opened(office, COORDINATOR) as meldboek:
        work(meldboek).measures.devices.give_back(of_case, "moeder")


def test_a_coordinator_does_not_tick_off_a_message_of_a_hidden_case(office: Office) -> None:
    asked = office.measures.contents.ask(NewContent(office.case_id, office.cast.pien, "groep '8B rules'"))
    with opened(office, COORDINATOR) as meldboek, pytest.raises(Refused, match="content_unknown"):
        work(meldboek).measures.contents.gone(asked)
    with opened(office, DIRECTOR) as meldboek:
        assert [line.id for line in work(meldboek).measures.contents.open()] == [asked]
        grant(work(meldboek).cases, office)
    with opened(office, COORDINATOR) as meldboek:
        work(meldboek).measures.contents.gone(asked, "moeder")


@pytest.mark.parametrize(
    ("user", "told"), [(ADMINISTRATOR, ""), (COORDINATOR, "Geheim adres"), (BOARD, "Geheim adres")]
)
def test_the_administrator_knows_of_a_block_but_not_why(office: Office, user: NewUser, told: str) -> None:
    office.people.block_publication(office.cast.pien, TODAY, None, "Geheim adres")
    with opened(office, user) as meldboek:
        for cards in (meldboek.people.cards([office.cast.pien]), meldboek.people.enrolled()):
            card = next(card for card in cards if card.id == office.cast.pien)
            assert card.blocked
            assert [block.reason for block in card.blocks] == [told]

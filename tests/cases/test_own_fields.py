"""Fields of the school's own, what a case waits for, and what is new to whom."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.cases.beside.lines import OwnKind
from app.cases.inputs import NewEntry
from app.cases.rules import CaseSeverity, EntryKind, NewTriage
from app.cases.service import Cases
from app.kernel.clock import FixedClock
from app.kernel.errors import Invalid, Refused
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.store import Store, open_store
from tests.builders import BOARD, DIRECTOR

MINUTE = timedelta(minutes=1)


def test_a_field_of_the_school_is_filled_in_and_found(cases: Cases, case_id: int) -> None:
    wing = cases.own_fields.add("Locatie", OwnKind.CHOICE, ("Hoofdgebouw", "Dependance", " "))
    seen = cases.own_fields.add("Op camera gezien", OwnKind.YES_NO)
    assert [line.choices for line in cases.own_fields.all()] == [("Hoofdgebouw", "Dependance"), ()]
    cases.own_fields.fill(case_id, {wing: "Dependance", seen: "ja"})
    assert cases.case(case_id).own == (("Locatie", "Dependance"), ("Op camera gezien", "ja"))
    cases.own_fields.fill(case_id, {seen: ""})
    assert cases.case(case_id).own == (("Locatie", "Dependance"),)


def test_a_field_that_is_no_longer_asked_can_still_be_read(cases: Cases, case_id: int) -> None:
    wing = cases.own_fields.add("Locatie", OwnKind.TEXT)
    cases.own_fields.fill(case_id, {wing: "Dependance"})
    cases.own_fields.retire(wing)
    cases.own_fields.retire(wing)
    assert cases.own_fields.all() == ()
    assert cases.case(case_id).own == (("Locatie", "Dependance"),)


def test_a_field_needs_a_name_of_its_own_and_choices(cases: Cases) -> None:
    cases.own_fields.add("Locatie", OwnKind.TEXT)
    for title, kind, choices, code in (
        (" ", OwnKind.TEXT, (), "cases.no_name"),
        ("locatie", OwnKind.TEXT, (), "cases.field_twice"),
        ("Gang", OwnKind.CHOICE, ("een", "een"), "cases.few_choices"),
    ):
        with pytest.raises(Invalid) as refused:
            cases.own_fields.add(title, kind, choices)
        assert refused.value.code == code
    for number in range(11):
        cases.own_fields.add(f"Veld {number}", OwnKind.TEXT)
    with pytest.raises(Invalid) as refused:
        cases.own_fields.add("Te veel", OwnKind.TEXT)
    assert refused.value.code == "cases.many_fields"


def test_a_coordinator_makes_no_fields(as_coordinator: Cases) -> None:
    with pytest.raises(Refused):
        as_coordinator.own_fields.add("Locatie", OwnKind.TEXT)


def test_what_a_case_waits_for_is_said_in_own_words_and_offered_again(cases: Cases, case_id: int) -> None:
    cases.wait_for(case_id, "antwoord van het wijkteam")
    assert cases.list()[0].waits_for == "antwoord van het wijkteam"
    assert cases.waiting_words() == ("antwoord van het wijkteam",)
    assert [hit.case_id for hit in cases.search("wijkteam")] == [case_id]
    cases.triage(case_id, NewTriage(False, CaseSeverity.LIGHT, reason="Hoort niet bij school."))
    assert cases.case(case_id).waits_for == ""


def test_a_case_is_new_to_who_did_not_see_what_another_wrote(
    cases: Cases, case_id: int, store: Store, people: People, clock: FixedClock
) -> None:
    assert not cases.list()[0].is_new
    cases.note_opened(case_id)
    store.close()
    other = open_store(store.folder, BOARD.name, BOARD.passphrase, clock)
    assert other.casework is not None
    theirs = Cases(other.casework, People(other.register, clock), load_protocol(), clock)
    assert theirs.list()[0].is_new
    clock.at += MINUTE
    theirs.note_opened(case_id)
    assert not theirs.list()[0].is_new
    clock.at += MINUTE
    theirs.add_entry(case_id, NewEntry(EntryKind.NOTE, "Gelezen door het bestuur"))
    assert not theirs.list()[0].is_new
    other.close()
    again = open_store(store.folder, store.register.user.name, DIRECTOR.passphrase, clock)
    assert again.casework is not None
    mine = Cases(again.casework, People(again.register, clock), load_protocol(), clock)
    assert mine.list()[0].is_new
    again.close()

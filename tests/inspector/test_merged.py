"""A pupil who stood there twice and was made one: the inspector hears the age whichever entry the case names."""

from __future__ import annotations

from datetime import date

from app.inspector.facts import known_words
from app.kernel.clock import FixedClock
from app.kernel.names import PersonName
from app.people.rules import NewPupil
from app.people.service import People
from app.vault.drawers.database import Drawer
from tests.inspector.conftest import Room


def test_the_age_of_a_merged_pupil_is_told(room: Room, register: Drawer, clock: FixedClock) -> None:
    people = People(register, clock)
    parties = room.cases.case(room.case_id).parties
    gone = next(party.person_id for party in parties if party.is_pupil and party.person_id)
    born = date(2014, 11, 16)
    kept = people.add_pupil(NewPupil(PersonName("Stijn", "", "Bakker"), number="990011", birth_date=born))
    people.merge(gone, kept)
    assert known_words(people, room.cases.case(room.case_id).parties, clock.today())[gone] == "12 jaar"

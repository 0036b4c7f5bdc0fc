"""Somebody is found by a name that is spelled otherwise, and by a telephone number."""

from __future__ import annotations

import pytest

from app.application import Meldboek
from app.kernel.names import PersonName
from app.people.alike import is_phone, sound_of
from app.people.rules import NewGuardian, RelationKind
from app.people.service import People
from tests.builders import Cast


@pytest.fixture
def people(meldboek: Meldboek) -> People:
    return meldboek.people


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(("jansen", "janssen"), ("bakker", "baker"), ("mohammed", "muhamad"), ("youssef", "joesoef")),
        *(("dijk", "dyck"), ("groot", "grood"), ("visser", "fisser"), ("yilmaz", "jilmas"), ("smit", "smith")),
    ],
)
def test_names_that_sound_alike(one: str, other: str) -> None:
    assert sound_of(one) == sound_of(other)


def test_names_that_do_not_sound_alike() -> None:
    assert len({sound_of(name) for name in ("pien", "pim", "stijn", "daan", "noor")}) == 5


def test_a_name_spelled_otherwise_is_found_when_the_name_itself_is_not(people: People, cast: Cast) -> None:
    (real,) = [line for line in people.find("Stijn") if line.id == cast.stijn]
    assert people.find("Steijn")[0] == real
    assert people.find("Qqqqq") == ()


def test_a_telephone_number_finds_who_has_it(people: People, cast: Cast) -> None:
    aunt = NewGuardian(PersonName("Ans", "", "Tante"), RelationKind.CARER, phone="06 98765432")
    people.add_guardian(cast.noor, aunt)
    for typed in ("0698765432", "06-98765432", "+31 6 98765432", "8765"):
        assert [line.name.first_name for line in people.find(typed)] == ["Ans"], typed
    assert is_phone("06-1234")
    assert not is_phone("123")
    assert not is_phone("8B")

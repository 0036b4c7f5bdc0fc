"""Blocks on the real register: from whom is kept, told to those who may know, and moves along with the person."""

from __future__ import annotations

from datetime import date

import pytest

from app.application import Meldboek
from app.kernel.errors import Invalid, Refused
from app.kernel.names import PersonName
from app.people.block_rules import FromWhom, Reach
from app.people.rules import NewGuardian
from tests.builders import Cast

TODAY = date(2026, 11, 16)


def _whom(meldboek: Meldboek, pupil: int) -> tuple[FromWhom, ...]:
    return tuple(block.whom for block in meldboek.people.pupil(pupil).blocks)


def test_a_block_of_before_is_for_everybody(meldboek: Meldboek, cast: Cast) -> None:
    meldboek.people.block_publication(cast.noor, TODAY, None, "geheim adres")
    assert _whom(meldboek, cast.noor) == (FromWhom(),)


def test_a_guardian_is_known_as_one_and_an_employee_is_not(meldboek: Meldboek, cast: Cast) -> None:
    people = meldboek.people
    father = people.add_guardian(cast.noor, NewGuardian(PersonName("Hans", "", "Berg")))
    for who in (father, cast.smit):
        people.block_publication(cast.noor, TODAY, None, "veiligheid", FromWhom(Reach.PERSON, who))
    assert _whom(meldboek, cast.noor) == (
        FromWhom(Reach.PERSON, father, "Hans Berg", is_parent=True),
        FromWhom(Reach.PERSON, cast.smit, "Anja van der Sluis"),
    )


def test_who_is_not_in_the_register_is_written_down(meldboek: Meldboek, cast: Cast) -> None:
    meldboek.people.block_publication(cast.noor, TODAY, None, "", FromWhom(Reach.PERSON, name=" oom Henk "))
    assert _whom(meldboek, cast.noor) == (FromWhom(Reach.PERSON, name="oom Henk"),)
    meldboek.people.block_publication(cast.pien, TODAY, None, "", FromWhom(Reach.OUTSIDE, name="oom Henk"))
    assert _whom(meldboek, cast.pien) == (FromWhom(Reach.OUTSIDE),)


def test_a_block_for_nobody_in_particular_is_not_kept(meldboek: Meldboek, cast: Cast) -> None:
    with pytest.raises(Invalid):
        meldboek.people.block_publication(cast.noor, TODAY, None, "", FromWhom(Reach.PERSON))
    with pytest.raises(Refused):
        meldboek.people.block_publication(cast.noor, TODAY, None, "", FromWhom(Reach.PERSON, 987654))
    assert not meldboek.people.pupil(cast.noor).blocked


def test_the_administrator_is_not_told_for_whom(as_administrator: Meldboek) -> None:
    people = as_administrator.people
    noor = people.pupil_by_number("1003").id
    father = people.add_guardian(noor, NewGuardian(PersonName("Hans", "", "Berg")))
    people.block_publication(noor, TODAY, None, "veiligheid", FromWhom(Reach.PERSON, father))
    [block] = people.pupil(noor).blocks
    assert (block.reason, block.whom) == ("", FromWhom(Reach.PERSON, is_parent=True))


def test_a_block_moves_along_when_the_person_is_merged(meldboek: Meldboek, cast: Cast) -> None:
    people = meldboek.people
    father = people.add_guardian(cast.noor, NewGuardian(PersonName("Hans", "", "Berg")))
    again = people.add_guardian(cast.pien, NewGuardian(PersonName("Hans", "", "Bergh")))
    people.block_publication(cast.noor, TODAY, None, "", FromWhom(Reach.PERSON, again))
    merged = people.merge(again, father)
    assert _whom(meldboek, cast.noor)[0].person_id == father
    people.undo_merge(merged)
    assert _whom(meldboek, cast.noor)[0].person_id == again
    assert meldboek.store.verify().is_sound

"""Making one person of two entries, and taking them apart again."""

from __future__ import annotations

from datetime import date

import pytest

from app.application import Meldboek
from app.consents.answers.forms import Answer, NewAnswers
from app.consents.rules import Medium, Reason
from app.kernel.errors import Refused
from app.kernel.names import PersonName
from app.people.merge_rules import MergeDifference, MergeMove
from app.people.rules import Authority, NewEmployee, NewGuardian, NewPupil, RelationKind

NOOR = NewPupil(PersonName("Noor", "de", "Graaf"), "1001", date(2017, 6, 21), "5A", 5)
AGAIN = NewPupil(PersonName("Noor", "de", "Graaff"), "", None, "6B", 6)
ILSE = NewGuardian(PersonName("Ilse", "de", "Graaf"), email="ilse@voorbeeld.nl")


@pytest.fixture
def twice(meldboek: Meldboek) -> tuple[int, int]:
    """Noor, entered twice: first rightly, then again with a guardian of her own."""
    noor, again = meldboek.people.add_pupil(NOOR), meldboek.people.add_pupil(AGAIN)
    meldboek.people.add_guardian(noor, ILSE)
    meldboek.people.add_guardian(
        again, NewGuardian(PersonName("Rob", "", "Berg"), RelationKind.PARENT, phone="0612345678")
    )
    return noor, again


def test_a_preview_tells_what_moves_and_what_differs(meldboek: Meldboek, twice: tuple[int, int]) -> None:
    noor, again = twice
    meldboek.people.block_publication(again, date(2026, 11, 1), None, "")
    preview = meldboek.people.merge_preview(again, noor)
    assert (preview.gone.id, preview.kept.id) == (again, noor)
    assert preview.moves == (
        MergeMove("people.merge_blocks", 1),
        MergeMove("people.merge_groups", 1),
        MergeMove("people.merge_relations", 1),
    )
    assert MergeDifference("surname", "Graaff", "Graaf") in preview.differences
    assert MergeDifference("number", "", "1001") in preview.differences


def test_everything_moves_and_the_old_id_finds_the_person(meldboek: Meldboek, twice: tuple[int, int]) -> None:
    people = meldboek.people
    noor, again = twice
    people.merge(again, noor)
    card = people.pupil(noor)
    assert [line.name.first_name for line in card.guardians] == ["Ilse", "Rob"]
    assert (card.group, len(people.pupils())) == ("5A", 1)
    assert people.pupil(again) == card
    assert people.person(again).id == noor
    assert people.aliases(again) == people.aliases(noor) == {noor, again}
    assert people.merges()[0].gone_name == "Noor de Graaff"
    assert meldboek.store.verify().is_sound


def test_taking_apart_gives_both_back(meldboek: Meldboek, twice: tuple[int, int]) -> None:
    people = meldboek.people
    noor, again = twice
    before = people.pupil(noor), people.pupil(again)
    merge = people.merge(again, noor)
    people.undo_merge(merge)
    assert (people.pupil(noor), people.pupil(again)) == before
    assert people.merges()[0].undone_at is not None
    with pytest.raises(Refused, match="merge_undone"):
        people.undo_merge(merge)


def test_empty_fields_are_filled_and_told_ones_kept(meldboek: Meldboek, twice: tuple[int, int]) -> None:
    people = meldboek.people
    noor, again = twice
    people.merge(noor, again)
    card = people.pupil(again)
    assert (card.number, card.birth_date, card.name.surname, card.group) == ("1001", NOOR.birth_date, "Graaff", "6B")
    assert [line.id for line in people.find("1001")] == [again]


def test_a_parent_entered_twice_becomes_one_and_keeps_the_authority(meldboek: Meldboek) -> None:
    people = meldboek.people
    noor = people.add_pupil(NOOR)
    mees = people.add_pupil(NewPupil(PersonName("Mees", "de", "Graaf"), "1002", group="3A"))
    ilse = people.add_guardian(noor, ILSE)
    double = people.add_guardian(noor, NewGuardian(PersonName("I.", "de", "Graaf")))
    people.join_guardian(mees, double, NewGuardian(PersonName("I.", "de", "Graaf")))
    people.set_authority(people.pupil(noor).guardians[0].relation_id, Authority.YES, None, "gezagsregister")
    merge = people.merge(double, ilse)
    assert [(line.id, line.authority) for line in people.pupil(noor).guardians] == [(ilse, Authority.YES)]
    assert [line.id for line in people.pupil(mees).guardians] == [ilse]
    people.undo_merge(merge)
    assert [line.id for line in people.pupil(noor).guardians] == [ilse, double]


def test_answers_move_with_the_pupil(meldboek: Meldboek, twice: tuple[int, int]) -> None:
    noor, again = twice
    rob = meldboek.people.pupil(again).guardians[0]
    answers = (Answer("SCHOOL_GUIDE", yes=False),)
    meldboek.consents.record(NewAnswers(again, rob.id, answers, date(2026, 9, 3), evidence="map", form_number="WH-1"))
    assert MergeMove("people.merge_answers", 1) in meldboek.people.merge_preview(again, noor).moves
    meldboek.people.merge(again, noor)
    assert meldboek.consents.may("SCHOOL_GUIDE", Medium.PHOTO, [noor])[0].reason is Reason.REFUSED


def test_what_was_changed_since_is_not_taken_apart(meldboek: Meldboek, twice: tuple[int, int]) -> None:
    people = meldboek.people
    noor, again = twice
    merge = people.merge(again, noor)
    third = people.add_pupil(NewPupil(PersonName("Noor", "", "Graaf")))
    people.merge(noor, third)
    with pytest.raises(Refused, match="merge_changed"):
        people.undo_merge(merge)
    assert people.person(again).id == third


def test_only_two_of_a_kind_are_made_one(meldboek: Meldboek, twice: tuple[int, int]) -> None:
    people = meldboek.people
    noor, again = twice
    teacher = people.add_employee(NewEmployee(PersonName("Anne", "", "Bos")))
    for gone, kept, code in ((noor, noor, "merge_same"), (noor, teacher, "merge_kinds"), (noor, 999, "unknown")):
        with pytest.raises(Refused, match=code):
            people.merge_preview(gone, kept)
    people.merge(again, noor)
    with pytest.raises(Refused, match="unknown"):
        people.merge(again, noor)

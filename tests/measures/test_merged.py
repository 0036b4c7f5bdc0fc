"""A pupil who stood there twice and was made one: what was decided under either entry is of that one pupil."""

from __future__ import annotations

from app.cases.inputs import NewInvolvement, NewReport, ParentsTold
from app.cases.rules import InvolvementRole
from app.kernel.names import PersonName
from app.people.rules import NewPupil
from tests.measures.conftest import House, decided


def test_measures_and_cases_of_a_merged_entry_count_for_who_was_kept(house: House) -> None:
    measure = decided(house)
    gone = house.cast.stijn
    kept = house.people.add_pupil(NewPupil(PersonName("Stijn", "", "Bakker"), number="990011"))
    cases = [line.id for line in house.cases.cases_of(gone)]
    house.people.merge(gone, kept)
    assert [line.id for line in house.measures.of_person(kept)] == [measure]
    assert [line.id for line in house.cases.cases_of(kept)] == cases
    assert [card.id for card in house.measures.cards_of(kept)] == [measure]
    form = house.measures.new_form(house.pupil_case, kept, "pupil.SUSPENSION")
    assert [one.measure_id for one in form.background.earlier] == [measure]
    assert [line.id for line in house.measures.of_person(gone)] == [measure]


def test_another_case_tells_of_the_cases_of_a_merged_entry(house: House) -> None:
    kept = house.people.add_pupil(NewPupil(PersonName("Stijn", "", "Bakker"), number="990011"))
    did = NewInvolvement(InvolvementRole.ACTOR, kept)
    new = house.cases.report(NewReport("Weer een filmpje", involved=(did,)))
    assert not told_of(house, new, house.pupil_case)
    house.people.merge(house.cast.stijn, kept)
    assert told_of(house, new, house.pupil_case)
    assert told_of(house, house.pupil_case, new)


def told_of(house: House, case_id: int, other: int) -> bool:
    return any(other in {line.id for line in hint.cases} for hint in house.cases.file(case_id).hints)


def test_parents_who_were_told_stay_told_when_two_entries_become_one(house: House) -> None:
    kept = house.people.add_pupil(NewPupil(PersonName("Stijn", "", "Bakker"), number="990011"))
    gone = house.cast.stijn
    house.cases.inform_parents(house.pupil_case, ParentsTold(gone, how="gebeld"))
    merged = house.people.merge(gone, kept)
    assert [line.informed for line in house.cases.case(house.pupil_case).parents if line.pupil_id == kept] == [True]
    assert house.pupil_case not in {one.case_id for one in house.cases.untold_parents()}
    house.people.undo_merge(merged)
    assert [line.informed for line in house.cases.case(house.pupil_case).parents if line.pupil_id == gone] == [True]


def test_parents_are_told_about_a_merged_entry_under_who_was_kept(house: House) -> None:
    kept = house.people.add_pupil(NewPupil(PersonName("Stijn", "", "Bakker"), number="990011"))
    house.people.merge(house.cast.stijn, kept)
    house.cases.inform_parents(house.pupil_case, ParentsTold(kept, how="gebeld"))
    (line,) = (line for line in house.cases.case(house.pupil_case).parents if line.pupil_id == kept)
    assert line.informed
    assert house.measures.new_form(house.pupil_case, kept, "pupil.SUSPENSION").background.parents_told

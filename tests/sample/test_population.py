"""The invented people: enough of them, each with a name and number of their own."""

from collections.abc import Iterator
from datetime import date

import pytest

from app.kernel.names import PersonName, fold, full
from app.people.rules import RelationKind
from app.sample.families import FamilyPlan
from app.sample.people import invent
from app.sample.source import person_name, read

TODAY = date(2026, 11, 16)
USERS = {"terpstra", "postma", "vliet", "koning"}


def pupils(families: tuple[FamilyPlan, ...]) -> Iterator[PersonName]:
    return (child.pupil.name for family in families for child in family.children)


def guardians(families: tuple[FamilyPlan, ...]) -> Iterator[PersonName]:
    grown_ups = (guardian for family in families for guardian in family.guardians)
    return (one.name for one in grown_ups if one.relation is not RelationKind.GUARDIAN_INSTITUTION)


def test_the_same_seed_gives_the_same_people_and_another_seed_others() -> None:
    assert invent(240, 1, TODAY).families == invent(240, 1, TODAY).families
    assert set(pupils(invent(240, 1, TODAY).families)) != set(pupils(invent(240, 2, TODAY).families))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_two_people_share_a_name(seed: int) -> None:
    families = invent(240, seed, TODAY).families
    staff = [person_name(row["name"]) for row in read("school")["employee"]]
    people = [fold(full(name)) for name in (*pupils(families), *guardians(families), *staff)]
    assert len(set(people)) == len(people)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_pupil_and_no_guardian_has_the_surname_of_a_user(seed: int) -> None:
    families = invent(240, seed, TODAY).families
    surnames = {name.surname for name in (*pupils(families), *guardians(families))}
    assert not USERS & {word for surname in surnames for word in fold(surname).replace("-", " ").split()}


def test_a_pupil_has_a_number_that_no_class_list_of_another_school_uses() -> None:
    numbers = [child.pupil.number for family in invent(240, 1, TODAY).families for child in family.children]
    assert len(set(numbers)) == len(numbers)
    assert all(len(number) == 5 and number.startswith("1") for number in numbers)


def test_who_came_earlier_has_a_lower_number() -> None:
    children = [child.pupil for family in invent(240, 1, TODAY).families for child in family.children]
    days = [pupil.enrol_date for pupil in sorted(children, key=lambda pupil: int(pupil.number)) if pupil.enrol_date]
    assert days == sorted(days)


def test_every_group_is_filled_with_children_of_its_age() -> None:
    families = invent(240, 1, TODAY).families
    here = [child.pupil for family in families for child in family.children if child.pupil.leave_date is None]
    assert len(here) == 240
    for pupil in here:
        assert pupil.birth_date is not None
        assert pupil.year_group is not None
        assert 2026 - 5 - pupil.year_group <= pupil.birth_date.year <= 2026 - 3 - pupil.year_group


@pytest.mark.parametrize("wanted", [1, 2, 9, 10, 11, 37, 2000])
def test_there_are_exactly_so_many_pupils_each_with_a_guardian(wanted: int) -> None:
    families = invent(wanted, 1, TODAY).families
    here = [child for family in families for child in family.children if child.pupil.leave_date is None]
    assert len(here) == wanted
    assert all(family.guardians for family in families)

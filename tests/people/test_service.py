"""People on the real encrypted register: entered, found, changed, dated."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import event

from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.kernel.names import PersonName
from app.people.rules import Address, Authority, NewEmployee, NewGuardian, NewPupil, PersonKind, RelationKind
from app.people.service import People
from app.people.tables import Person
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import Role, User

TODAY = date(2026, 11, 16)
NOOR = NewPupil(PersonName("Noor", "de", "Graaf"), "20260037", date(2014, 3, 2), "Groep 8b", None)
ELIF = NewPupil(PersonName("Elif", "", "Yılmaz"), "20260038", date(2017, 5, 1), "5A", 5)
HANS = NewGuardian(PersonName("Hans", "de", "Graaf"), email=" HANS@Voorbeeld.nl", phone="612345678")


@pytest.fixture
def fixed() -> FixedClock:
    return FixedClock(at(2026, 11, 16, 14, 5))


@pytest.fixture
def register(tmp_path: Path, fixed: FixedClock) -> Iterator[Drawer]:
    drawer = Drawer("register", tmp_path / "register.db", bytes(range(32)), User("1", "M. Bos", Role.DIRECTOR), fixed)
    drawer.open(None)
    yield drawer
    drawer.close()


@pytest.fixture
def people(register: Drawer, fixed: FixedClock) -> People:
    return People(register, fixed)


def test_a_pupil_is_listed_with_group_and_year_group(people: People) -> None:
    noor = people.add_pupil(NOOR)
    people.add_pupil(ELIF)
    assert [line.name.first_name for line in people.pupils()] == ["Noor", "Elif"]
    line = people.pupils("groep 8b")[0]
    assert (line.id, line.group, line.year_group, line.active) == (noor, "8B", 8, True)


def test_pupils_stand_in_dutch_order(people: People) -> None:
    for infix, surname in (("van den", "Berg"), ("de", "Vries"), ("", "Bakker"), ("ten", "Broek")):
        people.add_pupil(NewPupil(PersonName("Jan", infix, surname)))
    assert [line.name.surname for line in people.pupils()] == ["Bakker", "Berg", "Broek", "Vries"]


@pytest.mark.parametrize("typed", ["noor", "GRAAF", "de graaf", "gra noo", "2026003", "Nóór"])
def test_a_person_is_found_by_the_beginning_of_any_part(people: People, typed: str) -> None:
    people.add_pupil(NOOR)
    people.add_pupil(NewPupil(PersonName("Piet", "", "Zwart")))
    assert [line.name.first_name for line in people.find(typed)] == ["Noor"]


def test_the_middle_of_a_word_and_an_empty_search_find_nobody(people: People) -> None:
    people.add_pupil(NOOR)
    assert people.find("raaf") == people.find("  ") == ()


def test_the_second_half_of_a_double_surname_is_found(people: People) -> None:
    people.add_pupil(NewPupil(PersonName("Mees", "", "Smit-Visser")))
    assert people.find("visser")
    assert people.find("yilmaz") == ()


def test_a_guardian_is_kept_neatly_and_told_apart_by_the_child(people: People) -> None:
    noor = people.add_pupil(NOOR)
    hans = people.add_guardian(noor, HANS)
    line = people.pupil(noor).guardians[0]
    assert (line.email, line.phone, line.authority) == ("hans@voorbeeld.nl", "0612345678", Authority.ASSUMED)
    assert people.person(hans).detail == "ouder van Noor de Graaf"


def test_siblings_share_a_guardian(people: People) -> None:
    noor, elif_ = people.add_pupil(NOOR), people.add_pupil(ELIF)
    hans = people.add_guardian(noor, HANS)
    people.join_guardian(elif_, hans, NewGuardian(HANS.name, RelationKind.CARER))
    card = people.guardian(hans)
    assert [line.name.first_name for line in card.pupils] == ["Noor", "Elif"]
    assert [line.relation for line in card.relations] == [RelationKind.PARENT, RelationKind.CARER]
    assert people.person(hans).detail == "ouder van Noor de Graaf +1"
    assert [line.id for line in people.guardians()] == [hans]


def test_an_institution_has_only_a_surname(people: People) -> None:
    noor = people.add_pupil(NOOR)
    new = NewGuardian(PersonName("", "", "Jeugdbescherming Oost"), RelationKind.GUARDIAN_INSTITUTION)
    guardian = people.add_guardian(noor, new)
    assert people.person(guardian).detail == "voogdij-instelling van Noor de Graaf"


def test_authority_follows_the_day_asked_for(people: People) -> None:
    noor = people.add_pupil(NOOR)
    people.add_guardian(noor, HANS)
    relation = people.pupil(noor).guardians[0].relation_id
    people.set_authority(relation, Authority.YES, date(2026, 9, 3), "gezagsregister")
    people.set_authority(relation, Authority.NO, date(2026, 11, 1), "beschikking")
    told = [people.guardians_of([noor], on)[noor][0].authority for on in (date(2026, 9, 2), date(2026, 10, 1), TODAY)]
    assert told == [Authority.ASSUMED, Authority.YES, Authority.NO]
    assert people.pupil(noor).guardians[0].authority_source == "beschikking"


def test_authority_without_a_source_is_refused_and_nothing_is_kept(people: People) -> None:
    noor = people.add_pupil(NOOR)
    people.add_guardian(noor, HANS)
    with pytest.raises(Invalid, match=r"people\.authority_source_missing"):
        people.set_authority(people.pupil(noor).guardians[0].relation_id, Authority.YES, TODAY, " ")
    assert people.pupil(noor).guardians[0].authority is Authority.ASSUMED


def test_a_group_is_confirmed_at_once_but_a_denial_stays(people: People) -> None:
    noor = people.add_pupil(NOOR)
    people.add_guardian(noor, HANS)
    denied = NewGuardian(PersonName("Rob", "", "Smit"), authority=Authority.NO, source="ouder")
    people.add_guardian(noor, denied)
    assert people.confirm_group("8B", TODAY, "formulier") == 1
    assert [line.authority for line in people.pupil(noor).guardians] == [Authority.YES, Authority.NO]
    assert people.confirm_group("8B", TODAY, "formulier") == 0


def test_another_group_counts_from_the_day_it_is_entered(people: People, fixed: FixedClock) -> None:
    noor = people.add_pupil(NOOR)
    fixed.at = at(2026, 12, 1)
    people.change_pupil(noor, NewPupil(NOOR.name, NOOR.number, NOOR.birth_date, "8A"))
    assert people.pupil(noor).group == "8A"
    assert people.pupil(noor, date(2026, 11, 30)).group == "8B"
    assert [line.name for line in people.groups()] == ["8A"]


def test_a_group_chosen_twice_on_a_day_keeps_the_last(people: People) -> None:
    noor = people.add_pupil(NOOR)
    people.place(noor, "6", None, TODAY)
    people.change_pupil(noor, NewPupil(NOOR.name, NOOR.number, None, "7"))
    people.change_pupil(noor, NewPupil(NOOR.name, NOOR.number, None, "7", 6))
    assert (people.pupil(noor).group, people.pupil(noor).year_group) == ("7", 6)
    people.change_pupil(noor, NewPupil(NOOR.name, NOOR.number))
    assert people.pupil(noor, date(2026, 11, 17)).group == ""


def test_the_same_group_in_a_new_school_year_is_another_group(people: People, fixed: FixedClock) -> None:
    noor = people.add_pupil(NOOR)
    fixed.at = at(2027, 8, 20)
    people.change_pupil(noor, NewPupil(NOOR.name, NOOR.number, None, "8B"))
    assert people.pupil(noor).group == "8B"
    assert [line.pupils for line in people.groups()] == [1]


def test_a_new_pupil_is_in_the_group_since_the_school_year_or_the_first_day_after_it(people: People) -> None:
    long_here = people.add_pupil(NewPupil(NOOR.name, "1", None, "8B", enrol_date=date(2020, 8, 1)))
    new_here = people.add_pupil(NewPupil(ELIF.name, "2", None, "8B", enrol_date=date(2026, 10, 1)))
    assert people.pupil(long_here, date(2026, 8, 1)).group == "8B"
    assert people.pupil(new_here, date(2026, 9, 30)).group == ""
    assert people.pupil(new_here, date(2026, 10, 1)).group == "8B"


def test_a_pupil_who_left_is_known_but_no_longer_listed(people: People) -> None:
    noor = people.add_pupil(NewPupil(NOOR.name, "1", None, "8B", leave_date=date(2026, 11, 16)))
    assert people.pupils() == ()
    assert [line.id for line in people.former_pupils()] == [noor]
    assert people.person(noor).detail == "uitgeschreven"
    assert people.pupil_by_number("1").active is False


def test_a_number_belongs_to_one_pupil(people: People) -> None:
    noor = people.add_pupil(NOOR)
    with pytest.raises(Invalid, match=r"people\.number_taken"):
        people.add_pupil(NewPupil(ELIF.name, NOOR.number))
    people.change_pupil(noor, NOOR)
    with pytest.raises(Refused):
        people.pupil_by_number("404")


def test_a_block_holds_until_it_is_ended(people: People, fixed: FixedClock) -> None:
    noor = people.add_pupil(NOOR)
    block = people.block_publication(noor, TODAY, None, "geheim adres")
    assert people.pupil(noor).blocked
    fixed.at = at(2026, 12, 1)
    people.end_block(block)
    assert not people.pupil(noor).blocked
    assert people.pupil(noor, date(2026, 11, 30)).blocked


def test_a_teacher_is_told_by_function_and_group(people: People) -> None:
    people.add_pupil(NOOR)
    anneke = people.add_employee(NewEmployee(PersonName("Anneke", "", "Vos"), "leerkracht", "A.Vos@school.nl"))
    people.set_teacher("8B", anneke)
    assert people.person(anneke).detail == "leerkracht 8B"
    assert people.groups()[0].teacher == "Anneke Vos"
    people.change_employee(
        anneke, NewEmployee(PersonName("Anneke", "", "Vos"), "directeur", end_date=date(2026, 11, 1))
    )
    assert people.employees() == ()
    assert people.employee(anneke).job_title == "directeur"
    assert people.employees(date(2026, 10, 1))


def test_who_does_not_exist_is_refused(people: People) -> None:
    for ask in (people.person, people.pupil, people.guardian, people.employee):
        with pytest.raises(Refused):
            ask(404)
    with pytest.raises(Refused):
        people.set_authority(404, Authority.YES, TODAY, "bron")


def test_names_are_read_once_until_people_change(people: People, register: Drawer, fixed: FixedClock) -> None:
    noor = people.add_pupil(NOOR)
    assert people.names([noor, 404]) == {noor: people.person(noor)}
    statements: list[str] = []
    event.listen(register.engine, "before_cursor_execute", lambda *said: statements.append(said[2]))
    people.names([noor])
    assert statements == []
    people.change_pupil(noor, NewPupil(PersonName("Nora", "de", "Graaf"), NOOR.number))
    assert people.person(noor).name.first_name == "Nora"
    fixed.at = at(2026, 11, 17)
    assert people.person(noor).detail == "zonder groep"


def test_a_merged_person_answers_as_the_one_it_became(people: People, register: Drawer) -> None:
    noor, double = people.add_pupil(NOOR), people.add_pupil(NewPupil(PersonName("Noortje", "de", "Graaf")))
    with register.write("person.merged") as session:
        row = session.get(Person, double)
        assert row is not None
        row.merged_into = noor
    assert people.person(double).id == noor
    assert len(people.find("graaf")) == len(people.pupils()) == 1


def test_a_guardian_moves_house(people: People) -> None:
    noor = people.add_pupil(NOOR)
    hans = people.add_guardian(noor, HANS)
    home = Address("Dorpsstraat", "12", "7534 AB", "Enschede")
    people.change_guardian(hans, NewGuardian(HANS.name, phone="053 432 80 80", address=home))
    card = people.guardian(hans)
    assert (card.address, card.phone, card.email) == (home, "0534328080", "")


def test_every_kind_of_person_is_found(people: People) -> None:
    noor = people.add_pupil(NOOR)
    people.add_guardian(noor, HANS)
    people.add_employee(NewEmployee(PersonName("Pim", "de", "Graaf")))
    kinds = {line.kind for line in people.find("graaf")}
    assert kinds == {PersonKind.PUPIL, PersonKind.GUARDIAN, PersonKind.EMPLOYEE}

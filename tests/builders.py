"""The fixed cast of the tests: one small school with people for every part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.kernel.names import PersonName, Title
from app.people.rules import Address, Authority, NewEmployee, NewGuardian, NewPupil
from app.school.rules import NewProfile
from app.vault.keys.keyring import Cost, NewUser, Role

if TYPE_CHECKING:
    from app.people.service import People
    from app.school.service import School

CHEAP = Cost(passes=1, memory=64, lanes=1)  # a guess costs next to nothing: only for tests
CROSSED = "Een leerkracht stuurt geen privéberichten."
DIRECTOR = NewUser("E. Terpstra", Role.DIRECTOR, "wilg sloot fiets regen")
ADMINISTRATOR = NewUser("M. Postma", Role.ADMINISTRATOR, "krijt bord lampje trein")
BOARD = NewUser("H. van Vliet", Role.BOARD, "stoel kaars molen brug")
COORDINATOR = NewUser("S. Koning", Role.COORDINATOR, "pleister hek knikker dak")
SCHOOL = "Basisschool De Wilgenhof"
PROFILE = NewProfile(
    name=SCHOOL,
    board_name="Stichting De Waaier",
    brin="99ZZ",
    street="Lindelaan 12",
    postcode="7512 AB",
    city="Enschede",
    phone="0531234567",
    email="info@wilgenhof.voorbeeld.nl",
)


@dataclass(frozen=True)
class Cast:
    """The ids of the people in the tests, by the name they are called."""

    stijn: int  # 8B; both parents with authority, one address
    pien: int  # 8B; parents apart, both with authority
    noor: int  # 5A; mother only
    aylin: int  # 5A; authority assumed from a list
    hartog: int  # teacher of 8B
    smit: int  # teacher of 5A


def cast(people: People) -> Cast:
    """Enter the cast."""
    beech = Address("Beukenstraat", "31", "7521 CD", "Enschede")
    stijn = _pupil(people, "Stijn", "", "Bakker", "1001", "8B", date(2015, 3, 4))
    _guardian(people, stijn, "Ruud", "Bakker", Title.MR, beech)
    _guardian(people, stijn, "Sanne", "Bakker-Smit", Title.MRS, beech)
    pien = _pupil(people, "Pien", "", "Mulder", "1002", "8B", date(2014, 9, 12))
    _guardian(people, pien, "Carla", "Mulder", Title.MRS, Address("Kerkstraat", "19", "7511 KL", "Enschede"))
    _guardian(people, pien, "Rob", "Mulder", Title.MR, Address("Esmarkelaan", "2", "7534 JJ", "Enschede"))
    noor = _pupil(people, "Noor", "de", "Graaf", "1003", "5A", date(2017, 6, 21))
    _guardian(people, noor, "Ilse", "de Graaf", Title.MRS, Address("Hofpad", "7", "7522 AA", "Enschede"))
    aylin = _pupil(people, "Aylin", "", "Öztürk", "1004", "5A", date(2017, 1, 30))
    _guardian(people, aylin, "Leyla", "Öztürk", Title.MRS, Address(), Authority.ASSUMED)
    hartog = people.add_employee(_employee("Jan", "", "Hartog", Title.MR, "leerkracht 8B"))
    smit = people.add_employee(_employee("Anja", "van der", "Sluis", Title.MRS, "leerkracht 5A"))
    return Cast(stijn, pien, noor, aylin, hartog, smit)


def profile(school: School) -> None:
    """Enter the school."""
    school.save_profile(PROFILE)


def _pupil(people: People, first: str, infix: str, surname: str, number: str, group: str, born: date) -> int:
    name = PersonName(first, infix, surname)
    return people.add_pupil(
        NewPupil(name, number, born, group, int(group[0]), enrol_date=date(2020, 8, 1), address=Address())
    )


def _guardian(
    people: People,
    pupil: int,
    first: str,
    surname: str,
    title: Title,
    home: Address,
    authority: Authority = Authority.YES,
) -> None:
    infix, core = ("de", surname.removeprefix("de ")) if surname.startswith("de ") else ("", surname)
    people.add_guardian(
        pupil,
        NewGuardian(
            PersonName(first, infix, core),
            authority=authority,
            since=date(2020, 8, 1) if authority is Authority.YES else None,
            source="gezagsregister" if authority is Authority.YES else "klassenlijst",
            email=f"{first.lower()}.{core.split('-')[0].lower()}@voorbeeld.nl",
            phone="0600001234",
            address=home,
            title=title,
        ),
    )


def _employee(first: str, infix: str, surname: str, title: Title, job: str) -> NewEmployee:
    return NewEmployee(PersonName(first, infix, surname), job_title=job, start_date=date(2022, 8, 1), title=title)

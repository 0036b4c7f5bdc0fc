"""Invents the families of a school: children in their groups, with the grown-ups who answer for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from app.kernel.calendar import birthday, school_year, school_year_days
from app.kernel.names import PersonName, Title, full, sort_key
from app.people.rules import Address, Authority, NewGuardian, NewPupil, RelationKind
from app.sample.pool import Pool, email
from app.sample.source import Table, person_name, read

ON_ENROLMENT = "inschrijfformulier"
FROM_LIST = "klassenlijst"
FROM_COURT = "uitspraak van de rechtbank"
WEEK = timedelta(days=7)
FIRST_NUMBER = 10037  # pupils who left long ago had the numbers before it


class Home(StrEnum):
    """How a family lives."""

    TOGETHER = "together"
    APART = "apart"
    MOTHER = "mother"
    NO_AUTHORITY = "no_authority"
    INSTITUTION = "institution"


_HOMES = {Home.TOGETHER: 74, Home.APART: 15, Home.MOTHER: 6, Home.NO_AUTHORITY: 4, Home.INSTITUTION: 1}


@dataclass(frozen=True)
class Child:
    """A child to enter; ``before`` is the group of last school year, empty when it was not at this school."""

    key: str
    pupil: NewPupil
    before: str


@dataclass(frozen=True)
class FamilyPlan:
    """Brothers and sisters with their guardians, in the order of the class list."""

    home: Home
    children: tuple[Child, ...]
    guardians: tuple[NewGuardian, ...]


@dataclass
class Town:
    """Invents families until every place in every group is filled."""

    pool: Pool
    today: date
    places: Counter[str]
    families: list[FamilyPlan] = field(default_factory=list)

    def settle(self, leavers: int) -> tuple[FamilyPlan, ...]:
        """First the children who have a part in the stories, then others, then those who left last summer."""
        self._cast()
        while self.places.total():
            self._family()
        for _leaver in range(leavers):
            self._leaver()
        return numbered(self.families)

    @property
    def _first_day(self) -> date:
        return school_year_days(school_year(self.today))[0]

    def _leaver(self) -> None:
        origin = self.pool.origin()
        infix, surname = self.pool.surname(origin)
        name = self._child_name(origin, infix, surname)
        if name is None:
            return
        born = self._born(9)
        started = birthday(born, 4)
        left = self._first_day - timedelta(days=1)
        pupil = NewPupil(name, "", born, "8", 8, started, left)
        parents = self._parents(origin, infix, surname, Home.TOGETHER)
        self._add(Home.TOGETHER, [Child("", pupil, "8")], parents)

    def _cast(self) -> None:
        rows = read("cast")["child"]
        for row in rows:
            for taken in (row["name"], *row["guardians"]):
                self.pool.take(person_name(taken))
        for row in rows:
            if not row["guardians"] or not self._has_place(row["group"]):
                continue
            same = [other for other in rows if other.get("family") == row.get("family", "-") and other is not row]
            siblings = [other for other in same if self._has_place(other["group"])]
            names = [person_name(parts) for parts in row["guardians"]]
            home = Home(row.get("parents", Home.TOGETHER))
            children = [self._child(other["group"], person_name(other["name"]), other) for other in (row, *siblings)]
            self._add(home, children, names)

    def _has_place(self, group: str) -> bool:
        return self.places[group] > 0

    def _family(self) -> None:
        origin = self.pool.origin()
        infix, surname = self.pool.surname(origin)
        first = self._emptiest()
        names = [self._child_name(origin, infix, surname)]
        groups = [first]
        wanted = self.pool.chance.choices([1, 2, 3], [56, 36, 8])[0]
        for group in self._elder_groups(first)[: wanted - 1]:
            groups.append(group)
            names.append(self._child_name(origin, infix, surname))
        if None in names:
            return
        children = [self._child(group, name, {}) for group, name in zip(groups, names, strict=True) if name]
        home = self.pool.chance.choices(list(_HOMES), list(_HOMES.values()))[0]
        self._add(home, children, self._parents(origin, infix, surname, home))

    def _emptiest(self) -> str:
        """The youngest group with a place; brothers and sisters then go to higher groups."""
        return next(group for group in self.places if self.places[group])

    def _elder_groups(self, group: str) -> list[str]:
        years = {name: int(name[0]) for name in self.places}
        return [
            name for name in self.places if self.places[name] and years[name] >= years[group] + 2 + (group[0] == "1")
        ]

    def _child_name(self, origin: Table, infix: str, surname: str) -> PersonName | None:
        key = "girls" if self.pool.chance.random() < 0.5 else "boys"
        return self.pool.person(origin[key], infix, surname, female=key == "girls")

    def _child(self, group: str, name: PersonName, row: Table) -> Child:
        self.places[group] -= 1
        groups = read("school")["groups"]
        second = group[0] == "1" and self.pool.chance.random() < 0.5
        year = int(group[0]) + second
        born = self._born(year)
        moved_in = row.get("new", False) if row else year > 2 and self.pool.chance.random() < 0.02
        started = self._first_day if moved_in else _day_of_enrolment(born, self.today)
        new = started >= self._first_day
        before = group if group[0] == "1" else dict(zip(groups["names"], groups["before"], strict=True))[group]
        pupil = NewPupil(name, "", born, group, year, started)
        return Child(row.get("key", ""), pupil, "" if new else before)

    def _born(self, year_group: int) -> date:
        """Between 1 October and 30 September, as a year group is; a few are a year older, the youngest are four.

        Nobody becomes twelve in the coming days, for that week belongs to the stories.
        """
        older = year_group > 2 and self.pool.chance.random() < 0.03
        youngest = 303 if year_group == 1 else 364
        first = date(self._first_day.year - year_group - 4 - older, 10, 1)
        while True:
            born = first + timedelta(days=self.pool.chance.randint(0, youngest - 1))
            if not timedelta() <= birthday(born, 12) - self.today <= WEEK:
                return born

    def _parents(self, origin: Table, infix: str, surname: str, home: Home) -> list[PersonName]:
        if home is Home.INSTITUTION:
            return [PersonName("", "", "Jeugdbescherming De Brug")]
        mother_origin = origin if self.pool.chance.random() < 0.9 else self.pool.origin()
        own_infix, own = self.pool.surname(mother_origin)
        draw = self.pool.chance.random()
        if draw < 0.35:
            mother = (infix, f"{surname}-{own_infix} {own}" if own_infix else f"{surname}-{own}")
        else:
            mother = (infix, surname) if draw < 0.55 else (own_infix, own)
        if "-" in surname or " " in surname or own == surname:
            mother = (own_infix, own)
        names = [self.pool.grown_up("women", mother_origin, *mother)]
        if home is not Home.MOTHER:
            father_surname = surname.split("-", maxsplit=1)[0]
            names.append(self.pool.grown_up("men", origin, infix, father_surname))
        return names

    def _add(self, home: Home, children: list[Child], names: list[PersonName]) -> None:
        address = self.pool.address()
        guardians = [self._guardian(home, position, name, address) for position, name in enumerate(names)]
        placed = [
            replace(child, pupil=replace(child.pupil, address=_lives(home, guardians, address))) for child in children
        ]
        self.families.append(FamilyPlan(home, tuple(placed), tuple(guardians)))

    def _guardian(self, home: Home, position: int, name: PersonName, address: Address) -> NewGuardian:
        if home is Home.INSTITUTION:
            office = Address("Postbus", "77", "7500 AB", "Enschede")
            return NewGuardian(name, RelationKind.GUARDIAN_INSTITUTION, Authority.YES, None, FROM_COURT,
                               "voogdij@debrug.voorbeeld.nl", "053-1234599", office)  # fmt: skip
        other = position == 1 and home in {Home.APART, Home.NO_AUTHORITY}
        authority, source = self._authority(home, position)
        return NewGuardian(
            name=name,
            authority=authority,
            source=source,
            email=email(name),
            phone=self.pool.mobile(),
            address=self.pool.address() if other else address,
            title=Title.MRS if position == 0 else Title.MR,
        )

    def _authority(self, home: Home, position: int) -> tuple[Authority, str]:
        """As the school came to know it: from the form of enrolment, or only from a list until a form declares it."""
        if position == 1 and home is Home.NO_AUTHORITY:
            return Authority.NO, FROM_COURT
        known = self.pool.chance.random() < 0.7
        return (Authority.YES, ON_ENROLMENT) if known else (Authority.ASSUMED, FROM_LIST)


def numbered(families: Iterable[FamilyPlan]) -> tuple[FamilyPlan, ...]:
    """The families with a number for every child, in the order in which the school enrolled them."""
    enrolled = sorted(
        (child for family in families for child in family.children),
        key=lambda child: (child.pupil.enrol_date or date.max, sort_key(child.pupil.name)),
    )
    numbers = {full(child.pupil.name): str(number) for number, child in enumerate(enrolled, FIRST_NUMBER)}
    return tuple(
        replace(
            family,
            children=tuple(
                replace(child, pupil=replace(child.pupil, number=numbers[full(child.pupil.name)]))
                for child in family.children
            ),
        )
        for family in families
    )


def _lives(home: Home, guardians: list[NewGuardian], address: Address) -> Address:
    return guardians[0].address if guardians and home is not Home.INSTITUTION else address


def _day_of_enrolment(born: date, today: date) -> date:
    """The fourth birthday, not later than today."""
    return min(birthday(born, 4), today)

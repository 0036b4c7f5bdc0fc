"""Writes many people at once, inside a write block that someone else opened: a handful of statements, no query per row.

What is written here is told in the log in batches, so that an import can be undone from its line in the log.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import Clock
from app.kernel.formats import postcode
from app.kernel.names import PersonName, sort_key
from app.people import rules, spelling
from app.people.reading import chunks, holds
from app.people.rules import Address, Authority, NewEmployee, NewGuardian, NewPupil, PersonKind
from app.people.tables import AuthorityStatement, Employee, Group, Membership, Person, Pupil, Relation
from app.vault.drawers import bulk

Values = dict[str, object]
Columns = dict[str, list[Any]]


class Place(NamedTuple):
    """Where a pupil sits from a day."""

    group: str
    year_group: int | None
    on: date


@dataclass
class Ledger:
    """The hand that writes whole lists in the register of people."""

    session: Session
    clock: Clock
    _groups: dict[tuple[str, str], int] = field(default_factory=dict)

    def add_pupils(self, pupils: Sequence[NewPupil], since: date | None = None) -> list[int]:
        """Enter pupils, in their groups since the start of the school year or their first day after it."""
        today = self.clock.today()
        for pupil in pupils:
            rules.check_pupil(pupil, today)
        names, addresses = [one.name for one in pupils], [one.address for one in pupils]
        told = person_columns(PersonKind.PUPIL, names, addresses, [one.number for one in pupils])
        ids = bulk.enter(self.session, Person, told)
        bulk.enter(self.session, Pupil, {"id": ids, **pupil_columns(pupils)})
        self._seat_new(dict(zip(ids, pupils, strict=True)), since)
        return ids

    def revive(self, pupils: Mapping[int, NewPupil], since: date | None = None) -> None:
        """Bring back pupils that were withdrawn; they keep their ids, so that what refers to them still does."""
        values = {
            key: person_values(PersonKind.PUPIL, one.name, one.address, words=one.number) for key, one in pupils.items()
        }
        bulk.change(self.session, Person, {key: {**one, "withdrawn_on": None} for key, one in values.items()})
        bulk.change(self.session, Pupil, {key: pupil_values(one) for key, one in pupils.items()})
        self._seat_new(pupils, since)

    def _seat_new(self, pupils: Mapping[int, NewPupil], since: date | None) -> None:
        first = since or school_year_days(school_year(self.clock.today()))[0]
        places = {
            key: Place(one.group, one.year_group, max(first, one.enrol_date or first))
            for key, one in pupils.items()
            if one.group
        }
        self._enter_places(places)

    def change_pupils(self, pupils: Mapping[int, NewPupil], on: date | None = None) -> None:
        """Replace what is known of pupils; another group counts from that day."""
        today = self.clock.today()
        for pupil in pupils.values():
            rules.check_pupil(pupil, today)
        bulk.change(
            self.session,
            Person,
            {key: person_values(None, one.name, one.address, words=one.number) for key, one in pupils.items()},
        )
        bulk.change(self.session, Pupil, {key: pupil_values(one) for key, one in pupils.items()})
        self.place({key: Place(one.group, one.year_group, on or today) for key, one in pupils.items()})

    def leave(self, days: Mapping[int, date]) -> None:
        """Mark pupils as left: on that day they are no longer on the roll; nothing else of them changes."""
        bulk.change(self.session, Pupil, {key: {"leave_date": on} for key, on in days.items()})

    def place(self, places: Mapping[int, Place]) -> None:
        """Put pupils in groups from a day; the former membership ends the day before."""
        changes: dict[int, Values] = {}
        fresh: dict[int, Place] = {}
        current = {row.pupil_id: row for row in self._memberships(places)}
        for key, place in places.items():
            row = current.get(key)
            if row is None:
                fresh |= {key: place} if place.group else {}
                continue
            group_id = self.group(place.group, place.on) if place.group else 0
            year = place.year_group if place.year_group is not None else row.year_group
            if group_id == row.group_id:
                changes[row.id] = {"year_group": year}
            elif row.start == place.on and group_id:
                changes[row.id] = {"group_id": group_id, "year_group": self._year(place)}
            else:
                changes[row.id] = {"until": place.on - timedelta(days=1)}
                fresh |= {key: place} if place.group else {}
        bulk.change(self.session, Membership, changes)
        self._enter_places(fresh)

    def _memberships(self, places: Mapping[int, Place]) -> Iterable[Membership]:
        for on in sorted({place.on for place in places.values()}):
            for chunk in chunks(key for key, place in places.items() if place.on == on):
                yield from self.session.scalars(
                    select(Membership).where(Membership.pupil_id.in_(chunk), holds(Membership, on))
                )

    def _enter_places(self, places: Mapping[int, Place]) -> None:
        known = {
            place: (self.group(place.group, place.on), self._year(place)) for place in dict.fromkeys(places.values())
        }
        seats = [known[place] for place in places.values()]
        told: Columns = {
            "pupil_id": list(places),
            "group_id": [group for group, _year in seats],
            "year_group": [year for _group, year in seats],
            "start": [place.on for place in places.values()],
        }
        bulk.enter(self.session, Membership, told)

    def _year(self, place: Place) -> int | None:
        known = place.year_group
        return known if known is not None else spelling.year_group_of(spelling.normal_group(place.group))

    def group(self, label: str, on: date) -> int:
        """The id of the group of that name in the school year of that day; made when it is not there yet."""
        year, name = school_year(on), spelling.normal_group(label)
        if (year, name) not in self._groups:
            rows = self.session.execute(select(Group.id, Group.name).where(Group.school_year == year))
            self._groups |= {(year, row.name): row.id for row in rows}
        if (year, name) not in self._groups:
            values = {"school_year": year, "name": name, "label": " ".join(label.split())}
            self._groups[year, name] = bulk.insert(self.session, Group, [values])[0]
        return self._groups[year, name]

    def add_guardians(self, guardians: Sequence[NewGuardian]) -> list[int]:
        """Enter guardians as persons, not yet joined to a pupil."""
        for guardian in guardians:
            rules.check_name(guardian.name)
        return bulk.enter(self.session, Person, guardian_columns(guardians, PersonKind.GUARDIAN))

    def change_guardians(self, guardians: Mapping[int, NewGuardian]) -> None:
        """Replace names, addresses and ways to reach guardians; authority is stated apart."""
        for guardian in guardians.values():
            rules.check_name(guardian.name)
        bulk.change(self.session, Person, {key: guardian_values(one) for key, one in guardians.items()})

    def relate(self, links: Sequence[tuple[int, int, NewGuardian]]) -> list[int]:
        """Join guardians to pupils, last in their order, each with a first statement about authority."""
        first = self._next_position()
        told: Columns = {
            "pupil_id": [pupil for pupil, _guardian, _new in links],
            "guardian_id": [guardian for _pupil, guardian, _new in links],
            "kind": [str(new.relation) for _pupil, _guardian, new in links],
            "position": list(range(first, first + len(links))),
        }
        ids = bulk.enter(self.session, Relation, told)
        self.state(
            [(key, new.authority, new.since, new.source.strip()) for key, (_p, _g, new) in zip(ids, links, strict=True)]
        )
        return ids

    def _next_position(self) -> int:
        last = self.session.scalars(select(Relation.position).order_by(Relation.position.desc()).limit(1)).first()
        return (last or 0) + 1

    def state(self, statements: Sequence[tuple[int, Authority, date | None, str]]) -> None:
        """State authority in relations; what was stated before stays."""
        now: datetime = self.clock.now()
        for authority, since, source in {statement[1:] for statement in statements}:
            rules.check_authority(authority, since, source, now.date())
        told: Columns = {
            "relation_id": [relation for relation, _said, _since, _source in statements],
            "authority": [str(said) for _relation, said, _since, _source in statements],
            "since": [since for _relation, _said, since, _source in statements],
            "source": [source for _relation, _said, _since, source in statements],
            "recorded_at": [now] * len(statements),
        }
        bulk.enter(self.session, AuthorityStatement, told)

    def add_employees(self, employees: Sequence[NewEmployee]) -> list[int]:
        """Enter employees, trainees, volunteers or hired people."""
        for employee in employees:
            rules.check_employee(employee)
        values = [{**employee_person(one), "kind": PersonKind.EMPLOYEE.value} for one in employees]
        ids = bulk.insert(self.session, Person, values)
        rows = [{"id": key, **employee_values(one)} for key, one in zip(ids, employees, strict=True)]
        bulk.insert(self.session, Employee, rows)
        return ids

    def change_employees(self, employees: Mapping[int, NewEmployee]) -> None:
        """Replace what is known of employees."""
        for employee in employees.values():
            rules.check_employee(employee)
        bulk.change(self.session, Person, {key: employee_person(one) for key, one in employees.items()})
        bulk.change(self.session, Employee, {key: employee_values(one) for key, one in employees.items()})


def person_columns(
    kind: PersonKind | None, names: Sequence[PersonName], addresses: Sequence[Address], words: Sequence[str] = ()
) -> Columns:
    """The columns of persons that follow from name and address; without a kind that one stays."""
    first, infix = [name.first_name.strip() for name in names], [name.infix.strip() for name in names]
    surname = [name.surname.strip() for name in names]
    told: Columns = {
        "first_name": first,
        "infix": infix,
        "surname": surname,
        "initials": [name.initials for name in names],
        "exact": [name.exact for name in names],
        "street": [address.street for address in addresses],
        "house_number": [address.number for address in addresses],
        "postcode": [postcode(address.postcode) if address.postcode else "" for address in addresses],
        "city": [address.city for address in addresses],
        "sort_name": ["\t".join(sort_key(name)[:3]) for name in names],
        "folded": list(map(spelling.searched, first, infix, surname, words or [""] * len(names))),
    }
    if kind is not None:
        told["kind"] = [str(kind)] * len(names)
    return told


def person_values(kind: PersonKind | None, name: PersonName, address: Address, words: str = "") -> Values:
    """The columns of one person."""
    return _alone(person_columns(kind, [name], [address], [words]))


def pupil_columns(pupils: Sequence[NewPupil]) -> Columns:
    """The columns that only pupils have."""
    return {
        "number": [pupil.number for pupil in pupils],
        "birth_date": [pupil.birth_date for pupil in pupils],
        "enrol_date": [pupil.enrol_date for pupil in pupils],
        "leave_date": [pupil.leave_date for pupil in pupils],
    }


def pupil_values(pupil: NewPupil) -> Values:
    """The columns that only a pupil has."""
    return _alone(pupil_columns([pupil]))


def guardian_columns(guardians: Sequence[NewGuardian], kind: PersonKind | None = None) -> Columns:
    """The columns of the persons of guardians."""
    told = person_columns(kind, [one.name for one in guardians], [one.address for one in guardians])
    told["email"] = [spelling.check_email(one.email) if one.email else "" for one in guardians]
    told["phone"] = [spelling.normal_phone(one.phone) if one.phone else "" for one in guardians]
    told["title"] = [str(one.title) for one in guardians]
    return told


def guardian_values(guardian: NewGuardian) -> Values:
    """The columns of a guardian's person; what kind of person that is stays."""
    return _alone(guardian_columns([guardian]))


def _alone(told: Columns) -> Values:
    return {name: values[0] for name, values in told.items()}


def employee_person(employee: NewEmployee) -> Values:
    """The columns of an employee's person."""
    return person_values(None, employee.name, Address()) | {
        "email": spelling.check_email(employee.email),
        "phone": spelling.normal_phone(employee.phone) if employee.phone else "",
        "title": employee.title.value,
    }


def employee_values(employee: NewEmployee) -> Values:
    """The columns that only an employee has."""
    return {
        "job_title": employee.job_title.strip(),
        "task_kind": employee.task_kind.value,
        "start_date": employee.start_date,
        "end_date": employee.end_date,
    }

"""Writes people inside a write block that someone else opened, so that an import stays one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.formats import postcode
from app.kernel.names import PersonName, sort_key
from app.people import rules, spelling
from app.people.reading import holds
from app.people.rules import Address, Authority, NewEmployee, NewGuardian, NewPupil, PersonKind
from app.people.tables import (
    AuthorityStatement,
    Employee,
    Group,
    Membership,
    Person,
    PublicationBlock,
    Pupil,
    Relation,
)
from app.vault.tables import RegisterBase

Row = TypeVar("Row", bound=RegisterBase)


@dataclass
class Registrar:
    """The hand that writes in the register of people; every method flushes, none commits."""

    session: Session
    clock: Clock
    _groups: dict[tuple[str, str], Group] = field(default_factory=dict)

    def add_pupils(self, pupils: Sequence[NewPupil]) -> list[int]:
        """Enter pupils, in their groups since the start of this school year or their first day after it."""
        today = self.clock.today()
        for pupil in pupils:
            rules.check_pupil(pupil, today)
        first = school_year_days(school_year(today))[0]
        persons = [_person(PersonKind.PUPIL, pupil.name, pupil.address, words=pupil.number) for pupil in pupils]
        self._flush(persons)
        entered = list(zip((person.id for person in persons), pupils, strict=True))
        self._flush([_pupil(person_id, pupil) for person_id, pupil in entered])
        self._flush(
            [
                self._membership(person_id, pupil.group, pupil.year_group, max(first, pupil.enrol_date or first))
                for person_id, pupil in entered
                if pupil.group
            ]
        )
        return [person_id for person_id, _pupil_entered in entered]

    def change_pupil(self, pupil_id: int, pupil: NewPupil) -> None:
        """Replace what is known of a pupil; another group counts from today."""
        today = self.clock.today()
        rules.check_pupil(pupil, today)
        _rename(self._get(Person, pupil_id), pupil.name, pupil.address, words=pupil.number)
        row = self._get(Pupil, pupil_id)
        row.number, row.birth_date = pupil.number, pupil.birth_date
        row.enrol_date, row.leave_date = pupil.enrol_date, pupil.leave_date
        self.place(pupil_id, pupil.group, pupil.year_group, today)

    def place(self, pupil_id: int, group: str, year_group: int | None, on: date) -> None:
        """Put a pupil in a group from that day; the former membership ends the day before."""
        current = self.session.scalars(
            select(Membership).where(Membership.pupil_id == pupil_id, holds(Membership, on))
        ).one_or_none()
        if current and group and self._is_same_place(current, group, on):
            current.year_group = year_group if year_group is not None else current.year_group
        elif current and current.start == on and group:
            current.group_id, current.year_group = self.group(group, on).id, year_group
        else:
            if current:
                current.until = on - timedelta(days=1)
            if group:
                self._flush([self._membership(pupil_id, group, year_group, on)])

    def _is_same_place(self, current: Membership, group: str, on: date) -> bool:
        placed = self._get(Group, current.group_id)
        return placed.name == spelling.normal_group(group) and placed.school_year == school_year(on)

    def _membership(self, pupil_id: int, group: str, year_group: int | None, on: date) -> Membership:
        placed = self.group(group, on)
        year = year_group if year_group is not None else spelling.year_group_of(placed.name)
        return Membership(pupil_id=pupil_id, group_id=placed.id, year_group=year, start=on)

    def group(self, label: str, on: date) -> Group:
        """The group of that name in the school year of that day; made when it is not there yet."""
        key = (school_year(on), spelling.normal_group(label))
        if key not in self._groups:
            query = select(Group).where(Group.school_year == key[0], Group.name == key[1])
            group = self.session.scalars(query).first()
            if group is None:
                group = Group(school_year=key[0], name=key[1], label=" ".join(label.split()))
                self._flush([group])
            self._groups[key] = group
        return self._groups[key]

    def add_guardians(self, guardians: Sequence[NewGuardian]) -> list[int]:
        """Enter guardians as persons, not yet joined to a pupil."""
        for guardian in guardians:
            rules.check_name(guardian.name)
        persons = [
            _person(PersonKind.GUARDIAN, guardian.name, guardian.address, guardian.email, guardian.phone,
                    guardian.title.value)
            for guardian in guardians
        ]  # fmt: skip
        self._flush(persons)
        return [person.id for person in persons]

    def change_guardian(self, guardian_id: int, guardian: NewGuardian) -> None:
        """Replace name, address and ways to reach a guardian; authority is stated apart."""
        rules.check_name(guardian.name)
        person = self._get(Person, guardian_id)
        _rename(person, guardian.name, guardian.address)
        person.email, person.phone = spelling.check_email(guardian.email), spelling.normal_phone(guardian.phone)
        person.title = guardian.title.value

    def relate(self, links: Sequence[tuple[int, int, NewGuardian]]) -> list[int]:
        """Join guardians to pupils, last in their order, each with a first statement about authority."""
        today = self.clock.today()
        for _pupil_id, _guardian_id, guardian in links:
            rules.check_authority(guardian.authority, guardian.since, guardian.source, today)
        relations = [
            Relation(pupil_id=pupil, guardian_id=guardian, kind=new.relation.value, position=position)
            for position, (pupil, guardian, new) in enumerate(links, self._next_position())
        ]
        self._flush(relations)
        self._flush([
            self._statement(relation.id, new.authority, new.since, new.source)
            for relation, (_pupil_id, _guardian_id, new) in zip(relations, links, strict=True)
        ])  # fmt: skip
        return [relation.id for relation in relations]

    def _next_position(self) -> int:
        last = self.session.scalars(select(Relation.position).order_by(Relation.position.desc()).limit(1)).first()
        return (last or 0) + 1

    def state_authority(self, relation_id: int, authority: Authority, since: date | None, source: str) -> None:
        """Add a statement about authority; what was stated before stays."""
        rules.check_authority(authority, since, source, self.clock.today())
        self._get(Relation, relation_id)
        self._flush([self._statement(relation_id, authority, since, source)])

    def _statement(self, relation_id: int, authority: Authority, since: date | None, source: str) -> AuthorityStatement:
        return AuthorityStatement(
            relation_id=relation_id,
            authority=authority.value,
            since=since,
            source=source.strip(),
            recorded_at=self.clock.now(),
        )

    def add_employee(self, employee: NewEmployee) -> int:
        """Enter an employee, trainee, volunteer or hired person."""
        _check_employee(employee)
        person = _person(
            PersonKind.EMPLOYEE, employee.name, Address(), employee.email, employee.phone, employee.title.value
        )
        self._flush([person])
        row = Employee(id=person.id)
        _fill_employee(row, employee)
        self._flush([row])
        return person.id

    def change_employee(self, employee_id: int, employee: NewEmployee) -> None:
        """Replace what is known of an employee."""
        _check_employee(employee)
        person = self._get(Person, employee_id)
        _rename(person, employee.name, Address())
        person.email, person.phone = spelling.check_email(employee.email), spelling.normal_phone(employee.phone)
        person.title = employee.title.value
        _fill_employee(self._get(Employee, employee_id), employee)

    def block(self, pupil_id: int, start: date, until: date | None, reason: str) -> int:
        """Show nothing of a pupil in that period."""
        rules.check_period(start, until, "until")
        self._get(Pupil, pupil_id)
        row = PublicationBlock(pupil_id=pupil_id, start=start, until=until, reason=reason.strip())
        self._flush([row])
        return row.id

    def unblock(self, block_id: int, on: date) -> None:
        """End a publication block; that day publishing may go on."""
        self._get(PublicationBlock, block_id).until = on - timedelta(days=1)

    def set_teacher(self, group: str, employee_id: int | None) -> None:
        """Say who teaches a group this school year."""
        self.group(group, self.clock.today()).teacher_id = employee_id

    def check_number(self, number: str, but: int | None = None) -> None:
        """A pupil number belongs to one pupil."""
        taken = self.session.scalars(select(Pupil.id).where(Pupil.number == number, Pupil.id != (but or 0))).first()
        if number and taken:
            raise Invalid("number", "people.number_taken", number=number)

    def _flush(self, rows: Sequence[object]) -> None:
        self.session.add_all(rows)
        self.session.flush()

    def _get(self, table: type[Row], row_id: int) -> Row:
        row = self.session.get(table, row_id)
        if row is None:
            raise Refused("people.unknown")
        return row


def _person(
    kind: PersonKind, name: PersonName, address: Address, email: str = "", phone: str = "",
    title: str = "neutral", words: str = "",
) -> Person:  # fmt: skip
    person = Person(kind=kind.value, email=spelling.check_email(email), phone=spelling.normal_phone(phone), title=title)
    _rename(person, name, address, words)
    return person


def _rename(person: Person, name: PersonName, address: Address, words: str = "") -> None:
    person.first_name, person.infix, person.surname = name.first_name.strip(), name.infix.strip(), name.surname.strip()
    person.initials, person.exact = name.initials, name.exact
    person.street, person.house_number = address.street, address.number
    person.postcode, person.city = postcode(address.postcode), address.city
    person.sort_name = "\t".join(sort_key(name)[:3])
    person.folded = "".join(f" {word}" for word in spelling.search_words(*_parts(name), words))


def _parts(name: PersonName) -> tuple[str, str, str]:
    return name.first_name, name.infix, name.surname


def _pupil(person_id: int, pupil: NewPupil) -> Pupil:
    return Pupil(
        id=person_id,
        number=pupil.number,
        birth_date=pupil.birth_date,
        enrol_date=pupil.enrol_date,
        leave_date=pupil.leave_date,
    )


def _check_employee(employee: NewEmployee) -> None:
    rules.check_name(employee.name)
    rules.check_period(employee.start_date, employee.end_date, "end_date")


def _fill_employee(row: Employee, employee: NewEmployee) -> None:
    row.job_title, row.task_kind = employee.job_title.strip(), employee.task_kind.value
    row.start_date, row.end_date = employee.start_date, employee.end_date

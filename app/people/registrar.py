"""Writes people inside a write block that someone else opened, so that an import stays one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.people import rules, spelling
from app.people.block_rules import FromWhom, Reach, check_whom
from app.people.doubt_rules import check_group
from app.people.ledger import (
    Ledger,
    Place,
    Values,
    employee_person,
    employee_values,
    guardian_values,
    person_values,
    pupil_values,
)
from app.people.rules import Authority, NewEmployee, NewGuardian, NewPupil
from app.people.tables import Employee, Group, Person, PublicationBlock, Pupil, Relation
from app.vault.tables import RegisterBase

Row = TypeVar("Row", bound=RegisterBase)


@dataclass
class Registrar:
    """The hand that writes in the register of people; every method flushes, none commits."""

    session: Session
    clock: Clock

    @property
    def ledger(self) -> Ledger:
        """The hand that writes many at once in the same block."""
        self.session.flush()
        return Ledger(self.session, self.clock)

    def add_pupils(self, pupils: Sequence[NewPupil]) -> list[int]:
        """Enter pupils, in their groups since the start of this school year or their first day after it."""
        return self.ledger.add_pupils(pupils)

    def change_pupil(self, pupil_id: int, pupil: NewPupil) -> None:
        """Replace what is known of a pupil; another group counts from today."""
        today = self.clock.today()
        rules.check_pupil(pupil, today)
        _fill(self._get(Person, pupil_id), person_values(None, pupil.name, pupil.address, words=pupil.number))
        _fill(self._get(Pupil, pupil_id), pupil_values(pupil))
        self.place(pupil_id, pupil.group, pupil.year_group, today)

    def place(self, pupil_id: int, group: str, year_group: int | None, on: date) -> None:
        """Put a pupil in a group from that day; the former membership ends the day before."""
        self.ledger.place({pupil_id: Place(group, year_group, on)})

    def add_guardians(self, guardians: Sequence[NewGuardian]) -> list[int]:
        """Enter guardians as persons, not yet joined to a pupil."""
        return self.ledger.add_guardians(guardians)

    def change_guardian(self, guardian_id: int, guardian: NewGuardian) -> None:
        """Replace name, address and ways to reach a guardian; authority is stated apart."""
        rules.check_name(guardian.name)
        _fill(self._get(Person, guardian_id), guardian_values(guardian))

    def relate(self, links: Sequence[tuple[int, int, NewGuardian]]) -> list[int]:
        """Join guardians to pupils, last in their order, each with a first statement about authority."""
        return self.ledger.relate(links)

    def state_authority(self, relation_id: int, authority: Authority, since: date | None, source: str) -> None:
        """Add a statement about authority; what was stated before stays."""
        self._get(Relation, relation_id)
        self.ledger.state([(relation_id, authority, since, source.strip())])

    def add_employee(self, employee: NewEmployee) -> int:
        """Enter an employee, trainee, volunteer or hired person."""
        return self.ledger.add_employees([employee])[0]

    def change_employee(self, employee_id: int, employee: NewEmployee) -> None:
        """Replace what is known of an employee."""
        rules.check_employee(employee)
        _fill(self._get(Person, employee_id), employee_person(employee))
        _fill(self._get(Employee, employee_id), employee_values(employee))

    def block(self, pupil_id: int, start: date, until: date | None, reason: str, whom: FromWhom) -> int:
        """Show nothing of a pupil in that period to these people."""
        rules.check_period(start, until, "until")
        check_whom(whom)
        self._get(Pupil, pupil_id)
        if whom.person_id is not None:
            self._get(Person, whom.person_id)
        row = PublicationBlock(
            pupil_id=pupil_id,
            start=start,
            until=until,
            reason=reason.strip(),
            reach=whom.reach.value,
            from_id=whom.person_id if whom.reach is Reach.PERSON else None,
            from_name=whom.name.strip() if whom.reach is Reach.PERSON else "",
        )
        self._flush([row])
        return row.id

    def unblock(self, block_id: int, on: date) -> None:
        """End a publication block; that day publishing may go on."""
        self._get(PublicationBlock, block_id).until = on - timedelta(days=1)

    def set_teacher(self, group: str, employee_id: int | None) -> None:
        """Say who teaches a group this school year."""
        group_id = self.ledger.group(group, self.clock.today())
        self._get(Group, group_id).teacher_id = employee_id

    def check_typed(self, pupil: NewPupil, but: int | None = None) -> None:
        """A pupil number belongs to one pupil, and a group that is not there yet can be one."""
        group = spelling.normal_group(pupil.group)
        if self.session.scalars(select(Group.id).where(Group.name == group)).first() is None:
            check_group(group)
        number = pupil.number
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


def _fill(row: RegisterBase, values: Values) -> None:
    for name, value in values.items():
        setattr(row, name, value)

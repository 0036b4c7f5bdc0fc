"""Entering, changing and finding people; every other feature asks here who someone is."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.people import alike, guardians, parents, persons, reading, rules, spelling
from app.people.blocking import Blocking
from app.people.registrar import Registrar
from app.people.rules import (
    Authority,
    EmployeeLine,
    GroupLine,
    GroupYearLine,
    GuardianCard,
    GuardianLine,
    NewEmployee,
    NewGuardian,
    NewPupil,
    PersonLine,
    PupilCard,
    PupilLine,
)
from app.people.tables import Person, Pupil

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer


class People(Blocking):
    """The register of pupils, employees and guardians."""

    def __init__(self, register: Drawer, clock: Clock) -> None:
        super().__init__(register, clock)
        self._lines: dict[int, PersonLine] = {}
        self._lines_on = clock.today()
        register.listeners.append(self._forget)

    def _forget(self, topics: frozenset[str]) -> None:
        if "people" in topics:
            self._lines.clear()

    def _day(self, on: date | None) -> date:
        return on or self._clock.today()

    def registrar(self, session: Session) -> Registrar:
        """Someone who writes people inside an open write block of the register."""
        return Registrar(session, self._clock)

    def names(self, ids: Iterable[int]) -> dict[int, PersonLine]:
        """The lines of these persons, by the id asked for; an unknown id is absent."""
        if self._lines_on != self._clock.today():
            self._lines, self._lines_on = {}, self._clock.today()
        wanted = set(ids)
        absent = wanted - self._lines.keys()
        if absent:
            with self._register.read() as session:
                self._lines.update(persons.person_lines(session, absent, self._lines_on))
        return {person: self._lines[person] for person in wanted & self._lines.keys()}

    def person(self, person_id: int) -> PersonLine:
        """One person."""
        found = self.names([person_id])
        if person_id not in found:
            raise Refused("people.unknown")
        return found[person_id]

    def find(self, text: str, limit: int = 20) -> tuple[PersonLine, ...]:
        """Persons of whom some name (or the pupil number) begins with each word typed.

        Where there are none: the guardians of a child ("moeder van Sara"), or who sounds like it.
        """
        words = spelling.search_words(text)
        if not words:
            return ()
        with self._register.read() as session:
            ids = reading.find_ids(session, words, limit) or parents.find_ids(session, text, self._clock.today())
            ids = ids or alike.find_ids(session, text)
        lines = self.names(ids)
        return tuple(lines[person] for person in ids)

    def parents_of(self, lines: Collection[PersonLine]) -> tuple[PersonLine, ...]:
        """The guardians of the pupils among these, when those are few, but for who is among these already."""
        with self._register.read() as session:
            ids = parents.near(session, lines, self._clock.today())
        known = self.names(ids)
        return tuple(known[person] for person in ids)

    def pupils(self, group: str | None = None, on: date | None = None) -> tuple[PupilLine, ...]:
        """The pupils on the roll on a day, of one group or all, in Dutch order."""
        with self._register.read() as session:
            return reading.pupil_lines(session, self._day(on), None if group is None else spelling.normal_group(group))

    def turning(self, ages: Collection[int], until: date) -> tuple[PupilLine, ...]:
        """The pupils on the roll who become one of these ages after today, up to and including ``until``."""
        today = self._clock.today()
        with self._register.read() as session:
            return reading.turning(session, today, ages, until)

    def former_pupils(self, on: date | None = None) -> tuple[PupilLine, ...]:
        """The pupils that are not on the roll on a day."""
        with self._register.read() as session:
            lines = reading.pupil_lines(session, self._day(on), ids=self.all_pupil_ids())
            return tuple(line for line in lines if not line.active)

    def all_pupil_ids(self) -> tuple[int, ...]:
        """Every pupil ever entered, but for those who were merged into another or withdrawn."""
        with self._register.read() as session:
            return tuple(session.scalars(select(Pupil.id).join(Person).where(reading.shown())))

    def numbers(self) -> dict[int, str]:
        """The number of every pupil who is shown and has one."""
        with self._register.read() as session:
            query = select(Pupil.id, Pupil.number).join(Person).where(reading.shown(), Pupil.number != "")
            return {row.id: row.number for row in session.execute(query)}

    def withdrawn_pupils(self) -> tuple[PupilCard, ...]:
        """The pupils whose import was undone: shown nowhere, known by name to what refers to them."""
        with self._register.read() as session:
            query = select(Pupil.id).join(Person).where(Person.withdrawn_on.is_not(None))
            return guardians.pupil_cards(session, self._clock.today(), session.scalars(query).all())

    def aliases(self, *person_ids: int) -> frozenset[int]:
        """Every id under which these persons were ever entered: what refers to them may use any of these."""
        with self._register.read() as session:
            became = reading.became(session, person_ids)
            own = {became.get(one, one) for one in person_ids}
            return frozenset({*own, *session.scalars(select(Person.id).where(Person.merged_into.in_(own)))})

    def pupil(self, pupil_id: int, on: date | None = None) -> PupilCard:
        """Everything of one pupil."""
        found = self.cards([pupil_id], on)
        if not found:
            raise Refused("people.unknown")
        return found[0]

    def families(self, on: date | None = None) -> dict[int, frozenset[int]]:
        """The ids of the guardians of each pupil on the roll; two statements, for counting a whole school."""
        with self._register.read() as session:
            return guardians.families(session, self._day(on))

    def cards(self, ids: Collection[int], on: date | None = None) -> tuple[PupilCard, ...]:
        """Everything of these pupils, in Dutch order, at the cost of a few statements."""
        with self._register.read() as session:
            return guardians.pupil_cards(session, self._day(on), ids)

    def enrolled(self, on: date | None = None) -> tuple[PupilCard, ...]:
        """Everything of the pupils on the roll on a day, in Dutch order."""
        with self._register.read() as session:
            return guardians.enrolled_cards(session, self._day(on))

    def pupil_by_number(self, number: str, on: date | None = None) -> PupilCard:
        """The pupil with this number; one on the roll goes before one who left."""
        with self._register.read() as session:
            ids = session.scalars(select(Pupil.id).where(Pupil.number == number)).all()
            cards = guardians.pupil_cards(session, self._day(on), ids)
        if not cards:
            raise Refused("people.unknown_number", number=number)
        return max(cards, key=lambda card: (card.active, card.id))

    def guardian(self, guardian_id: int, on: date | None = None) -> GuardianCard:
        """A guardian with the pupils they belong to."""
        with self._register.read() as session:
            found = guardians.guardian_cards(session, self._day(on), guardians.ward_ids(session, guardian_id))
        for card in found:
            if card.id == guardian_id:
                return card
        raise Refused("people.unknown")

    def guardians(self, on: date | None = None) -> tuple[GuardianCard, ...]:
        """The guardians of pupils on the roll on a day, in Dutch order."""
        day = self._day(on)
        with self._register.read() as session:
            pupils = {line.id: line for line in reading.pupil_lines(session, day)}
            return guardians.guardian_cards(session, day, list(pupils))

    def groups(self, on: date | None = None) -> tuple[GroupLine, ...]:
        """The groups that have pupils on a day, in the order of the years."""
        with self._register.read() as session:
            return reading.group_lines(session, self._day(on))

    def employees(self, on: date | None = None) -> tuple[EmployeeLine, ...]:
        """Who works at the school on a day, in Dutch order."""
        day, lines = self._day(on), self.all_employees()
        return tuple(line for line in lines if rules.Period(line.start_date, line.end_date).holds(day))

    def all_employees(self) -> tuple[EmployeeLine, ...]:
        """Who works or ever worked at the school, in Dutch order."""
        with self._register.read() as session:
            return reading.employee_lines(session)

    def employee(self, employee_id: int) -> EmployeeLine:
        """One employee, also one who left."""
        with self._register.read() as session:
            found = reading.employee_lines(session, employee_id)
        if not found:
            raise Refused("people.unknown")
        return found[0]

    def group_history(self, pupil_id: int) -> tuple[GroupYearLine, ...]:
        """The groups in which a pupil sat, year by year, oldest first."""
        with self._register.read() as session:
            return reading.group_years(session, pupil_id)

    def guardians_of(self, pupil_ids: Collection[int], on: date | None = None) -> dict[int, tuple[GuardianLine, ...]]:
        """The guardians of these pupils with the authority that held on a day."""
        with self._register.read() as session:
            return guardians.guardian_lines(session, self._day(on), pupil_ids)

    def add_pupil(self, pupil: NewPupil) -> int:
        """Enter a pupil."""
        with self._register.write("pupil.added") as session:
            registrar = self.registrar(session)
            spelling.check_contact("", pupil.address)
            registrar.check_typed(pupil)
            return registrar.add_pupils([pupil])[0]

    def change_pupil(self, pupil_id: int, pupil: NewPupil) -> None:
        """Replace what is known of a pupil."""
        with self._register.write("pupil.changed", f"person:{pupil_id}") as session:
            registrar = self.registrar(session)
            spelling.check_contact("", pupil.address)
            registrar.check_typed(pupil, but=pupil_id)
            registrar.change_pupil(pupil_id, pupil)

    def place(self, pupil_id: int, group: str, year_group: int | None, on: date) -> None:
        """Put a pupil in a group of the school year of that day; an empty group takes the pupil out."""
        with self._register.write("pupil.placed", f"person:{pupil_id}") as session:
            self.registrar(session).place(pupil_id, group, year_group, on)

    def add_employee(self, employee: NewEmployee) -> int:
        """Enter an employee or other task holder."""
        with self._register.write("employee.added") as session:
            spelling.check_contact(employee.phone)
            return self.registrar(session).add_employee(employee)

    def change_employee(self, employee_id: int, employee: NewEmployee) -> None:
        """Replace what is known of an employee."""
        with self._register.write("employee.changed", f"person:{employee_id}") as session:
            spelling.check_contact(employee.phone)
            self.registrar(session).change_employee(employee_id, employee)

    def add_guardian(self, pupil_id: int, guardian: NewGuardian) -> int:
        """Enter a guardian of a pupil; gives the guardian's id."""
        with self._register.write("guardian.added", f"person:{pupil_id}") as session:
            registrar = self.registrar(session)
            spelling.check_contact(guardian.phone, guardian.address)
            guardian_id = registrar.add_guardians([guardian])[0]
            registrar.relate([(pupil_id, guardian_id, guardian)])
            return guardian_id

    def join_guardian(self, pupil_id: int, guardian_id: int, guardian: NewGuardian) -> int:
        """Make a known guardian also the guardian of this pupil (a sibling); gives the relation's id."""
        with self._register.write("guardian.joined", f"person:{pupil_id}") as session:
            return self.registrar(session).relate([(pupil_id, guardian_id, guardian)])[0]

    def change_guardian(self, guardian_id: int, guardian: NewGuardian) -> None:
        """Replace name, address and ways to reach a guardian; not the authority."""
        with self._register.write("guardian.changed", f"person:{guardian_id}") as session:
            spelling.check_contact(guardian.phone, guardian.address)
            self.registrar(session).change_guardian(guardian_id, guardian)

    def set_authority(self, relation_id: int, authority: Authority, since: date | None, source: str) -> None:
        """State what authority a guardian has over a pupil, since when, and where that is known from."""
        with self._register.write("authority.stated", f"relation:{relation_id}") as session:
            self.registrar(session).state_authority(relation_id, authority, since, source)

    def confirm_group(self, group: str, since: date, source: str, but: Collection[int] = ()) -> int:
        """Confirm every assumed authority over the pupils of a group, ``but`` these relations; gives how many."""
        day = self._clock.today()
        with self._register.write("authority.confirmed", f"group:{group}") as session:
            pupils = [line.id for line in self.pupils(group)]
            assumed = [
                line.relation_id
                for lines in guardians.guardian_lines(session, day, pupils).values()
                for line in lines
                if line.authority is Authority.ASSUMED and line.relation_id not in but
            ]
            registrar = self.registrar(session)
            for relation_id in assumed:
                registrar.state_authority(relation_id, Authority.YES, since, source)
            return len(assumed)

    def note_export(self, group: str) -> None:
        """Write in the log that people left as a plain workbook, of one group or all."""
        self._register.note("person.exported", f"group:{group or 'school'}")

    def set_teacher(self, group: str, employee_id: int | None) -> None:
        """Say who teaches a group this school year."""
        with self._register.write("group.teacher_set", f"group:{group}") as session:
            self.registrar(session).set_teacher(group, employee_id)

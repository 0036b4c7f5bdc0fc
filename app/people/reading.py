"""Queries on the register that turn rows into frozen lines; each costs a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from app.kernel.calendar import add_months, birthday
from app.kernel.names import PersonName, Title, full
from app.people import rules, spelling
from app.people.block_rules import FromWhom, Reach
from app.people.rules import (
    Address,
    EmployeeLine,
    GroupLine,
    GroupYearLine,
    PupilLine,
    TaskKind,
)
from app.people.tables import Employee, Group, Membership, Person, PublicationBlock, Pupil, Relation
from app.vault.drawers.database import drawer_of
from app.vault.keys.keyring import Role

_CHUNK = 10_000  # below SQLite's limit on bound values


def chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    """These ids in portions that one statement can carry."""
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), _CHUNK):
        yield wanted[start : start + _CHUNK]


def name_of(row: Row[Any] | Person) -> PersonName:
    """The name in a row that holds the name columns of a person."""
    return PersonName(row.first_name, row.infix, row.surname, row.initials, row.exact)


def address_of(row: Row[Any] | Person) -> Address:
    """The address in a row that holds the address columns of a person."""
    return Address(row.street, row.house_number, row.postcode, row.city)


def holds(period: type[Membership], on: date) -> ColumnElement[bool]:
    """The condition that a membership holds that day."""
    return (period.start <= on) & or_(period.until.is_(None), period.until >= on)


@cache
def shown() -> ColumnElement[bool]:
    """The condition that a person is shown: not merged into another, not withdrawn with the import they came by."""
    return and_(Person.merged_into.is_(None), Person.withdrawn_on.is_(None))


def find_ids(session: Session, words: Iterable[str], limit: int) -> list[int]:
    """Persons of whom some name part begins with each word, in Dutch order."""
    # The walk along ix_persons_search stops at the limit; an index on merged_into would sort everybody first.
    own = func.coalesce(Person.merged_into, 0) == 0
    query = (
        select(Person.id).where(own, Person.withdrawn_on.is_(None)).order_by(Person.sort_name, Person.id).limit(limit)
    )
    for word in words:
        query = query.where(func.instr(Person.folded, " " + word) > 0)
    return list(session.scalars(query))


def name_columns(person: type[Person]) -> tuple[Any, ...]:
    """The columns from which `name_of` makes a name."""
    return (person.first_name, person.infix, person.surname, person.initials, person.exact)


def pupil_lines(
    session: Session, on: date, group: str | None = None, ids: Iterable[int] | None = None
) -> tuple[PupilLine, ...]:
    """Pupils in Dutch order: those on the roll that day (of one group), or exactly these ids, active or not."""
    if ids is None:
        lines = (pupil_line(row, on) for row in session.execute(pupils_query(on).where(shown())))
        return tuple(line for line in lines if line.active and group in (None, line.group))
    rows = [row for chunk in chunks(ids) for row in session.execute(pupils_query(on).where(Pupil.id.in_(chunk)))]
    return tuple(pupil_line(row, on) for row in sorted(rows, key=lambda row: (row.sort_name, row.id)))


def became(session: Session, ids: Iterable[int]) -> dict[int, int]:
    """Who of these persons was merged, and into whom."""
    found: dict[int, int] = {}
    for chunk in chunks(ids):
        query = select(Person.id, Person.merged_into).where(Person.id.in_(chunk), Person.merged_into.is_not(None))
        found |= {row.id: row.merged_into for row in session.execute(query)}
    return found


def turning(session: Session, on: date, ages: Collection[int], until: date) -> tuple[PupilLine, ...]:
    """The pupils on the roll that day who become one of these ages after it, up to and including ``until``."""
    day = timedelta(days=1)  # 29 February
    spans = [(add_months(on, -12 * years) - day, add_months(until, -12 * years) + day) for years in ages]
    born = or_(*(Pupil.birth_date.between(first, last) for first, last in spans))
    lines = [pupil_line(row, on) for row in session.execute(pupils_query(on).where(shown(), born))]
    return tuple(line for line in lines if line.active and _turns(line.birth_date, on, ages, until))


def _turns(born: date | None, on: date, ages: Collection[int], until: date) -> bool:
    return born is not None and any(on < birthday(born, years) <= until for years in ages)


@lru_cache(maxsize=8)  # to put it together takes longer than to ask it
def pupils_query(on: date) -> Select[Any]:
    """Pupils with their names and the group they are in that day."""
    current = holds(Membership, on)
    place = (
        select(Membership.pupil_id, Membership.year_group, Group.name, Group.school_year)
        .join(Group, Group.id == Membership.group_id)
        .where(current)
        .subquery()
    )
    return (
        select(
            Pupil.id, Pupil.number, Pupil.birth_date, Pupil.enrol_date, Pupil.leave_date, Pupil.to_special,
            *name_columns(Person), Person.sort_name, Person.street, Person.house_number, Person.postcode, Person.city,
            Person.withdrawn_on, place.c.name.label("group_name"), place.c.year_group, place.c.school_year,
        )
        .join(Person, Person.id == Pupil.id)
        .join(place, place.c.pupil_id == Pupil.id, isouter=True)
        .where(Person.merged_into.is_(None))
        .order_by(Person.sort_name, Person.id)
    )  # fmt: skip


def pupil_line(row: Row[Any], on: date) -> PupilLine:
    """The line of one row of `pupils_query`."""
    return PupilLine(
        id=row.id,
        number=row.number,
        name=name_of(row),
        group=row.group_name or "",
        year_group=row.year_group,
        birth_date=row.birth_date,
        active=row.withdrawn_on is None and rules.is_enrolled(row.enrol_date, row.leave_date, on),
    )


@cache
@cache
def _blocks_query() -> Select[Any]:
    """Blocks with the one person whom each may name, and whether that is somebody's guardian and no employee."""
    is_guardian = exists().where(Relation.guardian_id == PublicationBlock.from_id)
    is_employee = exists().where(Employee.id == PublicationBlock.from_id)
    return (
        select(PublicationBlock, (is_guardian & ~is_employee).label("is_parent"), *name_columns(Person))
        .join(Person, Person.id == PublicationBlock.from_id, isouter=True)
        .where(PublicationBlock.pupil_id.in_(bindparam("pupils", expanding=True)))
        .order_by(PublicationBlock.id)
    )


def block_lines(session: Session, pupil_ids: Iterable[int]) -> dict[int, list[rules.BlockLine]]:
    """All publication blocks of these pupils, oldest first; the administrator is not told why, nor for whom."""
    is_told = drawer_of(session).user.role is not Role.ADMINISTRATOR
    blocks: dict[int, list[rules.BlockLine]] = defaultdict(list)
    for chunk in chunks(pupil_ids):
        for found in session.execute(_blocks_query(), {"pupils": list(chunk)}):
            row: PublicationBlock = found[0]
            whom = FromWhom(Reach(row.reach), is_parent=found.is_parent)
            if is_told:
                named = full(name_of(found)) if row.from_id else row.from_name
                whom = replace(whom, person_id=row.from_id, name=named)
            reason = row.reason if is_told else ""
            blocks[row.pupil_id].append(rules.BlockLine(row.id, rules.Period(row.start, row.until), reason, whom))
    return blocks


def group_years(session: Session, pupil_id: int) -> tuple[GroupYearLine, ...]:
    """Where a pupil sat, oldest first."""
    query = (
        select(Group.school_year, Group.name, Membership.year_group, Membership.start, Membership.until)
        .join(Group, Group.id == Membership.group_id)
        .where(Membership.pupil_id == pupil_id)
        .order_by(Membership.start, Membership.id)
    )
    return tuple(GroupYearLine(*row) for row in session.execute(query))


def group_lines(session: Session, on: date) -> tuple[GroupLine, ...]:
    """The groups that have pupils on the roll that day, youngest first."""
    count: dict[str, int] = defaultdict(int)
    for line in pupil_lines(session, on):
        count[line.group] += 1
    found: dict[str, GroupLine] = {}
    query = select(Group.name, Group.label, Person.id, *name_columns(Person)).join(
        Person, Person.id == Group.teacher_id, isouter=True
    )
    for row in session.execute(query.order_by(Group.school_year)):
        teacher = full(name_of(row)) if row.id else ""
        if count[row.name]:
            found[row.name] = GroupLine(row.name, row.label, count[row.name], teacher)
    return tuple(sorted(found.values(), key=lambda line: spelling.group_order(line.name)))


def employee_lines(session: Session, employee_id: int | None = None) -> tuple[EmployeeLine, ...]:
    """Everybody who works or worked at the school, or this one, in Dutch order."""
    query = _employees() if employee_id is None else _employees(of_one=True)
    return tuple(
        EmployeeLine(
            id=row.id,
            name=name_of(row),
            job_title=row.job_title,
            email=row.email,
            start_date=row.start_date,
            end_date=row.end_date,
            title=Title(row.title),
            task_kind=TaskKind(row.task_kind),
            phone=row.phone,
        )
        for row in session.execute(query, {"one": employee_id})
    )


@cache
def _employees(*, of_one: bool = False) -> Select[*tuple[Any, ...]]:
    return (
        select(
            Employee.id, Employee.job_title, Employee.task_kind, Employee.start_date, Employee.end_date,
            *name_columns(Person), Person.email, Person.phone, Person.title,
        )
        .join(Person, Person.id == Employee.id)
        .where(Employee.id == bindparam("one") if of_one else shown())
        .order_by(Person.sort_name, Person.id)
    )  # fmt: skip

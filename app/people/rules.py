"""What is known of a person, and what follows from it on a date: authority, age, enrolment, group.

Periods are closed: ``until`` is the last day. Only ``leave_date`` is the first day that a pupil is no longer enrolled.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from app.kernel.errors import Invalid
from app.kernel.names import PersonName, Title
from app.people.basics import Address, Authority, Period
from app.people.block_rules import BlockLine, is_blocked

__all__ = ["Address", "Authority", "BlockLine", "Period", "is_blocked"]  # beside everything below


class PersonKind(StrEnum):
    """What a person is to the school."""

    PUPIL = "pupil"
    EMPLOYEE = "employee"
    GUARDIAN = "guardian"


class RelationKind(StrEnum):
    """What a guardian is to the pupil; says nothing about authority."""

    PARENT = "parent"
    GUARDIAN_PERSON = "guardian_person"
    GUARDIAN_INSTITUTION = "guardian_institution"
    CARER = "carer"


class TaskKind(StrEnum):
    """Employed, or charged with tasks without being employed (WPO article 4a)."""

    EMPLOYED = "employed"
    TRAINEE = "trainee"
    VOLUNTEER = "volunteer"
    HIRED = "hired"


@dataclass(frozen=True)
class AuthorityRecord:
    """One statement about authority; ``since`` is None when it holds from the beginning."""

    authority: Authority
    since: date | None
    source: str
    recorded_at: datetime


@dataclass(frozen=True)
class PersonLine:
    """A person as a list shows them."""

    id: int
    kind: PersonKind
    name: PersonName
    detail: str = ""


@dataclass(frozen=True)
class GuardianLine:
    """A guardian of one pupil, with the authority that held on the day asked for."""

    id: int
    relation_id: int
    name: PersonName
    relation: RelationKind
    authority: Authority
    authority_since: date | None
    authority_source: str
    email: str
    phone: str
    address: Address
    title: Title


@dataclass(frozen=True)
class PupilLine:
    """A pupil as a list shows them; group and year group on the day asked for."""

    id: int
    number: str
    name: PersonName
    group: str
    year_group: int | None
    birth_date: date | None
    active: bool


@dataclass(frozen=True)
class PupilCard(PupilLine):
    """Everything the register knows of a pupil; ``school_year`` is the group's, ``to_special`` where the pupil went."""

    guardians: tuple[GuardianLine, ...]
    blocked: bool
    enrol_date: date | None
    leave_date: date | None
    address: Address
    blocks: tuple[BlockLine, ...] = ()
    school_year: str = ""
    to_special: bool = False


@dataclass(frozen=True)
class EmployeeLine:
    """Someone who works at the school, also as trainee, volunteer or hired."""

    id: int
    name: PersonName
    job_title: str
    email: str
    start_date: date | None
    end_date: date | None
    title: Title
    task_kind: TaskKind = TaskKind.EMPLOYED
    phone: str = ""


@dataclass(frozen=True)
class GuardianCard:
    """A guardian with the pupils they belong to; ``relations`` run along with ``pupils``."""

    id: int
    name: PersonName
    title: Title
    email: str
    phone: str
    address: Address
    pupils: tuple[PersonLine, ...]
    relations: tuple[GuardianLine, ...]


@dataclass(frozen=True)
class GroupLine:
    """A group of the school; ``name`` is normalised (``5A``), ``label`` as the school writes it."""

    name: str
    label: str
    pupils: int
    teacher: str


@dataclass(frozen=True)
class GroupYearLine:
    """A time in which a pupil sat in a group."""

    school_year: str
    group: str
    year_group: int | None
    start: date
    until: date | None


@dataclass(frozen=True)
class NewPupil:
    """What is typed or read of a pupil."""

    name: PersonName
    number: str = ""
    birth_date: date | None = None
    group: str = ""
    year_group: int | None = None
    enrol_date: date | None = None
    leave_date: date | None = None
    address: Address = field(default_factory=Address)


class NewGuardian(NamedTuple):
    """What is typed or read of a guardian; an institution has only a surname."""

    name: PersonName
    relation: RelationKind = RelationKind.PARENT
    authority: Authority = Authority.ASSUMED
    since: date | None = None
    source: str = ""
    email: str = ""
    phone: str = ""
    address: Address = Address()
    title: Title = Title.NEUTRAL


@dataclass(frozen=True)
class NewEmployee:
    """What is typed or read of an employee."""

    name: PersonName
    job_title: str = ""
    email: str = ""
    phone: str = ""
    start_date: date | None = None
    end_date: date | None = None
    title: Title = Title.NEUTRAL
    task_kind: TaskKind = TaskKind.EMPLOYED


def authority_on(records: Iterable[AuthorityRecord], on: date) -> AuthorityRecord | None:
    """The statement that holds on that day: the newest since, of those the last recorded; None when none does."""
    valid = [record for record in records if record.since is None or record.since <= on]
    valid.reverse()  # of two at one instant the last one told
    return max(valid, key=lambda record: (record.since or date.min, record.recorded_at), default=None)


def is_enrolled(enrol_date: date | None, leave_date: date | None, on: date) -> bool:
    """Whether a pupil is on the roll that day; on the day of leaving no longer."""
    return (enrol_date is None or enrol_date <= on) and (leave_date is None or on < leave_date)


def age_on(birth_date: date, on: date) -> int:
    """Age in whole years; born on 29 February means a year older on 1 March."""
    return on.year - birth_date.year - ((on.month, on.day) < (birth_date.month, birth_date.day))


def check_name(name: PersonName) -> None:
    """A person has at least a first name or a surname."""
    if not (name.first_name.strip() or name.surname.strip()):
        raise Invalid("surname", "people.name_missing")


def check_period(start: date | None, end: date | None, field_name: str) -> None:
    """An end does not lie before its start."""
    if start and end and end < start:
        raise Invalid(field_name, "people.end_before_start")


def check_pupil(pupil: NewPupil, today: date) -> None:
    """A pupil has a name, is born already, and does not leave before arriving."""
    check_name(pupil.name)
    if pupil.birth_date and pupil.birth_date > today:
        raise Invalid("birth_date", "people.birth_date_in_future")
    check_period(pupil.enrol_date, pupil.leave_date, "leave_date")


def check_employee(employee: NewEmployee) -> None:
    """An employee has a name and does not leave before arriving."""
    check_name(employee.name)
    check_period(employee.start_date, employee.end_date, "end_date")


def check_authority(authority: Authority, since: date | None, source: str, today: date) -> None:
    """Who says yes or no about authority says also where that is known from, and not ahead of time."""
    if authority is not Authority.ASSUMED and not source.strip():
        raise Invalid("source", "people.authority_source_missing")
    if since and since > today:
        raise Invalid("since", "people.authority_in_future")

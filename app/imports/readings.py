"""What was read from a class list; the reading process knows no more than this, so that it starts quickly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.imports.recognition import RecognisedSheet
from app.kernel.names import PersonName
from app.people.basics import Address, Authority

NOWHERE = Address()
PUPILS_UNNAMED = "imports.pupils_unnamed"  # a sheet that names guardians and no pupil


class Target(StrEnum):
    """What a column of a class list holds."""

    NUMBER = "number"
    FIRST_NAME = "first_name"
    GIVEN_NAMES = "given_names"
    INITIALS = "initials"
    INFIX = "infix"
    SURNAME = "surname"
    FULL_NAME = "full_name"
    GROUP = "group"
    YEAR_GROUP = "year_group"
    BIRTH_DATE = "birth_date"
    ENROL_DATE = "enrol_date"
    LEAVE_DATE = "leave_date"
    STREET = "street"
    HOUSE_NUMBER = "house_number"
    ADDITION = "addition"
    POSTCODE = "postcode"
    CITY = "city"
    EMAIL = "email"
    PHONE = "phone"
    AUTHORITY = "authority"
    AUTHORITY_SINCE = "authority_since"
    TEACHER = "teacher"
    GENDER = "gender"
    RELATION = "relation"
    JOB_TITLE = "job_title"
    START_DATE = "start_date"
    END_DATE = "end_date"
    BLOCKED = "blocked"


class Place(NamedTuple):
    """Where in the file something stands; rows count from 1 as in the spreadsheet."""

    row: int
    column: str = ""
    sheet: str = ""


@dataclass(frozen=True)
class Rejection:
    """A row, or one cell of it, that was not taken over, and why; ``name`` is the child of the row."""

    place: Place
    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    name: str = ""
    value: str = ""


@dataclass(frozen=True)
class DroppedColumn:
    """A column that Meldboek may not keep; its values never left the reading process."""

    header: str
    code: str


@dataclass(frozen=True)
class ReadColumn:
    """A column as it was recognised; ``target`` is empty when Meldboek has no use for it."""

    header: str
    target: str
    guardian: int = 0


class ReadGuardian(NamedTuple):
    """A guardian of one pupil as the list has them."""

    name: PersonName
    email: str = ""
    phone: str = ""
    authority: Authority = Authority.ASSUMED
    address: Address = NOWHERE
    relation: str = ""
    title: str = ""
    since: date | None = None  # from when the list says that this holds of authority


class ReadPupil(NamedTuple):
    """A pupil as the list has them."""

    place: Place
    name: PersonName
    number: str = ""
    birth_date: date | None = None
    group: str = ""
    year_group: int | None = None
    enrol_date: date | None = None
    leave_date: date | None = None
    address: Address = NOWHERE
    guardians: tuple[ReadGuardian, ...] = ()
    active: bool = True


@dataclass(frozen=True)
class ReadEmployee:
    """Someone who works at the school, as the list has them."""

    place: Place
    name: PersonName
    number: str = ""
    job_title: str = ""
    start_date: date | None = None
    end_date: date | None = None
    email: str = ""
    phone: str = ""
    group: str = ""
    title: str = ""


@dataclass(frozen=True)
class SourceSchool:
    """What a file says of the school it is of and of the day it holds for; empty when it says nothing."""

    brin: str = ""
    school_year: str = ""
    reference_date: date | None = None
    name: str = ""


@dataclass(frozen=True)
class Reading:
    """A whole class list, read and made tidy, not yet held against the register.

    ``by_key`` says that its numbers are those by which two systems know a pupil, perhaps not the number of the school.
    """

    file_name: str
    pupils: tuple[ReadPupil, ...] = ()
    columns: tuple[ReadColumn, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    dropped: tuple[DroppedColumn, ...] = ()
    employees: tuple[ReadEmployee, ...] = ()
    school: SourceSchool = field(default_factory=SourceSchool)
    sheets: tuple[RecognisedSheet, ...] = ()
    doubts: tuple[Rejection, ...] = ()
    by_key: bool = False

    @property
    def holds_people(self) -> bool:
        """Whether anybody was read; not so when nobody has said yet what the columns hold, or which name the pupils."""
        return bool(self.pupils or self.employees or any(one.code != PUPILS_UNNAMED for one in self.rejected))

    @property
    def targets(self) -> frozenset[str]:
        """What the file has columns for; about anything else it says nothing."""
        return frozenset(column.target for column in self.columns if column.target and not column.guardian)

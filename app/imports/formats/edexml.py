"""EDEXML, the format in which school systems hand pupils and employees to each other: 1.03, 2.0 and 2.1.

Never held against its schema, whose list of school years ended long ago; nothing outside the known elements is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar

from app.imports.columns.headings import ROLES, is_blocked
from app.imports.content import cells, contacts
from app.imports.content.persons import dotted, parted
from app.imports.formats.safe_xml import walk
from app.imports.readings import (
    DroppedColumn,
    Place,
    ReadColumn,
    ReadEmployee,
    Reading,
    ReadPupil,
    Rejection,
    SourceSchool,
    Target,
)
from app.imports.recognition import EMPLOYEES, PUPILS, RecognisedColumn, RecognisedSheet, fingerprint
from app.imports.refusal import FileRefusedError
from app.kernel.formats import postcode
from app.kernel.names import PersonName, full
from app.people.basics import Address
from app.people.doubt_rules import is_school_age
from app.people.spelling import normal_group

_USES = {
    "key": Target.NUMBER,
    "roepnaam": Target.FIRST_NAME,
    "voornamen": Target.GIVEN_NAMES,
    "voorletters-1": Target.INITIALS,
    "voorvoegsel": Target.INFIX,
    "achternaam": Target.SURNAME,
    "geboortedatum": Target.BIRTH_DATE,
    "jaargroep": Target.YEAR_GROUP,
    "groep": Target.GROUP,
    "postcodenl": Target.POSTCODE,
    "instroomdatum": Target.ENROL_DATE,
    "uitstroomdatum": Target.LEAVE_DATE,
    "rol": Target.JOB_TITLE,
    "rolomschrijving": Target.JOB_TITLE,
    "emailadres": Target.EMAIL,
}
_LEFT = "h"
Read = TypeVar("Read")
_LONGEST = 200


@dataclass
class _Person:
    """The elements of one pupil or employee: name of the element and its text or key, the first of a kind."""

    said: dict[str, str] = field(default_factory=dict)
    place: int = 0


@dataclass
class _School:
    """Collects what stands in the file, by the names of the elements alone."""

    school: dict[str, str] = field(default_factory=dict)
    groups: dict[str, str] = field(default_factory=dict)
    years: dict[str, str] = field(default_factory=dict)
    pupils: list[_Person] = field(default_factory=list)
    employees: list[_Person] = field(default_factory=list)
    is_edex: bool = False
    _stack: list[str] = field(default_factory=list)
    _key: str = ""
    _person: _Person | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A person begins, or a group is named by its key."""
        self.is_edex = self.is_edex or name == "edex"
        if name in ("leerling", "leerkracht"):
            people = self.pupils if name == "leerling" else self.employees
            self._person = _Person(dict(attributes), len(people) + 1)
            people.append(self._person)
        elif name in ("groep", "samengestelde_groep"):
            self._key = attributes.get("key", "")
            if self._person is not None and self._key:
                self._person.said.setdefault(name, self._key)
        self._stack.append(name)

    def end(self, name: str, text: str) -> None:
        """An element of a person, of a group or of the school is complete."""
        self._stack.pop()
        above = self._stack[-1] if self._stack else ""
        text = " ".join(text.split())
        if name in ("leerling", "leerkracht"):
            self._person = None
        elif self._person is not None:
            if text and above != "blok":
                self._person.said.setdefault(name, text)
        elif above in ("groep", "samengestelde_groep") and name == "naam":
            self.groups[self._key] = text
        elif above == "groep" and name == "jaargroep":
            self.years[self._key] = text
        elif above == "school":
            self.school.setdefault(name, text)


def read(path: Path, today: date) -> Reading:
    """The pupils and employees in this file. Raises FileRefusedError when it is no EDEXML."""
    school = _School()
    walk(path, school)
    if not school.is_edex:
        raise FileRefusedError("imports.no_workbook")
    if not school.pupils and not school.employees:
        raise FileRefusedError("imports.no_rows")
    return _Told(school, today).reading(path.name)


class _Told:
    """Makes a reading of what was collected."""

    def __init__(self, school: _School, today: date) -> None:
        self._school = school
        self._today = today
        self._rejected: list[Rejection] = []

    def reading(self, file_name: str) -> Reading:
        pupils = self._each(self._school.pupils, self._pupil)
        employees = self._each(self._school.employees, self._employee)
        columns, dropped, sheets = _columns(self._school)
        source = self._source()
        return Reading(
            file_name,
            tuple(pupils),
            columns,
            tuple(self._rejected),
            dropped,
            employees=tuple(employees),
            school=source,
            sheets=sheets,
            doubts=tuple(_doubts(pupils, source.reference_date or self._today)),
            by_key=True,
        )

    def _each(self, people: list[_Person], read: Callable[[_Person], Read]) -> list[Read]:
        found = []
        for person in people:
            try:
                found.append(read(person))
            except _UnreadableError as error:
                where = Place(person.place, error.element)
                self._rejected.append(Rejection(where, error.code, name=_called(person), value=error.value))
        return found

    def _pupil(self, person: _Person) -> ReadPupil:
        said = person.said
        year = said.get("jaargroep", "") or self._school.years.get(said.get("groep", ""), "")
        leaves = self._day(person, "uitstroomdatum")
        return ReadPupil(
            place=Place(person.place),
            name=_name(person),
            number=_number(person),
            birth_date=self._day(person, "geboortedatum"),
            group=self._group(person),
            year_group=int(year) if year in {*"012345678"} else None,
            enrol_date=self._day(person, "instroomdatum"),
            leave_date=leaves,
            address=Address(postcode=postcode(said.get("postcodenl", "")[:_LONGEST])),
            active=year.casefold() != _LEFT and not (leaves and leaves <= self._today),
        )

    def _employee(self, person: _Person) -> ReadEmployee:
        said = person.said
        role = said.get("rol", "").upper()
        return ReadEmployee(
            place=Place(person.place),
            name=_name(person),
            number=_number(person),
            job_title=(said.get("rolomschrijving") or ROLES.get(role, ""))[:_LONGEST],
            email=next(iter(contacts.emails(said.get("emailadres", ""))), ""),
            start_date=self._day(person, "instroomdatum"),
            end_date=self._day(person, "uitstroomdatum"),
            group=self._group(person),
        )

    def _group(self, person: _Person) -> str:
        key = person.said.get("groep") or person.said.get("samengestelde_groep", "")
        return normal_group(self._school.groups.get(key, ""))[:_LONGEST]

    def _day(self, person: _Person, element: str) -> date | None:
        said = person.said.get(element, "")
        try:
            return cells.day(said[:10] if said[:4].isdigit() else said, self._today.year)
        except cells.NoSuchDayError:
            raise _UnreadableError(element, "imports.date_missing", said[:40]) from None
        except ValueError:
            raise _UnreadableError(element, "imports.date_unreadable", said[:40]) from None

    def _source(self) -> SourceSchool:
        said = self._school.school
        try:
            day = cells.day(said.get("peildatum", "")[:10], self._today.year)
        except ValueError:
            day = None
        return SourceSchool(said.get("brincode", "")[:10].upper(), said.get("schooljaar", "")[:20], day)


def _doubts(pupils: list[ReadPupil], on: date) -> Iterator[Rejection]:
    for pupil in pupils:
        if pupil.active and not pupil.name.surname:
            yield Rejection(Place(pupil.place.row, "achternaam"), "imports.surname_missing", name=full(pupil.name))
        if pupil.active and pupil.birth_date and not is_school_age(pupil.birth_date, on):
            where = Place(pupil.place.row, "geboortedatum")
            yield Rejection(where, "imports.age_unlikely", name=full(pupil.name), value=cells.text(pupil.birth_date))


class _UnreadableError(ValueError):
    """One person cannot be taken over."""

    def __init__(self, element: str, code: str, value: str = "") -> None:
        super().__init__(code)
        self.element = element
        self.code = code
        self.value = value


def _name(person: _Person) -> PersonName:
    said = person.said
    first = said.get("roepnaam") or said.get("voornamen", "")
    initials = dotted(said.get("voorletters-1") or said.get("voorletters", ""))
    parts = (first, said.get("voorvoegsel", ""), said.get("achternaam", ""))
    if not any(letter.isalpha() for letter in first + parts[2]):
        raise _UnreadableError("achternaam", "imports.name_missing")
    if max(map(len, parts)) > _LONGEST:
        raise _UnreadableError("achternaam", "imports.value_too_long")
    return parted(*parts, initials)


def _called(person: _Person) -> str:
    said = person.said
    return " ".join(filter(None, (said.get(part, "")[:60] for part in ("roepnaam", "voorvoegsel", "achternaam"))))


def _number(person: _Person) -> str:
    """The key; one that begins with ``#`` is another in every file."""
    key = person.said.get("key", "")
    return "" if key.startswith("#") else key[:_LONGEST]


def _columns(school: _School) -> tuple[tuple[ReadColumn, ...], tuple[DroppedColumn, ...], tuple[RecognisedSheet, ...]]:
    sheets: list[RecognisedSheet] = []
    used: dict[str, ReadColumn] = {}
    dropped: dict[str, DroppedColumn] = {}
    for name, subject, people in (("leerlingen", PUPILS, school.pupils), ("leerkrachten", EMPLOYEES, school.employees)):
        elements = dict.fromkeys(element for person in people for element in person.said)
        recognised = [_column(index, element, people) for index, element in enumerate(elements)]
        if recognised:
            mark = fingerprint(("edexml", *elements))
            sheets.append(RecognisedSheet(name, mark, 0, len(people), subject, "", tuple(recognised), fixed=True))
        dropped |= {one.header: DroppedColumn(one.header, one.dropped) for one in recognised if one.dropped}
        if subject == PUPILS:
            used = {one.header: ReadColumn(one.header, one.target) for one in recognised if one.target}
    return tuple(used.values()), tuple(dropped.values()), tuple(sheets)


def _column(index: int, element: str, people: list[_Person]) -> RecognisedColumn:
    if is_blocked(element):
        return RecognisedColumn(index, element, dropped="imports.column_blocked")
    target = _USES.get(element)
    if target is None:
        return RecognisedColumn(index, element)
    found = dict.fromkeys(person.said[element][:60] for person in people[:50] if element in person.said)
    return RecognisedColumn(index, element, target.value, samples=tuple(found)[:3])

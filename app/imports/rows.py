"""The rows of a class list made into pupils with their guardians."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.imports import cells, persons
from app.imports.cells import Cell
from app.imports.layout import Layout, Row, title_group
from app.imports.rules import Place, ReadGuardian, ReadPupil, Rejection, Target
from app.kernel.names import PersonName, fold
from app.people.rules import Address
from app.people.spelling import normal_group

_FOOTER = re.compile(
    r"^(?:sub)?totaal\b|^aantal\b|^pagina\b|^afgedrukt\b|^gemiddeld|^peildatum\b|^[jm] ?: ?\d|^jongens?\b|^meisjes?\b",
    re.IGNORECASE,
)
_LONGEST = 200


class RowRefusedError(ValueError):
    """One row cannot be taken over; ``column`` and ``code`` say why."""

    def __init__(self, column: str, code: str) -> None:
        super().__init__(code)
        self.column = column
        self.code = code


@dataclass
class Reader:
    """Goes down one sheet and collects its pupils; a pupil on several rows becomes one."""

    layout: Layout
    this_year: int
    sheet: str = ""
    pupils: dict[object, ReadPupil] = field(default_factory=dict)
    rejected: list[Rejection] = field(default_factory=list)
    _group: str = ""

    def read(self) -> None:
        """Read every row below the headings."""
        self._group = self.layout.group
        for index in range(self.layout.first, len(self.layout.sheet.rows)):
            row = self.layout.sheet.rows[index]
            if self._is_skipped(row):
                continue
            place = Place(index + 1, "", self.sheet)
            try:
                self._take(replace(self._pupil(row, place), guardians=tuple(self._guardians(row, place))))
            except RowRefusedError as refusal:
                self.rejected.append(Rejection(replace(place, column=refusal.column), refusal.code))

    def _is_skipped(self, row: Row) -> bool:
        said = [text for text in map(cells.text, row) if text]
        if not said or _FOOTER.match(said[0]) or self._is_heading(said):
            return True
        if len(said) <= 2 and not self.layout.has(Target.GROUP) and (group := title_group(cells.lines(_first(row)))):
            self._group = group
            return True
        return len(said) == 1

    def _is_heading(self, said: list[str]) -> bool:
        return len(said) > 1 and sum(text in self.layout.words for text in said) * 2 > len(said)

    def _take(self, pupil: ReadPupil) -> None:
        key: object = pupil.number or (_folded(pupil.name), pupil.birth_date)
        known = self.pupils.get(key)
        if known is None:
            self.pupils[key] = pupil
        elif _folded(known.name) != _folded(pupil.name):
            raise RowRefusedError(self._header(Target.NUMBER), "imports.number_twice")
        else:
            fresh = tuple(guardian for guardian in pupil.guardians if not _has(known.guardians, guardian))
            self.pupils[key] = replace(known, guardians=known.guardians + fresh)

    def _header(self, target: Target, guardian: int = 0) -> str:
        column = self.layout.find(target, guardian)
        return column.header if column else ""

    def _cell(self, row: Row, target: Target, guardian: int = 0) -> Cell:
        column = self.layout.find(target, guardian)
        return row[column.index] if column and column.index < len(row) else None

    def _text(self, row: Row, target: Target, guardian: int = 0) -> str:
        text = cells.text(self._cell(row, target, guardian))
        if len(text) > _LONGEST:
            raise RowRefusedError(self._header(target, guardian), "imports.value_too_long")
        return text

    def _pupil(self, row: Row, place: Place) -> ReadPupil:
        group = cells.group(self._cell(row, Target.GROUP)) or self._group
        return ReadPupil(
            place=place,
            name=self._name(row),
            number=self._text(row, Target.NUMBER),
            birth_date=self._day(row, Target.BIRTH_DATE),
            group=normal_group(group)[:_LONGEST],
            year_group=cells.whole_number(self._cell(row, Target.YEAR_GROUP)),
            enrol_date=self._day(row, Target.ENROL_DATE),
            leave_date=self._day(row, Target.LEAVE_DATE),
            address=self._address(row),
        )

    def _name(self, row: Row) -> PersonName:
        whole = self._text(row, Target.FULL_NAME)
        if whole:
            name = persons.single(whole)
        else:
            first = self._text(row, Target.FIRST_NAME) or self._text(row, Target.GIVEN_NAMES)
            infix, surname = self._text(row, Target.INFIX), self._text(row, Target.SURNAME)
            name = persons.parted(first, infix, surname, self._text(row, Target.INITIALS))
        if not any(letter.isalpha() for letter in name.first_name + name.surname):
            raise RowRefusedError(
                self._header(Target.SURNAME) or self._header(Target.FULL_NAME), "imports.name_missing"
            )
        return name

    def _day(self, row: Row, target: Target) -> date | None:
        try:
            return cells.day(self._cell(row, target), self.this_year)
        except ValueError:
            raise RowRefusedError(self._header(target), "imports.date_unreadable") from None

    def _address(self, row: Row, guardian: int = 0) -> Address:
        number = self._text(row, Target.HOUSE_NUMBER, guardian) + self._text(row, Target.ADDITION, guardian)
        return Address(
            street=self._text(row, Target.STREET, guardian),
            number=number,
            postcode=self._text(row, Target.POSTCODE, guardian),
            city=self._text(row, Target.CITY, guardian),
        )

    def _guardians(self, row: Row, place: Place) -> Iterable[ReadGuardian]:
        found: list[ReadGuardian] = []
        for guardian in self.layout.guardians:
            found += self._guardian(row, guardian, place)
        return found if len(self.layout.guardians) > 1 else self._shared(row, found)

    def _guardian(self, row: Row, guardian: int, place: Place) -> list[ReadGuardian]:
        names = self._guardian_names(row, guardian)
        emails = self._emails(row, guardian, place)
        phones = cells.phones(self._cell(row, Target.PHONE, guardian))
        return [
            ReadGuardian(
                name=name,
                email=_at(emails, index, len(names)),
                phone=_at(phones, index, len(names)),
                authority=cells.authority(self._cell(row, Target.AUTHORITY, guardian)),
                address=self._address(row, guardian),
            )
            for index, name in enumerate(names)
        ]

    def _guardian_names(self, row: Row, guardian: int) -> Sequence[PersonName]:
        whole = cells.lines(self._cell(row, Target.FULL_NAME, guardian))[:_LONGEST]
        if whole:
            return persons.several(whole)
        first, infix = self._text(row, Target.FIRST_NAME, guardian), self._text(row, Target.INFIX, guardian)
        surname = self._text(row, Target.SURNAME, guardian)
        initials = self._text(row, Target.INITIALS, guardian)
        return [persons.parted(first, infix, surname, initials)] if first or surname else []

    def _emails(self, row: Row, guardian: int, place: Place) -> tuple[str, ...]:
        cell = self._cell(row, Target.EMAIL, guardian)
        found = cells.emails(cell)
        if not found and cells.text(cell):
            column = self._header(Target.EMAIL, guardian)
            self.rejected.append(Rejection(replace(place, column=column), "imports.email_unreadable"))
        return found

    def _shared(self, row: Row, found: list[ReadGuardian]) -> list[ReadGuardian]:
        """Fill what stands in columns of no one in particular: e-mail, telephone and authority beside one name."""
        emails = cells.emails(self._cell(row, Target.EMAIL))
        phones = cells.phones(self._cell(row, Target.PHONE))
        said = cells.authority(self._cell(row, Target.AUTHORITY))
        return [
            replace(
                guardian,
                email=guardian.email or _at(emails, index, len(found)),
                phone=guardian.phone or _at(phones, index, len(found)),
                authority=said if self.layout.has(Target.AUTHORITY) else guardian.authority,
            )
            for index, guardian in enumerate(found)
        ]


def _first(row: Row) -> Cell:
    return next(cell for cell in row if cells.text(cell))


def _at(values: Sequence[str], index: int, names: int) -> str:
    """The value that belongs to one of these names; all that is left over is not guessed at."""
    return values[index] if index < len(values) and (names > 1 or index == 0) else ""


def _folded(name: PersonName) -> tuple[str, str, str]:
    return fold(name.first_name or name.initials), fold(name.infix), fold(name.surname)


def _has(guardians: Iterable[ReadGuardian], new: ReadGuardian) -> bool:
    return any(_folded(one.name) == _folded(new.name) and one.email == new.email for one in guardians)

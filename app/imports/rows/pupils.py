"""The rows of a class list made into pupils with their guardians."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from app.imports.columns import titles
from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, persons
from app.imports.content.name_cells import is_name
from app.imports.readings import PUPILS_UNNAMED, Place, ReadGuardian, ReadPupil, Rejection, Target
from app.imports.rows.alone import NamesAlone
from app.imports.rows.getters import LONGEST, RowRefusedError, address_of, cell_of, day_of, number_of, text_of
from app.imports.rows.going_on import group_behind, groups_go_on
from app.imports.rows.guardians import GuardianReader
from app.imports.rows.namesakes import Namesakes, folded, own_key
from app.imports.rows.pupil_doubts import PupilDoubts
from app.kernel.names import PersonName, fold, full
from app.people.doubt_rules import HIGHEST_YEAR
from app.people.spelling import normal_group

_NAMES = (Target.FULL_NAME, Target.SURNAME, Target.FIRST_NAME)
_NOT_ENROLLED = frozenset(
    ["uitgeschreven", "aangemeld", "oud-leerling", "oud-leerlingen", "vertrokken", "wachtlijst", "h"]
)
_OF_ANYONE = frozenset({Target.EMAIL, Target.PHONE, Target.AUTHORITY, Target.AUTHORITY_SINCE, Target.RELATION})
_OF_ONE_YEAR = re.compile(r"[1-8] ?[A-Za-z]?")
_MOST_IN_TITLE = 3  # cells of a row that names a group


@dataclass
class Reader:
    """Goes down one sheet and collects its pupils; a pupil on several rows becomes one."""

    layout: Layout
    today: date
    sheet: str = ""
    pupils: dict[object, ReadPupil] = field(default_factory=dict)
    rejected: list[Rejection] = field(default_factory=list)
    doubts: list[Rejection] = field(default_factory=list)
    reference: date | None = None

    def __post_init__(self) -> None:
        layout, year = self.layout, self.today.year
        self._guardians = GuardianReader(layout, self.doubts, self.today)
        self._number, self._name = number_of(layout), name_of(layout)
        self._birth = day_of(layout, Target.BIRTH_DATE, year)
        self._enrolled, self._left = (day_of(layout, one, year) for one in (Target.ENROL_DATE, Target.LEAVE_DATE))
        self._group_cell, self._year = cell_of(layout, Target.GROUP), cell_of(layout, Target.YEAR_GROUP)
        self._address = address_of(layout)
        self._names_pupils = layout.has(*_NAMES, Target.GIVEN_NAMES)
        self._is_single, self._alone = len(layout.columns) == 1, NamesAlone(layout)
        self._group = normal_group(layout.group)
        self._has_group, self._whole = layout.has(Target.GROUP), text_of(layout, Target.FULL_NAME)
        self._groups_go_on, self._group_above = groups_go_on(layout), ""
        self._own = [one.index for one in layout.columns if not one.guardian and one.target not in _OF_ANYONE]
        self._above: object = None  # the pupil in the row above
        self._namesakes = Namesakes(layout, self.pupils)

    def read(self) -> None:
        """Read every row below the headings."""
        self._looks = PupilDoubts(self.layout, self.doubts, self.reference or self.today, self.sheet)
        self._looks.at_columns()
        if not self._names_pupils and not self.layout.has(Target.NUMBER):
            self.rejected.append(Rejection(Place(self.layout.first, "", self.sheet), PUPILS_UNNAMED))
            return
        for index in range(self.layout.first, len(self.layout.sheet.rows)):
            row = self.layout.sheet.rows[index]
            place = Place(index + 1, "", self.sheet)
            if not any(row):
                self._above = None
                continue
            if self._goes_on(row, place):
                continue
            self._above = None
            if self._is_skipped(row, place):
                continue
            try:
                self._read(row, place)
            except RowRefusedError as refusal:
                where = place._replace(column=refusal.column)
                self.rejected.append(Rejection(where, refusal.code, name=self._called(row), value=refusal.value))

    def _read(self, row: Row, place: Place) -> None:
        said = len(self.doubts)
        if not self._names_pupils:
            self._add_guardians(row, place)
            return
        pupil = self._pupil(row, place)
        self._take(pupil)
        self._looks.at_pupil(row, pupil)
        if len(self.doubts) > said:
            name = full(pupil.name)
            self.doubts[said:] = [replace(doubt, name=name) for doubt in self.doubts[said:]]

    def _goes_on(self, row: Row, place: Place) -> bool:
        """Take the next parent below the first, in a row that leaves the columns of the pupil empty."""
        if self._above is None or not self.layout.guardians or any(row[one] for one in self._own if one < len(row)):
            return False
        first = next((text for cell in row if (text := cells.text(cell))), "")
        known = self.pupils[self._above]
        if not first or first in self.layout.words or titles.is_footer(first):
            return False
        guardians = self._guardians.read(row, place, known.name)
        self.pupils[self._above] = _with_guardians(known, guardians)
        return bool(guardians)

    def _is_skipped(self, row: Row, place: Place) -> bool:
        first = next((text for cell in row if (text := cells.text(cell))), "")
        if not first or titles.is_footer(first):
            return True
        if first in self.layout.words and self._is_heading(row):
            return True
        if len(row) - row.count("") - row.count(None) > _MOST_IN_TITLE:
            return False
        filled = [text for cell in row if (text := cells.lines(cell)[:LONGEST])]
        if (group := titles.group_of_row(filled)) and not self._holds_name(row):
            self._group, self._group_above = normal_group(group), ""
            return True
        if len(filled) != 1 or self._is_single or self._alone.is_pupil(row):
            return False
        if self._alone.is_doubtful(row):
            self.doubts.append(Rejection(place, "imports.name_alone", value=first[:60]))
        return True

    def _holds_name(self, row: Row) -> bool:
        """Whether a name stands in a cell other than the first of the row, or a group in the cell for it."""
        places = [column.index for column in self.layout.columns if column.target in _NAMES and not column.guardian]
        filled = [index for index, cell in enumerate(row) if cells.text(cell)]
        if self._group_cell(row) and len(filled) > 1 and filled[0] in places:
            return not titles.group_of_row([cells.text(row[filled[0]]), "x"])
        return any(place in filled[1:] for place in places)

    def _is_heading(self, row: Row) -> bool:
        said = [text for cell in row if (text := cells.text(cell))]
        return len(said) > 1 and sum(text in self.layout.words for text in said) * 2 > len(said)

    def _pupil(self, row: Row, place: Place) -> ReadPupil:
        left = self._left(row)
        group, year, gone = _placed(self._group_of(row), cells.text(self._year(row)))
        gone = gone or (left is not None and left <= self.today)
        name = self._name(row)
        return ReadPupil(
            place=place,
            name=name,
            number=self._number(row),
            birth_date=self._birth(row),
            group=group[:LONGEST],
            year_group=year,
            enrol_date=self._enrolled(row),
            leave_date=left,
            address=self._address(row),
            guardians=self._guardians.read(row, place, name),
            active=not gone,
        )

    def _group_of(self, row: Row) -> str:
        if said := cells.group(self._group_cell(row)):
            self._group_above = said
        elif self._groups_go_on:
            return self._group_above or self._group
        return said or self._group or ("" if self._has_group else group_behind(self._whole(row)))

    def _take(self, pupil: ReadPupil) -> None:
        key = self._namesakes.key_of(pupil) or own_key(pupil, self.pupils)
        known = self.pupils.get(key)
        if known is None:
            self.pupils[key] = pupil
        elif folded(known.name) != folded(pupil.name):
            column = self.layout.find(Target.NUMBER)
            raise RowRefusedError(column.header if column else "", "imports.number_twice", pupil.number)
        else:
            self.pupils[key] = _merged(known, pupil)
        self._above = key

    def _add_guardians(self, row: Row, place: Place) -> None:
        """A sheet with guardians only says by the number of which pupil they are."""
        number = self._number(row)
        known = self.pupils.get(number)
        if known is None:
            column = self.layout.find(Target.NUMBER)
            raise RowRefusedError(column.header if column else "", "imports.pupil_unknown", number)
        self.pupils[number] = _with_guardians(known, self._guardians.read(row, place, known.name))

    def _called(self, row: Row) -> str:
        try:
            return full(self._name(row))
        except RowRefusedError:
            return ""


def name_of(layout: Layout) -> Callable[[Row], PersonName]:
    """The name in a row, in one cell or in parts; the row is refused when it has none."""
    whole, first, given = (text_of(layout, one) for one in (Target.FULL_NAME, Target.FIRST_NAME, Target.GIVEN_NAMES))
    infix, surname, initials = (text_of(layout, one) for one in (Target.INFIX, Target.SURNAME, Target.INITIALS))
    column = layout.find(Target.SURNAME) or layout.find(Target.FULL_NAME)
    header = column.header if column else ""
    has_parts = layout.has(Target.SURNAME)

    def name(row: Row) -> PersonName:
        last, written = surname(row), infix(row)
        in_one = "" if has_parts and last else whole(row)
        if in_one:
            found = persons.single(in_one)
            own_infix = persons.small(written) or found.infix
            found = PersonName(first(row) or found.first_name, own_infix, found.surname, found.initials)
        else:
            found = persons.parted(first(row) or given(row), written, last, initials(row))
        if found.surname.isalpha() and found.first_name.isalpha():
            return found
        if not any(letter.isalpha() for letter in found.first_name + found.surname):
            raise RowRefusedError(header, "imports.name_missing", (whole(row) or surname(row))[:60])
        if not is_name(found.first_name + found.surname):
            raise RowRefusedError(header, "imports.name_of_digits", full(found)[:60])
        return found

    return name


@lru_cache(maxsize=1024)
def _placed(group: str, said: str) -> tuple[str, int | None, bool]:
    """Group, year group, and whether they say that the pupil is gone."""
    placed, year = _together(group, said)
    return placed, year, fold(placed) in _NOT_ENROLLED or said.casefold() == "h"


def _together(group: str, said: str) -> tuple[str, int | None]:
    """Where one of them tells the other: ``5A`` is year 5, and ``A`` of year 5 is ``5A``."""
    year = cells.whole_number(said) if said else None
    if year is None or year > HIGHEST_YEAR:
        return group, int(group[0]) if _OF_ONE_YEAR.fullmatch(group) else None
    if not year or len(group) > 1:
        return group, year
    return (f"{year}{group.upper()}" if not group or group.isalpha() else group), year


def _merged(known: ReadPupil, other: ReadPupil) -> ReadPupil:
    """Two rows of one pupil: what the first leaves open, the second may fill."""
    filled = known._replace(
        birth_date=known.birth_date or other.birth_date,
        group=known.group or other.group,
        year_group=known.year_group if known.year_group is not None else other.year_group,
        enrol_date=known.enrol_date or other.enrol_date,
        leave_date=known.leave_date or other.leave_date,
        address=known.address if known.address.street or known.address.postcode else other.address,
    )
    return _with_guardians(filled, other.guardians)


def _with_guardians(known: ReadPupil, guardians: Iterable[ReadGuardian]) -> ReadPupil:
    fresh = tuple(guardian for guardian in guardians if not _has(known.guardians, guardian))
    return known._replace(guardians=known.guardians + fresh) if fresh else known


def _has(guardians: Iterable[ReadGuardian], new: ReadGuardian) -> bool:
    return any(folded(one.name) == folded(new.name) and one.email == new.email for one in guardians)

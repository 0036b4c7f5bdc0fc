"""Reads a class list from begin to end; runs inside the child process only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.imports.columns import beside, blocked, families, layout, titles, turned, uses
from app.imports.columns.blocked import Allowed
from app.imports.columns.layout import Layout, Sheet
from app.imports.content.cells import lines
from app.imports.formats import files, sources
from app.imports.formats.files import FileKind
from app.imports.readings import (
    DroppedColumn,
    ReadColumn,
    ReadEmployee,
    Reading,
    ReadPupil,
    Rejection,
    SourceSchool,
    Target,
)
from app.imports.recognition import EMPLOYEES, PUPILS, UNUSED, Mapping, RecognisedSheet, mapping_for, row_for
from app.imports.refusal import FileRefusedError
from app.imports.rows.employees import StaffReader
from app.imports.rows.pupils import Reader

_SHEETS = 20  # sheets without known headings that are shown
_TITLES = 12  # rows in which a sheet says for what day it holds
_NAMES = (Target.FULL_NAME, Target.SURNAME, Target.FIRST_NAME, Target.GIVEN_NAMES)


def _go_on() -> None:
    """Nobody wants to know that the file could be opened."""


def read_file(
    path: Path, today: date, mappings: Sequence[Mapping] = (), opened: Callable[[], None] = _go_on
) -> Reading:
    """The class list in this file. Raises FileRefusedError with the reason when there is none in it.

    ``opened`` is called once the file is out of its wrapping and has columns: what follows takes time only for people.
    """
    kind = files.recognise(path)
    if kind is FileKind.EDEXML:
        from app.imports.formats import edexml  # noqa: PLC0415 - only when asked for: the child has to start quickly

        return edexml.read(path, today)
    sheets = sources.sheets(path, kind)
    layouts = _recognised(sheets, mappings, today) or _recognised(map(turned.downward, sheets), mappings, today)
    layouts = _without_counts(layouts, mappings)
    told = bool(layouts)
    if not told:
        layouts = [one for sheet in sheets[:_SHEETS] if (one := _to_be_told(sheet, mappings, today)) is not None]
    if not layouts:
        raise FileRefusedError("imports.no_headings")
    opened()
    collected = _Collected(_school(sheets, today), today, several=len(layouts) > 1)
    for allowed in sorted(layouts, key=lambda one: not one.layout.has(*_NAMES)):
        collected.take(allowed)
    reading = collected.reading(path.name, layouts)
    if told and not (reading.holds_people or reading.rejected) and not any(one.layout.found_as for one in layouts):
        raise FileRefusedError("imports.no_rows")
    return reading


def _without_counts(layouts: list[Allowed], mappings: Sequence[Mapping]) -> list[Allowed]:
    """Numbers that begin at 1 on every sheet of a kind count the rows of that sheet."""
    open_ones = [one.layout for one in layouts if mapping_for(one.layout.fingerprint, mappings) is None]
    kinds = Counter(_kind(one) for one in open_ones if uses.counts_from_one(one) or uses.has_lost_count(one))
    return [
        replace(one, layout=_numberless(one.layout))
        if kinds[_kind(one.layout)] > 1 and uses.counts_from_one(one.layout)
        else one
        for one in layouts
    ]


def _kind(found: Layout) -> tuple[str, ...]:
    return tuple(filter(None, found.headers))


def _numberless(found: Layout) -> Layout:
    return found.with_columns([one for one in found.columns if one != found.find(Target.NUMBER)])


def _recognised(sheets: Iterable[Sheet], mappings: Sequence[Mapping], today: date) -> list[Allowed]:
    found = (layout.recognise(part) for sheet in sheets for part in beside.apart(layout.unquoted(sheet)))
    return [_used(part, mappings, today) for one in found if one is not None for part in families.apart(one)]


def _to_be_told(sheet: Sheet, mappings: Sequence[Mapping], today: date) -> Allowed | None:
    """A table without headings that are known: the user says in which row they stand and what the columns hold."""
    found = layout.unrecognised(sheet)
    if found is None:
        return None
    given = _used(found, mappings, today)
    return replace(given, layout=replace(given.layout, subject=given.layout.subject or PUPILS))


def _used(found: Layout, mappings: Sequence[Mapping], today: date) -> Allowed:
    if number := row_for(found.fingerprint, mappings):
        found = layout.at_row(found, number)
    decided = mapping_for(found.fingerprint, mappings)
    given = uses.as_decided(found, decided) if decided else uses.given_out(found, today)
    if found.found_as and not decided and given.subject == UNUSED:
        given = replace(given, subject=PUPILS)  # who points at the headings is going to say what they hold
    return blocked.without_blocked(given)


def _school(sheets: Sequence[Sheet], today: date) -> SourceSchool:
    rows = (row for sheet in sheets[:5] for row in sheet.rows[:_TITLES])
    said = [text for row in rows for cell in row[:3] if (text := lines(cell)[:200])]
    days = (titles.reference_date(text, today.year) for text in said)
    return SourceSchool(
        brin=next(filter(None, map(titles.brin, said)), ""),
        school_year=next(filter(None, map(titles.school_year, said)), ""),
        reference_date=next(filter(None, days), None),
    )


def _year_in(found: Layout) -> str:
    """The school year that a column names in every row."""
    rows = found.sheet.rows[found.first :]
    columns = ((header, (lines(row[at]) for row in rows if at < len(row))) for at, header in enumerate(found.headers))
    return next(filter(None, (titles.school_year_of(header, words) for header, words in columns)), "")


@dataclass
class _Collected:
    """Everything that the sheets of one file say."""

    school: SourceSchool
    today: date
    several: bool
    pupils: dict[object, ReadPupil] = field(default_factory=dict)
    employees: list[ReadEmployee] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    doubts: list[Rejection] = field(default_factory=list)
    dropped: dict[str, DroppedColumn] = field(default_factory=dict)
    columns: dict[ReadColumn, None] = field(default_factory=dict)

    def take(self, allowed: Allowed) -> None:
        """Read one sheet."""
        found = allowed.layout
        self.dropped |= {column.header: column for column in allowed.columns()}
        if not self.school.school_year:
            self.school = replace(self.school, school_year=_year_in(found))
        if found.subject == EMPLOYEES:
            StaffReader(found, self.today, self._name(found), self.employees, self.rejected).read()
        elif found.subject != UNUSED and found.columns:
            self._read_pupils(found)
            self.columns |= dict.fromkeys(blocked.described(allowed))

    def _read_pupils(self, found: Layout) -> None:
        reference = self.school.reference_date
        name = self._name(found)
        Reader(found, self.today, name, self.pupils, self.rejected, self.doubts, reference).read()

    def _name(self, found: Layout) -> str:
        return found.sheet.name if self.several else ""

    def reading(self, file_name: str, layouts: Sequence[Allowed]) -> Reading:
        """All of it, in the order of the file."""
        sheets: tuple[RecognisedSheet, ...] = tuple(blocked.shown(allowed) for allowed in layouts)
        return Reading(
            file_name,
            tuple(self.pupils.values()),
            tuple(column for column in self.columns if column.header not in self.dropped),
            tuple(self.rejected),
            tuple(self.dropped.values()),
            employees=tuple(self.employees),
            school=self.school,
            sheets=sheets,
            doubts=tuple(self.doubts),
        )

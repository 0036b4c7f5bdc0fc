"""Where the headings of a sheet stand, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from app.imports import cells
from app.imports.cells import Cell
from app.imports.headings import Heading, heading, is_guardian_name, normal
from app.imports.rules import DroppedColumn, ReadColumn, Target
from app.people.spelling import normal_group

Row = Sequence[Cell]
_SEARCHED = 30
_SAMPLE = 500  # values of a column that are enough to know what is in it
_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME})
_KNOWN_GROUP = re.compile(r"\d{1,2}(?:/\d{1,2})?(?: ?[a-zA-Z])?")
_TITLE_GROUP = re.compile(r"\b(?:groep|groepslijst|klas|klassenlijst|unit)\b\s*:?\s*(?P<name>\S.*)", re.IGNORECASE)
_AFTER_GROUP = re.compile(r"\s{2,}|\t|\s+(?=juf|meester|leerkracht|mevr|mw|dhr|leerlingen|schooljaar|\()|[,;(]| - ")
_PAIR = re.compile(r"^(\d{1,2}\s*[-/]\s*\d{1,2}(?:\s?[a-zA-Z]\b)?|\d{1,2}\s?[a-zA-Z]?\b)")


@dataclass(frozen=True)
class Sheet:
    """One sheet as it came out of the file; the first row is row 1."""

    name: str
    rows: Sequence[Row]


@dataclass(frozen=True)
class Column:
    """One column with a use; ``guardian`` counts from 1, 0 is the pupil."""

    index: int
    header: str
    target: Target
    guardian: int = 0


@dataclass(frozen=True)
class Layout:
    """What was recognised in one sheet; ``first`` is the index of the first row below the headings."""

    sheet: Sheet
    first: int
    headers: tuple[str, ...]
    columns: tuple[Column, ...]
    group: str

    @cached_property
    def _places(self) -> dict[tuple[Target, int], Column]:
        return {(column.target, column.guardian): column for column in self.columns}

    @cached_property
    def words(self) -> frozenset[str]:
        """Everything that stands in the rows of headings, by which a repeated heading is known."""
        rows = self.sheet.rows[max(0, self.first - 2) : self.first]
        return frozenset(cells.text(cell) for row in rows for cell in row) - {""}

    def find(self, target: Target, guardian: int = 0) -> Column | None:
        """The column that holds this."""
        return self._places.get((target, guardian))

    def has(self, target: Target) -> bool:
        """Whether a column of the pupil holds this."""
        return self.find(target) is not None

    @cached_property
    def guardians(self) -> tuple[int, ...]:
        """The guardians that have columns, in the order of the file."""
        return tuple(dict.fromkeys(column.guardian for column in self.columns if column.guardian))


def recognise(sheet: Sheet) -> Layout | None:
    """The layout of a sheet, or None when it has no row of headings with a name among them."""
    best, hits = -1, 1
    for index, row in enumerate(sheet.rows[:_SEARCHED]):
        found = [heading(cells.text(cell)).target for cell in row if cells.text(cell)]
        count = sum(target is not None for target in found)
        if count > hits and _NAMES.intersection(found):
            best, hits = index, count
    if best < 0:
        return None
    headers, first = _headers(sheet.rows, best)
    columns = _columns(headers)
    group = "" if any(column.target is Target.GROUP for column in columns) else _group_above(sheet, best)
    return Layout(sheet, first, headers, columns, group)


def _headers(rows: Sequence[Row], best: int) -> tuple[tuple[str, ...], int]:
    """The headings, made of two rows when one row only says to whom the columns of the other belong."""
    row = [cells.text(cell) for cell in rows[best]]
    above = [cells.text(cell) for cell in rows[best - 1]] if best else []
    if any(is_guardian_name(text) for text in above):
        return _combined(above, row), best + 1
    below = [cells.text(cell) for cell in rows[best + 1]] if best + 1 < len(rows) else []
    if any(is_guardian_name(text) for text in row) and _is_lower_row(row, below):
        return _combined(row, below), best + 2
    return tuple(row), best + 1


def _is_lower_row(upper: Sequence[str], lower: Sequence[str]) -> bool:
    said = [text for text in lower if text]
    empty_above = any(text and not (upper[index] if index < len(upper) else "") for index, text in enumerate(lower))
    return len(said) > 1 and empty_above and all(heading(text).target for text in said)


def _combined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    headers, spanning = [], ""
    for index in range(max(len(upper), len(lower))):
        over = upper[index] if index < len(upper) else ""
        under = lower[index] if index < len(lower) else ""
        spanning = over or (spanning if under else "")
        headers.append(f"{spanning} {under}".strip())
    return tuple(headers)


def _columns(headers: Sequence[str]) -> tuple[Column, ...]:
    found = [(index, text, heading(text)) for index, text in enumerate(headers) if text]
    guardians = _guardian_numbers([head for _index, _text, head in found])
    targets = {head.target for _index, _text, head in found if not head.guardian}
    columns: list[Column] = []
    for index, text, head in found:
        target = _settled(text, head, targets)
        guardian = guardians.get(head.guardian, 0)
        if target and not any((one.target, one.guardian) == (target, guardian) for one in columns):
            columns.append(Column(index, text, target, guardian))
    return tuple(columns)


def _guardian_numbers(heads: Sequence[Heading]) -> dict[str, int]:
    """The guardians in the order in which their columns come; columns of no one in particular are of the first."""
    named = list(dict.fromkeys(head.guardian for head in heads if head.guardian and head.guardian != "*"))
    numbers = {name: place for place, name in enumerate(sorted(named, key=_place), 1)}
    if any(head.guardian == "*" for head in heads):
        numbers["*"] = 1
    return numbers


def _place(name: str) -> int:
    return int(name) if name.isdigit() else 0


def _settled(text: str, head: Heading, targets: set[Target | None]) -> Target | None:
    """A heading ``naam`` is the surname beside a first name, ``naam kind`` the first name beside a surname."""
    if head.target is not Target.FULL_NAME or head.guardian:
        return head.target
    if Target.SURNAME in targets:
        return None if Target.FIRST_NAME in targets else Target.FIRST_NAME
    return Target.SURNAME if Target.FIRST_NAME in targets and normal(text) == "naam" else Target.FULL_NAME


def _group_above(sheet: Sheet, headings_at: int) -> str:
    for row in reversed(sheet.rows[:headings_at]):
        for cell in row:
            if group := title_group(cells.lines(cell)):
                return group
    name = normal_group(sheet.name)
    return name if name != sheet.name.strip() or _KNOWN_GROUP.fullmatch(name) else ""


def title_group(line: str) -> str:
    """The group that a title names: ``Groep: 1/2   juf Anneke`` and ``Groepslijst 5B`` do."""
    found = _TITLE_GROUP.search(line)
    if found is None:
        return ""
    name = found["name"].strip()
    digits = _PAIR.match(name)
    if digits:
        return digits[1].strip()
    return _AFTER_GROUP.split(name, maxsplit=1)[0].strip() if ":" in line else ""


def without_blocked(layout: Layout) -> tuple[Layout, tuple[DroppedColumn, ...]]:
    """The layout without what Meldboek may not keep: told by the heading, or by the numbers in the column."""
    dropped = [DroppedColumn(column.header, "imports.column_blocked") for column in layout.columns if _blocked(column)]
    numbers = [column for column in layout.columns if not _blocked(column) and _holds_bsn(layout, column)]
    dropped += [DroppedColumn(column.header, "imports.column_bsn") for column in numbers]
    kept = tuple(column for column in layout.columns if not _blocked(column) and column not in numbers)
    return Layout(layout.sheet, layout.first, layout.headers, kept, layout.group), tuple(dropped)


def _blocked(column: Column) -> bool:
    return column.target is Target.BLOCKED


def _holds_bsn(layout: Layout, column: Column) -> bool:
    if column.target is Target.PHONE:
        return False
    rows = layout.sheet.rows[layout.first :]
    filled = (row[column.index] for row in rows if column.index < len(row) and row[column.index] not in (None, ""))
    values = list(islice(filled, _SAMPLE))
    return len(values) >= 3 and sum(map(cells.is_bsn, values)) >= 0.8 * len(values)


def described(layout: Layout) -> tuple[ReadColumn, ...]:
    """The columns as the preview shows them, those without a use too."""
    used = {column.index: column for column in layout.columns}
    return tuple(
        ReadColumn(text, used[index].target.value, used[index].guardian) if index in used else ReadColumn(text, "")
        for index, text in enumerate(layout.headers)
        if text
    )

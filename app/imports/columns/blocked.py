"""Takes out what Meldboek may not keep, before a value of it is shown or said: by heading, and numbers by value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.imports.columns.headings import is_blocked
from app.imports.columns.layout import Column, Layout
from app.imports.content import cells
from app.imports.content.cells import Cell
from app.imports.readings import DroppedColumn, ReadColumn, Target
from app.imports.recognition import RecognisedColumn, RecognisedSheet

_SAMPLE = 500  # values of a column that are enough to know what is in it
_SHOWN, _WIDE = 3, 60
_INSIDE = re.compile(r"(?<!\d)\d{8,9}(?!\d)")


@dataclass(frozen=True)
class Allowed:
    """A layout without what may not be kept, and what was dropped: place of the column and why."""

    layout: Layout
    dropped: dict[int, str]

    def columns(self) -> tuple[DroppedColumn, ...]:
        """The columns that were dropped."""
        return tuple(DroppedColumn(self.layout.headers[index] or "", code) for index, code in self.dropped.items())


def without_blocked(layout: Layout) -> Allowed:
    """The layout without blocked columns, whatever use they were given."""
    width = max((len(row) for row in layout.sheet.rows[layout.first : layout.first + _SAMPLE]), default=0)
    used = {column.index: column for column in layout.columns}
    dropped: dict[int, str] = {}
    for index in range(max(len(layout.headers), width)):
        header = layout.headers[index] if index < len(layout.headers) else ""
        column = used.get(index, Column(index, header, Target.NUMBER))
        if header and is_blocked(header):
            dropped[index] = "imports.column_blocked"
        elif holds_bsn(layout, column) and header:
            dropped[index] = "imports.column_bsn"
    kept = [one for one in layout.columns if one.index not in dropped and one.target is not Target.BLOCKED]
    return Allowed(layout.with_columns(kept), dropped)


def holds_bsn(layout: Layout, column: Column) -> bool:
    """Whether most values of a column are citizen service numbers."""
    values = layout.values(column, _SAMPLE)
    fewest = 5 if column.target is Target.PHONE else 2
    return len(values) >= fewest and sum(map(_is_number, values)) * 5 >= 4 * len(values)


def _is_number(cell: Cell) -> bool:
    """Whether a cell is, or holds beside a word, a citizen service number."""
    if isinstance(cell, str) and not cell.strip().isdigit():
        return any(cells.is_bsn(digits) for digits in _INSIDE.findall(cell.replace(".", "")[:200]))
    return cells.is_bsn(cell)


def shown(allowed: Allowed) -> RecognisedSheet:
    """What was recognised, with the first values of every column that may be seen."""
    layout = allowed.layout
    used = {column.index: column for column in layout.columns}
    columns = tuple(
        _shown_column(allowed, index, header, used.get(index)) for index, header in enumerate(layout.headers) if header
    )
    rows = sum(any(cell not in (None, "") for cell in row) for row in layout.sheet.rows[layout.first :])
    header_row = layout.first - layout.heading_rows + 1 if layout.heading_rows else 0
    return RecognisedSheet(
        layout.sheet.name, layout.fingerprint, header_row, rows, layout.subject, layout.group, columns,
        found_as=layout.found_as,
    )  # fmt: skip


def _shown_column(allowed: Allowed, index: int, header: str, column: Column | None) -> RecognisedColumn:
    if index in allowed.dropped:
        return RecognisedColumn(index, header, dropped=allowed.dropped[index])
    values = allowed.layout.values(column or Column(index, header, Target.NUMBER), 40)
    samples = tuple(dict.fromkeys(cells.text(value)[:_WIDE] for value in values))[:_SHOWN]
    if column is None:
        return RecognisedColumn(index, header, samples=samples)
    return RecognisedColumn(index, header, column.target.value, column.guardian, samples)


def described(allowed: Allowed) -> tuple[ReadColumn, ...]:
    """The columns as the comparison shows them, those without a use too."""
    used = {column.index: column for column in allowed.layout.columns}
    return tuple(
        ReadColumn(text, used[index].target.value, used[index].guardian) if index in used else ReadColumn(text, "")
        for index, text in enumerate(allowed.layout.headers)
        if text and index not in allowed.dropped
    )

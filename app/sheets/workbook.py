"""Writes lists as .xlsx; a cell that starts with = stays text, so no list can carry a formula."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | None
DAY, MOMENT, TEXT = "dd-mm-yyyy", "dd-mm-yyyy hh:mm", "@"
_WIDEST, _LOOKED_AT = 60, 200
_ACTS = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet takes for a formula once the cell is edited


@dataclass(frozen=True)
class Sheet:
    """One tab: a title, the heads, and the rows under them."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The finished .xlsx file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.title[:31]), sheet)
    return saved(book)


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def put(page: Worksheet, row: int, column: int, value: Value) -> Cell:
    """Write one cell; text is marked as text, so that it keeps its zeros and never counts."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - only merged cells are something else
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type, cell.number_format = "s", TEXT
        cell.quotePrefix = value.startswith(_ACTS)
    elif isinstance(value, date):
        cell.number_format = MOMENT if isinstance(value, datetime) else DAY
    return cell


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for number, row in enumerate((sheet.heads, *sheet.rows), start=1):
        for column, value in enumerate(row, start=1):
            if value not in (None, ""):
                put(page, number, column, value)
    for column, head in enumerate(sheet.heads, start=1):
        page.cell(1, column).font = Font(bold=True)
        longest = max((_width(row[column - 1]) for row in sheet.rows[:_LOOKED_AT]), default=0)
        page.column_dimensions[get_column_letter(column)].width = min(_WIDEST, max(len(head), longest) + 2)
    page.freeze_panes = "A2"


def _width(value: Value) -> int:
    return len(DAY) if isinstance(value, date) else len(str(value or ""))

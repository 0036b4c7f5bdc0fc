"""SpreadsheetML of Excel 2003: a workbook in one XML file, mostly called .xls or .xml."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from app.imports.columns.layout import Row, Sheet
from app.imports.content.cells import Cell
from app.imports.formats.safe_xml import walk
from app.imports.limits import MOST_CELLS
from app.imports.refusal import FileRefusedError

_WIDEST = 16_384
_LOWEST = 1_048_576


class _Workbook:
    """Collects the cells of every sheet; a row or cell may tell at which place it stands."""

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []
        self._rows: list[Row] = []
        self._row: list[Cell] = []
        self._kind = ""
        self._value: Cell = None
        self._noted = False
        self._column = self._span = self._cells = self._repeat = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """A sheet, row, cell or value begins."""
        if name == "worksheet":
            self._rows = []
            self.sheets.append(Sheet(attributes.get("name", ""), self._rows))
        elif name == "row":
            self._pad(self._rows, _number(attributes, "index", len(self._rows) + 1) - 1, _LOWEST)
            self._row = []
        elif name == "cell":
            self._column = _number(attributes, "index", len(self._row) + 1) - 1
            self._span, self._value = _number(attributes, "mergeacross", 0), None
        elif name == "data":
            self._kind = attributes.get("type", "")
        elif name == "comment":
            self._noted = True

    def end(self, name: str, text: str) -> None:
        """A value, cell or row is complete."""
        if name == "comment":
            self._noted = False
        elif name == "data" and not self._noted:
            self._value = _value(self._kind, text)
        elif name == "cell":
            self._pad(self._row, self._column, _WIDEST)
            self._row.append(self._value)
            self._row += [None] * min(self._span, 100)
        elif name == "row":
            self._rows.append(self._row)

    def _pad(self, places: list[Cell] | list[Row], size: int, most: int) -> None:
        missing = size - len(places)
        self._cells += max(missing, 0) + 1
        if size > most or self._cells > MOST_CELLS:
            raise FileRefusedError("imports.too_large")
        if missing > 0:
            places.extend([None if places is self._row else ()] * missing)  # type: ignore[list-item] # one of the two


def sheets(path: Path) -> list[Sheet]:
    """The sheets of a SpreadsheetML file."""
    workbook = _Workbook()
    walk(path, workbook, "data")
    return workbook.sheets


def _number(attributes: dict[str, str], name: str, otherwise: int) -> int:
    said = attributes.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and 0 < int(said) < 10_000_000 else otherwise


def _value(kind: str, text: str) -> Cell:
    if kind == "Number":
        try:
            return float(text)
        except ValueError:
            return text
    if kind == "DateTime":
        return _moment(text)
    return text == "1" if kind == "Boolean" else text


def _moment(text: str) -> Cell:
    try:
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        return text
    return date(found.year, found.month, found.day)

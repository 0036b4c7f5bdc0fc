"""Text files with a sign between the cells: whatever sign, encoding and first line."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice
from pathlib import Path
from typing import Literal

from app.imports.columns.headings import heading
from app.imports.columns.layout import Row, Sheet
from app.imports.formats.decoding import decoded
from app.imports.limits import LONGEST_CELL, MOST_BYTES_OF_TEXT, MOST_CELLS
from app.imports.refusal import FileRefusedError

_SEPARATORS = ";\t,|"
_TRIED = 60  # lines by which the separator is found
_EMPTY: Row = ()


def sheets(path: Path) -> list[Sheet]:
    """The one sheet of a text file."""
    if path.stat().st_size > MOST_BYTES_OF_TEXT:
        raise FileRefusedError("imports.too_large")
    text = decoded(path.read_bytes())
    first, _, rest = text.partition("\n")
    said = first.strip().strip('"').lower()
    if said.startswith("sep="):
        return [Sheet("", [_EMPTY, *_rows(rest, said[4:5] or _separator(rest))])]
    return [Sheet("", _rows(text, _separator(text)))]


def _separator(text: str) -> str:
    """The sign that makes the most headings, else the one that makes rows of one length."""
    head = text[:200_000]
    return max(_SEPARATORS, key=lambda sign: _fit(head, sign))


def _fit(head: str, sign: str) -> tuple[int, int]:
    try:
        rows = list(islice(csv.reader(io.StringIO(head, newline=""), delimiter=sign), _TRIED))
    except csv.Error:
        return (0, 0)
    hits = max((sum(heading(cell).target is not None for cell in row[:200] if cell) for row in rows), default=0)
    lengths = Counter(len(row) for row in rows if len(row) > 1)
    return (hits, max(lengths.values(), default=0))


def _rows(text: str, separator: str) -> list[Row]:
    csv.field_size_limit(LONGEST_CELL)
    try:
        return _read(text, separator, csv.QUOTE_MINIMAL)
    except csv.Error:
        pass  # a quotation mark that nobody closed swallowed the rest: read on without quotation marks
    try:
        return _read(text, separator, csv.QUOTE_NONE)
    except csv.Error:
        raise FileRefusedError("imports.too_large") from None


def _read(text: str, separator: str, quoting: Literal[0, 3]) -> list[Row]:
    rows: list[Row] = []
    cells = 0
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting):
        filled = any(row)
        rows.append(row if filled else _EMPTY)
        cells += len(row) if filled else 0
        if cells > MOST_CELLS:
            raise FileRefusedError("imports.too_large")
    return rows

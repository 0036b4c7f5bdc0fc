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
_HEAD = 200_000  # signs of a file in which they stand
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
    separator = _separator(text)
    if _fit(text[:_HEAD], separator)[0] < 2 and (aligned := _aligned(text)):
        return [Sheet("", aligned)]
    return [Sheet("", _unwrapped(_rows(text, separator)))]


def _aligned(text: str) -> list[Row]:
    """The rows of a file whose columns stand below each other by spaces only."""
    from app.imports.formats import aligned  # noqa: PLC0415 - seldom asked for: the child has to start quickly

    return aligned.rows(text)


def _unwrapped(rows: list[Row]) -> list[Row]:
    """Every line stands within quotation marks as a whole, as some programs save what was pasted: read it once more."""
    if any(len(row) > 1 for row in rows):
        return rows
    lines = [str(row[0]) for row in rows if row]
    if len(lines) < 2 or any("\n" in line for line in lines):
        return rows
    text = "\n".join(lines)
    separator = _separator(text)
    hits, _length = _fit(text[:_HEAD], separator)
    return _rows(text, separator) if hits > 1 else rows  # one column of ``"Boer, Tim de"`` stays one column


def _separator(text: str) -> str:
    """The sign that makes the most headings, else the one that makes rows of one length."""
    head = text[:_HEAD]
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

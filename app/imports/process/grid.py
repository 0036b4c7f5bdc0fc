"""Reads a plain table out of a file in a process of its own, whoever it is for: rows with their numbers.

The same guards as for class lists: recognised by content, checked before it is unpacked, limits of time and memory.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from app.imports.columns.headings import normal
from app.imports.columns.layout import Sheet
from app.imports.content.cells import Cell
from app.imports.formats import files, sources
from app.imports.process.child import said_by_child
from app.imports.process.worker import limit, speak_plainly
from app.imports.refusal import FileRefusedError
from app.kernel.errors import Refused, Unavailable

_LOOKED_AT = 30  # rows in which the headings may stand
_DAY = "day"


class GridRow(NamedTuple):
    """One row that is not empty; ``number`` is the one that the spreadsheet shows."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Grid:
    """The rows of the sheet that was looked for; the first holds the headings."""

    file_name: str
    rows: tuple[GridRow, ...]


def read_grid(path: Path, heading: str) -> Grid:
    """The table under this heading. Raises Refused when there is none, Unavailable when reading it broke down."""
    said = said_by_child("grid", path, [heading])
    if said is None:
        raise Unavailable("imports.reading_broke_down")
    lines = [json.loads(line) for line in said.decode("utf-8").splitlines()]
    if lines and "refused" in lines[0]:
        raise Refused(lines[0]["refused"])
    if not lines or lines[-1] != {"end": True}:
        raise Unavailable("imports.reading_broke_down")
    rows = (GridRow(line["row"], tuple(_cell(cell) for cell in line["cells"])) for line in lines[:-1])
    return Grid(path.name, tuple(rows))


def main(argv: Sequence[str]) -> int:
    """Tell the table in the file ``argv[0]`` under the heading ``argv[1]`` as lines of JSON."""
    limit()
    speak_plainly()
    path = Path(argv[0])
    try:
        found = _under(sources.sheets(path, files.recognise(path)), normal(argv[1]))
    except FileRefusedError as refusal:
        _say({"refused": refusal.code})
    except OSError:
        _say({"refused": "imports.not_readable"})
    else:
        for number, row in found:
            _say({"row": number, "cells": [_told(cell) for cell in row]})
        _say({"end": True})
    return 0


def _under(sheets: Iterable[Sheet], wanted: str) -> Iterator[tuple[int, Sequence[Cell]]]:
    for sheet in sheets:
        for place, row in enumerate(sheet.rows[:_LOOKED_AT]):
            if any(isinstance(cell, str) and normal(cell) == wanted for cell in row):
                below = ((number, cells) for number, cells in enumerate(sheet.rows, 1) if number > place)
                return ((number, cells) for number, cells in below if any(cell not in (None, "") for cell in cells))
    raise FileRefusedError("imports.no_such_heading")


def _say(line: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")


def _told(cell: Cell) -> object:
    if isinstance(cell, datetime):
        return {_DAY: cell.date().isoformat()}
    if isinstance(cell, date):
        return {_DAY: cell.isoformat()}
    return cell if cell is None or isinstance(cell, str | int | float) else str(cell)


def _cell(said: object) -> Cell:
    if isinstance(said, dict):
        return date.fromisoformat(said[_DAY])
    return said if said is None or isinstance(said, str | int | float) else str(said)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Reads a class list from begin to end; runs inside the child process only."""

from __future__ import annotations

from pathlib import Path

from app.imports import files, layout, sources
from app.imports.layout import Layout
from app.imports.refusal import FileRefusedError
from app.imports.rows import Reader
from app.imports.rules import DroppedColumn, ReadColumn, Reading, ReadPupil, Rejection


def read_file(path: Path, this_year: int) -> Reading:
    """The class list in this file. Raises FileRefusedError with the reason when there is none in it."""
    found = [layout.recognise(sheet) for sheet in sources.sheets(path, files.recognise(path))]
    layouts = [one for one in found if one is not None]
    if not layouts:
        raise FileRefusedError("imports.no_headings")
    reading = _read(path.name, layouts, this_year)
    if not (reading.pupils or reading.rejected):
        raise FileRefusedError("imports.no_rows")
    return reading


def _read(name: str, layouts: list[Layout], this_year: int) -> Reading:
    pupils: dict[object, ReadPupil] = {}
    rejected: list[Rejection] = []
    dropped: list[DroppedColumn] = []
    columns: list[ReadColumn] = []
    for recognised in layouts:
        kept, gone = layout.without_blocked(recognised)
        sheet = recognised.sheet.name if len(layouts) > 1 else ""
        reader = Reader(kept, this_year, sheet, pupils)
        reader.read()
        rejected += reader.rejected
        dropped += [column for column in gone if column not in dropped]
        columns += [column for column in layout.described(kept) if column not in columns]
    blocked = {column.header for column in dropped}
    shown = tuple(column for column in columns if column.header not in blocked)
    return Reading(name, tuple(pupils.values()), shown, tuple(rejected), tuple(dropped))

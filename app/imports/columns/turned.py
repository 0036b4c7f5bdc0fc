"""Turns lists that do not run downward: headings in the first column, and a column of names for every group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from app.imports.columns import titles
from app.imports.columns.headings import heading, normal
from app.imports.columns.layout import Row, Sheet
from app.imports.content import cells
from app.imports.content.cells import Cell
from app.imports.content.name_cells import is_name
from app.imports.readings import Target

_SEARCHED = 30
_WIDEST = 60  # columns in which groups stand beside each other
_MOST_ACROSS = 2000  # pupils beside each other
_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME})
_FEWEST = 3  # headings below each other
_LONGEST_GROUP = 20
_TEACHERS = frozenset({"juf", "juffrouw", "meester", "mevr", "mevrouw", "mw", "dhr", "leerkracht", "leerkrachten"})


def downward(sheet: Sheet) -> Sheet:
    """The sheet with one row for every pupil; the sheet itself when its headings stand in a row."""
    widest = max((_hits(row[:_WIDEST]) for row in sheet.rows[:_SEARCHED]), default=0)
    first = _targets(_text(row, 0) for row in sheet.rows[:_SEARCHED])
    if len(first) >= max(_FEWEST, widest + 1) and _NAMES.intersection(first):
        return replace(sheet, rows=_records(sheet.rows))
    if widest < 2 and (groups := _groups(sheet.rows)):
        return replace(sheet, rows=groups)
    return sheet


def _text(row: Row, place: int) -> str:
    return cells.text(row[place])[:120] if place < len(row) else ""


def _targets(row: Iterable[Cell]) -> set[Target]:
    said = (cells.text(cell) for cell in row if isinstance(cell, str) and len(cell) < 120)
    found = (heading(text) for text in said if text)
    return {one.target for one in found if one.target is not None and not one.guardian}


def _hits(row: Iterable[Cell]) -> int:
    return len(_targets(row))


def _records(rows: Sequence[Row]) -> list[Row]:
    """Every column a pupil; or every pupil a block of lines, when the first heading comes back."""
    first = [_text(row, 0) for row in rows]
    heads = [index for index, text in enumerate(first) if text and heading(text).target is not None]
    begins = [index for index in heads if normal(first[index]) == normal(first[heads[0]])]
    if len(begins) == 1:
        wanted = [rows[index] for index in range(heads[0], len(rows)) if first[index]]
        return [*rows[: heads[0]], *map(tuple, zip_longest(*(row[:_MOST_ACROSS] for row in wanted), fillvalue=None))]
    names = list(dict.fromkeys(first[index] for index in heads))
    made: list[Row] = [*rows[: heads[0]], tuple(names)]
    for begin, end in zip(begins, [*begins[1:], len(rows)], strict=True):
        said = {first[index]: rows[index][1] if len(rows[index]) > 1 else None for index in range(begin, end)}
        made.append(tuple(said.get(name) for name in names))
    return made


def _groups(rows: Sequence[Row]) -> list[Row]:
    """Names below the group that they are in: a row with the group for every name."""
    for index, row in enumerate(rows[:_SEARCHED]):
        said = {place: group for place in range(min(len(row), _WIDEST)) if (group := _group(_text(row, place)))}
        filled = sum(bool(cells.text(cell)) for cell in row[:_WIDEST])
        if len(said) > 1 and len(said) == filled:
            below = rows[index + 1 :]
            found = [(group, line[place]) for place, group in said.items() for line in below if _is_pupil(line, place)]
            return [*rows[:index], ("Groep", "Naam"), *found] if found else []
    return []


def _group(text: str) -> str:
    return titles.group_of_title(text) if len(text) < _LONGEST_GROUP else ""


def _is_pupil(row: Row, place: int) -> bool:
    text = _text(row, place)
    words = normal(text).split()
    return len(words) > 1 and words[0] not in _TEACHERS and is_name(text) and not titles.is_footer(text)

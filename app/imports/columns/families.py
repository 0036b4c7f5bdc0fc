"""Puts the children apart of a list with a row for every family: ``Kind 1 | Geb. kind 1 | Kind 2 | Moeder``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.imports.columns import layout
from app.imports.columns.headings import heading, of_child
from app.imports.columns.layout import Layout, Row
from app.imports.content.cells import Cell
from app.imports.readings import Target

_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME, Target.GIVEN_NAMES})


def apart(found: Layout) -> list[Layout]:
    """A list of the first children, one of the second and so on, each with what the family shares; else this list."""
    told = [of_child(text) for text in found.headers]
    numbers = sorted({number for number, _rest in told if number})
    if len(numbers) < 2 or not all(_has_name(told, number) for number in numbers):
        return [found]
    children = [_places(told, number) for number in numbers]
    shared = [place for place, (number, _rest) in enumerate(told) if not number]
    parts = (_part(found, shared, children, turn) for turn in range(len(numbers)))
    return [one for part in parts if (one := layout.recognise(part)) is not None]


def _has_name(told: Sequence[tuple[int, str]], number: int) -> bool:
    return any(one == number and heading(rest).target in _NAMES for one, rest in told)


def _places(told: Sequence[tuple[int, str]], number: int) -> dict[str, int]:
    """The headings of one child without its number, and where they stand."""
    return {rest: place for place, (one, rest) in enumerate(told) if one == number}


def _part(found: Layout, shared: Sequence[int], children: Sequence[Mapping[str, int]], turn: int) -> layout.Sheet:
    """The sheet with the columns of one child beside those of the family; the rows keep their places."""
    heads = list(dict.fromkeys(rest for child in children for rest in child))
    own = [children[turn].get(rest, -1) for rest in heads]
    others = [place for child in children if child is not children[turn] for place in child.values()]
    headings: list[Row] = [()] * (found.heading_rows - 1)
    headings.append((*heads, *(found.headers[place] for place in shared)))
    rows: list[Row] = [*found.above, *headings]
    for row in found.sheet.rows[found.first :]:
        absent = not any(_picked(row, own)) and (turn > 0 or any(_picked(row, others)))
        rows.append(() if absent else _picked(row, (*own, *shared)))
    return replace(found.sheet, rows=rows)


def _picked(row: Row, places: Sequence[int]) -> tuple[Cell, ...]:
    return tuple(row[place] if 0 <= place < len(row) else None for place in places)

"""Puts lists apart that stand beside each other on one sheet: ``5A`` to the left and ``5B`` to the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.imports.columns import layout
from app.imports.columns.headings import heading, normal
from app.imports.columns.layout import Row, Sheet
from app.imports.content import cells
from app.imports.readings import Target

_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME})
_OF_PUPILS = frozenset({Target.SURNAME, Target.BIRTH_DATE, Target.GROUP, Target.NUMBER})
_MOST = 20
_AHEAD = 2  # a column that counts the rows may stand before the first list only


def apart(sheet: Sheet) -> list[Sheet]:
    """The lists on this sheet, the left one first; the sheet itself when it holds one."""
    found = layout.recognise(sheet)
    starts = _starts(found.headers) if found else []
    if found is None or len(starts) < 2:
        return [sheet]
    ends = [*starts[1:], len(found.headers)]
    titles = found.first - found.heading_rows
    parts = [[row[start:end] for row in sheet.rows] for start, end in zip([0, *starts[1:]], ends, strict=True)]
    return [replace(sheet, rows=_titled(part, parts[0], titles)) for part in parts]


def _starts(headers: Sequence[str]) -> list[int]:
    """Where the headings begin anew, when they are the same every time and name a pupil."""
    plain = [normal(header) for header in headers]
    filled = [index for index, text in enumerate(plain) if text]
    tried = (_from(first, headers, plain, filled) for first in filled[:_AHEAD])
    return next((starts for starts in tried if starts), [])


def _from(first: int, headers: Sequence[str], plain: Sequence[str], filled: Sequence[int]) -> list[int]:
    starts = [index for index in filled if plain[index] == plain[first]]
    if not 1 < len(starts) <= _MOST:
        return []
    parts = [plain[start:end] for start, end in zip(starts, [*starts[1:], len(plain)], strict=True)]
    said = [[text for text in part if text] for part in parts]
    same = all(part == said[0] for part in said)
    gap = all(not part[-1] for part in parts[:-1])
    return starts if same and _names_pupils(headers[starts[0] : starts[1]], gap) else []


def _names_pupils(headers: Sequence[str], gap: bool) -> bool:
    found = [heading(text) for text in headers if text]
    own = {one.target for one in found if not one.guardian}
    return bool(own & _NAMES) and (gap or bool(own & _OF_PUPILS))


def _titled(part: Sequence[Row], first: Sequence[Row], titles: int) -> Sequence[Row]:
    """A list without a title of its own goes on under that of the first one."""
    if any(cells.text(cell) for row in part[:titles] for cell in row):
        return part
    return [*first[:titles], *part[titles:]]

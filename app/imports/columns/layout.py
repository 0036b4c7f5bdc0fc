"""Where the headings of a sheet stand, and what each column holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from app.imports.columns import titles
from app.imports.columns.headings import heading, is_blocked, is_guardian_name
from app.imports.content import cells
from app.imports.content.cells import Cell
from app.imports.readings import Target
from app.imports.recognition import NO_ROW, PUPILS, fingerprint

Row = Sequence[Cell]
_SEARCHED = 30
_WIDEST = 500
_LETTERED = 26  # columns of a table without headings
_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME})


@dataclass(frozen=True)
class Sheet:
    """One sheet as it came out of the file; the first row is row 1. ``later``: days to add to a bare number of days."""

    name: str
    rows: Sequence[Row]
    later: int = 0


@dataclass(frozen=True)
class Column:
    """One column with a use; ``guardian`` counts from 1, 0 is the pupil."""

    index: int
    header: str
    target: Target
    guardian: int = 0


@dataclass(frozen=True)
class Layout:
    """What was recognised in one sheet; ``first`` is the index of the first row below the headings."""

    sheet: Sheet
    first: int
    headers: tuple[str, ...]
    columns: tuple[Column, ...] = ()
    group: str = ""
    subject: str = PUPILS
    relations: tuple[tuple[int, str], ...] = ()
    heading_rows: int = 1
    found_as: str = ""

    @cached_property
    def words(self) -> frozenset[str]:
        """Everything that stands in the rows of headings, by which a repeated heading is known."""
        rows = self.sheet.rows[max(0, self.first - self.heading_rows) : self.first]
        return frozenset(cells.text(cell) for row in rows for cell in row) - {""}

    @property
    def above(self) -> Sequence[Row]:
        """The rows above the headings."""
        return self.sheet.rows[: self.first - self.heading_rows]

    @property
    def fingerprint(self) -> str:
        """By which this layout is known again."""
        return fingerprint(self.headers)

    def find(self, target: Target, guardian: int = 0) -> Column | None:
        """The first column that holds this."""
        return next((one for one in self.columns if one.target is target and one.guardian == guardian), None)

    def all(self, target: Target, guardian: int = 0) -> tuple[Column, ...]:
        """All columns that hold this, the first one first."""
        return tuple(one for one in self.columns if one.target is target and one.guardian == guardian)

    def has(self, *targets: Target) -> bool:
        """Whether a column of the pupil holds one of these."""
        return any(self.find(target) is not None for target in targets)

    @cached_property
    def guardians(self) -> tuple[int, ...]:
        """The guardians that have columns, in the order of the file."""
        return tuple(sorted({column.guardian for column in self.columns if column.guardian}))

    def values(self, column: Column, most: int = 0) -> list[Cell]:
        """What is filled in a column, from above, ``most`` at most."""
        found: list[Cell] = []
        for row in self.sheet.rows[self.first :]:
            if column.index < len(row) and (value := row[column.index]) not in (None, ""):
                found.append(value)
                if len(found) == most:
                    break
        return found

    def with_columns(self, columns: Sequence[Column]) -> Layout:
        """This layout with other uses."""
        return replace(self, columns=tuple(columns))


def unquoted(sheet: Sheet) -> Sheet:
    """The sheet without the mark by which a spreadsheet keeps text as text, when even headings have it: ``'Groep``."""
    ahead = sheet.rows[:_SEARCHED]
    if not any(_is_quoted_heading(cell) for row in ahead for cell in row[:_WIDEST]):
        return sheet
    return replace(sheet, rows=[[_bare(cell) for cell in row] for row in sheet.rows])


def _is_quoted_heading(cell: Cell) -> bool:
    return isinstance(cell, str) and cell[:1] == "'" and heading(cell[:120]).target in _NAMES


def _bare(cell: Cell) -> Cell:
    return cell.removeprefix("'") if isinstance(cell, str) else cell


def recognise(sheet: Sheet) -> Layout | None:
    """The headings of a sheet, not yet given out; None when no row has a name among its headings."""
    best, hits = -1, 1
    for index, row in enumerate(sheet.rows[:_SEARCHED]):
        found = [heading(text).target for cell in row[:_WIDEST] if (text := _short(cell))]
        count = sum(target is not None for target in found)
        if count > hits and _NAMES.intersection(found):
            best, hits = index, count
    if best < 0:
        best = _lonely(sheet)
    if best < 0:
        return None
    headers, first, rows = _headers(sheet.rows, best)
    return Layout(sheet, first, headers, group=_group_around(sheet, first - rows), heading_rows=rows)


def at_row(found: Layout, number: int) -> Layout:
    """The layout with its headings in this row; what stands under a heading that may not be kept is never a heading."""
    sheet = found.sheet
    if number == NO_ROW:
        headers = tuple(_allowed(found.headers, index, each) for index, each in enumerate(_lettered(sheet)))
        return Layout(sheet, 0, headers, group=_group_around(sheet, 0), heading_rows=0, found_as=found.fingerprint)
    if not 0 < number <= len(sheet.rows):
        return found
    headers, first, rows = _downward(sheet.rows, number - 1)
    headers = tuple(_allowed(found.headers, index, header) for index, header in enumerate(headers))
    group = _group_around(sheet, first - rows)
    return Layout(sheet, first, headers, group=group, heading_rows=rows, found_as=found.fingerprint)


def unrecognised(sheet: Sheet) -> Layout | None:
    """A table of which no heading says anything to Meldboek, for the user to tell; None when there is no table."""
    widths = [sum(cell not in (None, "") for cell in row[:_WIDEST]) for row in sheet.rows[:_SEARCHED]]
    if sum(width > 1 for width in widths) < 2:
        return None
    telling = [width if _may_be_headings(row) else 0 for width, row in zip(widths, sheet.rows, strict=False)]
    best = telling.index(max(telling))
    bare = Layout(sheet, 0, ())
    found = at_row(bare, best + 1 if telling[best] > 1 else NO_ROW)
    return replace(found, found_as="")


def _may_be_headings(row: Row) -> bool:
    said = [cell for cell in row[:_WIDEST] if cell not in (None, "")]
    return all(isinstance(cell, str) and len(cell) < 120 and "@" not in cell for cell in said) and not any(
        sign.isdigit() for cell in said for sign in str(cell)
    )


def _lettered(sheet: Sheet) -> list[str]:
    """The columns of a table without headings by their letters, as the spreadsheet has them."""
    width = min(_LETTERED, max((len(row) for row in sheet.rows[:_SEARCHED]), default=0))
    return [chr(ord("A") + place) for place in range(width)]


def _allowed(known: Sequence[str], place: int, header: str) -> str:
    """A heading as it may be shown: one that is blocked stays, a number of the state is none."""
    if place < len(known) and is_blocked(known[place]):
        return known[place]
    return "" if cells.is_bsn(header) else header


def _short(cell: Cell) -> str:
    """A text that may be a heading; what is longer is none."""
    return cells.text(cell) if isinstance(cell, str) and len(cell) < 120 else ""


def _lonely(sheet: Sheet) -> int:
    """A list of one column, which has ``Naam`` above it and names below."""
    for index, row in enumerate(sheet.rows[: _SEARCHED // 2]):
        said = [text for cell in row[:_WIDEST] if (text := cells.text(cell))]
        if len(said) == 1 and heading(said[0]).target is Target.FULL_NAME and len(sheet.rows) > index + 1:
            return index
    return -1


def _headers(rows: Sequence[Row], best: int) -> tuple[tuple[str, ...], int, int]:
    """The headings, made of two rows when one row only says to whom the columns of the other belong."""
    row = _texts(rows[best])
    above = _texts(rows[best - 1]) if best else []
    if any(is_guardian_name(text) for text in above) and not _is_data(above):
        return _combined(above, row), best + 1, 2
    return _downward(rows, best)


def _downward(rows: Sequence[Row], best: int) -> tuple[tuple[str, ...], int, int]:
    """The headings that begin in this row, and perhaps go on in the next."""
    row = _texts(rows[best])
    below = _texts(rows[best + 1]) if best + 1 < len(rows) else []
    if any(is_guardian_name(text) for text in row) and _is_lower_row(row, below):
        return _combined(row, below), best + 2, 2
    return tuple(row), best + 1, 1


def _texts(row: Row) -> list[str]:
    return [cells.text(cell)[:120] for cell in row[:_WIDEST]]


def _is_data(row: Sequence[str]) -> bool:
    """Whether a row above the headings has more to say than headings do."""
    return sum("@" in text or text.isdigit() for text in row) > 0


def _is_lower_row(upper: Sequence[str], lower: Sequence[str]) -> bool:
    said = [text for text in lower if text]
    empty_above = any(text and not (upper[index] if index < len(upper) else "") for index, text in enumerate(lower))
    known = sum(heading(text).target is not None for text in said)
    return len(said) > 1 and empty_above and known * 4 >= len(said) * 3


def _combined(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    headers, spanning = [], ""
    for index in range(max(len(upper), len(lower))):
        over = upper[index] if index < len(upper) else ""
        under = lower[index] if index < len(lower) else ""
        spanning = over or (spanning if under else "")
        if spanning and not over and under and not _spans(spanning):
            spanning = ""
        headers.append(_together(spanning, under))
    return tuple(headers)


def _together(over: str, under: str) -> str:
    """The heading of both rows; the lower one alone when the upper one only gathers columns of the pupil."""
    text = f"{over} {under}".strip()
    return under if under and heading(text).target is None and not is_guardian_name(over) else text


def _spans(text: str) -> bool:
    """Whether a heading of the upper row may hold for columns beside it, too."""
    target = heading(text).target
    return target is None or target is Target.FULL_NAME or is_guardian_name(text)


def _group_around(sheet: Sheet, headings_at: int) -> str:
    for row in reversed(sheet.rows[:headings_at]):
        said = [text for cell in row[:_WIDEST] if (text := cells.lines(cell)[:_WIDEST])]
        if group := titles.group_of_row(said):
            return group
    return titles.group_of_sheet(sheet.name)

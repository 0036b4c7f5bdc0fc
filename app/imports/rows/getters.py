"""How the cells of one row are got at: the places of the columns are looked up once, not in every row."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, contacts
from app.imports.content.cells import Cell
from app.imports.readings import NOWHERE, Target
from app.people.basics import Address

LONGEST = 200
_MARKS = "'’"  # by which a spreadsheet keeps a number as text
_FRACTION = re.compile(r"(?<=\d)[.,]0{1,2}$")
_ADDRESS = (Target.STREET, Target.HOUSE_NUMBER, Target.ADDITION, Target.POSTCODE, Target.CITY)


class RowRefusedError(ValueError):
    """One row cannot be taken over; ``column`` and ``code`` say why, ``value`` is what stood there."""

    def __init__(self, column: str, code: str, value: str = "") -> None:
        super().__init__(code)
        self.column = column
        self.code = code
        self.value = value


def cell_of(layout: Layout, target: Target, guardian: int = 0) -> Callable[[Row], Cell]:
    """The cell of a row that holds this; None in every row when no column does."""
    column = layout.find(target, guardian)
    if column is None:
        return lambda _row: None
    index = column.index
    return lambda row: row[index] if index < len(row) else None


def text_of(layout: Layout, target: Target, guardian: int = 0) -> Callable[[Row], str]:
    """The text of that cell; the row is refused when it is too long for a name or number."""
    column = layout.find(target, guardian)
    if column is None:
        return lambda _row: ""
    index, header = column.index, column.header

    def text(row: Row) -> str:
        found = cells.said(row[index]) if index < len(row) else ""
        if len(found) > LONGEST:
            raise RowRefusedError(header, "imports.value_too_long", found[:60])
        return found

    return text


def number_of(layout: Layout) -> Callable[[Row], str]:
    """The number of a pupil or employee; ``12,0`` is a 12 that went through a sheet, ``'0012`` one kept as text."""
    text = text_of(layout, Target.NUMBER)

    def number(row: Row) -> str:
        found = text(row)
        return found if found.isalnum() else _FRACTION.sub("", found.lstrip(_MARKS))

    return number


def day_of(layout: Layout, target: Target, this_year: int, guardian: int = 0) -> Callable[[Row], date | None]:
    """The date in that cell; the row is refused when it is none."""
    column = layout.find(target, guardian)
    if column is None:
        return lambda _row: None
    index, header, us_order = column.index, column.header, cells.in_us_order(layout.values(column))

    later = layout.sheet.later

    def day(row: Row) -> date | None:
        cell = row[index] if index < len(row) else None
        try:
            return cells.day(_later(cell, later) if later else cell, this_year, us_order)
        except cells.NoSuchDayError:
            raise RowRefusedError(header, "imports.date_missing", cells.text(cell)[:60]) from None
        except (ValueError, OverflowError):
            raise RowRefusedError(header, "imports.date_unreadable", cells.text(cell)[:60]) from None

    return day


def _later(cell: Cell, days: int) -> Cell:
    """A bare number of days in a workbook that counts from 1904, as every other workbook counts it."""
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return cell + days if is_number and 0 <= cell < 80_000 else cell  # type: ignore[operator] # a number


def address_of(layout: Layout, guardian: int = 0) -> Callable[[Row], Address]:
    """The address in the columns for it."""
    if not any(layout.find(target, guardian) for target in _ADDRESS):
        return lambda _row: NOWHERE
    street, number, addition, postcode, city = (text_of(layout, target, guardian) for target in _ADDRESS)
    return lambda row: contacts.address(street(row), number(row), addition(row), postcode(row), city(row))


def found_in(
    layout: Layout, target: Target, guardian: int, find: Callable[[Cell], tuple[str, ...]]
) -> Callable[[Row], tuple[str, ...]]:
    """Everything that ``find`` finds in all columns that hold this."""
    places = [column.index for column in layout.all(target, guardian)]
    if not places:
        return lambda _row: ()
    if len(places) == 1:
        index = places[0]
        return lambda row: find(row[index]) if index < len(row) else ()
    return lambda row: tuple(dict.fromkeys(value for index in places if index < len(row) for value in find(row[index])))

"""One cell of a class list: text, number or date made into what Meldboek keeps."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import lru_cache

from app.people.spelling import normal_group


class NoSuchDayError(ValueError):
    """A day that no calendar has: 29 February of a common year."""


Cell = str | int | float | bool | date | datetime | None
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan januari january", "feb februari february", "mrt maart mar march maa", "apr april", "mei may",
         "jun juni june", "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october",
         "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
_EARLIEST, _LATEST = 1900, 2200
_LONGEST_DATE, _LONGEST_GROUP = 60, 200
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_NUMERIC = re.compile(r"(\d{1,2})\s*[-/.\\ ]\s*(\d{1,2})\s*[-/.\\ ]\s*(\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.\\ ](\d{1,2})[-/.\\ ](\d{1,2})")
_WORDED = re.compile(r"(\d{1,2})[-/. ]*([a-z]+)[-/., ]*(\d{4}|\d{2})")
_DIGITS = re.compile(r"(?:(\d{4})(\d{2})(\d{2})|(\d{5})(?:[.,]\d+)?)")
_WEEKDAY = re.compile(r"^(?:ma|di|wo|do|vr|za|zo)[a-z]*[., ]+")
_TIME = re.compile(r"[ t]\d{1,2}:\d{2}.*$")
_GROUP_DAY = re.compile(r"(\d{1,2})[-/. ]([a-z]{3,9})(?:[-/. ](?:\d{2}|\d{4}))?|([a-z]{3,9})[-/. ](\d{1,2})")
_GROUP_NUMERIC = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/]\d{4}|\d{4}-(\d{1,2})-(\d{1,2})")
_TEACHER = re.compile(
    r"(?<=\d)( ?[a-z])?(?:\s*[(|,–-]|\s)\s*"
    r"(?:juf|juff|juffrouw|meester|meneer|mevr|mevrouw|mw|dhr|lkr|leerkracht)\b.*$",
    re.IGNORECASE,
)
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_LONGEST_NOTHING = 8  # signs of the longest word below
_NOTHING = frozenset(
    ["", "-", "--", "---", "?", ".", "n.v.t.", "nvt", "n.v.t", "onbekend", "(leeg)", "null", "#n/b", "n/a"]
)


def text(cell: Cell) -> str:
    """The text of a cell, in one line: whole numbers without a fraction, dates as day-month-year."""
    if isinstance(cell, str):
        return _one_line(cell) if cell else ""
    return "" if cell is None else _told(cell)


def said(cell: Cell) -> str:
    """The text of a cell, empty when it only says that there is nothing: ``-``, ``n.v.t.``, ``onbekend``."""
    if isinstance(cell, str):
        if len(cell) > _LONGEST_NOTHING and cell.isalnum() and cell.isascii():
            return cell
        return _meant(cell) if cell else ""
    return "" if cell is None else _told(cell)


def lines(cell: Cell) -> str:
    """The text of a cell with its line breaks, without signs that nobody sees."""
    if isinstance(cell, str):
        if cell.isascii() and cell.isprintable():
            return cell.strip()
        return _clean(cell)
    return "" if cell is None else _told(cell)


def _told(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, date):
        return f"{cell.day}-{cell.month}-{cell.year}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    return str(cell)


@lru_cache(maxsize=65536)
def _one_line(written: str) -> str:
    if written.isascii() and written.isprintable():
        return " ".join(written.split())
    return " ".join(_clean(written).split())


@lru_cache(maxsize=65536)
def _meant(written: str) -> str:
    found = " ".join(written.split()) if written.isascii() and written.isprintable() else _one_line(written)
    return "" if found.casefold() in _NOTHING else found


@lru_cache(maxsize=16384)
def _clean(written: str) -> str:
    if written.isascii() and written.isprintable():
        return written.strip()
    written = written.translate(_HYPHENS)
    if written.isprintable():  # no sign that nobody sees
        return unicodedata.normalize("NFC", written).strip()
    clean = unicodedata.normalize("NFC", written.replace("\xa0", " ").replace("\u200b", ""))
    return "".join(sign for sign in clean if sign in "\n\t\r" or unicodedata.category(sign)[0] != "C").strip()


def day(cell: Cell, this_year: int, us_order: bool = False) -> date | None:
    """The date in a cell, day before month; None when it is empty. Raises ValueError when it is no date."""
    if isinstance(cell, datetime):
        found: date | None = cell.date()
    elif isinstance(cell, date):
        found = cell
    elif isinstance(cell, (int, float)) and not isinstance(cell, bool):
        found = _numbered_day(cell, this_year)
    else:
        written = said(cell)
        if len(written) > _LONGEST_DATE:
            raise ValueError
        found = _written_day(written, this_year, us_order) if written else None
    if found and not _EARLIEST <= found.year <= _LATEST:
        raise ValueError
    return found


def _numbered_day(number: float, this_year: int) -> date:
    """The days since 1900 of a spreadsheet, or eight digits."""
    if 1 <= number < 80_000:
        return _EXCEL_DAY_ZERO + timedelta(days=int(number))
    return _written_day(str(int(number)).zfill(8), this_year, False)


@lru_cache(maxsize=16384)
def _written_day(written: str, this_year: int, us_order: bool) -> date:
    plain = _TIME.sub("", _WEEKDAY.sub("", written.casefold().replace("'", "").replace("’", ""))).strip()
    if found := _NUMERIC.fullmatch(plain):
        month, number = (found[1], found[2]) if us_order else (found[2], found[1])
        return _dated(_full_year(found[3], this_year), int(month), int(number))
    if found := _ISO.fullmatch(plain):
        return _dated(int(found[1]), int(found[2]), int(found[3]))
    if plain.isdigit() or _DIGITS.fullmatch(plain):
        return _digits_day(plain)
    found = _WORDED.fullmatch(plain)
    if found is None or found[2] not in MONTHS:
        raise ValueError
    return _dated(_full_year(found[3], this_year), MONTHS[found[2]], int(found[1]))


def _dated(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        if 1 <= month <= 12 and 29 <= number <= 31:
            raise NoSuchDayError from None
        raise


def _digits_day(plain: str) -> date:
    found = _DIGITS.fullmatch(plain)
    if found is None:
        raise ValueError
    if found[4]:
        return _EXCEL_DAY_ZERO + timedelta(days=int(found[4]))
    if _EARLIEST <= int(found[1]) <= _LATEST and int(found[2]) <= 12:
        return _dated(int(found[1]), int(found[2]), int(found[3]))
    return _dated(int(plain[4:]), int(plain[2:4]), int(plain[:2]))


def _full_year(digits: str, this_year: int) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + 2000 if year + 2000 <= this_year else year + 1900


def in_us_order(values: list[Cell]) -> bool:
    """Whether dates stand month first: a good part can only be read so, and none only the other way."""
    found = [parts for cell in values if isinstance(cell, str) and (parts := _NUMERIC.match(cell.strip()))]
    only_us = sum(int(parts[2]) > 12 for parts in found)
    return only_us > 1 and only_us * 5 >= len(found) and not any(int(parts[1]) > 12 for parts in found)


def group(cell: Cell) -> str:
    """The group in a cell as it is known, also when the spreadsheet took ``1/2`` or ``3-4`` for a date."""
    if isinstance(cell, date):
        return _pair(cell.day, cell.month)
    if isinstance(cell, float | int) and not isinstance(cell, bool) and 36_000 <= cell < 60_000:
        became = _EXCEL_DAY_ZERO + timedelta(days=int(cell))
        return _pair(became.day, became.month)
    return _group(said(cell)[:_LONGEST_GROUP])


@lru_cache(maxsize=1024)
def _group(written: str) -> str:
    written = _TEACHER.sub(r"\1", written).rstrip(".")
    plain = _TIME.sub("", written.casefold())
    if found := _GROUP_NUMERIC.fullmatch(plain):
        return _pair(*(int(part) for part in found.groups() if part))
    if found := _GROUP_DAY.fullmatch(plain):
        word, number = (found[2], found[1]) if found[2] else (found[3], found[4])
        if word in MONTHS:
            return _pair(int(number), MONTHS[word])
    return re.sub(r"(^|/)0+(?=\d)", r"\1", normal_group(written))


def _pair(one: int, other: int) -> str:
    return f"{min(one, other)}/{max(one, other)}"


def whole_number(cell: Cell) -> int | None:
    """The first number in a cell."""
    found = re.search(r"\d+", text(cell))
    return int(found[0]) if found and len(found[0]) < 6 else None


def is_bsn(cell: Cell) -> bool:
    """Whether this may be a citizen service number: eight or nine digits that pass the eleven test."""
    digits = text(cell).replace(" ", "").replace(".", "").replace("-", "")
    if not (8 <= len(digits) <= 9 and digits.isascii() and digits.isdigit()):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(digits.zfill(9), weights, strict=True)) % 11 == 0

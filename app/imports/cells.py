"""One cell of a class list: text, number or date made into what Meldboek keeps."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta

from app.imports.headings import normal
from app.kernel.formats import is_phone
from app.people.rules import Authority
from app.people.spelling import normal_phone

Cell = str | int | float | bool | date | datetime | None
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan januari january", "feb februari", "mrt maart mar", "apr april", "mei may", "jun juni", "jul juli",
         "aug augustus", "sep sept september", "okt oktober oct", "nov november", "dec december"), 1,
    )
    for name in names.split()
}  # fmt: skip
_EARLIEST, _LATEST = 1900, 2200
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_NUMERIC = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_WORDED = re.compile(r"(\d{1,2})[-/. ]*([a-z]+)[-/. ]*(\d{4}|\d{2})")
_TIME = re.compile(r"[ t]\d{1,2}:\d{2}.*$")
_EMAIL = re.compile(r"[^\s@,;<>()\"]+@[^\s@,;<>()\"]+\.[^\s@,;<>()\"]+")
_PHONE = re.compile(r"\+?\d[\d\s().\-/]{6,}\d")
_YES = frozenset(["ja", "j", "yes", "y", "waar", "true", "1", "x", "wel", "gezag", "v"])
_NO = frozenset(["nee", "n", "no", "onwaar", "false", "0", "geen", "niet"])


def text(cell: Cell) -> str:
    """The text of a cell, in one line: whole numbers without a fraction, dates as day-month-year."""
    said = lines(cell)
    return said if said.isalnum() else " ".join(said.split())


def lines(cell: Cell) -> str:
    """The text of a cell with its line breaks, without signs that nobody sees."""
    if isinstance(cell, str) and cell.isascii() and cell.isprintable():
        return cell.strip()
    if cell is None or isinstance(cell, bool):
        return "" if cell is None else ("ja" if cell else "nee")
    if isinstance(cell, date):
        return f"{cell.day}-{cell.month}-{cell.year}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    clean = unicodedata.normalize("NFC", str(cell).replace("\xa0", " ").replace("\u200b", ""))
    return "".join(sign for sign in clean if sign in "\n\t\r" or unicodedata.category(sign)[0] != "C").strip()


def day(cell: Cell, this_year: int) -> date | None:
    """The date in a cell, day before month; None when it is empty. Raises ValueError when it is no date."""
    found = _day(cell, this_year)
    if found and not _EARLIEST <= found.year <= _LATEST:
        raise ValueError
    return found


def _day(cell: Cell, this_year: int) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        if not 1 <= cell < 80_000:
            raise ValueError
        return _EXCEL_DAY_ZERO + timedelta(days=int(cell))
    written = _TIME.sub("", text(cell).casefold())
    return _written_day(written, this_year) if written else None


def _written_day(written: str, this_year: int) -> date:
    if found := _ISO.fullmatch(written):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(written):
        return date(_full_year(found[3], this_year), int(found[2]), int(found[1]))
    found = _WORDED.fullmatch(written)
    if found is None or found[2] not in MONTHS:
        raise ValueError
    return date(_full_year(found[3], this_year), MONTHS[found[2]], int(found[1]))


def _full_year(digits: str, this_year: int) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + 2000 if year + 2000 <= this_year else year + 1900


def group(cell: Cell) -> str:
    """The group in a cell, also when the spreadsheet took ``1/2`` or ``3-4`` for a date."""
    if isinstance(cell, date):
        return _pair(cell.day, cell.month)
    written = text(cell)
    found = re.fullmatch(r"(\d{1,2})[- ]([a-z]{3,4})\.?", written.casefold())
    return _pair(int(found[1]), MONTHS[found[2]]) if found and found[2] in MONTHS else written


def _pair(one: int, other: int) -> str:
    return f"{min(one, other)}/{max(one, other)}"


def whole_number(cell: Cell) -> int | None:
    """The first number in a cell."""
    found = re.search(r"\d+", text(cell))
    return int(found[0]) if found else None


def emails(cell: Cell) -> tuple[str, ...]:
    """The e-mail addresses in a cell, in lower case."""
    return tuple(found.removeprefix("mailto:") for found in _EMAIL.findall(lines(cell).lower()))


def phones(cell: Cell) -> tuple[str, ...]:
    """The telephone numbers in a cell, ten digits each, mobile ones first."""
    found = (normal_phone(number) for number in _PHONE.findall(lines(cell)))
    return tuple(sorted((number for number in found if is_phone(number)), key=lambda number: not _mobile(number)))


def _mobile(number: str) -> bool:
    return number.startswith("06")


def authority(cell: Cell) -> Authority:
    """What a list says about authority; assumed when it says nothing that is clear."""
    said = normal(text(cell)).split()
    if not said:
        return Authority.ASSUMED
    if said[0] in _NO:
        return Authority.NO
    return Authority.YES if said[0] in _YES else Authority.ASSUMED


def is_bsn(cell: Cell) -> bool:
    """Whether this may be a citizen service number: eight or nine digits that pass the eleven test."""
    digits = text(cell).replace(" ", "").replace(".", "")
    if not (8 <= len(digits) <= 9 and digits.isascii() and digits.isdigit()):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(int(digit) * weight for digit, weight in zip(digits.zfill(9), weights, strict=True)) % 11 == 0

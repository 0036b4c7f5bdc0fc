"""Reads dates and times as people type them."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time, timedelta

from app.kernel.formats import weekday_date
from app.kernel.texts import _

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2}) ?([a-z]{3,})\.?(?: (\d{4}|\d{2}))?")
_TIME = re.compile(r"(\d{1,2})(?:[:.u ]?(\d{2}))? ?(?:uur|u)?")
_NEAR = {
    "vandaag": 0,
    "gisteren": -1,
    "eergisteren": -2,
    "morgen": 1,
    "overmorgen": 2,
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
}
_WEEKDAYS = (
    ("maandag", "ma", "monday"),
    ("dinsdag", "di", "tuesday"),
    ("woensdag", "wo", "wednesday"),
    ("donderdag", "do", "thursday"),
    ("vrijdag", "vr", "friday"),
    ("zaterdag", "za", "saturday"),
    ("zondag", "zo", "sunday"),
)
_PAST, _AHEAD = frozenset({"afgelopen", "vorige", "last"}), frozenset({"komende", "aanstaande", "next"})
_LEAP_YEAR = 2024


@dataclass(frozen=True)
class _Parts:
    """A day as it was typed; without a year it is the nearest such day."""

    day: int
    month: int
    year: str | None


def read_date(text: str, today: date, *, past: bool = False) -> date | None:
    """``16-11-2026``, ``16 nov``, ``vandaag``, ``afgelopen zaterdag``; without a year the nearest such day.

    Only where the ``past`` is meant, ``zaterdag`` alone is understood: the last one.
    """
    plain = _plain(text)
    if plain in _NEAR:
        return today + timedelta(_NEAR[plain])
    weekday = _weekday(plain, today, past=past)
    if weekday is not None:
        return weekday
    parts = _parts(plain)
    return _near(today, parts) if parts else None


def has_year(text: str) -> bool:
    """Whether the year was typed as well."""
    parts = _parts(_plain(text))
    return parts is not None and parts.year is not None


def date_problem(text: str, today: date) -> str:
    """Why no day was read from this: it leaves open which day is meant, no such day exists, or it cannot be read."""
    plain = _plain(text)
    if _weekday(plain, today, past=True) is not None:
        asked = _("Welke {day} bedoelt u? Typ afgelopen {day} of komende {day}, of de datum.")
        return asked.format(day=plain)
    parts = _parts(plain)
    if parts is None:
        return date_hint()
    if parts.year is None and _day(_LEAP_YEAR, parts.month, parts.day) is not None:
        return _("{day} is er niet elk jaar. Typ ook het jaar.").format(day=text.strip())
    return _("{day} bestaat niet. Controleer de dag en de maand.").format(day=text.strip())


def show_date(on: date) -> str:
    """As a date field shows it: ``ma 16 nov 2026``."""
    return f"{weekday_date(on)} {on.year}"


def read_time(text: str) -> time | None:
    """``13:15``, ``13.15``, ``1315`` or ``13 uur``."""
    found = _TIME.fullmatch(text.strip().casefold())
    if not found or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return time(int(found[1]), int(found[2] or 0))


def date_hint() -> str:
    """What a date field that was not understood says."""
    return _("Deze datum is niet te lezen. Typ bijvoorbeeld 16-11-2026, 16 nov of vandaag.")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(",", " ").split())


def _weekday(plain: str, today: date, *, past: bool) -> date | None:
    """``afgelopen zaterdag`` lies before today and ``komende zaterdag`` after it; ``zaterdag`` may be today."""
    side, _space, name = plain.rpartition(" ")
    number = next((at for at, names in enumerate(_WEEKDAYS) if name in names), None)
    if number is None or not (side in _PAST or side in _AHEAD or (past and not side)):
        return None
    if side in _AHEAD:
        return today + timedelta((number - today.weekday() - 1) % 7 + 1)
    last = today - timedelta(1) if side else today
    return last - timedelta((last.weekday() - number) % 7)


def _parts(plain: str) -> _Parts | None:
    plain = re.sub(r"^(ma|di|wo|do|vr|za|zo|mo|tu|we|th|fr|sa|su)[a-z]* ", "", plain)
    iso = _ISO.fullmatch(plain)
    if iso:
        return _Parts(int(iso[3]), int(iso[2]), iso[1])
    found = _NUMBERS.fullmatch(plain)
    if found:
        return _Parts(int(found[1]), int(found[2]), found[3])
    found = _WORDS.fullmatch(plain)
    month = _month(found[2]) if found else 0
    return _Parts(int(found[1]), month, found[3]) if found and month else None


def _month(word: str) -> int:
    short = {"maa": "mrt", "mar": "mrt", "oct": "okt", "may": "mei"}.get(word[:3], word[:3])
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _near(today: date, parts: _Parts) -> date | None:
    if parts.year:
        whole = int(parts.year)
        year = whole if whole > 99 else 2000 + whole - (100 if whole > today.year % 100 + 20 else 0)
        return _day(year, parts.month, parts.day)
    days = [found for found in (_day(today.year + step, parts.month, parts.day) for step in (-1, 0, 1)) if found]
    return min(days, key=lambda one: abs((one - today).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None

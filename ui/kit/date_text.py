"""Reads dates and times as people type them."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, time, timedelta

from app.kernel.formats import weekday_date
from app.kernel.texts import _

_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})(?:[-/. ](\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDS = re.compile(r"(\d{1,2}) ?([a-z]{3,})\.?(?: (\d{4}|\d{2}))?")
_TIME = re.compile(r"(\d{1,2})(?:[:.u ]?(\d{2}))? ?(?:uur|u)?")


def read_date(text: str, today: date) -> date | None:
    """``16-11-2026``, ``16 nov``, ``vandaag``, ``ma 16 november 2026``; without a year the nearest such day."""
    plain = " ".join(text.casefold().replace(",", " ").split())
    words = {"vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1, "overmorgen": 2}
    if plain in words:
        return today + timedelta(words[plain])
    plain = re.sub(r"^(ma|di|wo|do|vr|za|zo|mo|tu|we|th|fr|sa|su)[a-z]* ", "", plain)
    iso = _ISO.fullmatch(plain)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    found = _NUMBERS.fullmatch(plain)
    if found:
        return _near(today, int(found[1]), int(found[2]), found[3])
    found = _WORDS.fullmatch(plain)
    month = _month(found[2]) if found else 0
    return _near(today, int(found[1]), month, found[3]) if found and month else None


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


def _month(word: str) -> int:
    short = {"maa": "mrt", "mar": "mrt", "oct": "okt", "may": "mei"}.get(word[:3], word[:3])
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _near(today: date, day: int, month: int, year: str | None) -> date | None:
    if year:
        whole = int(year)
        return _day(whole if whole > 99 else 2000 + whole - (100 if whole > today.year % 100 + 20 else 0), month, day)
    days = [found for found in (_day(today.year + step, month, day) for step in (-1, 0, 1)) if found]
    return min(days, key=lambda one: abs((one - today).days), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    with suppress(ValueError):
        return date(year, month, day)
    return None

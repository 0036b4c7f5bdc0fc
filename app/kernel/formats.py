"""How dates, telephone numbers, postcodes and school codes are written in Dutch."""

from __future__ import annotations

import re
from datetime import date, datetime

from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _

_POSTCODE = re.compile(r"[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}")
_BRIN = re.compile(r"[0-9]{2}[A-Z]{2}([0-9]{2})?")
_SERVICE = re.compile(r"(0800|0900|0906|0909|116)(\d{4,7})")
_SHORT_AREA_CODE = re.compile(r"0(?:1[035]|2[0346]|3[03568]|4[0356]|5[0358]|7[0-9]|8[24578]|91|97)")


def short_months() -> list[str]:
    """The months as in lists, January first."""
    return _("jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec").split("|")


def short_date(on: date) -> str:
    """As in lists: ``12 mrt 2026``."""
    return f"{on.day} {short_months()[on.month - 1]} {on.year}"


def day_month(on: date) -> str:
    """Without the year: ``12 mrt``."""
    return f"{on.day} {short_months()[on.month - 1]}"


def weekday_date(on: date) -> str:
    """With the day of the week: ``ma 16 nov``."""
    weekdays = _("ma|di|wo|do|vr|za|zo").split("|")
    return f"{weekdays[on.weekday()]} {day_month(on)}"


def long_date(on: date) -> str:
    """As in letters: ``12 maart 2026``."""
    months = _("januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december").split("|")
    return f"{on.day} {months[on.month - 1]} {on.year}"


def long_weekday_date(on: date) -> str:
    """In full: ``maandag 16 november 2026``."""
    return f"{weekday(on)} {long_date(on)}"


def weekday(on: date) -> str:
    """The day of the week in full: ``maandag``."""
    return _("maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag").split("|")[on.weekday()]


def clock_time(at: datetime) -> str:
    """Dutch local time: ``13:15``."""
    local = at.astimezone(AMSTERDAM)
    return f"{local.hour:02}:{local.minute:02}"


def weekday_time(at: datetime) -> str:
    """Day and time: ``ma 16 nov 13:15``."""
    return f"{weekday_date(at.astimezone(AMSTERDAM))} {clock_time(at)}"


def short_time(at: datetime) -> str:
    """Date and time with the year: ``12 mrt 2026 13:15``."""
    return f"{short_date(at.astimezone(AMSTERDAM))} {clock_time(at)}"


def long_time(at: datetime) -> str:
    """Date and time as in letters: ``12 maart 2026, 13:15 uur``."""
    return _("{date}, {time} uur").format(date=long_date(at.astimezone(AMSTERDAM)), time=clock_time(at))


def phone_digits(text: str) -> str:
    """A telephone number to keep: ``0612345678``; ``+31`` becomes ``0``, other countries keep their ``+``."""
    plain = text.strip().replace("(0)", "")
    digits = re.sub(r"\D", "", plain)
    if plain.startswith("+"):
        digits = f"00{digits}"
    if digits.startswith("0031"):
        digits = "0" + digits[4:].lstrip("0")
    return f"+{digits[2:]}" if digits.startswith("00") else digits


def phone(text: str) -> str:
    """A telephone number to show: ``06-1234 5678``, ``053-432 80 80``, ``0900-1113111``; else as typed."""
    digits = phone_digits(text)
    service = _SERVICE.fullmatch(digits)
    if service:
        return f"{service[1]}-{service[2]}"
    if not is_phone(digits) or digits.startswith("+"):
        return text.strip()
    if digits.startswith("06"):
        return f"06-{digits[2:6]} {digits[6:]}"
    if _SHORT_AREA_CODE.match(digits):
        return f"{digits[:3]}-{digits[3:6]} {digits[6:8]} {digits[8:]}"
    return f"{digits[:4]}-{digits[4:6]} {digits[6:8]} {digits[8:]}"


def is_phone(text: str) -> bool:
    """A Dutch number of ten digits, a service number, or a number of another country."""
    digits = phone_digits(text)
    dutch = re.fullmatch(r"0[1-9]\d{8}", digits) is not None
    return dutch or _SERVICE.fullmatch(digits) is not None or re.fullmatch(r"\+[1-9]\d{6,14}", digits) is not None


def postcode(text: str) -> str:
    """``7534 AB``, however it was typed; else as typed."""
    plain = "".join(text.split()).upper()
    return f"{plain[:4]} {plain[4:]}" if is_postcode(plain) else text.strip()


def is_postcode(text: str) -> bool:
    """Whether this is a Dutch postcode."""
    return _POSTCODE.fullmatch(text.strip().upper()) is not None


def postcode_place(code: str, place: str) -> str:
    """The last line of an address: ``7534 AB  ENSCHEDE``, two spaces between."""
    return f"{postcode(code)}  {place.strip().upper()}".strip()


def is_brin(text: str) -> bool:
    """A school code of four characters, or six with its location."""
    return _BRIN.fullmatch(text) is not None

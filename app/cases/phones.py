"""Telephone numbers in texts: found however they are written."""

from __future__ import annotations

import re

_LENGTH = 10
_ABROAD = re.compile(r"^(\+31|0031)")
_BETWEEN = re.compile(r"[\s()./-]")
_IN_TEXT = re.compile(r"(?<!\d)(?:(?:\+31|0031)[\s.-]?(?:\(0\))?[\s.-]?|0)[1-9](?:[\s.-]?\d){8}(?!\d)")


def digits_of(text: str) -> str:
    """The ten digits of a Dutch number, or nothing when this is none."""
    digits = _ABROAD.sub("0", _BETWEEN.sub("", text.strip().replace("(0)", "")))
    return digits if digits.isdecimal() and len(digits) == _LENGTH and digits[0] == "0" else ""


def in_text(text: str) -> tuple[str, ...]:
    """The ten digits of every number in a text: what it is found by."""
    return tuple(dict.fromkeys(filter(None, (digits_of(each[0]) for each in _IN_TEXT.finditer(text)))))


def spellings(text: str) -> tuple[str, ...]:
    """What to look for when this number is typed: its digits, and how it stands in texts of before."""
    digits = digits_of(text)
    if not digits:
        return ()
    head = 2 if digits.startswith("06") else 3
    return (digits, f"{digits[:head]}-{digits[head:]}", f"+31{digits[1:]}", text)

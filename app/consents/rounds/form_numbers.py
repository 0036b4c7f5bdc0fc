"""The number on a form: round, place and a check digit, so that a number typed wrong is noticed."""

from __future__ import annotations

_ROUND, _PLACE = 2, 4


def numbered(round_id: int, place: int) -> str:
    """The number of one form: ``03-0417-8``."""
    digits = f"{round_id:0{_ROUND}d}{place:0{_PLACE}d}"
    return _shown(digits + _check(digits))


def understood(text: str) -> str:
    """A number as it is printed, whatever stands between its digits."""
    digits = "".join(sign for sign in text if sign.isdigit())
    return _shown(digits) if len(digits) > _ROUND + _PLACE else digits


def looks_like_one(text: str) -> bool:
    """Whether this can be the number of a form of a round: digits only, and enough of them."""
    bare = text.replace("-", "").replace(" ", "")
    return bare.isascii() and bare.isdigit() and len(bare) > _ROUND + _PLACE


def is_right(number: str) -> bool:
    """Whether the check digit belongs to the others."""
    digits = number.replace("-", "")
    return _check(digits[:-1]) == digits[-1]


def _shown(digits: str) -> str:
    body = digits[:-1]
    return f"{body[:-_PLACE]}-{body[-_PLACE:]}-{digits[-1]}"


def _check(digits: str) -> str:
    """The digit of Luhn: it notices every single wrong digit and nearly every two that changed places."""
    total = 0
    for place, sign in enumerate(reversed(digits)):
        value = int(sign) * (2 - place % 2)
        total += value - 9 if value > 9 else value
    return str(-total % 10)

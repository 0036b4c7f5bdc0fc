"""The little that lists, blocks and people have in common: an address, authority, a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Authority(StrEnum):
    """Parental authority (gezag): confirmed, denied, or taken over from a list without proof."""

    YES = "yes"
    NO = "no"
    ASSUMED = "assumed"


@dataclass(frozen=True)
class Address:
    """Where someone lives; all empty when unknown."""

    street: str = ""
    number: str = ""
    postcode: str = ""
    city: str = ""


@dataclass(frozen=True)
class Period:
    """From a day until and with a day; an open end has no day."""

    start: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Whether that day lies in the period."""
        return (self.start is None or self.start <= on) and (self.until is None or on <= self.until)

"""The little that lists and people have in common: an address, and what is known of authority."""

from __future__ import annotations

from dataclasses import dataclass
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

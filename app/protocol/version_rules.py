"""Which version of a row of the protocol holds on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from app.kernel.errors import Invalid


@dataclass(frozen=True)
class Versioned:
    """A row of the protocol: its code, which its versions share, and the first and last day of this version."""

    code: str
    valid_from: date = field(kw_only=True)
    valid_to: date | None = field(default=None, kw_only=True)


Row = TypeVar("Row", bound=Versioned)


def version(rows: Iterable[Row], code: str, on: date | None) -> Row:
    """The newest version of the row with this code that holds on a day."""
    found = [row for row in rows if row.code == code and (on is None or holds(row, on))]
    return first(sorted(found, key=lambda row: row.valid_from, reverse=True), code)


def nearest(rows: Iterable[Row], code: str, on: date | None) -> Row:
    """The version that holds on a day; for a day on which none holds, the last before it or else the first."""
    found = sorted((row for row in rows if row.code == code), key=lambda row: row.valid_from, reverse=True)
    if on is None:
        return first(found, code)
    holding = [row for row in found if holds(row, on)]
    before = [row for row in found if row.valid_from <= on]
    return first([*holding, *before, *found[::-1]], code)


def holds(row: Versioned, on: date) -> bool:
    """Whether this version of a row holds on a day."""
    return row.valid_from <= on and (row.valid_to is None or on <= row.valid_to)


Found = TypeVar("Found")


def first(found: Iterable[Found], code: str, failure: str = "protocol.unknown_code") -> Found:
    """The first of these. Raises Invalid naming the code when there is none."""
    for row in found:
        return row
    raise Invalid("key", failure, name=code)

"""What was recognised in a file, sheet by sheet and column by column, and what the user decides about it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

PUPILS, EMPLOYEES, UNUSED = "pupils", "employees", ""
NO_ROW = -1  # decided: the list has no headings
_NAME = ("full_name", "first_name", "initials", "infix", "surname")
_DATES = ("birth_date", "enrol_date", "leave_date")
_ADDRESS = ("street", "house_number", "addition", "postcode", "city")
_OF_PUPILS = ("number", *_NAME, "given_names", "group", "year_group", *_DATES, *_ADDRESS, "email", "phone", "authority")
_OF_GUARDIANS = (*_NAME, "email", "phone", "authority", "authority_since", "relation", *_ADDRESS)
_OF_EMPLOYEES = ("number", *_NAME, "job_title", "start_date", "end_date", "email", "phone", "group")


@dataclass(frozen=True)
class RecognisedColumn:
    """One column with its first values; a column that is dropped shows none, and ``dropped`` says why."""

    index: int
    header: str
    target: str = ""
    guardian: int = 0
    samples: tuple[str, ...] = ()
    dropped: str = ""


@dataclass(frozen=True)
class RecognisedSheet:
    """One sheet: of whom it is, which row has the headings (0: none) and what its columns hold.

    ``found_as`` is the fingerprint of the headings that Meldboek found by itself, when the user chose another row.
    """

    name: str
    fingerprint: str
    header_row: int
    rows: int
    subject: str
    group: str = ""
    columns: tuple[RecognisedColumn, ...] = ()
    fixed: bool = False
    found_as: str = ""


@dataclass(frozen=True)
class ColumnUse:
    """What one column holds, as decided; ``guardian`` counts from 1, 0 is the pupil or employee."""

    index: int
    target: str
    guardian: int = 0


@dataclass(frozen=True)
class Mapping:
    """What the user decided about every list with these headings: their columns, or in which row they stand instead."""

    fingerprint: str
    uses: tuple[ColumnUse, ...] = ()
    subject: str = PUPILS
    header_row: int = 0

    @property
    def signature(self) -> str:
        """Under which it is kept: a row may be decided beside the columns."""
        return f"{self.fingerprint}:row" if self.header_row else self.fingerprint

    def as_dict(self) -> dict[str, object]:
        """As it is kept: never a value of a list."""
        return asdict(self)

    @classmethod
    def from_dict(cls, kept: dict[str, Any]) -> Mapping:
        """The mapping that was kept. Raises ValueError, KeyError or TypeError when it is none."""
        uses = tuple(ColumnUse(int(use["index"]), str(use["target"]), int(use["guardian"])) for use in kept["uses"])
        return cls(str(kept["fingerprint"]), uses, str(kept["subject"]), int(kept.get("header_row", 0)))

    def using(self, use: ColumnUse) -> Mapping:
        """This mapping with another use for one column; the column that had that use before loses it."""
        others = (
            one
            for one in self.uses
            if one.index != use.index and (not use.target or (one.target, one.guardian) != (use.target, use.guardian))
        )
        uses = sorted((*others, use) if use.target else others, key=lambda one: one.index)
        return Mapping(self.fingerprint, tuple(uses), self.subject)


def mapping_of(sheet: RecognisedSheet) -> Mapping:
    """How a sheet is read now, as a beginning for the user's changes."""
    uses = (
        ColumnUse(column.index, column.target, column.guardian)
        for column in sheet.columns
        if column.target and not column.dropped
    )
    return Mapping(sheet.fingerprint, tuple(uses), sheet.subject)


def choices(subject: str, guardians: int = 2) -> tuple[tuple[str, int], ...]:
    """What the user may let a column of such a list hold: target and guardian, in the order of a menu."""
    if subject == EMPLOYEES:
        return tuple((target, 0) for target in _OF_EMPLOYEES)
    theirs = ((target, place) for place in range(1, guardians + 1) for target in _OF_GUARDIANS)
    return (*((target, 0) for target in _OF_PUPILS), *theirs)


def fingerprint(headers: Iterable[str]) -> str:
    """By which a layout is known again: its headings in their order, whatever their capitals and signs."""
    plain = "\n".join(re.sub(r"[\W_]+", " ", header.casefold()).strip() for header in headers)
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:32]


def mapping_for(sheet_fingerprint: str, mappings: Iterable[Mapping]) -> Mapping | None:
    """The newest decision about the columns of this layout."""
    found = [one for one in mappings if one.fingerprint == sheet_fingerprint and not one.header_row]
    return found[-1] if found else None


def row_for(sheet_fingerprint: str, mappings: Iterable[Mapping]) -> int:
    """The row in which the headings of such a list stand, as it was decided last; 0 when it was not."""
    found = [one.header_row for one in mappings if one.fingerprint == sheet_fingerprint and one.header_row]
    return found[-1] if found else 0

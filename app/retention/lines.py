"""What the retention service takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.retention.rules import Standing


@dataclass(frozen=True)
class OfferLine:
    """One thing whose term is over: ``about`` says which, ``held_by`` why it stays all the same."""

    key: str
    category: str
    label: str
    about: str
    since: date
    free_on: date
    standing: Standing
    held_by: tuple[str, ...]
    needs_two: bool
    keeps_counts: bool

    @property
    def id(self) -> str:
        """By which a table knows the line."""
        return self.key


@dataclass(frozen=True)
class Second:
    """The second person: another user with their own passphrase, or a name and a day on a signed paper."""

    user_id: str = ""
    passphrase: str = ""
    name: str = ""
    signed_on: date | None = None
    scan: bytes = b""
    scan_name: str = ""


@dataclass(frozen=True)
class DestructionLine:
    """One line of the list of destructions; holds no names of whom it was about."""

    id: int
    at: datetime
    label: str
    count: int
    files: int
    is_nameless: bool
    term: str
    by_name: str
    confirmed_by: str
    confirmed_on: date | None

"""Reads one row of a table of the protocol and says precisely what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from enum import StrEnum
from typing import TypedDict, TypeVar

from app.kernel.errors import Unavailable
from app.kernel.texts import N_, _

Choice = TypeVar("Choice", bound=StrEnum)

MISSING = N_("dit ontbreekt")
NOT_TEXT = N_("hier hoort tekst te staan")
NOT_NUMBER = N_("hier hoort een geheel getal te staan")
NOT_DATE = N_("hier hoort een datum te staan, zoals 2026-08-01")
NOT_TIME = N_("hier hoort een tijd te staan, zoals 08:00:00")
NOT_YES_NO = N_("hier hoort true of false te staan")
NOT_LIST = N_("hier hoort een lijst van teksten te staan")
NOT_CHOICE = N_("dit kan alleen een van deze zijn: {choices}")
UNEXPECTED = N_("deze sleutel is onbekend")
TWICE = N_("deze rij staat er twee keer")
UNKNOWN_REFERENCE = N_("'{code}' bestaat niet")


class Days(TypedDict):
    """From when until when a version of a row holds."""

    valid_from: date
    valid_to: date | None


class Row:
    """One row; every key must be asked for once, and ``done`` refuses what nobody asked for."""

    def __init__(self, file: str, place: str, values: Mapping[str, object]) -> None:
        self._file = file
        self._place = place
        self._values = dict(values)

    def fail(self, key: str, problem: str, **values: object) -> Unavailable:
        """The error that names file and key."""
        where = f"{self._place}.{key}" if key else self._place
        return Unavailable("protocol.broken", file=self._file, key=where, problem=_(problem).format(**values))

    def name(self, place: str) -> None:
        """Call the row by its code from now on, in errors."""
        self._place = f"{self._place.partition(' ')[0]}[{place}]"

    def text(self, key: str, default: str | None = None, *, empty: bool = False) -> str:
        """A text; empty only where that is allowed."""
        value = self._take(key, default)
        if not isinstance(value, str):
            raise self.fail(key, NOT_TEXT)
        if not value.strip() and not empty and default is None:
            raise self.fail(key, MISSING)
        return value

    def number(self, key: str) -> int:
        """A whole number."""
        value = self._take(key, None)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(key, NOT_NUMBER)
        return value

    def flag(self, key: str, *, default: bool) -> bool:
        """Yes or no."""
        value = self._take(key, default)
        if not isinstance(value, bool):
            raise self.fail(key, NOT_YES_NO)
        return value

    def day(self, key: str) -> date:
        """A date."""
        value = self._take(key, None)
        if type(value) is not date:
            raise self.fail(key, NOT_DATE)
        return value

    def day_or_none(self, key: str) -> date | None:
        """A date that may be absent."""
        return self.day(key) if key in self._values else None

    def days(self) -> Days:
        """The first and the last day of this version."""
        return Days(valid_from=self.day("valid_from"), valid_to=self.day_or_none("valid_to"))

    def moment(self, key: str) -> time:
        """A time of the day."""
        value = self._take(key, None)
        if not isinstance(value, time):
            raise self.fail(key, NOT_TIME)
        return value

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """A list of texts."""
        value = self._take(key, list(default) if default is not None else None)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.fail(key, NOT_LIST)
        return tuple(str(item) for item in value)

    def choice(self, key: str, kind: type[Choice]) -> Choice:
        """One of the values of an enumeration."""
        return self._one(key, self.text(key), kind)

    def choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """A list of values of an enumeration."""
        return tuple(self._one(key, text, kind) for text in self.texts(key))

    def one_of(self, key: str, allowed: tuple[str, ...]) -> str:
        """One of these texts."""
        value = self.text(key)
        if value not in allowed:
            raise self.fail(key, NOT_CHOICE, choices=", ".join(allowed))
        return value

    def part(self, key: str) -> Row | None:
        """A row inside this row, or nothing."""
        if key not in self._values:
            return None
        value = self._values.pop(key)
        if not isinstance(value, dict):
            raise self.fail(key, NOT_TEXT)
        return Row(self._file, f"{self._place}.{key}", value)

    def done(self) -> None:
        """Refuse keys that nobody knows; a typing error must not pass in silence."""
        for key in self._values:
            raise self.fail(key, UNEXPECTED)

    def _one(self, key: str, text: str, kind: type[Choice]) -> Choice:
        try:
            return kind(text)
        except ValueError:
            raise self.fail(key, NOT_CHOICE, choices=", ".join(kind)) from None

    def _take(self, key: str, default: object) -> object:
        value = self._values.pop(key, default)
        if value is None:
            raise self.fail(key, MISSING)
        return value

"""A reading as one line of JSON, and back: what the child process says to the window.

People are told as lists without names of fields, because a school has thousands of them; the rest is told with names.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from app.imports.readings import (
    NOWHERE,
    DroppedColumn,
    Place,
    ReadColumn,
    ReadEmployee,
    ReadGuardian,
    Reading,
    ReadPupil,
    Rejection,
    SourceSchool,
)
from app.imports.recognition import Mapping, RecognisedColumn, RecognisedSheet
from app.kernel.names import PersonName
from app.people.basics import Address, Authority


def told(reading: Reading) -> str:
    """Everything that was read."""
    return json.dumps(vars(reading), default=_told, check_circular=False)


def refused(code: str) -> str:
    """The line that says why there is no reading."""
    return json.dumps({"refused": code})


def asked(today: date, mappings: Sequence[Mapping]) -> str:
    """What the window tells the child beside the name of the file."""
    return json.dumps({"today": today.isoformat(), "mappings": [mapping.as_dict() for mapping in mappings]})


def asked_for(said: str) -> tuple[date, tuple[Mapping, ...]]:
    """What the child was told."""
    body = json.loads(said)
    return date.fromisoformat(body["today"]), tuple(Mapping.from_dict(one) for one in body["mappings"])


def understood(file_name: str, said: str) -> Reading | str | None:
    """The reading in this line, or the code of a refusal, or None when the child broke off."""
    try:
        body = json.loads(said)
    except ValueError:
        return None
    if "refused" in body:
        return str(body["refused"])
    collecting = gc.isenabled()
    gc.disable()  # tens of thousands of objects come into being, and none of them is garbage
    try:
        return _reading(file_name, body)
    finally:
        if collecting:
            gc.enable()


def _reading(file_name: str, body: dict[str, Any]) -> Reading:
    school = body["school"]
    return Reading(
        file_name=file_name,
        pupils=tuple(map(_pupil, body["pupils"])),
        columns=tuple(ReadColumn(**column) for column in body["columns"]),
        rejected=tuple(map(_rejection, body["rejected"])),
        dropped=tuple(DroppedColumn(**column) for column in body["dropped"]),
        employees=tuple(map(_employee, body["employees"])),
        school=SourceSchool(**{**school, "reference_date": _day(school["reference_date"])}),
        sheets=tuple(map(_sheet, body["sheets"])),
        doubts=tuple(map(_rejection, body["doubts"])),
        by_key=body["by_key"],
    )


def _told(one: object) -> object:
    """What JSON has no form for: names and addresses as lists of their parts, days as text, the rest by its fields."""
    if isinstance(one, PersonName):
        return list(vars(one).values())
    if isinstance(one, Address):
        return None if one is NOWHERE or one == NOWHERE else list(vars(one).values())
    return one.isoformat() if isinstance(one, date) else vars(one)


def _pupil(body: Sequence[Any]) -> ReadPupil:
    place, name, number, birth, group, year_group, enrolled, left, address, guardians, active = body
    return ReadPupil(
        Place(*place),
        PersonName(*name),
        number,
        _day(birth),
        group,
        year_group,
        _day(enrolled),
        _day(left),
        _address(address),
        tuple(map(_guardian, guardians)),
        active,
    )


def _guardian(body: Sequence[Any]) -> ReadGuardian:
    name, email, phone, authority, address, relation, title, since = body
    said = _AUTHORITY[authority]
    return ReadGuardian(PersonName(*name), email, phone, said, _address(address), relation, title, _day(since))


def _employee(body: dict[str, Any]) -> ReadEmployee:
    place, name = Place(*body.pop("place")), PersonName(*body.pop("name"))
    start, end = _day(body.pop("start_date")), _day(body.pop("end_date"))
    return ReadEmployee(place, name, start_date=start, end_date=end, **body)


def _rejection(body: dict[str, Any]) -> Rejection:
    return Rejection(Place(*body.pop("place")), **body)


def _sheet(body: dict[str, Any]) -> RecognisedSheet:
    columns = tuple(
        RecognisedColumn(**{**column, "samples": tuple(column["samples"])}) for column in body.pop("columns")
    )
    return RecognisedSheet(**body, columns=columns)


def _address(body: Sequence[str] | None) -> Address:
    return Address(*body) if body else NOWHERE


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


_AUTHORITY = {authority.value: authority for authority in Authority}

"""A reading as lines of JSON, and back: what the child process says to the window."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from app.imports.rules import DroppedColumn, Place, ReadColumn, ReadGuardian, Reading, ReadPupil, Rejection
from app.kernel.names import PersonName
from app.people.rules import Address, Authority


def told(reading: Reading) -> Iterator[str]:
    """One line per pupil, and one for everything else; the last line says that nothing is missing."""
    for pupil in reading.pupils:
        yield _line("pupil", asdict(pupil))
    for rejection in reading.rejected:
        yield _line("rejected", asdict(rejection))
    for column in reading.columns:
        yield _line("column", asdict(column))
    for dropped in reading.dropped:
        yield _line("dropped", asdict(dropped))
    yield _line("end", {})


def refused(code: str) -> str:
    """The line that says why there is no reading."""
    return _line("refused", {"code": code})


def _line(kind: str, body: dict[str, Any]) -> str:
    return json.dumps({"kind": kind, **body}, default=_plain, ensure_ascii=True)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError


def understood(file_name: str, lines: Iterable[str]) -> Reading | str | None:
    """The reading in these lines, or the code of a refusal, or None when the child broke off."""
    said: dict[str, list[dict[str, Any]]] = {}
    for line in lines:
        body = json.loads(line)
        said.setdefault(body.pop("kind"), []).append(body)
    if "refused" in said:
        return str(said["refused"][0]["code"])
    if "end" not in said:
        return None
    return Reading(
        file_name=file_name,
        pupils=tuple(map(_pupil, said.get("pupil", ()))),
        columns=tuple(ReadColumn(**column) for column in said.get("column", ())),
        rejected=tuple(
            Rejection(Place(**one["place"]), one["code"], one["values"]) for one in said.get("rejected", ())
        ),
        dropped=tuple(DroppedColumn(**column) for column in said.get("dropped", ())),
    )


def _rejection(body: dict[str, Any]) -> Rejection:
    return Rejection(Place(**body["place"]), body["code"], body["values"])


def _pupil(body: dict[str, Any]) -> ReadPupil:
    return ReadPupil(
        place=Place(**body["place"]),
        name=PersonName(**body["name"]),
        number=body["number"],
        group=body["group"],
        year_group=body["year_group"],
        address=Address(**body["address"]),
        guardians=tuple(map(_guardian, body["guardians"])),
        birth_date=_day(body["birth_date"]),
        enrol_date=_day(body["enrol_date"]),
        leave_date=_day(body["leave_date"]),
        active=body["active"],
    )


def _guardian(body: dict[str, Any]) -> ReadGuardian:
    return ReadGuardian(
        name=PersonName(**body["name"]),
        email=body["email"],
        phone=body["phone"],
        authority=Authority(body["authority"]),
        address=Address(**body["address"]),
    )


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None

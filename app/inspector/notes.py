"""What was typed on a call sheet, to and from its row and its draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from app.inspector.lines import AgreedStep, CallLine, CallNotes
from app.inspector.rules import AdviceFollowed, CallKind, Domain, Reason, Suspicion
from app.inspector.tables import CallRow

_ENUMS: dict[str, type[AdviceFollowed | CallKind | Domain | Reason | Suspicion]] = {
    "reason": Reason,
    "kind": CallKind,
    "domain": Domain,
    "advice_followed": AdviceFollowed,
    "suspicion": Suspicion,
}
_DAYS = ("parents_told_on", "person_told_on", "follow_up_on")


def to_payload(notes: CallNotes) -> dict[str, Any]:
    """The sheet as plain values, for a draft."""
    values = {field.name: getattr(notes, field.name) for field in fields(CallNotes)}
    values.update({name: _iso(values[name]) for name in _DAYS})
    values["agreed"] = agreed_values(notes)
    return values


def from_payload(payload: Mapping[str, Any]) -> CallNotes:
    """The sheet out of a draft; fields that the draft does not know stay empty."""
    known = {field.name for field in fields(CallNotes)}
    values = {name: value for name, value in payload.items() if name in known}
    for name in _DAYS:
        values[name] = _day(values.get(name))
    return _notes(values)


def of_row(row: CallRow) -> CallNotes:
    """The sheet as it was kept with a call."""
    return _notes({field.name: getattr(row, field.name) for field in fields(CallNotes)})


def write_row(row: CallRow, notes: CallNotes) -> None:
    """Put the sheet into the row of a call."""
    for field in fields(CallNotes):
        if field.name != "agreed":
            setattr(row, field.name, getattr(notes, field.name))
    row.agreed = agreed_values(notes)


def line_of(row: CallRow) -> CallLine:
    """The call as it is shown."""
    return CallLine(
        id=row.id,
        case_id=row.case_id,
        case_number=row.case_number,
        started_at=row.started_at,
        ended_at=row.ended_at,
        reached=row.reached,
        caller=row.caller,
        number=row.number,
        notes=of_row(row),
        follow_up_done=row.follow_up_done,
        caller_role=row.caller_role,
        read_by=row.read_by,
        read_at=row.read_at,
    )


def agreed_values(notes: CallNotes) -> list[dict[str, Any]]:
    """The agreed steps as plain values."""
    return [
        {"what": step.what, "who": step.who, "on": _iso(step.on), "done_on": _iso(step.done_on)}
        for step in notes.agreed
    ]


def agreed_of(values: Iterable[Mapping[str, Any]]) -> tuple[AgreedStep, ...]:
    """The agreed steps out of plain values."""
    return tuple(AgreedStep(step["what"], step["who"], _day(step["on"]), _day(step.get("done_on"))) for step in values)


def _notes(values: dict[str, Any]) -> CallNotes:
    for name, enum in _ENUMS.items():
        if values.get(name) is not None:
            values[name] = enum(values[name])
    values["agreed"] = agreed_of(values.get("agreed", ()))
    return CallNotes(**values)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None

"""Objections, appeals and disputes as lines, each with the day on which it must be decided."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.kernel.terms import Sector
from app.measures.lines import ProceedingLine
from app.measures.remedies import Given, Pause, decide_until, late_after, remedy_of
from app.measures.tables import ProceedingRow
from app.protocol.remedy_rules import RemedyKind
from app.protocol.rules import Protocol
from app.protocol.terms import term

_OBJECTIONS = frozenset({RemedyKind.OBJECTION, RemedyKind.APPEAL})


def objection_in(found: Sequence[ProceedingRow]) -> ProceedingRow | None:
    """The newest objection or appeal among these."""
    return next((row for row in reversed(found) if RemedyKind(row.kind) in _OBJECTIONS), None)


def lines_of(
    protocol: Protocol, given: Given, sector: Sector, found: Sequence[ProceedingRow]
) -> tuple[ProceedingLine, ...]:
    """These rows as lines, the oldest first."""
    pauses = [Pause(row.received_on, row.decided_on) for row in found if row.kind == RemedyKind.DISPUTE]
    return tuple(
        ProceedingLine(
            id=row.id,
            kind=RemedyKind(row.kind),
            received_on=row.received_on,
            hearing_on=row.hearing_on,
            decided_on=row.decided_on,
            outcome=row.outcome,
            note=row.note,
            late_after=late_after(protocol, given, sector, RemedyKind(row.kind), row.received_on),
            decide_until=_until(protocol, given, sector, row, pauses) if row.decided_on is None else None,
        )
        for row in found
    )


def _until(
    protocol: Protocol, given: Given, sector: Sector, row: ProceedingRow, pauses: Sequence[Pause]
) -> date | None:
    if row.kind == RemedyKind.OBJECTION:
        return decide_until(protocol, given, sector, row.received_on, pauses)
    remedy = remedy_of(protocol, given, sector, RemedyKind(row.kind))
    if remedy is None or not remedy.decision_term:
        return None
    return term(protocol, remedy.decision_term, row.received_on, sector).last_day

"""Which calls with the inspector are kept, for the yearly proposal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.inspector.tables import CallRow, ChainStepRow
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class KeptCall:
    """A call that belongs to no case."""

    id: int
    on: date


def case_ids(casework: Drawer) -> frozenset[int]:
    """The cases about which the inspector was called, or in which a step of article 4a was taken."""
    with casework.read() as session:
        called = session.scalars(select(CallRow.case_id).where(CallRow.case_id.is_not(None)))
        stepped = session.scalars(select(ChainStepRow.case_id))
        return frozenset(one for one in (*called, *stepped) if one is not None)


def loose_calls(casework: Drawer) -> tuple[KeptCall, ...]:
    """The calls that belong to no case and have ended."""
    with casework.read() as session:
        query = select(CallRow).where(CallRow.case_id.is_(None), CallRow.ended_at.is_not(None)).order_by(CallRow.id)
        return tuple(KeptCall(row.id, row.started_at.date()) for row in session.scalars(query))

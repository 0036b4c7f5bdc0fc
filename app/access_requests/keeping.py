"""What the term of an answered request hangs on, for the yearly proposal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.access_requests.tables import AccessRequest
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class KeptRequest:
    """An answered request: when, and about whom."""

    id: int
    answered_on: date
    person_id: int


def answered(casework: Drawer) -> tuple[KeptRequest, ...]:
    """Every request that was answered; for the leadership."""
    query = select(AccessRequest.id, AccessRequest.answered_on, AccessRequest.person_id).order_by(AccessRequest.id)
    with casework.read() as session:
        return tuple(KeptRequest(key, on, person) for key, on, person in session.execute(query) if on is not None)

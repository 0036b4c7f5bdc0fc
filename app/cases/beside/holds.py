"""Holding a case: while somebody outside asks for it, it is not closed and nothing of it is destroyed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.cases import access, limits
from app.cases.beside.tables import CaseHold
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, Severity
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class NewHold:
    """Who asks to wait, why, since when, and the day to ask whether it is still needed."""

    asked_by: str
    reason: str
    since: date
    look_again_on: date | None = None


@dataclass(frozen=True)
class HoldLine:
    """A hold on one case; ``lifted_at`` is empty while it stands."""

    id: int
    case_id: int
    asked_by: str
    reason: str
    since: date
    look_again_on: date | None
    placed_by: str
    placed_at: datetime
    lifted_at: datetime | None
    lifted_by: str
    lift_reason: str


class Holds:
    """The holds on cases; for the leadership alone, who answer to who asked."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    def place(self, case_id: int, new: NewHold) -> int:
        """Hold a case, open or closed; gives the id of the hold."""
        access.only_leadership(self._drawer.user)
        asked_by, reason = limits.line("asked_by", new.asked_by), limits.words("reason", new.reason)
        if not asked_by:
            raise Invalid("asked_by", "cases.hold.no_name")
        if not reason:
            raise Invalid("reason", "cases.no_reason")
        if new.since > self._clock.today():
            raise Invalid("since", "cases.in_future")
        if new.look_again_on is not None and new.look_again_on < new.since:
            raise Invalid("look_again_on", "cases.due_before")
        with self._drawer.write("hold.placed", f"case:{case_id}") as session:
            access.seen(session, self._drawer.user, case_id)
            row = CaseHold(case_id=case_id, asked_by=asked_by, reason=reason, since=new.since)
            row.look_again_on = new.look_again_on
            row.placed_by, row.placed_at = self._drawer.user.name, self._clock.now()
            session.add(row)
            session.flush()
            return row.id

    def lift(self, hold_id: int, reason: str) -> None:
        """Let go of a case, with the reason."""
        access.only_leadership(self._drawer.user)
        why = limits.words("reason", reason)
        if not why:
            raise Invalid("reason", "cases.no_reason")
        with self._drawer.write("hold.lifted", f"hold:{hold_id}") as session:
            row = session.get(CaseHold, hold_id)
            if row is None or row.lifted_at is not None:
                raise Refused("cases.hold.unknown")
            access.seen(session, self._drawer.user, row.case_id)
            row.lifted_at, row.lifted_by, row.lift_reason = self._clock.now(), self._drawer.user.name, why

    def all(self, *, standing_only: bool = False) -> tuple[HoldLine, ...]:
        """The holds on cases that the user may see, the oldest first."""
        access.only_leadership(self._drawer.user)
        with self._drawer.read() as session:
            return tuple(_line(row) for row in session.scalars(_holds(standing_only=standing_only)))


@cache
def _holds(*, standing_only: bool) -> Select[CaseHold]:
    query = select(CaseHold).where(CaseHold.case_id.in_(access.ids_here(leads=True)))
    if standing_only:
        query = query.where(CaseHold.lifted_at.is_(None))
    return query.order_by(CaseHold.since, CaseHold.id)


def standing(session: Session, case_id: int) -> Sequence[CaseHold]:
    """The holds that a case is under now."""
    return session.scalars(select(CaseHold).filter_by(case_id=case_id, lifted_at=None).order_by(CaseHold.id)).all()


def findings(session: Session, case_id: int) -> tuple[Finding, ...]:
    """What stops closing this case because somebody asked to wait."""
    return tuple(
        Finding("cases.close.held", Severity.BLOCK, values={"name": row.asked_by, "since": row.since})
        for row in standing(session, case_id)
    )


def told(session: Session, case_id: int) -> tuple[Finding, ...]:
    """Who asks this case to wait, to show with it; nothing in its way is meant."""
    return tuple(
        Finding("cases.is_held", Severity.WARN, values={"name": row.asked_by, "since": row.since})
        for row in standing(session, case_id)
    )


def refuse_while_held(session: Session, case_id: int) -> None:
    """Raise Refused for destroying something in a case that is held."""
    for row in standing(session, case_id):
        raise Refused("cases.held", name=row.asked_by)


def _line(row: CaseHold) -> HoldLine:
    return HoldLine(
        id=row.id,
        case_id=row.case_id,
        asked_by=row.asked_by,
        reason=row.reason,
        since=row.since,
        look_again_on=row.look_again_on,
        placed_by=row.placed_by,
        placed_at=row.placed_at,
        lifted_at=row.lifted_at,
        lifted_by=row.lifted_by,
        lift_reason=row.lift_reason,
    )

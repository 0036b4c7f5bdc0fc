"""The register of breaches of data (AVG 33(5)): what happened, what was decided within 72 hours, who was told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.access_requests.lines import BreachDecision, BreachLine, DatedItem, NewBreach
from app.access_requests.rules import Risk, Telling, breach_deadline, breach_findings
from app.access_requests.tables import Breach
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import blocks
from app.vault.drawers.database import Drawer


class Breaches:
    """Breaches of data; leadership only."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    def record(self, new: NewBreach) -> int:
        """Write down a breach; the 72 hours count from its discovery."""
        self._drawer.user.must_lead("access_requests.only_leadership")
        now = self._clock.now()
        if not new.happened.strip():
            raise Invalid("happened", "access_requests.breach_empty")
        if new.discovered_at is not None and new.discovered_at > now:
            raise Invalid("discovered_at", "access_requests.in_future")
        with self._drawer.write("breach.recorded") as session:
            row = Breach(
                discovered_at=new.discovered_at or now,
                happened=new.happened.strip(),
                data=new.data.strip(),
                persons=new.persons.strip(),
                consequences=new.consequences.strip(),
                actions=new.actions.strip(),
                recorded_by=self._drawer.user.name,
                recorded_at=now,
            )
            session.add(row)
            session.flush()
            return row.id

    def decide(self, breach_id: int, decision: BreachDecision) -> None:
        """Write down the risk, whether the authority is told and when, and who else was told."""
        if decision.telling is Telling.NOT_NEEDED and not decision.why.strip():
            raise Invalid("why", "access_requests.breach_why")
        with self._open("breach.decided", breach_id) as (_session, row):
            if decision.told_at is not None and decision.told_at < row.discovered_at:
                raise Invalid("told_at", "access_requests.breach_before")
            row.risk, row.authority_decision = decision.risk, decision.telling
            row.authority_why, row.authority_told_at = decision.why.strip(), decision.told_at
            row.late_why = decision.late_why.strip()
            row.persons_told_at, row.persons_told = decision.persons_told_at, decision.persons_told.strip()

    def close(self, breach_id: int) -> None:
        """Nothing more is to be done. Raises Refused with what is missing."""
        with self._open("breach.closed", breach_id) as (_session, row):
            found = _line(row).findings
            if blocks(found):
                raise Refused("access_requests.breach_not_closable", found)
            row.closed_on = self._clock.today()

    def breach(self, breach_id: int) -> BreachLine:
        """One breach."""
        self._drawer.user.must_lead("access_requests.only_leadership")
        with self._drawer.read() as session:
            return _line(self._row(session, breach_id))

    def all(self) -> tuple[BreachLine, ...]:
        """The register, newest first."""
        return self._found()

    def dated(self) -> tuple[DatedItem, ...]:
        """Breaches that still need something, by the hour at which the authority must know."""
        if not self._drawer.user.role.leads:
            return ()
        return tuple(
            DatedItem(
                "access_requests.dated.breach_open" if _is_told(one) else "access_requests.dated.breach",
                f"breach:{one.id}",
                one.tell_until.astimezone(AMSTERDAM).date(),
                ("breaches", one.id),
                {} if _is_told(one) else {"until": one.tell_until},
            )
            for one in self._found(Breach.closed_on.is_(None))
        )

    def _found(self, *conditions: ColumnElement[bool]) -> tuple[BreachLine, ...]:
        if not self._drawer.user.role.leads:
            return ()
        with self._drawer.read() as session:
            rows = session.scalars(select(Breach).where(*conditions).order_by(Breach.id.desc()))
            return tuple(_line(row) for row in rows)

    @contextmanager
    def _open(self, action: str, breach_id: int) -> Iterator[tuple[Session, Breach]]:
        self._drawer.user.must_lead("access_requests.only_leadership")
        with self._drawer.write(action, f"breach:{breach_id}") as session:
            row = self._row(session, breach_id)
            if row.closed_on is not None:
                raise Refused("access_requests.breach_closed")
            yield session, row

    def _row(self, session: Session, breach_id: int) -> Breach:
        row = session.get(Breach, breach_id)
        if row is None:
            raise Refused("access_requests.unknown")
        return row


def _is_told(one: BreachLine) -> bool:
    """Whether the hours no longer count: the authority knows, or need not know."""
    return one.telling is Telling.NOT_NEEDED or one.told_at is not None


def _line(row: Breach) -> BreachLine:
    risk = Risk(row.risk) if row.risk else None
    telling = Telling(row.authority_decision) if row.authority_decision else None
    return BreachLine(
        id=row.id,
        discovered_at=row.discovered_at,
        tell_until=breach_deadline(row.discovered_at),
        happened=row.happened,
        data=row.data,
        persons=row.persons,
        consequences=row.consequences,
        actions=row.actions,
        risk=risk,
        telling=telling,
        why=row.authority_why,
        told_at=row.authority_told_at,
        late_why=row.late_why,
        persons_told_at=row.persons_told_at,
        persons_told=row.persons_told,
        closed_on=row.closed_on,
        recorded_by=row.recorded_by,
        findings=breach_findings(
            risk,
            telling,
            row.authority_told_at,
            row.late_why,
            row.discovered_at,
            persons_told=row.persons_told_at is not None,
        ),
    )

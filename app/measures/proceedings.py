"""Objections, appeals and disputes about a decision: received, heard, decided; a decision may be quashed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date

from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.measures.lines import NewProceeding, Outcome
from app.measures.steps import StepWriter
from app.measures.tables import MeasureRow, ProceedingRow
from app.protocol.remedy_rules import RemedyKind
from app.vault.drawers.database import Drawer

Decided = Callable[[str, int], AbstractContextManager[tuple[Session, MeasureRow]]]


class Proceedings:
    """What was brought against a decision. The leadership alone records it."""

    def __init__(self, casework: Drawer, decided: Decided, steps: StepWriter, clock: Clock) -> None:
        self._drawer = casework
        self._decided = decided
        self._steps = steps
        self._clock = clock

    def receive(self, measure_id: int, new: NewProceeding) -> int:
        """Record that an objection, appeal or dispute came in; gives its id."""
        self._not_ahead("on", new.received_on)
        if new.hearing_on is not None and new.hearing_on < new.received_on:
            raise Invalid("hearing_on", "measures.hearing_before_objection")
        with self._decided("objection.received", measure_id) as (session, row):
            if row.decided_on is not None and new.received_on < row.decided_on:
                raise Invalid("on", "measures.objection_before_decision")
            made = ProceedingRow(
                measure_id=row.id,
                kind=new.kind.value,
                received_on=new.received_on,
                hearing_on=new.hearing_on,
                decided_on=None,
                outcome="",
                note=new.note.strip(),
                recorded_by=self._drawer.user.name,
            )
            session.add(made)
            session.flush()
            self._steps.write(session, row.id, f"{new.kind}_received", new.received_on, new.note)
            return made.id

    def plan_hearing(self, proceeding_id: int, on: date) -> None:
        """Record when those who objected are, or were, heard; before a decision on removal the law asks it."""
        with self._open("objection.planned", proceeding_id) as (session, row):
            if on < row.received_on:
                raise Invalid("on", "measures.hearing_before_objection")
            row.hearing_on = on
            self._steps.write(session, row.measure_id, "objection_heard", on)

    def decide(self, proceeding_id: int, on: date, outcome: Outcome, note: str) -> None:
        """Record what was decided on it; an upheld one quashes the decision."""
        self._not_ahead("on", on)
        if not note.strip():
            raise Invalid("reason", "measures.no_reason")
        with self._open("objection.decided", proceeding_id) as (session, row):
            if on < row.received_on:
                raise Invalid("on", "measures.decided_before_objection")
            measure = session.get_one(MeasureRow, row.measure_id)
            if _must_be_heard(measure, row, outcome) and (row.hearing_on is None or row.hearing_on > on):
                raise Refused("measures.objection_not_heard")
            row.decided_on, row.outcome, row.note = on, outcome.value, note.strip()
            if outcome is Outcome.UPHELD:
                measure.quashed_on = on
            self._steps.write(session, row.measure_id, f"{row.kind}_decided", on, note)

    @contextmanager
    def _open(self, action: str, proceeding_id: int) -> Iterator[tuple[Session, ProceedingRow]]:
        with self._drawer.read() as session:
            found = session.get(ProceedingRow, proceeding_id)
            measure_id = found.measure_id if found else None
        if measure_id is None:
            raise Refused("measures.no_objection")
        with self._decided(action, measure_id) as (session, _measure):
            row = session.get_one(ProceedingRow, proceeding_id)
            if row.decided_on is not None:
                raise Refused("measures.objection_decided")
            yield session, row

    def _not_ahead(self, field: str, on: date) -> None:
        if on > self._clock.today():
            raise Invalid(field, "measures.in_future")


def _must_be_heard(measure: MeasureRow, row: ProceedingRow, outcome: Outcome) -> bool:
    """The law wants the parents heard before an objection to a removal is turned down, wholly or in part."""
    turned_down = outcome in {Outcome.REJECTED, Outcome.PARTLY}
    return measure.rung == "pupil.REMOVAL" and row.kind == RemedyKind.OBJECTION and turned_down

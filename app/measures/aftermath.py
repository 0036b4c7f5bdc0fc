"""After a decision: given, told, carried out, talked about, ended, lapsed, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.texts import _, speaking
from app.measures.lines import Carried, NewNotice
from app.measures.proceedings import Proceedings
from app.measures.queries import MeasureQueries
from app.measures.steps import StepWriter
from app.measures.tables import MeasureRow
from app.people.rules import PersonKind
from app.people.service import People
from app.protocol.ladders import Ladders
from app.school.service import School
from app.vault.drawers.database import Drawer


class Aftermath(MeasureQueries):
    """What the leadership records about a decision; the reads are in ``MeasureQueries``."""

    def __init__(
        self, casework: Drawer, cases: Cases, people: People, school: School, ladders: Ladders, clock: Clock
    ) -> None:
        super().__init__(casework, cases, people, school, ladders, clock)
        self._steps = StepWriter(casework, clock)
        self.proceedings = Proceedings(casework, self._decided, self._steps, clock)

    def communicate(self, measure_id: int, notice: NewNotice) -> None:
        """Record when and how the decision was given, and what proves it."""
        self._not_ahead("on", notice.on)
        if not notice.how.strip():
            raise Invalid("how", "measures.no_how")
        with self._decided("measure.communicated", measure_id) as (session, row):
            if row.decided_on is not None and notice.on < row.decided_on:
                raise Invalid("on", "measures.given_before_decision")
            row.communicated_on, row.communicated_how = notice.on, notice.how.strip()
            row.delivery_proof = notice.proof.strip()
            self._steps.write(session, row.id, "communicated", notice.on, f"{notice.how} {notice.proof}")
            if notice.received_on is not None:
                self._receive(session, row, notice.received_on, notice.proof)

    def receive(self, measure_id: int, on: date, proof: str) -> None:
        """Record that the decision was received, and what shows it; terms of appeal run from this day."""
        self._not_ahead("on", on)
        with self._decided("measure.received", measure_id) as (session, row):
            if row.communicated_on is None:
                raise Refused("measures.not_given")
            self._receive(session, row, on, proof)

    def tell_authority(self, measure_id: int, on: date) -> None:
        """Record that the inspectorate (suspension) or the municipality (removal) was told."""
        self._not_ahead("on", on)
        with self._decided("authority.told", measure_id) as (session, row):
            row.authority_told_on = on
            self._steps.write(session, row.id, "told", on)

    def carry_out(self, measure_id: int, carried: Carried, note: str = "") -> None:
        """Record whether the measure was carried out as decided; if not wholly, why."""
        if carried is not Carried.YES and not note.strip():
            raise Invalid("reason", "measures.no_reason")
        with self._decided("measure.carried_out", measure_id) as (session, row):
            row.carried_out, row.carried_out_note = carried.value, note.strip()
            self._steps.write(session, row.id, f"carried_{carried}", note=note)

    def plan_return(self, measure_id: int, at: datetime) -> None:
        """Plan the talk after a suspension, on or after its last day."""
        with self._decided("return_talk.planned", measure_id) as (session, row):
            if row.first_day is not None and at.date() < row.first_day:
                raise Invalid("on", "measures.return_before_start")
            row.return_talk_at = at
            self._steps.write(session, row.id, "return_planned", at.date())

    def hold_return(self, measure_id: int, on: date, note: str) -> None:
        """Record the talk after a suspension."""
        self._not_ahead("on", on)
        with self._decided("return_talk.recorded", measure_id) as (session, row):
            row.return_talk_held_on, row.return_talk_note = on, note.strip()
            self._steps.write(session, row.id, "return_held", on, note)

    def end(self, measure_id: int, on: date, reason: str = "") -> None:
        """End a measure; on another day than planned, a reason says why."""
        with self._decided("measure.ended", measure_id) as (session, row):
            if row.first_day is not None and on < row.first_day:
                raise Invalid("on", "measures.end_before_start", first_day=row.first_day)
            if row.decided_on is not None and on < row.decided_on:
                raise Invalid("on", "measures.end_before_decision", decided_on=row.decided_on)
            if row.last_day is not None and on > row.last_day:
                raise Invalid("on", "measures.end_after_last", last_day=row.last_day)
            if row.last_day is not None and on != row.last_day and not reason.strip():
                raise Invalid("reason", "measures.no_reason")
            row.ended_on, row.end_reason = on, reason.strip()
            self._steps.write(session, row.id, "ended", on, reason)

    def lapse(self, measure_id: int, on: date) -> None:
        """Record that a measure left the file because its term is over."""
        self._not_ahead("on", on)
        with self._decided("measure.lapsed", measure_id) as (session, row):
            if row.lapses_on is None or on < row.lapses_on:
                raise Refused("measures.does_not_lapse_yet")
            row.lapsed_on = on
            self._steps.write(session, row.id, "lapsed", on)

    @speaking("nl")
    def withdraw(self, measure_id: int, reason: str) -> None:
        """Take a proposal or a decision back, with the reason. Raises Refused for a coordinator."""
        self._drawer.user.must_lead("measures.only_leadership_decides")
        if not reason.strip():
            raise Invalid("reason", "measures.no_reason")
        with self._open("measure.withdrawn", measure_id) as (session, row):
            row.withdrawn_on, row.withdraw_reason = self._clock.today(), reason.strip()
            self._steps.write(session, row.id, "withdrawn", note=reason)
            if row.settled_at is not None:
                self._write_down(row, _("Ingetrokken: {rung}"), reason.strip())

    def _receive(self, session: Session, row: MeasureRow, on: date, proof: str) -> None:
        if row.communicated_on is not None and on < row.communicated_on:
            raise Invalid("on", "measures.received_before_given")
        row.received_on = on
        row.delivery_proof = proof.strip() or row.delivery_proof
        self._steps.write(session, row.id, "received", on, proof)

    def _write_down(self, row: MeasureRow, title: str, text: str) -> None:
        """A line in the timeline, filed for nobody but the person whom the measure concerns."""
        label = self._reader().label(row.rung)
        named = f"{title.format(rung=label[:1].lower() + label[1:])} · {self._reader().name(row.person_id)}"
        entry = NewEntry(EntryKind.DECISION, named, text, files_for=(row.person_id,))
        self._cases.add_entry(row.case_id, entry)

    def _may_handle(self, subject: str) -> None:
        if subject == PersonKind.EMPLOYEE and not self._drawer.user.role.leads:
            raise Refused("measures.only_leadership")

    def _not_ahead(self, field: str, on: date) -> None:
        if on > self._clock.today():
            raise Invalid(field, "measures.in_future")

    @contextmanager
    def _open(self, action: str, measure_id: int) -> Iterator[tuple[Session, MeasureRow]]:
        """The row of a measure that is not withdrawn, to write in."""
        with self._drawer.write(action, f"measure:{measure_id}") as session:
            row = self._seen(session, measure_id)
            self._may_handle(row.subject)
            if row.withdrawn_on is not None:
                raise Refused("measures.is_over")
            yield session, row

    @contextmanager
    def _decided(self, action: str, measure_id: int) -> Iterator[tuple[Session, MeasureRow]]:
        """The row of a decision, to write down what the leadership did with it."""
        self._drawer.user.must_lead("measures.only_leadership_decides")
        with self._open(action, measure_id) as (session, row):
            if row.settled_at is None:
                raise Refused("measures.not_decided")
            yield session, row

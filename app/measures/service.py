"""Use cases on measures; lives in the casework drawer. Recording a fact is never blocked, deciding may be."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import blocks
from app.kernel.formats import long_date
from app.kernel.texts import _, speaking
from app.measures import rules
from app.measures.facts import Draft, Hearing
from app.measures.lines import NewMeasure, NewNotice
from app.measures.queries import MeasureQueries
from app.measures.reading import DRAFT_FIELDS, HEARING_FIELDS, draft_of
from app.measures.tables import HearingRow, MeasureRow
from app.people.rules import PersonKind


class Measures(MeasureQueries):
    """Proposal, hearing, decision, notice, objection and end; reads are in ``MeasureQueries``."""

    def propose(self, measure: NewMeasure) -> int:
        """Keep a proposal, however incomplete; gives its id."""
        case, person = self._cases.case(measure.case_id), self._people.person(measure.person_id)
        self._may_handle(person.kind)
        self._may_announce(None, measure.draft)
        rules.check_recording(measure.draft, self.background(case.id, person.id))
        with self._drawer.write("measure.proposed", f"case:{case.id}") as session:
            row = MeasureRow(
                case_id=case.id,
                case_number=case.number,
                person_id=person.id,
                subject=person.kind.value,
                proposed_at=self._clock.now(),
                proposed_by=self._drawer.user.name,
                **_NOTHING_YET,
            )
            _fill(row, measure.draft)
            session.add(row)
            session.flush()
            _keep_hearings(session, row, measure.draft.hearings)
            return row.id

    def change(self, measure_id: int, draft: Draft) -> None:
        """Replace what stands in the proposal; a decision is not changed any more."""
        with self._open("measure.changed", measure_id) as (session, row):
            if row.settled_at is not None:
                raise Refused("measures.already_decided")
            self._may_announce(row.intent_on, draft)
            rules.check_recording(draft, self.background(row.case_id, row.person_id, row.id))
            _fill(row, draft)
            _keep_hearings(session, row, draft.hearings)

    def add_hearing(self, measure_id: int, hearing: Hearing) -> int:
        """Record that somebody is or was heard; gives its id."""
        if not hearing.name.strip():
            raise Invalid("name", "measures.no_hearing_name")
        with self._open("hearing.added", measure_id) as (session, row):
            return _keep_hearing(session, row, hearing).id

    def announce_intent(self, measure_id: int, on: date, *, registered: bool, counsel_told: bool) -> None:
        """Record that the intention was sent. Raises Refused for a coordinator."""
        self._only_leadership()
        self._not_ahead("on", on)
        with self._open("intent.announced", measure_id) as (_session, row):
            if row.settled_at is not None:
                raise Refused("measures.already_decided")
            row.intent_on, row.intent_registered, row.counsel_told = on, registered, counsel_told

    @speaking("nl")
    def decide(self, measure_id: int, reason_for_warnings: str = "") -> None:
        """Settle the decision and write it in the timeline, for this person only.

        The director may record what the board decided. Raises Refused for a coordinator, with the findings while
        a block stands, and while a warning has no reason.
        """
        self._only_leadership()
        with self._open("measure.decided", measure_id) as (session, row):
            if row.settled_at is not None:
                raise Refused("measures.already_decided")
            found = rules.findings(draft_of(session, row), self.background(row.case_id, row.person_id, row.id))
            warned = rules.warns(found)
            if blocks(found):
                raise Refused("measures.cannot_decide", found)
            if warned and not reason_for_warnings.strip():
                raise Refused("measures.reason_for_warnings", warned)
            row.decided_on = row.decided_on or self._clock.today()
            row.settled_at, row.settled_by = self._clock.now(), self._drawer.user.name
            row.warnings = [finding.code for finding in warned]
            row.warnings_reason = reason_for_warnings.strip() if warned else ""
            self._write_down(row, _("Besluit: {rung}"), _course_in_words(row))

    def conclude(self, measure: NewMeasure, measure_id: int | None, reason_for_warnings: str = "") -> int:
        """Keep what stands in the form and decide on it, both or neither; gives the id."""
        self._only_leadership()
        with self._drawer.write("measure.decided", f"case:{measure.case_id}"):
            if measure_id is None:
                measure_id = self.propose(measure)
            else:
                self.change(measure_id, measure.draft)
            self.decide(measure_id, reason_for_warnings)
            return measure_id

    def communicate(self, measure_id: int, notice: NewNotice) -> None:
        """Record when and how the decision was given, and what proves it."""
        self._not_ahead("on", notice.on)
        if not notice.how.strip():
            raise Invalid("how", "measures.no_how")
        with self._decided("measure.communicated", measure_id) as row:
            row.communicated_on, row.communicated_how = notice.on, notice.how.strip()
            row.delivery_proof = notice.proof.strip()

    def tell_authority(self, measure_id: int, on: date) -> None:
        """Record that the inspectorate (suspension) or the municipality (removal) was told."""
        self._not_ahead("on", on)
        with self._decided("authority.told", measure_id) as row:
            row.authority_told_on = on

    def object(self, measure_id: int, on: date) -> None:
        """Record that an objection or appeal was received."""
        self._not_ahead("on", on)
        with self._decided("objection.received", measure_id) as row:
            row.objection_on, row.objection_decided_on, row.objection_outcome = on, None, ""

    def settle_objection(self, measure_id: int, on: date, outcome: str) -> None:
        """Record what was decided on the objection."""
        self._not_ahead("on", on)
        if not outcome.strip():
            raise Invalid("outcome", "measures.no_reason")
        with self._decided("objection.decided", measure_id) as row:
            if row.objection_on is None:
                raise Refused("measures.no_objection")
            row.objection_decided_on, row.objection_outcome = on, outcome.strip()

    def end(self, measure_id: int, on: date, reason: str = "") -> None:
        """End a measure; before its planned last day a reason says why."""
        with self._decided("measure.ended", measure_id) as row:
            if row.first_day is not None and on < row.first_day:
                raise Invalid("on", "measures.end_before_start", first_day=row.first_day)
            if row.last_day is not None and on != row.last_day and not reason.strip():
                raise Invalid("reason", "measures.no_reason")
            row.ended_on, row.end_reason = on, reason.strip()

    @speaking("nl")
    def withdraw(self, measure_id: int, reason: str) -> None:
        """Take a proposal or a decision back, with the reason. Raises Refused for a coordinator."""
        self._only_leadership()
        if not reason.strip():
            raise Invalid("reason", "measures.no_reason")
        with self._open("measure.withdrawn", measure_id) as (_session, row):
            row.withdrawn_on, row.withdraw_reason = self._clock.today(), reason.strip()
            if row.settled_at is not None:
                self._write_down(row, _("Ingetrokken: {rung}"), reason.strip())

    def _write_down(self, row: MeasureRow, title: str, text: str) -> None:
        """A line in the timeline, filed for nobody but the person whom the measure concerns."""
        label = self._reader().label(row.rung)
        named = f"{title.format(rung=label[:1].lower() + label[1:])} · {self._reader().name(row.person_id)}"
        entry = NewEntry(EntryKind.DECISION, named, text, files_for=(row.person_id,))
        self._cases.add_entry(row.case_id, entry)

    def _may_handle(self, subject: str) -> None:
        if subject == PersonKind.EMPLOYEE and not self._drawer.user.role.leads:
            raise Refused("measures.only_leadership")

    def _only_leadership(self) -> None:
        if not self._drawer.user.role.leads:
            raise Refused("measures.only_leadership_decides")

    def _may_announce(self, announced: date | None, draft: Draft) -> None:
        """The form carries the day of the intention too; only the leadership sets it."""
        if draft.intent_on != announced:
            self._only_leadership()

    def _not_ahead(self, field: str, on: date) -> None:
        if on > self._clock.today():
            raise Invalid(field, "measures.in_future")

    @contextmanager
    def _open(self, action: str, measure_id: int) -> Iterator[tuple[Session, MeasureRow]]:
        """The row of a measure that is not withdrawn or ended, to write in."""
        with self._drawer.write(action, f"measure:{measure_id}") as session:
            row = self._seen(session, measure_id)
            self._may_handle(row.subject)
            if row.withdrawn_on is not None:
                raise Refused("measures.is_over")
            yield session, row

    @contextmanager
    def _decided(self, action: str, measure_id: int) -> Iterator[MeasureRow]:
        """The row of a decision, to write down what the leadership did with it."""
        self._only_leadership()
        with self._open(action, measure_id) as (_session, row):
            if row.settled_at is None:
                raise Refused("measures.not_decided")
            yield row


_NOTHING_YET: dict[str, object] = {
    "settled_by": "",
    "warnings": [],
    "warnings_reason": "",
    "communicated_how": "",
    "delivery_proof": "",
    "objection_outcome": "",
    "end_reason": "",
    "withdraw_reason": "",
}


def _fill(row: MeasureRow, draft: Draft) -> None:
    for name in DRAFT_FIELDS:
        value = getattr(draft, name)
        setattr(row, name, value.strip() if isinstance(value, str) else value)


def _keep_hearings(session: Session, row: MeasureRow, hearings: tuple[Hearing, ...]) -> None:
    kept = {_keep_hearing(session, row, hearing).id for hearing in hearings}
    for old in session.scalars(select(HearingRow).filter_by(measure_id=row.id)).all():
        if old.id not in kept:
            session.delete(old)


def _keep_hearing(session: Session, row: MeasureRow, hearing: Hearing) -> HearingRow:
    found = session.get(HearingRow, hearing.id) if hearing.id else None
    if found is None or found.measure_id != row.id:
        found = HearingRow(measure_id=row.id)
        session.add(found)
    for name in HEARING_FIELDS:
        if name != "id":
            value = getattr(hearing, name)
            setattr(found, name, value.strip() if isinstance(value, str) else value)
    session.flush()
    return found


def _course_in_words(row: MeasureRow) -> str:
    lines = [_("Besloten door {name}.").format(name=row.decided_by)] if row.decided_by else []
    if row.first_day and row.last_day:
        days = _("Van {first} tot en met {last}.")
        lines.append(days.format(first=long_date(row.first_day), last=long_date(row.last_day)))
    return "\n".join((*lines, row.reasons)).strip()

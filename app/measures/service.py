"""Use cases on measures; lives in the casework drawer. Recording a fact is never blocked, deciding may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import Invalid, Refused
from app.kernel.findings import blocks
from app.kernel.formats import long_date
from app.kernel.texts import _, speaking
from app.measures import rules
from app.measures.aftermath import Aftermath
from app.measures.employee_rules import expiry
from app.measures.facts import Draft, Hearing
from app.measures.lines import NewMeasure
from app.measures.reading import DRAFT_FIELDS, HEARING_FIELDS, draft_of
from app.measures.tables import BasisRow, HearingRow, MeasureRow


class Measures(Aftermath):
    """Proposal, hearing and decision; what follows is in ``Aftermath``, the reads in ``MeasureQueries``."""

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
            self._keep_beside(session, row, measure.draft)
            self._steps.write(session, row.id, "proposed")
            if row.intent_on is not None:
                self._steps.write(session, row.id, "announced", row.intent_on)
            return row.id

    def change(self, measure_id: int, draft: Draft) -> None:
        """Replace what stands in the proposal; a decision is not changed any more."""
        with self._open("measure.changed", measure_id) as (session, row):
            if row.settled_at is not None:
                raise Refused("measures.already_decided")
            self._may_announce(row.intent_on, draft)
            rules.check_recording(draft, self.background(row.case_id, row.person_id, row.id))
            if draft.intent_on is not None and draft.intent_on != row.intent_on:
                self._steps.write(session, row.id, "announced", draft.intent_on)
            _fill(row, draft)
            self._keep_beside(session, row, draft)

    def add_hearing(self, measure_id: int, hearing: Hearing) -> int:
        """Record that somebody is or was heard; after the decision it is kept, marked as late. Gives its id."""
        rules.check_hearing(hearing, self._clock.now())
        with self._open("hearing.added", measure_id) as (session, row):
            late = row.settled_at is not None
            return self._keep_hearing(session, row, replace(hearing, id=None, is_late=late)).id

    def announce_intent(self, measure_id: int, on: date, *, registered: bool, counsel_told: bool) -> None:
        """Record that the intention was sent. Raises Refused for a coordinator."""
        self._drawer.user.must_lead("measures.only_leadership_decides")
        self._not_ahead("on", on)
        with self._open("intent.announced", measure_id) as (session, row):
            if row.settled_at is not None:
                raise Refused("measures.already_decided")
            row.intent_on, row.intent_registered, row.counsel_told = on, registered, counsel_told
            self._steps.write(session, row.id, "announced", on)

    @speaking("nl")
    def decide(self, measure_id: int, reason_for_warnings: str = "") -> None:
        """Settle the decision and write it in the timeline, for this person only.

        The director may record what the board decided. Raises Refused for a coordinator, with the findings while
        a block stands, and while a warning has no reason; Invalid for a reason that says nothing.
        """
        self._drawer.user.must_lead("measures.only_leadership_decides")
        with self._open("measure.decided", measure_id) as (session, row):
            if row.settled_at is not None:
                raise Refused("measures.already_decided")
            found = rules.findings(draft_of(session, row), self.background(row.case_id, row.person_id, row.id))
            warned = rules.warns(found)
            if blocks(found):
                raise Refused("measures.cannot_decide", found)
            if warned and not reason_for_warnings.strip():
                raise Refused("measures.reason_for_warnings", warned)
            if warned:
                rules.check_reason(reason_for_warnings)
            row.decided_on = row.decided_on or self._clock.today()
            row.settled_at, row.settled_by = self._clock.now(), self._drawer.user.name
            row.warnings = [finding.code for finding in warned]
            row.warnings_reason = reason_for_warnings.strip() if warned else ""
            row.lapses_on = expiry(self.ladders.protocol(), row.rung, row.decided_on)
            self._steps.write(session, row.id, "decided", row.decided_on, row.decided_by)
            self._write_down(row, _("Besluit: {rung}"), _course_in_words(row))

    def conclude(self, measure: NewMeasure, measure_id: int | None, reason_for_warnings: str = "") -> int:
        """Keep what stands in the form and decide on it, both or neither; gives the id."""
        self._drawer.user.must_lead("measures.only_leadership_decides")
        with self._drawer.write("measure.decided", f"case:{measure.case_id}"):
            if measure_id is None:
                measure_id = self.propose(measure)
            else:
                self.change(measure_id, measure.draft)
            self.decide(measure_id, reason_for_warnings)
            return measure_id

    def _keep_beside(self, session: Session, row: MeasureRow, draft: Draft) -> None:
        kept = {self._keep_hearing(session, row, hearing).id for hearing in draft.hearings}
        for old in session.scalars(select(HearingRow).filter_by(measure_id=row.id)).all():
            if old.id not in kept:
                session.delete(old)
        self._keep_cases(session, row, [case_id for case_id in draft.further_cases if case_id != row.case_id])

    def _keep_cases(self, session: Session, row: MeasureRow, wanted: Sequence[int]) -> None:
        """The further cases; those that the user may not see stay as they are."""
        visible, missing = self._visible(session), dict.fromkeys(wanted)
        for old in session.scalars(select(BasisRow).filter_by(measure_id=row.id)).all():
            if old.case_id in missing:
                del missing[old.case_id]
            elif old.case_id in visible:
                session.delete(old)
        for case_id in missing:
            case = self._cases.case(case_id)
            own = self._people.aliases(row.person_id)
            if all(party.person_id not in own for party in case.parties):
                raise Invalid("further_cases", "measures.not_in_case", case=case.short_number)
            session.add(BasisRow(measure_id=row.id, case_id=case.id, case_number=case.number))

    def _keep_hearing(self, session: Session, row: MeasureRow, hearing: Hearing) -> HearingRow:
        found = session.get(HearingRow, hearing.id) if hearing.id else None
        if found is None or found.measure_id != row.id:
            found = HearingRow(measure_id=row.id)
            session.add(found)
        was_held = found.held_at is not None
        for name in HEARING_FIELDS:
            if name not in {"id", "recorded_by"}:
                value = getattr(hearing, name)
                setattr(found, name, value.strip() if isinstance(value, str) else value)
        if hearing.held_at is not None and not was_held:
            found.recorded_by = self._drawer.user.name
            step = "heard_late" if hearing.is_late else "heard"
            self._steps.write(session, row.id, step, hearing.held_at.date(), hearing.name)
        session.flush()
        return found

    def _may_announce(self, announced: date | None, draft: Draft) -> None:
        """The form carries the day of the intention too; only the leadership sets it."""
        if draft.intent_on != announced:
            self._drawer.user.must_lead("measures.only_leadership_decides")


_NOTHING_YET: dict[str, object] = {
    "settled_by": "",
    "warnings": [],
    "warnings_reason": "",
    "communicated_how": "",
    "delivery_proof": "",
    "end_reason": "",
    "withdraw_reason": "",
}


def _fill(row: MeasureRow, draft: Draft) -> None:
    for name in DRAFT_FIELDS:
        value = getattr(draft, name)
        setattr(row, name, value.strip() if isinstance(value, str) else value)


def _course_in_words(row: MeasureRow) -> str:
    lines = [_("Besloten door {name}.").format(name=row.decided_by)] if row.decided_by else []
    if row.first_day and row.last_day:
        days = _("Van {first} tot en met {last}.")
        lines.append(days.format(first=long_date(row.first_day), last=long_date(row.last_day)))
    if row.probation_until:
        lines.append(_("Voorwaardelijk, tot {day}.").format(day=long_date(row.probation_until)))
    return "\n".join((*lines, row.reasons)).strip()

"""Calls with the vertrouwensinspecteur: start, type, finish, look back; for director and board only."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from app.cases.inputs import NewEntry
from app.cases.rules import Duty, EntryKind
from app.inspector import notes, rules, telling
from app.inspector.chain import Step
from app.inspector.lines import CallNotes, NewStep
from app.inspector.queries import FORM, InspectorQueries, draft_key, running
from app.inspector.rules import AdviceFollowed, CallCheck, CallKind, Reason
from app.inspector.steps import chain_facts, correct, record
from app.inspector.tables import CallRow
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, blocks
from app.kernel.texts import _, speaking
from app.vault import drafts
from app.vault.keys.keyring import Role


class Inspector(InspectorQueries):
    """The call sheet, the log of calls, and the chain of article 4a; lives in the casework drawer."""

    def start(self, case_id: int | None, sheet: CallNotes) -> int:
        """Begin a call now. Raises Refused while another call runs."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("call.started", _subject(case_id)) as session:
            if session.scalars(running()).first() is not None:
                raise Refused("inspector.call_running")
            return self._add(session, case_id, sheet).id

    def keep(self, case_id: int | None, sheet: CallNotes) -> None:
        """Keep what was typed so far on the sheet of this case, or of no case."""
        self._drawer.user.must_lead("inspector.only_leadership")
        drafts.save(self._drawer, FORM, draft_key(case_id), notes.to_payload(sheet))

    def finish(self, call_id: int, sheet: CallNotes) -> None:
        """End the call and keep its record; raises Refused when what makes it a record is missing."""
        self._drawer.user.must_lead("inspector.only_leadership")
        missing = what_misses(sheet)
        if blocks(missing):
            raise Refused("inspector.not_finishable", missing)
        with self._drawer.write("call.finished", f"call:{call_id}") as session:
            row = self._seen(session, call_id)
            if row.ended_at is not None:
                raise Refused("inspector.call_finished")
            notes.write_row(row, sheet)
            row.ended_at, row.reached = self._clock.now(), True
            session.flush()
            self._met(row)
            self._went_on(session, row)
            drafts.discard(self._drawer, FORM, draft_key(row.case_id))

    def record_no_answer(self, case_id: int | None, sheet: CallNotes) -> int:
        """Keep an attempt that nobody answered; it proves promptness. What was typed stays on the sheet."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("call.unanswered", _subject(case_id)) as session:
            row = session.scalars(running().where(CallRow.case_id == case_id)).first()
            if row is None:
                row = self._add(session, case_id, sheet)
            notes.write_row(row, sheet)
            row.ended_at = self._clock.now()
            drafts.save(self._drawer, FORM, draft_key(case_id), notes.to_payload(sheet))
            return row.id

    def attach_to_case(self, call_id: int, case_id: int) -> None:
        """Say to which case a call belongs that was made without one."""
        self._drawer.user.must_lead("inspector.only_leadership")
        card = self._cases.case(case_id)
        with self._drawer.write("call.attached", f"call:{call_id}") as session:
            row = self._seen(session, call_id)
            if row.case_id is not None:
                raise Refused("inspector.attached")
            if row.ended_at is None:
                raise Refused("inspector.call_running")
            row.case_id, row.case_number = case_id, card.number
            session.flush()
            self._met(row)

    def weigh_advice(self, call_id: int, followed: AdviceFollowed, why_not: str = "") -> None:
        """Record afterwards whether the advice was followed, and if not, why."""
        self._drawer.user.must_lead("inspector.only_leadership")
        if followed is not AdviceFollowed.YES and not why_not.strip():
            raise Invalid("why_not", "inspector.no_reason")
        with self._drawer.write("advice.weighed", f"call:{call_id}") as session:
            row = self._seen(session, call_id)
            row.advice_followed, row.why_not = followed, why_not.strip()

    def close_follow_up(self, call_id: int) -> None:
        """The agreed follow-up was done."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("follow_up.done", f"call:{call_id}") as session:
            self._seen(session, call_id).follow_up_done = True

    def tick_agreed(self, call_id: int, number: int) -> None:
        """One of the steps that were agreed in a call was done today; ``number`` counts from 0."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("agreed.done", f"call:{call_id}") as session:
            row = self._seen(session, call_id)
            sheet = notes.of_row(row)
            if not 0 <= number < len(sheet.agreed):
                raise Refused("inspector.agreed_unknown")
            today = self._clock.today()
            agreed = (replace(one, done_on=today) if at == number else one for at, one in enumerate(sheet.agreed))
            row.agreed = notes.agreed_values(replace(sheet, agreed=tuple(agreed)))

    def prepare_follow_up(self, call_id: int) -> int | None:
        """Put a sheet ready that goes on from this call; gives the case it is about."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("call.prepared", f"call:{call_id}") as session:
            row = self._seen(session, call_id)
            before = notes.of_row(row)
            sheet = CallNotes(before.reason, domain=before.domain, facts=before.facts, follow_up_of=call_id)
            drafts.save(self._drawer, FORM, draft_key(row.case_id), notes.to_payload(sheet))
            return row.case_id

    def read_along(self, call_id: int) -> None:
        """A second person of the leadership read the record of a call; never the one who called."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("call.read", f"call:{call_id}") as session:
            row = self._seen(session, call_id)
            if row.caller_id == self._drawer.user.id:
                raise Refused("inspector.read_own")
            row.read_by, row.read_at = self._drawer.user.name, self._clock.now()

    def record_step(self, case_id: int, new: NewStep) -> None:
        """Record a duty of article 4a that was done; raises Refused while what must come first is open."""
        self._drawer.user.must_lead("inspector.only_leadership")
        card = self._cases.case(case_id)
        with self._drawer.write("statutory_step.recorded", f"case:{case_id}") as session:
            known = chain_facts(session, case_id, card.knowledge_at)
            record(session, case_id, known, new, self._drawer.user.name, self._clock.now())
            self._cases.add_entry(case_id, telling.of_step(new))
            if new.step is Step.PARENTS_TOLD and card.is_open:
                for told in telling.parents_of(card, new):
                    self._cases.inform_parents(case_id, told)

    def correct_step(self, case_id: int, new: NewStep, why: str) -> None:
        """Replace a duty that was recorded wrongly, or a conclusion that changed; the log keeps how it read."""
        self._drawer.user.must_lead("inspector.only_leadership")
        card = self._cases.case(case_id)
        with self._drawer.write("statutory_step.corrected", f"case:{case_id}") as session:
            known = chain_facts(session, case_id, card.knowledge_at)
            correct(session, case_id, known, new, why, self._drawer.user.name, self._clock.now())

    def _add(self, session: Session, case_id: int | None, sheet: CallNotes) -> CallRow:
        user = self._drawer.user
        row = CallRow(
            case_id=case_id,
            case_number=self._cases.case(case_id).number if case_id is not None else "",
            started_at=self._clock.now(),
            ended_at=None,
            reached=False,
            caller_id=user.id,
            caller=user.name,
            number=self._number(),
            follow_up_done=False,
            caller_role=user.role,
        )
        notes.write_row(row, sheet)
        row.for_board = sheet.for_board or user.role is Role.BOARD
        session.add(row)
        session.flush()
        return row

    def _went_on(self, session: Session, row: CallRow) -> None:
        """The call that this one goes on from has had its follow-up."""
        before = session.get(CallRow, row.follow_up_of) if row.follow_up_of is not None else None
        if before is not None:
            before.follow_up_done = True

    @speaking("nl")
    def _met(self, row: CallRow) -> None:
        """A finished consult meets the duties of its case; what the inspector thinks of it stays an advice."""
        if row.case_id is None or not row.reached or row.ended_at is None or row.kind != CallKind.CONSULT:
            return
        for duty in _DUTIES[Reason(row.reason)]:
            self._cases.meet(row.case_id, duty, row.ended_at)
        if self._cases.case(row.case_id).is_employee_case:  # a pupil's case may be read by a coordinator
            entry = NewEntry(
                EntryKind.CALL, _("Gesprek met de vertrouwensinspecteur"), at=row.started_at, internal=True
            )
            self._cases.add_entry(row.case_id, entry)


def what_misses(sheet: CallNotes) -> tuple[Finding, ...]:
    """What misses on a sheet when its call ends: what blocks, and what the user may leave open."""
    check = CallCheck(
        sheet.reason, sheet.kind, sheet.domain, sheet.suspicion, sheet.advice, sheet.advice_followed, sheet.why_not
    )
    return rules.finish_findings(check)


_DUTIES = {
    Reason.STATUTORY_4A: (Duty.STATUTORY_CONSULT, Duty.PROTOCOL_CALL),
    Reason.PROTOCOL_D3: (Duty.PROTOCOL_CALL,),
    Reason.VOLUNTARY: (),
}


def _subject(case_id: int | None) -> str:
    return "" if case_id is None else f"case:{case_id}"

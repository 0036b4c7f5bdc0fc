"""Calls with the vertrouwensinspecteur: start, type, finish, look back; for director and board only."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.cases.inputs import NewEntry
from app.cases.lines import CaseCard
from app.cases.rules import Duty, EntryKind, Flag
from app.cases.service import Cases
from app.inspector import facts, notes, rules
from app.inspector.chain import ChainFacts, ChainStep, Step, chain, no_own_inquiry
from app.inspector.lines import CallLine, CallNotes, CallSheet, Due, InspectorDate, NewStep
from app.inspector.rules import CallCheck, CallKind, Reason, Suspicion
from app.inspector.steps import chain_facts, current_dates, record
from app.inspector.tables import CallRow
from app.inspector.texts import FACTS
from app.kernel.calendar import school_year_days
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Refused
from app.kernel.findings import blocks
from app.kernel.texts import _
from app.protocol.rules import Protocol
from app.vault import drafts
from app.vault.database import Drawer
from app.vault.keyring import Role

FORM = "inspector_call"


class Inspector:
    """The call sheet, the log of calls, and the chain of article 4a; lives in the casework drawer."""

    def __init__(self, casework: Drawer, cases: Cases, protocol: Protocol, clock: Clock) -> None:
        self._drawer = casework
        self._cases = cases
        self._protocol = protocol
        self._clock = clock

    def sheet(self, case_id: int | None = None) -> CallSheet:
        """The call sheet of a case, or of no case: facts at hand, what was typed, and the chain."""
        self._only_leadership()
        card = self._cases.case(case_id) if case_id is not None else None
        with self._drawer.read() as session:
            row = session.scalars(_running().where(CallRow.case_id == case_id)).first()
            call = notes.line_of(row) if row else None
            known = chain_facts(session, card.id, card.knowledge_at) if card else None
        due = self._due(card)
        board_told = known.steps.get(Step.BOARD_INFORMED) if known else None
        prepared = facts.prepared(card, board_told.at if board_told else None) if card else ()
        typed = self._typed(case_id, call)
        if typed is None:
            typed = CallNotes(reason=due.reason if due else Reason.VOLUNTARY, facts=facts.as_text(prepared, FACTS))
        return CallSheet(
            case_id=case_id,
            case_number=card.number if card else "",
            number=self._number(),
            call=call,
            notes=typed,
            facts=prepared,
            opening=rules.opening(self._clock.now()),
            due=due,
            chain=self._chain(card, known),
            warning=no_own_inquiry(known) if known and card and _is_statutory(card) else None,
        )

    def start(self, case_id: int | None, sheet: CallNotes) -> int:
        """Begin a call now. Raises Refused while another call runs."""
        self._only_leadership()
        with self._drawer.write("call.started", _subject(case_id)) as session:
            if session.scalars(_running()).first() is not None:
                raise Refused("inspector.call_running")
            return self._add(session, case_id, sheet).id

    def keep(self, case_id: int | None, sheet: CallNotes) -> None:
        """Keep what was typed so far on the sheet of this case, or of no case."""
        self._only_leadership()
        drafts.save(self._drawer, FORM, _key(case_id), notes.to_payload(sheet))

    def finish(self, call_id: int, sheet: CallNotes) -> None:
        """End the call and keep its record; raises Refused when what makes it a record is missing."""
        self._only_leadership()
        check = CallCheck(
            sheet.reason, sheet.kind, sheet.domain, sheet.suspicion, sheet.advice, sheet.advice_followed, sheet.why_not
        )
        missing = rules.finish_findings(check)
        if blocks(missing):
            raise Refused("inspector.not_finishable", missing)
        with self._drawer.write("call.finished", f"call:{call_id}") as session:
            row = _call(session, call_id)
            if row.ended_at is not None:
                raise Refused("inspector.call_finished")
            notes.write_row(row, sheet)
            row.ended_at, row.reached = self._clock.now(), True
            session.flush()
            self._met(session, row)
            drafts.discard(self._drawer, FORM, _key(row.case_id))

    def record_no_answer(self, case_id: int | None, sheet: CallNotes) -> int:
        """Keep an attempt that nobody answered; it proves promptness. What was typed stays on the sheet."""
        self._only_leadership()
        with self._drawer.write("call.unanswered", _subject(case_id)) as session:
            row = session.scalars(_running().where(CallRow.case_id == case_id)).first()
            if row is None:
                row = self._add(session, case_id, sheet)
            notes.write_row(row, sheet)
            row.ended_at = self._clock.now()
            drafts.save(self._drawer, FORM, _key(case_id), notes.to_payload(sheet))
            return row.id

    def attach_to_case(self, call_id: int, case_id: int) -> None:
        """Say to which case a call belongs that was made without one."""
        self._only_leadership()
        card = self._cases.case(case_id)
        with self._drawer.write("call.attached", f"call:{call_id}") as session:
            row = _call(session, call_id)
            if row.case_id is not None:
                raise Refused("inspector.attached")
            if row.ended_at is None:
                raise Refused("inspector.call_running")
            row.case_id, row.case_number = case_id, card.number
            session.flush()
            self._met(session, row)

    def close_follow_up(self, call_id: int) -> None:
        """The agreed follow-up was done."""
        self._only_leadership()
        with self._drawer.write("follow_up.done", f"call:{call_id}") as session:
            _call(session, call_id).follow_up_done = True

    def record_step(self, case_id: int, new: NewStep) -> None:
        """Record a duty of article 4a that was done; raises Refused while what must come first is open."""
        self._only_leadership()
        card = self._cases.case(case_id)
        with self._drawer.write("statutory_step.recorded", f"case:{case_id}") as session:
            known = chain_facts(session, case_id, card.knowledge_at)
            record(session, case_id, known, new, self._drawer.user.name, self._clock.now())

    def chain(self, case_id: int) -> tuple[ChainStep, ...]:
        """The duties of article 4a in this case, in their order; empty when the article does not apply."""
        self._only_leadership()
        card = self._cases.case(case_id)
        with self._drawer.read() as session:
            return self._chain(card, chain_facts(session, case_id, card.knowledge_at))

    def open_call(self) -> CallLine | None:
        """The call that runs now, if any."""
        self._only_leadership()
        with self._drawer.read() as session:
            row = session.scalars(_running()).first()
            return notes.line_of(row) if row else None

    def log(self, year: str | None = None) -> tuple[CallLine, ...]:
        """Calls and attempts, newest first; ``year`` is a school year such as ``2026-2027``."""
        self._only_leadership()
        query = select(CallRow).order_by(CallRow.started_at.desc(), CallRow.id.desc())
        if year is not None:
            first, last = (_moment(day) for day in school_year_days(year))
            query = query.where(CallRow.started_at >= first, CallRow.started_at < last + timedelta(days=1))
        with self._drawer.read() as session:
            return tuple(notes.line_of(row) for row in session.scalars(query))

    def view(self, call_id: int) -> CallLine:
        """One call with everything in it; that somebody looked stays in the log."""
        self._only_leadership()
        with self._drawer.write("call.viewed", f"call:{call_id}") as session:
            return notes.line_of(_call(session, call_id))

    def calls_of(self, case_id: int) -> tuple[CallLine, ...]:
        """The calls about one case, oldest first."""
        self._only_leadership()
        query = select(CallRow).where(CallRow.case_id == case_id).order_by(CallRow.started_at)
        with self._drawer.read() as session:
            return tuple(notes.line_of(row) for row in session.scalars(query))

    def dated(self) -> tuple[InspectorDate, ...]:
        """Running calls, follow-ups and open duties of 4a; calls that are due stand with the cases."""
        self._only_leadership()
        with self._drawer.read() as session:
            return current_dates(session, self._cases, self._clock.now())

    def _due(self, card: CaseCard | None) -> Due | None:
        open_flags = card.flags - card.met if card else frozenset()
        for flag, reason in _REASON_OF.items():
            if card and flag in open_flags:
                when = rules.call_due(card.knowledge_at)
                return Due(reason, when, rules.urgency(when, self._clock.now()))
        return None

    def _chain(self, card: CaseCard | None, known: ChainFacts | None) -> tuple[ChainStep, ...]:
        if card is None:
            return chain(ChainFacts(self._clock.now()))
        return chain(known) if known and (_is_statutory(card) or known.steps) else ()

    def _typed(self, case_id: int | None, call: CallLine | None) -> CallNotes | None:
        payload = drafts.load(self._drawer, FORM, _key(case_id))
        if payload is not None:
            return notes.from_payload(payload)
        return call.notes if call else None

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
        )
        notes.write_row(row, sheet)
        row.for_board = sheet.for_board or user.role is Role.BOARD
        session.add(row)
        session.flush()
        return row

    def _met(self, session: Session, row: CallRow) -> None:
        """A finished consult meets the duties of its case, and may hold the conclusion."""
        if row.case_id is None or not row.reached or row.ended_at is None or row.kind != CallKind.CONSULT:
            return
        for duty in _DUTIES[Reason(row.reason)]:
            self._cases.meet(row.case_id, duty, row.ended_at)
        if self._cases.case(row.case_id).is_employee_case:  # a pupil's case may be read by a coordinator
            entry = NewEntry(
                EntryKind.CALL, _("Gesprek met de vertrouwensinspecteur"), at=row.started_at, internal=True
            )
            self._cases.add_entry(row.case_id, entry)
        if row.reason == Reason.STATUTORY_4A and row.suspicion in {Suspicion.YES, Suspicion.NO}:
            known = chain_facts(session, row.case_id, row.started_at)
            if Step.CONCLUSION not in known.steps:
                new = NewStep(Step.CONCLUSION, row.ended_at, row.advice, Suspicion(row.suspicion))
                record(session, row.case_id, known, new, row.caller, self._clock.now())

    def _number(self) -> str:
        return self._protocol.phone("inspector", self._clock.today()).number

    def _only_leadership(self) -> None:
        if self._drawer.user.role not in {Role.DIRECTOR, Role.BOARD}:
            raise Refused("inspector.only_leadership")


_REASON_OF = {Flag.STATUTORY_CONSULT_DUE: Reason.STATUTORY_4A, Flag.PROTOCOL_CALL_DUE: Reason.PROTOCOL_D3}
_DUTIES = {
    Reason.STATUTORY_4A: (Duty.STATUTORY_CONSULT, Duty.PROTOCOL_CALL),
    Reason.PROTOCOL_D3: (Duty.PROTOCOL_CALL,),
    Reason.VOLUNTARY: (),
}


def _is_statutory(card: CaseCard) -> bool:
    return Flag.STATUTORY_CONSULT_DUE in card.flags


def _running() -> Select[CallRow]:
    return select(CallRow).where(CallRow.ended_at.is_(None))


def _call(session: Session, call_id: int) -> CallRow:
    row = session.get(CallRow, call_id)
    if row is None:
        raise Refused("inspector.unknown_call")
    return row


def _key(case_id: int | None) -> str:
    return "new" if case_id is None else f"case:{case_id}"


def _subject(case_id: int | None) -> str:
    return "" if case_id is None else f"case:{case_id}"


def _moment(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=AMSTERDAM)

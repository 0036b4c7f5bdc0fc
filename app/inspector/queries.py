"""What can be asked about calls and the chain of article 4a; for director and board only."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from app.cases.file_lines import Counsel
from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.cases.service import Cases
from app.inspector import facts, notes, rules
from app.inspector.chain import ChainFacts, ChainStep, Step, chain, current, no_own_inquiry
from app.inspector.counsel import counsel_on
from app.inspector.dates import current_dates
from app.inspector.lines import CallLine, CallNotes, CallSheet, ChainAccount, Due, Fact, InspectorDate
from app.inspector.rules import CallKind, Reason
from app.inspector.steps import chain_facts, of_visible
from app.inspector.tables import CallRow
from app.inspector.texts import FACTS
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Refused
from app.people.service import People
from app.protocol import hours
from app.protocol.rules import Protocol
from app.vault import drafts
from app.vault.drawers.database import Drawer

FORM = "inspector_call"


class InspectorQueries:
    """The reads of the inspector's room; frozen lines only."""

    def __init__(self, casework: Drawer, cases: Cases, people: People, protocol: Protocol, clock: Clock) -> None:
        self._drawer = casework
        self._cases = cases
        self._people = people
        self._protocol = protocol
        self._clock = clock
        cases.follow_counsel(self._counsel)

    def sheet(self, case_id: int | None = None) -> CallSheet:
        """The call sheet of a case, or of no case: facts at hand, what was typed, and the chain."""
        self._drawer.user.must_lead("inspector.only_leadership")
        card = self._cases.case(case_id) if case_id is not None else None
        with self._drawer.read() as session:
            row = session.scalars(running().where(CallRow.case_id == case_id)).first()
            call = notes.line_of(row) if row else None
            known = chain_facts(session, card.id, card.knowledge_at) if card else ChainFacts(self._clock.now())
            earlier = _finished(session, case_id) if case_id is not None else ()
        due = self._due(card)
        board_told = known.steps.get(Step.BOARD_INFORMED)
        prepared = self._prepared(card, board_told.at if board_told else None) if card else ()
        typed = self._typed(case_id, call)
        if typed is None:
            typed = replace(_first_notes(due, known), facts=facts.as_text(prepared, FACTS))
        return CallSheet(
            case_id=case_id,
            case_number=card.number if card else "",
            number=self._number(),
            call=call,
            notes=typed,
            facts=prepared,
            opening=hours.opening(self._clock.now()),
            due=due,
            chain=chain(known),
            is_statutory=card is not None and (_is_statutory(card) or bool(known.steps)),
            warning=no_own_inquiry(known),
            raised=tuple(line for line in card.raised if line.flag in _REASON_OF) if card else (),
            earlier=earlier,
        )

    def note_sheet(self, case_id: int | None) -> None:
        """Leave in the log that the user opened the sheet of this case, or of no case."""
        self._drawer.user.must_lead("inspector.only_leadership")
        if case_id is not None:
            self._cases.case(case_id)
        self._drawer.note("inspector_sheet.viewed", "" if case_id is None else f"case:{case_id}")

    def note_log(self, verb: str = "viewed") -> None:
        """Leave in the log that the list of calls was looked at, printed or exported."""
        self._drawer.user.must_lead("inspector.only_leadership")
        self._drawer.note(f"inspector_log.{verb}")

    def _prepared(self, card: CaseCard, board_told_at: datetime | None) -> tuple[Fact, ...]:
        words = facts.known_words(self._people, card.parties, self._clock.today())
        return facts.prepared(card, board_told_at, words, facts.reporting_parents(self._people, card.parties))

    def chain(self, case_id: int) -> tuple[ChainStep, ...]:
        """The duties of article 4a in this case, in their order; empty when the article does not apply."""
        self._drawer.user.must_lead("inspector.only_leadership")
        card = self._cases.case(case_id)
        with self._drawer.read() as session:
            known = chain_facts(session, case_id, card.knowledge_at)
        return chain(known) if _is_statutory(card) or known.steps else ()

    def account(self, case_id: int) -> ChainAccount:
        """Who knew and did what when in this case; that it was asked for stays in the log."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("statutory_step.printed", f"case:{case_id}") as session:
            card = self._cases.case(case_id)
            known = chain_facts(session, case_id, card.knowledge_at)
            raised = tuple(line for line in card.raised if line.flag in _REASON_OF)
            steps = chain(known) if _is_statutory(card) or known.steps else ()
            return ChainAccount(card.number, card.knowledge_at, raised, steps, _finished(session, case_id))

    def open_call(self) -> CallLine | None:
        """The call that runs now, if any."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.read() as session:
            row = session.scalars(running().where(of_visible(self._cases.visible_ids()))).first()
            return notes.line_of(row) if row else None

    def log(self, year: str | None = None) -> tuple[CallLine, ...]:
        """Calls and attempts, newest first; ``year`` is a school year such as ``2026-2027``."""
        self._drawer.user.must_lead("inspector.only_leadership")
        query = (
            select(CallRow)
            .where(of_visible(self._cases.visible_ids()))
            .order_by(CallRow.started_at.desc(), CallRow.id.desc())
        )
        if year is not None:
            first, last = (_moment(day) for day in school_year_days(year))
            query = query.where(CallRow.started_at >= first, CallRow.started_at < last + timedelta(days=1))
        with self._drawer.read() as session:
            return tuple(notes.line_of(row) for row in session.scalars(query))

    def view(self, call_id: int) -> CallLine:
        """One call with everything in it; that somebody looked stays in the log."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("call.viewed", f"call:{call_id}") as session:
            return notes.line_of(self._seen(session, call_id))

    def note_of(self, call_id: int) -> CallLine:
        """One call to put on paper; that it left the program stays in the log."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.write("call.printed", f"call:{call_id}") as session:
            return notes.line_of(self._seen(session, call_id))

    def years(self) -> tuple[str, ...]:
        """The school years in which was called, and this one; the newest first."""
        self._drawer.user.must_lead("inspector.only_leadership")
        query = select(CallRow.started_at).where(of_visible(self._cases.visible_ids()))
        with self._drawer.read() as session:
            found = {school_year(at.astimezone(AMSTERDAM).date()) for at in session.scalars(query)}
        return tuple(sorted(found | {school_year(self._clock.today())}, reverse=True))

    def _seen(self, session: Session, call_id: int) -> CallRow:
        """The row of a call; refused when it is about a case that the user may not see."""
        row = call_row(session, call_id)
        if row.case_id is not None:
            self._cases.case(row.case_id)
        return row

    def dated(self) -> tuple[InspectorDate, ...]:
        """Running calls, follow-ups and open duties of 4a; calls that are due stand with the cases."""
        self._drawer.user.must_lead("inspector.only_leadership")
        with self._drawer.read() as session:
            return current_dates(session, self._cases, self._clock.now())

    def _counsel(self, card: CaseCard) -> Counsel:
        with self._drawer.read() as session:
            return counsel_on(session, card)

    def _due(self, card: CaseCard | None) -> Due | None:
        open_flags = card.flags - card.met if card else frozenset()
        for flag, reason in _REASON_OF.items():
            if card and flag in open_flags:
                when = hours.call_due(card.knowledge_at)
                return Due(reason, when, rules.urgency(when, self._clock.now()))
        return None

    def _typed(self, case_id: int | None, call: CallLine | None) -> CallNotes | None:
        payload = drafts.load(self._drawer, FORM, draft_key(case_id))
        if payload is not None:
            return notes.from_payload(payload)
        return call.notes if call else None

    def _number(self) -> str:
        return self._protocol.phone("inspector", self._clock.today()).number


_REASON_OF = {Flag.STATUTORY_CONSULT_DUE: Reason.STATUTORY_4A, Flag.PROTOCOL_CALL_DUE: Reason.PROTOCOL_D3}


def _first_notes(due: Due | None, known: ChainFacts) -> CallNotes:
    """An empty sheet, for the call that has to be made now."""
    step = current(known) if known.steps else None
    if step is not None and step.step is Step.INSPECTOR_TOLD:
        return CallNotes(reason=Reason.STATUTORY_4A, kind=CallKind.NOTIFICATION)
    return CallNotes(reason=due.reason if due else Reason.VOLUNTARY)


def _is_statutory(card: CaseCard) -> bool:
    return Flag.STATUTORY_CONSULT_DUE in card.flags


def _moment(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=AMSTERDAM)


def _finished(session: Session, case_id: int) -> tuple[CallLine, ...]:
    query = select(CallRow).where(CallRow.case_id == case_id, CallRow.ended_at.is_not(None))
    return tuple(notes.line_of(row) for row in session.scalars(query.order_by(CallRow.started_at, CallRow.id)))


def running() -> Select[CallRow]:
    """The call that has not ended."""
    return select(CallRow).where(CallRow.ended_at.is_(None))


def call_row(session: Session, call_id: int) -> CallRow:
    """The row of a call; raises Refused when there is none."""
    row = session.get(CallRow, call_id)
    if row is None:
        raise Refused("inspector.unknown_call")
    return row


def draft_key(case_id: int | None) -> str:
    """Under what the sheet of this case, or of no case, is drafted."""
    return "new" if case_id is None else f"case:{case_id}"

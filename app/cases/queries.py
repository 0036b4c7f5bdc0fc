"""What can be asked about cases, within what the user may see."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.cases import access, counting, matching, reading, timeline
from app.cases.counting import CaseCount
from app.cases.inputs import CaseFilter
from app.cases.lines import (
    CaseCard,
    CaseFile,
    CaseHit,
    CaseLine,
    DossierItem,
    DueCall,
    EntryLine,
    EntryVersionLine,
    Hint,
    NextStep,
    OpenPoint,
    SimilarCase,
    TaskLine,
)
from app.cases.rules import EntryKind, Flag, Status, consult_deadline
from app.cases.steps import CALLS, CaseFacts, next_step, open_items
from app.cases.tables import Case, CaseFlag, CaseTask, Entry, EntryFiling, Evidence, Involvement
from app.cases.texts import said, shown
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.people.service import People
from app.protocol.rules import Protocol
from app.vault import attachments, search
from app.vault.database import Drawer


class CaseQueries:
    """The reads of cases; frozen lines only."""

    def __init__(self, casework: Drawer, people: People, protocol: Protocol, clock: Clock) -> None:
        self._drawer = casework
        self._people = people
        self._protocol = protocol
        self._clock = clock

    def list(self, wanted: CaseFilter | None = None) -> tuple[CaseLine, ...]:
        """Cases, the last changed first."""
        wanted = wanted or CaseFilter()
        with self._drawer.read() as session:
            query = (
                select(Case)
                .where(access.visible_to(self._drawer.user), *matching.filtered(session, self._people, wanted))
                .order_by(Case.changed_at.desc(), Case.id.desc())
                .limit(wanted.limit)
            )
            return reading.case_lines(session, self._people, session.scalars(query).all())

    def case(self, case_id: int) -> CaseCard:
        """One case with everything but its timeline. Raises Refused when the user may not see it."""
        with self._drawer.read() as session:
            return reading.card_of(session, self._people, access.seen(session, self._drawer.user, case_id))

    def timeline(self, case_id: int, kinds: Collection[EntryKind] = (), limit: int = 500) -> tuple[EntryLine, ...]:
        """The newest entries of a case, newest first."""
        with self._drawer.read() as session:
            access.seen(session, self._drawer.user, case_id)
            return timeline.entries(session, case_id, kinds, limit)

    def versions(self, case_id: int, entry_id: int) -> tuple[EntryVersionLine, ...]:
        """How an entry read before each correction, newest first."""
        with self._drawer.read() as session:
            access.seen(session, self._drawer.user, case_id)
            return timeline.versions(session, timeline.entry_of(session, case_id, entry_id).id)

    def evidence(self, case_id: int, entry_id: int) -> attachments.Attachment:
        """The file under an entry. Raises Refused once the case is about sexual imagery (rules 4.4)."""
        with self._drawer.read() as session:
            card = self.case(case_id)
            if Flag.SEXUAL_IMAGERY in card.flags:
                raise Refused("cases.sexual_imagery")
            row = session.scalars(select(Evidence).filter_by(case_id=case_id, entry_id=entry_id)).first()
            if row is None:
                raise Refused("cases.entry_unknown")
            return attachments.load(session, row.attachment_id)

    def next_step(self, case_id: int) -> NextStep:
        """What the protocol and the law ask of this case now."""
        with self._drawer.read() as session:
            return _step(self._facts(session, self.case(case_id)))

    def open_items(self, case_id: int) -> tuple[OpenPoint, ...]:
        """What is done and what is open before the case may close."""
        with self._drawer.read() as session:
            return _points(self._facts(session, self.case(case_id)))

    def file(self, case_id: int) -> CaseFile:
        """All that the page of a case shows but its timeline, in one reading."""
        with self._drawer.read() as session:
            card = self.case(case_id)
            facts = self._facts(session, card)
            found = matching.hints(session, self._people, access.visible_to(self._drawer.user), card)
            return CaseFile(card, _step(facts), _points(facts), found)

    def _facts(self, session: Session, card: CaseCard) -> CaseFacts:
        moved = select(func.max(Entry.id)).where(Entry.case_id == card.id, Entry.kind == EntryKind.STATUS)
        talk = select(Entry.id).where(Entry.case_id == card.id, Entry.kind == EntryKind.TALK)
        later = talk.where(Entry.id > moved.scalar_subquery()).limit(1)
        decision = select(Entry.id).filter_by(case_id=card.id, kind=EntryKind.DECISION, internal=False).limit(1)
        talked, decided = (session.scalars(query).first() is not None for query in (later, decision))
        return reading.facts_of(card, self._clock.today(), talked=talked, decided=decided)

    def hints(self, case_id: int) -> tuple[Hint, ...]:
        """Other cases of the last twelve months with the same persons; a suggestion, no conclusion."""
        with self._drawer.read() as session:
            return matching.hints(session, self._people, access.visible_to(self._drawer.user), self.case(case_id))

    def similar(self, title: str = "", account: str = "", persons: Collection[int] = ()) -> tuple[SimilarCase, ...]:
        """Open cases that a new report may belong to, each with what they share."""
        visible = access.visible_to(self._drawer.user)
        with self._drawer.read() as session:
            return matching.similar(session, self._people, visible, title, account, persons)

    def cases_of(self, person_id: int) -> tuple[CaseLine, ...]:
        """The cases in which this person plays a part, newest first."""
        involved = select(Involvement.case_id).where(Involvement.person_id == person_id)
        query = select(Case).where(Case.id.in_(involved), access.visible_to(self._drawer.user))
        with self._drawer.read() as session:
            rows = session.scalars(query.order_by(Case.opened_at.desc(), Case.id.desc())).all()
            return reading.case_lines(session, self._people, rows)

    def items_for_dossier(self, person_id: int) -> tuple[DossierItem, ...]:
        """The entries that were filed for this person and for nobody else's eyes, oldest first."""
        query = (
            select(Entry, Case)
            .join(EntryFiling, EntryFiling.entry_id == Entry.id)
            .join(Case, Case.id == Entry.case_id)
            .where(EntryFiling.person_id == person_id, access.visible_to(self._drawer.user))
            .order_by(Entry.at, Entry.id)
        )
        with self._drawer.read() as session:
            found = session.execute(query).all()
            entries = timeline.lines_of(session, [entry for entry, _case in found])
            cases = [case for _entry, case in found]
            return tuple(
                DossierItem(case.id, case.number, case.title, entry) for entry, case in zip(entries, cases, strict=True)
            )

    def open_tasks(self, limit: int = 200) -> tuple[TaskLine, ...]:
        """Tasks that are not done in open cases, the most urgent first."""
        query = (
            select(CaseTask, Case)
            .join(Case, Case.id == CaseTask.case_id)
            .where(CaseTask.done_on.is_(None), Case.status != Status.CLOSED, access.visible_to(self._drawer.user))
            .order_by(CaseTask.due_on.is_(None), CaseTask.due_on, CaseTask.id)
            .limit(limit)
        )
        with self._drawer.read() as session:
            return reading.task_lines((task, case) for task, case in session.execute(query))

    def due_calls(self) -> tuple[DueCall, ...]:
        """Open cases in which the inspector must still be called, the longest waiting first.

        One call meets both duties when the law and the protocol ask for it, so a case is named once.
        """
        query = (
            select(Case, CaseFlag.flag)
            .join(CaseFlag, CaseFlag.case_id == Case.id)
            .where(CaseFlag.flag.in_(CALLS), CaseFlag.raised_at.is_not(None), CaseFlag.met_at.is_(None))
            .where(Case.status != Status.CLOSED, access.visible_to(self._drawer.user))
            .order_by(Case.knowledge_at)
        )
        with self._drawer.read() as session:
            due: dict[int, DueCall] = {}
            for case, flag in session.execute(query):
                if case.id not in due or flag == Flag.STATUTORY_CONSULT_DUE:
                    deadline = consult_deadline(case.knowledge_at)
                    due[case.id] = DueCall(case.id, case.number, case.title, Flag(flag), deadline)
            return tuple(due.values())

    def count_open(self) -> int:
        """How many open cases the user may see."""
        query = select(func.count(Case.id)).where(Case.status != Status.CLOSED, access.visible_to(self._drawer.user))
        with self._drawer.read() as session:
            return session.scalars(query).one()

    def counts(self, since: datetime, until: datetime) -> tuple[CaseCount, ...]:
        """The cases that the user may see and that were opened from one instant up to another, for counting."""
        with self._drawer.read() as session:
            return counting.counts(session, access.visible_to(self._drawer.user), since, until)

    def search(self, text: str, limit: int = 20) -> tuple[CaseHit, ...]:
        """What holds these words in the cases that the user may see, newest first."""
        with self._drawer.read() as session:
            hits = [(matching.case_id_of(hit.ref), hit) for hit in search.find(session, text, limit=limit * 3)]
            ids = {case_id for case_id, _hit in hits}
            visible = access.visible_to(self._drawer.user)
            cases = {case.id: case for case in session.scalars(select(Case).where(Case.id.in_(ids), visible))}
            found = [(cases[case_id], hit) for case_id, hit in hits if case_id in cases]
            return tuple(
                CaseHit(case.id, case.number, case.title, hit.kind, hit.title, hit.snippet)
                for case, hit in found[:limit]
            )


def _step(facts: CaseFacts) -> NextStep:
    step = next_step(facts)
    values = {name: shown(value) for name, value in step.values.items()}
    return NextStep(said(f"{step.code}.title", **values), said(step.code, **values), step.source, step.action)


def _points(facts: CaseFacts) -> tuple[OpenPoint, ...]:
    return tuple(
        OpenPoint(said(item.code, **item.values), item.is_done, item.due_on, item.note, item.task_id)
        for item in open_items(facts)
    )

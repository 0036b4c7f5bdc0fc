"""What can be asked about cases, within what the user may see."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.cases import access, calls, counting, due_tasks, matching, reading, timeline, untold
from app.cases.beside import aside, categories, holds, links, prevention, readings, referrals, signing
from app.cases.beside.archive import Archive
from app.cases.beside.aside import SteppingAside
from app.cases.beside.categories import Categories
from app.cases.beside.complaints import Complaints
from app.cases.beside.filters import SavedFilters
from app.cases.beside.holds import Holds
from app.cases.beside.links import CaseLinks
from app.cases.beside.own_fields import OwnFields
from app.cases.beside.prevention import Prevention
from app.cases.beside.referrals import Referrals
from app.cases.beside.signing import SigningOff
from app.cases.counting import CaseCount
from app.cases.evidence.custody import CaseEvidence
from app.cases.file_lines import CaseFile, Counsel, NextStep, OpenPoint
from app.cases.inputs import CaseFilter, LookAlike
from app.cases.lines import (
    CaseCard,
    CaseHit,
    CaseLine,
    CaseMoment,
    DossierItem,
    DueCall,
    EntryLine,
    EntryVersionLine,
    SimilarCase,
    TaskLine,
    UntoldParents,
)
from app.cases.open_items import open_items
from app.cases.rules import EntryKind, Status
from app.cases.steps import LEADERS_ONLY, CaseFacts, MeasureFacts, next_step
from app.cases.tables import Case, Entry, EntryFiling, Involvement
from app.cases.texts import said, shown
from app.kernel.clock import Clock
from app.people.service import People
from app.protocol.rules import Protocol
from app.vault.drawers.database import Drawer
from app.vault.drawers.once import once

MOST_WORDS = 12


class CaseQueries:
    """The reads of cases; frozen lines only."""

    def __init__(self, casework: Drawer, people: People, protocol: Protocol, clock: Clock) -> None:
        self._drawer = casework
        self._people = people
        self._protocol = protocol
        self._clock = clock
        self._visible = access.visible_here(leads=casework.user.role.leads)
        self.files = CaseEvidence(casework, clock)
        self.links = CaseLinks(casework, clock)
        self.aside = SteppingAside(casework, clock)
        self.signing = SigningOff(casework, clock)
        self.holds = Holds(casework, clock)
        self.complaints = Complaints(casework, protocol, clock)
        self.archive = Archive(casework, clock)
        self.prevention = Prevention(casework, people, clock)
        self.filters = SavedFilters(casework)
        self.referrals = Referrals(casework, clock)
        self.own_fields = OwnFields(casework, clock)
        self.categories = Categories(casework, protocol, clock)
        self._counsel: Callable[[CaseCard], Counsel] = lambda _card: Counsel()
        self._at_police: Callable[[int], bool] = lambda _case_id: False
        self._measures: Callable[[int], MeasureFacts] = lambda _case_id: MeasureFacts()

    def follow_counsel(self, ask: Callable[[CaseCard], Counsel]) -> None:
        """Let the inspector's room tell what was advised and which duty of article 4a comes next."""
        self._counsel = ask

    def follow_police(self, ask: Callable[[int], bool]) -> None:
        """Let the police's part tell whether something was recorded there about a case."""
        self._at_police = ask

    def follow_measures(self, ask: Callable[[int], MeasureFacts]) -> None:
        """Let the measures tell which one asks something now, and on whom something was decided."""
        self._measures = ask

    def visible_ids(self) -> Select[int]:
        """The ids of the cases that the user may see, to keep a query on this drawer to them."""
        return access.ids_here(leads=self._drawer.user.role.leads)

    def note_opened(self, case_id: int) -> None:
        """Leave in the log that the user opened this case; what others wrote in it is read now."""
        with self._drawer.write("case.opened", f"case:{case_id}") as session:
            access.seen(session, self._drawer.user, case_id)
            readings.keep(session, self._drawer.user, case_id, self._clock.now())

    def waiting_words(self) -> tuple[str, ...]:
        """What cases wait for or waited for, in the school's own words, the ones used most first."""
        used = select(Case.waits_for).where(Case.waits_for != "", self._visible)
        with self._drawer.read() as session:
            counted = used.group_by(Case.waits_for).order_by(func.count().desc(), Case.waits_for).limit(MOST_WORDS)
            return tuple(session.scalars(counted))

    def list(self, wanted: CaseFilter | None = None) -> tuple[CaseLine, ...]:
        """Cases, the last changed first."""
        wanted = wanted or CaseFilter()
        with self._drawer.read() as session:
            query = (
                select(*reading.LINE_COLUMNS)
                .where(
                    self._visible,
                    *matching.filtered(session, self._people, self._drawer.user, wanted),
                )
                .order_by(Case.changed_at.desc(), Case.id.desc())
                .limit(wanted.limit)
            )
            lines = reading.case_lines(session, self._people, session.execute(query).all())
            new = readings.unread(session, self._drawer.user, [line.id for line in lines])
            if not wanted.text.strip() and not new:
                return lines
            places = matching.places(session, self._drawer.user, wanted.text)
            return tuple(replace(line, found=places.get(line.id, ""), is_new=line.id in new) for line in lines)

    def case(self, case_id: int) -> CaseCard:
        """One case with everything but its timeline. Raises Refused when the user may not see it."""
        with self._drawer.read() as session:
            user = self._drawer.user
            row = access.seen(session, user, case_id)
            return reading.card_of(session, self._people, row, may_know=user.role.leads)

    def timeline(self, case_id: int, kinds: Collection[EntryKind] = (), limit: int = 500) -> tuple[EntryLine, ...]:
        """The newest entries of a case, newest first."""
        with self._drawer.read() as session:
            access.seen(session, self._drawer.user, case_id)
            return timeline.entries(session, case_id, kinds, limit, access.readable_by(self._drawer.user))

    def versions(self, case_id: int, entry_id: int) -> tuple[EntryVersionLine, ...]:
        """How an entry read before each correction, newest first."""
        with self._drawer.read() as session:
            access.seen(session, self._drawer.user, case_id)
            return timeline.versions(session, self._entry(session, case_id, entry_id).id)

    def _entry(self, session: Session, case_id: int, entry_id: int) -> Entry:
        """A line that the user may read. Raises Refused when there is none."""
        return timeline.entry_of(session, case_id, entry_id, access.readable_by(self._drawer.user))

    def file(self, case_id: int) -> CaseFile:
        """All that the page of a case shows but its timeline, in one reading."""
        with self._drawer.read() as session:
            card = self.case(case_id)
            counsel = self.counsel_on(card)
            facts = self._facts(session, card, counsel)
            found = matching.hints(session, self._people, self._visible, card)
            return CaseFile(
                card=card,
                step=_step(facts, leads=self._drawer.user.role.leads),
                points=_points(facts, leads=self._drawer.user.role.leads),
                hints=found,
                counsel=counsel,
                links=links.links_of(session, self._drawer.user, case_id),
                aside=aside.aside_from(session, case_id),
                signature=signing.line_of(signing.standing(session, case_id)),
                held=holds.told(session, case_id) if self._drawer.user.role.leads else (),
                referrals=referrals.of_case(session, case_id),
                prevention=prevention.under_case(session, case_id, card.number),
                about=categories.titles(session, self._protocol, (one.category for one in card.parties)),
            )

    def counsel_on(self, card: CaseCard) -> Counsel:
        """What the inspector advised: for the leadership alone."""
        return self._counsel(card) if self._drawer.user.role.leads else Counsel()

    def _facts(self, session: Session, card: CaseCard, counsel: Counsel) -> CaseFacts:
        moved = select(func.max(Entry.id)).where(Entry.case_id == card.id, Entry.kind == EntryKind.STATUS)
        talk = select(Entry.id).where(Entry.case_id == card.id, Entry.kind == EntryKind.TALK)
        later = talk.where(Entry.id > moved.scalar_subquery()).limit(1)
        decision = select(Entry.id).filter_by(case_id=card.id, kind=EntryKind.DECISION, internal=False).limit(1)
        talked, decided = (session.scalars(query).first() is not None for query in (later, decision))
        at_police = self._at_police(card.id)
        today = self._clock.today()
        facts = reading.facts_of(card, today, counsel, at_police=at_police, talked=talked, decided=decided)
        held = [row.asked_by for row in holds.standing(session, card.id)] if self._drawer.user.role.leads else []
        return replace(facts, held_by=", ".join(held), measures=self._measures(card.id))

    def similar(self, look: LookAlike) -> tuple[SimilarCase, ...]:
        """Open cases that a new report may belong to, each with what they share."""
        with self._drawer.read() as session:
            return matching.similar(session, self._people, self._drawer.user, look)

    def cases_of(self, person_id: int) -> tuple[CaseLine, ...]:
        """The cases in which this person plays a part, newest first."""
        own = Involvement.person_id.in_(self._people.aliases(person_id))
        involved = select(Involvement.case_id).where(own, access.known_to(self._drawer.user))
        query = select(Case).where(Case.id.in_(involved), self._visible)
        with self._drawer.read() as session:
            rows = session.scalars(query.order_by(Case.opened_at.desc(), Case.id.desc())).all()
            return reading.case_lines(session, self._people, rows)

    def items_for_dossier(self, person_id: int) -> tuple[DossierItem, ...]:
        """The entries that were filed for this person and for nobody else's eyes, oldest first."""
        query = (
            select(Entry, Case)
            .join(EntryFiling, EntryFiling.entry_id == Entry.id)
            .join(Case, Case.id == Entry.case_id)
            .where(EntryFiling.person_id == person_id, self._visible)
            .order_by(Entry.at, Entry.id)
        )
        with self._drawer.read() as session:
            found = session.execute(query).all()
            entries = timeline.lines_of(session, [entry for entry, _case in found])
            cases = [case for _entry, case in found]
            return tuple(
                DossierItem(case.id, case.number, case.title, entry) for entry, case in zip(entries, cases, strict=True)
            )

    def open_tasks(self, only: Collection[int] | None = None) -> tuple[TaskLine, ...]:
        """Tasks that are not done in open cases, the most urgent first; ``only`` these of them when it is given."""
        with self._drawer.read() as session:
            return due_tasks.open_tasks(session, self._visible, only)

    def due_tasks(self) -> dict[date, tuple[int, ...]]:
        """The ids of the tasks that are not done in open cases, by the day on which they are due."""
        with self._drawer.read() as session:
            return due_tasks.by_day(session, self._visible)

    def due_calls(self) -> tuple[DueCall, ...]:
        """Open cases in which the inspector must still be called, the longest waiting first.

        One call meets both duties when the law and the protocol ask for it, so a case is named once.
        """
        with self._drawer.read() as session:
            return once(session, "cases.due_calls", lambda: calls.due_calls(session, self._visible))

    def untold_parents(self) -> tuple[UntoldParents, ...]:
        """Open cases with parents who must still be told; where article 4a counts, its chain says when."""
        with self._drawer.read() as session:
            return untold.untold_parents(session, self._people, self._visible)

    def moments(self, ids: Collection[int]) -> dict[int, CaseMoment]:
        """When the school knew of these cases, and whether they are open; one that the user may not see is absent."""
        with self._drawer.read() as session:
            return calls.moments(session, self._visible, ids)

    def count_open(self) -> int:
        """How many open cases the user may see."""
        query = select(func.count(Case.id)).where(Case.status != Status.CLOSED, self._visible)
        with self._drawer.read() as session:
            return session.scalars(query).one()

    def counts(self, since: datetime, until: datetime) -> tuple[CaseCount, ...]:
        """The cases that the user may see and that were opened from one instant up to another, for counting."""
        with self._drawer.read() as session:
            return counting.counts(session, self._visible, since, until)

    def search(self, text: str, limit: int = 20) -> tuple[CaseHit, ...]:
        """What holds these words in the cases that the user may see, newest first."""
        with self._drawer.read() as session:
            return matching.found(session, self._drawer.user, text, limit)


def _step(facts: CaseFacts, *, leads: bool) -> NextStep:
    """What to do now; what only the leadership can do is told to another as such."""
    step = next_step(facts)
    values = {name: shown(value) for name, value in step.values.items()}
    title = said(f"{step.code}.title", **values)
    if not leads and step.action in LEADERS_ONLY:
        return NextStep(title, said("cases.step.leaders"), step.source, "note")
    return NextStep(title, said(step.code, **values), step.source, step.action)


def _points(facts: CaseFacts, *, leads: bool) -> tuple[OpenPoint, ...]:
    return tuple(
        OpenPoint(said(item.code, **item.values), item.is_done, item.due_on, item.note, item.action)
        for item in open_items(facts)
        if leads or item.action not in LEADERS_ONLY or (item.action == "triage" and item.is_done)
    )

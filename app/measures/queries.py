"""What can be asked about measures, within what the user may see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Date, Select, bindparam, or_, select
from sqlalchemy.orm import Session

from app.cases.rules import Flag
from app.cases.service import Cases
from app.cases.steps import AskedMeasure, MeasureFacts
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.findings import Finding
from app.kernel.names import full
from app.measures import rules
from app.measures.contents import Contents
from app.measures.dates import around, dated_items, rows_with_days
from app.measures.devices import Devices
from app.measures.facts import OVER, Background, Status
from app.measures.filters import asks_something, belongs, counted, taken
from app.measures.form_lines import LadderView, MeasureForm, RungEvent, RungLine
from app.measures.intents import announced, asks_hearing, decided
from app.measures.lines import DatedItem, MeasureCard, MeasureFilter, MeasureLine, Wanted
from app.measures.reading import (
    LINE_COLUMNS,
    Reader,
    draft_of,
    earlier_of,
    visible_cases,
)
from app.measures.surroundings import Surroundings
from app.measures.tables import BasisRow, MeasureRow
from app.people.service import People
from app.protocol.ladders import Ladders
from app.protocol.rules import Bound, Rung
from app.school.service import School
from app.vault.drawers.database import Drawer


class MeasureQueries:
    """The reads of measures; frozen lines only."""

    def __init__(
        self, casework: Drawer, cases: Cases, people: People, school: School, ladders: Ladders, clock: Clock
    ) -> None:
        self._drawer = casework
        self._cases = cases
        self._people = people
        self._clock = clock
        self._around = Surroundings(cases, people, school, ladders, clock)
        self.ladders = ladders
        self.devices = Devices(casework, cases, people, clock)
        self.contents = Contents(casework, cases, people, clock)
        cases.follow_measures(self._facts_of)

    def _facts_of(self, case_id: int) -> MeasureFacts:
        """The first decided measure of a case that nobody gave yet, and the first announced one without a hearing."""
        with self._drawer.read() as session:
            about, waiting = decided(session, case_id)
            protocol, reader = self.ladders.protocol(), self._reader()
            open_ones = (row for row in announced(session, case_id) if asks_hearing(protocol.rung(row.rung)))
            unheard, ungiven = (
                AskedMeasure(row.id, reader.label(row.rung), reader.name(row.person_id)) if row is not None else None
                for row in (next(open_ones, None), next(iter(waiting), None))
            )
            return MeasureFacts(unheard, ungiven, about)

    def measure(self, measure_id: int) -> MeasureCard:
        """One measure with everything about it. Raises Refused when the user may not see it."""
        with self._drawer.read() as session:
            row = self._seen(session, measure_id)
            return self._reader().card(session, row, self._visible(session))

    def rung(self, code: str) -> Rung:
        """One rung of the school's ladders, also one that was closed."""
        return self.ladders.protocol().rung(code)

    def of_case(self, case_id: int) -> tuple[MeasureLine, ...]:
        """The measures that rest on a case, oldest first."""
        self._cases.case(case_id)
        further = select(BasisRow.measure_id).where(BasisRow.case_id == case_id)
        return self._lines(or_(MeasureRow.case_id == case_id, MeasureRow.id.in_(further)))

    def of_person(self, person_id: int) -> tuple[MeasureLine, ...]:
        """The measures of one person, oldest first."""
        return self._lines(MeasureRow.person_id.in_(self._people.aliases(person_id)))

    def cards_of(self, person_id: int) -> tuple[MeasureCard, ...]:
        """The measures of one person with everything that was written down, oldest first."""
        with self._drawer.read() as session:
            rows, visible, reader = (
                self._rows(session, MeasureRow.person_id.in_(self._people.aliases(person_id))),
                self._visible(session),
                self._reader(),
            )
            return tuple(reader.card(session, row, visible) for row in rows)

    def overview(self, wanted: MeasureFilter | None = None) -> tuple[MeasureLine, ...]:
        """Measures for the list, the newest first; among all, what still asks something is never left out."""
        wanted, today = wanted or MeasureFilter(), self._clock.today()
        newest = select(MeasureRow.id).order_by(MeasureRow.id.desc()).limit(wanted.limit)
        if wanted.wanted is Wanted.ALL:
            return self._lines(MeasureRow.id.in_(newest) | asks_something(today))[::-1]
        return self._lines(belongs(wanted.wanted, today), limit=wanted.limit)[::-1]

    def counted(self) -> dict[Wanted, int]:
        """How many measures stand under each filter of the list, however long it is."""
        with self._drawer.read() as session:
            return counted(session, self._cases.visible_ids(), self._clock.today())

    def running(self, on: date) -> tuple[MeasureLine, ...]:
        """The measures that are in force on a day."""
        return self._lines(_runs(on))

    def standing(self) -> tuple[tuple[MeasureLine, ...], tuple[MeasureLine, ...]]:
        """The measures that are in force today, the oldest first; and what was announced, the newest first."""
        with self._drawer.read() as session:
            rows = session.execute(_standing(self._cases.visible_ids()), {"today": self._clock.today()}).all()
            lines = self._reader().lines(session, rows)
        announced = tuple(line for line in reversed(lines) if line.status is Status.ANNOUNCED)
        return tuple(line for line in lines if line.status not in {Status.PROPOSED, Status.ANNOUNCED}), announced

    def taken(self) -> tuple[tuple[str, date], ...]:
        """Every measure that the school took, as its rung (the one it was merged into) and the day of the decision."""
        merged, mine = self.ladders.merges(), MeasureRow.case_id.in_(self._cases.visible_ids())
        query = select(MeasureRow.rung, MeasureRow.decided_on).where(mine, taken()).order_by(MeasureRow.id)
        with self._drawer.read() as session:
            return tuple((merged.get(rung, rung), on) for rung, on in session.execute(query) if on)

    def ladder_of(self, person_id: int) -> LadderView:
        """The ladder of this person's kind with the history on it: measures, devices and messages."""
        person = self._people.person(person_id)
        bound, today = Bound(person.kind), self._clock.today()
        history = [line for line in self.of_person(person_id) if line.status not in OVER]
        merged, protocol = self.ladders.merges(), self.ladders.protocol()
        events = self._events(person_id)
        rungs = []
        for ladder in protocol.ladders:
            standing = {rung.code for rung in ladder.on(today)}
            for rung in ladder.rungs_for(bound):
                own = tuple(line for line in history if merged.get(line.rung, line.rung) == rung.code)
                if rung.code in standing or (own and rung.code not in merged):
                    closed = rung.code not in standing
                    rungs.append(
                        RungLine(rung.code, rung.label, rung.note, own, events.get(rung.kind, ()), is_closed=closed)
                    )
        return LadderView(person.id, full(person.name), person.detail, person.kind, tuple(rungs))

    def _events(self, person_id: int) -> dict[str, tuple[RungEvent, ...]]:
        devices = [
            RungEvent(line.taken_at.date(), line.what, is_done=line.returned_at is not None)
            for line in self.devices.of_person(person_id)
        ]
        contents = [
            RungEvent(line.gone_on or line.asked_on, line.platform or line.place, is_done=line.gone_on is not None)
            for line in self.contents.of_person(person_id)
        ]
        return {"DEVICE_CUSTODY": tuple(devices), "CONTENT_REMOVAL": tuple(contents)}

    def background(self, case_id: int, person_id: int, measure_id: int | None = None) -> Background:
        """What the rules need to know around a draft; read it once, then judge drafts without a database."""
        case, person = self._cases.case(case_id), self._people.person(person_id)
        receipts = [line for line in self.devices.of_person(person_id) if line.case_id in {None, case_id}]
        asked = [line for line in self.contents.of_person(person_id) if line.case_id == case_id]
        told_of = {"DEVICE_CUSTODY"} if any(line.parents_told_at for line in receipts) else set()
        told_of |= {"CONTENT_REMOVAL"} if any(line.parents_told_on for line in asked) else set()
        with self._drawer.read() as session:
            theirs = self._people.aliases(person_id)
            earlier = earlier_of(session, theirs, self._visible(session), self._clock.today(), but=measure_id)
        known = self._around.background(case, person, earlier, self._drawer.user, measure_id)
        return replace(known, has_receipt=bool(receipts), told_of=frozenset(told_of))

    def new_form(self, case_id: int, person_id: int, rung: str = "") -> MeasureForm:
        """A form for a new measure, with what is known filled in and the fitting rung proposed."""
        case, person = self._cases.case(case_id), self._people.person(person_id)
        background = self.background(case_id, person_id)
        proposal = self._around.proposal(case, background, person_id)
        ladder = self.ladder_of(person_id)
        chosen = rung or (proposal.rung if proposal else ladder.rungs[0].code)
        return MeasureForm(
            measure_id=None,
            case_id=case_id,
            case_number=case.number,
            status=None,
            draft=self._around.blank(case, person, chosen, self._drawer.user),
            background=background,
            ladder=ladder,
            proposal=proposal,
            talks=self._around.talks(case),
            candidates=self._around.candidates(person),
            other_cases=self._around.other_cases(case, person_id),
        )

    def form(self, measure_id: int) -> MeasureForm:
        """The form of a measure as it stands."""
        card = self.measure(measure_id)
        background = self.background(card.case_id, card.person_id, measure_id)
        case, person = self._cases.case(card.case_id), self._people.person(card.person_id)
        return MeasureForm(
            measure_id=measure_id,
            case_id=card.case_id,
            case_number=card.case_number,
            status=card.status,
            draft=card.draft,
            background=background,
            ladder=self.ladder_of(card.person_id),
            proposal=self._around.proposal(case, background, card.person_id),
            talks=self._around.talks(case),
            candidates=self._around.candidates(person),
            other_cases=self._around.other_cases(case, card.person_id),
            card=card,
        )

    def findings(self, measure_id: int) -> tuple[Finding, ...]:
        """What the rules say about a measure as it stands; a form judges by itself with ``rules.findings``."""
        with self._drawer.read() as session:
            row = self._seen(session, measure_id)
            return rules.findings(draft_of(session, row), self.background(row.case_id, row.person_id, row.id))

    def dated(self, on: date) -> tuple[DatedItem, ...]:
        """Everything of measures that has a day and is not done, the earliest first."""
        reader, protocol = self._reader(), self.ladders.protocol()
        ahead = timedelta(days=protocol.number("file.remind_days", on))
        with self._drawer.read() as session:
            rows = rows_with_days(session, self._cases.visible_ids(), on, ahead)
            found = around(session, rows)
            self._people.names({row.person_id for row in rows})  # known at once for every line
            first_call = {call.case_id for call in self._cases.due_calls() if call.duty == Flag.STATUTORY_CONSULT_DUE}
            found = replace(found, waits=frozenset(row.id for row in rows if row.case_id in first_call))
            items = [item for row in rows for item in dated_items(row, reader, protocol, found, on)]
            items += (*self.devices.dated(), *self.contents.dated())
        return tuple(sorted(items, key=lambda item: item.on))

    def _lines(self, *conditions: ColumnElement[bool], limit: int = 10_000) -> tuple[MeasureLine, ...]:
        mine = MeasureRow.case_id.in_(self._cases.visible_ids())
        query = select(*LINE_COLUMNS).where(mine, *conditions).order_by(MeasureRow.id.desc()).limit(limit)
        with self._drawer.read() as session:
            return self._reader().lines(session, session.execute(query).all()[::-1])

    def _rows(self, session: Session, *conditions: ColumnElement[bool], limit: int = 10_000) -> list[MeasureRow]:
        """The newest rows that the user may see, in the order in which they were proposed."""
        query = select(MeasureRow).where(*conditions).order_by(MeasureRow.id.desc()).limit(limit)
        rows = session.scalars(query).all()
        visible = self._visible(session)
        return [row for row in reversed(rows) if row.case_id in visible]

    def _visible(self, session: Session) -> frozenset[int]:
        return visible_cases(session, self._cases)

    def _seen(self, session: Session, measure_id: int) -> MeasureRow:
        row = session.get(MeasureRow, measure_id)
        if row is None:
            raise Refused("measures.unknown")
        self._cases.case(row.case_id)
        return row

    def _reader(self) -> Reader:
        return Reader(self._people, self.ladders.protocol(), self._clock.today(), self._around.sector())


@cache
def _standing(visible: Select[int]) -> Select[*tuple[Any, ...]]:
    mine, today = MeasureRow.case_id.in_(visible), bindparam("today", type_=Date)
    stands = _runs(today) | belongs(Wanted.PROPOSALS, date.min)  # a proposal is one on whatever day
    return select(*LINE_COLUMNS).where(mine, stands).order_by(MeasureRow.id)


def _runs(on: date | BindParameter[date]) -> ColumnElement[bool]:
    started = MeasureRow.settled_at.is_not(None) & MeasureRow.withdrawn_on.is_(None) & (MeasureRow.first_day <= on)
    not_over = MeasureRow.last_day.is_(None) | (MeasureRow.last_day >= on)
    not_ended = MeasureRow.ended_on.is_(None) | (MeasureRow.ended_on > on)
    return started & not_over & not_ended & MeasureRow.probation_until.is_(None) & MeasureRow.quashed_on.is_(None)

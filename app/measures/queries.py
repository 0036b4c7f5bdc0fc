"""What can be asked about measures, within what the user may see."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.findings import Finding
from app.kernel.names import full
from app.measures import rules
from app.measures.contents import Contents
from app.measures.dates import dated_items
from app.measures.devices import Devices
from app.measures.facts import Background, Status
from app.measures.ladder import Proposal, fits
from app.measures.lines import (
    DatedItem,
    LadderView,
    MeasureCard,
    MeasureFilter,
    MeasureForm,
    MeasureLine,
    RungLine,
    matches,
)
from app.measures.reading import LINE_COLUMNS, Reader, draft_of, earlier_of, visible_cases
from app.measures.surroundings import Surroundings
from app.measures.tables import MeasureRow
from app.people.service import People
from app.protocol.rules import Bound, Protocol
from app.school.service import School
from app.vault.database import Drawer


class MeasureQueries:
    """The reads of measures; frozen lines only."""

    def __init__(
        self, casework: Drawer, cases: Cases, people: People, school: School, protocol: Protocol, clock: Clock
    ) -> None:
        self._drawer = casework
        self._cases = cases
        self._people = people
        self._protocol = protocol
        self._clock = clock
        self._around = Surroundings(cases, people, school, protocol, clock)
        self.devices = Devices(casework, cases, people, clock)
        self.contents = Contents(casework, cases, people, clock)

    def measure(self, measure_id: int) -> MeasureCard:
        """One measure with everything about it. Raises Refused when the user may not see it."""
        with self._drawer.read() as session:
            return self._reader().card(session, self._seen(session, measure_id))

    def of_case(self, case_id: int) -> tuple[MeasureLine, ...]:
        """The measures that rest on a case, oldest first."""
        self._cases.case(case_id)
        return self._lines(MeasureRow.case_id == case_id)

    def of_person(self, person_id: int) -> tuple[MeasureLine, ...]:
        """The measures of one person, oldest first."""
        return self._lines(MeasureRow.person_id == person_id)

    def overview(self, wanted: MeasureFilter | None = None) -> tuple[MeasureLine, ...]:
        """Measures for the list, the newest first."""
        wanted, today = wanted or MeasureFilter(), self._clock.today()
        found = [line for line in self._lines()[::-1] if matches(line, wanted.wanted, today)]
        return tuple(found[: wanted.limit])

    def running(self, on: date) -> tuple[MeasureLine, ...]:
        """The measures that are in force on a day."""
        started = (MeasureRow.settled_at.is_not(None), MeasureRow.withdrawn_on.is_(None), MeasureRow.first_day <= on)
        not_over = MeasureRow.last_day.is_(None) | (MeasureRow.last_day >= on)
        not_ended = MeasureRow.ended_on.is_(None) | (MeasureRow.ended_on > on)
        return self._lines(*started, not_over, not_ended)

    def ladder_of(self, person_id: int) -> LadderView:
        """The ladder of this person's kind with the history on it."""
        person = self._people.person(person_id)
        bound = Bound(person.kind)
        history = [line for line in self.of_person(person_id) if line.status is not Status.WITHDRAWN]
        rungs = tuple(
            RungLine(rung.code, rung.label, rung.note, tuple(line for line in history if line.rung == rung.code))
            for ladder in self._protocol.ladders
            for rung in ladder.rungs_for(bound)
        )
        return LadderView(person.id, full(person.name), person.detail, person.kind, rungs)

    def propose_rung(self, case_id: int, person_id: int) -> Proposal | None:
        """The rung that fits this person in this case, with the reasons; the user decides."""
        return self._around.proposal(self._cases.case(case_id), self.background(case_id, person_id))

    def background(self, case_id: int, person_id: int, measure_id: int | None = None) -> Background:
        """What the rules need to know around a draft; read it once, then judge drafts without a database."""
        with self._drawer.read() as session:
            visible = visible_cases(self._cases, self._drawer.user)
            earlier = earlier_of(session, person_id, visible, but=measure_id)
            return self._around.background(
                self._cases.case(case_id), self._people.person(person_id), earlier, measure_id
            )

    def new_form(self, case_id: int, person_id: int, rung: str = "") -> MeasureForm:
        """A form for a new measure, with what is known filled in and the fitting rung proposed."""
        case, person = self._cases.case(case_id), self._people.person(person_id)
        background = self.background(case_id, person_id)
        proposal = self._around.proposal(case, background)
        ladder = self.ladder_of(person_id)
        chosen = rung or (proposal.rung if proposal else ladder.rungs[0].code)
        draft = self._around.blank(case, person, chosen, self._drawer.user)
        recipients = self._around.recipients(person)
        return MeasureForm(None, case_id, case.number, None, draft, background, ladder, proposal, recipients)

    def form(self, measure_id: int) -> MeasureForm:
        """The form of a measure as it stands."""
        card = self.measure(measure_id)
        background = self.background(card.case_id, card.person_id, measure_id)
        case, person = self._cases.case(card.case_id), self._people.person(card.person_id)
        return MeasureForm(
            measure_id,
            card.case_id,
            card.case_number,
            card.status,
            card.draft,
            background,
            self.ladder_of(card.person_id),
            self._around.proposal(case, background),
            self._around.recipients(person),
            card,
        )

    def findings(self, measure_id: int) -> tuple[Finding, ...]:
        """What the rules say about a measure as it stands; a form judges by itself with ``rules.findings``."""
        with self._drawer.read() as session:
            row = self._seen(session, measure_id)
            return rules.findings(draft_of(session, row), self.background(row.case_id, row.person_id, row.id))

    def dated(self, on: date) -> tuple[DatedItem, ...]:
        """Everything of measures that has a day and is not done, the earliest first."""
        open_rows = MeasureRow.withdrawn_on.is_(None) & MeasureRow.ended_on.is_(None)
        young = MeasureRow.settled_at.is_(None) | (MeasureRow.decided_on > on - timedelta(days=120))
        with self._drawer.read() as session:
            rows = self._rows(session, open_rows, young | MeasureRow.objection_on.is_not(None))
            items = [item for row in rows for item in dated_items(row, self._reader(), self._protocol, on)]
        return tuple(sorted((*items, *self.devices.dated()), key=lambda item: item.on))

    def _lines(self, *conditions: ColumnElement[bool], limit: int = 10_000) -> tuple[MeasureLine, ...]:
        query = select(*LINE_COLUMNS).where(*conditions).order_by(MeasureRow.id.desc()).limit(limit)
        with self._drawer.read() as session:
            visible = visible_cases(self._cases, self._drawer.user)
            rows = [row for row in session.execute(query) if visible is None or row.case_id in visible]
            return self._reader().lines(rows[::-1])

    def _rows(self, session: Session, *conditions: ColumnElement[bool], limit: int = 10_000) -> list[MeasureRow]:
        """The newest rows that the user may see, in the order in which they were proposed."""
        query = select(MeasureRow).where(*conditions).order_by(MeasureRow.id.desc()).limit(limit)
        rows = session.scalars(query).all()
        visible = visible_cases(self._cases, self._drawer.user)
        return [row for row in reversed(rows) if visible is None or row.case_id in visible]

    def _seen(self, session: Session, measure_id: int) -> MeasureRow:
        row = session.get(MeasureRow, measure_id)
        if row is None:
            raise Refused("measures.unknown")
        self._cases.case(row.case_id)
        return row

    def _reader(self) -> Reader:
        return Reader(self._people, self._protocol, self._clock.today(), self._around.sector())

    def rungs_for(self, background: Background) -> tuple[tuple[str, str], ...]:
        """The rungs that can be chosen for this person: code and name."""
        return tuple((rung.code, rung.label) for rung in background.rungs if fits(rung.code, background))

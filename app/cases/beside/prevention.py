"""Before it goes wrong: employees who asked first, agreements, lessons and meetings."""

from __future__ import annotations

from itertools import islice

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.cases import access, limits
from app.cases.beside.lines import (
    AskedWhen,
    NewPrevention,
    NewQuestion,
    PreventionKind,
    PreventionLine,
    QuestionLine,
)
from app.cases.beside.tables import ManagerQuestion, PreventionEntry
from app.cases.tables import Case
from app.kernel.clock import Clock
from app.kernel.errors import Invalid
from app.kernel.names import full, unaccented
from app.people.service import People
from app.vault.drawers.database import Drawer


class Prevention:
    """The log of questions asked first (protocol B4, B5) and of what was done to prevent (A11, chapter 4)."""

    def __init__(self, casework: Drawer, people: People, clock: Clock) -> None:
        self._drawer = casework
        self._people = people
        self._clock = clock

    def questions(self) -> tuple[QuestionLine, ...]:
        """What employees asked first, newest first; for the leadership alone."""
        access.only_leadership(self._drawer.user)
        query = select(ManagerQuestion).where(self._mine(ManagerQuestion.case_id))
        newest = query.order_by(ManagerQuestion.asked_on.desc(), ManagerQuestion.id.desc())
        with self._drawer.read() as session:
            rows = session.scalars(newest).all()
            numbers = _numbers(session, {row.case_id for row in rows})
            known = self._people.names([row.person_id for row in rows if row.person_id is not None])
            return tuple(
                QuestionLine(
                    id=row.id,
                    kind=AskedWhen(row.kind),
                    asked_on=row.asked_on,
                    who=full(known[row.person_id].name) if row.person_id in known else row.name,
                    question=row.question,
                    advice=row.advice,
                    advised_by=row.advised_by,
                    case_id=row.case_id,
                    case_number=numbers.get(row.case_id or 0, ""),
                )
                for row in rows
            )

    def asked(self, new: NewQuestion) -> int:
        """Record that somebody asked first, and what the advice was; gives its id."""
        access.only_leadership(self._drawer.user)
        question, advice = limits.words("question", new.question), limits.words("advice", new.advice)
        name = limits.line("name", new.name)
        if new.person_id is None and not name:
            raise Invalid("person", "cases.no_person")
        if not question:
            raise Invalid("question", "cases.no_text")
        if new.asked_on > self._clock.today():
            raise Invalid("asked_on", "cases.in_future")
        with self._drawer.write("question.asked") as session:
            self._check_case(session, new.case_id)
            row = ManagerQuestion(
                case_id=new.case_id,
                kind=new.kind,
                asked_on=new.asked_on,
                person_id=new.person_id,
                name="" if new.person_id is not None else name,
                question=question,
                advice=advice,
                advised_by=limits.line("advised_by", new.advised_by) or self._drawer.user.name,
                recorded_at=self._clock.now(),
            )
            session.add(row)
            session.flush()
            return row.id

    def entries(self) -> tuple[PreventionLine, ...]:
        """Agreements, lessons and meetings, newest first."""
        query = select(PreventionEntry).where(self._mine(PreventionEntry.case_id))
        newest = query.order_by(PreventionEntry.held_on.desc(), PreventionEntry.id.desc())
        with self._drawer.read() as session:
            rows = session.scalars(newest).all()
            numbers = _numbers(session, {row.case_id for row in rows})
            return tuple(_line(row, numbers.get(row.case_id or 0, "")) for row in rows)

    def search(self, text: str, limit: int) -> tuple[PreventionLine, ...]:
        """At most ``limit`` of these that hold all of these words, newest first; there are too few for an index."""
        words = unaccented(text).split()
        lines = self.entries() if words else ()
        found = (line for line in lines if all(word in unaccented(_told(line)) for word in words))
        return tuple(islice(found, limit))

    def record(self, new: NewPrevention) -> int:
        """Record an agreement, a lesson or a meeting, also one that is planned; gives its id."""
        title = limits.line("title", new.title)
        if not title:
            raise Invalid("title", "cases.no_title")
        with self._drawer.write("prevention.recorded") as session:
            self._check_case(session, new.case_id)
            row = PreventionEntry(
                case_id=new.case_id,
                kind=new.kind,
                held_on=new.held_on,
                groups=limits.line("groups", new.groups),
                title=title,
                text=limits.words("text", new.text),
                speaker=limits.line("speaker", new.speaker),
                by_name=self._drawer.user.name,
                recorded_at=self._clock.now(),
            )
            session.add(row)
            session.flush()
            return row.id

    def _mine(self, column: InstrumentedAttribute[int | None]) -> ColumnElement[bool]:
        return or_(column.is_(None), column.in_(access.visible_ids(self._drawer.user)))

    def _check_case(self, session: Session, case_id: int | None) -> None:
        if case_id is not None:
            access.seen(session, self._drawer.user, case_id)


def under_case(session: Session, case_id: int, number: str) -> tuple[PreventionLine, ...]:
    """What was done to prevent under this case, newest first."""
    query = select(PreventionEntry).filter_by(case_id=case_id)
    newest = query.order_by(PreventionEntry.held_on.desc(), PreventionEntry.id.desc())
    return tuple(_line(row, number) for row in session.scalars(newest))


def _told(line: PreventionLine) -> str:
    return f"{line.title} {line.groups} {line.speaker} {line.text}"


def _line(row: PreventionEntry, number: str) -> PreventionLine:
    return PreventionLine(
        id=row.id,
        kind=PreventionKind(row.kind),
        held_on=row.held_on,
        title=row.title,
        groups=row.groups,
        text=row.text,
        speaker=row.speaker,
        by=row.by_name,
        case_id=row.case_id,
        case_number=number,
    )


def _numbers(session: Session, case_ids: set[int | None]) -> dict[int, str]:
    if not case_ids - {None}:
        return {}
    found = session.execute(select(Case.id, Case.number).where(Case.id.in_(case_ids)))
    return {row.id: row.number for row in found}

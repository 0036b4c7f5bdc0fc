"""The register of publications: who can be seen where, and what must be taken down since somebody said no or left.

What must go is worked out from the answers of today, so a withdrawal that was typed wrong takes its task away by
itself; what was taken down is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.consents.answers import reading
from app.consents.matrix import overview, tallies
from app.consents.matrix.overview import Words
from app.consents.publications import queries, takedown_rules
from app.consents.publications.lines import (
    NewPublication,
    NewRemoval,
    PublicationCard,
    PublicationLine,
    RemovalHow,
    Takedown,
    VisibleIn,
    VisiblePerson,
)
from app.consents.publications.takedown_rules import AFTER_LEAVING, Cause, Due, by_himself
from app.consents.purposes.catalogue import Catalogue
from app.consents.purposes.lines import PurposeLine
from app.consents.rules import Deciders, Medium, Reason, deciders, judge
from app.consents.rules import counting as sifted
from app.consents.tables import Publication, PublicationPerson
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.names import full
from app.kernel.terms import Sector, TermResult, compute_term
from app.people.deciding import households, unlike_others
from app.people.rules import BlockLine, EmployeeLine, PersonKind, PersonLine
from app.people.service import People
from app.protocol.rules import Protocol

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class _Known:
    """What decides about everybody who is in some publication, read at once."""

    purposes: Mapping[str, PurposeLine]
    words: Mapping[int, Words]
    who: Mapping[int, Deciders]
    blocks: Mapping[int, Sequence[BlockLine]]
    employees: Mapping[int, EmployeeLine]
    names: Mapping[int, PersonLine]


class Publications:
    """Use cases on publications and takedowns."""

    def __init__(
        self, register: Drawer, people: People, catalogue: Catalogue, protocol: Protocol, clock: Clock
    ) -> None:
        self._drawer = register
        self._people = people
        self._catalogue = catalogue
        self._term = protocol.term("consent.withdrawal.takedown")
        self._clock = clock

    def record(self, new: NewPublication) -> int:
        """Keep what was published, with the answer of that day for everybody in it; gives its id.

        Somebody without consent is refused, unless the note says why it was published all the same.
        """
        self._check(new)
        with self._drawer.write("publication.recorded") as session:
            row = Publication(
                published_on=new.on,
                purpose=new.purpose,
                medium=new.medium.value,
                title=new.title.strip(),
                place=new.place.strip(),
                note=new.note.strip(),
                recorded_at=self._clock.now(),
                recorded_by=self._drawer.user.name,
            )
            session.add(row)
            session.flush()
            people = dict.fromkeys(new.people)
            known = self._known(session, people, new.on)
            verdicts = {person: _verdict(known, person, row) for person in people}
            _check_despite(known, verdicts, row.note)
            for person, verdict in verdicts.items():
                session.add(
                    PublicationPerson(
                        publication_id=row.id,
                        person_id=person,
                        allowed=verdict is Reason.ALLOWED,
                        reason=verdict.value,
                    )
                )
            return row.id

    def remove(self, publication_id: int, note: str) -> None:
        """Take out what was typed wrong; the log keeps it."""
        if not note.strip():
            raise Invalid("note", "consents.no_note")
        with self._drawer.write("publication.removed", f"publication:{publication_id}") as session:
            queries.publication(session, publication_id).removed_note = note.strip()

    def list(self, limit: int = 200) -> tuple[PublicationLine, ...]:
        """What was published, newest first."""
        with self._drawer.read() as session:
            return self._lines(session, queries.rows(session)[:limit])

    def of_person(self, person_id: int) -> tuple[VisibleIn, ...]:
        """Where somebody can be seen, newest first, with what must be taken down or was."""
        with self._drawer.read() as session:
            query = select(PublicationPerson).where(PublicationPerson.person_id == person_id)
            own = {one.publication_id: one for one in session.scalars(query)}
            rows = [row for row in queries.rows(session) if row.id in own] if own else []
            known = self._known(session, [person_id], self._clock.today())
            return tuple(_visible_in(row, self._visible(known, row, own[row.id])) for row in rows)

    def card(self, publication_id: int) -> PublicationCard:
        """Everything about one publication."""
        with self._drawer.read() as session:
            row = queries.publication(session, publication_id)
            visible = queries.people(session, [row.id])[row.id]
            known = self._known(session, (one.person_id for one in visible), self._clock.today())
            people = [self._visible(known, row, one) for one in visible]
            return PublicationCard(_line(row, people), row.note, row.recorded_by, row.recorded_at, tuple(people))

    def takedowns(self, *, open_only: bool = True) -> tuple[Takedown, ...]:
        """What must be taken down, most urgent first; with what was, when asked for."""
        today = self._clock.today()
        with self._drawer.read() as session:
            seen = tallies.doubtful(session, unlike_others(session, today))
            seen += [] if open_only else tallies.taken_down(session)
            if not seen:
                return ()
            known = self._known(session, (one.person_id for one, _row in seen), today)
        found = (self._takedown(known, row, one) for one, row in seen)
        wanted = [one for one in found if one and (one.done is None or not open_only)]
        return tuple(sorted(wanted, key=lambda one: (one.done is not None, one.target, one.publication_id)))

    def take_down(self, publication_id: int, person_ids: Sequence[int], new: NewRemoval) -> None:
        """Record that the images of these people in a publication are gone."""
        if new.done_on > self._clock.today():
            raise Invalid("done_on", "consents.in_future")
        if not new.done_by.strip():
            raise Invalid("done_by", "consents.nobody")
        with self._drawer.write("image.taken_down", f"publication:{publication_id}") as session:
            if new.done_on < queries.publication(session, publication_id).published_on:
                raise Invalid("done_on", "consents.before_publication")
            for one in queries.people(session, [publication_id])[publication_id]:
                if one.person_id in person_ids:
                    one.done_on, one.done_by = new.done_on, new.done_by.strip()
                    one.how, one.proof = new.how.value, new.proof.strip()

    def reopen(self, publication_id: int, person_id: int) -> None:
        """The image turns out to be there still."""
        with self._drawer.write("takedown.reopened", f"publication:{publication_id}") as session:
            for one in queries.people(session, [publication_id])[publication_id]:
                if one.person_id == person_id:
                    one.done_on, one.done_by, one.how, one.proof = None, "", "", ""

    def shown(self) -> dict[int, int]:
        """In how many publications each person can still be seen."""
        with self._drawer.read() as session:
            return queries.shown(session)

    def _check(self, new: NewPublication) -> None:
        if not new.title.strip():
            raise Invalid("title", "consents.title_missing")
        if not new.people:
            raise Invalid("people", "consents.nobody_visible")
        if new.on > self._clock.today():
            raise Invalid("on", "consents.in_future")
        self._catalogue.purpose(new.purpose, new.on)

    def _known(self, session: Session, people: Iterable[int], on: date) -> _Known:
        ids = set(people)
        names = self._people.names(ids)
        pupils = [one for one in ids if one in names and names[one].kind is PersonKind.PUPIL]
        staff = {one for one in ids if one in names and names[one].kind is PersonKind.EMPLOYEE}
        families = {one: reading.household(line) for one, line in households(session, on, pupils).items()}
        return _Known(
            purposes={line.code: line for line in self._catalogue.all(on)},
            words=reading.words(session, ids),
            who={one: deciders(own, on) for one, own in families.items()} | dict.fromkeys(staff, by_himself(on)),
            blocks={one: own.blocks for one, own in families.items()},
            employees={line.id: line for line in self._people.all_employees() if line.id in staff} if staff else {},
            names=names,
        )

    def _lines(self, session: Session, rows: Sequence[Publication]) -> tuple[PublicationLine, ...]:
        visible = queries.people(session, (row.id for row in rows))
        ids = (one.person_id for found in visible.values() for one in found)
        known = self._known(session, ids, self._clock.today())
        return tuple(_line(row, [self._visible(known, row, one) for one in visible[row.id]]) for row in rows)

    def _visible(self, known: _Known, row: Publication, one: PublicationPerson) -> VisiblePerson:
        now = _verdict(known, one.person_id, row)
        return VisiblePerson(
            known.names[one.person_id], one.allowed, Reason(one.reason), now is Reason.ALLOWED,
            self._takedown(known, row, one),
        )  # fmt: skip

    def _takedown(self, known: _Known, row: Publication, one: PublicationPerson) -> Takedown | None:
        due = self._due(known, row, one)
        done = None
        if one.done_on is not None:
            done = NewRemoval(one.done_on, one.done_by, RemovalHow(one.how), one.proof)
            due = due or Due(Cause.WITHDRAWN, one.done_on)
        if due is None:
            return None
        term = self._deadline(due)
        return Takedown(
            publication_id=row.id,
            publication=row.title,
            purpose=row.purpose,
            place=row.place,
            person=known.names[one.person_id],
            cause=due.cause,
            since=due.since,
            target=term[0],
            limit=term[1],
            done=done,
        )

    def _due(self, known: _Known, row: Publication, one: PublicationPerson) -> Due | None:
        today = self._clock.today()
        employee = known.employees.get(one.person_id)
        if employee and employee.end_date and employee.end_date < today:
            return Due(Cause.LEFT, max(employee.end_date, row.published_on))
        return takedown_rules.due(
            known.who[one.person_id],
            known.purposes[row.purpose].rule,
            overview.about(known.words[one.person_id], row.purpose),
            Medium(row.medium),
            row.published_on,
            was_allowed=one.allowed,
            blocks=known.blocks.get(one.person_id, ()),
        )

    def _deadline(self, due: Due) -> tuple[date, date]:
        if due.cause is Cause.LEFT:
            return due.since + AFTER_LEAVING, due.since + AFTER_LEAVING
        term: TermResult = compute_term(self._term, due.since, Sector.PRIVATE)
        return term.target or term.last_day, term.last_day


def _check_despite(known: _Known, verdicts: Mapping[int, Reason], note: str) -> None:
    """Whoever publishes without consent says why; it stands with the publication and in the log."""
    without = [full(known.names[person].name) for person, verdict in verdicts.items() if verdict is not Reason.ALLOWED]
    if without and not note:
        raise Invalid("note", "consents.published_without", names=", ".join(without))


def _verdict(known: _Known, person: int, row: Publication) -> Reason:
    rule = known.purposes[row.purpose].rule
    who = known.who.get(person)
    if who is None:
        raise Refused("people.unknown")
    events = sifted(overview.about(known.words[person], row.purpose), who.on)
    return judge(who, rule, events, Medium(row.medium)).reason


def _visible_in(row: Publication, seen: VisiblePerson) -> VisibleIn:
    return VisibleIn(
        id=row.id,
        on=row.published_on,
        purpose=row.purpose,
        medium=Medium(row.medium),
        title=row.title,
        place=row.place,
        allowed_then=seen.allowed_then,
        takedown=seen.takedown,
    )


def _line(row: Publication, people: Sequence[VisiblePerson]) -> PublicationLine:
    waiting = [one.takedown for one in people if one.takedown is not None and one.takedown.done is None]
    return PublicationLine(
        id=row.id,
        on=row.published_on,
        purpose=row.purpose,
        medium=Medium(row.medium),
        title=row.title,
        place=row.place,
        people=len(people),
        without_consent=sum(not one.allowed_then for one in people),
        open_takedowns=len(waiting),
        gone_by=min((one.target for one in waiting), default=None),
    )

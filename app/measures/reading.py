"""Turns the rows of measures into frozen lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.inputs import CaseFilter
from app.cases.service import Cases
from app.kernel.names import full
from app.kernel.terms import Sector, TermDefinition, compute_term
from app.kernel.texts import _
from app.measures.facts import Decider, Draft, Earlier, HeardAs, Hearing, Location, Status
from app.measures.lines import MeasureCard, MeasureLine
from app.measures.rules import Course, status_of
from app.measures.tables import HearingRow, MeasureRow
from app.people.rules import PersonKind, PersonLine
from app.people.service import People
from app.protocol.rules import Protocol
from app.protocol.terms import BY_SECTOR, term
from app.vault.keyring import User

OBJECTION_TERMS = ("removal.objection", "employee.appeal")
DRAFT_FIELDS = tuple(field.name for field in fields(Draft) if field.name != "hearings")
HEARING_FIELDS = tuple(field.name for field in fields(Hearing))
LINE_COLUMNS = (
    MeasureRow.id,
    MeasureRow.case_id,
    MeasureRow.case_number,
    MeasureRow.person_id,
    MeasureRow.subject,
    MeasureRow.rung,
    MeasureRow.proposed_at,
    MeasureRow.first_day,
    MeasureRow.last_day,
    MeasureRow.intent_on,
    MeasureRow.decided_on,
    MeasureRow.decided_by,
    MeasureRow.settled_by,
    MeasureRow.communicated_on,
    MeasureRow.objection_on,
    MeasureRow.objection_decided_on,
    MeasureRow.ended_on,
    MeasureRow.withdrawn_on,
)
_CARD_FIELDS = (
    "warnings_reason",
    "communicated_how",
    "delivery_proof",
    "authority_told_on",
    "objection_decided_on",
    "objection_outcome",
    "ended_on",
    "end_reason",
    "withdrawn_on",
    "withdraw_reason",
    "settled_at",
    "settled_by",
)


def visible_cases(cases: Cases, user: User) -> frozenset[int] | None:
    """The cases that a coordinator was let into; None means all, for the leadership."""
    if user.role.leads:
        return None
    return frozenset(case.id for case in cases.list(CaseFilter(is_open=None, limit=100_000)))


class Reader:
    """Knows the names of persons and rungs for one read."""

    def __init__(self, people: People, protocol: Protocol, today: date, sector: Sector) -> None:
        self._people = people
        self._protocol = protocol
        self._today = today
        self._sector = sector
        self._labels: dict[str, str] = {}
        self._terms: dict[str, TermDefinition | None] = {}

    def lines(self, rows: Sequence[Any]) -> tuple[MeasureLine, ...]:
        """These measures as a list shows them; rows of ``LINE_COLUMNS``, which read far quicker than whole rows."""
        ids = {row.person_id for row in rows}
        lines = self._people.names(ids)
        names = {person_id: person_name(lines, person_id) for person_id in ids}
        return tuple(MeasureLine(**self._values(row, names[row.person_id])) for row in rows)

    def card(self, session: Session, row: MeasureRow) -> MeasureCard:
        """One measure with everything about it."""
        values = self._values(row, self.name(row.person_id))
        more = {name: getattr(row, name) for name in _CARD_FIELDS}
        return MeasureCard(**values, draft=draft_of(session, row), **more)

    def label(self, rung: str) -> str:
        """The protocol's name of a rung; a rung that was taken out shows its code."""
        if rung not in self._labels:
            known = {row.code: row.label for ladder in self._protocol.ladders for row in ladder.rungs}
            self._labels = {rung: rung} | known
        return self._labels[rung]

    def name(self, person_id: int) -> str:
        """The full name of a person."""
        return person_name(self._people.names([person_id]), person_id)

    def objection_decision(self, row: MeasureRow) -> date:
        """Until when the school decides on an objection that it received."""
        start = row.objection_on or self._today
        if self._sector is Sector.PUBLIC:
            start = self.objection_until(row) or start
        return term(self._protocol, BY_SECTOR, start, self._sector).last_day

    def objection_until(self, row: Any) -> date | None:
        """The last day for objection or appeal, once the decision was given."""
        if row.communicated_on is None:
            return None
        if row.rung not in self._terms:
            keys = [key for key in self._protocol.rung(row.rung).terms if key in OBJECTION_TERMS]
            self._terms[row.rung] = self._protocol.term(keys[0]) if keys else None
        definition = self._terms[row.rung]
        return compute_term(definition, row.communicated_on).last_day if definition else None

    def _values(self, row: Any, person: str) -> dict[str, Any]:
        return {
            "id": row.id,
            "case_id": row.case_id,
            "case_number": row.case_number,
            "person_id": row.person_id,
            "person": person,
            "subject": PersonKind(row.subject),
            "rung": row.rung,
            "rung_label": self.label(row.rung),
            "status": self.status(row),
            "first_day": row.first_day,
            "last_day": row.last_day,
            "decided_on": row.decided_on if row.settled_by else None,
            "decided_by": row.decided_by,
            "communicated_on": row.communicated_on,
            "objection_until": self.objection_until(row),
            "proposed_at": row.proposed_at,
            "objection_on": row.objection_on,
            "in_objection": row.objection_on is not None and row.objection_decided_on is None,
        }

    def status(self, row: Any) -> Status:
        """How far a measure is today."""
        return status_of(course_of(row), self._today)


def person_name(names: Mapping[int, PersonLine], person_id: int) -> str:
    """The full name; who is no longer in the register has none."""
    found = names.get(person_id)
    return full(found.name) if found else _("niet meer in het register")


def course_of(row: Any) -> Course:
    """The dates of a row that tell its status; a date of decision counts once the decision was settled."""
    return Course(
        first_day=row.first_day,
        last_day=row.last_day,
        intent_on=row.intent_on,
        decided_on=row.decided_on if row.settled_by else None,
        communicated_on=row.communicated_on,
        ended_on=row.ended_on,
        withdrawn_on=row.withdrawn_on,
    )


def draft_of(session: Session, row: MeasureRow) -> Draft:
    """A row as it stands in the form."""
    values = {name: getattr(row, name) for name in DRAFT_FIELDS}
    values["location"] = Location(row.location)
    values["decider"] = Decider(row.decider) if row.decider else None
    hearings = session.scalars(select(HearingRow).filter_by(measure_id=row.id).order_by(HearingRow.id))
    return Draft(**values, hearings=tuple(_hearing_of(hearing) for hearing in hearings))


def _hearing_of(row: HearingRow) -> Hearing:
    values = {name: getattr(row, name) for name in HEARING_FIELDS}
    return Hearing(**values | {"role": HeardAs(row.role)})


def earlier_of(
    session: Session, person_id: int, visible: frozenset[int] | None, but: int | None = None
) -> tuple[Earlier, ...]:
    """The decided measures of a person in the cases that the user may see, oldest first."""
    query = select(MeasureRow).where(MeasureRow.person_id == person_id, MeasureRow.settled_at.is_not(None))
    rows = session.scalars(query.order_by(MeasureRow.decided_on, MeasureRow.id))
    return tuple(
        Earlier(
            row.id,
            row.rung,
            row.case_id,
            row.decided_on,
            row.first_day,
            min(filter(None, (row.last_day, row.ended_on)), default=None),
            row.withdrawn_on is not None,
        )
        for row in rows
        if row.id != but and (visible is None or row.case_id in visible)
    )

"""Turns the rows of measures into frozen lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.cases.service import Cases
from app.kernel.names import full
from app.kernel.terms import Sector
from app.kernel.texts import _
from app.measures.facts import OVER, Decider, Draft, Earlier, HeardAs, Hearing, Location, Status
from app.measures.lines import Basis, MeasureCard, MeasureLine, ProceedingLine, StepLine
from app.measures.proceeding_lines import lines_of, objection_in
from app.measures.remedies import Given, contested_until
from app.measures.rules import Course, status_of
from app.measures.tables import BasisRow, HearingRow, MeasureRow, ProceedingRow, StepRow
from app.people.rules import PersonKind, PersonLine
from app.people.service import People
from app.protocol.remedy_rules import RemedyKind
from app.protocol.rules import Protocol

NOT_ON_ROW = frozenset({"hearings", "further_cases"})
DRAFT_FIELDS = tuple(field.name for field in fields(Draft) if field.name not in NOT_ON_ROW)
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
    MeasureRow.received_on,
    MeasureRow.delivery_proof,
    MeasureRow.ended_on,
    MeasureRow.lapses_on,
    MeasureRow.lapsed_on,
    MeasureRow.quashed_on,
    MeasureRow.withdrawn_on,
    MeasureRow.probation_until,
)
_PROCEEDINGS = select(ProceedingRow).order_by(ProceedingRow.received_on, ProceedingRow.id)
_THEIR_PROCEEDINGS = _PROCEEDINGS.where(ProceedingRow.measure_id.in_(bindparam("measures", expanding=True)))
_CARD_FIELDS = (
    "warnings_reason",
    "communicated_how",
    "delivery_proof",
    "received_on",
    "authority_told_on",
    "carried_out",
    "carried_out_note",
    "return_talk_at",
    "return_talk_held_on",
    "return_talk_note",
    "lapsed_on",
    "quashed_on",
    "end_reason",
    "withdrawn_on",
    "withdraw_reason",
    "settled_at",
    "settled_by",
)
Proceedings = Mapping[int, Sequence[ProceedingRow]]


def visible_cases(session: Session, cases: Cases) -> frozenset[int]:
    """The cases that the user may see: not those where a leader stepped aside or a coordinator was not let in."""
    return frozenset(session.scalars(cases.visible_ids()))


class Reader:
    """Knows the names of persons and rungs for one read."""

    def __init__(self, people: People, protocol: Protocol, today: date, sector: Sector) -> None:
        self._people = people
        self._protocol = protocol
        self._today = today
        self._sector = sector
        self._labels: dict[str, str] = {}
        self._until: dict[Given, date | None] = {}

    def lines(self, session: Session, rows: Sequence[Any]) -> tuple[MeasureLine, ...]:
        """These measures as a list shows them; rows of ``LINE_COLUMNS``, which read far quicker than whole rows."""
        names = self._people.names({row.person_id for row in rows})
        contested = proceedings_of(session, None if len(rows) > 50 else [row.id for row in rows])
        return tuple(MeasureLine(**self._values(row, names, contested)) for row in rows)

    def card(self, session: Session, row: MeasureRow, visible: frozenset[int]) -> MeasureCard:
        """One measure with everything about it that the user may see."""
        contested = proceedings_of(session, [row.id])
        values = self._values(row, self._people.names([row.person_id]), contested)
        more = {name: getattr(row, name) for name in _CARD_FIELDS}
        objection = objection_in(contested.get(row.id, ()))
        return MeasureCard(
            **values,
            **more,
            draft=draft_of(session, row),
            cases=bases_of(session, row, visible),
            steps=steps_of(session, row.id),
            proceedings=self.proceedings(row, contested.get(row.id, ())),
            warnings=tuple(row.warnings),
            objection_decided_on=objection.decided_on if objection else None,
            objection_outcome=objection.note if objection else "",
        )

    def proceedings(self, row: Any, found: Sequence[ProceedingRow]) -> tuple[ProceedingLine, ...]:
        """What was brought against this decision, each with the day on which it must be decided."""
        return lines_of(self._protocol, given_of(row), self._sector, found)

    def label(self, rung: str) -> str:
        """The protocol's name of a rung; a rung that was taken out shows its code."""
        if rung not in self._labels:
            known = {row.code: row.label for row in self._protocol.rungs()}
            self._labels = {rung: rung} | known
        return self._labels[rung]

    def name(self, person_id: int) -> str:
        """The full name of a person."""
        return person_name(self._people.names([person_id]), person_id)

    def objection_until(self, row: Any) -> date | None:
        """The last day for objection or appeal, once the decision was given."""
        given = given_of(row)
        if given not in self._until:
            self._until[given] = contested_until(self._protocol, given, self._sector)
        return self._until[given]

    def status(self, row: Any, found: Sequence[ProceedingRow] = ()) -> Status:
        """How far a measure is today, with what was brought against it."""
        return status_of(course_of(row, is_contested=is_contested(found)), self._today)

    def _values(self, row: Any, names: Mapping[int, PersonLine], contested: Proceedings) -> dict[str, Any]:
        person = names.get(row.person_id)
        found = contested.get(row.id, ())
        objection = objection_in(found)
        return {
            "id": row.id,
            "case_id": row.case_id,
            "case_number": row.case_number,
            "person_id": row.person_id,
            "person": person_name(names, row.person_id),
            "detail": person.detail if person else "",
            "subject": PersonKind(row.subject),
            "rung": row.rung,
            "rung_label": self.label(row.rung),
            "status": self.status(row, found),
            "first_day": row.first_day,
            "last_day": row.last_day,
            "decided_on": row.decided_on if row.settled_by else None,
            "decided_by": row.decided_by,
            "communicated_on": row.communicated_on,
            "has_proof": bool(row.delivery_proof) or row.received_on is not None,
            "objection_until": self.objection_until(row) if row.communicated_on else None,
            "proposed_at": row.proposed_at,
            "objection_on": objection.received_on if objection else None,
            "in_objection": is_contested(found),
            "ended_on": row.ended_on,
            "lapses_on": row.lapses_on,
            "probation_until": row.probation_until,
        }


def proceedings_of(session: Session, ids: Sequence[int] | None) -> dict[int, list[ProceedingRow]]:
    """What was brought against these measures (all, for None), the oldest first."""
    query, which = (_PROCEEDINGS, None) if ids is None else (_THEIR_PROCEEDINGS, {"measures": list(ids)})
    found: dict[int, list[ProceedingRow]] = defaultdict(list)
    for row in session.scalars(query, which):
        found[row.measure_id].append(row)
    return found


def person_name(names: Mapping[int, PersonLine], person_id: int) -> str:
    """The full name; who is no longer in the register has none."""
    found = names.get(person_id)
    return full(found.name) if found else _("niet meer in het register")


def given_of(row: Any) -> Given:
    """The days of a row from which the terms of remedies run."""
    ended = row.first_day if "DISMISSAL" in row.rung else row.ended_on
    return Given(row.rung, row.decided_on, row.communicated_on, row.received_on, ended)


def is_contested(found: Sequence[ProceedingRow]) -> bool:
    """Whether something that was brought against a decision is not decided yet; a mere reply contests nothing."""
    return any(one.decided_on is None and one.kind != RemedyKind.REPLY for one in found)


def course_of(row: Any, *, is_contested: bool = False) -> Course:
    """The dates of a row that tell its status; a date of decision counts once the decision was settled."""
    return Course(
        first_day=row.first_day,
        last_day=row.last_day,
        intent_on=row.intent_on,
        decided_on=row.decided_on if row.settled_by else None,
        communicated_on=row.communicated_on,
        ended_on=row.ended_on,
        lapses_on=row.lapses_on,
        lapsed_on=row.lapsed_on,
        quashed_on=row.quashed_on,
        withdrawn_on=row.withdrawn_on,
        probation_until=row.probation_until,
        is_contested=is_contested,
    )


def draft_of(session: Session, row: MeasureRow) -> Draft:
    """A row as it stands in the form."""
    values = {name: getattr(row, name) for name in DRAFT_FIELDS}
    values["location"] = Location(row.location)
    values["decider"] = Decider(row.decider) if row.decider else None
    hearings = session.scalars(select(HearingRow).filter_by(measure_id=row.id).order_by(HearingRow.id))
    further = session.scalars(select(BasisRow.case_id).filter_by(measure_id=row.id).order_by(BasisRow.id))
    return Draft(**values, hearings=tuple(hearing_of(hearing) for hearing in hearings), further_cases=tuple(further))


def hearing_of(row: HearingRow) -> Hearing:
    """A row as the rules look at it."""
    values = {name: getattr(row, name) for name in HEARING_FIELDS}
    return Hearing(**values | {"role": HeardAs(row.role)})


def bases_of(session: Session, row: MeasureRow, visible: frozenset[int]) -> tuple[Basis, ...]:
    """The cases on which a measure rests, as far as the user may know of them."""
    further = session.scalars(select(BasisRow).filter_by(measure_id=row.id).order_by(BasisRow.id))
    found = [Basis(row.case_id, row.case_number), *(Basis(one.case_id, one.case_number) for one in further)]
    return tuple(basis for basis in found if basis.case_id in visible)


def steps_of(session: Session, measure_id: int) -> tuple[StepLine, ...]:
    """What happened with a measure, in the order of the days."""
    rows = session.scalars(select(StepRow).filter_by(measure_id=measure_id).order_by(StepRow.on, StepRow.id))
    return tuple(StepLine(row.step, row.on, row.at, row.by, row.note) for row in rows)


def earlier_of(
    session: Session, person_ids: Collection[int], visible: frozenset[int], today: date, but: int | None = None
) -> tuple[Earlier, ...]:
    """The decided measures of a person in the cases that the user may see, oldest first."""
    query = select(MeasureRow).where(MeasureRow.person_id.in_(person_ids), MeasureRow.settled_at.is_not(None))
    rows = session.scalars(query.order_by(MeasureRow.decided_on, MeasureRow.id))
    return tuple(_earlier(session, row, today) for row in rows if row.id != but and row.case_id in visible)


def _earlier(session: Session, row: MeasureRow, today: date) -> Earlier:
    further = session.scalars(select(BasisRow.case_id).filter_by(measure_id=row.id))
    return Earlier(
        measure_id=row.id,
        rung=row.rung,
        case_id=row.case_id,
        decided_on=row.decided_on,
        first_day=row.first_day,
        last_day=min(filter(None, (row.last_day, row.ended_on)), default=None),
        is_over=status_of(course_of(row), today) in OVER,
        further_cases=tuple(further),
        probation_until=row.probation_until,
    )

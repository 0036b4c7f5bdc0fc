"""What goes into and comes out of the measures: frozen inputs and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.measures.facts import Background, Draft, Status
from app.measures.ladder import Proposal
from app.people.rules import PersonKind


@dataclass(frozen=True)
class NewMeasure:
    """A proposal for one person on the ground of one case."""

    case_id: int
    person_id: int
    draft: Draft


@dataclass(frozen=True)
class NewNotice:
    """The decision was given to the person: when, how, and what proves it."""

    on: date
    how: str
    proof: str = ""


@dataclass(frozen=True)
class NewDevice:
    """A device that is taken into custody; ``return_on`` None means the same school day."""

    person_id: int
    what: str
    taken_by: str
    damage: str = ""
    case_id: int | None = None
    switched_off: bool = True
    taken_at: datetime | None = None
    kept_where: str = ""
    parents_told_at: datetime | None = None
    return_on: date | None = None


@dataclass(frozen=True)
class NewContent:
    """A message or image that its owner is asked to take away."""

    case_id: int
    person_id: int
    place: str
    platform: str = ""
    asked_on: date | None = None


class Wanted(StrEnum):
    """Which measures the overview shows."""

    ALL = "all"
    PROPOSALS = "proposals"
    RUNNING = "running"
    ENDING = "ending"
    OBJECTION = "objection"
    UNDELIVERED = "undelivered"


@dataclass(frozen=True)
class MeasureFilter:
    """Which measures to list, newest first."""

    wanted: Wanted = Wanted.ALL
    limit: int = 500


@dataclass(frozen=True)
class MeasureLine:
    """One measure in a list; ``rung_label`` is the protocol's name of the rung."""

    id: int
    case_id: int
    case_number: str
    person_id: int
    person: str
    subject: PersonKind
    rung: str
    rung_label: str
    status: Status
    first_day: date | None
    last_day: date | None
    decided_on: date | None
    decided_by: str
    communicated_on: date | None
    objection_until: date | None
    objection_on: date | None
    in_objection: bool
    proposed_at: datetime


def matches(line: MeasureLine, wanted: Wanted, today: date) -> bool:
    """Whether a measure belongs under this filter today."""
    in_force = line.status in {Status.DECIDED, Status.RUNNING}
    sunday = today + timedelta(days=6 - today.weekday())
    match wanted:
        case Wanted.PROPOSALS:
            return line.status in {Status.PROPOSED, Status.ANNOUNCED}
        case Wanted.RUNNING:
            return line.status is Status.RUNNING
        case Wanted.ENDING:
            return in_force and line.last_day is not None and today <= line.last_day <= sunday
        case Wanted.OBJECTION:
            return line.in_objection
        case Wanted.UNDELIVERED:
            return in_force and line.communicated_on is None
        case _:
            return True


@dataclass(frozen=True)
class MeasureCard(MeasureLine):
    """One measure with everything that was written down about it."""

    draft: Draft
    warnings_reason: str
    communicated_how: str
    delivery_proof: str
    authority_told_on: date | None
    objection_decided_on: date | None
    objection_outcome: str
    ended_on: date | None
    end_reason: str
    withdrawn_on: date | None
    withdraw_reason: str
    settled_at: datetime | None
    settled_by: str


@dataclass(frozen=True)
class RungLine:
    """One rung with this person's history on it."""

    code: str
    label: str
    note: str
    measures: tuple[MeasureLine, ...]


@dataclass(frozen=True)
class LadderView:
    """The ladder of one person, lightest rung first."""

    person_id: int
    person: str
    detail: str
    subject: PersonKind
    rungs: tuple[RungLine, ...]


@dataclass(frozen=True)
class Recipient:
    """Somebody to whom the decision goes."""

    name: str
    place: str


@dataclass(frozen=True)
class MeasureForm:
    """Everything that the form needs to judge a draft by itself."""

    measure_id: int | None
    case_id: int
    case_number: str
    status: Status | None
    draft: Draft
    background: Background
    ladder: LadderView
    proposal: Proposal | None
    recipients: tuple[Recipient, ...]
    card: MeasureCard | None = None


@dataclass(frozen=True)
class DeviceLine:
    """A device in custody, or given back."""

    id: int
    case_id: int | None
    person_id: int
    person: str
    detail: str
    what: str
    damage: str
    taken_at: datetime
    taken_by: str
    kept_where: str
    parents_told_at: datetime | None
    return_on: date
    returned_at: datetime | None
    returned_to: str

    def is_late(self, on: date) -> bool:
        """Whether it should have been given back before this day."""
        return self.returned_at is None and self.return_on < on


@dataclass(frozen=True)
class ContentLine:
    """A message or image that is asked to go, or gone."""

    id: int
    case_id: int
    person_id: int
    person: str
    place: str
    platform: str
    asked_on: date
    asked_by: str
    gone_on: date | None
    in_presence_of: str
    proof: str


@dataclass(frozen=True)
class DatedItem:
    """Something with a day; ``code`` and ``values`` make its sentence, ``target`` is what the page opens."""

    code: str
    on: date
    person_id: int
    case_id: int | None
    target: tuple[str, int]
    values: Mapping[str, object]

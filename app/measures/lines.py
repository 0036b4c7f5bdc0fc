"""What goes into and comes out of the measures: frozen inputs and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.kernel.calendar import working_days
from app.measures.facts import Draft, Status
from app.people.rules import PersonKind
from app.protocol.remedy_rules import RemedyKind


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
    received_on: date | None = None


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
    parents_told_on: date | None = None


class Carried(StrEnum):
    """Whether a measure was carried out as decided."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Outcome(StrEnum):
    """What came of an objection, an appeal or a dispute."""

    UPHELD = "upheld"  # the decision is quashed
    PARTLY = "partly"
    REJECTED = "rejected"
    INADMISSIBLE = "inadmissible"
    SETTLED = "settled"
    OTHER = "other"


@dataclass(frozen=True)
class NewProceeding:
    """An objection, appeal or dispute that came in."""

    kind: RemedyKind
    received_on: date
    hearing_on: date | None = None
    note: str = ""


class Wanted(StrEnum):
    """Which measures the overview shows."""

    ALL = "all"
    PROPOSALS = "proposals"
    DECIDED = "decided"  # taken in this school year
    RUNNING = "running"
    ENDING = "ending"
    OBJECTION = "objection"
    UNDELIVERED = "undelivered"
    UNPROVEN = "unproven"
    EXPIRED = "expired"


@dataclass(frozen=True)
class MeasureFilter:
    """Which measures to list, newest first."""

    wanted: Wanted = Wanted.ALL
    limit: int = 500


@dataclass(frozen=True)
class MeasureLine:
    """One measure in a list; ``rung_label`` is the protocol's name of the rung, ``detail`` the person's group."""

    id: int
    case_id: int
    case_number: str
    person_id: int
    person: str
    detail: str
    subject: PersonKind
    rung: str
    rung_label: str
    status: Status
    first_day: date | None
    last_day: date | None
    decided_on: date | None
    decided_by: str
    communicated_on: date | None
    has_proof: bool
    objection_until: date | None
    objection_on: date | None
    in_objection: bool
    proposed_at: datetime
    ended_on: date | None
    lapses_on: date | None
    probation_until: date | None

    @property
    def standing(self) -> str:
        """The word for its status: a warning or a talk has no days, so it was given and does not end."""
        has_days = (self.first_day or self.last_day or self.ended_on or self.probation_until) is not None
        return self.status.value if has_days or self.status is not Status.ENDED else "given"

    @property
    def planned_days(self) -> int | None:
        """How many calendar days were decided."""
        if self.first_day is None or self.last_day is None:
            return None
        return (self.last_day - self.first_day).days + 1

    @property
    def actual_days(self) -> int | None:
        """How many calendar days it lasted, once it was ended on another day than planned."""
        if self.first_day is None or self.ended_on is None:
            return None
        return (self.ended_on - self.first_day).days + 1

    def school_day(self, on: date) -> tuple[int, int] | None:
        """Which school day of the measure this is, and of how many; None outside its days."""
        if self.first_day is None or self.last_day is None or not self.first_day <= on <= self.last_day:
            return None
        days = working_days(self.first_day, self.last_day)
        return (max(working_days(self.first_day, on), 1), days) if days else None


@dataclass(frozen=True)
class Basis:
    """A case on which a measure rests."""

    case_id: int
    case_number: str


@dataclass(frozen=True)
class StepLine:
    """One step of a measure: on which day, written down when and by whom."""

    step: str
    on: date
    at: datetime
    by: str
    note: str


@dataclass(frozen=True)
class ProceedingLine:
    """An objection, an appeal or a dispute; ``decide_until`` is set while the school, or the committee, must decide."""

    id: int
    kind: RemedyKind
    received_on: date
    hearing_on: date | None
    decided_on: date | None
    outcome: str
    note: str
    decide_until: date | None
    late_after: date | None = None  # the last day of the term, when it came in after that

    @property
    def is_open(self) -> bool:
        """Whether it is not decided yet."""
        return self.decided_on is None


@dataclass(frozen=True)
class MeasureCard(MeasureLine):
    """One measure with everything that was written down about it."""

    draft: Draft
    cases: tuple[Basis, ...]
    steps: tuple[StepLine, ...]
    proceedings: tuple[ProceedingLine, ...]
    warnings: tuple[str, ...]
    warnings_reason: str
    communicated_how: str
    delivery_proof: str
    received_on: date | None
    authority_told_on: date | None
    objection_decided_on: date | None
    objection_outcome: str
    carried_out: str
    carried_out_note: str
    return_talk_at: datetime | None
    return_talk_held_on: date | None
    return_talk_note: str
    lapsed_on: date | None
    quashed_on: date | None
    end_reason: str
    withdrawn_on: date | None
    withdraw_reason: str
    settled_at: datetime | None
    settled_by: str


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
    returned_by: str
    is_signed: bool
    recorded_by: str

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
    parents_told_on: date | None
    gone_on: date | None
    in_presence_of: str
    proof: str
    is_pupil: bool = True


@dataclass(frozen=True)
class DatedItem:
    """Something with a day; ``code`` and ``values`` make its sentence, ``target`` is what the page opens."""

    code: str
    on: date
    person_id: int
    case_id: int | None
    target: tuple[str, int]
    values: Mapping[str, object]
    case_number: str = ""

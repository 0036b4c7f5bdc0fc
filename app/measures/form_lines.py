"""What one measure's screen needs: its ladder with the history, the talks that may be hearings, the form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.measures.facts import Background, Draft, Hearing, Status
from app.measures.ladder import Proposal
from app.measures.lines import Basis, MeasureCard, MeasureLine
from app.people.rules import PersonKind


@dataclass(frozen=True)
class RungEvent:
    """A device that was taken in, or a message that was taken away, on the rung where it belongs."""

    on: date
    text: str
    is_done: bool


@dataclass(frozen=True)
class RungLine:
    """One rung with this person's history on it, and the newest other thing on it: a device, a message."""

    code: str
    label: str
    note: str
    measures: tuple[MeasureLine, ...]
    events: tuple[RungEvent, ...] = ()
    is_closed: bool = False


@dataclass(frozen=True)
class LadderView:
    """The ladder of one person, lightest rung first."""

    person_id: int
    person: str
    detail: str
    subject: PersonKind
    rungs: tuple[RungLine, ...]


@dataclass(frozen=True)
class Talk:
    """A talk in the timeline of the case, which may count as a hearing; ``person_ids`` are those who were heard."""

    entry_id: int
    case_id: int
    at: datetime
    title: str
    text: str
    person_ids: tuple[int, ...]


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
    talks: tuple[Talk, ...] = ()
    candidates: tuple[Hearing, ...] = ()
    other_cases: tuple[Basis, ...] = ()
    card: MeasureCard | None = None

"""What goes into and comes out of what stands beside a case: frozen inputs and lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class AskedWhen(StrEnum):
    """Why an employee asked the leadership first (protocol B4, B5)."""

    BEFORE_PUBLISHING = "before_publishing"
    GOING_WRONG = "going_wrong"
    DOUBT = "doubt"


class PreventionKind(StrEnum):
    """What a school does before it goes wrong (protocol A11, chapter 4)."""

    AGREEMENT = "agreement"
    LESSON = "lesson"
    MEETING = "meeting"


@dataclass(frozen=True)
class NewQuestion:
    """An employee asked first: who, what, the advice, and who gave it."""

    kind: AskedWhen
    asked_on: date
    question: str
    advice: str
    advised_by: str
    person_id: int | None = None
    name: str = ""
    case_id: int | None = None


@dataclass(frozen=True)
class QuestionLine:
    """One question that was asked first."""

    id: int
    kind: AskedWhen
    asked_on: date
    who: str
    question: str
    advice: str
    advised_by: str
    case_id: int | None
    case_number: str


@dataclass(frozen=True)
class NewPrevention:
    """An agreement with a class, a lesson or a meeting; ``speaker`` for who came from outside."""

    kind: PreventionKind
    held_on: date
    title: str
    groups: str = ""
    text: str = ""
    speaker: str = ""
    case_id: int | None = None


@dataclass(frozen=True)
class PreventionLine:
    """Something that was done before it goes wrong, or after it did."""

    id: int
    kind: PreventionKind
    held_on: date
    title: str
    groups: str
    text: str
    speaker: str
    by: str
    case_id: int | None
    case_number: str


@dataclass(frozen=True)
class PaperLine:
    """A paper of a complaint."""

    id: int
    name: str
    at: datetime
    by: str


@dataclass(frozen=True)
class ComplaintLine:
    """A complaint and how far it is; ``answer_due`` four weeks after the opinion (WPO 14(7))."""

    id: int
    case_id: int
    subject: str
    received_on: date
    to_committee_on: date | None
    opinion_on: date | None
    opinion: str
    answer_due: date | None
    answered_on: date | None
    answer: str
    handled_on: date | None
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True)
class DueAnswer:
    """A complaint of which the board must answer the opinion, and the last day for it."""

    id: int
    case_id: int
    case_number: str
    due: date


@dataclass(frozen=True)
class LinkLine:
    """Another case that has to do with this one."""

    id: int
    case_id: int
    number: str
    title: str
    reason: str


@dataclass(frozen=True)
class AsideLine:
    """A user who is locked out of a case because they are involved in it or related."""

    user_id: str
    name: str
    reason: str
    replaced_by: str
    at: datetime
    by: str


@dataclass(frozen=True)
class SignOffLine:
    """Who agreed to the closing of a case about an employee; ``on_paper`` when a scan proves it."""

    name: str
    signed_on: date
    on_paper: bool
    note: str


@dataclass(frozen=True)
class FilterLine:
    """A filter of the list under a name."""

    id: int
    name: str
    is_open: bool | None
    severity: str
    text: str
    to_judge: bool = False
    archived: bool = False
    category: str = ""


class ReferralState(StrEnum):
    """What became of the question to another body."""

    ASKED = "asked"
    ACCEPTED = "accepted"
    BUSY = "busy"
    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


OVER = frozenset({ReferralState.DONE, ReferralState.REFUSED, ReferralState.WITHDRAWN})


@dataclass(frozen=True)
class NewReferral:
    """Another body is asked to take something on; ``ask_on`` is the day to ask how it stands."""

    body: str
    reason: str
    referred_on: date
    contact: str = ""
    ask_on: date | None = None


@dataclass(frozen=True)
class ReferralLine:
    """A referral and what came of it; ``answered_on`` is the day of the last answer."""

    id: int
    body: str
    contact: str
    reason: str
    referred_on: date
    ask_on: date | None
    state: ReferralState
    result: str
    answered_on: date | None
    by: str

    @property
    def is_over(self) -> bool:
        """Whether nothing more is expected of it."""
        return self.state in OVER


class OwnKind(StrEnum):
    """What can be filled in in a field of the school's own."""

    TEXT = "text"
    DAY = "day"
    YES_NO = "yes_no"
    CHOICE = "choice"


@dataclass(frozen=True)
class OwnFieldLine:
    """A field of the school's own; ``choices`` only for one that is chosen."""

    id: int
    title: str
    kind: OwnKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Handled:
    """What was done with several cases at once: in how many, and how many it did not fit."""

    done: int
    left: int

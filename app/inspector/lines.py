"""What goes into and comes out of the inspector's room: frozen inputs and lines."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.cases.lines import FlagLine
from app.inspector.chain import ChainStep, Step
from app.inspector.rules import AdviceFollowed, CallKind, Domain, Reason, Suspicion, Urgency
from app.kernel.findings import Finding
from app.protocol.hours import CallDue, Opening


@dataclass(frozen=True)
class AgreedStep:
    """Something agreed in the call: what, who does it, when, and the day on which it was done."""

    what: str
    who: str = ""
    on: date | None = None
    done_on: date | None = None


@dataclass(frozen=True)
class CallNotes:
    """Everything that is typed or chosen on the call sheet; ``suspicion`` is what the inspector thinks of it."""

    reason: Reason = Reason.VOLUNTARY
    kind: CallKind = CallKind.CONSULT
    domain: Domain | None = None
    for_board: bool = False
    inspector_name: str = ""
    reference: str = ""
    facts: str = ""
    notes: str = ""
    advice: str = ""
    advice_followed: AdviceFollowed | None = None
    why_not: str = ""
    suspicion: Suspicion | None = None
    agreed: tuple[AgreedStep, ...] = ()
    parents_told_on: date | None = None
    person_told_on: date | None = None
    follow_up_on: date | None = None
    follow_up_of: int | None = None


@dataclass(frozen=True)
class NewStep:
    """A duty of article 4a that was done, by whom (empty: the user); ``suspicion`` belongs to the conclusion only.

    A conclusion names who drew it for the bevoegd gezag, and its reason.
    """

    step: Step
    at: datetime
    note: str = ""
    suspicion: Suspicion | None = None
    by: str = ""


@dataclass(frozen=True)
class CallLine:
    """One call in the log; ``case_number`` is empty for a call without a case."""

    id: int
    case_id: int | None
    case_number: str
    started_at: datetime
    ended_at: datetime | None
    reached: bool
    caller: str
    number: str
    notes: CallNotes
    follow_up_done: bool = False
    caller_role: str = ""
    read_by: str = ""
    read_at: datetime | None = None

    @property
    def is_running(self) -> bool:
        """Whether the call has not been finished."""
        return self.ended_at is None

    @property
    def length(self) -> timedelta:
        """How long it took; nothing while it runs."""
        return (self.ended_at - self.started_at) if self.ended_at else timedelta()


@dataclass(frozen=True)
class Fact:
    """One line to have at hand, told with roles instead of names; ``label`` is a code."""

    label: str
    text: str


@dataclass(frozen=True)
class Due:
    """A call that must be made, and how it stands now."""

    reason: Reason
    when: CallDue
    urgency: Urgency


@dataclass(frozen=True)
class CallSheet:
    """The sheet of one case, or of no case: what to have at hand, what was typed, and the chain."""

    case_id: int | None
    case_number: str
    number: str
    call: CallLine | None
    notes: CallNotes
    facts: tuple[Fact, ...]
    opening: Opening
    due: Due | None
    chain: tuple[ChainStep, ...]
    is_statutory: bool
    warning: Finding | None
    raised: tuple[FlagLine, ...] = ()
    earlier: tuple[CallLine, ...] = ()


@dataclass(frozen=True)
class ChainAccount:
    """Who knew and did what when in one case: when it was known, qualified, each step, each call and attempt."""

    case_number: str
    known_at: datetime
    raised: tuple[FlagLine, ...]
    chain: tuple[ChainStep, ...]
    calls: tuple[CallLine, ...]


@dataclass(frozen=True)
class InspectorDate:
    """Something of this room that asks attention; ``code`` says what, ``red_from`` when it is overdue."""

    code: str
    at: datetime
    red_from: datetime
    case_id: int | None
    case_number: str
    call_id: int | None = None
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def target(self) -> tuple[str, int | None]:
        """Where the page of the inspector goes: a finished call in its log, else the sheet of the case."""
        return ("said", self.call_id) if self.call_id and self.code in _SAID else ("call", self.case_id)


_SAID = frozenset({"inspector.date.agreed", "inspector.date.follow_up"})

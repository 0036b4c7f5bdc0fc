"""What comes out of the cases: frozen lines and cards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.cases.rules import (
    FIND_OUT,
    CaseSeverity,
    Confidentiality,
    EntryKind,
    Flag,
    InvolvementRole,
    Outcome,
    Place,
    ReportedHow,
    ReportedTo,
    Scope,
    Status,
    short_number,
)


@dataclass(frozen=True)
class CaseLine:
    """One case in a list."""

    id: int
    number: str
    title: str
    status: Status
    severity: CaseSeverity
    owner: str
    opened_at: datetime
    changed_at: datetime
    involved: str
    is_employee_case: bool
    evaluate_on: date | None
    waits_for: str = field(default="", kw_only=True)
    found: str = field(default="", kw_only=True)
    is_new: bool = field(default=False, kw_only=True)

    @property
    def short_number(self) -> str:
        """The number without the school year."""
        return short_number(self.number)

    @property
    def is_open(self) -> bool:
        """True until the case is closed."""
        return self.status is not Status.CLOSED


@dataclass(frozen=True)
class CaseMoment:
    """When the school knew of a case, and whether it is open: all that a clock that hangs on it needs."""

    id: int
    number: str
    knowledge_at: datetime
    is_open: bool


@dataclass(frozen=True)
class InvolvementLine:
    """One person in one role; ``person_id`` is None for an outsider."""

    id: int
    person_id: int | None
    name: str
    first_name: str
    surname: str
    detail: str
    role: InvolvementRole
    category: str
    part: str
    is_pupil: bool
    group: str
    task_holder: bool
    heard_at: datetime | None
    outcome: Outcome | None
    outcome_why: str


@dataclass(frozen=True)
class ParentsLine:
    """Whether the parents of one pupil know; ``informed`` None means not yet."""

    pupil_id: int
    pupil: str
    surname: str
    informed: bool | None
    at: datetime | None
    how: str
    by: str
    reason: str


@dataclass(frozen=True)
class TaskLine:
    """One task of a case."""

    id: int
    case_id: int
    case_number: str
    case_title: str
    title: str
    due_on: date | None
    owner: str
    template: str
    done_on: date | None


@dataclass(frozen=True)
class AccessLine:
    """A coordinator who may see a case: since when, until when, who let them in, and whether its files too.

    ``ended`` says that the last day is over: then it is no longer theirs to see.
    """

    id: str
    name: str
    since: datetime
    by: str
    sees_files: bool = True
    until: date | None = None
    ended: bool = False


@dataclass(frozen=True)
class FlagLine:
    """Who raised a flag in triage, when and why, and when its duty was met."""

    flag: Flag
    at: datetime
    by: str
    why: str
    met_at: datetime | None


@dataclass(frozen=True)
class CaseCard(CaseLine):
    """One case with everything but its timeline."""

    summary: str
    confidentiality: Confidentiality
    owner_id: str
    platform: str
    account: str
    place: Place | None
    happened_on: date | None
    happened_about: str
    knowledge_at: datetime
    reported_at: datetime
    reported_to: ReportedTo
    reported_how: ReportedHow
    reporter_protected: bool
    on_behalf_of: str
    personal_data: bool
    articles: tuple[str, ...]
    scope: Scope
    triaged_at: datetime | None
    closed_at: datetime | None
    closing: str
    flags: frozenset[Flag]
    met: frozenset[Flag]
    parties: tuple[InvolvementLine, ...]
    parents: tuple[ParentsLine, ...]
    tasks: tuple[TaskLine, ...]
    access: tuple[AccessLine, ...]
    raised: tuple[FlagLine, ...] = ()
    own: tuple[tuple[str, str], ...] = ()
    own_values: Mapping[str, str] = field(default_factory=dict)
    archived_at: datetime | None = None

    @property
    def open_to(self) -> Confidentiality:
        """Who may see the case today: access whose last day is over opens it to nobody."""
        has_ended = bool(self.access) and all(one.ended for one in self.access)
        return Confidentiality.LEADERSHIP if has_ended else self.confidentiality

    @property
    def may_be_sexual(self) -> bool:
        """Whether triage left open if there is a sexual picture: until then nobody looks at one (rules 4.4)."""
        return any(task.template == f"{FIND_OUT}sexual_imagery" and task.done_on is None for task in self.tasks)


@dataclass(frozen=True)
class EvidenceLine:
    """The file under one line of the timeline."""

    id: int
    attachment_id: int
    name: str
    mime: str
    sha256: str
    size: int
    description: str
    captured_at: datetime | None
    filed_at: datetime
    source: str
    masked_at: datetime | None
    masked_by: str
    destroyed_at: datetime | None
    destroyed_by: str
    destroyed_why: str
    masked_id: int | None = None


@dataclass(frozen=True)
class EntryLine:
    """One line of the timeline in its newest version."""

    id: int
    case_id: int
    kind: EntryKind
    at: datetime
    recorded_at: datetime
    by: str
    title: str
    text: str
    internal: bool
    both_sides: bool
    version: int
    is_report: bool
    comment_asked_on: date | None
    comment_due: date | None
    comment_on: date | None
    comment: str
    filed_for: tuple[int, ...]
    evidence: EvidenceLine | None


@dataclass(frozen=True)
class EntryVersionLine:
    """How a line of the timeline read before it was corrected."""

    version: int
    title: str
    text: str
    by: str
    recorded_at: datetime


@dataclass(frozen=True)
class DossierItem:
    """A line of a timeline that was filed in one person's dossier."""

    case_id: int
    case_number: str
    case_title: str
    entry: EntryLine


@dataclass(frozen=True)
class SimilarCase:
    """A case that may be about the same; ``why`` names what they share."""

    case: CaseLine
    why: str


@dataclass(frozen=True)
class DueCall:
    """An open case in which the inspector must be called: by ``due_at``, and red from ``red_from``."""

    case_id: int
    case_number: str
    case_title: str
    duty: str
    due_at: datetime
    red_from: datetime


@dataclass(frozen=True)
class UntoldParents:
    """An open case with pupils of whom the parents do not know yet, and nobody wrote why not."""

    case_id: int
    case_number: str
    opened_at: datetime
    pupils: tuple[str, ...]


@dataclass(frozen=True)
class CaseHit:
    """Something found in a case that the user may see."""

    case_id: int
    number: str
    title: str
    kind: str
    found: str
    snippet: str

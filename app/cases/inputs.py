"""What goes into the cases: frozen inputs, as a form fills them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.cases.rules import (
    CaseSeverity,
    Confidentiality,
    EntryKind,
    InvolvementRole,
    Outcome,
    Place,
    ReportedHow,
    ReportedTo,
)


@dataclass(frozen=True)
class NewInvolvement:
    """A person of the register (``person_id``) or an outsider (``name``) in one role."""

    role: InvolvementRole
    person_id: int | None = None
    name: str = ""
    category: str = ""
    part: str = ""
    task_holder: bool = False


@dataclass(frozen=True)
class NewEvidence:
    """A file as it was received; its bytes stay as they are. ``words`` is the text in it, to find it by."""

    data: bytes
    name: str
    description: str = ""
    captured_at: datetime | None = None
    source: str = ""
    words: str = ""


@dataclass(frozen=True)
class NewReport:
    """A report as it is taken down; only the title must be there."""

    title: str
    summary: str = ""
    happened_on: date | None = None
    happened_about: str = ""
    place: Place | None = None
    platform: str = ""
    account: str = ""
    involved: tuple[NewInvolvement, ...] = ()
    reported_to: ReportedTo = ReportedTo.LEADERSHIP
    reported_how: ReportedHow = ReportedHow.PHONE
    reported_at: datetime | None = None
    knowledge_at: datetime | None = None
    reporter_protected: bool = False
    on_behalf_of: str = ""
    personal_data: bool = False
    severity: CaseSeverity = CaseSeverity.LIGHT
    confidentiality: Confidentiality = Confidentiality.LEADERSHIP
    articles: tuple[str, ...] = ()
    evidence: tuple[NewEvidence, ...] = ()


@dataclass(frozen=True)
class NewEntry:
    """One line for the timeline; it enters nobody's dossier unless ``files_for`` names the person."""

    kind: EntryKind
    title: str
    text: str = ""
    at: datetime | None = None
    internal: bool = False
    files_for: tuple[int, ...] = ()
    heard: tuple[int, ...] = ()
    both_sides: bool = False
    comment_asked_on: date | None = None
    comment_due: date | None = None


@dataclass(frozen=True)
class NewTask:
    """Something to do before a day."""

    title: str
    due_on: date | None = None
    owner_name: str = ""
    template: str = ""


@dataclass(frozen=True)
class ParentsTold:
    """The parents of one pupil were told, or why not."""

    pupil_id: int
    informed: bool = True
    at: datetime | None = None
    how: str = ""
    by: str = ""
    reason: str = ""


@dataclass(frozen=True)
class NewClosure:
    """How the case ends: the reason, the outcome per involvement and ``why`` so, and why open points may stay open."""

    reason: str
    outcomes: tuple[tuple[int, Outcome], ...] = ()
    despite: str = ""
    why: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True)
class CaseFilter:
    """Which cases to list; ``is_open`` None means both, ``to_judge`` only reports that nobody judged yet.

    ``archived`` lists what lies in the archive and nothing else; otherwise that is left out. ``category`` is the
    code of what somebody's part is about.
    """

    is_open: bool | None = True
    severity: CaseSeverity | None = None
    text: str = ""
    limit: int = 200
    to_judge: bool = False
    archived: bool = False
    category: str = ""


@dataclass(frozen=True)
class LookAlike:
    """What is known of a new report, to look for a case that is about the same."""

    title: str = ""
    account: str = ""
    persons: tuple[int, ...] = ()

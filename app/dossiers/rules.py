"""What a dossier consists of, which parts of it are asked, and what the reviewer decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.people.rules import Period, PersonKind


class Part(StrEnum):
    """What may stand in a dossier; the user chooses."""

    EVENTS = "events"
    MEASURES = "measures"
    OBJECTS = "objects"
    LETTERS = "letters"
    ATTACHMENTS = "attachments"
    CONSENTS = "consents"


WHOLE = frozenset(Part)  # what somebody who asks to see the own data has a right to
USUAL = WHOLE - {Part.CONSENTS}  # consents only on request: a meeting or another school need not know them


@dataclass(frozen=True)
class Choices:
    """What the reviewer decided: phrases that may stay or must go too, files that were looked at or are left out."""

    keep: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    attach: tuple[int, ...] = ()
    leave: tuple[int, ...] = ()


class Version(StrEnum):
    """For whom it is: everything, two pages for a meeting, or what a board reads before a pupil must leave."""

    FULL = "full"
    SHORT = "short"
    REMOVAL = "removal"


@dataclass(frozen=True)
class Asked:
    """Whose dossier is to be opened, for which parent, and for what: what a request already knows."""

    person_id: int
    requester_id: int | None = None
    purpose: str = ""


@dataclass(frozen=True)
class Wanted:
    """Which dossier is asked: over which time, for what, with which parts.

    ``requester_id`` is the guardian who asks: the details that stood in a letter to that guardian are no secret.
    """

    period: Period = field(default_factory=Period)
    purpose: str = ""
    parts: frozenset[Part] = USUAL
    version: Version = Version.FULL
    choices: Choices = field(default_factory=Choices)
    requester_id: int | None = None

    @property
    def is_short(self) -> bool:
        """Whether it is the version for a meeting."""
        return self.version is Version.SHORT


@dataclass(frozen=True)
class Replacement:
    """One name that was written otherwise, and how often."""

    text: str
    shown: str
    times: int


@dataclass(frozen=True)
class Doubt:
    """A word that may or may not be a name; ``shown`` is what stands in the dossier now."""

    text: str
    shown: str
    context: str


@dataclass(frozen=True)
class DossierEntry:
    """One event of the chronology; ``letter`` and ``attachment`` are places among what is appended."""

    on: date
    title: str
    text: str
    note: str
    letter: int | None = None
    attachment: int | None = None


@dataclass(frozen=True)
class DossierMeasure:
    """One measure as it stands in the table; ``details`` are the words written down about it, each with its label."""

    name: str
    period: str
    decision: str
    outcome: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class DossierLetter:
    """A letter to append: as it was sent, or written again with others masked."""

    reference: str
    subject: str
    pdf: bytes = field(repr=False)
    is_masked: bool = False


@dataclass(frozen=True)
class DossierAttachment:
    """A file to append; without ``data`` it was left out, and ``why`` says for what reason."""

    entry_id: int
    name: str
    mime: str
    data: bytes = field(repr=False, default=b"")
    is_masked: bool = False
    why: str = ""


@dataclass(frozen=True)
class UnfiledCase:
    """A case that names this person, while nothing of it was filed in the dossier; never printed."""

    id: int
    number: str
    title: str


@dataclass(frozen=True)
class Dossier:
    """One person's dossier, ready to be printed: everybody else is masked already.

    ``unfiled`` and ``inside``, the number of internal lines filed for this person, are for the school alone.
    """

    person_id: int
    kind: PersonKind
    name: str
    detail: str
    school: str
    period: str
    purpose: str
    made_on: date
    made_by: str
    entries: tuple[DossierEntry, ...]
    measures: tuple[DossierMeasure, ...]
    letters: tuple[DossierLetter, ...]
    replacements: tuple[Replacement, ...]
    doubts: tuple[Doubt, ...]
    control: str
    log_head: str
    attachments: tuple[DossierAttachment, ...] = ()
    consents: tuple[tuple[str, str, str], ...] = ()
    consent_course: tuple[DossierEntry, ...] = ()
    version: Version = Version.FULL
    steps: tuple[tuple[str, str], ...] = ()
    left_out: tuple[str, ...] = ()
    unfiled: tuple[UnfiledCase, ...] = ()
    inside: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filed for or addressed to this person."""
        return not (self.entries or self.measures or self.letters or self.steps)

    @property
    def is_short(self) -> bool:
        """Whether it is the version for a meeting."""
        return self.version is Version.SHORT

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The words that somebody should look at."""
        return tuple(dict.fromkeys(doubt.text for doubt in self.doubts))

    @property
    def appended(self) -> tuple[DossierAttachment, ...]:
        """The files that come with it."""
        return tuple(one for one in self.attachments if one.data)

"""Publications and takedowns as they go in and come out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.consents.publications.takedown_rules import Cause
from app.consents.rules import Medium, Reason
from app.people.rules import PersonLine


class RemovalHow(StrEnum):
    """What was done with an image."""

    REMOVED = "removed"
    UNRECOGNISABLE = "unrecognisable"
    PAPER_ONLY = "paper_only"
    THIRD_PARTY_ASKED = "third_party_asked"


@dataclass(frozen=True)
class NewPublication:
    """Something that the school published, and who can be seen in it."""

    on: date
    purpose: str
    medium: Medium
    title: str
    people: tuple[int, ...]
    place: str = ""
    note: str = ""


@dataclass(frozen=True)
class NewRemoval:
    """That images were taken down: when, by whom, how, and what proves it."""

    done_on: date
    done_by: str
    how: RemovalHow = RemovalHow.REMOVED
    proof: str = ""


@dataclass(frozen=True)
class PublicationLine:
    """A publication as a list shows it; ``without_consent`` counts who had not allowed it that day.

    ``gone_by`` is the first day by which an image in it must be taken down.
    """

    id: int
    on: date
    purpose: str
    medium: Medium
    title: str
    place: str
    people: int
    without_consent: int
    open_takedowns: int
    gone_by: date | None = None


@dataclass(frozen=True)
class Takedown:
    """One person's image in one publication that must go, or went."""

    publication_id: int
    publication: str
    purpose: str
    place: str
    person: PersonLine
    cause: Cause
    since: date
    target: date
    limit: date
    done: NewRemoval | None = None


@dataclass(frozen=True)
class VisiblePerson:
    """Somebody in a publication: what was allowed that day, and what is now."""

    person: PersonLine
    allowed_then: bool
    reason_then: Reason
    allowed_now: bool
    takedown: Takedown | None


@dataclass(frozen=True)
class VisibleIn:
    """A publication in which somebody can be seen, and whether the image must go or went."""

    id: int
    on: date
    purpose: str
    medium: Medium
    title: str
    place: str
    allowed_then: bool
    takedown: Takedown | None


@dataclass(frozen=True)
class PublicationCard:
    """Everything about one publication."""

    line: PublicationLine
    note: str
    recorded_by: str
    recorded_at: datetime
    people: tuple[VisiblePerson, ...]

"""What goes into and comes out of requests and breaches: frozen inputs and lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from app.access_requests.rules import Capacity, Clocks, Decision, Ground, Kind, Risk, Telling
from app.kernel.findings import Finding
from app.people.rules import Authority, PersonKind, PersonLine


@dataclass(frozen=True)
class NewRequest:
    """A request that came in; ``identity`` says how it was established who asks."""

    kind: Kind
    person_id: int
    requester: str
    capacity: Capacity
    requester_id: int | None = None
    identity: str = ""
    wish: str = ""
    received_on: date | None = None


@dataclass(frozen=True)
class Withheld:
    """Something that is not given, and on which ground."""

    what: str
    ground: Ground
    why: str = ""


@dataclass(frozen=True)
class RequestLine:
    """One request in a list; ``decision`` is None while there is none."""

    id: int
    kind: Kind
    person_id: int
    person: str
    requester: str
    capacity: Capacity
    received_on: date
    clocks: Clocks
    extended_on: date | None
    decision: Decision | None
    decided_on: date | None
    answered_on: date | None

    @property
    def is_open(self) -> bool:
        """Whether it must still be answered."""
        return self.answered_on is None

    def days_left(self, on: date) -> int:
        """Days until the limit; negative when it has passed."""
        return (self.clocks.last_day - on).days


@dataclass(frozen=True)
class RequestCard(RequestLine):
    """One request with everything that was written down; ``requester_id`` when a guardian in the register asks.

    ``asker`` is that guardian, with the authority that the register knows of today.
    """

    requester_id: int | None
    identity: str
    wish: str
    extension_reason: str
    reason: str
    decided_by: str
    answered_how: str
    control: str
    withheld: tuple[Withheld, ...]
    findings: tuple[Finding, ...]
    court_until: date | None
    subject: PersonKind | None = None
    asker: PersonLine | None = None
    authority: Authority | None = None


@dataclass(frozen=True)
class ContentLine:
    """What may be given at a request to see everything: so many of these, or withheld on a ground."""

    what: str
    count: int | None
    ground: Ground | None = None


@dataclass(frozen=True)
class NewBreach:
    """A breach of data that was discovered."""

    happened: str
    discovered_at: datetime | None = None
    data: str = ""
    persons: str = ""
    consequences: str = ""
    actions: str = ""


@dataclass(frozen=True)
class BreachDecision:
    """What was decided on a breach."""

    risk: Risk
    telling: Telling
    why: str = ""
    told_at: datetime | None = None
    late_why: str = ""
    persons_told_at: datetime | None = None
    persons_told: str = ""


@dataclass(frozen=True)
class BreachLine:
    """One breach with everything about it."""

    id: int
    discovered_at: datetime
    tell_until: datetime
    happened: str
    data: str
    persons: str
    consequences: str
    actions: str
    risk: Risk | None
    telling: Telling | None
    why: str
    told_at: datetime | None
    late_why: str
    persons_told_at: datetime | None
    persons_told: str
    closed_on: date | None
    recorded_by: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class DatedItem:
    """Something with a day; ``code`` and ``values`` make its sentence, ``target`` is what the page opens."""

    code: str
    key: str
    on: date
    target: tuple[str, int]
    values: dict[str, Any] = field(default_factory=dict)

"""What the rules of measures look at: the draft that a director types, and what the program knows already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.kernel.findings import Finding
from app.kernel.terms import Sector, TermResult
from app.people.rules import PersonKind
from app.protocol.remedy_rules import Remedy
from app.protocol.rules import Bound, Protocol, Rung
from app.protocol.terms import term
from app.school.rules import Mandate


class Ladder(StrEnum):
    """The two ladders of the protocol; a rung code starts with its ladder: ``pupil.SUSPENSION``."""

    PUPIL = "pupil"  # pupils and their parents (D6)
    EMPLOYEE = "employee"  # D4


class Location(StrEnum):
    """Where somebody stays during a suspension; inside the school counts in full."""

    HOME = "home"
    INTERNAL = "internal"


class Decider(StrEnum):
    """Who decides and signs; the board is the bevoegd gezag."""

    TEACHER = "teacher"
    DIRECTOR = "director"
    BOARD = "board"


class HeardAs(StrEnum):
    """In which role somebody is heard."""

    PUPIL = "pupil"
    GUARDIAN = "guardian"
    TEACHER = "teacher"
    EMPLOYEE = "employee"
    OTHER = "other"


class Status(StrEnum):
    """How far a measure is, computed from its dates."""

    PROPOSED = "proposed"
    ANNOUNCED = "announced"
    DECIDED = "decided"
    CONDITIONAL = "conditional"  # decided, takes effect only after a new breach
    RUNNING = "running"
    CONTESTED = "contested"  # it would be over, but an objection, appeal or dispute is open
    ENDED = "ended"
    EXPIRED = "expired"
    QUASHED = "quashed"
    WITHDRAWN = "withdrawn"


OVER = frozenset({Status.EXPIRED, Status.QUASHED, Status.WITHDRAWN})
"""A measure of this status no longer counts against anybody."""
STANDING = frozenset({Status.DECIDED, Status.CONDITIONAL, Status.RUNNING, Status.CONTESTED, Status.ENDED})
"""A measure of this status was decided, and still counts."""


@dataclass(frozen=True)
class Hearing:
    """One person who is, or ought to be, heard before the decision."""

    role: HeardAs
    name: str = ""
    person_id: int | None = None
    has_authority: bool = False
    invited_on: date | None = None
    purpose_told: bool = False
    assistance_told: bool = False
    assisted_by: str = ""  # who came along: a counsel, an interpreter, a grandmother
    planned_at: datetime | None = None
    held_at: datetime | None = None
    report: str = ""
    report_sent_on: date | None = None
    comment: str = ""
    why_not: str = ""
    entry_id: int | None = None  # the talk of the case that was this hearing
    is_late: bool = False  # written down after the decision
    recorded_by: str = ""
    id: int | None = None

    def heard_by(self, day: date) -> bool:
        """Whether the hearing took place on or before this day, and was no afterthought."""
        return self.held_at is not None and self.held_at.date() <= day and not self.is_late

    @property
    def stayed_away(self) -> bool:
        """Whether somebody was invited and did not come, with the reason written down."""
        return self.held_at is None and self.invited_on is not None and bool(self.why_not.strip())


@dataclass(frozen=True)
class Earlier:
    """An earlier measure of the same person, as far as the rules need it."""

    measure_id: int
    rung: str
    case_id: int
    decided_on: date | None
    first_day: date | None = None
    last_day: date | None = None
    is_over: bool = False  # withdrawn, quashed or expired: it no longer counts
    further_cases: tuple[int, ...] = ()
    probation_until: date | None = None

    @property
    def cases(self) -> frozenset[int]:
        """Every case on which it rests."""
        return frozenset({self.case_id, *self.further_cases})


@dataclass(frozen=True)
class Draft:
    """A measure as it stands in the form; everything may still be empty."""

    rung: str
    first_day: date | None = None
    last_day: date | None = None
    location: Location = Location.HOME
    decided_on: date | None = None
    decider: Decider | None = None
    decided_by: str = ""
    facts: str = ""
    reasons: str = ""
    hearings: tuple[Hearing, ...] = ()
    intent_on: date | None = None
    intent_registered: bool = False
    counsel_told: bool = False
    views_on: date | None = None
    registered: bool = False
    other_school: str = ""
    other_school_on: date | None = None
    objection_clause: bool = False
    jurist_on: date | None = None
    caused_by_parent: bool = False
    knowledge_at: datetime | None = None
    interest: str = ""
    is_disciplinary: bool = False
    dossier_complete: bool = False
    views_text: str = ""
    probation_until: date | None = None
    further_cases: tuple[int, ...] = ()

    @property
    def ladder(self) -> str:
        """The part of the code before the point."""
        return self.rung.partition(".")[0]

    @property
    def kind(self) -> str:
        """The part of the code after the point: ``SUSPENSION``."""
        return self.rung.partition(".")[2]

    @property
    def days(self) -> int | None:
        """Calendar days from the first up to and including the last day."""
        if self.first_day is None or self.last_day is None:
            return None
        return (self.last_day - self.first_day).days + 1


@dataclass(frozen=True)
class Background:
    """What the program knows around a draft; read once, before the form opens."""

    subject: PersonKind
    case_id: int
    now: datetime
    protocol: Protocol
    mandates: tuple[Mandate, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    measure_id: int | None = None
    statutory_chain_open: bool = False  # the consult of article 4a is due
    police_investigates: bool = False  # the conclusion was that there is a suspicion: the facts are for the police
    last_activity_at: datetime | None = None
    sector: Sector = Sector.PRIVATE
    parents_told: bool = False
    told_of: frozenset[str] = frozenset()  # kinds of rungs of which the parents heard otherwise: a device, a message
    has_receipt: bool = False
    person_until: date | None = None  # the last day of the person at the school
    director: str = ""  # how the director signs, when that is known
    left: tuple[tuple[str, date], ...] = ()  # employees who left, and their last day

    @property
    def today(self) -> date:
        """The day on which the draft is looked at."""
        return self.now.date()

    def rung(self, code: str, on: date | None = None) -> Rung | None:
        """The protocol's row of this rung as it holds on a day (today)."""
        if all(rung.code != code for rung in self.protocol.rungs()):
            return None
        return self.protocol.rung(code, on or self.today)

    @property
    def standing(self) -> tuple[Rung, ...]:
        """The rungs that stand on this person's ladder today."""
        bound = Bound(self.subject)
        return tuple(
            rung for ladder in self.protocol.ladders for rung in ladder.on(self.today) if bound in rung.applies_to
        )

    def label(self, code: str) -> str:
        """The protocol's name for this rung, as it stands within a sentence."""
        rung = self.rung(code)
        return code if rung is None else rung.label[:1].lower() + rung.label[1:]

    @property
    def effective(self) -> tuple[Earlier, ...]:
        """Earlier measures that were decided and still count."""
        return tuple(earlier for earlier in self.earlier if earlier.decided_on and not earlier.is_over)

    def term(self, key: str, start: date) -> TermResult:
        """The term of the protocol with this key, counted from this day, in the version of that day."""
        return term(self.protocol, key, start, self.sector)

    def number(self, code: str) -> int:
        """A number of the protocol as it holds today."""
        return self.protocol.number(code, self.today)

    def remedies(self, rung: str, on: date | None = None) -> tuple[Remedy, ...]:
        """What can be done against a decision on this rung."""
        return self.protocol.remedies_for(rung, self.sector, on or self.today)


Rule = Callable[[Draft, Background], Iterator[Finding]]

"""What the rules of measures look at: the draft that a director types, and what the program knows already."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from app.kernel.findings import Finding
from app.kernel.terms import Sector, TermDefinition, TermResult, compute_term
from app.people.rules import PersonKind
from app.protocol.rules import Rung
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
    RUNNING = "running"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"


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
    held_at: datetime | None = None
    report: str = ""
    why_not: str = ""
    id: int | None = None

    def heard_by(self, day: date) -> bool:
        """Whether the hearing took place on or before this day."""
        return self.held_at is not None and self.held_at.date() <= day


@dataclass(frozen=True)
class Earlier:
    """An earlier measure of the same person, as far as the rules need it."""

    measure_id: int
    rung: str
    case_id: int
    decided_on: date | None
    first_day: date | None = None
    last_day: date | None = None
    withdrawn: bool = False


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
    rungs: tuple[Rung, ...] = ()
    terms: Mapping[str, TermDefinition] = field(default_factory=dict)
    mandates: tuple[Mandate, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    measure_id: int | None = None
    statutory_chain_open: bool = False
    last_activity_at: datetime | None = None
    sector: Sector = Sector.PRIVATE

    @property
    def today(self) -> date:
        """The day on which the draft is looked at."""
        return self.now.date()

    def rung(self, code: str) -> Rung | None:
        """The protocol's row of this rung."""
        return next((rung for rung in self.rungs if rung.code == code), None)

    def label(self, code: str) -> str:
        """The protocol's name for this rung, as it stands within a sentence."""
        rung = self.rung(code)
        return code if rung is None else rung.label[:1].lower() + rung.label[1:]

    @property
    def effective(self) -> tuple[Earlier, ...]:
        """Earlier measures that were decided and still stand."""
        return tuple(earlier for earlier in self.earlier if earlier.decided_on and not earlier.withdrawn)

    def term(self, key: str, start: date) -> TermResult:
        """The term of the protocol with this key, counted from this day."""
        return compute_term(self.terms[key], start, self.sector)


Rule = Callable[[Draft, Background], Iterator[Finding]]

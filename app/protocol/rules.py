"""What the protocol consists of: frozen rows, each valid from a day, and how to look them up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.kernel.terms import Sector, Span, TermDefinition
from app.protocol.remedy_rules import Hours, Number, Remedy
from app.protocol.version_rules import Versioned, first, holds, nearest, version


class Bound(StrEnum):
    """Whom an article, a rung or a category concerns."""

    PUPIL = "pupil"
    GUARDIAN = "guardian"
    EMPLOYEE = "employee"
    LEADERSHIP = "leadership"


class Nature(StrEnum):
    """What a measure is in law."""

    PEDAGOGIC = "pedagogic"
    INSTRUCTION = "instruction"
    ORDER = "order"
    DISCIPLINARY = "disciplinary"
    CONTRACT = "contract"


class Audience(StrEnum):
    """Who gets to see what is published for a purpose."""

    PUBLIC = "public"
    PARENTS = "parents"
    CLASS_PARENTS = "class_parents"
    STAFF = "staff"
    TRAINING_INSTITUTE = "training_institute"
    THIRD_PARTY = "third_party"
    AS_CHANNEL = "as_channel"


class Behaviour(StrEnum):
    """What happens when a retention period is over."""

    PROPOSE = "propose"
    AUTO = "auto"
    NEVER_AUTO = "never_auto"
    REMIND = "remind"
    INFO = "info"


@dataclass(frozen=True)
class Article(Versioned):
    """One article of the protocol in our own words; ``code`` is ``A1`` to ``D7``."""

    title: str
    text: str
    binds: tuple[Bound, ...]


@dataclass(frozen=True)
class Requirement:
    """Something that must stand before a measure is finalised."""

    code: str
    label: str


@dataclass(frozen=True)
class Rung(Versioned):
    """One measure on a ladder; ``code`` carries its ladder: ``pupil.SUSPENSION``.

    What is ``required`` must stand before a decision; what is ``advised`` may be passed with a reason.
    """

    label: str
    applies_to: tuple[Bound, ...]
    nature: Nature
    deciders: tuple[str, ...]
    mandate: bool
    required: tuple[Requirement, ...]
    advised: tuple[Requirement, ...]
    terms: tuple[str, ...]
    letters: tuple[str, ...]
    retention: str
    article: str
    source: str
    note: str

    @property
    def is_own(self) -> bool:
        """Whether the school added it to the ladder of the protocol."""
        return ".OWN_" in self.code

    @property
    def ladder(self) -> str:
        """The ladder this rung stands on: ``pupil`` or ``employee``."""
        return self.code.partition(".")[0]

    @property
    def kind(self) -> str:
        """The rung without its ladder: ``SUSPENSION``."""
        return self.code.partition(".")[2]


@dataclass(frozen=True)
class Ladder:
    """Measures in the protocol's order."""

    code: str
    label: str
    article: str
    rungs: tuple[Rung, ...]

    def rungs_for(self, bound: Bound) -> tuple[Rung, ...]:
        """The rungs that can be meant for a pupil, a guardian or an employee."""
        return tuple(rung for rung in self.rungs if bound in rung.applies_to)

    def on(self, day: date) -> tuple[Rung, ...]:
        """The rungs that stand on the ladder that day."""
        return tuple(rung for rung in self.rungs if holds(rung, day))


@dataclass(frozen=True)
class Category(Versioned):
    """What a person's part in a report can be about; ``hints`` are the questions of triage to look at first."""

    label: str
    article: str
    applies_to: tuple[Bound, ...]
    severity: str
    hints: tuple[str, ...]


@dataclass(frozen=True)
class Purpose(Versioned):
    """For what consent is asked; ``policy`` is ``ONE`` or ``ALL``, ``short`` heads the column of the matrix."""

    label: str
    short: str
    audience: Audience
    policy: str
    channel: str
    default_on: bool
    note: str


@dataclass(frozen=True)
class Retention(Versioned):
    """How long something is kept, from when is counted, and what then."""

    label: str
    span: Span
    anchor: str
    behaviour: Behaviour
    hold: str
    source: str
    note: str


@dataclass(frozen=True)
class Link(Versioned):
    """Where help can be found; the program shows the address and never opens it."""

    title: str
    address: str
    text: str


@dataclass(frozen=True)
class Phone(Versioned):
    """Whom to call."""

    title: str
    number: str
    text: str


@dataclass(frozen=True)
class Domain(Versioned):
    """A subject of the vertrouwensinspecteur."""

    label: str


@dataclass(frozen=True)
class Protocol:
    """The whole protocol. Without a day a lookup gives the newest version of a row."""

    articles: tuple[Article, ...]
    ladders: tuple[Ladder, ...]
    categories: tuple[Category, ...]
    purposes: tuple[Purpose, ...]
    terms: tuple[TermDefinition, ...]
    retention: tuple[Retention, ...]
    links: tuple[Link, ...]
    phones: tuple[Phone, ...]
    domains: tuple[Domain, ...]
    requirements: tuple[Requirement, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    numbers: tuple[Number, ...] = ()
    hours: tuple[Hours, ...] = ()

    def article(self, code: str, on: date | None = None) -> Article:
        """One article, as ``A8``."""
        return version(self.articles, code, on)

    def ladder(self, code: str) -> Ladder:
        """The ladder of ``pupil`` (parents too) or ``employee``."""
        return first((ladder for ladder in self.ladders if ladder.code == code), code)

    def rung(self, code: str, on: date | None = None) -> Rung:
        """One rung, as ``pupil.SUSPENSION``; for a day on which it did not stand there, the nearest version."""
        return nearest(self.rungs(), code, on)

    def rungs(self) -> tuple[Rung, ...]:
        """Every version of every rung of both ladders."""
        return tuple(rung for ladder in self.ladders for rung in ladder.rungs)

    def remedies_for(self, rung: str, sector: Sector, on: date) -> tuple[Remedy, ...]:
        """What can be done against a decision on this rung, the usual way first."""
        return tuple(row for row in self.remedies if rung in row.rungs and sector in row.sectors and holds(row, on))

    def number(self, code: str, on: date | None = None) -> int:
        """A number that law, agreement or practice gives, as ``employee.suspension.review``."""
        return nearest(self.numbers, code, on).value

    def hours_of(self, code: str, on: date | None = None) -> Hours:
        """When somebody can be called."""
        return nearest(self.hours, code, on)

    def category(self, code: str, on: date | None = None) -> Category:
        """One category of reports."""
        return version(self.categories, code, on)

    def categories_for(self, bound: Bound) -> tuple[Category, ...]:
        """The categories that a pupil's, guardian's or employee's part can have."""
        return tuple(category for category in self.categories if bound in category.applies_to)

    def purpose(self, code: str, on: date | None = None) -> Purpose:
        """One purpose of consent, as ``SOCIAL_PUBLIC.INSTAGRAM``."""
        return version(self.purposes, code, on)

    def retention_of(self, code: str, on: date | None = None) -> Retention:
        """One retention period."""
        return version(self.retention, code, on)

    def phone(self, code: str, on: date | None = None) -> Phone:
        """One telephone number, as ``inspector``."""
        return version(self.phones, code, on)

    def term(self, key: str, on: date | None = None) -> TermDefinition:
        """One term, for a day before its first version in that one; ``retention.`` keys say why they are no term."""
        wanted = "retention.*" if key.startswith("retention.") else key
        rows = sorted((row for row in self.terms if row.key == wanted), key=lambda row: row.valid_from, reverse=True)
        holding = (row for row in rows if on is None or row.is_valid_on(on))
        return first([*holding, *reversed(rows)], key, "protocol.unknown_term")

    def age(self, key: str, on: date | None = None) -> int:
        """The age that a term in birthdays gives, as ``consent.age16``."""
        return self.term(key, on).span.count

    def term_table(self, on: date | None = None) -> Mapping[str, TermDefinition]:
        """All terms by key, as they hold on a day."""
        return {row.key: row for row in self.terms if on is None or row.is_valid_on(on)}

"""What can be done against a decision, and the numbers and hours that law, agreement or practice give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from app.kernel.terms import Sector
from app.protocol.version_rules import Versioned


class RemedyKind(StrEnum):
    """To whom somebody turns who does not agree."""

    OBJECTION = "objection"  # bezwaar bij het bevoegd gezag
    APPEAL = "appeal"  # Commissie van beroep
    DISPUTE = "dispute"  # Geschillencommissie passend onderwijs
    COURT = "court"  # kantonrechter, bestuursrechter, burgerlijke rechter
    COMPLAINT = "complaint"  # klachtencommissie; no term of its own
    REPLY = "reply"  # an answer to the school


class Begins(StrEnum):
    """From which day a term of a remedy is counted."""

    COMMUNICATED = "communicated"
    RECEIVED = "received"
    ENDED = "ended"
    TERM_END = "term_end"
    DECIDED = "decided"


@dataclass(frozen=True)
class Remedy(Versioned):
    """One way to contest a decision; ``term`` and ``decision_term`` are keys of terms, empty where there is none."""

    label: str
    kind: RemedyKind
    rungs: tuple[str, ...]
    sectors: tuple[Sector, ...]
    term: str
    begins: Begins
    decision_term: str
    decision_begins: Begins
    source: str
    note: str


@dataclass(frozen=True)
class Number(Versioned):
    """One number with where it comes from."""

    label: str
    value: int
    source: str


@dataclass(frozen=True)
class Hours(Versioned):
    """From when until when, on working days."""

    opens: time
    closes: time
    source: str

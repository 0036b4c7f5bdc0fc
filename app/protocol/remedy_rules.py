"""What can be done against a decision, and the numbers and hours that law, agreement or practice give."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from app.kernel.terms import Sector


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
class Remedy:
    """One way to contest a decision; ``term`` and ``decision_term`` are keys of terms, empty where there is none."""

    code: str
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
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True)
class Number:
    """One number with where it comes from."""

    code: str
    label: str
    value: int
    source: str
    valid_from: date
    valid_to: date | None = None


@dataclass(frozen=True)
class Hours:
    """From when until when, on working days."""

    code: str
    opens: time
    closes: time
    source: str
    valid_from: date
    valid_to: date | None = None

"""What comes out of the police's part: frozen lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from app.cases.beside.holds import HoldLine
from app.kernel.findings import Finding
from app.police.rules import NewDecision, NewPoliceReport


@dataclass(frozen=True)
class PoliceLine:
    """One report to the police as it is shown; ``findings`` say what is wise to complete."""

    id: int
    case_id: int
    report: NewPoliceReport
    case_number: str = field(default="", compare=False)
    recorded_at: datetime | None = field(default=None, compare=False)
    recorded_by: str = field(default="", compare=False)
    findings: tuple[Finding, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class DecisionLine:
    """A decision not to go to the police."""

    id: int
    case_id: int
    case_number: str
    decision: NewDecision
    recorded_at: datetime
    recorded_by: str


@dataclass(frozen=True)
class Piece:
    """One piece of evidence in a pack: what it is, when it was taken and filed, and its hash.

    ``file`` is the name under which it lies beside the PDF; empty when it is only described.
    """

    name: str
    description: str
    sha256: str
    size: int
    source: str = ""
    captured_at: datetime | None = None
    filed_at: datetime | None = None
    entry_id: int = 0
    file: str = ""


@dataclass(frozen=True)
class PackLine:
    """A pack that was made: what was in it, and the hash of its PDF."""

    id: int
    case_id: int
    case_number: str
    made_at: datetime
    by: str
    sha256: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class NewPack:
    """What to put in a pack: the story in own words, who is named, and the lines of the evidence."""

    story: str
    contact: str = ""
    involvements: tuple[int, ...] = ()
    entries: tuple[int, ...] = ()
    with_files: bool = True


@dataclass(frozen=True)
class Pack:
    """Everything that stands in the pack for the police."""

    case_id: int
    case_number: str
    title: str
    story: str
    contact: str
    facts: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str, str], ...]
    reports: tuple[NewPoliceReport, ...]
    pieces: tuple[Piece, ...]
    made_at: datetime
    made_by: str
    is_imagery: bool

    @property
    def has_files(self) -> bool:
        """Whether evidence itself goes with the paper; never in a case about sexual imagery."""
        return any(piece.file for piece in self.pieces)


@dataclass(frozen=True)
class PoliceBook:
    """All that the page shows: reports, decisions not to report, requests to wait, and packs."""

    reports: tuple[PoliceLine, ...]
    decisions: tuple[DecisionLine, ...]
    holds: tuple[HoldLine, ...]
    packs: tuple[PackLine, ...]


@dataclass(frozen=True)
class PoliceDate:
    """Something of the police that asks attention on a day."""

    code: str
    on: date
    case_id: int
    case_number: str
    about: str

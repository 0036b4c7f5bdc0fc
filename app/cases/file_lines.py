"""A case as its page shows it: what to do now, what is open, what was advised, and what else to think of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.cases.beside.lines import AsideLine, LinkLine, PreventionLine, ReferralLine, SignOffLine
from app.cases.lines import CaseCard, CaseLine
from app.cases.steps import ChainDuty
from app.kernel.findings import Finding


@dataclass(frozen=True)
class Hint:
    """A suggestion beside a case, with the cases behind it."""

    text: str
    cases: tuple[CaseLine, ...] = field(default=())


@dataclass(frozen=True)
class NextStep:
    """What to do now, why, where that stands, and what the button does (``action``)."""

    title: str
    text: str
    source: str
    action: str


@dataclass(frozen=True)
class OpenPoint:
    """One line of the list of what is open before the case may close; ``action`` does it or records it."""

    title: str
    is_done: bool
    due_on: date | None
    note: str
    action: str


@dataclass(frozen=True)
class Counsel:
    """What the vertrouwensinspecteur said about a case, and what the law asks after it.

    ``advice`` and ``at`` are of the last talk; ``suspicion`` is the conclusion in a word, empty while there is none;
    ``suspects`` is that conclusion, and ``done`` when each duty of article 4a was met, by its code.
    """

    advice: str = ""
    at: datetime | None = None
    followed: str = ""
    suspicion: str = ""
    concluded_at: datetime | None = None
    concluded_by: str = ""
    duty: ChainDuty | None = None
    suspects: bool | None = None
    done: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """True when nothing was said and nothing concluded."""
        return not (self.at or self.suspicion)


@dataclass(frozen=True)
class CaseFile:
    """A case as its page shows it: the card, what to do now, what is open, and what else to think of."""

    card: CaseCard
    step: NextStep
    points: tuple[OpenPoint, ...]
    hints: tuple[Hint, ...]
    counsel: Counsel = field(default_factory=Counsel)
    links: tuple[LinkLine, ...] = ()
    aside: tuple[AsideLine, ...] = ()
    signature: SignOffLine | None = None
    held: tuple[Finding, ...] = ()
    referrals: tuple[ReferralLine, ...] = ()
    prevention: tuple[PreventionLine, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)

"""When kept material may go, and the counts of a yearly proposal (rules_nl 9); nothing goes by itself here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.kernel.calendar import add_months
from app.kernel.terms import Unit
from app.protocol.rules import Behaviour, Retention

_FOREVER_KEPT = (Behaviour.INFO, Behaviour.REMIND)


class Standing(StrEnum):
    """How one kept thing stands: still needed, held by a procedure, or free to go."""

    KEPT = "kept"
    HELD = "held"
    FREE = "free"


@dataclass(frozen=True)
class Kept:
    """One kept thing: its category, the day its term starts (None while that has not come), and a hold."""

    category: str
    anchor: date | None
    held: bool = False


@dataclass(frozen=True)
class ProposalLine:
    """How many things of one category are free to go, and how many are held although their term is over."""

    category: Retention
    free: int
    held: int


def free_from(term: Retention, anchor: date) -> date:
    """The first day on which something may go whose term started on this day."""
    if term.span.unit is Unit.WEEKS:
        return anchor + timedelta(weeks=term.span.count)
    return add_months(anchor, term.span.count)


def standing(term: Retention, kept: Kept, today: date) -> Standing:
    """Whether this may go today; what is only told or reminded of never goes by this program."""
    if term.behaviour in _FOREVER_KEPT or kept.anchor is None or today < free_from(term, kept.anchor):
        return Standing.KEPT
    return Standing.HELD if kept.held else Standing.FREE


def needs_two(term: Retention) -> bool:
    """Whether two persons must confirm, as for 4a, the inspector and the police."""
    return term.behaviour is Behaviour.NEVER_AUTO


def proposal(table: Iterable[Retention], things: Iterable[Kept], today: date) -> tuple[ProposalLine, ...]:
    """Per category what may go, in the order of the table; categories with nothing are left out."""
    terms = {term.code: term for term in table if term.valid_from <= today}
    counts = {code: dict.fromkeys(Standing, 0) for code in terms}
    for kept in things:
        if kept.category in terms:
            counts[kept.category][standing(terms[kept.category], kept, today)] += 1
    lines = (ProposalLine(terms[code], count[Standing.FREE], count[Standing.HELD]) for code, count in counts.items())
    return tuple(line for line in lines if line.free or line.held)

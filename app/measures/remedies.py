"""What can be done against a decision: until when, where, and until when the school must decide on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.kernel.findings import Finding, Severity
from app.kernel.terms import Sector
from app.measures.facts import Background, Draft
from app.protocol.remedy_rules import Begins, Remedy, RemedyKind
from app.protocol.rules import Protocol
from app.protocol.terms import term

PRACTICE = "objection_decision.practice"
CONTESTING = frozenset({RemedyKind.OBJECTION, RemedyKind.APPEAL, RemedyKind.COURT})


def remedies_are_known(draft: Draft, background: Background) -> Iterator[Finding]:
    """Tell until when the decision can be contested, and where, in this sector; nothing when no term runs."""
    start = draft.decided_on or background.today
    for remedy in background.remedies(draft.rung, start):
        if remedy.begins is Begins.DECIDED:
            continue
        begins = draft.first_day or start if remedy.begins is Begins.ENDED else start
        values: dict[str, object] = {"where": remedy.label}
        if remedy.term:
            values["last_day"] = background.term(remedy.term, begins).last_day
            yield Finding("measures.remedy_until", Severity.INFO, remedy.source, values)
        else:
            yield Finding("measures.remedy_open", Severity.INFO, remedy.source, values)


@dataclass(frozen=True)
class Given:
    """The days of a decision from which the terms of remedies are counted."""

    rung: str
    decided_on: date | None = None
    communicated_on: date | None = None
    received_on: date | None = None
    ended_on: date | None = None

    def begins(self, begins: Begins) -> date | None:
        """The day from which a term with this beginning runs; an unknown receipt counts as the day it was given."""
        match begins:
            case Begins.RECEIVED:
                return self.received_on or self.communicated_on
            case Begins.ENDED:
                return self.ended_on or self.communicated_on
            case _:
                return self.communicated_on


def contested_until(protocol: Protocol, given: Given, sector: Sector) -> date | None:
    """The last day on which this decision can be contested in the usual way, once it was given."""
    if given.communicated_on is None:
        return None
    on = given.decided_on or given.communicated_on
    for remedy in protocol.remedies_for(given.rung, sector, on):
        start = given.begins(remedy.begins)
        if remedy.kind in CONTESTING and remedy.term and start is not None and remedy.begins is not Begins.DECIDED:
            return term(protocol, remedy.term, start, sector).last_day
    return None


def late_after(protocol: Protocol, given: Given, sector: Sector, kind: RemedyKind, received_on: date) -> date | None:
    """The last day of the term, when this came in after it; None when it was in time or no term runs."""
    remedy = remedy_of(protocol, given, sector, kind)
    if remedy is None or not remedy.term or remedy.begins is Begins.DECIDED:
        return None
    start = given.begins(remedy.begins)
    last_day = term(protocol, remedy.term, start, sector).last_day if start is not None else received_on
    return last_day if received_on > last_day else None


def remedy_of(protocol: Protocol, given: Given, sector: Sector, kind: RemedyKind) -> Remedy | None:
    """The row of the protocol about this way of contesting this decision."""
    on = given.decided_on or given.communicated_on or date.max
    found = [row for row in protocol.remedies_for(given.rung, sector, on) if row.kind is kind]
    return found[0] if found else None


@dataclass(frozen=True)
class Pause:
    """A dispute before the Geschillencommissie; the decision on an objection waits for its opinion (WPO 43(4))."""

    filed_on: date
    opinion_on: date | None = None


def decide_until(
    protocol: Protocol, given: Given, sector: Sector, received_on: date, pauses: Sequence[Pause] = ()
) -> date:
    """Until when the school decides on an objection; the days of a dispute do not count.

    Where the law knows no objection, the school follows its own practice.
    """
    remedy = remedy_of(protocol, given, sector, RemedyKind.OBJECTION)
    start, key = received_on, remedy.decision_term if remedy else PRACTICE
    if remedy is not None and remedy.decision_begins is Begins.TERM_END:
        start = max(contested_until(protocol, given, sector) or received_on, received_on)
    last_day = term(protocol, key, start, sector).last_day
    for pause in pauses:
        if pause.filed_on > last_day:
            continue
        opinion = pause.opinion_on or term(protocol, "gpo.opinion", pause.filed_on, sector).last_day
        waits = max(opinion - max(pause.filed_on, received_on), timedelta(0))
        last_day += waits
    return last_day

"""What the timeline of a case tells of the police: that it was done, for the leadership alone; never a word of it."""

from __future__ import annotations

from datetime import datetime, time

from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _, speaking
from app.police.rules import NewDecision, NewPoliceReport, PoliceHow, PoliceKind


@speaking("nl")
def of_report(report: NewPoliceReport) -> NewEntry:
    """The line of a melding or aangifte."""
    is_aangifte = report.kind is PoliceKind.AANGIFTE
    title = _("Aangifte bij de politie") if is_aangifte else _("Melding bij de politie")
    kind = EntryKind.CALL if report.how is PoliceHow.PHONE else EntryKind.NOTE
    return NewEntry(kind, title, at=report.at, internal=True)


@speaking("nl")
def of_decision(decision: NewDecision, now: datetime) -> NewEntry:
    """The line of the decision not to go to the police."""
    noon = datetime.combine(decision.on, time(12), AMSTERDAM)
    return NewEntry(EntryKind.DECISION, _("Bewust niet naar de politie"), at=min(noon, now), internal=True)

"""Melding and aangifte: what each must hold, and what is wise (rules_nl 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.kernel.calendar import add_working_days
from app.kernel.errors import Invalid
from app.kernel.findings import Finding, Severity
from app.protocol import law


class PoliceKind(StrEnum):
    """A melding informs; an aangifte asks for prosecution and is put on record."""

    MELDING = "melding"
    AANGIFTE = "aangifte"


class PoliceHow(StrEnum):
    """The way in which the police were told."""

    PHONE = "phone"
    DESK = "desk"
    ONLINE = "online"
    OFFICER = "officer"


class PoliceOutcome(StrEnum):
    """What the police or the public prosecutor did with it."""

    DISMISSED = "dismissed"
    HALT = "halt"
    SUMMONS = "summons"
    OTHER = "other"


@dataclass(frozen=True)
class NewPoliceReport:
    """A report to the police; ``evidence`` describes what was handed over, never the thing itself.

    ``why_early`` is filled when an aangifte was made before the steps that article 4a asks first.
    """

    kind: PoliceKind
    at: datetime
    by: str
    offence: str
    for_board: bool = True
    unit: str = ""
    officer: str = ""
    registration_number: str = ""
    location: str = ""
    evidence: str = ""
    copy_received: bool = False
    parents_told_on: date | None = None
    follow_up: str = ""
    outcome: PoliceOutcome | None = None
    closed_on: date | None = None
    how: PoliceHow | None = None
    school_address: bool = True
    no_parents_reason: str = ""
    why_early: str = ""
    outcome_note: str = ""


@dataclass(frozen=True)
class NewDecision:
    """The school decided not to go to the police: why, what was weighed, and when to look again."""

    on: date
    by: str
    reasons: str
    considered: str = ""
    look_again_on: date | None = None


def check(report: NewPoliceReport, now: datetime) -> None:
    """Raise ``Invalid`` for the first field that cannot be right."""
    if not report.by.strip():
        raise Invalid("by", "police.by_missing")
    if not report.offence.strip():
        raise Invalid("offence", "police.offence_missing")
    if report.at > now:
        raise Invalid("at", "police.future")
    if report.parents_told_on is not None and report.parents_told_on > now.date():
        raise Invalid("parents_told_on", "police.future")
    if report.closed_on is not None and report.closed_on < report.at.date():
        raise Invalid("closed_on", "police.closed_before")
    if report.closed_on is not None and report.closed_on > now.date():
        raise Invalid("closed_on", "police.future")
    if report.closed_on is not None and report.outcome is None:
        raise Invalid("outcome", "police.outcome_missing")


def check_decision(decision: NewDecision, today: date) -> None:
    """Raise ``Invalid`` for the first field of a decision that cannot be right."""
    if decision.on > today:
        raise Invalid("on", "police.future")
    if not decision.by.strip():
        raise Invalid("by", "police.decider_missing")
    if not decision.reasons.strip():
        raise Invalid("reasons", "police.reasons_missing")
    if decision.look_again_on is not None and decision.look_again_on < decision.on:
        raise Invalid("look_again_on", "police.look_before")


def findings(report: NewPoliceReport, *, known_on: date) -> tuple[Finding, ...]:
    """What is wise to complete; nothing of it blocks."""
    late = report.at.date() > add_working_days(known_on, law.police_advice_days())
    aangifte = report.kind is PoliceKind.AANGIFTE
    silent = report.parents_told_on is None and not report.no_parents_reason.strip()
    checks = (
        (aangifte and late, "police.late", Severity.INFO),
        (aangifte and not report.registration_number.strip(), "police.no_number", Severity.WARN),
        (aangifte and not report.copy_received, "police.no_copy", Severity.INFO),
        (not report.school_address, "police.private_address", Severity.WARN),
        (silent, "police.parents_not_told", Severity.WARN),
    )
    return tuple(Finding(code, severity, "protocol D7") for applies, code, severity in checks if applies)

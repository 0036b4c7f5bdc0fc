"""Melding and aangifte: what each must hold, and what is wise (rules_nl 7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.inspector.rules import Suspicion
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


class Obligation(StrEnum):
    """Whether aangifte is free, must be made, or first asks for the consult of article 4a."""

    FREE = "free"
    CONSULT_FIRST = "consult_first"
    MUST = "must"


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


def obligation(*, is_statutory: bool, suspicion: Suspicion) -> Obligation:
    """What article 4a asks of a case: aangifte without delay once there is a reasonable suspicion (WPO 4a)."""
    if not is_statutory or suspicion is Suspicion.NO:
        return Obligation.FREE
    return Obligation.MUST if suspicion is Suspicion.YES else Obligation.CONSULT_FIRST


def findings(report: NewPoliceReport, *, known_on: date, must_since: date | None = None) -> tuple[Finding, ...]:
    """What is wise to complete; nothing of it blocks.

    ``must_since`` is the day on which the board concluded that there is a reasonable suspicion: then the aangifte
    is a duty of that same day instead of an advice.
    """
    aangifte = report.kind is PoliceKind.AANGIFTE
    if aangifte and must_since is not None and report.at.date() > must_since:
        return (Finding("police.late_4a", Severity.WARN, "WPO artikel 4a"), *_wise(report, late=False))
    advised = add_working_days(known_on, law.police_advice_days())
    return _wise(report, late=aangifte and must_since is None and report.at.date() > advised)


def _wise(report: NewPoliceReport, *, late: bool) -> tuple[Finding, ...]:
    aangifte = report.kind is PoliceKind.AANGIFTE
    silent = report.parents_told_on is None and not report.no_parents_reason.strip()
    checks = (
        (late, "police.late", Severity.INFO),
        (aangifte and not report.registration_number.strip(), "police.no_number", Severity.WARN),
        (aangifte and not report.copy_received, "police.no_copy", Severity.INFO),
        (not report.school_address, "police.private_address", Severity.WARN),
        (silent, "police.parents_not_told", Severity.WARN),
    )
    return tuple(Finding(code, severity, "protocol D7") for applies, code, severity in checks if applies)

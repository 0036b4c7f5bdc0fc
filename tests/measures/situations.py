"""Drafts and backgrounds for the rules: a good one of each kind, to be spoiled one field at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from app.kernel.clock import at
from app.kernel.findings import Severity
from app.measures.facts import Background, Decider, Draft, Earlier, HeardAs, Hearing
from app.measures.rules import findings
from app.people.rules import PersonKind
from app.protocol.service import load_protocol
from app.school.rules import Mandate

MONDAY = date(2026, 3, 16)
SUNDAY = date(2026, 3, 22)


PROTOCOL = load_protocol()
MANDATES = (
    Mandate("pupil.SUSPENSION", "director"),
    Mandate("employee.SUSPENSION", "director"),
    Mandate("pupil.ACCESS_BAN", "director"),
    Mandate("employee.REPRIMAND", "director"),
)
WARNED = Earlier(7, "pupil.WARNING", 4, date(2026, 2, 11))


def background(subject: PersonKind = PersonKind.PUPIL, **changes: Any) -> Background:
    """What is known on the day before a suspension begins: Monday 16 March 2026, 14:05, with a warning before."""
    usual = Background(
        subject,
        13,
        at(2026, 3, 16, 14, 5),
        PROTOCOL,
        mandates=MANDATES,
        earlier=(WARNED,),
    )
    return replace(usual, **changes)


def heard(role: HeardAs, day: int = 13, **changes: Any) -> Hearing:
    """A hearing as it should be, on that day of March 2026."""
    usual = Hearing(
        role,
        name="R. Bakker",
        has_authority=role is HeardAs.GUARDIAN,
        invited_on=date(2026, 3, 12),
        purpose_told=True,
        assistance_told=True,
        held_at=at(2026, 3, day, 13, 15),
        report="Verslag",
    )
    return replace(usual, **changes)


def suspension(**changes: Any) -> Draft:
    """A suspension of a pupil to which nothing is wrong."""
    usual = Draft(
        "pupil.SUSPENSION",
        first_day=MONDAY,
        last_day=SUNDAY,
        decided_on=MONDAY,
        decider=Decider.DIRECTOR,
        decided_by="E. Terpstra",
        facts="Een bewerkte foto van een klasgenoot geplaatst.",
        reasons="De waarschuwing hielp niet.",
        hearings=(heard(HeardAs.PUPIL), heard(HeardAs.GUARDIAN)),
    )
    return replace(usual, **changes)


def removal(**changes: Any) -> Draft:
    """A removal to which nothing is wrong."""
    usual = suspension(
        rung="pupil.REMOVAL",
        first_day=None,
        last_day=None,
        decider=Decider.BOARD,
        hearings=(heard(HeardAs.TEACHER), heard(HeardAs.GUARDIAN)),
        other_school="De Esdoorn",
        other_school_on=date(2026, 3, 10),
        intent_on=date(2026, 3, 2),
        objection_clause=True,
    )
    return replace(usual, **changes)


def employee_suspension(**changes: Any) -> Draft:
    """A suspension of an employee to which nothing is wrong."""
    usual = suspension(
        rung="employee.SUSPENSION",
        last_day=date(2026, 4, 12),
        interest="De rust in de groep en het onderzoek.",
        hearings=(heard(HeardAs.EMPLOYEE),),
        registered=True,
    )
    return replace(usual, **changes)


def reprimand(**changes: Any) -> Draft:
    """A reprimand to which nothing is wrong."""
    usual = suspension(
        rung="employee.REPRIMAND",
        first_day=None,
        last_day=None,
        hearings=(),
        intent_on=date(2026, 2, 16),
        intent_registered=True,
        counsel_told=True,
        registered=True,
    )
    return replace(usual, **changes)


def summary_dismissal(**changes: Any) -> Draft:
    """A summary dismissal to which nothing is wrong."""
    usual = suspension(
        rung="employee.SUMMARY_DISMISSAL",
        first_day=None,
        last_day=None,
        decider=Decider.BOARD,
        hearings=(heard(HeardAs.EMPLOYEE),),
        knowledge_at=at(2026, 3, 13, 9, 0),
        jurist_on=date(2026, 3, 13),
    )
    return replace(usual, **changes)


def codes(draft: Draft, known: Background, severity: Severity | None = None) -> set[str]:
    """The words of the findings, all or of one severity."""
    return {
        finding.code.removeprefix("measures.")
        for finding in findings(draft, known)
        if severity in {None, finding.severity}
    }

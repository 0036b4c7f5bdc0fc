"""Closing a case: the outcomes that are given, what still stops it, and what may stay open with a reason."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy.orm import Session

from app.cases import limits
from app.cases.beside import holds, signing
from app.cases.inputs import NewClosure
from app.cases.open_items import close_findings
from app.cases.rules import NEEDS_WHY
from app.cases.steps import CaseFacts
from app.cases.tables import Case, Involvement
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import Finding, Severity, blocks
from app.vault.keys.keyring import User


def findings(session: Session, case: Case, facts: CaseFacts, user: User) -> tuple[Finding, ...]:
    """What stops this user from closing the case (blocks), and what may stay open with a reason (warnings)."""
    signature = signing.standing(session, case.id)
    is_second = signature is not None and signature.user_id != user.id
    asked = replace(facts, needs_signature=case.is_employee_case and not is_second)
    return (*close_findings(asked), *holds.findings(session, case.id))


def refuse_unless_done(found: tuple[Finding, ...], despite: str) -> None:
    """Raise Refused with what stops closing; warnings pass with the reason in ``despite``."""
    warned = any(finding.severity is Severity.WARN for finding in found)
    if blocks(found) or (warned and not despite.strip()):
        raise Refused("cases.not_closable", found)


def give_outcomes(session: Session, case_id: int, closure: NewClosure) -> None:
    """Write the outcome of each person. Raises Invalid for nothing found or not proven without a reason."""
    reasons = dict(closure.why)
    for involvement_id, outcome in closure.outcomes:
        why = limits.line(f"why_{involvement_id}", reasons.get(involvement_id, ""))
        if outcome in NEEDS_WHY and not why:
            raise Invalid(f"why_{involvement_id}", "cases.no_outcome_why")
        row = session.get(Involvement, involvement_id)
        if row is not None and row.case_id == case_id:
            row.outcome, row.outcome_why = outcome, why
    session.flush()

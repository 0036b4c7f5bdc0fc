"""Melding and aangifte per case: add, complete, look back; for director and board only."""

from __future__ import annotations

from dataclasses import dataclass, fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.lines import CaseCard
from app.cases.rules import Flag
from app.cases.service import Cases
from app.inspector.chain import Step, step_findings
from app.inspector.rules import Suspicion
from app.inspector.steps import chain_facts
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.findings import blocks
from app.police import rules
from app.police.rules import NewPoliceReport, PoliceKind, PoliceOutcome
from app.police.tables import PoliceReportRow
from app.vault.database import Drawer


@dataclass(frozen=True)
class PoliceLine:
    """One report to the police as it is shown."""

    id: int
    case_id: int
    report: NewPoliceReport


class Police:
    """Reports to the police; lives in the casework drawer."""

    def __init__(self, casework: Drawer, cases: Cases, clock: Clock) -> None:
        self._drawer = casework
        self._cases = cases
        self._clock = clock

    def add(self, case_id: int, report: NewPoliceReport) -> int:
        """Record a melding or aangifte that was done.

        Raises Invalid for a field that cannot be right, Refused while article 4a asks something before the aangifte.
        """
        self._only_leadership()
        rules.check(report, self._clock.now())
        card = self._cases.case(case_id)
        with self._drawer.write(f"{report.kind}.recorded", f"case:{case_id}") as session:
            if report.kind is PoliceKind.AANGIFTE:
                _check_chain(session, card, report)
            row = PoliceReportRow(case_id=case_id)
            _fill(row, report)
            session.add(row)
            session.flush()
            return row.id

    def complete(self, report_id: int, report: NewPoliceReport) -> None:
        """Add what came later: the number, the outcome, the day it was closed."""
        self._only_leadership()
        rules.check(report, self._clock.now())
        with self._drawer.write(f"{report.kind}.completed", f"police_report:{report_id}") as session:
            _fill(_row(session, report_id), report)

    def of_case(self, case_id: int) -> tuple[PoliceLine, ...]:
        """The reports about one case, oldest first."""
        self._only_leadership()
        query = select(PoliceReportRow).where(PoliceReportRow.case_id == case_id).order_by(PoliceReportRow.at)
        with self._drawer.read() as session:
            return tuple(PoliceLine(row.id, row.case_id, _report(row)) for row in session.scalars(query))

    def _only_leadership(self) -> None:
        if not self._drawer.user.role.leads:
            raise Refused("police.only_leadership")


def _check_chain(session: Session, card: CaseCard, report: NewPoliceReport) -> None:
    """Under article 4a the parents and the person concerned are told first, unless there is no suspicion at all."""
    if Flag.STATUTORY_CONSULT_DUE not in card.flags:
        return
    facts = chain_facts(session, card.id, card.knowledge_at)
    findings = () if facts.suspicion is Suspicion.NO else step_findings(facts, Step.REPORT, report.at)
    if blocks(findings):
        raise Refused("police.chain_first", findings)


def _row(session: Session, report_id: int) -> PoliceReportRow:
    row = session.get(PoliceReportRow, report_id)
    if row is None:
        raise Refused("police.unknown")
    return row


def _fill(row: PoliceReportRow, report: NewPoliceReport) -> None:
    for field in fields(NewPoliceReport):
        setattr(row, field.name, getattr(report, field.name))


def _report(row: PoliceReportRow) -> NewPoliceReport:
    values = {field.name: getattr(row, field.name) for field in fields(NewPoliceReport)}
    values["kind"] = PoliceKind(row.kind)
    values["outcome"] = PoliceOutcome(row.outcome) if row.outcome else None
    return NewPoliceReport(**values)

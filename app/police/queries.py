"""What can be asked about the police; for director and board only, and never of a case they stepped aside from."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases.inputs import CaseFilter
from app.cases.lines import CaseLine
from app.cases.rules import Flag
from app.cases.service import Cases
from app.inspector.steps import chain_facts, concluded_on
from app.kernel.clock import AMSTERDAM, Clock
from app.police import rules
from app.police.lines import DecisionLine, PackLine, Piece, PoliceBook, PoliceDate, PoliceLine
from app.police.rules import NewDecision, NewPoliceReport, Obligation, PoliceHow, PoliceKind, PoliceOutcome
from app.police.tables import PoliceDecisionRow, PolicePackRow, PoliceReportRow
from app.vault.drawers.database import Drawer

KEPT = ("name", "description", "sha256", "size", "file")  # what a pack that was made remembers of a piece
_ALL = CaseFilter(is_open=None, limit=10_000)


class PoliceQueries:
    """The reads; frozen lines only."""

    def __init__(self, casework: Drawer, cases: Cases, clock: Clock) -> None:
        self._drawer = casework
        self._cases = cases
        self._clock = clock
        cases.follow_police(self._touched)

    def of_case(self, case_id: int) -> tuple[PoliceLine, ...]:
        """The reports about one case, oldest first."""
        self._drawer.user.must_lead("police.only_leadership")
        visible = PoliceReportRow.case_id.in_(self._cases.visible_ids())
        query = select(PoliceReportRow).where(PoliceReportRow.case_id == case_id, visible).order_by(PoliceReportRow.at)
        with self._drawer.read() as session:
            return tuple(PoliceLine(row.id, row.case_id, report_of(row)) for row in session.scalars(query))

    def book(self) -> PoliceBook:
        """Everything about the police in the cases that the user may see, the newest first."""
        self._drawer.user.must_lead("police.only_leadership")
        with self._drawer.read() as session:
            cases = {case.id: case for case in self._cases.list(_ALL)}
            return PoliceBook(
                reports=_reports(session, cases),
                decisions=_decisions(session, cases),
                holds=tuple(reversed(self._cases.holds.all())),
                packs=_packs(session, cases),
            )

    def counted(self, since: datetime, until: datetime) -> tuple[PoliceKind, ...]:
        """Every report made from one instant up to another, for counting: its kind and nothing else."""
        self._drawer.user.must_lead("police.only_leadership")
        visible = PoliceReportRow.case_id.in_(self._cases.visible_ids())
        query = select(PoliceReportRow.kind).where(visible, PoliceReportRow.at >= since, PoliceReportRow.at < until)
        with self._drawer.read() as session:
            return tuple(PoliceKind(kind) for kind in session.scalars(query))

    def obligation(self, case_id: int) -> Obligation:
        """Whether aangifte about this case is free, a duty, or waits for the consult of article 4a."""
        self._drawer.user.must_lead("police.only_leadership")
        with self._drawer.read() as session:
            card = self._cases.case(case_id)
            known = chain_facts(session, case_id, card.knowledge_at)
            statutory = Flag.STATUTORY_CONSULT_DUE in card.flags
            return rules.obligation(is_statutory=statutory, suspicion=known.suspicion)

    def note_book(self, case_id: int | None = None) -> None:
        """Leave in the log that the user looked at what is known of the police."""
        self._drawer.user.must_lead("police.only_leadership")
        self._drawer.note("police.viewed", "" if case_id is None else f"case:{case_id}")

    def dated(self) -> tuple[PoliceDate, ...]:
        """Requests to wait and decisions not to report that must be looked at again, in open cases or held ones."""
        self._drawer.user.must_lead("police.only_leadership")
        with self._drawer.read() as session:
            holds = [hold for hold in self._cases.holds.all(standing_only=True) if hold.look_again_on is not None]
            planned = PoliceDecisionRow.look_again_on.is_not(None)
            decisions = session.scalars(select(PoliceDecisionRow).where(planned)).all()
            asked = {hold.case_id for hold in holds} | {row.case_id for row in decisions}
            cases = self._cases.moments(asked) if asked else {}
            found = [
                PoliceDate("police.date.hold", again, hold.case_id, cases[hold.case_id].number, hold.asked_by)
                for hold in holds
                if (again := hold.look_again_on) is not None
            ]
            for row in decisions:
                case, again = cases.get(row.case_id), row.look_again_on
                if case is not None and again is not None and case.is_open and not _reported_since(session, row):
                    found.append(PoliceDate("police.date.decision", again, case.id, case.number, ""))
        return tuple(sorted(found, key=lambda due: due.on))

    def _touched(self, case_id: int) -> bool:
        """Whether the school went to the police about this case, or decided not to; not a word more."""
        with self._drawer.read() as session:
            return any(
                session.scalars(select(table.id).where(table.case_id == case_id).limit(1)).first() is not None
                for table in (PoliceReportRow, PoliceDecisionRow)
            )


def report_of(row: PoliceReportRow) -> NewPoliceReport:
    """A row as it was typed."""
    values = {field.name: getattr(row, field.name) for field in fields(NewPoliceReport)}
    values["kind"] = PoliceKind(row.kind)
    values["how"] = PoliceHow(row.how) if row.how else None
    values["outcome"] = PoliceOutcome(row.outcome) if row.outcome else None
    return NewPoliceReport(**values)


def _reports(session: Session, cases: dict[int, CaseLine]) -> tuple[PoliceLine, ...]:
    rows = session.scalars(select(PoliceReportRow).order_by(PoliceReportRow.at.desc(), PoliceReportRow.id.desc()))
    suspected = concluded_on(session)
    return tuple(
        _report_line(row, cases[row.case_id], suspected.get(row.case_id)) for row in rows if row.case_id in cases
    )


def _report_line(row: PoliceReportRow, case: CaseLine, must_since: date | None) -> PoliceLine:
    report = report_of(row)
    known_on = case.opened_at.astimezone(AMSTERDAM).date()
    found = rules.findings(report, known_on=known_on, must_since=must_since)
    return PoliceLine(row.id, row.case_id, report, case.number, row.recorded_at, row.recorded_by, found)


def _decisions(session: Session, cases: dict[int, CaseLine]) -> tuple[DecisionLine, ...]:
    rows = session.scalars(select(PoliceDecisionRow).order_by(PoliceDecisionRow.on.desc(), PoliceDecisionRow.id.desc()))
    return tuple(
        DecisionLine(
            row.id,
            row.case_id,
            cases[row.case_id].number,
            NewDecision(row.on, row.by, row.reasons, row.considered, row.look_again_on),
            row.recorded_at,
            row.recorded_by,
        )
        for row in rows
        if row.case_id in cases
    )


def _reported_since(session: Session, decision: PoliceDecisionRow) -> bool:
    rows = session.scalars(select(PoliceReportRow.at).where(PoliceReportRow.case_id == decision.case_id))
    return any(at > decision.recorded_at for at in rows)


def _packs(session: Session, cases: dict[int, CaseLine]) -> tuple[PackLine, ...]:
    rows = session.scalars(select(PolicePackRow).order_by(PolicePackRow.made_at.desc()))
    return tuple(
        PackLine(
            row.id,
            row.case_id,
            cases[row.case_id].number,
            row.made_at,
            row.by_name,
            row.sha256,
            tuple(Piece(**one) for one in row.pieces),
        )
        for row in rows
        if row.case_id in cases
    )

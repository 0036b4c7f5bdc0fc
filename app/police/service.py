"""Melding and aangifte per case: add, complete, decide not to, and the pack; for director and board only."""

from __future__ import annotations

import hashlib
from dataclasses import fields, replace

from sqlalchemy.orm import Session

from app.cases import limits
from app.cases.lines import CaseCard
from app.cases.rules import VICE_POLICE, Flag
from app.inspector.chain import Step, step_findings
from app.inspector.lines import NewStep
from app.inspector.rules import Suspicion
from app.inspector.steps import chain_facts, record
from app.kernel.errors import Refused
from app.kernel.findings import blocks
from app.police import packing, rules, telling
from app.police.lines import NewPack, Pack, Piece, PoliceLine
from app.police.queries import KEPT, PoliceQueries, report_of
from app.police.rules import NewDecision, NewPoliceReport, PoliceKind
from app.police.tables import PoliceDecisionRow, PolicePackRow, PoliceReportRow

__all__ = ["Police", "PoliceLine"]
_LONG = frozenset({"offence", "evidence", "follow_up", "no_parents_reason", "why_early", "outcome_note"})


class Police(PoliceQueries):
    """Reports to the police; lives in the casework drawer."""

    def add(self, case_id: int, report: NewPoliceReport) -> int:
        """Record a melding or aangifte that was done; under article 4a the aangifte is a step of the chain as well.

        Raises Invalid for a field that cannot be right, Refused while article 4a asks something before the aangifte
        and ``why_early`` does not say why it was made all the same.
        """
        self._drawer.user.must_lead("police.only_leadership")
        report = _clean(report)
        rules.check(report, self._clock.now())
        card = self._cases.case(case_id)
        with self._drawer.write(f"{report.kind}.recorded", f"case:{case_id}") as session:
            if report.kind is PoliceKind.AANGIFTE and Flag.STATUTORY_CONSULT_DUE in card.flags:
                self._step(session, card, report)
            row = PoliceReportRow(case_id=case_id, recorded_at=self._clock.now(), recorded_by=self._drawer.user.name)
            _fill(row, report)
            session.add(row)
            session.flush()
            self._cases.add_entry(case_id, telling.of_report(report))
            self._settle(card)
            return row.id

    def complete(self, report_id: int, report: NewPoliceReport) -> None:
        """Add what came later: the number, the outcome, the day it was closed."""
        self._drawer.user.must_lead("police.only_leadership")
        report = _clean(report)
        rules.check(report, self._clock.now())
        with self._drawer.write(f"{report.kind}.completed", f"police_report:{report_id}") as session:
            _fill(self._row(session, report_id), report)

    def view(self, report_id: int) -> NewPoliceReport:
        """One report with everything in it; that somebody looked stays in the log."""
        self._drawer.user.must_lead("police.only_leadership")
        with self._drawer.write("police_report.viewed", f"police_report:{report_id}") as session:
            return report_of(self._row(session, report_id))

    def decide_not(self, case_id: int, decision: NewDecision) -> int:
        """Record that the school does not go to the police, with the reasons.

        Raises Refused when article 4a leaves no choice.
        """
        self._drawer.user.must_lead("police.only_leadership")
        decision = replace(
            decision,
            by=limits.line("by", decision.by),
            reasons=limits.words("reasons", decision.reasons),
            considered=limits.words("considered", decision.considered),
        )
        rules.check_decision(decision, self._clock.today())
        card = self._cases.case(case_id)
        with self._drawer.write("police_decision.recorded", f"case:{case_id}") as session:
            facts = chain_facts(session, case_id, card.knowledge_at)
            if Flag.STATUTORY_CONSULT_DUE in card.flags and facts.suspicion is Suspicion.YES:
                raise Refused("police.must_report")
            row = PoliceDecisionRow(case_id=case_id, recorded_at=self._clock.now())
            row.recorded_by = self._drawer.user.name
            for field in fields(NewDecision):
                setattr(row, field.name, getattr(decision, field.name))
            session.add(row)
            session.flush()
            self._cases.add_entry(case_id, telling.of_decision(decision, self._clock.now()))
            self._settle(card)
            return row.id

    def pack(self, case_id: int, new: NewPack) -> Pack:
        """Gather what goes into a pack for the police; that it was gathered stays in the log."""
        self._drawer.user.must_lead("police.only_leadership")
        with self._drawer.write("police_pack.drafted", f"case:{case_id}"):
            entries = self._cases.timeline(case_id, limit=10_000)
            reports = tuple(line.report for line in self.of_case(case_id))
            user, now = self._drawer.user.name, self._clock.now()
            return packing.gathered(self._cases.case(case_id), entries, reports, new, user, now)

    def files_of(self, pack: Pack) -> tuple[tuple[str, bytes], ...]:
        """The files that go beside a pack, as they were kept; every one that leaves stays in the log.

        Raises Refused when a file is not what it was when it came in, or may not leave at all.
        """
        self._drawer.user.must_lead("police.only_leadership")
        return tuple((piece.file, self._given(pack.case_id, piece)) for piece in pack.pieces if piece.file)

    def _given(self, case_id: int, piece: Piece) -> bytes:
        data = self._cases.files.load(case_id, piece.entry_id).data
        if hashlib.sha256(data).hexdigest() != piece.sha256:
            raise Refused("police.piece_changed", name=piece.name)
        self._cases.files.note_export(case_id, piece.entry_id, original=True)
        return data

    def note_pack(self, pack: Pack, data: bytes) -> int:
        """Keep what was in a pack that was saved, with the hash of its PDF."""
        self._drawer.user.must_lead("police.only_leadership")
        with self._drawer.write("police_pack.made", f"case:{pack.case_id}") as session:
            self._cases.case(pack.case_id)
            row = PolicePackRow(case_id=pack.case_id, made_at=self._clock.now(), by_name=self._drawer.user.name)
            row.sha256 = hashlib.sha256(data).hexdigest()
            row.pieces = [{name: getattr(one, name) for name in KEPT} for one in pack.pieces]
            session.add(row)
            session.flush()
            return row.id

    def _step(self, session: Session, card: CaseCard, report: NewPoliceReport) -> None:
        """Under article 4a parents and the person concerned are told first, unless there is no suspicion at all."""
        facts = chain_facts(session, card.id, card.knowledge_at)
        if facts.suspicion is Suspicion.NO or Step.REPORT in facts.steps:
            return
        found = step_findings(facts, Step.REPORT, report.at)
        if not blocks(found):
            new = NewStep(Step.REPORT, report.at, report.registration_number, by=report.by)
            record(session, card.id, facts, new, self._drawer.user.name, self._clock.now())
        elif not report.why_early:
            raise Refused("police.chain_first", found)

    def _settle(self, card: CaseCard) -> None:
        """The task to call the police is done once it was recorded that they were, or why not."""
        for task in card.tasks:
            if task.template == VICE_POLICE and task.done_on is None and card.is_open:
                self._cases.finish_task(card.id, task.id)

    def _row(self, session: Session, report_id: int) -> PoliceReportRow:
        row = session.get(PoliceReportRow, report_id)
        if row is None:
            raise Refused("police.unknown")
        self._cases.case(row.case_id)
        return row


def _clean(report: NewPoliceReport) -> NewPoliceReport:
    """The same without control characters and stray spaces; Invalid for a text that is too long."""
    kept = {
        field.name: (limits.words if field.name in _LONG else limits.line)(field.name, value)
        for field in fields(NewPoliceReport)
        if type(value := getattr(report, field.name)) is str
    }
    return replace(report, **kept)  # type: ignore[arg-type] # every kept value belongs to a field that holds a text


def _fill(row: PoliceReportRow, report: NewPoliceReport) -> None:
    for field in fields(NewPoliceReport):
        setattr(row, field.name, getattr(report, field.name))
    row.how = report.how or ""

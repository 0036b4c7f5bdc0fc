"""The recorded steps of article 4a: read and written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from app.inspector.chain import ChainFacts, Step, StepDone, correction_findings, step_findings
from app.inspector.lines import NewStep
from app.inspector.rules import CallKind, Reason, Suspicion
from app.inspector.tables import CallRow, ChainStepRow
from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import blocks


def chain_facts(session: Session, case_id: int, known_at: datetime) -> ChainFacts:
    """What is known of the chain of one case: its recorded steps, and the calls that are steps."""
    steps = session.scalars(select(ChainStepRow).where(ChainStepRow.case_id == case_id))
    calls = select(CallRow).where(CallRow.case_id == case_id, CallRow.reached, CallRow.ended_at.is_not(None))
    return facts_of(steps, session.scalars(calls.order_by(CallRow.started_at.desc())), known_at)


def concluded_on(session: Session) -> dict[int, date]:
    """The day on which a reasonable suspicion was concluded, of every case that has one."""
    query = select(ChainStepRow.case_id, ChainStepRow.at).where(ChainStepRow.suspicion == Suspicion.YES)
    return {row.case_id: row.at.astimezone(AMSTERDAM).date() for row in session.execute(query)}


def facts_of(steps: Iterable[Any], calls: Iterable[Any], known_at: datetime) -> ChainFacts:
    """The chain of one case out of its rows; the calls are those that reached the inspector, the newest first."""
    done: dict[Step, StepDone] = {}
    suspicion = Suspicion.NOT_YET
    for row in steps:
        step = StepDone(row.at, row.by_name, row.note, row.recorded_at, row.recorded_by, row.corrected_why)
        done[Step(row.step)] = step
        if row.suspicion is not None:
            suspicion = Suspicion(row.suspicion)
    reported = done.get(Step.REPORT)
    for call in calls:
        made = StepDone(call.started_at, call.caller, recorded_at=call.ended_at, recorded_by=call.caller)
        if call.kind != CallKind.NOTIFICATION:
            if call.reason == Reason.STATUTORY_4A:
                done[Step.CONSULT] = made
        elif reported is not None and call.started_at >= reported.at:  # told of an aangifte that was made
            done[Step.INSPECTOR_TOLD] = made
    return ChainFacts(known_at, done, suspicion)


def record(session: Session, case_id: int, known: ChainFacts, new: NewStep, user: str, now: datetime) -> None:
    """Write one step; Invalid for what was typed wrong, Refused while something must come first."""
    _check(new, now)
    if new.step in known.steps:
        raise Invalid("step", "inspector.step_done")
    findings = step_findings(known, new.step, new.at)
    if blocks(findings):
        raise Refused("inspector.chain.refused", findings)
    if findings and not new.note.strip():  # only a warning is left: late, so it needs its reason
        raise Invalid("note", findings[0].code)
    row = ChainStepRow(case_id=case_id, step=new.step, corrected_why="")
    _fill(row, new, user, now)
    session.add(row)
    session.flush()


def correct(
    session: Session, case_id: int, known: ChainFacts, new: NewStep, why: str, user: str, now: datetime
) -> None:
    """Replace a recorded step, with the reason; the log keeps how it read."""
    _check(new, now)
    if not why.strip():
        raise Invalid("why", "inspector.no_correction_reason")
    row = session.scalars(select(ChainStepRow).filter_by(case_id=case_id, step=new.step)).first()
    if row is None:
        raise Refused("inspector.step_unknown")
    findings = correction_findings(known, new.step, new.at)
    if blocks(findings):
        raise Refused("inspector.chain.refused", findings)
    _fill(row, new, user, now)
    row.corrected_why = why.strip()


def _check(new: NewStep, now: datetime) -> None:
    if new.at > now:
        raise Invalid("at", "inspector.future")
    if new.step is Step.CONCLUSION and new.suspicion not in {Suspicion.YES, Suspicion.NO}:
        raise Invalid("suspicion", "inspector.conclusion_missing")
    if new.step is Step.CONCLUSION and not new.by.strip():
        raise Invalid("by", "inspector.no_concluder")
    if new.step is Step.CONCLUSION and not new.note.strip():
        raise Invalid("note", "inspector.no_conclusion_reason")


def _fill(row: ChainStepRow, new: NewStep, user: str, now: datetime) -> None:
    row.at, row.by_name, row.note = new.at, new.by.strip() or user, new.note.strip()
    row.suspicion = new.suspicion if new.step is Step.CONCLUSION else None
    row.recorded_at, row.recorded_by = now, user


def of_visible(visible: Select[int]) -> ColumnElement[bool]:
    """Calls about no case, or about one of these that the user may see: who stepped aside sees none of them."""
    return or_(CallRow.case_id.is_(None), CallRow.case_id.in_(visible))

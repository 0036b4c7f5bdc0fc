"""The recorded steps of article 4a: read, write, and what of them asks attention."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from itertools import takewhile

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from app.cases.lines import CaseCard
from app.cases.service import Cases
from app.inspector.chain import ChainFacts, Step, StepDone, chain, correction_findings, current, step_findings
from app.inspector.lines import InspectorDate, NewStep
from app.inspector.notes import of_row
from app.inspector.rules import CallKind, Reason, Suspicion
from app.inspector.tables import CallRow, ChainStepRow
from app.kernel.calendar import add_hours
from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid, Refused
from app.kernel.findings import blocks
from app.protocol.hours import opening_time, red_from


def chain_facts(session: Session, case_id: int, known_at: datetime) -> ChainFacts:
    """What is known of the chain of one case: its recorded steps, and the calls that are steps."""
    done: dict[Step, StepDone] = {}
    suspicion = Suspicion.NOT_YET
    for row in session.scalars(select(ChainStepRow).where(ChainStepRow.case_id == case_id)):
        step = StepDone(row.at, row.by_name, row.note, row.recorded_at, row.recorded_by, row.corrected_why)
        done[Step(row.step)] = step
        if row.suspicion is not None:
            suspicion = Suspicion(row.suspicion)
    calls = select(CallRow).where(CallRow.case_id == case_id, CallRow.reached).order_by(CallRow.started_at.desc())
    reported = done.get(Step.REPORT)
    for call in session.scalars(calls.where(CallRow.ended_at.is_not(None))):
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


def _fill(row: ChainStepRow, new: NewStep, user: str, now: datetime) -> None:
    row.at, row.by_name, row.note = new.at, new.by.strip() or user, new.note.strip()
    row.suspicion = new.suspicion if new.step is Step.CONCLUSION else None
    row.recorded_at, row.recorded_by = now, user


def current_dates(session: Session, cases: Cases, now: datetime) -> tuple[InspectorDate, ...]:
    """Running calls, follow-ups that were agreed, and the step to do now of every chain that has begun."""
    mine = select(CallRow).where(of_visible(cases))
    dates = [_running(row, now) for row in session.scalars(mine.where(CallRow.ended_at.is_(None)))]
    agreed = mine.where(CallRow.follow_up_on.is_not(None), CallRow.follow_up_done.is_(False))
    for row in session.scalars(agreed.where(CallRow.ended_at.is_not(None))):
        dates.extend(_follow_up(row))
    for row in session.scalars(mine.where(CallRow.ended_at.is_not(None), CallRow.agreed != [])):
        dates.extend(_agreed(row))
    for case_id in _begun(session, cases.visible_ids()):
        dates.extend(_step_dates(session, cases.case(case_id), now))
    return tuple(sorted(dates, key=lambda found: found.red_from))


def of_visible(cases: Cases) -> ColumnElement[bool]:
    """Calls about no case, or about one that the user may see: who stepped aside sees none of them."""
    return or_(CallRow.case_id.is_(None), CallRow.case_id.in_(cases.visible_ids()))


def _running(row: CallRow, now: datetime) -> InspectorDate:
    return InspectorDate(
        "inspector.date.running", row.started_at, add_hours(now, 1), row.case_id, row.case_number, row.id
    )


def _follow_up(row: CallRow) -> Iterator[InspectorDate]:
    if row.follow_up_on is not None:
        at = datetime.combine(row.follow_up_on, opening_time(row.follow_up_on), tzinfo=AMSTERDAM)
        red = datetime.combine(row.follow_up_on, time(23, 59), tzinfo=AMSTERDAM)
        yield InspectorDate("inspector.date.follow_up", at, red, row.case_id, row.case_number, row.id)


def _agreed(row: CallRow) -> Iterator[InspectorDate]:
    """What was agreed in a call with a day to it, until it is ticked off."""
    for step in of_row(row).agreed:
        if step.on is not None and step.done_on is None:
            at = datetime.combine(step.on, time(8), tzinfo=AMSTERDAM)
            red = datetime.combine(step.on, time(23, 59), tzinfo=AMSTERDAM)
            who = f" ({step.who})" if step.who else ""
            values = {"what": step.what, "who": who}
            yield InspectorDate("inspector.date.agreed", at, red, row.case_id, row.case_number, row.id, values)


def _begun(session: Session, visible: Select[int]) -> tuple[int, ...]:
    """Cases in which a statutory consult was held or a step was recorded."""
    steps = session.scalars(select(ChainStepRow.case_id).where(ChainStepRow.case_id.in_(visible)).distinct())
    calls = session.scalars(
        select(CallRow.case_id)
        .where(CallRow.case_id.in_(visible), CallRow.reached, CallRow.reason == Reason.STATUTORY_4A)
        .distinct()
    )
    return tuple(sorted({*steps, *(case_id for case_id in calls if case_id is not None)}))


def _step_dates(session: Session, card: CaseCard, now: datetime) -> Iterator[InspectorDate]:
    """The step to do now; a due consult stands with the cases already."""
    if not card.is_open:
        return
    facts = chain_facts(session, card.id, card.knowledge_at)
    step = current(facts)
    if step is not None and step.step is not Step.CONSULT:
        code = "follow_up_step" if step.step is Step.FOLLOW_UP else step.step.value
        red = step.red_from or red_from(_since(facts))
        yield InspectorDate(f"inspector.date.{code}", now, red, card.id, card.number)


def _since(facts: ChainFacts) -> datetime:
    """The moment of the step before the one to do now; counted from there, it can become overdue."""
    done = [step.done.at for step in takewhile(lambda step: step.done is not None, chain(facts)) if step.done]
    return done[-1] if done else facts.known_at

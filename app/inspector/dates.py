"""What of calls and chains asks attention, each with its moment; read with few questions, for Vandaag waits for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from functools import cache
from itertools import takewhile
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from app.cases.lines import CaseMoment
from app.cases.rules import Flag
from app.cases.service import Cases
from app.inspector.chain import ChainFacts, Step, chain, current
from app.inspector.lines import InspectorDate
from app.inspector.notes import agreed_of
from app.inspector.rules import Reason
from app.inspector.steps import facts_of, of_visible
from app.inspector.tables import CallRow, ChainStepRow
from app.kernel.calendar import add_hours
from app.kernel.clock import AMSTERDAM
from app.protocol.hours import opening_time, red_from

_CALLS = (
    CallRow.id,
    CallRow.case_id,
    CallRow.case_number,
    CallRow.started_at,
    CallRow.ended_at,
    CallRow.reached,
    CallRow.caller,
    CallRow.kind,
    CallRow.reason,
    CallRow.agreed,
    CallRow.follow_up_on,
    CallRow.follow_up_done,
)
AnyRow = Row[Any]


def current_dates(session: Session, cases: Cases, now: datetime) -> tuple[InspectorDate, ...]:
    """Running calls, follow-ups that were agreed, and the step to do now of every chain of article 4a."""
    visible = cases.visible_ids()
    calls = session.execute(_calls(visible)).all()
    dates = [date for row in calls for date in _of_call(row)]
    steps = session.scalars(_steps(visible)).all()
    begun = {row.case_id for row in steps} | {row.case_id for row in calls if _is_consult(row)}
    begun |= {call.case_id for call in cases.due_calls() if call.duty == Flag.STATUTORY_CONSULT_DUE}
    for case in cases.moments(begun).values() if begun else ():
        dates.extend(_step_dates(case, steps, calls, now))
    return tuple(sorted(dates, key=lambda found: found.red_from))


@cache
def _calls(visible: Select[int]) -> Select[*tuple[Any, ...]]:
    return select(*_CALLS).where(of_visible(visible)).order_by(CallRow.started_at.desc())


@cache
def _steps(visible: Select[int]) -> Select[ChainStepRow]:
    return select(ChainStepRow).where(ChainStepRow.case_id.in_(visible))


def _is_consult(row: AnyRow) -> bool:
    return row.case_id is not None and row.reached and row.reason == Reason.STATUTORY_4A


def _of_call(row: AnyRow) -> Iterator[InspectorDate]:
    if row.ended_at is None:
        red = add_hours(row.started_at, 1)  # a talk is over by then: what was said is written down while it is known
        yield InspectorDate("inspector.date.running", row.started_at, red, row.case_id, row.case_number, row.id)
        return
    if row.follow_up_on is not None and not row.follow_up_done:
        at = datetime.combine(row.follow_up_on, opening_time(row.follow_up_on), tzinfo=AMSTERDAM)
        red = datetime.combine(row.follow_up_on, time(23, 59), tzinfo=AMSTERDAM)
        yield InspectorDate("inspector.date.follow_up", at, red, row.case_id, row.case_number, row.id)
    yield from _agreed(row)


def _agreed(row: AnyRow) -> Iterator[InspectorDate]:
    """What was agreed in a call with a day to it, until it is ticked off."""
    for step in agreed_of(row.agreed):
        if step.on is not None and step.done_on is None:
            at = datetime.combine(step.on, time(8), tzinfo=AMSTERDAM)
            red = datetime.combine(step.on, time(23, 59), tzinfo=AMSTERDAM)
            who = f" ({step.who})" if step.who else ""
            values = {"what": step.what, "who": who}
            yield InspectorDate("inspector.date.agreed", at, red, row.case_id, row.case_number, row.id, values)


def _step_dates(
    case: CaseMoment, steps: Sequence[ChainStepRow], calls: Sequence[AnyRow], now: datetime
) -> Iterator[InspectorDate]:
    """The step to do now; a due consult stands with the cases already."""
    if not case.is_open:
        return
    facts = facts_of(
        (row for row in steps if row.case_id == case.id),
        (row for row in calls if row.case_id == case.id and row.reached and row.ended_at is not None),
        case.knowledge_at,
    )
    step = current(facts)
    if step is not None and step.step is not Step.CONSULT:
        code = "follow_up_step" if step.step is Step.FOLLOW_UP else step.step.value
        red = step.due or red_from(_since(facts))
        yield InspectorDate(f"inspector.date.{code}", now, red, case.id, case.number)


def _since(facts: ChainFacts) -> datetime:
    """The moment of the step before the one to do now; counted from there, it can become overdue."""
    done = [step.done.at for step in takewhile(lambda step: step.done is not None, chain(facts)) if step.done]
    return done[-1] if done else facts.known_at

"""What the measures of a case ask now: to hear somebody about an announced one, or to give a decided one."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.measures.common_rules import INFORMAL
from app.measures.tables import HearingRow, MeasureRow
from app.protocol.rules import Rung

FAMILIES = "pupil."  # an employee may also answer in writing, within three weeks
_HEARD = frozenset({"heard_pupil", "heard_parents", "heard_teacher"})
_ARRANGED = select(HearingRow.measure_id).where(
    HearingRow.measure_id.in_(bindparam("measures", expanding=True)),
    HearingRow.planned_at.is_not(None) | HearingRow.held_at.is_not(None) | (HearingRow.why_not != ""),
)


def asks_hearing(rung: Rung) -> bool:
    """Whether somebody must be heard before this measure."""
    return bool(_HEARD & {one.code for one in rung.required})


def arranged(session: Session, ids: Collection[int]) -> frozenset[int]:
    """Those of these measures for which somebody was heard, a talk is planned, or is written down why not."""
    return frozenset(session.scalars(_ARRANGED, {"measures": list(ids)}))


def decided(session: Session, case_id: int) -> tuple[frozenset[int], tuple[Any, ...]]:
    """On whom something was decided in a case, and what of it was not given yet, the oldest first."""
    given = MeasureRow.communicated_on.is_not(None) | MeasureRow.ended_on.is_not(None)
    columns = select(MeasureRow.id, MeasureRow.rung, MeasureRow.person_id, given.label("given"))
    standing = MeasureRow.settled_at.is_not(None) & MeasureRow.withdrawn_on.is_(None)
    rows = session.execute(columns.where(MeasureRow.case_id == case_id, standing).order_by(MeasureRow.id)).all()
    waiting = tuple(row for row in rows if not row.given and must_be_given(row.rung))
    return frozenset(row.person_id for row in rows), waiting


def must_be_given(rung: str) -> bool:
    """Whether a decision of this rung only counts when it was given; a talk or a device in custody is given at once."""
    return rung.partition(".")[2] not in INFORMAL


def announced(session: Session, case_id: int) -> tuple[Any, ...]:
    """The announced measures of a case that are not decided and for which no talk was arranged, the oldest first."""
    waiting = MeasureRow.settled_at.is_(None) & MeasureRow.withdrawn_on.is_(None) & MeasureRow.intent_on.is_not(None)
    columns = select(MeasureRow.id, MeasureRow.rung, MeasureRow.person_id, MeasureRow.intent_on)
    rows = session.execute(columns.where(MeasureRow.case_id == case_id, waiting).order_by(MeasureRow.id)).all()
    done = arranged(session, [row.id for row in rows]) if rows else frozenset()
    return tuple(row for row in rows if row.rung.startswith(FAMILIES) and row.id not in done)

"""Which rows of measures can belong under a filter of the overview, so that a long list is not read whole."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import ColumnElement, and_, or_, select, true

from app.measures.lines import Wanted
from app.measures.tables import MeasureRow, ProceedingRow

_DECIDED = MeasureRow.settled_at.is_not(None)


def _contested() -> ColumnElement[bool]:
    return MeasureRow.id.in_(select(ProceedingRow.measure_id).where(ProceedingRow.decided_on.is_(None)))


def asks_something(today: date) -> ColumnElement[bool]:
    """What is proposed, runs, is contested or must still be given."""
    not_over = MeasureRow.withdrawn_on.is_(None) & MeasureRow.quashed_on.is_(None)
    proposed = MeasureRow.settled_at.is_(None)
    ungiven = _DECIDED & MeasureRow.communicated_on.is_(None) & (MeasureRow.decided_on > today - timedelta(days=120))
    return and_(not_over, or_(proposed, MeasureRow.last_day >= today, ungiven)) | _contested()


def overview_condition(wanted: Wanted, today: date) -> ColumnElement[bool]:
    """A condition that keeps every row of this filter; ``matches`` decides exactly."""
    conditions: dict[Wanted, ColumnElement[bool]] = {
        Wanted.ALL: true(),
        Wanted.PROPOSALS: MeasureRow.settled_at.is_(None),
        Wanted.RUNNING: and_(_DECIDED, MeasureRow.first_day <= today),
        Wanted.ENDING: MeasureRow.last_day >= today,
        Wanted.OBJECTION: _contested(),
        Wanted.UNDELIVERED: _DECIDED & MeasureRow.communicated_on.is_(None),
        Wanted.UNPROVEN: MeasureRow.communicated_on.is_not(None) & MeasureRow.received_on.is_(None),
        Wanted.EXPIRED: or_(
            MeasureRow.withdrawn_on.is_not(None),
            MeasureRow.quashed_on.is_not(None),
            MeasureRow.lapsed_on.is_not(None),
            MeasureRow.lapses_on <= today,
        ),
    }
    return conditions[wanted]

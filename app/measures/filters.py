"""The filters of the overview as conditions on rows: a long list is counted and read without making lines of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select, true
from sqlalchemy.orm import Session

from app.kernel.calendar import school_year, school_year_days
from app.measures.lines import Wanted
from app.measures.tables import MeasureRow, ProceedingRow
from app.protocol.remedy_rules import RemedyKind

_DECIDED = (MeasureRow.settled_by != "") & MeasureRow.decided_on.is_not(None)
_WITHDRAWN = MeasureRow.withdrawn_on.is_not(None)


def asks_something(today: date) -> ColumnElement[bool]:
    """What is proposed, runs, is contested or must still be given."""
    not_over = MeasureRow.withdrawn_on.is_(None) & MeasureRow.quashed_on.is_(None)
    proposed = MeasureRow.settled_at.is_(None)
    ungiven = _DECIDED & MeasureRow.communicated_on.is_(None) & (MeasureRow.decided_on > today - timedelta(days=120))
    return and_(not_over, or_(proposed, MeasureRow.last_day >= today, ungiven)) | _contested()


def belongs(wanted: Wanted, today: date) -> ColumnElement[bool]:
    """What stands under this filter today; the same as the status of a line would tell (``rules.status_of``)."""
    return _CONDITIONS[wanted](today)


def taken() -> ColumnElement[bool]:
    """What counts as a measure that the school took, in the list and in the figures: decided and not withdrawn."""
    return _DECIDED & ~_WITHDRAWN


def counted(session: Session, visible: Select[int], today: date) -> dict[Wanted, int]:
    """How many measures stand under each filter, among those that the user may see."""
    columns = [func.count(case((belongs(wanted, today), 1))) for wanted in Wanted]
    row = session.execute(select(*columns).where(MeasureRow.case_id.in_(visible))).one()
    return dict(zip(Wanted, row, strict=True))


def _contested() -> ColumnElement[bool]:
    contesting = ProceedingRow.decided_on.is_(None) & (ProceedingRow.kind != RemedyKind.REPLY)
    return MeasureRow.id.in_(select(ProceedingRow.measure_id).where(contesting))


def _over(today: date) -> ColumnElement[bool]:
    """Withdrawn, quashed or expired: it no longer counts."""
    lapsed = MeasureRow.lapsed_on.is_not(None) | func.coalesce(MeasureRow.lapses_on <= today, False)
    return _WITHDRAWN | (_DECIDED & (MeasureRow.quashed_on.is_not(None) | lapsed))


def _in_force(today: date) -> ColumnElement[bool]:
    """Decided, and neither over nor ended."""
    ended = case(
        (MeasureRow.ended_on.is_not(None), MeasureRow.ended_on <= today),
        (MeasureRow.probation_until.is_not(None), MeasureRow.probation_until < today),
        (MeasureRow.last_day.is_not(None), MeasureRow.last_day < today),
        else_=MeasureRow.first_day.is_(None) & MeasureRow.communicated_on.is_not(None),
    )
    return _DECIDED & ~_over(today) & ~ended


def _at_once(today: date) -> ColumnElement[bool]:
    return _in_force(today) & MeasureRow.probation_until.is_(None)


def _ending(today: date) -> ColumnElement[bool]:
    return _at_once(today) & MeasureRow.last_day.between(today, today + timedelta(days=6 - today.weekday()))


def _unproven(today: date) -> ColumnElement[bool]:
    nothing = MeasureRow.received_on.is_(None) & (MeasureRow.delivery_proof == "")
    return MeasureRow.communicated_on.is_not(None) & nothing & ~_over(today)


_CONDITIONS: dict[Wanted, Callable[[date], ColumnElement[bool]]] = {
    Wanted.ALL: lambda _today: true(),
    Wanted.PROPOSALS: lambda _today: ~_WITHDRAWN & ~_DECIDED,
    Wanted.DECIDED: lambda today: taken() & MeasureRow.decided_on.between(*school_year_days(school_year(today))),
    Wanted.RUNNING: lambda today: _at_once(today) & (MeasureRow.first_day <= today),
    Wanted.ENDING: _ending,
    Wanted.OBJECTION: lambda _today: _contested(),
    Wanted.UNDELIVERED: lambda today: _in_force(today) & MeasureRow.communicated_on.is_(None),
    Wanted.UNPROVEN: _unproven,
    Wanted.EXPIRED: _over,
}

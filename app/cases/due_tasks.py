"""Reads the tasks that wait in open cases; there can be very many, so their days can be read without them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, select
from sqlalchemy.orm import Session

from app.cases.lines import TaskLine
from app.cases.rules import Status
from app.cases.tables import Case, CaseTask


def open_tasks(
    session: Session, visible: ColumnElement[bool], only: Collection[int] | None = None
) -> tuple[TaskLine, ...]:
    """Tasks that are not done in open cases, the most urgent first; ``only`` these of them when it is given."""
    if only is None:
        return tuple(TaskLine(*row) for row in session.execute(_waiting(visible)))
    if not only:
        return ()
    return tuple(TaskLine(*row) for row in session.execute(_these(visible), {"tasks": list(only)}))


def by_day(session: Session, visible: ColumnElement[bool]) -> dict[date, tuple[int, ...]]:
    """The ids of those tasks by the day on which they are due, the oldest task of a day first."""
    rows = session.execute(_days(visible))
    return {day: tuple(sorted(map(int, ids.split(",")))) for day, ids in rows if day is not None}


@cache
def _waiting(visible: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(
            CaseTask.id,
            CaseTask.case_id,
            Case.number.label("case_number"),
            Case.title.label("case_title"),
            CaseTask.title,
            CaseTask.due_on,
            CaseTask.owner_name.label("owner"),
            CaseTask.template,
            CaseTask.done_on,
        )
        .join(Case, Case.id == CaseTask.case_id)
        .where(CaseTask.done_on.is_(None), Case.status != Status.CLOSED, visible)
        .order_by(CaseTask.due_on.is_(None), CaseTask.due_on, CaseTask.id)
    )


@cache
def _these(visible: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return _waiting(visible).where(CaseTask.id.in_(bindparam("tasks", expanding=True)))


@cache
def _days(visible: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    of_open = select(Case.id).where(Case.status != Status.CLOSED, visible)
    return (
        select(CaseTask.due_on, func.group_concat(CaseTask.id))
        .where(CaseTask.done_on.is_(None), CaseTask.due_on.is_not(None), CaseTask.case_id.in_(of_open))
        .group_by(CaseTask.due_on)
    )

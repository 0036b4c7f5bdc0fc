"""The calls with the inspector that open cases still ask for, each with its one deadline."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, select
from sqlalchemy.orm import Session

from app.cases.lines import CaseMoment, DueCall
from app.cases.rules import Flag, Status
from app.cases.steps import CALLS
from app.cases.tables import Case, CaseFlag
from app.protocol.hours import call_due


def due_calls(session: Session, visible: ColumnElement[bool]) -> tuple[DueCall, ...]:
    """One line per case, the call of the law before that of the protocol; the longest waiting first."""
    due: dict[int, DueCall] = {}
    for row in session.execute(_raised(visible)):
        if row.id not in due or row.flag == Flag.STATUTORY_CONSULT_DUE:
            when = call_due(row.knowledge_at)
            due[row.id] = DueCall(row.id, row.number, row.title, Flag(row.flag), when.target, when.red_from)
    return tuple(due.values())


def moments(session: Session, visible: ColumnElement[bool], ids: Collection[int]) -> dict[int, CaseMoment]:
    """When the school knew of these cases, and whether they are open."""
    return {
        row.id: CaseMoment(row.id, row.number, row.knowledge_at, row.status != Status.CLOSED)
        for row in session.execute(_known(visible), {"ids": list(ids)})
    }


@cache
def _known(visible: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    these = Case.id.in_(bindparam("ids", expanding=True))
    return select(Case.id, Case.number, Case.knowledge_at, Case.status).where(these, visible)


@cache
def _raised(visible: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return (
        select(Case.id, Case.number, Case.title, Case.knowledge_at, CaseFlag.flag)
        .join(CaseFlag, CaseFlag.case_id == Case.id)
        .where(CaseFlag.flag.in_(CALLS), CaseFlag.raised_at.is_not(None), CaseFlag.met_at.is_(None))
        .where(Case.status != Status.CLOSED, visible)
        .order_by(Case.knowledge_at)
    )

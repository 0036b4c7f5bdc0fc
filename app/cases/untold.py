"""Reads which parents were not told yet, while nobody wrote why not."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from functools import cache

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session

from app.cases.lines import UntoldParents
from app.cases.reading import CONCERNED, kept_id
from app.cases.rules import Flag, Status
from app.cases.tables import Case, CaseFlag, Involvement, ParentsInformed
from app.kernel.names import full
from app.people.rules import PersonKind
from app.people.service import People


def untold_parents(session: Session, people: People, visible: ColumnElement[bool]) -> tuple[UntoldParents, ...]:
    """The visible open cases with pupils of whom the parents were not told, and nobody wrote why not."""
    rows = session.execute(_concerned(visible)).all()
    said = session.execute(_said(visible)).all()
    known = people.names([*(row.person_id for row in rows), *(row.pupil_id for row in said)])
    told = {(row.case_id, kept_id(known, row.pupil_id)) for row in said}
    pupils: dict[tuple[int, str, datetime], list[str]] = defaultdict(list)
    for row in rows:
        if row.person_id in known and (row.id, known[row.person_id].id) not in told:
            pupils[row.id, row.number, row.opened_at].append(full(known[row.person_id].name))
    return tuple(UntoldParents(*case, tuple(dict.fromkeys(names))) for case, names in pupils.items())


@cache
def _concerned(visible: ColumnElement[bool]) -> Select[int, str, datetime, int | None]:
    chain = exists().where(
        CaseFlag.case_id == Case.id, CaseFlag.flag == Flag.STATUTORY_CONSULT_DUE, CaseFlag.raised_at.is_not(None)
    )
    return (
        select(Case.id, Case.number, Case.opened_at, Involvement.person_id)
        .join(Involvement, Involvement.case_id == Case.id)
        .where(Case.status != Status.CLOSED, visible, ~chain)
        .where(Involvement.role.in_(CONCERNED), Involvement.person_kind == PersonKind.PUPIL)
        .order_by(Case.id, Involvement.id)
    )


@cache
def _said(visible: ColumnElement[bool]) -> Select[int, int]:
    of_open = select(Case.id).where(Case.status != Status.CLOSED, visible)
    return select(ParentsInformed.case_id, ParentsInformed.pupil_id).where(ParentsInformed.case_id.in_(of_open))

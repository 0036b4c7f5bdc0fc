"""Queries on cases that turn rows into frozen lines; each costs a fixed number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Row, bindparam, false, func, select
from sqlalchemy.orm import Session

from app.cases.beside import own_fields
from app.cases.file_lines import Counsel
from app.cases.lines import (
    AccessLine,
    CaseCard,
    CaseLine,
    FlagLine,
    InvolvementLine,
    ParentsLine,
    TaskLine,
)
from app.cases.rules import (
    CaseSeverity,
    Confidentiality,
    Flag,
    InvolvementRole,
    Outcome,
    Place,
    ReportedHow,
    ReportedTo,
    Scope,
    Status,
    scope_of,
)
from app.cases.steps import CaseFacts, Party, PendingTask
from app.cases.tables import Case, CaseFlag, CaseGrant, CaseTask, Involvement, ParentsInformed
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import PersonLine
from app.people.service import People

NAMES_IN_LINE = 3
_AS_KEPT = (
    "summary",
    "owner_id",
    "platform",
    "account",
    "happened_on",
    "happened_about",
    "knowledge_at",
    "reported_at",
    "reporter_protected",
    "on_behalf_of",
    "personal_data",
    "triaged_at",
    "closed_at",
    "closing",
)
CONCERNED = (InvolvementRole.ACTOR, InvolvementRole.AFFECTED)
LINE_COLUMNS = (  # of a long list these are read much sooner than whole cases
    Case.id,
    Case.number,
    Case.title,
    Case.status,
    Case.severity,
    Case.owner_name,
    Case.opened_at,
    Case.changed_at,
    Case.is_employee_case,
    Case.evaluate_on,
    Case.waits_for,
)
_PARTS = (
    select(Involvement.case_id, Involvement.person_id, Involvement.name)
    .where(Involvement.case_id.in_(bindparam("cases", expanding=True)), Involvement.role.in_(CONCERNED))
    .order_by(Involvement.id)
)


def case_lines(session: Session, people: People, rows: Sequence[Case | Row[*tuple[Any, ...]]]) -> tuple[CaseLine, ...]:
    """Lines for these cases, each with the names of those whom it concerns."""
    names = _concerned(session, people, [row.id for row in rows])
    return tuple(_case_line(row, names.get(row.id, ())) for row in rows)


def _case_line(row: Case | Row[*tuple[Any, ...]], names: Sequence[str]) -> CaseLine:
    more = len(names) - NAMES_IN_LINE
    return CaseLine(
        id=row.id,
        number=row.number,
        title=row.title,
        status=Status(row.status),
        severity=CaseSeverity(row.severity),
        owner=row.owner_name,
        opened_at=row.opened_at,
        changed_at=row.changed_at,
        involved=", ".join(names[:NAMES_IN_LINE]) + (f" +{more}" if more > 0 else ""),
        is_employee_case=row.is_employee_case,
        evaluate_on=row.evaluate_on,
        waits_for=row.waits_for,
    )


def _concerned(session: Session, people: People, case_ids: Sequence[int]) -> dict[int, list[str]]:
    rows = session.execute(_PARTS, {"cases": list(case_ids)}).all()
    known = people.names([person_id for _case, person_id, _name in rows if person_id is not None])
    names: dict[int, list[str]] = defaultdict(list)
    for case_id, person_id, name in rows:
        line = known.get(person_id) if person_id is not None else None
        shown = full(line.name) if line else name
        if shown and shown not in names[case_id]:
            names[case_id].append(shown)
    return names


def parties_of(session: Session, people: People, case_id: int) -> tuple[InvolvementLine, ...]:
    """Everybody in this case, in the order in which they were named."""
    rows = session.scalars(select(Involvement).where(Involvement.case_id == case_id).order_by(Involvement.id)).all()
    known = people.names([row.person_id for row in rows if row.person_id is not None])
    lines = []
    for row in rows:
        line = known.get(row.person_id) if row.person_id is not None else None
        lines.append(
            InvolvementLine(
                id=row.id,
                person_id=row.person_id,
                name=full(line.name) if line else row.name or _("(niet meer in de administratie)"),
                first_name=line.name.first_name if line else row.name,
                surname=line.name.surname if line else row.name,
                detail=line.detail if line else _("van buiten de school"),
                role=InvolvementRole(row.role),
                category=row.category,
                part=row.part,
                is_pupil=row.person_kind == "pupil",
                group=row.group_name,
                task_holder=row.task_holder,
                heard_at=row.heard_at,
                outcome=Outcome(row.outcome) if row.outcome else None,
                outcome_why=row.outcome_why,
            )
        )
    return tuple(lines)


def _without_reporter(parties: tuple[InvolvementLine, ...]) -> tuple[InvolvementLine, ...]:
    """The same persons with the name of a protected reporter left out, for who need not know it."""
    hidden = _("beschermde melder")
    return tuple(
        replace(line, person_id=None, name=hidden, first_name=hidden, surname=hidden, detail="", group="")
        if line.role is InvolvementRole.REPORTER
        else line
        for line in parties
    )


def scope_from(parties: Iterable[InvolvementLine]) -> Scope:
    """The size of the problem as the involvements show it."""
    concerned = {
        line.person_id: line.group for line in parties if line.is_pupil and line.role in CONCERNED and line.person_id
    }
    return scope_of(tuple(concerned.values()))


def parents_of(
    session: Session, people: People, case_id: int, parties: Sequence[InvolvementLine]
) -> tuple[ParentsLine, ...]:
    """For each pupil who did or suffered it: whether the parents know."""
    query = select(ParentsInformed).where(ParentsInformed.case_id == case_id).order_by(ParentsInformed.id)
    rows = session.scalars(query).all()
    concerned = [line for line in parties if line.is_pupil and line.role in CONCERNED]
    known = people.names([*(row.pupil_id for row in rows), *(one.person_id for one in concerned if one.person_id)])
    told = {kept_id(known, row.pupil_id): row for row in rows}
    pupils = {kept_id(known, one.person_id): one for one in concerned if one.person_id}
    return tuple(_parents_line(person_id, line, told.get(person_id)) for person_id, line in pupils.items())


def kept_id(known: Mapping[int, PersonLine], person_id: int) -> int:
    """The id that a person has now, also when two entries were made one."""
    return known[person_id].id if person_id in known else person_id


def _parents_line(pupil_id: int, line: InvolvementLine, row: ParentsInformed | None) -> ParentsLine:
    return ParentsLine(
        pupil_id=pupil_id,
        pupil=line.name,
        surname=line.surname,
        informed=row.informed if row else None,
        at=row.at if row else None,
        how=row.how if row else "",
        by=row.by_name if row else "",
        reason=row.reason if row else "",
    )


def task_lines(rows: Iterable[tuple[CaseTask, Case]]) -> tuple[TaskLine, ...]:
    """Lines for these tasks with the case that each belongs to."""
    return tuple(
        TaskLine(
            id=task.id,
            case_id=case.id,
            case_number=case.number,
            case_title=case.title,
            title=task.title,
            due_on=task.due_on,
            owner=task.owner_name,
            template=task.template,
            done_on=task.done_on,
        )
        for task, case in rows
    )


def card_of(session: Session, people: People, row: Case, *, may_know: bool = True) -> CaseCard:
    """One case with everything but its timeline; ``may_know`` whether a protected reporter is named."""
    line = case_lines(session, people, [row])[0]
    parties, kept = parties_of(session, people, row.id), {name: getattr(row, name) for name in _AS_KEPT}
    if row.reporter_protected and not may_know:
        parties, kept["on_behalf_of"] = _without_reporter(parties), ""
    flags = session.scalars(select(CaseFlag).where(CaseFlag.case_id == row.id)).all()
    tasks = session.scalars(select(CaseTask).where(CaseTask.case_id == row.id).order_by(CaseTask.due_on, CaseTask.id))
    return CaseCard(
        **vars(line),
        **kept,
        confidentiality=Confidentiality(row.confidentiality),
        place=Place(row.place) if row.place else None,
        reported_to=ReportedTo(row.reported_to),
        reported_how=ReportedHow(row.reported_how),
        articles=tuple(row.articles),
        scope=Scope(row.scope) if row.scope else scope_from(parties),
        flags=frozenset(Flag(flag.flag) for flag in flags if flag.raised_at),
        met=frozenset(Flag(flag.flag) for flag in flags if flag.met_at),
        parties=parties,
        parents=parents_of(session, people, row.id, parties),
        tasks=task_lines((task, row) for task in tasks),
        access=_access(session, row.id),
        raised=tuple(
            FlagLine(Flag(flag.flag), flag.raised_at, flag.raised_by, flag.raised_why, flag.met_at)
            for flag in flags
            if flag.raised_at
        ),
        own=own_fields.told(session, row.own_values),
        own_values=dict(row.own_values),
        archived_at=row.archived_at,
    )


def _access(session: Session, case_id: int) -> tuple[AccessLine, ...]:
    ended = func.coalesce(CaseGrant.until < func.today(), false())
    standing = (CaseGrant.case_id == case_id, CaseGrant.revoked_at.is_(None))
    query = select(CaseGrant, ended).where(*standing).order_by(CaseGrant.id)
    return tuple(
        AccessLine(row.user_id, row.user_name, row.granted_at, row.by_name, row.sees_files, row.until, bool(over))
        for row, over in session.execute(query)
    )


def facts_of(
    card: CaseCard, today: date, counsel: Counsel, *, at_police: bool, talked: bool, decided: bool
) -> CaseFacts:
    """What the next step follows from, from what the card holds."""
    return CaseFacts(
        status=card.status,
        today=today,
        knowledge_at=card.knowledge_at,
        flags=card.flags,
        met=card.met,
        is_triaged=card.triaged_at is not None,
        scope=card.scope,
        parties=tuple(
            Party(
                line.name,
                line.role,
                line.heard_at is not None,
                line.outcome is not None,
                line.id,
                line.is_pupil,
                line.person_id,
            )
            for line in card.parties
        ),
        uninformed=tuple(line.pupil for line in card.parents if line.informed is None),
        pending=tuple(
            PendingTask(task.id, task.title, task.due_on, task.owner, task.template)
            for task in card.tasks
            if task.done_on is None
        ),
        evaluate_on=card.evaluate_on,
        talked=talked,
        decided=decided,
        chain=counsel.duty,
        by_task_holder=card.is_employee_case,
        suspects=bool(counsel.suspects) and Flag.STATUTORY_CONSULT_DUE in card.flags,
        at_police=at_police,
    )

"""The line of anybody: the name, and in a few words who it is; one statement, whoever is asked for."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, ScalarSelect, Select, func, select
from sqlalchemy.orm import Session, aliased

from app.kernel.names import PersonName, full
from app.kernel.texts import N_, _
from app.people.reading import chunks, holds, name_columns, name_of
from app.people.rules import PersonKind, PersonLine, RelationKind, is_enrolled
from app.people.tables import Employee, Group, Membership, Person, Pupil, Relation

WARDS = {
    RelationKind.PARENT: N_("ouder van {pupil}"),
    RelationKind.GUARDIAN_PERSON: N_("voogd van {pupil}"),
    RelationKind.GUARDIAN_INSTITUTION: N_("voogdij-instelling van {pupil}"),
    RelationKind.CARER: N_("verzorger van {pupil}"),
}


def person_lines(session: Session, ids: Collection[int], on: date) -> dict[int, PersonLine]:
    """The lines of these persons by the id asked for; one that was merged answers as the person it became."""
    found: dict[int, Row[Any]] = {}
    for chunk in chunks(ids):
        for row in session.execute(_query(on).where(Person.id.in_(chunk))):
            found[row.id] = row
    moved = {row.id: row.merged_into for row in found.values() if row.merged_into}
    targets = person_lines(session, set(moved.values()), on) if moved else {}
    lines = {row.id: PersonLine(row.id, PersonKind(row.kind), name_of(row), _detail(row, on)) for row in found.values()}
    return lines | {old: targets[new] for old, new in moved.items() if new in targets}


@lru_cache(maxsize=8)  # to put it together takes longer than to ask it
def _query(on: date) -> Select[Any]:
    first, ward = aliased(Relation), aliased(Person)
    return (
        select(
            Person.id, Person.kind, *name_columns(Person), Person.merged_into, Person.withdrawn_on,
            Pupil.enrol_date, Pupil.leave_date, Employee.job_title, _group(on), _taught(on), _wards(),
            first.kind.label("relation"), ward.first_name.label("ward_first_name"), ward.infix.label("ward_infix"),
            ward.surname.label("ward_surname"), ward.initials.label("ward_initials"), ward.exact.label("ward_exact"),
        )
        .join(Pupil, Pupil.id == Person.id, isouter=True)
        .join(Employee, Employee.id == Person.id, isouter=True)
        .join(first, first.id == _first_relation(), isouter=True)
        .join(ward, ward.id == first.pupil_id, isouter=True)
    )  # fmt: skip


def _detail(row: Row[Any], on: date) -> str:
    if row.withdrawn_on:
        return _("ingetrokken")
    return _OF_KIND[PersonKind(row.kind)](row, on)


def _of_pupil(row: Row[Any], on: date) -> str:
    if not is_enrolled(row.enrol_date, row.leave_date, on):
        return _("uitgeschreven")
    return _("groep {group}").format(group=row.group_name) if row.group_name else _("zonder groep")


def _of_employee(row: Row[Any], _on: date) -> str:
    taught = sorted((row.taught or "").split(","))
    groups = ", ".join(group for group in taught if group not in row.job_title)
    return f"{row.job_title} {groups}".strip()


def _of_guardian(row: Row[Any], _on: date) -> str:
    if not row.wards:
        return ""
    name = PersonName(row.ward_first_name, row.ward_infix, row.ward_surname, row.ward_initials, row.ward_exact)
    others = f" +{row.wards - 1}" if row.wards > 1 else ""
    return _(WARDS[RelationKind(row.relation)]).format(pupil=full(name)) + others


_OF_KIND = {PersonKind.PUPIL: _of_pupil, PersonKind.EMPLOYEE: _of_employee, PersonKind.GUARDIAN: _of_guardian}


def _group(on: date) -> Any:
    """The group in which a pupil sits that day."""
    query = select(Group.name).join(Membership, Membership.group_id == Group.id)
    query = query.where(Membership.pupil_id == Person.id, holds(Membership, on))
    return _of_person(query.order_by(Membership.id.desc()).limit(1)).label("group_name")


def _taught(on: date) -> Any:
    """The groups of a teacher that have pupils that day, with commas between."""
    has_pupils = select(Membership.id).where(Membership.group_id == Group.id, holds(Membership, on)).exists()
    query = select(func.group_concat(Group.name.distinct())).where(Group.teacher_id == Person.id, has_pupils)
    return _of_person(query).label("taught")


def _wards() -> Any:
    """Of how many pupils somebody is a guardian now."""
    query = select(func.count(Relation.id)).where(Relation.guardian_id == Person.id, Relation.until.is_(None))
    return _of_person(query).label("wards")


def _first_relation() -> ScalarSelect[Any]:
    query = select(func.min(Relation.id)).where(Relation.guardian_id == Person.id, Relation.until.is_(None))
    return _of_person(query)


def _of_person(query: Select[Any]) -> ScalarSelect[Any]:
    return query.correlate(Person).scalar_subquery()

"""Who left, and who goes along with a pupil whose term is over, for the yearly proposal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.people.tables import Employee, Person, Pupil, Relation
from app.vault.database import Drawer


@dataclass(frozen=True)
class Leavers:
    """The last day of every pupil and employee by id; None for who is still there."""

    pupils: dict[int, date | None]
    employees: dict[int, date | None]


def leavers(register: Drawer) -> Leavers:
    """When everybody left, or will; who was merged or withdrawn counts as the others do."""
    with register.read() as session:
        pupils = {row[0]: row[1] for row in session.execute(select(Pupil.id, Pupil.leave_date))}
        employees = {row[0]: row[1] for row in session.execute(select(Employee.id, Employee.end_date))}
    return Leavers(pupils, employees)


def guardians_of_only(register: Drawer, pupil_ids: Collection[int]) -> frozenset[int]:
    """The guardians of these pupils who are guardians of no other pupil, and are nothing else at school."""
    with register.read() as session:
        pairs = [(row[0], row[1]) for row in session.execute(select(Relation.guardian_id, Relation.pupil_id))]
        others = set(session.scalars(select(Employee.id))) | set(session.scalars(select(Pupil.id)))
        merged = set(session.scalars(select(Person.merged_into).where(Person.merged_into.is_not(None))))
    going = {guardian for guardian, pupil in pairs if pupil in pupil_ids}
    staying = {guardian for guardian, pupil in pairs if pupil not in pupil_ids}
    return frozenset(going - staying - others - merged)

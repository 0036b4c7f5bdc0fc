"""Who left, and who goes along with a pupil whose term is over, for the yearly proposal."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.people.tables import Employee, Person, Pupil, Relation
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class Leavers:
    """The last day of every pupil and employee by id; None for who is still there.

    ``withdrawn`` tells since when the people of an undone import are shown nowhere, ``special`` which pupils left for
    special education.
    """

    pupils: dict[int, date | None]
    employees: dict[int, date | None]
    withdrawn: dict[int, date]
    special: frozenset[int]


def leavers(register: Drawer) -> Leavers:
    """When everybody left, or will; who was merged counts as the others do."""
    with register.read() as session:
        pupils = {row[0]: row[1] for row in session.execute(select(Pupil.id, Pupil.leave_date))}
        employees = {row[0]: row[1] for row in session.execute(select(Employee.id, Employee.end_date))}
        days = session.execute(select(Person.id, Person.withdrawn_on).where(Person.withdrawn_on.is_not(None)))
        withdrawn = {key: day for key, day in days if day is not None}
        special = frozenset(session.scalars(select(Pupil.id).where(Pupil.to_special)))
    return Leavers(pupils, employees, withdrawn, special)


def note_special(register: Drawer, pupil_id: int, to_special: bool) -> None:
    """Note whether a pupil left for special education: the papers then stay a year longer (rules_nl 9)."""
    with register.read() as session:
        known = session.get_one(Pupil, pupil_id).to_special
    if known != to_special:
        with register.write("pupil.changed", f"person:{pupil_id}") as session:
            session.get_one(Pupil, pupil_id).to_special = to_special


def guardians_of_only(register: Drawer, pupil_ids: Collection[int]) -> frozenset[int]:
    """The guardians of these pupils who are guardians of no other pupil, and are nothing else at school."""
    with register.read() as session:
        pairs = [(row[0], row[1]) for row in session.execute(select(Relation.guardian_id, Relation.pupil_id))]
        others = set(session.scalars(select(Employee.id))) | set(session.scalars(select(Pupil.id)))
        merged = set(session.scalars(select(Person.merged_into).where(Person.merged_into.is_not(None))))
    going = {guardian for guardian, pupil in pairs if pupil in pupil_ids}
    staying = {guardian for guardian, pupil in pairs if pupil not in pupil_ids}
    return frozenset(going - staying - others - merged)

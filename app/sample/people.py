"""Enters the invented people: last school year as it was, then this August's new list."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.kernel.calendar import school_year, school_year_days
from app.kernel.names import Title, fold
from app.people.registrar import Registrar
from app.people.rules import NewEmployee, TaskKind
from app.people.service import People
from app.sample.families import Child, FamilyPlan, Town
from app.sample.pool import Pool, email
from app.sample.source import person_name, read
from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class Entered:
    """One child in the register: its id, its guardians' ids in order, and the family it belongs to."""

    id: int
    child: Child
    guardians: tuple[int, ...]
    family: FamilyPlan


@dataclass
class Population:
    """Who was invented, and under which ids they stand in the register."""

    families: tuple[FamilyPlan, ...]
    entered: list[Entered]
    staff: dict[str, int]
    _guardians: dict[int, tuple[int, ...]]

    def child(self, key: str) -> Entered | None:
        """The child with a part in the stories, if it is at this school."""
        return next((one for one in self.entered if one.child.key == key), None)

    def guardians_of(self, family: FamilyPlan) -> tuple[int, ...]:
        """The ids of the grown-ups of a family, in their order; empty before they are entered."""
        return self._guardians.get(id(family), ())

    def remember(self, family: FamilyPlan, ids: Sequence[int]) -> None:
        """Keep under which ids the grown-ups of a family stand."""
        self._guardians[id(family)] = tuple(ids)


def invent(pupils: int, seed: int, today: date) -> Population:
    """Think up everybody; nothing is written yet."""
    pool = Pool(random.Random(seed))  # noqa: S311 - invented people need no secrecy
    source = read("school")
    pool.barred = {fold(user["name"].split()[-1]) for user in source["user"]}
    for row in source["employee"]:
        pool.take(person_name(row["name"]))
    groups = source["groups"]["names"]
    places = Counter({group: pupils // len(groups) for group in groups})
    for group in groups[len(groups) - pupils % len(groups) :]:
        places[group] += 1
    return Population(Town(pool, today, places).settle(pupils // len(groups)), [], {}, {})


def enter_staff(people: People, population: Population, today: date) -> None:
    """Enter the employees and other task holders."""
    this_year = school_year_days(school_year(today))[0].year
    for row in read("school")["employee"]:
        name = person_name(row["name"])
        since = min(row["since"], this_year)
        employee = NewEmployee(
            name=name,
            job_title=row["job"],
            email=email(name).replace("@", "@dewilgenhof."),
            start_date=min(date(since, 8, 1), today),
            title=Title(row["title"]),
            task_kind=TaskKind(row.get("task", TaskKind.EMPLOYED)),
        )
        population.staff[row["key"]] = people.add_employee(employee)


def enter_last_year(people: People, register: Drawer, population: Population, on: date) -> None:
    """Enter the pupils who were at school already, in the groups they were in."""
    there = [(family, child) for family, child in _children(population) if _was_there(child, on)]
    with register.write("list.entered") as session:
        registrar = people.registrar(session)
        plans = [replace(child.pupil, group=child.before, year_group=_year_before(child)) for _family, child in there]
        plans = [replace(plan, leave_date=None) for plan in plans]
        _enter(registrar, population, there, registrar.add_pupils(plans))


def enter_this_year(people: People, register: Drawer, population: Population, first_day: date) -> None:
    """The list of this August: leavers go, everybody moves up a group, new pupils come."""
    known = {id(one.child) for one in population.entered}
    new = [(family, child) for family, child in _children(population) if id(child) not in known]
    with register.write("list.entered") as session:
        registrar = people.registrar(session)
        for one in population.entered:
            pupil = one.child.pupil
            if pupil.leave_date:
                registrar.change_pupil(one.id, replace(pupil, group="", year_group=None))
            else:
                registrar.place(one.id, pupil.group, pupil.year_group, first_day)
        _enter(registrar, population, new, registrar.add_pupils([child.pupil for _family, child in new]))
        groups = {child.pupil.group for _family, child in _children(population)}
        for row in read("school")["employee"]:
            if row.get("teaches") in groups:
                registrar.set_teacher(row["teaches"], population.staff[row["key"]])


def _enter(
    registrar: Registrar, population: Population, children: Sequence[tuple[FamilyPlan, Child]], ids: Sequence[int]
) -> None:
    links = []
    for (family, child), pupil_id in zip(children, ids, strict=True):
        if not population.guardians_of(family):
            population.remember(family, registrar.add_guardians(family.guardians))
        guardians = population.guardians_of(family)
        links += [(pupil_id, guardian, new) for guardian, new in zip(guardians, family.guardians, strict=True)]
        population.entered.append(Entered(pupil_id, child, guardians, family))
    registrar.relate(links)


def _children(population: Population) -> Iterator[tuple[FamilyPlan, Child]]:
    for family in population.families:
        for child in family.children:
            yield family, child


def _was_there(child: Child, on: date) -> bool:
    started = child.pupil.enrol_date
    return child.before != "" and (started is None or started <= on)


def _year_before(child: Child) -> int | None:
    year = child.pupil.year_group
    return year if year is None or child.pupil.leave_date else max(1, year - 1)

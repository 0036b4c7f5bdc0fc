"""Plays the invented cases of ``data/demo/cases.toml`` through the services, each step on its own day and time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from app.cases.inputs import NewClosure, NewEntry, NewEvidence, NewInvolvement, NewReport, NewTask, ParentsTold
from app.cases.rules import (
    CaseSeverity,
    EntryKind,
    InvolvementRole,
    NewTriage,
    Outcome,
    Place,
    ReportedHow,
    ReportedTo,
    Scope,
    Status,
)
from app.casework import Casework
from app.kernel.calendar import add_working_days, working_day_from
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import long_date, long_weekday_date
from app.kernel.names import initialed
from app.people.service import People
from app.sample.days import Days
from app.sample.people import Population
from app.sample.picture import screenshot
from app.sample.source import Table, read

Word = TypeVar("Word", bound=StrEnum)


@dataclass(frozen=True)
class Who:
    """A person of the register, or somebody from outside (``id`` None)."""

    id: int | None
    name: str


@dataclass(frozen=True)
class Moment:
    """One step of one case, on its day and time; ``case`` tells to which it belongs."""

    day: date
    at: time
    order: int
    case: Table
    step: Table


@dataclass
class Scene:
    """What the steps of a case need: the services, the days, and who is who."""

    work: Casework
    people: People
    population: Population
    days: Days
    ids: dict[str, int] = field(default_factory=dict)  # of cases, measures and letters, by their key

    def day(self, ago: int) -> date:
        """That many working days back."""
        return add_working_days(self.days.today, -ago)

    def coming(self, days: int) -> date:
        """A working day about that many days ahead."""
        return working_day_from(self.days.today + timedelta(days=days))

    def instant(self, ago: int, at: str) -> datetime:
        """A moment on a school day back, never later than the step that tells it."""
        return min(datetime.combine(self.day(ago), time.fromisoformat(at), AMSTERDAM), self.days.clock.now())

    def told(self, text: str) -> str:
        """The text with its days filled in: ``{ago 63}`` and ``{in 1}`` become dates."""
        past = re.sub(r"\{ago (\d+)\}", lambda found: long_date(self.day(int(found[1]))), text)
        return re.sub(r"\{in (\d+)\}", lambda found: long_weekday_date(self.coming(int(found[1]))), past)

    def who(self, name: str) -> Who:
        """Who is meant by this name in the story."""
        if name.startswith("="):
            return Who(None, name[1:])
        key, _slash, position = name.partition("/")
        if key in self.population.staff:
            person = self.population.staff[key]
        else:
            child = self.population.child(key)
            assert child is not None  # noqa: S101 - cases of absent children are left out
            person = child.guardians[int(position)] if position else child.id
        return Who(person, initialed(self.people.person(person).name))

    def involvements(self, case_id: int, names: list[str]) -> tuple[int, ...]:
        """The involvements of these persons in a case."""
        wanted = {self.who(name).id for name in names}
        return tuple(party.id for party in self.work.cases.case(case_id).parties if party.person_id in wanted)


def moments(scene: Scene) -> list[Moment]:
    """Every step of every case whose children are at this school, in the order in which they happened."""
    found = [moment for row in read("cases")["case"] if _is_here(scene, row) for moment in _moments_of(scene, row)]
    return sorted(found, key=lambda moment: (moment.day, moment.at, moment.order))


def _is_here(scene: Scene, row: Table) -> bool:
    keys = {party["who"].partition("/")[0] for party in row["parties"] if not party["who"].startswith("=")}
    return all(key in scene.population.staff or scene.population.child(key) for key in keys)


def _moments_of(scene: Scene, row: Table) -> Iterator[Moment]:
    yield Moment(scene.day(row["ago"]), time.fromisoformat(row["at"]), 0, row, {"do": "report"})
    for order, step in enumerate(row["step"], start=1):
        yield Moment(scene.day(step["ago"]), time.fromisoformat(step["at"]), order, row, step)


def report(scene: Scene, row: Table) -> None:
    """Take down the report with which a case begins."""
    told = row["report"]
    ago = told.get("reported_ago", row["ago"])
    reported_at = scene.instant(ago, told.get("reported_at", row["at"]))
    scene.ids[row["key"]] = scene.work.cases.report(
        NewReport(
            title=row["title"],
            summary=told["summary"],
            happened_on=scene.day(told["happened_ago"]) if "happened_ago" in told else None,
            happened_about=told.get("happened_about", ""),
            place=Place(told["place"]),
            platform=told["platform"],
            account=told.get("account", ""),
            involved=tuple(_involvement(scene, party) for party in row["parties"]),
            reported_to=ReportedTo(told["reported_to"]),
            reported_how=ReportedHow(told["reported_how"]),
            reported_at=reported_at,
            knowledge_at=reported_at,
            reporter_protected=told.get("reporter_protected", False),
            severity=CaseSeverity(told["severity"]),
        )
    )


def _involvement(scene: Scene, party: Table) -> NewInvolvement:
    who = scene.who(party["who"])
    return NewInvolvement(
        role=InvolvementRole(party["role"]),
        person_id=who.id,
        name=who.name if who.id is None else "",
        category=party.get("category", ""),
        part=party.get("part", ""),
        task_holder=party.get("task_holder", False),
    )


def triage(scene: Scene, case_id: int, step: Table) -> None:
    """Answer the questions of triage."""
    answers = dict(step["triage"])
    scope = Scope(answers.pop("scope")) if "scope" in answers else None
    severity = CaseSeverity(answers.pop("severity"))
    scene.work.cases.triage(case_id, NewTriage(school_related=True, severity=severity, scope=scope, **answers))


def entry(scene: Scene, case_id: int, step: Table) -> None:
    """Write a line in the timeline."""
    new = step["entry"]
    scene.work.cases.add_entry(
        case_id,
        NewEntry(
            kind=EntryKind(new["kind"]),
            title=new["title"],
            text=scene.told(new["text"]),
            internal=new.get("internal", False),
            heard=scene.involvements(case_id, new.get("heard", [])),
            both_sides=new.get("both_sides", False),
        ),
    )


def evidence(scene: Scene, case_id: int, step: Table) -> None:
    """Attach a screenshot."""
    new = step["evidence"]
    taken = scene.days.clock.now() - timedelta(hours=12)
    data = screenshot(case_id)
    scene.work.cases.attach(case_id, NewEvidence(data, new["name"], new["description"], taken, new["source"]))


def parents(scene: Scene, case_id: int, step: Table) -> None:
    """Tell the parents of a child."""
    told = step["parents"]
    pupil = scene.who(told["who"]).id
    assert pupil is not None  # noqa: S101 - the story names a child
    scene.work.cases.inform_parents(case_id, ParentsTold(pupil, how=told["how"]))


def task(scene: Scene, case_id: int, step: Table) -> None:
    """Plan something to do."""
    new = step["task"]
    scene.work.cases.add_task(case_id, NewTask(new["title"], scene.coming(new["in"]), new.get("owner", "")))


def finish(scene: Scene, case_id: int, step: Table) -> None:
    """Tick off the task that came from a template."""
    done = step["finish"]
    for line in scene.work.cases.case(case_id).tasks:
        if line.template == done["template"] and line.done_on is None:
            scene.work.cases.finish_task(case_id, line.id, done["note"])


def move(scene: Scene, case_id: int, step: Table) -> None:
    """Bring the case to another status."""
    scene.work.cases.move(case_id, Status(step["move"]["to"]), step["move"]["reason"])


def close(scene: Scene, case_id: int, step: Table) -> None:
    """Close the case with an outcome for each who did it."""
    end = step["close"]
    outcomes = tuple(
        (involvement, Outcome(outcome))
        for name, outcome in end["outcomes"].items()
        for involvement in scene.involvements(case_id, [name])
    )
    scene.work.cases.close(case_id, NewClosure(scene.told(end["reason"]), outcomes, end.get("despite", "")))

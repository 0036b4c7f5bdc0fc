"""What the invented cases are played in: the services, the days, and who is who; texts with their days filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from app.cases.lines import InvolvementLine
from app.casework import Casework
from app.kernel.calendar import add_working_days, working_day_from
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import long_date, long_weekday_date
from app.kernel.names import PersonName, initialed
from app.people.rules import Authority
from app.sample.days import Days
from app.sample.people import Population
from app.sample.source import Table, person_name, read
from app.vault.keys.keyring import User


@dataclass(frozen=True)
class Who:
    """A person of the register, or somebody from outside (``id`` None)."""

    id: int | None
    name: str


@dataclass(frozen=True)
class Moment:
    """One step of one case, on its day and time; ``last`` is the day from which the case counts back."""

    day: date
    at: time
    order: int
    case: Table
    step: Table
    last: date


@dataclass
class Scene:
    """What the steps of a case need; ``last`` belongs to the case that is played now."""

    work: Casework
    population: Population
    days: Days
    users: tuple[User, ...]
    ids: dict[str, int]  # of cases and measures, by their key
    last: date
    _parties: dict[int, tuple[InvolvementLine, ...]] = field(default_factory=dict)

    def day(self, ago: int) -> date:
        """That many working days back."""
        return add_working_days(self.last, -ago)

    def coming(self, days: int) -> date:
        """A working day about that many days ahead; of what is not over yet, counted from the real day."""
        now = self.days.now.date() if self.last == self.days.today else self.last
        return working_day_from(now + timedelta(days=days))

    def instant(self, ago: int, at: str) -> datetime:
        """A moment on a school day back, never later than the step that tells it."""
        return self.moment(self.day(ago), at)

    def moment(self, day: date, at: str) -> datetime:
        """A time on a day, never later than the step that tells it."""
        return min(datetime.combine(day, time.fromisoformat(at), AMSTERDAM), self.days.clock.now())

    def told(self, text: str) -> str:
        """The text with its days filled in: ``{ago 63}`` and ``{in 1}`` become dates."""
        past = re.sub(r"\{ago (\d+)\}", lambda found: long_date(self.day(int(found[1]))), text)
        return re.sub(r"\{in (\d+)\}", lambda found: long_weekday_date(self.coming(int(found[1]))), past)

    def who(self, name: str) -> Who:
        """Who is meant by this name in the story."""
        if name.startswith("="):
            return Who(None, name[1:])
        return Who(self.person(name), initialed(self._name(name)))

    def _name(self, name: str) -> PersonName:
        key, _slash, position = name.partition("/")
        child = self.population.child(key)
        if child is None:
            return next(person_name(row["name"]) for row in read("school")["employee"] if row["key"] == key)
        return child.family.guardians[int(position)].name if position else child.child.pupil.name

    def person(self, name: str) -> int:
        """The number in the register of who is meant by this name."""
        key, _slash, position = name.partition("/")
        if key in self.population.staff:
            return self.population.staff[key]
        child = self.population.child(key)
        assert child is not None  # noqa: S101 - cases of absent children are left out
        return child.guardians[int(position)] if position else child.id

    def involvements(self, case_id: int, names: list[str]) -> tuple[int, ...]:
        """The involvements of these persons in a case."""
        if not names:
            return ()
        if case_id not in self._parties:
            self._parties[case_id] = self.work.cases.case(case_id).parties
        wanted = {self.person(name) for name in names}
        return tuple(party.id for party in self._parties[case_id] if party.person_id in wanted)

    def has_authority(self, name: str) -> bool:
        """Whether this is a guardian who is not known to lack authority."""
        key, _slash, position = name.partition("/")
        child = self.population.child(key)
        if child is None or not position:
            return False
        return child.family.guardians[int(position)].authority is not Authority.NO


def moments(population: Population, days: Days) -> list[Moment]:
    """Every step of every case whose children are at this school, in the order in which they happened."""
    years = (("earlier", days.last_day_last_year), ("cases", days.today))
    found = [
        moment
        for name, last in years
        for row in read(name)["case"]
        if _is_here(population, row)
        for moment in _moments_of(row, last)
    ]
    return sorted(found, key=lambda moment: (moment.day, moment.at, moment.order))


def _is_here(population: Population, row: Table) -> bool:
    keys = {party["who"].partition("/")[0] for party in row["parties"] if not party["who"].startswith("=")}
    return all(key in population.staff or population.child(key) for key in keys)


def _moments_of(row: Table, last: date) -> Iterator[Moment]:
    for order, step in enumerate([row | {"do": "report"}, *row["step"]]):
        day = add_working_days(last, -step["ago"])
        yield Moment(day, time.fromisoformat(step["at"]), order, row, step, last)

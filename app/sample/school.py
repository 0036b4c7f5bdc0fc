"""Builds the sample school "De Wilgenhof": the same from the same seed, with dates that count back from today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from app.kernel.calendar import school_year, school_year_days, working_day_from, working_day_until
from app.kernel.clock import AMSTERDAM, Clock, FixedClock
from app.people.service import People
from app.sample.people import Population, enter_last_year, enter_staff, enter_this_year, invent
from app.sample.source import read
from app.school.rules import Mandate, NewProfile, SchoolType, Signatory
from app.school.service import School
from app.vault.keyring import Cost, Role
from app.vault.store import NewUser, Store, create_store

MORNING = time(8, 30)
CLOSING = time(14)  # a working day before this hour has no stories of its own yet


@dataclass(frozen=True)
class Sample:
    """What was built: the users with their passphrases, and the recovery key."""

    folder: Path
    users: tuple[NewUser, ...]
    recovery_key: str


@dataclass
class Calendar:
    """Moves the clock of the sample from day to day, never past the real moment."""

    clock: FixedClock
    now: datetime

    @property
    def today(self) -> date:
        """The last school day whose events are over."""
        day = self.now.date()
        return working_day_until(day if self.now.time() >= CLOSING else day - timedelta(days=1))

    def go(self, on: date, at: time = MORNING) -> datetime:
        """Set the clock; gives the instant."""
        self.clock.at = min(datetime.combine(on, at, AMSTERDAM), self.now)
        return self.clock.at


def build(folder: Path, clock: Clock, *, pupils: int = 240, seed: int = 1, cost: Cost | None = None) -> Sample:
    """Make the school in a new or empty folder; with no pupils it has users and a profile only."""
    users = tuple(NewUser(row["name"], Role(row["role"]), row["passphrase"]) for row in read("school")["user"])
    calendar = Calendar(FixedClock(clock.now()), clock.now())
    this_year = school_year_days(school_year(calendar.today))[0]
    calendar.go(working_day_from(this_year.replace(year=this_year.year - 1) + timedelta(days=18)))
    store, recovery_key = create_store(folder, read("school")["profile"]["name"], users[0], calendar.clock, cost)
    try:
        for user in users[1:]:
            store.add_user(user, cost)
        _set_up(School(store.register, calendar.clock), store)
        if pupils:
            _live(store, calendar, invent(pupils, seed, calendar.today), this_year)
        calendar.go(calendar.now.date(), calendar.now.time())
    finally:
        store.close()
    return Sample(folder, users, recovery_key)


def _set_up(school: School, store: Store) -> None:
    source = read("school")
    profile = dict(source["profile"])
    profile["school_type"] = SchoolType(profile["school_type"])
    school.save_profile(NewProfile(**profile))
    school.set_mandates(Mandate(row["rung"], row["role"]) for row in source["mandate"])
    ids = {user.name: user.id for user in store.users()}
    for row in source["user"]:
        if "signs_as" in row:
            school.set_signatory(ids[row["name"]], Signatory(row["signs_as"], row["job_title"]))


def _live(store: Store, calendar: Calendar, population: Population, this_year: date) -> None:
    """Two school years, day after day."""
    people = People(store.register, calendar.clock)
    enter_staff(people, population, calendar.clock.today())
    enter_last_year(people, store.register, population, calendar.clock.today())
    calendar.go(working_day_from(this_year + timedelta(days=16)))
    enter_this_year(people, store.register, population)

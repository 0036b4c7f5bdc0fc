"""Builds the sample school "De Wilgenhof": the same from the same seed, with dates that count back from today."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from app.application import start
from app.consents.service import Consents
from app.kernel.calendar import add_working_days, working_day_from
from app.kernel.clock import Clock, FixedClock
from app.letters.rules import Sending
from app.letters.tray.service import Tray
from app.people.service import People
from app.protocol.service import load_protocol
from app.sample.autumn import Autumn
from app.sample.consents import NEWEST, NOT_USED, Answering
from app.sample.days import Days
from app.sample.people import Population, enter_last_year, enter_staff, enter_this_year, invent
from app.sample.play import play
from app.sample.scene import Scene, moments
from app.sample.source import read
from app.school.rules import Mandate, NewProfile, SchoolType, Signatory
from app.school.service import School
from app.vault.copies import backups
from app.vault.keys import keyfile
from app.vault.keys.keyring import REGISTER, Cost, NewUser, Role
from app.vault.store import Store, create_store

TWO_YEARS = timedelta(days=731)


@dataclass(frozen=True)
class Sample:
    """What was built: the users with their passphrases, and the recovery key."""

    folder: Path
    users: tuple[NewUser, ...]
    recovery_key: str


def build(folder: Path, clock: Clock, *, pupils: int = 240, seed: int = 1, cost: Cost | None = None) -> Sample:
    """Make the school in a new or empty folder; with no pupils it has users and a profile only."""
    users = tuple(NewUser(row["name"], Role(row["role"]), row["passphrase"]) for row in read("school")["user"])
    now = clock.now()
    days = Days(FixedClock(now - TWO_YEARS), now)
    days.go(days.opening_last_year)
    store, recovery_key = create_store(folder, read("school")["profile"]["name"], users[0], days.clock, cost)
    try:
        for user in users[1:]:
            store.add_user(user, cost)
        school = School(store.register, days.clock)
        _set_up(school, store)
        school.conduct.accept()
        if pupils:
            _choose_purposes(store, days)
    finally:
        store.close()
    if pupils:
        population = invent(pupils, seed, now.date())
        _register(store, days, population, seed)
        _casework(store, Days(FixedClock(now - TWO_YEARS), now), population)
    return Sample(folder, users, recovery_key)


@contextmanager
def _opened(made: Store, role: Role, clock: Clock) -> Iterator[Store]:
    """The store as its user in this role has it, with the keys of its making: passphrases take seconds each."""
    user = next(user for user in made.users() if user.role is role)
    keys = {drawer.name: drawer.key for drawer in made.drawers if drawer.name == REGISTER or role.holds_casework}
    store = Store(made.folder, keyfile.read(made.folder), user, keys, clock)
    store.open()
    try:
        yield store
    finally:
        store.close()


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


def _choose_purposes(store: Store, days: Days) -> None:
    """The school asks for a handful of channels, as schools do."""
    consents = Consents(store.register, People(store.register, days.clock), load_protocol(), days.clock)
    for code in NOT_USED:
        consents.catalogue.switch(code, in_use=False)


def _register(made: Store, days: Days, population: Population, seed: int) -> None:
    """What the administrator does in two school years: lists, forms, answers."""
    with _opened(made, Role.ADMINISTRATOR, days.clock) as store:
        office = start(store)
        people, consents = office.people, office.consents
        chance = random.Random(seed)  # noqa: S311 - invented people need no secrecy
        answering = Answering(consents, office.consent_papers, people, population, days, chance)
        enter_staff(people, population, days.clock.today())
        enter_last_year(people, store.register, population, days.clock.today())
        asked = [purpose.code for purpose in consents.purposes()]
        last = answering.round(days.clock.today(), "2", [code for code in asked if code not in NEWEST])
        consents.rounds.close(last)
        days.go(days.opening)
        enter_this_year(people, store.register, population, days.first_day)
        answering.block()
        autumn = Autumn(answering)
        autumn.staff()
        ends = add_working_days(days.now.date(), 10)
        running = answering.round(working_day_from(days.opening + timedelta(days=7)), "3", asked, ends)
        autumn.play(running)


def _casework(made: Store, days: Days, population: Population) -> None:
    """What the director does: cases, measures, calls, letters; on the last morning the administrator posts one."""
    days.go(days.opening_last_year)
    told = moments(population, days)
    ids: dict[str, int] = {}
    with _opened(made, Role.DIRECTOR, days.clock) as store:
        play(_scene(store, days, population, ids), [moment for moment in told if moment.day < days.today])
    days.go(days.today)
    with _opened(made, Role.ADMINISTRATOR, days.clock) as store:
        tray = Tray(store.register, days.clock)
        for line in tray.waiting():
            tray.post(line.id, Sending.POST)
    with _opened(made, Role.DIRECTOR, days.clock) as store:
        play(_scene(store, days, population, ids), [moment for moment in told if moment.day >= days.today])
        days.finish()
        backups.make(store)


def _scene(store: Store, days: Days, population: Population, ids: dict[str, int]) -> Scene:
    meldboek = start(store)
    assert meldboek.casework is not None  # noqa: S101 - a director holds the key
    return Scene(meldboek.casework, population, days, store.users(), ids, days.today)

"""Two copies of the program on one store, and clocks that jump: never two writers, and the order of the log stays."""

from __future__ import annotations

import os
import random
import signal
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.kernel.clock import FixedClock, at
from app.kernel.errors import Unavailable
from app.school.health import checks
from app.vault.copies import keeping
from app.vault.store import Store, open_store
from tests.builders import ADMINISTRATOR, DIRECTOR
from tests.faults import schools
from tests.faults.tally import Tally

JUMPS = (
    ("a day back", timedelta(days=-1)),
    ("six minutes back", timedelta(minutes=-6)),
    ("ten years on", timedelta(days=3653)),
    ("a year back", timedelta(days=-365)),
)
MOMENTS = (
    ("night of summer time", at(2027, 3, 28, 1, 59), timedelta(minutes=2)),
    ("night of winter time", at(2027, 10, 31, 2, 30), timedelta(hours=1)),
    ("29 February", at(2028, 2, 29, 12), timedelta(days=1)),
    ("new year", at(2026, 12, 31, 23, 59), timedelta(minutes=2)),
)


def two_copies(folder: Path, rounds: int) -> Tally:
    """While one process has the store a second hears who, where and since; after kill -9 it is let in at once."""
    chance = random.Random(7)  # noqa: S311 - only moments
    place = schools.make(folder / "school")
    wrong = 0
    for _round in range(rounds):
        child = _holder(place)
        wrong += not _is_refused_with_a_name(place)
        time.sleep(chance.random() * 0.02)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        try:
            schools.opened(place).close()
        except Unavailable:
            wrong += 1
    return Tally("two copies on one store", rounds, wrong)


def clocks(folder: Path) -> Tally:
    """A clock that jumps, nights that are an hour shorter or longer, leap day and new year."""
    wrong = 0
    template = schools.make(folder / "template")
    for name, jump in JUMPS:
        wrong += not _survives(schools.copy(template, folder / "jump"), schools.CLOCK.now(), jump, name)
    for name, moment, step in MOMENTS:
        wrong += not _survives(schools.copy(template, folder / "moment"), moment, step, name)
    return Tally("clock scenarios", len(JUMPS) + len(MOMENTS), wrong)


def _survives(place: Path, moment: datetime, step: timedelta, name: str) -> bool:
    clock = FixedClock(moment)
    store = open_store(place, DIRECTOR.name, DIRECTOR.passphrase, clock)
    keeping.keep(store)
    store.register.note("fault.before", name)
    clock.at = clock.at.astimezone(UTC) + step
    store.register.note("fault.after", name)
    keeping.keep(store)
    store.close()
    store = open_store(place, DIRECTOR.name, DIRECTOR.passphrase, clock)
    lines = [line.action for line in store.register.log(20) if line.action.startswith("fault.")]
    verdict = store.verify()
    held = verdict.is_sound and lines[:2] == ["fault.after", "fault.before"] and _warns(store) == (step.days < 0)
    store.close()
    return held


def _warns(store: Store) -> bool:
    return any(check.state != "ok" and "klok" in check.title.lower() for check in checks(store, store.verify()))


def _holder(place: Path) -> int:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            store = schools.opened(place)
            os.write(writing, b".")
            time.sleep(60)
            store.close()
        finally:
            os._exit(1)
    os.close(writing)
    os.read(reading, 1)
    os.close(reading)
    return child


def _is_refused_with_a_name(place: Path) -> bool:
    try:
        open_store(place, ADMINISTRATOR.name, ADMINISTRATOR.passphrase, schools.CLOCK).close()
    except Unavailable as error:
        return error.code == "vault.open_elsewhere" and error.values.get("who") == DIRECTOR.name
    return False

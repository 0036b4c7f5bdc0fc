"""Killing the whole program, window and all, while it works: what it told as kept is there, and nothing is half."""

from __future__ import annotations

import os
import random
import select as system
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import func, select

from app.application import start
from app.cases.tables import Case, Entry
from app.kernel.errors import Unavailable
from app.letters.tables import CaseLetter, OutboxRow, TrayRow
from app.letters.tray import outbox
from app.people.tables import Pupil
from app.vault.copies import backups, container
from app.vault.drawers.database import Drawer
from app.vault.store import Store
from app.vault.tables import CaseworkAttachment
from tests import builders
from tests.faults import schools
from tests.faults.tally import Tally

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 3.0  # seconds that the program works before it is killed
PATIENCE = 300


def programs(folder: Path, rounds: int) -> Tally:
    """Start the program, let it work on cases, files, letters, lists and backups, kill it, and look what is there."""
    chance = random.Random(8)  # noqa: S311 - only moments
    template = with_people(folder / "template")
    wrong = told = 0
    for number in range(rounds):
        place = schools.copy(template, folder / "school")
        said = killed(place, chance.random() * LONGEST)
        told += len(said)
        if number % 4 == 0:  # the folder may have another name when it is opened again
            place = place.rename(folder / f"school-{number}")
        wrong += not (any(word == "open" for word in said) and all_there(place, said))
    return Tally("kill -9 of the whole program", rounds, wrong, f"{told} acts")


def with_people(folder: Path) -> Path:
    """A closed school with its profile and the fixed cast."""
    store = schools.opened(schools.make(folder))
    meldboek = start(store)
    builders.profile(meldboek.school)
    builders.cast(meldboek.people)
    store.close()
    return folder


def killed(place: Path, wait: float, module: str = "tests.faults.daily", ready: str = "open") -> list[str]:
    """Start the program on a school, kill it so many seconds after it was ready; gives all that it told."""
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(place.parent / "settings")}
    command = [sys.executable, "-m", module, str(place)]
    with (place.parent / "errors.txt").open("wb") as errors:
        child = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=errors)  # noqa: S603
    assert child.stdout is not None
    data, end = b"", time.monotonic() + PATIENCE
    while f"{ready}\n".encode() not in data and time.monotonic() < end and child.poll() is None:
        data += _heard(child.stdout.fileno())
    time.sleep(wait)
    child.send_signal(signal.SIGKILL)
    data += child.stdout.read()
    child.wait()
    child.stdout.close()
    return data.decode().splitlines()


def _heard(handle: int) -> bytes:
    return os.read(handle, 65536) if system.select([handle], [], [], 1)[0] else b""


def all_there(place: Path, said: list[str]) -> bool:
    """Whether the school opens soundly and holds everything that was told as kept."""
    try:
        store = schools.opened(place)
    except Unavailable:
        return False
    try:
        start(store).settle()  # what was under way between the drawers is finished
        kept = [words.split() for words in said]
        return (
            store.verify().is_sound
            and all(_is_kept(store, kind, name) for kind, name in (words for words in kept if len(words) > 1))
            and is_settled(store)
            and all(line.is_readable and container.is_whole(line.path) for line in backups.made(place))
        )
    finally:
        store.close()


def _is_kept(store: Store, kind: str, name: str) -> bool:
    """Whether one thing that was told of is there, whole."""
    assert store.casework is not None
    looks: dict[str, Callable[[], bool]] = {
        "case": lambda: _has(store.casework, Case, int(name)),
        "entry": lambda: _has(store.casework, Entry, int(name)),
        "file": lambda: _has(store.casework, CaseworkAttachment, int(name)),
        "letter": lambda: _has(store.casework, CaseLetter, int(name)),
        "posted": lambda: _has(store.register, TrayRow, int(name)),
        "pupil": lambda: _has_number(store.register, name),
        "backup": (store.folder / backups.FOLDER / name).exists,
    }
    return looks[kind]()


def _has(drawer: Drawer | None, table: type, key: int) -> bool:
    assert drawer is not None
    with drawer.read() as session:
        return session.get(table, key) is not None


def _has_number(drawer: Drawer, number: str) -> bool:
    with drawer.read() as session:
        return bool(session.scalar(select(func.count()).select_from(Pupil).where(Pupil.number == number)))


def is_settled(store: Store) -> bool:
    """Whether each final letter went to the tray exactly once, and is as far here as there."""
    assert store.casework is not None
    with store.casework.read() as session:
        final = session.scalar(
            select(func.count()).select_from(CaseLetter).where(CaseLetter.attachment_id.is_not(None))
        )
        rows = {row.key: row.state for row in session.scalars(select(OutboxRow))}
    with store.register.read() as session:
        tray = {row.key: row for row in session.scalars(select(TrayRow))}
    return (
        final == len(rows)
        and rows.keys() == tray.keys()
        and all(state in {outbox.PLACED, outbox.DONE} for state in rows.values())
        and all(
            (tray[key].posted_at is None) == (state == outbox.PLACED)
            and (tray[key].attachment_id is None) == (state == outbox.DONE)
            for key, state in rows.items()
        )
    )

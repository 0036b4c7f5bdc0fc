"""Killing the program at any moment: what was acknowledged is there, nothing is half, and one whole store opens."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from pathlib import Path

from app.kernel.errors import MeldboekError, Unavailable
from app.vault import attachments, destroying
from app.vault.copies import backups, container, restore
from app.vault.keys import rotation
from app.vault.store import open_store
from tests.builders import COORDINATOR, DIRECTOR
from tests.faults import schools
from tests.faults.tally import Tally

NEW_PASSPHRASE = "een heel andere zin"
FILES = 40
_ANEW = 25  # rounds
_LONGEST = 0.05  # seconds that a writer lives after its first commit


def writers(folder: Path, rounds: int, *, renamed: bool = False) -> Tally:
    """Kill a process that writes into both drawers; with ``renamed``, give the folder another name before opening."""
    chance = random.Random(1)  # noqa: S311 - only moments
    template = schools.make(folder / "template")
    place = schools.copy(template, folder / "school")
    wrong = commits = 0
    for number in range(rounds):
        if number % _ANEW == 0:  # each round looks through the whole log, which grows
            place = schools.copy(template, folder / "school")
        acknowledged = _killed_writer(place, number, chance.random() * _LONGEST)
        commits += acknowledged
        if renamed:
            place = place.rename(folder / f"school-{number}")
        wrong += not _all_there(place, number, acknowledged)
    return Tally(f"kill -9 of a writer{', folder renamed' if renamed else ''}", rounds, wrong, f"{commits} commits")


def _killed_writer(place: Path, number: int, wait: float) -> int:
    """Let a child write until it is killed; how many commits it told of."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)  # so that it ends by itself when nobody listens any more
        _write_for_ever(place, number, writing)
    os.close(writing)
    told = os.read(reading, 1)
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while piece := os.read(reading, 65536):
        told += piece
    os.close(reading)
    return len(told)


def _write_for_ever(place: Path, number: int, told: int) -> None:
    """In the child: one transaction after another, each of a file and a line in the log, told after its commit."""
    try:
        store = schools.opened(place)
        count = 0
        while True:
            for drawer in store.drawers:
                with drawer.write("fault.written", f"{number}:{count}") as session:
                    attachments.add(session, f"{number}:{count}".encode() * 40, f"{number}-{count}", "text/plain")
                os.write(told, b".")
            count += 1
    finally:
        os._exit(1)


def _all_there(place: Path, number: int, acknowledged: int) -> bool:
    store = schools.opened(place)
    try:
        found = whole = 0
        for drawer in store.drawers:
            lines = [line for line in drawer.log(100_000, with_changes=False) if line.subject.startswith(f"{number}:")]
            with drawer.read() as session:
                table = drawer.tables.attachments
                files = session.query(table).filter(table.name.like(f"{number}-%")).count()
            found, whole = found + len(lines), whole + (files == len(lines))
        return found >= acknowledged and whole == len(store.drawers) and store.verify().is_sound
    finally:
        store.close()


def steps(folder: Path, rounds: int) -> list[Tally]:
    """Kill while keys are renewed, a passphrase changes, a backup is made or put back: old or new, never neither."""
    template = schools.make(folder / "template")
    store = schools.opened(template)
    for drawer in store.drawers:
        with drawer.write("fault.prepared") as session:
            for number in range(FILES):
                attachments.add(session, bytes([number]) * 20_000, f"kept-{number}", "text/plain")
    backups.make(store)
    store.close()
    acts = {
        "rotation": _rotate,
        "passphrase": _change_passphrase,
        "backup": _back_up,
        "restore": _restore,
        "destruction": _destroy,
    }
    return [_interrupted(folder, template, name, act, rounds) for name, act in acts.items()]


def _interrupted(folder: Path, template: Path, name: str, act: Callable[[Path], None], rounds: int) -> Tally:
    chance = random.Random(2)  # noqa: S311 - only moments
    place = schools.copy(template, folder / name)
    began = time.perf_counter()
    act(place)
    longest = (time.perf_counter() - began) * 1.1
    wrong = done = 0
    for _round in range(rounds):
        place = schools.copy(template, folder / name)
        done += _cut_short(act, place, chance.random() * longest)
        wrong += not _opens_for_somebody(place)
    return Tally(f"kill -9 during {name}", rounds, wrong, f"{done} had finished")


def _cut_short(act: Callable[[Path], None], place: Path, wait: float) -> bool:
    child = os.fork()
    if not child:
        try:
            act(place)
        finally:
            os._exit(0)
    time.sleep(wait)
    is_done = os.waitpid(child, os.WNOHANG)[0] == child
    if not is_done:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return is_done


def _opens_for_somebody(place: Path) -> bool:
    for passphrase in (DIRECTOR.passphrase, NEW_PASSPHRASE):
        try:
            store = open_store(place, DIRECTOR.name, passphrase, schools.CLOCK)
        except Unavailable as error:
            if error.code != "vault.wrong_passphrase":
                return False
            continue
        sound = store.verify().is_sound
        listed = all(line.is_readable and container.is_whole(line.path) for line in backups.made(place))
        store.close()
        return sound and listed and _is_old_or_new(place)
    return False


def _is_old_or_new(place: Path) -> bool:
    """The one who may have been removed either opens all of it, or is no user any more."""
    try:
        store = open_store(place, COORDINATOR.name, COORDINATOR.passphrase, schools.CLOCK)
    except MeldboekError as error:
        return error.code == "vault.unknown_user"
    sound = store.verify().is_sound
    store.close()
    return sound


def _rotate(place: Path) -> None:
    store = schools.opened(place)
    rotation.remove_user(store, next(user.id for user in store.users() if user.name == COORDINATOR.name))


def _change_passphrase(place: Path) -> None:
    store = schools.opened(place)
    store.change_passphrase(DIRECTOR.passphrase, NEW_PASSPHRASE)
    store.close()


def _back_up(place: Path) -> None:
    store = schools.opened(place)
    backups.make(store)
    store.close()


def _destroy(place: Path) -> None:
    store = schools.opened(place)
    for drawer in store.drawers:
        destroying.destroy(drawer, "material.destroyed", "fault", {"attachments": range(1, FILES // 2)})
    store.close()


def _restore(place: Path) -> None:
    newest = backups.made(place)[0].path
    restore.restore(place, newest, DIRECTOR.name, DIRECTOR.passphrase, schools.CLOCK)

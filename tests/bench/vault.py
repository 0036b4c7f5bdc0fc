"""The vault at its size: unlocking, one commit, a backup of half a gigabyte, and the check of a million lines."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from app.kernel.clock import SystemClock
from app.vault import attachments
from app.vault.copies import backups
from app.vault.drawers.database import Drawer
from app.vault.store import Store, create_store, open_store
from tests.bench.measuring import Measured, median_of, milliseconds, p95
from tests.builders import CHEAP, DIRECTOR, SCHOOL
from tests.faults.long_log import fill

SIZE, FILE = 500 * 1024 * 1024, 5 * 1024 * 1024
COMMITS, LINES = 200, 1_000_000
LANE = 50  # milliseconds


def measure(folder: Path) -> Iterator[Measured]:
    """Each on a store of its own; a passphrase costs next to nothing here, so that only the opening is measured."""
    yield from _daily(folder / "daily")
    yield from _backed_up(folder / "large")
    yield _checked(folder / "log")


def _daily(folder: Path) -> Iterator[Measured]:
    store, _key = create_store(folder, SCHOOL, DIRECTOR, SystemClock(), CHEAP)
    times = [milliseconds(partial(_commit, store.register, number)) for number in range(COMMITS)]
    yield Measured("one commit with its line in the log, p95", p95(times), 20, "ms")
    store.close()

    def unlock() -> None:
        open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, SystemClock()).abandon()

    yield Measured("unlocking, derivation apart", median_of(unlock), 100, "ms")


def _commit(drawer: Drawer, number: int) -> None:
    with drawer.write("bench.written", f"bench:{number}") as session:
        attachments.add(session, os.urandom(500), f"{number}", "text/plain")


def _backed_up(folder: Path) -> Iterator[Measured]:
    store, _key = create_store(folder, SCHOOL, DIRECTOR, SystemClock(), CHEAP)
    for number in range(SIZE // FILE):
        with store.register.write("bench.filled") as session:
            attachments.add(session, os.urandom(FILE), f"{number}", "application/pdf")
    held: list[float] = []

    def lane(work: object) -> object:
        result: list[object] = []
        held.append(milliseconds(lambda: result.append(work())))  # type: ignore[operator] # what the backup asks for
        return result[0]

    store.damaged(backups.here)  # as the program does after every opening, beside the work
    copying = milliseconds(lambda: _copied_and_hashed(store, folder / "copy"))
    making = milliseconds(lambda: backups.make(store, lane=lane))
    note = f"{making / 1000:.1f} s against {copying / 1000:.1f} s"
    yield Measured("backup of 500 MB against copying and hashing it", making / copying, 2, "x", note)
    yield Measured("longest hold of the database lane by a backup", max(held), LANE, "ms")
    store.close()


def _copied_and_hashed(store: Store, target: Path) -> None:
    """The plain way: copy both files, make them durable, and hash the copies."""
    target.mkdir()
    for drawer in store.drawers:
        copy = Path(shutil.copy(drawer.path, target))
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
            hashlib.file_digest(file, "sha256")
    shutil.rmtree(target)


def _checked(folder: Path) -> Measured:
    store, _key = create_store(folder, SCHOOL, DIRECTOR, SystemClock(), CHEAP)
    drawer = store.register
    fill(drawer, LINES)
    found: list[int | None] = []
    began = time.process_time()  # one thread that waits for nothing: what others do meanwhile is not counted
    found.append(drawer.broken_line())
    took = time.process_time() - began
    store.abandon()
    assert found == [None]
    return Measured("check of a log of 1,000,000 lines", took, 5, "s")

"""Small schools to break: real encrypted stores with cheap keys, made once and copied."""

from __future__ import annotations

import shutil
from pathlib import Path

from app.kernel.clock import FixedClock, at
from app.vault.store import Store, create_store, open_store
from tests.builders import ADMINISTRATOR, BOARD, CHEAP, COORDINATOR, DIRECTOR, SCHOOL

CLOCK = FixedClock(at(2026, 11, 16, 14, 5))


def make(folder: Path) -> Path:
    """A closed school with its four users and some lines in both logs."""
    store, _key = create_store(folder, SCHOOL, DIRECTOR, CLOCK, CHEAP)
    for user in (ADMINISTRATOR, BOARD, COORDINATOR):
        store.add_user(user, CHEAP)
    for drawer in store.drawers:
        for number in range(20):
            drawer.note("fault.prepared", f"round:{number}")
    store.close()
    return folder


def copy(template: Path, target: Path) -> Path:
    """A copy to break."""
    shutil.rmtree(target, ignore_errors=True)
    return Path(shutil.copytree(template, target))


def opened(folder: Path) -> Store:
    """The school, opened by the director."""
    return open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, CLOCK)

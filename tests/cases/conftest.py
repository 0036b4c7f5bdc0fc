"""Cases on a real encrypted store with the fixed cast."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cases.service import Cases
from app.kernel.clock import FixedClock
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.database import Drawer
from app.vault.store import Store, open_store
from tests import builders
from tests.builders import COORDINATOR, Cast


@pytest.fixture
def people(register: Drawer, clock: FixedClock) -> People:
    return People(register, clock)


@pytest.fixture
def school(people: People) -> Cast:
    return builders.cast(people)


@pytest.fixture
def cases(casework: Drawer, people: People, clock: FixedClock) -> Cases:
    return Cases(casework, people, load_protocol(), clock)


@pytest.fixture
def as_coordinator(store: Store, folder: Path, clock: FixedClock) -> Iterator[Cases]:
    """The same store, closed by the director and opened by the coordinator."""
    store.close()
    opened = open_store(folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    assert opened.casework is not None
    yield Cases(opened.casework, People(opened.register, clock), load_protocol(), clock)
    opened.close()

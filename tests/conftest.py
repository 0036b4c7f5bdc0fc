"""Real encrypted stores on a temporary folder, a fixed clock and the fixed cast; no network, no mocks."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.application import Meldboek, start
from app.kernel.clock import FixedClock, at
from app.kernel.garbage import collect_due, take_over
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import NewUser, Role
from app.vault.store import Store, create_store, open_store
from tests import builders
from tests.builders import ADMINISTRATOR, BOARD, CHEAP, COORDINATOR, DIRECTOR, Cast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from ui.kit.desk import Desk


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """Qt in Meldboek's own dress: what fits in a test fits on the screen, in whatever order the tests run."""
    from ui.kit.theme import apply_theme  # noqa: PLC0415 - Qt is loaded for screen tests only

    apply_theme(qapp, dark=False)
    return qapp


@pytest.fixture(autouse=True)
def _garbage() -> Iterator[None]:
    """Look for garbage between two tests only, as the program does between two events."""
    take_over()
    yield
    collect_due()


@pytest.fixture(autouse=True)
def _silence(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every socket that could leave this computer."""
    real = socket.socket

    class Deaf(real):  # type: ignore[misc, valid-type]
        def __init__(self, family: int = socket.AF_INET, *args: object, **kwargs: object) -> None:
            if family != getattr(socket, "AF_UNIX", None):
                _refuse()
            super().__init__(family, *args, **kwargs)

    monkeypatch.setattr(socket, "socket", Deaf)


def _refuse() -> NoReturn:
    raise AssertionError("Meldboek never opens a socket")


@pytest.fixture
def clock() -> FixedClock:
    """Monday 16 November 2026, 14:05."""
    return FixedClock(at(2026, 11, 16, 14, 5))


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with its four users, made once; every test works on a copy."""
    folder = tmp_path_factory.mktemp("template") / "school"
    store, _ = create_store(folder, builders.SCHOOL, DIRECTOR, FixedClock(at(2026, 8, 24, 9)), CHEAP)
    for user in (ADMINISTRATOR, BOARD, COORDINATOR):
        store.add_user(user, CHEAP)
    store.close()
    return folder


@pytest.fixture
def folder(_template: Path, tmp_path: Path) -> Path:
    """The folder of a closed, empty school."""
    return Path(shutil.copytree(_template, tmp_path / "school"))


@pytest.fixture
def store(folder: Path, clock: FixedClock) -> Iterator[Store]:
    """The empty school, opened by the director."""
    yield from _opened(folder, DIRECTOR, clock)


@pytest.fixture
def register(store: Store) -> Drawer:
    """The register drawer of the director."""
    return store.register


@pytest.fixture
def casework(store: Store) -> Drawer:
    """The casework drawer of the director."""
    assert store.casework is not None
    return store.casework


@pytest.fixture
def meldboek(store: Store) -> Meldboek:
    """The program as the director has it, with the school's profile and without people."""
    opened = start(store)
    builders.profile(opened.school)
    return opened


@pytest.fixture
def cast(meldboek: Meldboek) -> Cast:
    """The fixed cast, entered in ``meldboek``."""
    return builders.cast(meldboek.people)


@pytest.fixture
def as_administrator(folder: Path, clock: FixedClock) -> Iterator[Meldboek]:
    """The program as the administrator has it, on a school with the cast and without cases."""
    director = open_store(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    opened = start(director)
    builders.profile(opened.school)
    builders.cast(opened.people)
    director.close()
    for store in _opened(folder, ADMINISTRATOR, clock):
        assert store.user.role is Role.ADMINISTRATOR
        yield start(store)


@pytest.fixture
def desk(qtbot: object, meldboek: Meldboek) -> Desk:
    """What every page is given: the director's program, with jobs that run at once."""
    from ui.kit.desk import Desk  # noqa: PLC0415 - Qt is loaded for screen tests only
    from ui.kit.jobs import Jobs  # noqa: PLC0415

    return Desk(meldboek, Jobs(inline=True))


def _opened(folder: Path, user: NewUser, clock: FixedClock) -> Iterator[Store]:
    store = open_store(folder, user.name, user.passphrase, clock)
    yield store
    store.close()

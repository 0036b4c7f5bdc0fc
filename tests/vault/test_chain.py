"""The chain of the log: what was done to a line outside Meldboek is found at that line, also across batches."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.kernel.clock import FixedClock
from app.vault import attachments
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import Role, User
from app.vault.trail import chain

NAME = 'Jan "de Wit" \\ Bos\n'
LINES = 20


@pytest.fixture(params=[5_000, 7, 5])
def batch(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chain, "_SIZE", request.param)


@pytest.fixture
def drawer(tmp_path: Path, clock: FixedClock) -> Drawer:
    return _filled(tmp_path, clock, "E. Terpstra")


def _filled(folder: Path, clock: FixedClock, name: str) -> Drawer:
    drawer = Drawer("register", folder / "register.db", bytes(range(32)), User("1", name, Role.DIRECTOR), clock)
    drawer.open(None)
    for number in range(LINES):
        with drawer.write("file.kept", f"file:{number}") as session:
            attachments.add(session, f"{number}".encode(), "n", "text/plain")
    return drawer


def _alter(drawer: Drawer, *statements: str) -> None:
    with drawer.engine.begin() as connection:
        for trigger in ("audit_keeps_lines", "audit_keeps_all"):
            connection.exec_driver_sql(f"DROP TRIGGER {trigger}")
        for statement in statements:
            connection.exec_driver_sql(statement)


@pytest.mark.usefixtures("batch")
def test_a_log_that_nobody_touched_holds(drawer: Drawer) -> None:
    assert drawer.broken_line() is None


@pytest.mark.usefixtures("batch")
def test_names_with_quotes_and_line_ends_hold_and_are_covered(tmp_path: Path, clock: FixedClock) -> None:
    drawer = _filled(tmp_path, clock, NAME)
    assert drawer.broken_line() is None
    _alter(drawer, "UPDATE audit SET user_name = replace(user_name, '\"', '\\\"') WHERE id = 9")
    assert drawer.broken_line() == 9


@pytest.mark.usefixtures("batch")
@pytest.mark.parametrize(
    ("statements", "line"),
    [
        (["UPDATE audit SET action = 'file.seen' WHERE id = 13"], 13),
        (["UPDATE audit SET user_name = 'M. Postma' WHERE id = 1"], 1),
        (["UPDATE audit SET at = replace(at, '2026', '2025') WHERE id = 20"], 20),
        (["UPDATE audit SET subject = 'file:1' || char(10) || 'x' WHERE id = 12"], 12),
        (["UPDATE audit SET mac = zeroblob(32) WHERE id = 10"], 10),
        (["UPDATE audit SET mac = zeroblob(31) WHERE id = 10"], 10),
        (["UPDATE audit SET digest = zeroblob(32) WHERE id = 10"], 10),
        (["UPDATE audit SET detail = zeroblob(32) WHERE id = 11"], 11),
        (["UPDATE audit SET salt = zeroblob(16) WHERE id = 5"], 5),
        (["DELETE FROM audit WHERE id = 8"], 8),
        (["UPDATE audit SET id = 99 WHERE id = 6", "UPDATE audit SET id = 6 WHERE id = 7"], 6),
        (["UPDATE audit SET id = id + 1000 WHERE id > 15"], 16),
        (["INSERT OR REPLACE INTO audit SELECT 4, at, user_id, user_name, action, subject, salt, detail, digest, mac "
          "FROM audit WHERE id = 3"], 4),
    ],
)  # fmt: skip
def test_the_first_line_that_was_altered_is_named(drawer: Drawer, statements: list[str], line: int) -> None:
    _alter(drawer, *statements)
    assert drawer.broken_line() == line


def test_a_detail_may_be_destroyed_and_the_chain_holds(drawer: Drawer) -> None:
    with drawer.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE audit SET detail = NULL WHERE id = 7")
    assert drawer.broken_line() is None


def test_a_chain_under_another_key_does_not_hold(drawer: Drawer) -> None:
    ask: Callable[[Callable[[Any], Any]], Any] = drawer._asked
    assert chain.first_broken(ask, bytes(32)) == 1

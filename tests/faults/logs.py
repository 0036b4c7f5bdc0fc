"""The log: a million lines are checked in seconds, and whatever is done to lines of it is found and named."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.vault.drawers import cipher
from tests.faults import schools
from tests.faults.long_log import fill
from tests.faults.tally import Tally

LINES, MOST_SECONDS = 1_000_000, 5.0
_SHORT = 200
Change = Callable[[sqlite3.Connection, int], None]


def checked(folder: Path, lines: int) -> Tally:
    """Check a log of so many lines, by the time of the processor: what others do meanwhile is not counted."""
    store = schools.opened(schools.make(folder))
    fill(store.register, lines)
    began = time.process_time()
    broken = store.register.broken_line()
    took = time.process_time() - began
    store.abandon()
    wrong = (broken is not None) + (took > MOST_SECONDS * max(1, lines // LINES))
    return Tally("log checked", lines, int(wrong), f"{took:.1f} s of the processor, at most {MOST_SECONDS:.0f}")


def altered(folder: Path, times: int) -> list[Tally]:
    """Change, take out, swap, replace and cut off lines with the drawer's own key, so many times each."""
    place = schools.make(folder / "school")
    store = schools.opened(place)
    fill(store.register, _SHORT)
    path, key = store.register.path, store.register.key
    store.close()
    acts: dict[str, Change] = {
        "changed": _change,
        "taken out": _take_out,
        "put in another order": _swap,
        "written over": _replace,
        "cut off at the end": _cut_off,
    }
    whole, chance = path.read_bytes(), random.Random(15)  # noqa: S311 - only places
    found = []
    for name, act in acts.items():
        wrong = 0
        for _time in range(times):
            path.write_bytes(whole)
            with closing(cipher.raw(path, key)) as connection:
                _unguarded(connection)
                act(connection, chance.randrange(2, _SHORT - 2))
                connection.commit()
            wrong += not _is_noticed(place)
        found.append(Tally(f"line of the log {name}", times, wrong))
    return found


def _is_noticed(place: Path) -> bool:
    """Whether the check tells of the register's log, or of a log that was set back."""
    store = schools.opened(place)
    try:
        verdict = store.verify()
        return "register" in verdict.broken_logs or "register" in verdict.rolled_back
    finally:
        store.abandon()


def _unguarded(connection: sqlite3.Connection) -> None:
    """Take away what refuses to change the log: who holds the key can do that."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'audit'")
    for (name,) in names.fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')


def _change(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("UPDATE audit SET user_name = user_name || 'x' WHERE id = ?", (number,))


def _take_out(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM audit WHERE id = ?", (number,))


def _swap(connection: sqlite3.Connection, number: int) -> None:
    for before, after in ((number, -1), (number + 1, number), (-1, number + 1)):
        connection.execute("UPDATE audit SET id = ? WHERE id = ?", (after, before))


def _replace(connection: sqlite3.Connection, number: int) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO audit SELECT id, at, user_id, user_name, 'fault.other', subject, salt, detail, "
        "digest, mac FROM audit WHERE id = ?",
        (number,),
    )


def _cut_off(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM audit WHERE id > ?", (number,))

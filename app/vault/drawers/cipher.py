"""Opening one encrypted file rightly: raw key, exclusive, write-ahead, synced; and what its errors mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.util import LRUCache
from sqlcipher3 import dbapi2

from app.kernel.errors import Unavailable

_CHECKPOINT_AFTER = 1000  # pages, SQLite's own measure
_PRAGMAS = (
    "locking_mode = EXCLUSIVE",
    "synchronous = FULL",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
)


class DrawerDialect(SQLiteDialect_pysqlite):
    """Alike for every drawer, so that a statement that was compiled for one serves the next as well."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DrawerDialect)

    def __hash__(self) -> int:
        return hash(DrawerDialect)


registry.register("sqlite.drawer", __name__, "DrawerDialect")
COMPILED: LRUCache[object, object] = LRUCache(2_000)


def open_engine(path: Path, key: bytes, user_id: str = "", today: Callable[[], date] = lambda: date.min) -> Engine:
    """An engine with one connection to the encrypted file at ``path``.

    In its statements ``me()`` is the user at work, and ``today()`` the day.

    Not the stock ``sqlite+pysqlcipher`` address: it crashes with threads (reliability, fact 1).
    """

    def connect() -> sqlite3.Connection:
        return _connect(path, key, user_id, today)

    engine = create_engine(
        "sqlite+drawer:///drawer",
        execution_options={"compiled_cache": COMPILED},
        module=dbapi2,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
        pool_timeout=5,
        hide_parameters=True,  # the words of an error must not hold what stood in the rows
    )
    event.listen(engine, "begin", _begin)
    return engine


def raw(path: Path, key: bytes) -> sqlite3.Connection:
    """A bare keyed connection, for backups and checks; it sets no PRAGMA but the key."""
    connection = dbapi2.connect(str(path), timeout=0.25, check_same_thread=False)
    connection.set_key(f"x'{key.hex()}'")
    connection.execute("PRAGMA cipher_log_level = NONE")
    return cast("sqlite3.Connection", connection)


def _connect(path: Path, key: bytes, user_id: str, today: Callable[[], date]) -> sqlite3.Connection:
    connection = raw(path, key)
    connection.create_function("me", 0, lambda: user_id, deterministic=True)
    connection.create_function("today", 0, lambda: today().isoformat(), deterministic=True)  # within one statement
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def begin_log(engine: Engine) -> None:
    """Let what is written from now on go to a log beside the file; only who writes needs it, and it costs two syncs."""
    with engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is not None:
            bare.rollback()
            bare.execute("PRAGMA journal_mode = WAL").fetchone()


def fold(engine: Engine) -> None:
    """Fold what stands in the write-ahead log into the file, ahead of who wants it empty: that is quick then."""
    with meaning(), engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is not None:
            bare.rollback()
            bare.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()


def hold_still(engine: Engine) -> None:
    """Fold the write-ahead log into the file, and let what comes wait in the log: the file itself stays as it is."""
    with engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is not None:
            bare.rollback()
            bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            bare.execute("PRAGMA wal_autocheckpoint = 0").fetchall()


def let_go(engine: Engine) -> None:
    """Let the write-ahead log be folded in again by itself."""
    with engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is not None:
            bare.rollback()
            bare.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_AFTER}").fetchall()


def compact(engine: Engine) -> None:
    """Rebuild the file page by page, and empty the write-ahead log that still holds the old pages."""
    with engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is not None:
            bare.rollback()
            bare.execute("PRAGMA temp_store = MEMORY")  # the old content never lies on the disk in another form
            bare.execute("VACUUM")
            bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def row_counts(connection: sqlite3.Connection, known: Mapping[str, int] | None = None) -> dict[str, int]:
    """How many rows each table of a bare connection holds, the search index apart; ``known`` ones are not counted."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    counts = dict(known or {})
    for (name,) in names:
        if name not in counts and not name.startswith(("sqlite_", "search_text")):
            counts[name] = connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608 - a name of its own
    return counts


def settle(engine: Engine) -> None:
    """Fold the write-ahead log into the file and leave one self-contained file behind."""
    with engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is None:
            return
        bare.rollback()
        bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        bare.execute("PRAGMA journal_mode = DELETE").fetchone()


def sound(engine: Engine) -> bool:
    """Whether every page of the file is what was written (the log is folded in first: the check reads the file)."""
    with engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is None:
            return False
        bare.rollback()
        bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        try:
            if bare.execute("PRAGMA cipher_integrity_check").fetchall():
                return False
            rows = bare.execute("PRAGMA integrity_check").fetchall()
            links = bare.execute("PRAGMA foreign_key_check").fetchall()
        except dbapi2.DatabaseError as error:
            meant = told(error)
            if meant is None or meant.code != "vault.damaged":
                raise
            return False
    return [tuple(row) for row in rows] == [("ok",)] and not links


def told(error: DBAPIError | sqlite3.Error) -> Unavailable | None:
    """What an error of the file means to the user, or None when it is a bug of ours."""
    text = str(getattr(error, "orig", error)).lower()
    meanings = {
        "file is not a database": "vault.damaged",
        "malformed": "vault.damaged",
        "vtable constructor failed": "vault.damaged",
        "disk is full": "vault.disk_full",
        "disk i/o error": "vault.disk_failed",
        "readonly": "vault.no_rights",
        "unable to open": "vault.no_rights",
        "locked": "vault.open_elsewhere_unknown",
    }
    return next((Unavailable(code) for words, code in meanings.items() if words in text), None)


@contextmanager
def meaning() -> Iterator[None]:
    """Turn the file's errors into sentences for the user."""
    try:
        yield
    except (DBAPIError, dbapi2.Error) as error:
        meant = told(error)
        if meant is None:
            raise
        raise meant from None

"""Bringing a drawer's tables to the shape that this Meldboek knows, with a copy of the drawer kept first."""

from __future__ import annotations

import shutil
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from app.kernel.errors import Unavailable
from app.vault import cipher, search
from app.vault.audit import TRIGGERS

SCRIPTS = Path(__file__).parent / "migrations"
_QUICK = 32 * 1024 * 1024  # bytes; checking them takes about 0.1 s


def head(name: str) -> str:
    """The newest version that this Meldboek knows of the drawer ``name``: four digits."""
    return max(path.name[:4] for path in (SCRIPTS / name).glob("[0-9]*.py"))


def create(engine: Engine, name: str) -> None:
    """Make all tables of a new drawer, by the same migrations that an older one went through."""
    _upgrade(engine, name)


def extras(connection: Connection) -> None:
    """What no mapped class describes: the full-text index and the triggers that keep the log."""
    for statement in (*search.DDL, *TRIGGERS):
        connection.execute(text(statement))


def check(name: str, path: Path, key: bytes) -> str:
    """The drawer's version, read without changing a byte: a drawer that is refused stays as it was.

    Raises Unavailable when it is missing, damaged, or made by a newer Meldboek.
    """
    if not path.exists():
        raise Unavailable("vault.drawer_missing", name=path.name)
    with cipher.meaning(), closing(cipher.raw(path, key)) as connection:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        known = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone() if known[0] else None
        if found is None or (
            _is_quick_to_check(path) and connection.execute("PRAGMA cipher_integrity_check").fetchall()
        ):
            raise Unavailable("vault.damaged")
    if str(found[0]) > head(name):
        raise Unavailable("vault.newer")
    return str(found[0])


def _is_quick_to_check(path: Path) -> bool:
    """Whether every page can be checked at the door; after a crash the file alone says nothing, its journal counts."""
    journal = path.with_name(f"{path.name}-wal")
    return path.stat().st_size <= _QUICK and not (journal.exists() and journal.stat().st_size)


def bring_up_to_date(engine: Engine, name: str, path: Path, version: str) -> None:
    """Run the migrations after ``version``, with a copy of the drawer kept first."""
    if version < head(name):
        _keep_copy(engine, name, path, version)
        _upgrade(engine, name)


def _keep_copy(engine: Engine, name: str, path: Path, version: str) -> None:
    """A copy under the drawer's own key, made by SQLCipher itself."""
    folder = path.parent / "backups"
    folder.mkdir(exist_ok=True)
    if shutil.disk_usage(folder).free < 2 * path.stat().st_size:
        raise Unavailable("vault.disk_full")
    target = folder / f"{name}-voor-versie-{version}.db"
    target.unlink(missing_ok=True)
    with engine.connect() as connection:
        bare = connection.connection.driver_connection
        if bare is not None:
            bare.rollback()
            bare.execute("VACUUM INTO ?", (str(target),))


def _upgrade(engine: Engine, name: str) -> None:
    from alembic import command  # noqa: PLC0415 - slow to load and hardly ever needed
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("version_locations", str(SCRIPTS / name).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        config.attributes["drawer"] = name
        command.upgrade(config, "head")

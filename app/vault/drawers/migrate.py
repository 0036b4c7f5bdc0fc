"""Bringing a drawer's tables to the shape that this Meldboek knows, with a copy of the drawer kept first."""

from __future__ import annotations

import shutil
import threading
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from app.kernel.errors import Unavailable
from app.vault import search
from app.vault.trail.audit import TRIGGERS

SCRIPTS = Path(__file__).parents[1] / "migrations"
_ONE = threading.Lock()  # alembic keeps the drawer that it works on in one place for all threads


@cache
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


def check(engine: Engine, name: str, path: Path) -> str:
    """The drawer's version, read without changing a byte: a drawer that is refused stays as it was.

    Raises Unavailable when it is missing, damaged, or made by a newer Meldboek.
    """
    if not path.exists():
        raise Unavailable("vault.drawer_missing", name=path.name)
    with engine.connect() as connection:
        known = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema WHERE name = 'alembic_version'").scalar()
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() if known else None
    if found is None:
        raise Unavailable("vault.damaged")
    if str(found) > head(name):
        raise Unavailable("vault.newer")
    return str(found)


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
    with _ONE, engine.begin() as connection:
        config.attributes["connection"] = connection
        config.attributes["drawer"] = name
        command.upgrade(config, "head")

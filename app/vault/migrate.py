"""Bringing a drawer's tables to the shape that this Meldboek knows, with a copy of the drawer kept first."""

from __future__ import annotations

import shutil
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from app.kernel.errors import Unavailable
from app.vault import search
from app.vault.audit import TRIGGERS
from app.vault.keyring import REGISTER
from app.vault.tables import CaseworkBase, RegisterBase

SCRIPTS = Path(__file__).parent / "migrations"


def head(name: str) -> str:
    """The newest version that this Meldboek knows of the drawer ``name``: four digits."""
    return max(path.name[:4] for path in (SCRIPTS / name).glob("[0-9]*.py"))


def create(engine: Engine, name: str) -> None:
    """Make all tables of a new drawer at once."""
    base = RegisterBase if name == REGISTER else CaseworkBase
    with engine.begin() as connection:
        base.metadata.create_all(connection)
        extras(connection)
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
        connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": head(name)})


def extras(connection: Connection) -> None:
    """What no mapped class describes: the full-text index and the triggers that keep the log."""
    for statement in (*search.DDL, *TRIGGERS):
        connection.execute(text(statement))


def bring_up_to_date(engine: Engine, name: str, path: Path) -> None:
    """Run what is missing. Raises Unavailable when the drawer was made by a newer Meldboek or has no version."""
    version = _version(engine)
    if version is None:
        raise Unavailable("vault.damaged")
    if version > head(name):
        raise Unavailable("vault.newer")
    if version < head(name):
        _keep_copy(engine, name, path, version)
        _upgrade(engine, name)


def _version(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)


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

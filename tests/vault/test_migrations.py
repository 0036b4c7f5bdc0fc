"""A drawer that grew by migrations has the same shape as one that was made at once."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine

import app.application  # noqa: F401 - so that every table is known
from app.vault.drawers import cipher, migrate
from app.vault.keys.keyring import CASEWORK, REGISTER
from app.vault.tables import CaseworkBase, RegisterBase

BASES = {REGISTER: RegisterBase, CASEWORK: CaseworkBase}


def _objects(engine: Engine) -> set[tuple[str, str]]:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT type, name FROM sqlite_master").fetchall()
    return {(kind, name) for kind, name in rows}


def _grown(tmp_path: Path, name: str) -> Engine:
    engine = cipher.open_engine(tmp_path / "grown.db", secrets.token_bytes(32))
    engine.connect().close()
    migrate.bring_up_to_date(engine, name, tmp_path / "grown.db", "0000")
    return engine


@pytest.mark.parametrize("name", BASES)
def test_migrations_lead_to_the_mapped_tables(tmp_path: Path, name: str) -> None:
    engine = _grown(tmp_path, name)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        assert compare_metadata(context, BASES[name].metadata) == []
    engine.dispose()


def test_drawers_that_are_made_at_once_do_not_take_each_others_tables(tmp_path: Path) -> None:
    engines = [cipher.open_engine(tmp_path / f"{number}.db", secrets.token_bytes(32)) for number in range(4)]
    names = [*BASES, *BASES]
    with ThreadPoolExecutor(len(engines)) as threads:
        list(threads.map(migrate.create, engines, names))
    made = [_objects(engine) for engine in engines]
    assert made[:2] == made[2:]
    assert made[0] != made[1]
    for engine in engines:
        engine.dispose()


@pytest.mark.parametrize("name", BASES)
def test_a_new_drawer_has_the_full_text_index_and_the_guards_of_the_log(tmp_path: Path, name: str) -> None:
    engine = cipher.open_engine(tmp_path / "fresh.db", secrets.token_bytes(32))
    migrate.create(engine, name)
    assert {("table", "search_text"), ("trigger", "audit_keeps_lines"), ("trigger", "audit_keeps_all")} <= _objects(
        engine
    )
    engine.dispose()


def test_a_copy_of_the_drawer_is_kept_before_a_migration(tmp_path: Path) -> None:
    _grown(tmp_path, REGISTER).dispose()
    assert (tmp_path / "backups" / "register-voor-versie-0000.db").exists()


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    return not (kind == "table" and (name or "").startswith("search_text"))

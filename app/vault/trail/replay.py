"""Holding the rows of a drawer against its log: a page put back from an older copy of the file shows here.

SQLCipher sees a page that was altered or moved, not one that is an older version of itself (reliability, fact 7). The
log is chained, so whatever a row holds must be what the log last said of it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, Boolean, Table, select
from sqlalchemy.orm import Session

from app.vault.tables import UtcDateTime, VaultTables
from app.vault.trail import audit

Known = dict[int, dict[str, object] | None]  # what the log says of each row; None when it was taken out


def altered(session: Session, tables: VaultTables) -> tuple[str, ...]:
    """The rows that are not what the log last said of them, such as ``measures:12``."""
    known = _told(session, tables)
    found: list[str] = []
    for table in tables.base.metadata.sorted_tables:
        told = known.get(table.name)
        if told:
            found.extend(f"{table.name}:{key}" for key in _differing(session, table, told))
    return tuple(found)


def _told(session: Session, tables: VaultTables) -> dict[str, Known]:
    known: dict[str, Known] = {}
    for row in session.execute(select(tables.audit.detail).order_by(tables.audit.id)).yield_per(1000):
        for table, key, change in audit.changes_in(row.detail):
            if not isinstance(key, int):
                continue
            rows = known.setdefault(table, {})
            values = rows.get(key) or {}
            after = {name: new for name, (_old, new) in change.items()}
            rows[key] = None if _is_taken_out(values, after) else values | after
    return known


def _is_taken_out(before: dict[str, object], after: dict[str, object]) -> bool:
    """Whether nothing is left of a row: its id went, or every value that it was known to have."""
    if any(value is not None for value in after.values()):
        return False
    return "id" in after or {name for name, value in before.items() if value is not None} <= {*after}


def _differing(session: Session, table: Table, told: Known) -> Iterator[int]:
    there = set()
    for row in session.execute(select(table)).yield_per(1000):
        values = told.get(row.id)
        there.add(row.id)
        if row.id not in told:
            continue
        now = row._mapping  # noqa: SLF001 - SQLAlchemy's own public name
        if values is None or any(
            _plain(table, name, now[name]) != _plain(table, name, value)
            for name, value in values.items()
            if name in now
        ):
            yield row.id
    yield from (key for key, values in told.items() if values is not None and key not in there)


def _plain(table: Table, name: str, value: object) -> object:
    """One value in one form, whether it comes from the row or from the log."""
    kind: Any = table.columns[name].type
    if value is None:
        return None
    if isinstance(kind, UtcDateTime):
        moment = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
        return moment.astimezone(UTC).isoformat()
    if isinstance(kind, Boolean):
        return bool(value)
    if isinstance(kind, JSON):
        return _json(value)
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest(), "size": len(value)}
    return value.isoformat() if isinstance(value, date) else value


def _json(value: object) -> object:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return value
    return json.loads(json.dumps(value, sort_keys=True, default=str))

"""The log: who changed what and when, chained so that a line cannot be changed, moved or dropped unseen.

MAC = HMAC-SHA256(audit key, previous MAC | the line with its detail replaced by SHA-256(salt | detail)). The detail
can thus be destroyed later, with its term, while the chain stays whole. Whoever holds the drawer's key could rebuild
the whole chain; the anchors in ``keys.json``, in backups and in the footers of PDFs are what would betray that.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum, StrEnum
from typing import Any

from sqlalchemy import Connection, event, insert, inspect, select
from sqlalchemy.orm import InstanceState, Session

from app.vault.tables import AuditMixin, DraftMixin, PrefixMixin, SearchMixin, VaultTables
from app.vault.trail import chain

_LARGE, _QUICKLY = 1024 * 1024, 1  # bytes of detail above which packing quickly counts more than packing tightly
_READING = frozenset({"viewed", "opened", "read", "noted"})
_OWN = (AuditMixin, DraftMixin, SearchMixin, PrefixMixin)  # derived, or (a draft) told without its text

TRIGGERS = (
    "CREATE TRIGGER audit_keeps_lines BEFORE UPDATE ON audit WHEN NOT (NEW.detail IS NULL AND NEW.mac = OLD.mac "
    "AND NEW.digest = OLD.digest AND NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.action = OLD.action "
    "AND NEW.subject = OLD.subject AND NEW.user_id = OLD.user_id) BEGIN SELECT RAISE(ABORT, 'audit'); END",
    "CREATE TRIGGER audit_keeps_all BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit'); END",
)

Change = tuple[str, object, dict[str, tuple[object, object]]]


@dataclass(frozen=True)
class AuditLine:
    """One line of the log as a person reads it; ``changes`` is (table, id, {column: (before, after)})."""

    number: int
    at: datetime
    user: str
    action: str
    subject: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Head:
    """The end of the chain: how many lines, and the MAC of the last."""

    count: int = 0
    mac: bytes = chain.GENESIS


class Kind(StrEnum):
    """What became of the rows of a batch."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True)
class Batch:
    """Many rows of one table, told once; every row holds the columns, of a change the old values and then the new.

    ``same`` is what all rows hold alike, beside the columns.
    """

    kind: Kind
    table: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[Any]]
    same: Mapping[str, object] = field(default_factory=dict)


class Recorder:
    """Watches one session and keeps what its rows were and became."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._rows: list[Change | dict[str, object]] = []
        self._fresh: list[object] = []
        self.topics: set[str] = set()
        event.listen(session, "before_flush", self._before)
        event.listen(session, "after_flush_postexec", self._after)

    def _before(self, session: Session, *_: object) -> None:
        for row in session.dirty:
            if not isinstance(row, _OWN) and session.is_modified(row):
                self._keep(row, dict(_changed(inspect(row))))
        for row in session.deleted:
            if not isinstance(row, _OWN):
                self._keep(row, {name: (value, None) for name, value in _columns(row)})
        self._fresh.extend(row for row in session.new if not isinstance(row, _OWN))

    def _after(self, *_: object) -> None:
        for row in self._fresh:
            self._keep(row, {name: (None, value) for name, value in _columns(row) if value is not None})
        self._fresh.clear()

    def _keep(self, row: object, change: dict[str, tuple[object, object]]) -> None:
        self._rows.append((inspect(row).mapper.local_table.name, getattr(row, "id", None), change))
        topic = getattr(row, "__topic__", "")
        if topic:
            self.topics.add(topic)

    def restate(self, table: str, key: int, change: dict[str, tuple[object, object]]) -> None:
        """Tell what a row holds now, because an earlier line that told it is emptied."""
        self._rows.append((table, key, change))

    def keep_batch(self, batch: Batch, topic: str) -> None:
        """Keep what happened to many rows of one table."""
        self._rows.append(vars(batch))
        if topic:
            self.topics.add(topic)

    def detail(self) -> bytes | None:
        """Everything kept so far, packed; None when no row changed."""
        if not self._rows:
            return None
        text = json.dumps(
            self._rows, default=_plain, ensure_ascii=False, check_circular=False, separators=(",", ":")
        ).encode()
        return zlib.compress(text, _QUICKLY if len(text) > _LARGE else zlib.Z_DEFAULT_COMPRESSION)


def recorder_of(session: Session) -> Recorder:
    """The one who watches the rows of this write block."""
    recorder = session.info["recorder"]
    assert isinstance(recorder, Recorder)  # noqa: S101 - narrows the type
    return recorder


def append(session: Session, tables: VaultTables, key: bytes, head: Head, line: dict[str, Any]) -> Head:
    """Write the next line of the chain in this transaction and give its new head.

    As columns and not as a row of the session: every commit of the program ends here, and waits for it.
    """
    salt = secrets.token_bytes(16)
    digest = hashlib.sha256(salt + (line["detail"] or b"")).digest()
    told_of = {"id": head.count + 1, "salt": salt, "digest": digest, **line}
    made = mac(key, head.mac, told_of)
    session.connection().execute(insert(tables.audit), {**told_of, "mac": made})
    return Head(head.count + 1, made)


def mac(key: bytes, previous: bytes, line: Mapping[str, Any]) -> bytes:
    """The MAC that chains the line with these columns to the one before it."""
    at = line["at"].astimezone(UTC).isoformat(timespec="microseconds")
    text = chain.told(line["id"], at, line["user_id"], line["user_name"], line["action"], line["subject"])
    return chain.mac(key, previous, text, line["digest"])


def end_of(connection: Connection) -> tuple[Head, datetime | None, bytes | None]:
    """The end of the chain as it stands in the drawer, when that was, and the key of the chain if one was kept."""
    last = connection.exec_driver_sql("SELECT id, mac, at FROM audit ORDER BY id DESC LIMIT 1").first()
    kept: bytes | None = connection.exec_driver_sql("SELECT key FROM chain_key").scalar()
    return (Head(last[0], last[1]), datetime.fromisoformat(last[2]), kept) if last else (Head(), None, kept)


def lines(session: Session, tables: VaultTables, limit: int = 200, *, with_changes: bool = True) -> Iterator[AuditLine]:
    """The newest lines first, with what changed; a list that does not show the changes is quicker without."""
    for row in session.scalars(select(tables.audit).order_by(tables.audit.id.desc()).limit(limit)):
        yield told(row, with_changes=with_changes)


def told(row: AuditMixin, *, with_changes: bool) -> AuditLine:
    """One row of the log as a person reads it."""
    changes = tuple(changes_in(row.detail)) if with_changes else ()
    return AuditLine(row.id, row.at, row.user_name, row.action, row.subject, changes)


def changes_in(detail: bytes | None) -> Iterator[Change]:
    """What one line says of each row; nothing when its detail was destroyed with its term."""
    for one in json.loads(zlib.decompress(detail)) if detail else ():
        yield from _changes(one)


def batches(session: Session, tables: VaultTables, number: int) -> tuple[Batch, ...] | None:
    """What one line of the log holds of many rows at once; None when that was destroyed with its term."""
    row = session.get(tables.audit, number)
    if row is None or row.detail is None:
        return None
    packed = json.loads(zlib.decompress(row.detail))
    return tuple(_unpacked(one) for one in packed if isinstance(one, dict))


def _unpacked(packed: dict[str, Any]) -> Batch:
    """A batch with whole rows; an older line tells every value in every row."""
    same = packed.get("same", {})
    more = list(same.values())
    rows = [[*row, *more] for row in packed["rows"]] if more else packed["rows"]
    return Batch(Kind(packed["kind"]), packed["table"], (*packed["columns"], *same), rows)


def _changes(packed: Any) -> Iterator[Change]:
    if not isinstance(packed, dict):
        table, key, change = packed
        yield table, key, {name: (before, after) for name, (before, after) in change.items()}
        return
    batch = _unpacked(packed)
    for key, *values in batch.rows:
        yield batch.table, key, dict(_pairs(batch.kind, batch.columns[1:], values))


def _pairs(kind: Kind, columns: Sequence[str], values: list[object]) -> Iterator[tuple[str, tuple[object, object]]]:
    for index, name in enumerate(columns):
        if kind is Kind.CHANGED:
            yield name, (values[index], values[len(columns) + index])
        elif values[index] is not None:
            yield name, (None, values[index]) if kind is Kind.NEW else (values[index], None)


def _columns(row: object) -> Iterator[tuple[str, object]]:
    state: InstanceState[Any] = inspect(row)
    for column in state.mapper.column_attrs:
        if column.key not in state.unloaded:
            yield column.key, getattr(row, column.key)


def _changed(state: InstanceState[Any]) -> Iterator[tuple[str, tuple[object, object]]]:
    for column in state.mapper.column_attrs:
        history = state.attrs[column.key].load_history()
        if history.has_changes():
            before = history.deleted[0] if history.deleted else None
            yield column.key, (before, history.added[0] if history.added else None)


def _plain(value: object) -> object:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, bytes):
        return {"sha256": hashlib.sha256(value).hexdigest(), "size": len(value)}
    if isinstance(value, Enum):
        return value.value
    return str(value)


def tells_of_reading(action: str) -> bool:
    """Whether a line of the log says that something was seen or typed, and not that something became different."""
    return action.startswith("draft.") or action.rpartition(".")[2] in _READING

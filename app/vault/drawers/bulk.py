"""Many rows at once: as quick as the file allows, inside a write block, and told in the log like any other row.

Feature code hands over plain values; what becomes of each row is kept in the log in one compact record per table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from app.vault.tables import RegisterBase
from app.vault.trail.audit import Batch, Kind, recorder_of

Mapped = type[RegisterBase]
Values = Mapping[str, object]
_DIALECT = sqlite.dialect()
_TOGETHER = 50  # rows in one statement: SQLite has a sixth less to do than with one each
_CHUNK = 10_000  # below SQLite's limit on bound values


def insert(session: Session, mapped: Mapped, rows: Sequence[Values]) -> list[int]:
    """Enter rows that all name the same columns; gives their ids in order. What is not named gets its default."""
    return enter(session, mapped, {name: list(map(itemgetter(name), rows)) for name in rows[0]}) if rows else []


def enter(session: Session, mapped: Mapped, told: Mapping[str, list[Any]]) -> list[int]:
    """Enter rows told as columns of one length: for thousands of rows that is half the work."""
    count = len(next(iter(told.values())))
    if not count:
        return []
    table = _table(mapped)
    defaults = {column.name: _default(column) for column in table.columns if column.name not in told}
    defaults.pop("id", None)
    ids = [int(key) for key in told["id"]] if "id" in told else _next_ids(session, table, count)
    columns = {name: _converted(table, name, values) for name, values in told.items() if name != "id"}
    same = {name: values[0] for name, values in columns.items() if _are_alike(values)}
    same |= {name: value for name, value in defaults.items() if value is not None}
    telling = [name for name in columns if name not in same]
    values = list(zip(ids, *(columns[name] for name in telling), strict=True))
    _enter(session, table, ["id", *telling], values, same)
    batch = Batch(Kind.NEW, table.name, ("id", *telling), values, same)
    recorder_of(session).keep_batch(batch, mapped.__topic__)
    return ids


def _enter(
    session: Session, table: Table, names: Sequence[str], rows: Sequence[tuple[object, ...]], same: Values
) -> None:
    """Insert rows; a plain word or number that all of them hold stands in the statement, not once more in each row."""
    written = {name: text for name, value in same.items() if (text := _literal(value))}
    bound = {name: value for name, value in same.items() if name not in written}
    columns = ",".join(map(_quoted, (*names, *bound, *written)))
    place = ",".join([*("?" * (len(names) + len(bound))), *written.values()])
    more = tuple(bound.values())
    values = [row + more for row in rows] if more else rows
    start = f"INSERT INTO {table.name} ({columns}) VALUES "  # noqa: S608 - names of our own
    whole = len(values) - len(values) % _TOGETHER
    together = [tuple(chain.from_iterable(values[first : first + _TOGETHER])) for first in range(0, whole, _TOGETHER)]
    for count, bundle in ((_TOGETHER, together), (1, values[whole:])):
        if bundle:
            _many(session, start + ",".join([f"({place})"] * count), bundle)


def _are_alike(values: Sequence[object]) -> bool:
    first = values[0]
    return first is None or (isinstance(first, str | int) and values.count(first) == len(values))


def _literal(value: object) -> str:
    """A value as it may stand in a statement; empty for what has to be bound."""
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return f"'{value}'" if not value or (value.isascii() and value.isalnum()) else ""
    return str(int(value)) if isinstance(value, int) else ""


def change(session: Session, mapped: Mapped, changes: Mapping[int, Values]) -> None:
    """Give rows other values; only what differs is written and told. Every row names its own columns."""
    table = _table(mapped)
    session.flush()
    by_columns: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key, values in changes.items():
        by_columns[tuple(values)].append(key)
    for names, keys in by_columns.items():
        converted = [_converter(table, name) for name in names]
        fresh = {
            key: tuple(convert(changes[key][name]) if convert else changes[key][name] for name, convert in converted)
            for key in keys
        }
        before = dict(_raw_rows(session, table, names, keys))
        differing = [key for key in keys if before[key] != fresh[key]]
        _write(session, mapped, names, [(key, before[key], fresh[key]) for key in differing])


def delete(session: Session, mapped: Mapped, ids: Iterable[int]) -> None:
    """Take rows out; what they held stays told in the log."""
    table = _table(mapped)
    session.flush()
    columns = [column.name for column in table.columns if column.name != "id"]
    gone = list(_raw_rows(session, table, columns, list(ids)))
    if gone:
        _many(session, f"DELETE FROM {table.name} WHERE id = ?", [(key,) for key, _values in gone])  # noqa: S608
        values = [(key, *row) for key, row in gone]
        recorder_of(session).keep_batch(Batch(Kind.GONE, table.name, ("id", *columns), values), mapped.__topic__)
        session.expire_all()


def put_back(session: Session, mapped: Mapped, names: Sequence[str], rows: Mapping[int, Sequence[object]]) -> None:
    """Give rows the values that the log holds of them, in the form of the log."""
    table = _table(mapped)
    before = dict(_raw_rows(session, table, names, list(rows)))
    _write(session, mapped, names, [(key, before[key], tuple(new)) for key, new in rows.items()])


def current(session: Session, mapped: Mapped, names: Sequence[str], ids: Iterable[int]) -> dict[int, tuple[Any, ...]]:
    """What rows hold now, in the form of the log; a row that is gone is absent."""
    session.flush()
    return dict(_raw_rows(session, _table(mapped), names, list(ids)))


def ids_where(session: Session, mapped: Mapped, name: str, value: object) -> list[int]:
    """The rows that hold this value in one column."""
    session.flush()
    query = f"SELECT id FROM {_table(mapped).name} WHERE {_quoted(name)} = ? ORDER BY id"  # noqa: S608
    return [key for (key,) in session.connection().exec_driver_sql(query, (value,))]


def _write(
    session: Session,
    mapped: Mapped,
    names: Sequence[str],
    rows: Sequence[tuple[int, Sequence[object], Sequence[object]]],
) -> None:
    if not rows:
        return
    table = _table(mapped)
    places = ", ".join(f"{_quoted(name)} = ?" for name in names)
    _many(session, f"UPDATE {table.name} SET {places} WHERE id = ?", [(*after, key) for key, _before, after in rows])  # noqa: S608
    values = [(key, *before, *after) for key, before, after in rows]
    recorder_of(session).keep_batch(Batch(Kind.CHANGED, table.name, ("id", *names), values), mapped.__topic__)
    session.expire_all()


def _raw_rows(
    session: Session, table: Table, names: Sequence[str], ids: list[int]
) -> Iterator[tuple[int, tuple[Any, ...]]]:
    columns = ", ".join(_quoted(name) for name in names)
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        query = f"SELECT id, {columns} FROM {table.name} WHERE id IN ({','.join('?' * len(chunk))})"  # noqa: S608
        for key, *values in session.connection().exec_driver_sql(query, tuple(chunk)):
            yield key, tuple(values)


def _many(session: Session, statement: str, values: Sequence[tuple[object, ...]]) -> None:
    session.flush()
    session.connection().exec_driver_sql(statement, values)


def _next_ids(session: Session, table: Table, count: int) -> list[int]:
    """Ids that were never used: SQLite keeps the highest ever given out."""
    query = "SELECT seq FROM sqlite_sequence WHERE name = ?"
    last = session.connection().exec_driver_sql(query, (table.name,)).scalar() or 0
    return list(range(last + 1, last + 1 + count))


def _table(mapped: Mapped) -> Table:
    table = mapped.__table__
    assert isinstance(table, Table)  # noqa: S101 - narrows the type
    return table


def _default(column: Any) -> object:
    return column.default.arg if column.default is not None else None


def _converted(table: Table, name: str, values: list[object]) -> list[object]:
    """These values in the form of the file, each different one converted once."""
    convert = _converter(table, name)[1]
    if convert is None:
        return values
    try:
        known = {value: convert(value) for value in set(values)}
    except TypeError:  # a list or dictionary, for a column of JSON
        return [convert(value) for value in values]
    return [known[value] for value in values]


def _converter(table: Table, name: str) -> tuple[str, Callable[[object], object] | None]:
    kind = table.columns[name].type
    return name, kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _quoted(name: str) -> str:
    return f'"{name}"'


def mapped_by_table(base: Mapped) -> dict[str, Mapped]:
    """The mapped classes of a drawer by the names of their tables."""
    classes = (mapper.class_ for mapper in base.registry.mappers)
    return {_table(one).name: one for one in classes if issubclass(one, base) and hasattr(one, "__table__")}

"""Taking rows out for ever, with all that hangs on them: rows, what the log held of them, search, files, free pages.

The log stays whole: a line that told of a destroyed row loses its detail and keeps its place, its MAC and its digest.
Such a line may have told of other rows too; the line of the destruction says of those what they hold now, so that a
later check of rows against the log still holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ForeignKey, Table, select, text
from sqlalchemy.orm import Session

from app.vault import attachments
from app.vault.drawers.database import Drawer
from app.vault.trail import audit
from app.vault.trail.audit import recorder_of

Ids = Mapping[str, Collection[int]]
Blanks = Mapping[str, Mapping[str, object]]
_CHUNK = 500
_OWNERS = {  # columns without a foreign key that hang on a row of this drawer
    "case_id": "cases",
    "measure_id": "measures",
    "entry_id": "entries",
    "letter_id": "letters",
    "pupil_id": "persons",
    "person_id": "persons",
    "about_id": "persons",
}
_OWNED = {*_OWNERS, "employee_id", "guardian_id", "merged_into", "gone_id", "kept_id"} - {"entry_id"}  # though empty
_NOT_OURS = {"audit", "attachments", "drafts", "search_documents", "search_prefixes", "chain_key", "alembic_version"}


@dataclass(frozen=True)
class Gone:
    """What a destruction took: rows per table, and the SHA-256 of the files."""

    rows: Mapping[str, int]
    files: tuple[str, ...]


def destroy(drawer: Drawer, action: str, subject: str, roots: Ids, blanks: Blanks | None = None) -> Gone:
    """Take these rows out with all that hangs on them; of the tables in ``blanks`` the rows stay with these values.

    One transaction; then the file is written anew without its free pages. Slow: for long work only.
    """
    with drawer.write(action, subject) as session:
        gone = _take_out(session, drawer, roots, blanks or {})
    drawer.compact()
    return gone


def hanging_on(session: Session, drawer: Drawer, roots: Ids) -> dict[str, set[int]]:
    """These rows and every row that hangs on them, by table."""
    found: dict[str, set[int]] = defaultdict(set, {table: set(ids) for table, ids in roots.items()})
    links = [link for table in _tables(drawer) for link in _links(table)]
    grown = True
    while grown:
        grown = False
        for table, column, target, owned in links:
            if owned and found.get(target):
                more = set(_referring(session, table, column, found[target])) - found[table]
                found[table] |= more
                grown = grown or bool(more)
    return {table: ids for table, ids in found.items() if ids}


def files_under(drawer: Drawer, roots: Ids) -> frozenset[int]:
    """The files that these rows, and every row that hangs on them, refer to."""
    with drawer.read() as session:
        return frozenset(_files_of(session, drawer, hanging_on(session, drawer, roots)))


def _take_out(session: Session, drawer: Drawer, roots: Ids, blanks: Blanks) -> Gone:
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    found = hanging_on(session, drawer, roots)
    files = _files_of(session, drawer, found)
    for table, column, target, owned in [link for one in _tables(drawer) for link in _links(one)]:
        if not owned and found.get(target) and target not in blanks:
            _run(session, f'UPDATE {table} SET "{column}" = NULL WHERE "{column}" IN ({{ids}})', found[target])  # noqa: S608 - names of our own
    for table, ids in found.items():
        if table in blanks:
            _blank(session, table, ids, blanks[table])
        else:
            _run(session, f"DELETE FROM {table} WHERE id IN ({{ids}})", ids)  # noqa: S608
    digests, file_ids = _drop_files(session, drawer, files)
    _forget_search(session, found)
    touched = {**found, "attachments": file_ids | found.get("attachments", set())}
    recorder = recorder_of(session)
    recorder.topics.update(
        str(mapper.class_.__topic__)
        for mapper in drawer.tables.base.registry.mappers
        if getattr(mapper.local_table, "name", "") in found and mapper.class_.__topic__
    )
    others = _forget_history(session, drawer, touched, set(blanks))
    for change in _as_they_are(session, drawer, others):
        recorder.restate(*change)
    session.expire_all()
    return Gone({table: len(ids) for table, ids in found.items() if table not in blanks}, digests)


def _tables(drawer: Drawer) -> list[Table]:
    return [
        table for table in drawer.tables.base.metadata.sorted_tables if table.name not in _NOT_OURS and "id" in table.c
    ]


def _links(table: Table) -> Iterator[tuple[str, str, str, bool]]:
    """(table, column, what it refers to, whether the row hangs on that)."""
    for column in table.columns:
        keys: list[ForeignKey] = list(column.foreign_keys)
        target = keys[0].target_fullname.partition(".")[0] if keys else _OWNERS.get(column.name, "")
        if target and target in table.metadata.tables and target != "attachments":
            owned = not column.nullable or column.name in _OWNED
            is_self = target == table.name and column.name != "merged_into"
            yield table.name, column.name, target, owned and not is_self


def _referring(session: Session, table: str, column: str, ids: Collection[int]) -> Iterator[int]:
    for chunk in _chunks(ids):
        query = f'SELECT id FROM {table} WHERE "{column}" IN ({",".join(map(str, chunk))})'  # noqa: S608
        yield from session.scalars(text(query))


def _run(session: Session, statement: str, ids: Collection[int]) -> None:
    for chunk in _chunks(ids):
        session.connection().exec_driver_sql(statement.format(ids=",".join(map(str, chunk))))


def _blank(session: Session, table: str, ids: Collection[int], values: Mapping[str, object]) -> None:
    places = ", ".join(f'"{name}" = ?' for name in values)
    for chunk in _chunks(ids):
        statement = f"UPDATE {table} SET {places} WHERE id IN ({','.join(map(str, chunk))})"  # noqa: S608
        session.connection().exec_driver_sql(statement, tuple(values.values()))


def _chunks(ids: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]


def _file_columns(drawer: Drawer) -> list[tuple[str, str]]:
    return [(column.table.name, column.name) for column in attachments.columns(drawer) if "id" in column.table.c]


def _files_of(session: Session, drawer: Drawer, found: Ids) -> set[int]:
    """The files that only these rows may refer to."""
    files: set[int] = set()
    for table, column in _file_columns(drawer):
        for chunk in _chunks(found.get(table, ())):
            query = f'SELECT "{column}" FROM {table} WHERE id IN ({",".join(map(str, chunk))})'  # noqa: S608
            files |= {number for number in session.scalars(text(query)) if number is not None}
    return files


def _drop_files(session: Session, drawer: Drawer, files: set[int]) -> tuple[tuple[str, ...], set[int]]:
    """Take out the files that no row refers to any more."""
    for table, column in _file_columns(drawer):
        query = f'SELECT DISTINCT "{column}" FROM {table} WHERE "{column}" IS NOT NULL'  # noqa: S608
        files -= set(session.scalars(text(query)))
    table_ = drawer.tables.attachments
    digests = tuple(sorted(set(session.scalars(select(table_.sha256).where(table_.id.in_(files))))))
    _run(session, "DELETE FROM attachments WHERE id IN ({ids})", files)
    return digests, files


def _forget_search(session: Session, found: Ids) -> None:
    """Make what was about these rows no longer findable: references such as ``case:12`` and ``case:12#55``."""
    names = {"cases": "case", "measures": "measure", "letters": "letter", "persons": "person", "entries": "entry"}
    wanted = {(names[table], number) for table, ids in found.items() if table in names for number in ids}
    for key, ref in session.execute(text("SELECT id, ref FROM search_documents")).all():
        noun, _colon, rest = str(ref).partition(":")
        number = rest.partition("#")[0]
        if number.isdigit() and (noun, int(number)) in wanted:
            for statement in (
                "DELETE FROM search_text WHERE rowid = :id",
                "DELETE FROM search_prefixes WHERE document_id = :id",
                "DELETE FROM search_documents WHERE id = :id",
            ):
                session.execute(text(statement), {"id": key})


def _forget_history(session: Session, drawer: Drawer, touched: Ids, kept: set[str]) -> dict[str, set[int]]:
    """Empty every line of the log that told of these rows; gives the other rows that those lines told of."""
    table, others = drawer.tables.audit, defaultdict[str, set[int]](set)
    lines: list[int] = []
    for number, detail in session.execute(select(table.id, table.detail).where(table.detail.is_not(None))).all():
        told = {(name, key) for name, key, _change in audit.changes_in(detail) if isinstance(key, int)}
        if any(key in touched.get(name, ()) for name, key in told):
            lines.append(number)
            for name, key in told:
                if name in kept or key not in touched.get(name, ()):
                    others[name].add(key)
    for chunk in _chunks(lines):
        statement = f"UPDATE audit SET detail = NULL WHERE id IN ({','.join(map(str, chunk))})"  # noqa: S608
        session.connection().exec_driver_sql(statement)
    return others


def _as_they_are(
    session: Session, drawer: Drawer, others: Mapping[str, set[int]]
) -> Iterator[tuple[str, int, dict[str, tuple[object, object]]]]:
    """What rows hold now, as the log tells it; of a row that is gone only that it went."""
    tables = drawer.tables.base.metadata.tables
    for name, keys in others.items():
        table = tables.get(name)
        if table is None or "id" not in table.c:
            continue
        columns = [column for column in table.columns if column.name != "data"]
        there: dict[int, Any] = {}
        for chunk in _chunks(keys):
            there |= {row.id: row._mapping for row in session.execute(select(*columns).where(table.c.id.in_(chunk)))}  # noqa: SLF001
        for key in sorted(keys):
            row = there.get(key)
            yield name, key, {column: (None, value) for column, value in row.items()} if row else {"id": (key, None)}

"""Which columns of a drawer refer to a person, whatever feature they belong to: nothing may be left dangling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Integer, Table, text
from sqlalchemy.orm import Session

from app.vault.tables import CaseworkBase, RegisterBase

Base = type[RegisterBase] | type[CaseworkBase]
_PLAIN = ("person_id", "pupil_id", "guardian_id", "employee_id", "about_id")  # by these names across the drawers
_LISTS = ("person_ids", "pupil_ids", "guardian_ids")


@dataclass(frozen=True)
class Reference:
    """A column that holds the id of a row of another table, or (``is_list``) a JSON list of such ids."""

    mapped: type[RegisterBase] | type[CaseworkBase]
    table: str
    column: str
    is_list: bool = False

    def rows(self, session: Session) -> Iterator[tuple[int, int]]:
        """Every row that refers to something: its own id and the id it refers to."""
        table, column = self.table, f'{self.table}."{self.column}"'
        query = f"SELECT {table}.id, {column} FROM {table} WHERE {column} IS NOT NULL"  # noqa: S608 - names of our own
        if self.is_list:
            query = f"SELECT {table}.id, j.value FROM {table}, json_each({column}) AS j WHERE {column} IS NOT NULL"  # noqa: S608
        for key, value in session.execute(text(query)):
            if isinstance(value, int):
                yield key, value


def to_persons(base: Base) -> tuple[Reference, ...]:
    """Every column of this drawer that refers to a person; a row that is the person's own part refers to nobody."""
    return _sorted(_references(base, "persons.id", _PLAIN, _LISTS))


def links_to(base: Base, table: str) -> tuple[Reference, ...]:
    """Every column of this drawer with a foreign key to the rows of this table."""
    return _sorted(_references(base, f"{table}.id", (), ()))


def holders(session: Session, base: Base, ids: Collection[int]) -> dict[int, set[str]]:
    """The tables that refer to each of these persons; who is referred to by none is absent."""
    wanted = set(ids)
    found: dict[int, set[str]] = defaultdict(set)
    for reference in to_persons(base):
        for _key, person in reference.rows(session):
            if person in wanted:
                found[person].add(reference.table)
    return found


def _sorted(references: Iterator[Reference]) -> tuple[Reference, ...]:
    return tuple(sorted(references, key=lambda one: (one.table, one.column)))


def _references(base: Base, target: str, plain: tuple[str, ...], lists: tuple[str, ...]) -> Iterator[Reference]:
    for mapper in base.registry.mappers:
        if not issubclass(mapper.class_, base) or not isinstance(mapper.local_table, Table):
            continue
        for column in mapper.local_table.columns:
            links = {key.target_fullname for key in column.foreign_keys}
            is_plain = bool(plain) and not links and isinstance(column.type, Integer) and column.name.endswith(plain)
            if not column.primary_key and (target in links or is_plain or column.name in lists):
                yield Reference(mapper.class_, mapper.local_table.name, column.name, column.name in lists)

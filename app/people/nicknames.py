"""What a person is called beside their name: by it a dossier recognises who is meant in a text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.kernel.errors import Invalid, Refused
from app.kernel.names import full
from app.people import reading
from app.people.tables import Person

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

_LONGEST = 200


class Nicknames:
    """Nicknames, call names and names of accounts of persons."""

    def __init__(self, register: Drawer) -> None:
        self._register = register

    def of(self, person_id: int) -> tuple[str, ...]:
        """The nicknames of one person."""
        return self.all().get(person_id, ())

    def all(self) -> dict[int, tuple[str, ...]]:
        """Everybody who has nicknames, with them."""
        with self._register.read() as session:
            rows = session.execute(select(Person.id, Person.nicknames).where(Person.nicknames != ""))
            return {row.id: _split(row.nicknames) for row in rows}

    def with_former(self) -> dict[int, tuple[str, ...]]:
        """Everybody's nicknames with the names of entries that were merged into them: a text may still say those."""
        found = self.all()
        merged = select(Person).where(Person.merged_into.is_not(None))
        with self._register.read() as session:
            for row in session.scalars(merged):
                kept, former = row.merged_into or row.id, full(reading.name_of(row))
                found[kept] = tuple(dict.fromkeys((*found.get(kept, ()), former, *found.get(row.id, ()))))
        return found

    def call(self, person_id: int, nicknames: Iterable[str]) -> None:
        """Replace the nicknames of a person."""
        told = ", ".join(dict.fromkeys(name for text in nicknames for name in _split(text)))
        if len(told) > _LONGEST:
            raise Invalid("nicknames", "people.nicknames_too_long")
        with self._register.write("person.nicknamed", f"person:{person_id}") as session:
            row = session.get(Person, person_id)
            if row is None:
                raise Refused("people.unknown")
            row.nicknames = told


def _split(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.replace(";", ",").split(",") if part.strip())

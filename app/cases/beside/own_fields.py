"""Fields that the school adds to its cases, and what was filled in in them."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.cases import access, limits
from app.cases.beside.lines import OwnFieldLine, OwnKind
from app.cases.beside.tables import OwnField
from app.kernel.clock import Clock
from app.kernel.errors import Invalid
from app.vault.drawers.database import Drawer

FEWEST, MOST = 2, 12
LONGEST = 60


class OwnFields:
    """Adding a field, taking one out of use, and filling them in; what stands in a case stays there."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    def all(self) -> tuple[OwnFieldLine, ...]:
        """The fields in use, in the order in which they were added."""
        with self._drawer.read() as session:
            return fields_in(session)

    def add(self, title: str, kind: OwnKind, choices: tuple[str, ...] = ()) -> int:
        """Add a field to every case; gives its id. Leadership only."""
        access.only_leadership(self._drawer.user)
        name = limits.line("title", title, most=LONGEST)
        offered = tuple(dict.fromkeys(filter(None, (limits.line("choices", one, most=LONGEST) for one in choices))))
        if not name:
            raise Invalid("title", "cases.no_name")
        if kind is OwnKind.CHOICE and len(offered) < FEWEST:
            raise Invalid("choices", "cases.few_choices")
        with self._drawer.write("field.added") as session:
            known = fields_in(session)
            if any(one.title.casefold() == name.casefold() for one in known):
                raise Invalid("title", "cases.field_twice")
            if len(known) >= MOST:
                raise Invalid("title", "cases.many_fields", most=MOST)
            row = OwnField(title=name, kind=kind, choices=list(offered) if kind is OwnKind.CHOICE else [])
            session.add(row)
            session.flush()
            return row.id

    def retire(self, field_id: int) -> None:
        """Ask this no longer; what was filled in before can still be read. Leadership only."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("field.retired", f"field:{field_id}") as session:
            row = session.get(OwnField, field_id)
            if row is not None and row.retired_at is None:
                row.retired_at = self._clock.now()

    def fill(self, case_id: int, values: Mapping[int, str]) -> None:
        """Keep what was filled in in a case; an empty answer takes the field away from it."""
        kept = {number: limits.line(f"own_{number}", text) for number, text in values.items()}
        with self._drawer.write("field.filled", f"case:{case_id}") as session:
            case = access.writable(session, self._drawer.user, case_id)
            fresh = case.own_values | {str(number): text for number, text in kept.items()}
            case.own_values = {number: text for number, text in fresh.items() if text}
            case.changed_at = self._clock.now()


def fields_in(session: Session) -> tuple[OwnFieldLine, ...]:
    """The fields in use."""
    rows = session.scalars(select(OwnField).filter_by(retired_at=None).order_by(OwnField.id))
    return tuple(OwnFieldLine(row.id, row.title, OwnKind(row.kind), tuple(row.choices)) for row in rows)


def told(session: Session, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What was filled in, under the name of its field, also of a field that is no longer asked."""
    rows = session.scalars(select(OwnField).where(OwnField.id.in_([int(number) for number in values])))
    return tuple((row.title, values[str(row.id)]) for row in sorted(rows, key=lambda row: row.id))

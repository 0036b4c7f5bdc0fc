"""Puts off a line of Vandaag for the user who asks it; of a case, the reason stays in the drawer of cases."""

from __future__ import annotations

from datetime import date
from functools import cache

from sqlalchemy import Date, Select, bindparam, select
from sqlalchemy.orm import Session

from app.agenda.rules import AgendaItem, Snooze, check_snooze
from app.agenda.tables import CaseSnoozeRow, SnoozeRow
from app.kernel.clock import Clock
from app.vault.drawers.database import Drawer

Row = type[SnoozeRow] | type[CaseSnoozeRow]


@cache
def _standing(table: Row) -> Select[str, date, str]:
    columns = select(table.key, table.until, table.reason)
    return columns.where(table.user_id == bindparam("user"), table.until > bindparam("today", type_=Date))


class PuttingOff:
    """What one user put off, in both drawers."""

    def __init__(self, register: Drawer, casework: Drawer | None, clock: Clock) -> None:
        self._register = register
        self._casework = casework
        self._clock = clock

    def put_off(self, item: AgendaItem, until: date, reason: str) -> None:
        """Let this wait until a day. Raises Refused or Invalid when it cannot, not so long, or without a reason."""
        check_snooze(item, until, reason, self._clock.today())
        drawer, table = self._place(in_case=item.in_case)
        with drawer.write("agenda.put_off", item.key) as session:
            row = self._row(session, table, item.key)
            if row is None:
                row = table(key=item.key, user_id=drawer.user.id, by=drawer.user.name)
                session.add(row)
            row.until, row.reason, row.at = until, reason.strip(), self._clock.now()

    def bring_back(self, item: AgendaItem) -> None:
        """Show it again now."""
        drawer, table = self._place(in_case=item.in_case)
        with drawer.write("agenda.brought_back", item.key) as session:
            row = self._row(session, table, item.key)
            if row is not None:
                session.delete(row)

    def standing(self) -> dict[str, Snooze]:
        """What this user put off and is not back yet, by key."""
        found = self._read(self._register, SnoozeRow)
        if self._casework is not None:
            found |= self._read(self._casework, CaseSnoozeRow)
        return found

    def _read(self, drawer: Drawer, table: Row) -> dict[str, Snooze]:
        mine = {"user": drawer.user.id, "today": self._clock.today()}
        with drawer.read() as session:
            return {key: Snooze(key, until, reason) for key, until, reason in session.execute(_standing(table), mine)}

    def _place(self, *, in_case: bool) -> tuple[Drawer, Row]:
        if in_case and self._casework is not None:
            return self._casework, CaseSnoozeRow
        return self._register, SnoozeRow

    def _row(self, session: Session, table: Row, key: str) -> SnoozeRow | CaseSnoozeRow | None:
        user = self._register.user.id
        found = session.scalars(select(table).where(table.key == key, table.user_id == user)).first()
        assert found is None or isinstance(found, SnoozeRow | CaseSnoozeRow)  # noqa: S101 - narrows the type
        return found

"""The yearly calendar of this school: what was planned, done or left out in a school year."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from app.agenda import year as rules
from app.agenda.tables import YearTaskRow
from app.agenda.year import YearLine, YearState, YearTask
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.vault.drawers.database import Drawer

_OF_YEAR = select(YearTaskRow.code, YearTaskRow.state, YearTaskRow.on, YearTaskRow.note, YearTaskRow.by).where(
    YearTaskRow.school_year == bindparam("year")
)


class Yearly:
    """Use cases of the yearly calendar; lives in the register drawer, for it names nobody."""

    def __init__(self, register: Drawer, clock: Clock) -> None:
        self._drawer = register
        self._clock = clock

    def lines(self, year: str | None = None) -> tuple[YearLine, ...]:
        """The proposals of a school year with what became of them, in the order of the year."""
        wanted = year or self.current()
        with self._drawer.read() as session:
            rows = session.execute(_OF_YEAR, {"year": wanted}).all()
        kept = {code: YearTask(code, YearState(state), on, note, by) for code, state, on, note, by in rows}
        return rules.lines_of(wanted, kept, leads=self._drawer.user.role.leads)

    def asking(self) -> tuple[YearLine, ...]:
        """What asks for attention today."""
        return rules.asking(self.lines(), self._clock.today())

    def current(self) -> str:
        """The school year of today."""
        return school_year(self._clock.today())

    def plan(self, code: str, on: date, note: str = "") -> None:
        """Put it on a day of this school year."""
        first, last = school_year_days(self.current())
        if not first <= on <= last:
            raise Invalid("on", "agenda.year_outside", year=self.current())
        self._keep("year_task.planned", code, YearState.PLANNED, on, note)

    def finish(self, code: str, note: str = "") -> None:
        """It was done."""
        self._keep("year_task.done", code, YearState.DONE, self._clock.today(), note)

    def skip(self, code: str, why: str) -> None:
        """This school does not do it this year; a reason is asked."""
        if not why.strip():
            raise Invalid("note", "agenda.year_why")
        self._keep("year_task.skipped", code, YearState.SKIPPED, self._clock.today(), why)

    def reopen(self, code: str) -> None:
        """Propose it again."""
        with self._drawer.write("year_task.reopened", code) as session:
            row = self._row(session, code)
            if row is not None:
                session.delete(row)

    def _keep(self, action: str, code: str, state: YearState, on: date, note: str) -> None:
        known = rules.proposal(code)
        if known is None or (known.leads and not self._drawer.user.role.leads):
            raise Refused("agenda.year_unknown")
        with self._drawer.write(action, code) as session:
            row = self._row(session, code)
            if row is None:
                row = YearTaskRow(school_year=self.current(), code=code)
                session.add(row)
            row.state, row.on, row.note, row.by = state.value, on, note.strip(), self._drawer.user.name

    def _row(self, session: Session, code: str) -> YearTaskRow | None:
        return session.scalars(
            select(YearTaskRow).where(YearTaskRow.school_year == self.current(), YearTaskRow.code == code)
        ).first()

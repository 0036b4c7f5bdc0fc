"""From when guardians have authority, for a list that says so: ``Gezag vanaf``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from app.imports.columns.layout import Layout, Row
from app.imports.readings import Place, ReadGuardian, Rejection, Target
from app.imports.rows.getters import RowRefusedError, day_of
from app.people.basics import Authority


class AuthorityDays:
    """The columns with such days, of one guardian each or of all; a day that cannot be read is only doubtful."""

    def __init__(self, layout: Layout, today: date, doubts: list[Rejection]) -> None:
        columns = [column for column in layout.columns if column.target is Target.AUTHORITY_SINCE]
        self._days: dict[int, Callable[[Row], date | None]] = {
            one.guardian: day_of(layout, Target.AUTHORITY_SINCE, today.year, one.guardian) for one in columns
        }
        self._today = today
        self._doubts = doubts

    def __bool__(self) -> bool:
        return bool(self._days)

    def filled(
        self, row: Row, place: Place, guardians: Sequence[ReadGuardian], numbers: Sequence[int]
    ) -> tuple[ReadGuardian, ...]:
        """These guardians (of the columns with these numbers) with the day from which they have authority."""
        days = {number: self._day(number, row, place) for number in self._days}
        pairs = zip(guardians, numbers, strict=True)
        return tuple(self._dated(one, days.get(number) or days.get(0)) for one, number in pairs)

    def _day(self, number: int, row: Row, place: Place) -> date | None:
        try:
            return self._days[number](row)
        except RowRefusedError as refusal:
            where = place._replace(column=refusal.column)
            self._doubts.append(Rejection(where, refusal.code, value=refusal.value))
            return None

    def _dated(self, one: ReadGuardian, day: date | None) -> ReadGuardian:
        """A day alone says that there is authority; who gets it later does not have it yet."""
        if day is None:
            return one
        if day > self._today:
            return one._replace(authority=Authority.ASSUMED)
        said = Authority.YES if one.authority is Authority.ASSUMED else one.authority
        return one._replace(authority=said, since=day)

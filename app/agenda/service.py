"""Vandaag: gathers from every feature what asks for attention, and the three cards beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.agenda import sources
from app.agenda.rules import AgendaItem, AgendaLists, arranged
from app.cases.inputs import CaseFilter
from app.cases.lines import CaseLine
from app.consents.overview import Progress
from app.consents.service import Consents
from app.kernel.clock import Clock
from app.letters.tray import Tray
from app.measures.facts import Status
from app.measures.lines import DeviceLine, MeasureFilter, MeasureLine, Wanted
from app.people.service import People

if TYPE_CHECKING:
    from app.casework import Casework

CASES_SHOWN, MEASURES_SHOWN, DEVICES_SHOWN = 6, 6, 4
OPEN_CASES = 1_000


@dataclass(frozen=True)
class Overview:
    """The right column of Vandaag; cases and measures are empty for who has no casework."""

    progress: Progress
    cases: tuple[CaseLine, ...] = ()
    cases_open: int = 0
    measures: tuple[MeasureLine, ...] = ()
    announced: tuple[MeasureLine, ...] = ()
    devices: tuple[DeviceLine, ...] = ()


class Agenda:
    """Everything that has a date; it only reads."""

    def __init__(self, people: People, consents: Consents, tray: Tray, casework: Casework | None, clock: Clock) -> None:
        self._people = people
        self._consents = consents
        self._tray = tray
        self._casework = casework
        self._clock = clock

    def today(self) -> AgendaLists:
        """What asks for attention, in four lists, most urgent first."""
        return self.page()[0]

    def page(self) -> tuple[AgendaLists, Overview]:
        """The lists with the cards beside them, in one reading."""
        open_cases = self._open_cases()
        overview = self._overview(open_cases)
        reminders = sources.of_consents(overview.progress, self._clock.today())
        return arranged([*self._items(open_cases), *reminders], self._clock.now()), overview

    def urgent(self) -> tuple[int, bool]:
        """How many things wait today or are overdue, and whether any is overdue."""
        lists = arranged(self._items(self._open_cases()), self._clock.now())
        return lists.urgent, bool(lists.overdue)

    def overview(self) -> Overview:
        """How far the consents are, and for those who may know: open cases and running measures."""
        return self._overview(self._open_cases())

    def _open_cases(self) -> tuple[CaseLine, ...]:
        return () if self._casework is None else self._casework.cases.list(CaseFilter(limit=OPEN_CASES))

    def _overview(self, open_cases: tuple[CaseLine, ...]) -> Overview:
        progress = self._consents.progress()
        casework = self._casework
        if casework is None:
            return Overview(progress)
        return Overview(
            progress,
            open_cases[:CASES_SHOWN],
            len(open_cases),
            casework.measures.running(self._clock.today())[:MEASURES_SHOWN],
            self._announced(casework),
            casework.measures.devices.held()[:DEVICES_SHOWN],
        )

    def _announced(self, casework: Casework) -> tuple[MeasureLine, ...]:
        proposals = casework.measures.overview(MeasureFilter(Wanted.PROPOSALS))
        return tuple(line for line in proposals if line.status is Status.ANNOUNCED)[:MEASURES_SHOWN]

    def _items(self, open_cases: tuple[CaseLine, ...]) -> Iterator[AgendaItem]:
        today = self._clock.today()
        if self._casework is None:
            yield from sources.of_tray(self._tray, today)
        else:
            yield from self._casework_items(self._casework, open_cases)
        yield from sources.of_birthdays(self._people, today)

    def _casework_items(self, casework: Casework, open_cases: tuple[CaseLine, ...]) -> Iterator[AgendaItem]:
        now, today = self._clock.now(), self._clock.today()
        yield from sources.of_calls(casework.cases, now)
        yield from sources.of_cases(open_cases, today)
        yield from sources.of_tasks(casework.cases)
        yield from sources.of_measures(casework.measures, today)
        yield from sources.of_inspector(casework.inspector)
        yield from sources.of_letters(casework.letters, today)

"""Vandaag: gathers from every feature what asks for attention, and the cards beside it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.agenda import case_sources, rules, sources
from app.agenda.choosing_rules import chosen, tasks_among
from app.agenda.putting_off import PuttingOff
from app.agenda.rules import AgendaItem, AgendaLists, Days, arranged
from app.agenda.yearly import Yearly
from app.cases.inputs import CaseFilter
from app.cases.lines import CaseLine, TaskLine
from app.cases.rules import TO_JUDGE, CaseSeverity
from app.consents.matrix.overview import Progress
from app.consents.service import Consents
from app.kernel.clock import Clock
from app.letters.tray.service import Tray
from app.measures.lines import DeviceLine, MeasureLine
from app.people.service import People
from app.vault.drawers.database import Drawer

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
    cases_new: int = 0
    cases_serious: int = 0
    measures: tuple[MeasureLine, ...] = ()
    measures_running: int = 0
    announced: tuple[MeasureLine, ...] = ()
    devices: tuple[DeviceLine, ...] = ()
    devices_held: int = 0


class Agenda:
    """Everything that has a date; ``putting_off`` lets a line wait, ``yearly`` keeps the yearly calendar."""

    def __init__(
        self,
        register: Drawer,
        casework_drawer: Drawer | None,
        people: People,
        consents: Consents,
        tray: Tray,
        casework: Casework | None,
        clock: Clock,
    ) -> None:
        self._people = people
        self._consents = consents
        self._tray = tray
        self._casework = casework
        self._clock = clock
        self._drawers = tuple(drawer for drawer in (register, casework_drawer) if drawer is not None)
        self._leads = register.user.role.leads
        self.putting_off = PuttingOff(register, casework_drawer, clock)
        self.yearly = Yearly(register, clock)

    def today(self) -> AgendaLists:
        """Everything that asks for attention, in its lists, most urgent first."""
        with self._reading():
            progress = self._consents.progress()
            items = [*self._items(self._open_cases(), self._all_tasks()), *self._of_consents(progress)]
            return arranged(items, self._clock.now(), self.putting_off.standing())

    def page(self, most: int = rules.FEW) -> tuple[AgendaLists, Overview]:
        """The lists with the cards beside them, in one reading; of tasks, the first ``most`` of each list."""
        with self._reading():
            open_cases, progress = self._open_cases(), self._consents.progress()
            lists = self._lists(open_cases, self._of_consents(progress), most)
            return lists, self._overview(open_cases, progress)

    def urgent(self) -> tuple[int, bool]:
        """How many things wait today or are overdue, and whether any is overdue."""
        with self._reading():
            lists = self._lists(self._open_cases(), sources.of_consent_dates(self._consents), 0)
        return lists.urgent, bool(lists.count("overdue"))

    def overview(self) -> Overview:
        """How far the consents are, and for those who may know: open cases and running measures."""
        with self._reading():
            return self._overview(self._open_cases(), self._consents.progress())

    def between(self, first: date, last: date) -> tuple[AgendaItem, ...]:
        """Everything with a day from ``first`` to ``last``; what is overdue too, when today is among them."""
        with self._reading():
            progress = self._consents.progress()
            items = [*self._items(self._open_cases(), self._all_tasks()), *self._of_consents(progress)]
        return rules.between(items, first, last, self._clock.today())

    def days(self, first: date, last: date, most: int) -> Days:
        """The same, with of tasks the first ``most`` of each day; the others are counted."""
        today = self._clock.today()
        with self._reading():
            tasks, more = self._first_tasks(rules.days_between(first, last, today), (), most)
            items = [*self._items(self._open_cases(), tasks), *self._of_consents(self._consents.progress())]
        return Days(rules.between(items, first, last, today), more)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One transaction per drawer for everything within: beginning one costs as much as a small read."""
        with ExitStack() as stack:
            for drawer in self._drawers:
                stack.enter_context(drawer.read())
            yield

    def _open_cases(self) -> tuple[CaseLine, ...]:
        return () if self._casework is None else self._casework.cases.list(CaseFilter(limit=OPEN_CASES))

    def _lists(self, open_cases: tuple[CaseLine, ...], more: Iterable[AgendaItem], most: int) -> AgendaLists:
        now, snoozes = self._clock.now(), self.putting_off.standing()
        tasks, unread = self._first_tasks(rules.lists_by_day(now), snoozes, most)
        items = [*self._items(open_cases, tasks), *more]
        return arranged(items, now, snoozes, unread, shown=most)

    def _all_tasks(self) -> tuple[TaskLine, ...]:
        return () if self._casework is None else self._casework.cases.open_tasks()

    def _first_tasks(
        self, list_of: Callable[[date], str], put_off: Collection[str], most: int
    ) -> tuple[tuple[TaskLine, ...], Mapping[date, int]]:
        if self._casework is None:
            return (), {}
        cases = self._casework.cases
        found = chosen(cases.due_tasks(), tasks_among(put_off), list_of, most)
        return cases.open_tasks(found.ids), found.more

    def _items(self, open_cases: tuple[CaseLine, ...], tasks: Iterable[TaskLine]) -> list[AgendaItem]:
        now, casework = self._clock.now(), self._casework
        if casework is None:
            found = [*sources.of_tray(self._tray, self._clock.today())]
        else:
            found = [*case_sources.of_casework(casework, self._people, open_cases, tasks, now, leads=self._leads)]
        return [*found, *sources.of_birthdays(self._people, self._clock.today())]

    def _of_consents(self, progress: Progress) -> list[AgendaItem]:
        dated = sources.of_consent_dates(self._consents)
        missing = () if sources.runs_a_round(dated) else sources.of_consents(progress, self._clock.today())
        return [*dated, *missing, *sources.of_year(self.yearly.asking())]

    def _overview(self, open_cases: tuple[CaseLine, ...], progress: Progress) -> Overview:
        casework = self._casework
        if casework is None:
            return Overview(progress)
        running, announced = casework.measures.standing()
        held = casework.measures.devices.held()
        return Overview(
            progress,
            cases=tuple(sorted(open_cases, key=_weight))[:CASES_SHOWN],
            cases_open=len(open_cases),
            cases_new=sum(line.status in TO_JUDGE for line in open_cases),
            cases_serious=sum(line.severity is CaseSeverity.SERIOUS for line in open_cases),
            measures=running[:MEASURES_SHOWN],
            measures_running=len(running),
            announced=announced[:MEASURES_SHOWN],
            devices=held[:DEVICES_SHOWN],
            devices_held=len(held),
        )


def _weight(line: CaseLine) -> int:
    """The gravest first; among equals the order stays: the last changed on top."""
    return -list(CaseSeverity).index(line.severity)

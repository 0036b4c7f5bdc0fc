"""Employees in the register of consent: the same answers, decided by themselves, and the end of their employment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.consents.answers import history, reading
from app.consents.answers.forms import Answer, How, NewAnswers, NewWithdrawal, Scan, check_answers, check_withdrawal
from app.consents.answers.history import HistoryLine
from app.consents.answers.recording import EventWriter
from app.consents.matrix import overview
from app.consents.matrix.overview import Cell
from app.consents.publications.service import Publications
from app.consents.publications.takedown_rules import AFTER_LEAVING, by_himself
from app.consents.purposes.catalogue import Catalogue
from app.consents.purposes.lines import PurposeLine
from app.consents.tables import ImageClearance
from app.kernel.clock import Clock
from app.kernel.errors import Invalid
from app.people.rules import EmployeeLine, Period
from app.people.service import People

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

SOON = timedelta(days=30)


@dataclass(frozen=True)
class NewStaffAnswers:
    """The answers of one employee; a yes is demonstrable (protocol A5)."""

    employee_id: int
    answers: tuple[Answer, ...]
    given_on: date
    how: How = How.SIGNED_FORM
    evidence: str = ""
    scan: Scan | None = None


@dataclass(frozen=True)
class StaffRow:
    """One employee; the cells run along with the purposes."""

    employee: EmployeeLine
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class StaffMatrix:
    """Employees against the purposes that concern them."""

    on: date
    purposes: tuple[PurposeLine, ...]
    rows: tuple[StaffRow, ...]


@dataclass(frozen=True)
class StaffCard:
    """Everything about the consent of one employee; the history is newest first, ``shorts`` name its purposes."""

    employee: EmployeeLine
    on: date
    purposes: tuple[PurposeLine, ...]
    cells: tuple[Cell, ...]
    history: tuple[HistoryLine, ...]
    shorts: Mapping[str, str]


@dataclass(frozen=True)
class LeavingLine:
    """An employee who leaves or left: by when the images are gone, where they still are, and whether that is done."""

    employee: EmployeeLine
    end_date: date
    target: date
    publications: int
    cleared_on: date | None


class Staff:
    """Use cases on the consent of employees."""

    def __init__(
        self, register: Drawer, people: People, catalogue: Catalogue, publications: Publications, clock: Clock
    ) -> None:
        self._drawer = register
        self._people = people
        self._catalogue = catalogue
        self._publications = publications
        self._clock = clock

    def purposes(self, on: date | None = None) -> tuple[PurposeLine, ...]:
        """What the school asks employees."""
        return tuple(line for line in self._catalogue.all(on) if line.of_employees and line.rule.in_use)

    def record(self, new: NewStaffAnswers) -> tuple[int, ...]:
        """Record the answers of an employee; gives the ids of the events."""
        employee = self._people.employee(new.employee_id)
        form = NewAnswers(employee.id, None, new.answers, new.given_on, new.how, evidence=new.evidence, scan=new.scan)
        check_answers(form, self._clock.today())
        self._check(answer.purpose for answer in new.answers)
        with self._drawer.write("answers.recorded", f"person:{employee.id}") as session:
            writer = EventWriter(session, self._clock)
            writer.answers(form, "", reading.words(session, [employee.id])[employee.id])
            return writer.finish()

    def withdraw(
        self,
        employee_id: int,
        purposes: Sequence[str],
        received_on: date,
        how: How = How.EMAIL,
        evidence: str = "",
        scan: Scan | None = None,
    ) -> tuple[int, ...]:
        """Record that an employee takes consent back."""
        new = NewWithdrawal(self._people.employee(employee_id).id, None, tuple(purposes), received_on, how,
                            evidence=evidence, scan=scan)  # fmt: skip
        check_withdrawal(new, self._clock.today())
        self._check(purposes)
        with self._drawer.write("consent.withdrawn", f"person:{employee_id}") as session:
            writer = EventWriter(session, self._clock)
            writer.withdrawal(new, "")
            return writer.finish()

    def matrix(self, on: date | None = None) -> StaffMatrix:
        """Who works here against what the school asks them."""
        day, shown = on or self._clock.today(), self.purposes(on)
        employees = self._people.employees(day)
        with self._drawer.read() as session:
            said = reading.words(session, [one.id for one in employees])
        rows = (StaffRow(one, overview.cells(by_himself(day), shown, said[one.id])) for one in employees)
        return StaffMatrix(day, shown, tuple(rows))

    def card(self, employee_id: int) -> StaffCard:
        """Everything about the consent of one employee."""
        today, known = self._clock.today(), self._catalogue.all()
        shown = tuple(line for line in known if line.of_employees and line.rule.in_use)
        employee = self._people.employee(employee_id)
        with self._drawer.read() as session:
            said = reading.words(session, [employee_id])[employee_id]
            rows = reading.events(session, employee_id)
            lines = history.lines(rows, self._people.names([employee_id]), {})
        cells, shorts = overview.cells(by_himself(today), shown, said), {line.code: line.short for line in known}
        return StaffCard(employee, today, shown, cells, lines, shorts)

    def leaving(self, within: timedelta = SOON) -> tuple[LeavingLine, ...]:
        """Who leaves soon, or left and may still be shown somewhere; first who must be cleared first."""
        today = self._clock.today()
        left = [one for one in self._people.all_employees() if one.end_date and one.end_date <= today + within]
        if not left:
            return ()
        shown, cleared = self._publications.shown(), self._cleared()
        found = [
            LeavingLine(one, end, end + AFTER_LEAVING, shown.get(one.id, 0), cleared.get(one.id))
            for one in left
            if (end := one.end_date) and (one.id in shown or _worked_lately(one, today))
        ]
        waiting = (line for line in found if line.cleared_on is None or line.publications)
        return tuple(sorted(waiting, key=lambda line: line.target))

    def clear(self, employee_id: int, on: date, note: str) -> None:
        """Record that an employee's images are gone from website, noticeboard and pass."""
        if on > self._clock.today():
            raise Invalid("on", "consents.in_future")
        with self._drawer.write("image.cleared", f"person:{employee_id}") as session:
            session.add(
                ImageClearance(
                    employee_id=employee_id,
                    done_on=on,
                    note=note.strip(),
                    recorded_at=self._clock.now(),
                    recorded_by=self._drawer.user.name,
                )
            )

    def _cleared(self) -> dict[int, date]:
        with self._drawer.read() as session:
            rows = select(ImageClearance.employee_id, ImageClearance.done_on).order_by(ImageClearance.id)
            return dict(session.execute(rows).all())

    def _check(self, codes: Iterable[str]) -> None:
        known = {line.code for line in self.purposes()}
        for code in codes:
            if code not in known:
                raise Invalid("purpose", "consents.purpose_unknown", purpose=code)


def _worked_lately(employee: EmployeeLine, today: date) -> bool:
    period = Period(employee.start_date, employee.end_date)
    return period.holds(today) or period.holds(today - 2 * SOON)

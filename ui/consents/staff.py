"""Employees: the same register, images of who leaves, and who received the protocol."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.consents.answers.history import HistoryLine
from app.consents.staff.handouts import HandoutLine
from app.consents.staff.service import LeavingLine, StaffCard, StaffMatrix
from app.kernel.names import full
from app.kernel.texts import N_, _, ngettext
from app.people.rules import EmployeeLine
from ui.consents.matrix import MatrixTable
from ui.consents.mending import expiry_sheet, mending_sheet
from ui.consents.part import Part
from ui.consents.scans import save_scan
from ui.consents.staff_card import StaffView
from ui.consents.staff_lists import Handed, handouts_table, leaving_table
from ui.consents.staff_sheets import (
    cleared_sheet,
    handout_sheet,
    signed_sheet,
    staff_answer_sheet,
    staff_withdrawal_sheet,
)
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.fields import SearchField
from ui.kit.header import Header
from ui.kit.table import Table

SIDE = 340
CONSENT, LEAVING, PROTOCOL = "consent", "leaving", "protocol"


@dataclass(frozen=True)
class Lines:
    """What the tab shows."""

    matrix: StaffMatrix
    leaving: tuple[LeavingLine, ...]
    handouts: tuple[HandoutLine, ...]
    missing: tuple[EmployeeLine, ...]
    version: str
    card: StaffCard | None

    @property
    def without(self) -> tuple[EmployeeLine, ...]:
        """Who did not receive this version at all; the others who are missing only did not sign."""
        handed = {line.person.id for line in self.handouts}
        return tuple(one for one in self.missing if one.id not in handed)


class StaffPart(Part):
    """``open("leaving")`` or ``open("protocol")`` shows that list; a number opens an employee."""

    key: ClassVar[str] = "staff"
    label: ClassVar[str] = N_("Medewerkers")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.employee: int | None = None
        self._seeks = False
        self._lines: Lines | None = None
        options = [(CONSENT, _("Toestemming")), (LEAVING, _("Vertrek")), (PROTOCOL, _("Protocol ontvangen"))]
        self.chips = Chips(options, value=CONSENT)
        self.chips.setMinimumWidth(340)
        self.chips.chosen.connect(lambda which: self.turn(str(which)))
        self.search = SearchField(_("Zoek een medewerker"))
        self.top.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)
        self.top.addStretch(1)
        self.top.addWidget(self.search)
        self.leaving, self.handouts = leaving_table(), handouts_table()
        self.leaving.verb_clicked.connect(lambda line, _column: self.cleared(line))
        self.handouts.verb_clicked.connect(lambda line, _column: self._hand(line))
        self._place = Card(padding=8)
        self.stack = QStackedWidget()
        for card in (self._place, Card(padding=8).add(self.leaving), Card(padding=8).add(self.handouts)):
            self.stack.addWidget(card)
        self.body.addWidget(self.stack, 1)
        self.table: Table | None = None
        self.search.textChanged.connect(self._find)
        self.view = StaffView()
        self.view.answer_wanted.connect(self.record)
        self.view.withdrawal_wanted.connect(self.withdraw)
        self.view.expiry_wanted.connect(self.expire)
        self.view.mend_wanted.connect(self.mend)
        self.view.scan_wanted.connect(lambda event_id: save_scan(desk, self, event_id))
        self.set_side(self.view, SIDE)

    def fetch(self) -> Lines:
        consents = self.desk.meldboek.consents
        versions = consents.handouts.versions()
        version = versions[0] if versions else ""
        card = consents.staff.card(self.employee) if self.employee is not None else None
        return Lines(
            matrix=consents.staff.matrix(),
            leaving=consents.staff.leaving(),
            handouts=consents.handouts.list(version or None),
            missing=consents.handouts.missing(version),
            version=version,
            card=card,
        )

    def show_lines(self, lines: Any) -> None:
        view: Lines = lines
        self._lines = view
        self._show_matrix(view.matrix)
        self.leaving.set_lines(view.leaving)
        self.handouts.set_lines(
            [*(Handed.without(one) for one in view.without), *(Handed.by(line) for line in view.handouts)]
        )
        open_ = sum(line.cleared_on is None for line in view.leaving)
        self.chips.set_text(LEAVING, _("Vertrek · {n}").format(n=open_) if open_ else _("Vertrek"))
        count = ngettext("{n} medewerker", "{n} medewerkers", len(view.matrix.rows))
        lacks = ngettext("{n} tekende niet voor het protocol", "{n} tekenden niet voor het protocol", len(view.missing))
        self.subtitle = f"{count} · {lacks}" if view.missing else count
        self.view.show_card(view.card)
        if self._seeks:
            self._seeks = False
            leaves = any(line.employee.id == self.employee and line.cleared_on is None for line in view.leaving)
            self.turn(LEAVING if leaves else CONSENT)

    def verbs(self, header: Header) -> None:
        header.add_button(_("Protocol uitgereikt"), "file-check", self.hand_out)

    def open(self, target: object | None) -> None:
        if isinstance(target, str) and target in {LEAVING, PROTOCOL}:
            self.turn(target)
        elif isinstance(target, int):
            self.employee, self._seeks = target, True

    def show_first(self) -> None:
        if isinstance(self.table, MatrixTable) and self.table.lines_model.shown:
            self.table.select(self.table.lines_model.shown[0].employee.id, 1)

    def filter_field(self) -> QWidget | None:
        return self.search

    def turn(self, which: str) -> None:
        """Show one of the lists."""
        self.chips.set_value(which)
        self.stack.setCurrentIndex((CONSENT, LEAVING, PROTOCOL).index(which))
        self.fold()

    def fold(self) -> None:
        super().fold()
        if hasattr(self, "view") and self.chips.value() != CONSENT:
            self.view.hide()
            self._unfold.hide()

    def record(self, card: StaffCard) -> None:
        """Record what an employee answers."""
        self.desk.dialogs.open(staff_answer_sheet(self.desk, card.employee, card.purposes))

    def withdraw(self, card: StaffCard) -> None:
        """An employee takes consent back."""
        self.desk.dialogs.open(staff_withdrawal_sheet(self.desk, card.employee, card.purposes))

    def expire(self, card: StaffCard) -> None:
        """A yes ends, for a reason of the school's."""
        self.desk.dialogs.open(expiry_sheet(self.desk, card.employee.id, card.employee.name, card.purposes))

    def mend(self, line: HistoryLine, card: StaffCard) -> None:
        """An event of the history was typed wrong, or turns out not to be valid."""
        self.desk.dialogs.open(mending_sheet(self.desk, line, card.shorts))

    def cleared(self, line: LeavingLine) -> None:
        """Images of somebody who leaves are gone."""
        self.desk.dialogs.open(cleared_sheet(self.desk, line))

    def hand_out(self) -> None:
        """Record who received the protocol."""
        view = self._lines
        if view is not None:
            done = lambda _ids: self.turn(PROTOCOL)  # noqa: E731 - one call
            missing = [line.id for line in view.without]
            self.desk.dialogs.open(handout_sheet(self.desk, view.version, missing, done))

    def _hand(self, line: Handed) -> None:
        if line.handout is None:
            done = lambda _ids: None  # noqa: E731 - one call
            version = self._lines.version if self._lines else ""
            self.desk.dialogs.open(handout_sheet(self.desk, version, [line.id], done))
        else:
            self.desk.dialogs.open(signed_sheet(self.desk, [line.handout.id], full(line.name)))

    def _show_matrix(self, matrix: StaffMatrix) -> None:
        table = self.table
        if not isinstance(table, MatrixTable) or table.purposes != tuple(matrix.purposes):
            self._place.clear()
            table = MatrixTable(matrix.purposes, person=lambda row: row.employee, title=_("Medewerker"))
            table.cell_selected.connect(lambda row, _column: self._show_employee(row.employee.id))
            self._place.add(table)
            self.table = table
        table.show_rows(matrix.rows)

    def _show_employee(self, employee_id: int) -> None:
        self.employee = employee_id
        staff = self.desk.meldboek.consents.staff
        self.desk.jobs.run(lambda: staff.card(employee_id), owner=self, done=self.view.show_card)

    def _find(self, words: str) -> None:
        for table in (self.table, self.leaving, self.handouts):
            if table is not None:
                table.set_filter(words)

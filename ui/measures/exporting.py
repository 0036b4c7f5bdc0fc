"""What the overview gives away: a workbook, a calendar without names, the devices on paper; and the ladders."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.kernel.texts import _
from app.measures import exports
from app.measures.lines import MeasureFilter, Wanted
from app.measures.service import Measures
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.saving import save_pdf, save_workbook
from ui.measures.rung_sheets import LaddersSheet

EVERYTHING = 100_000


class Exports:
    """The quiet buttons above the table; ``wanted`` tells which chip was chosen."""

    def __init__(self, desk: Desk, owner: QWidget, measures: Measures, changed: Callable[[], object]) -> None:
        self._desk, self._owner, self._measures, self._changed = desk, owner, measures, changed
        self.wanted: Callable[[], Wanted] = lambda: Wanted.ALL

    def buttons(self) -> tuple[QWidget, ...]:
        """One button per export; the ladders only for the leadership."""
        made = [
            button(_("Excel"), "file-spreadsheet", self.save_workbook, "quiet"),
            button(_("Agenda zonder namen"), "calendar", self.save_calendar, "quiet"),
            button(_("Termijn berekenen"), "calendar-clock", lambda: self._desk.go("school", "terms"), "quiet"),
        ]
        if self._desk.meldboek.user.role.leads:
            made.append(button(_("Ladders"), "list", self.show_ladders, "quiet"))
        return tuple(made)

    def save_workbook(self) -> None:
        """Everything under the chip that was chosen, also what the list leaves out."""
        wanted, name, title = MeasureFilter(self.wanted(), EVERYTHING), _("maatregelen.xlsx"), _("Overzicht opslaan")
        read = lambda: self._measures.overview(wanted)  # noqa: E731 - one expression for the lane
        save_workbook(self._desk, self._owner, name, title, read, exports.overview_workbook)

    def save_calendar(self) -> None:
        """Every coming day, for another calendar: what it is and which case, never who."""
        save_pdf(self._desk, self._owner, _("meldboek.ics"), self._calendar, title=_("Agenda opslaan"))

    def print_devices(self) -> None:
        """The devices that are in custody now, on paper with a line to sign."""
        name, title = _("toestellen.pdf"), _("Lijst opslaan")
        save_pdf(self._desk, self._owner, name, self._devices, title=title)

    def show_ladders(self) -> None:
        """Both ladders, to add, close or merge."""
        sheet = LaddersSheet(self._desk, self._measures.ladders)
        sheet.closed.connect(self._changed)
        self._desk.dialogs.open(sheet)

    def _calendar(self) -> bytes:
        clock = self._desk.meldboek.clock
        items = self._measures.dated(clock.today())
        numbers = {line.case_id: line.case_number for line in self._measures.overview()}
        return exports.calendar_file(items, numbers, clock.now())

    def _devices(self) -> bytes:
        meldboek = self._desk.meldboek
        held = self._measures.devices.held()
        return exports.device_list(held, meldboek.school.profile().name, meldboek.clock.now())

"""The number to dial, whether it answers now, and the running clock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont

from app.inspector.lines import CallSheet
from app.inspector.rules import Urgency
from app.kernel.clock import Clock
from app.kernel.formats import clock_time, weekday_time
from app.kernel.texts import _
from ui.kit.card import Card
from ui.kit.labels import label
from ui.kit.layouts import row
from ui.kit.tag import Tag
from ui.kit.theme import font

_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class NumberCard(Card):
    """Large enough to read from a telephone away."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._started: datetime | None = None
        self.number = label("", selectable=True)
        self.number.setFont(font(22, QFont.Weight.Bold))
        self.hours = Tag("", "ok", "clock")
        self.due = Tag("", "warn", "clock-alert")
        self.time = label("00:00", tone="accent")
        self.time.setFont(font(32))
        self.since = label("", "quiet")
        whom = label(_("Landelijke Vertrouwensinspecteur"), "quiet", wrap=True)
        for words in (whom, self.number, self.time, self.since):
            words.setAlignment(_MIDDLE)
        self.add(whom, self.number)
        self.body.addLayout(row(1, self.hours, 1))
        self.body.addLayout(row(1, self.due, 1))
        self.body.addSpacing(6)
        self.add(self.time, self.since)
        self.body.addSpacing(4)
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._show_time)

    def show_sheet(self, sheet: CallSheet) -> None:
        """Show number, hours, deadline and clock of this sheet."""
        self.number.setText(spaced(sheet.number))
        if sheet.opening.is_open:
            self.hours.set(_("nu open, tot {time}").format(time=clock_time(sheet.opening.at)), "ok", "clock")
        else:
            self.hours.set(_("nu dicht, open {moment}").format(moment=weekday_time(sheet.opening.at)), "warn", "clock")
        self._show_due(sheet)
        self._started = sheet.call.started_at if sheet.call else None
        self._tick.start() if self._started else self._tick.stop()
        self._show_time()

    def _show_due(self, sheet: CallSheet) -> None:
        self.due.setVisible(sheet.due is not None)
        if sheet.due is None:
            return
        if sheet.due.urgency is Urgency.OVERDUE:
            self.due.set(_("24 uur verstreken"), "danger", "clock-alert")
        else:
            self.due.set(_("bel vóór {moment}").format(moment=weekday_time(sheet.due.when.target)), "warn", "phone")

    def _show_time(self) -> None:
        if self._started is None:
            self.time.setText("00:00")
            self.since.setText(_("nog niet begonnen"))
            return
        seconds = max(0, int((self._clock.now() - self._started).total_seconds()))
        self.time.setText(f"{seconds // 60:02}:{seconds % 60:02}")
        self.since.setText(_("begonnen {moment}").format(moment=weekday_time(self._started)))


def spaced(number: str) -> str:
    """The number as it is dialled: ``0900 - 111 3 111``."""
    return f"{number[:4]} - {number[4:7]} {number[7:8]} {number[8:]}" if len(number) == 11 else number

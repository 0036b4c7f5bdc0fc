"""A week or a month: every day with what it asks, one click to do it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.agenda.exports import when
from app.agenda.rules import TAGGED, AgendaItem, Days, week_of, weeks_of_month
from app.kernel.calendar import is_working_day
from app.kernel.formats import long_weekday_date
from app.kernel.texts import _
from ui.agenda.acts import Acts
from ui.agenda.rows import ItemRow
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.labels import ElidedLabel, Look, bare, label
from ui.kit.layouts import row
from ui.kit.rows import Rows
from ui.kit.sheet import Sheet

IN_MONTH, IN_WEEK = 3, 12
MONTH_HIGH, WEEK_HIGH = 118, 420


class DayItem(QPushButton):
    """One item in a cell, cut off where the cell ends; its tip says all of it."""

    def __init__(self, item: AgendaItem, acts: Acts) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        whole = " · ".join(part for part in (when(item), item.title, item.subject) if part)
        self.setToolTip(whole)
        self.setAccessibleName(whole)
        self.setFixedHeight(24)
        self.setMinimumWidth(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        inside = row(ElidedLabel(item.title, "secondary", item.tone if item.tone in {"danger", "warn"} else ""))
        inside.setContentsMargins(4, 0, 4, 0)
        self.setLayout(inside)
        self.clicked.connect(lambda _on=False: acts.go(item))


class Period(QWidget):
    """The grid; ``month`` False shows one week with more of each day."""

    def __init__(self, days: Days, on: date, today: date, acts: Acts, *, month: bool) -> None:
        super().__init__()
        bare(self)
        self._acts, self._today, self._month, self._on = acts, today, month, on
        weeks = weeks_of_month(on) if month else (week_of(on),)
        self._first, self._items = weeks[0][0], dict[date, list[AgendaItem]]()
        self._more = Counter[date]()
        for item in days.items:
            if item.day is not None:
                self._items.setdefault(self._stands(item.day), []).append(item)
        for day, number in days.more.items():
            self._more[self._stands(day)] += number
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        for column, name in enumerate(_("ma|di|wo|do|vr|za|zo").split("|")):
            grid.addWidget(label(name, "quiet"), 0, column)
            grid.setColumnStretch(column, 3 if column < 5 else 2)
        for line, week in enumerate(weeks, start=1):
            grid.setRowStretch(line, 1)
            for column, day in enumerate(week):
                grid.addWidget(self._cell(day), line, column)

    def _stands(self, day: date) -> date:
        """What is overdue from before these days stands at today."""
        return day if day >= self._first else self._today

    def _cell(self, day: date) -> QWidget:
        cell = Card(accent=day == self._today, padding=8)
        cell.setMinimumSize(60, MONTH_HIGH if self._month else WEEK_HIGH)
        cell.body.setSpacing(2)
        here = not self._month or day.month == self._on.month
        look: Look = "strong" if day == self._today else ("body" if here and is_working_day(day) else "quiet")
        number = label(str(day.day), look)
        number.setAccessibleName(long_weekday_date(day))
        cell.body.addWidget(number)
        found, most = self._items.get(day, []), IN_MONTH if self._month else IN_WEEK
        count = len(found) + self._more[day]
        for item in found[: most if count <= most else most - 1]:
            cell.body.addWidget(DayItem(item, self._acts))
        if count > most:
            more = button(_("nog {n}").format(n=count - most + 1), "", partial(self._show_day, day), "link")
            cell.body.addWidget(more)
        cell.body.addStretch(1)
        return cell

    def _show_day(self, day: date) -> None:
        if not self._more[day]:
            self._open_day(day, Days(tuple(self._items[day])))
            return
        agenda = self._acts.desk.meldboek.agenda
        self._acts.desk.jobs.run(lambda: agenda.days(day, day, TAGGED), owner=self, done=partial(self._open_day, day))

    def _open_day(self, day: date, found: Days) -> None:
        self._acts.desk.dialogs.open(DaySheet(day, found, self._acts))


class DaySheet(Sheet):
    """Everything of one day."""

    def __init__(self, day: date, found: Days, acts: Acts) -> None:
        super().__init__(long_weekday_date(day), width=760, scrolls=True)
        rows = Rows()
        for item in found.items[:TAGGED]:
            made = ItemRow(acts, item)
            made.button.clicked.connect(lambda _on=False: self.close_sheet())
            rows.add(made)
        self.body.addWidget(rows)
        more = len(found.items[TAGGED:]) + sum(found.more.values())
        if more:
            text = _("Er zijn er nog {n}. Alles staat in de lijst die u als Excel opslaat.").format(n=more)
            self.body.addWidget(label(text, "quiet", wrap=True))
        self.body.addStretch(1)
        self.add_button(_("Sluiten"), self.dismiss)


class PeriodBar(QWidget):
    """Back and forth in time, with the name of what is shown between."""

    def __init__(self, moved: Callable[[int], object]) -> None:
        super().__init__()
        bare(self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._name = label("", "section")
        line = row(
            button(_("Vorige"), "", lambda: moved(-1), "quiet"),
            button(_("Volgende"), "", lambda: moved(1), "quiet"),
            button(_("Nu"), "", lambda: moved(0), "quiet"),
            self._name,
            1,
            gap=6,
        )
        outer.addLayout(line)

    def set_name(self, name: str) -> None:
        """Say which week or month is shown."""
        self._name.setText(name)

"""Fields for a date and a time: typed as people write them, or chosen from a calendar."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QVBoxLayout, QWidget

from app.kernel.clock import Clock
from app.kernel.formats import day_month
from app.kernel.texts import _, language
from ui.kit.date_text import date_problem, has_year, read_date, read_time, show_date
from ui.kit.fields import Field
from ui.kit.icons import icon

_BORN = "4-3-2016"
WIDEST, AROUND = "wo 30 mrt 2026", 62  # the icon and the padding


class DateField(Field):
    """Understands "16-11-2026", "16 nov", "vandaag"; shows "ma 16 nov 2026" when it is left.

    ``past`` refuses a day that is still to come, and takes ``zaterdag`` for the last one.
    """

    is_moment = True

    def __init__(self, clock: Clock, value: date | None = None, *, past: bool = False) -> None:
        self.edit = _DateEdit()
        super().__init__(self.edit)
        self._clock, self._past = clock, past
        self.edit.setPlaceholderText(_("bijvoorbeeld {day}").format(day=day_month(clock.today())))
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self._tidy)
        pick = self.edit.addAction(icon("calendar", "ink2"), QLineEdit.ActionPosition.TrailingPosition)
        pick.setToolTip(_("Kalender tonen"))
        pick.triggered.connect(self._show_calendar)
        self._calendar: QWidget | None = None
        self.set_value(value)

    def value(self) -> date | None:
        return read_date(self.edit.text(), self._clock.today(), past=self._past)

    def set_value(self, value: Any) -> None:
        self.edit.setText(show_date(value) if value else "")
        self.edit.setCursorPosition(0)

    def problem(self) -> str:
        value = self.value()
        if self._past and value is not None and value > self._clock.today():
            return _("Deze dag moet nog komen. Kies vandaag of een dag daarvoor.")
        text = self.edit.text()
        return date_problem(text, self._clock.today()) if text.strip() and value is None else ""

    def keep(self) -> str:
        return self.edit.text()

    def restore(self, kept: Any) -> None:
        self.edit.setText(kept or "")
        self.edit.setCursorPosition(0)

    def _tidy(self) -> None:
        value = self.value()
        if value is not None:
            self.set_value(value)
        self.left.emit()

    def _show_calendar(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QVBoxLayout(popup)
        inside.setContentsMargins(1, 1, 1, 1)
        calendar = dutch_calendar(self.value() or self._clock.today())
        inside.addWidget(calendar)
        calendar.clicked.connect(lambda day: self._picked(day, popup))
        calendar.activated.connect(lambda day: self._picked(day, popup))
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        calendar.setFocus()
        self._calendar = popup

    def _picked(self, day: QDate, popup: QWidget) -> None:
        popup.close()
        self.set_value(date(day.year(), day.month(), day.day()))
        self.changed.emit()
        self.left.emit()


class BirthField(DateField):
    """The day on which somebody was born: past, and never without its year."""

    def __init__(self, clock: Clock, value: date | None = None) -> None:
        super().__init__(clock, value, past=True)
        self.edit.setPlaceholderText(_("bijvoorbeeld {day}").format(day=_BORN))

    def value(self) -> date | None:
        return super().value() if has_year(self.edit.text()) else None

    def problem(self) -> str:
        if read_date(self.edit.text(), self._clock.today()) is not None and self.value() is None:
            return _("Typ ook het jaar, bijvoorbeeld {day}.").format(day=_BORN)
        return super().problem()


class _DateEdit(QLineEdit):
    """Never so narrow that the year falls off."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(WIDEST) + AROUND, super().minimumSizeHint().height())


class TimeField(Field):
    """Understands "13:15", "13.15" and "13 uur"."""

    is_moment = True

    def __init__(self, value: time | None = None) -> None:
        self.edit = QLineEdit()
        super().__init__(self.edit)
        self.edit.setPlaceholderText(_("bijvoorbeeld 13:15"))
        self.edit.textEdited.connect(self.changed)
        self.edit.editingFinished.connect(self._tidy)
        self.set_value(value)

    def value(self) -> time | None:
        return read_time(self.edit.text())

    def set_value(self, value: Any) -> None:
        moment = value.timetz() if isinstance(value, datetime) else value
        self.edit.setText(f"{moment.hour:02}:{moment.minute:02}" if moment else "")

    def problem(self) -> str:
        wrong = self.edit.text().strip() and self.value() is None
        return _("Deze tijd is niet te lezen. Typ bijvoorbeeld 13:15.") if wrong else ""

    def keep(self) -> str:
        return self.edit.text()

    def restore(self, kept: Any) -> None:
        self.edit.setText(kept or "")

    def _tidy(self) -> None:
        if self.value() is not None:
            self.set_value(self.value())
        self.left.emit()


def dutch_calendar(on: date) -> QCalendarWidget:
    """A calendar that starts on Monday and has no red weekends: red means overdue here."""
    made = QCalendarWidget()
    made.setLocale(QLocale(QLocale.Language.Dutch if language() == "nl" else QLocale.Language.English))
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
    made.setGridVisible(False)
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        made.setWeekdayTextFormat(day, QTextCharFormat())
    made.setSelectedDate(QDate(on.year, on.month, on.day))
    return made

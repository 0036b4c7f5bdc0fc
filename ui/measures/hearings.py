"""Who was heard: a list in the form, and a sheet for one of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.clock import AMSTERDAM
from app.kernel.errors import Invalid
from app.kernel.texts import _
from app.measures.facts import HeardAs, Hearing
from app.measures.texts import HEARD_AS
from ui.kit.buttons import button, icon_button
from ui.kit.date_fields import DateField, TimeField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, ChoiceField, Field, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import row
from ui.kit.rows import Rows
from ui.measures.words import how_far, who

_DATES, _MOMENTS = ("invited_on",), ("held_at",)
STATE_WIDTH = 176


class HearingsField(Field):
    """The value is a tuple of hearings; each is changed in a sheet of its own."""

    def __init__(self, desk: Desk, hearings: tuple[Hearing, ...] = (), *, fixed: bool = False) -> None:
        inner = bare(QWidget())
        super().__init__(inner)
        self._desk, self._fixed = desk, fixed
        self._hearings = hearings
        self._rows = Rows()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self._rows)
        self.adding = button(_("Iemand toevoegen"), "plus", self.add, "quiet")
        inside.addLayout(row(self.adding, 1))
        self.adding.setVisible(not fixed)
        self._show()

    def value(self) -> tuple[Hearing, ...]:
        return self._hearings

    def set_value(self, value: Any) -> None:
        self._hearings = tuple(value or ())
        self._show()

    def keep(self) -> list[dict[str, Any]]:
        return [_kept(hearing) for hearing in self._hearings]

    def restore(self, kept: Any) -> None:
        self.set_value([_restored(each) for each in kept or ()])

    def add(self) -> None:
        """Ask who else is heard."""
        self._open(Hearing(HeardAs.OTHER), len(self._hearings))

    def edit(self, place: int) -> None:
        """Change one hearing."""
        self._open(self._hearings[place], place)

    def take(self, place: int, hearing: Hearing) -> None:
        """Put a hearing at its place in the list."""
        self._hearings = (*self._hearings[:place], hearing, *self._hearings[place + 1 :])
        self._show()
        self.changed.emit()

    def _open(self, hearing: Hearing, place: int) -> None:
        self._desk.dialogs.open(hearing_sheet(self._desk, hearing, lambda made: self.take(place, made)))

    def _show(self) -> None:
        self._rows.clear()
        for place, hearing in enumerate(self._hearings):
            edit = None if self._fixed else lambda at=place: self.edit(at)
            self._rows.add(_HearingRow(hearing, edit))


class _HearingRow(QWidget):
    def __init__(self, hearing: Hearing, edit: Callable[[], None] | None) -> None:
        super().__init__()
        bare(self)
        self.setMinimumHeight(36)
        held = hearing.held_at is not None
        mark = IconLabel(
            "circle-check" if held else "circle", "ok" if held else "warn", 18, _("gehoord") if held else ""
        )
        state = label(how_far(hearing), "quiet", wrap=True)
        state.setFixedWidth(STATE_WIDTH)
        inside = row(mark, gap=12)
        inside.addWidget(label(who(hearing), wrap=True), 1, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        if edit is not None:
            inside.addWidget(icon_button("pencil", _("Gesprek vastleggen: {name}").format(name=hearing.name), edit))
        inside.setContentsMargins(8, 0, 0, 0)
        self.setLayout(inside)


def hearing_sheet(desk: Desk, hearing: Hearing, done: Callable[[Hearing], object]) -> FormSheet:
    """A sheet in which one hearing is written down."""
    form = Form(desk)
    form.field("name", _("Wie"), TextField(hearing.name))
    roles = [(role, _(HEARD_AS[role])) for role in HeardAs]
    form.field("role", _("Als"), ChoiceField(roles, hearing.role), beside=True)
    clock = desk.meldboek.clock
    held = hearing.held_at
    form.field("invited_on", _("Uitgenodigd op"), DateField(clock, hearing.invited_on), share=5)
    form.field("day", _("Gehoord op"), DateField(clock, held.date() if held else None), beside=True, share=5)
    form.field("time", _("Om"), TimeField(held.timetz() if held else None), beside=True, share=4)
    form.field("purpose_told", "", CheckField(_("Het doel van het gesprek is vooraf verteld"), hearing.purpose_told))
    form.field("assistance_told", "", CheckField(_("Verteld dat iemand mee mag komen"), hearing.assistance_told))
    form.field(
        "report", _("Verslag"), AreaField(hearing.report, lines=5), _("Wat er is gezegd, zo letterlijk als kan.")
    )
    form.field(
        "why_not", _("Waarom niet gehoord"), TextField(hearing.why_not), _("Alleen als het gesprek er niet komt.")
    )
    return FormSheet(_("Horen"), form, _("Overnemen"), lambda values: _made(hearing, values), done, width=620)


def _made(hearing: Hearing, values: dict[str, Any]) -> Hearing:
    day, moment = values.pop("day"), values.pop("time")
    if not values["name"]:
        raise Invalid("name", "measures.no_hearing_name")
    held = datetime.combine(day, moment or time(0), AMSTERDAM) if day else None
    return replace(hearing, **values | {"role": HeardAs(values["role"])}, held_at=held)


def _kept(hearing: Hearing) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(hearing).items()
    }  # a datetime is a date too


def _restored(kept: dict[str, Any]) -> Hearing:
    values = dict(kept)
    for name in _DATES:
        values[name] = date.fromisoformat(values[name]) if values[name] else None
    for name in _MOMENTS:
        values[name] = datetime.fromisoformat(values[name]) if values[name] else None
    return Hearing(**values | {"role": HeardAs(values["role"])})

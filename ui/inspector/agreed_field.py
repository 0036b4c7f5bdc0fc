"""What was agreed in a call: each step with who does it and before when."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.inspector.lines import AgreedStep
from app.kernel.clock import Clock
from app.kernel.texts import _
from ui.kit.buttons import button, icon_button
from ui.kit.date_fields import DateField
from ui.kit.fields import Field, TextField
from ui.kit.labels import bare
from ui.kit.layouts import row


class AgreedField(Field):
    """Rows of three fields; the value is a tuple of agreed steps, empty rows are left out."""

    def __init__(self, clock: Clock) -> None:
        self._holder = bare(QWidget())
        super().__init__(self._holder)
        self._clock = clock
        self._rows: list[_AgreedRow] = []
        self._inside = QVBoxLayout(self._holder)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(6)
        self.more = button(_("Afspraak toevoegen"), "plus", self._add_empty, "quiet")
        self._inside.addLayout(row(self.more, 1))
        self.setFocusProxy(self.more)
        self._add(AgreedStep(""))

    def value(self) -> tuple[AgreedStep, ...]:
        return tuple(step for made in self._rows if (step := made.step()).what)

    def set_value(self, value: Any) -> None:
        for made in list(self._rows):
            self._take(made)
        for step in value or (AgreedStep(""),):
            self._add(step)

    def problem(self) -> str:
        return next((words for made in self._rows if (words := made.on.problem())), "")

    def _add(self, step: AgreedStep) -> _AgreedRow:
        made = _AgreedRow(self._clock, step)
        made.remove.clicked.connect(partial(self._removed, made))
        for field in (made.what, made.who, made.on):
            field.changed.connect(self.changed)
        self._rows.append(made)
        self._inside.insertWidget(self._inside.count() - 1, made)
        return made

    def _add_empty(self) -> None:
        self._add(AgreedStep("")).what.setFocus()

    def _take(self, made: _AgreedRow) -> None:
        self._rows.remove(made)
        self._inside.removeWidget(made)
        made.hide()
        made.deleteLater()

    def _removed(self, made: _AgreedRow, _on: bool = False) -> None:
        self._take(made)
        if not self._rows:
            self._add(AgreedStep(""))
        self.changed.emit()


class _AgreedRow(QWidget):
    def __init__(self, clock: Clock, step: AgreedStep) -> None:
        super().__init__()
        bare(self)
        self._done_on = step.done_on
        self.what = TextField(step.what, placeholder=_("wat"))
        self.who = TextField(step.who, placeholder=_("wie"))
        self.on = DateField(clock, step.on)
        self.on.edit.setPlaceholderText(_("vóór welke dag"))
        for field, name in ((self.what, _("Wat")), (self.who, _("Wie")), (self.on, _("Vóór welke dag"))):
            field.set_name(name)
        self.remove = icon_button("x", _("Afspraak weghalen"))
        inside = row(self.what, self.who, self.on, self.remove, gap=8)
        for at, share in enumerate((4, 2, 4, 0)):
            inside.setStretch(at, share)
        self.setLayout(inside)

    def step(self) -> AgreedStep:
        """What stands in this row."""
        return AgreedStep(self.what.value(), self.who.value(), self.on.value(), self._done_on)

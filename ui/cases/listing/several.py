"""Several cases chosen in the list: what can be done with all of them at once."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.cases.beside.lines import Handled
from app.cases.inputs import NewTask
from app.cases.service import Cases
from app.cases.texts import said
from app.kernel.texts import _, ngettext
from ui.kit.buttons import button
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import bare, label
from ui.kit.layouts import row

FEWEST = 2
Done = Callable[[Handled], object]


class SeveralBar(QWidget):
    """Shown while two or more are chosen, with Ctrl+click or Shift and the arrow keys."""

    task_wanted = Signal()
    evaluation_wanted = Signal()
    hand_over_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._words = label("", "strong")
        self.hand_over_button = button(_("Overdragen"), "users-round", self.hand_over_wanted.emit)
        acts = (
            button(_("Taak toevoegen"), "plus", self.task_wanted.emit),
            button(_("Evaluatie plannen"), "calendar-clock", self.evaluation_wanted.emit),
            self.hand_over_button,
        )
        self.setLayout(row(self._words, *acts, 1, gap=10))
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many are chosen, or nothing at all."""
        self._words.setText(ngettext("{n} zaak gekozen", "{n} zaken gekozen", count))
        self.setVisible(count >= FEWEST)


def task_sheet(desk: Desk, cases: Cases, ids: Collection[int], done: Done) -> FormSheet:
    """Plan the same task in each."""
    form = Form(desk)
    form.field("title", _("Wat moet er gebeuren"), TextField())
    form.need("title", said("cases.no_title"))
    form.field("due_on", _("Voor welke dag"), DateField(desk.meldboek.clock))

    def save(values: dict[str, Any]) -> Handled:
        return cases.together.add_task(ids, NewTask(**values))

    return FormSheet(_("Taak in {n} zaken").format(n=len(ids)), form, _("Toevoegen"), save, done)


def evaluation_sheet(desk: Desk, cases: Cases, ids: Collection[int], done: Done) -> FormSheet:
    """Set one day on which they are looked back on."""
    form = Form(desk)
    form.field("on", _("Op welke dag"), DateField(desk.meldboek.clock))
    form.need("on", said("cases.no_day"))

    def save(values: dict[str, Any]) -> Handled:
        return cases.together.plan_evaluation(ids, values["on"])

    return FormSheet(_("Evaluatie van {n} zaken").format(n=len(ids)), form, _("Plannen"), save, done, width=420)


def hand_over_sheet(desk: Desk, cases: Cases, ids: Collection[int], done: Done) -> FormSheet:
    """Choose who handles them from now on."""
    users = {user.id: user for user in cases.aside.candidates()}
    form = Form(desk)
    names = [(user.id, user.name) for user in users.values()]
    form.field("user", _("Wie behandelt de zaken verder"), ChipsField(names, None))
    form.need("user", said("cases.no_handler"))
    form.field("reason", _("Waarom"), TextField())
    form.need("reason", said("cases.no_reason"))

    def save(values: dict[str, Any]) -> Handled:
        return cases.together.hand_over(ids, users[values["user"]], values["reason"])

    return FormSheet(_("{n} zaken overdragen").format(n=len(ids)), form, _("Overdragen"), save, done)


def told(result: Handled) -> str:
    """How it went."""
    done = ngettext("Gedaan in {n} zaak.", "Gedaan in {n} zaken.", result.done)
    if not result.left:
        return done
    left = ngettext("{n} zaak bleef zoals zij was.", "{n} zaken bleven zoals zij waren.", result.left)
    return f"{done} {left}"

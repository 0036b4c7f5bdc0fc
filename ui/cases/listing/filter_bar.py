"""Filters that the user kept: one click takes them up, a cross forgets them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.cases.beside.lines import FilterLine
from app.cases.inputs import CaseFilter
from app.cases.service import Cases
from app.kernel.texts import _
from ui.kit.buttons import button, icon_button
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.flow import FlowLayout
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import bare
from ui.kit.layouts import clear, holder, row


class SavedFilterBar(QWidget):
    """``chosen`` gives a kept filter, ``forget_wanted`` the id of one to forget."""

    chosen = Signal(object)
    forget_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        bare(self)
        self._inside = FlowLayout(8)
        self.setLayout(self._inside)
        self.hide()

    def show_filters(self, lines: Sequence[FilterLine]) -> None:
        """Show these, or nothing at all."""
        clear(self._inside)
        for line in lines:
            take = button(line.name, "list-filter", partial(self._choose, line), "quiet")
            forget = partial(self._forget, line.id)
            away = icon_button("x", _("Filter ‘{name}’ vergeten").format(name=line.name), forget)
            self._inside.addWidget(holder(row(take, away, gap=0)))
        self.setVisible(bool(lines))

    def _choose(self, line: FilterLine) -> None:
        self.chosen.emit(line)

    def _forget(self, filter_id: int) -> None:
        self.forget_wanted.emit(filter_id)


def keep_sheet(desk: Desk, cases: Cases, wanted: CaseFilter) -> FormSheet:
    """Ask under which name to keep the filter."""
    form = Form(desk)
    form.field("name", _("Naam van de filter"), TextField(wanted.text.strip()))
    return FormSheet(
        _("Filter bewaren"), form, _("Bewaren"), lambda values: cases.filters.keep(values["name"], wanted), width=420
    )

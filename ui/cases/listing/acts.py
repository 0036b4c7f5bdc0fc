"""What can be done with the list of cases: keep its filter, forget one, and do one thing with several cases."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.cases.beside.category_lines import CategoryLine
from app.cases.beside.lines import Handled
from app.cases.service import Cases
from ui.cases.kinds_sheets import KindsSheet
from ui.cases.listing.filter_bar import keep_sheet
from ui.cases.listing.several import Done, evaluation_sheet, hand_over_sheet, task_sheet, told
from ui.cases.listing.view import CaseList
from ui.kit.desk import Desk
from ui.kit.form_sheet import FormSheet


class ListActs(QObject):
    """The buttons over the list; ``changed`` after a filter was kept or forgotten."""

    changed = Signal()

    def __init__(self, desk: Desk, cases: Cases, shown: CaseList) -> None:
        super().__init__(shown)
        self._desk, self._cases, self._list = desk, cases, shown
        several = shown.several
        several.hand_over_button.setVisible(desk.meldboek.user.role.leads)
        several.task_wanted.connect(partial(self._open, task_sheet))
        several.evaluation_wanted.connect(partial(self._open, evaluation_sheet))
        several.hand_over_wanted.connect(partial(self._open, hand_over_sheet))

    def keep_filter(self) -> None:
        """Keep what is asked for now under a name."""
        sheet = keep_sheet(self._desk, self._cases, self._list.wanted())
        sheet.closed.connect(self.changed)
        self._desk.dialogs.open(sheet)

    def forget_filter(self, filter_id: int) -> None:
        """Forget a kept filter."""
        work = partial(self._cases.filters.forget, filter_id)
        self._desk.jobs.run(work, owner=self, done=lambda _none: self.changed.emit())

    def change_kinds(self) -> None:
        """Show what a report can be about, to add and change the school's own kinds."""
        opened: Callable[[tuple[CategoryLine, ...]], None] = lambda kinds: self._desk.dialogs.open(  # noqa: E731
            KindsSheet(self._desk, self._cases, kinds, self.changed.emit)
        )
        self._desk.jobs.run(self._cases.categories.all, owner=self, done=opened)

    def _open(self, make: Callable[[Desk, Cases, Collection[int], Done], FormSheet]) -> None:
        ids = tuple(line.id for line in self._list.table.selected_lines)
        self._desk.dialogs.open(make(self._desk, self._cases, ids, self._handled))

    def _handled(self, result: Handled) -> None:
        self._desk.messages.info(told(result))
        self.changed.emit()

"""The matrix of a group or the school, a pupil's card beside it, and entering forms there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, ClassVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedWidget, QWidget

from app.consents.matrix.overview import CellState, Matrix, MatrixRow
from app.consents.purposes.lines import PurposeLine
from app.kernel.texts import N_, _, ngettext
from app.people.rules import GroupLine
from ui.consents.card import CardView, PupilFile, read_file
from ui.consents.card_acts import CardActs
from ui.consents.entry import EntryPanel
from ui.consents.filters import CountTags, FilterRow, MenuButton, keeps
from ui.consents.matrix import MatrixTable, by_first_name
from ui.consents.part import Part, menu_button
from ui.consents.pile import Pile
from ui.consents.prints import OTHERS, Prints
from ui.consents.words import cell_words
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.header import Header
from ui.kit.labels import label

CARD_WIDTH, ENTRY_WIDTH, LOW = 340, 520, 840  # below LOW a form to enter takes the whole window


@dataclass(frozen=True)
class View:
    """What the tab shows: the groups, the matrix of one of them, and the card of the chosen pupil."""

    groups: tuple[GroupLine, ...]
    matrix: Matrix
    file: PupilFile | None


class PupilsPart(Part):
    """``open("entry")`` enters forms, ``open(pupil_id)`` shows a pupil, a state shows who in school have it."""

    key: ClassVar[str] = "pupils"
    label: ClassVar[str] = N_("Leerlingen")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.group: str | None = None
        self.pupil: int | None = None
        self.purpose: str | None = None
        self._view: View | None = None
        self._chosen_group = False
        self._wants_entry = self._entering = self._wants_card = False
        self._keeps: CellState | None = None
        self.pile = Pile(self)
        self.prints = Prints(desk, self, lambda: (self.group, keeps(self.filters.audience.value)))
        self._build_filters()
        self._build_matrix()
        self._build_side()
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.pile.undo)

    # --- what the tab shows ---------------------------------------------------

    def fetch(self) -> View:
        meldboek, before = self.desk.meldboek, self._view
        if self._entering and before is not None and before.matrix.group == self.group:
            return replace(before, matrix=self.pile.with_new_rows(before.matrix), file=None)
        groups = meldboek.people.groups()
        if not self._chosen_group and groups:
            self.group, self._chosen_group = groups[0].name, True
        file = read_file(meldboek.consents, self.pupil) if self.pupil else None
        return View(groups, meldboek.consents.matrix(self.group), file)

    def show_lines(self, lines: Any) -> None:
        view: View = lines
        self._view = view
        matrix = view.matrix
        if matrix.group is not None:
            matrix = replace(matrix, rows=tuple(sorted(matrix.rows, key=by_first_name)))
        pupils = ngettext("{n} leerling", "{n} leerlingen", len(matrix.rows))
        place = _("Groep {group}").format(group=self.group) if self.group else _("Hele school")
        self.subtitle = f"{place} · {pupils} · {_('peildatum vandaag')}"
        options = [(line.name, _("Groep {group}").format(group=line.name)) for line in view.groups]
        self.groups.set_options([*options, (None, _("Hele school"))], self.group)
        self._show_matrix(matrix)
        self.counts.show_counts(matrix.count)
        if not self._entering:
            self._show_file(view.file)
        if self._wants_card:
            self._wants_card = False
            self.table.select(self.pupil, quietly=True)
            self.unfold()
        if self._wants_entry:
            self._wants_entry = False
            self.pile.enter(self.pile.next_missing(None), series=True)

    def verbs(self, header: Header) -> None:
        header.add_widget(self._prints())
        header.add_button(_("Formulieren invoeren"), "keyboard", self.enter_forms)

    def open(self, target: object | None) -> None:
        if target == "entry":
            self.enter_forms()
        elif isinstance(target, int):
            self.show_pupil(target)
        elif isinstance(target, CellState):
            self.choose_group(None)
            self.counts.tags[target].switch(True)

    def filter_field(self) -> QWidget | None:
        return self.groups

    # --- what the user does -------------------------------------------------------

    def choose_group(self, group: str | None) -> None:
        """Show another group, or the school."""
        self.group, self._chosen_group = group, True
        self.reload()

    def enter_next_of(self, group: str | None) -> None:
        """Show a group and go on entering there."""
        self._wants_entry = True
        self.choose_group(group)

    def show_pupil(self, pupil_id: int) -> None:
        """Show the card of this pupil, in the pupil's own group."""
        self.pupil, self.purpose, self._wants_card = pupil_id, None, True
        people = self.desk.meldboek.people
        self.desk.jobs.run(
            lambda: people.pupil(pupil_id).group, owner=self, done=lambda group: self.choose_group(group or None)
        )

    def show_first_contradiction(self) -> None:
        """Show the first pupil of the group whose parents do not agree."""
        rows: Sequence[MatrixRow] = self.table.lines_model.lines
        torn = [line for line in rows if line.shows(CellState.DISAGREE)]
        for line in torn[:1]:
            at = next(place for place, cell in enumerate(line.cells, 1) if cell.state is CellState.DISAGREE)
            self.table.select(line.pupil.id, at)

    def enter_forms(self) -> None:
        """Enter a pile of forms, child after child."""
        if self._view is None:
            self._wants_entry = True
            self.reload()
        else:
            self.pile.begin()

    def print_list(self) -> None:
        """The list for the classroom cupboard: who may not be shown, without reasons."""
        self.prints.no_photo()

    @property
    def panel(self) -> EntryPanel:
        """The form."""
        return self.pile.panel

    @property
    def is_entering(self) -> bool:
        """Whether the form stands beside the matrix."""
        return self.side.currentWidget() is not self.card

    def turn_to(self, widget: QWidget) -> None:
        """Show the form beside the matrix, or instead of it when there is no room for both."""
        if self.side.indexOf(widget) < 0:
            self.side.addWidget(widget)
        self._entering = True
        self.side.setCurrentWidget(widget)
        self.fold()
        self.busy_changed.emit(True)

    def turn_back(self) -> None:
        """Show the card of the pupil again."""
        was, self._entering = self._entering, False
        self.side.setCurrentWidget(self.card)
        self.fold()
        self.busy_changed.emit(False)
        if was:
            self.reload()

    def fold(self) -> None:
        super().fold()
        if not hasattr(self, "side"):
            return
        alone = self.is_entering and (self.is_narrow or self.window().height() < LOW)
        self._matrix_card.setHidden(alone)
        self.filters.setHidden(alone)
        self._columns.setStretch(0, 0 if alone else 1)
        self._columns.setStretch(1, 1 if alone else 0)
        if alone:
            self._unfold.hide()
            self.side.setMinimumWidth(0)
            self.side.setMaximumWidth(16_777_215)
        else:
            self.side.setFixedWidth(ENTRY_WIDTH if self.is_entering else CARD_WIDTH)
        if self.is_entering:
            self.side.show()

    # --- building -------------------------------------------------------------------

    def _build_filters(self) -> None:
        self.filters = FilterRow()
        self.groups: MenuButton = self.filters.groups
        self.counts: CountTags = self.filters.counts
        self.groups.chosen.connect(self.choose_group)
        self.filters.audience.chosen.connect(lambda _choice: self._show_purposes())
        self.counts.filtered.connect(self._keep)
        self.top.addWidget(self.filters, 1)

    def _build_matrix(self) -> None:
        self._matrix_card = Card(padding=8)
        self.body.addWidget(self._matrix_card, 1)
        self._put_table(())

    def _put_table(self, purposes: tuple[PurposeLine, ...]) -> None:
        self._matrix_card.clear()
        self.table = MatrixTable(purposes)
        self.table.turned.connect(self._explain)
        self.table.cell_selected.connect(self._cell_selected)
        self.table.cell_activated.connect(lambda line, _column: self.pile.enter(line.pupil.id, series=False))
        self._told = label("", "secondary")
        self._told.setContentsMargins(10, 0, 0, 0)
        self._matrix_card.add(self.table, self._told)
        self._show_purposes()
        self._keep(self._keeps)

    def _build_side(self) -> None:
        self.card = CardView()
        self.card.answer_wanted.connect(lambda pupil: self.pile.enter(pupil, series=False))
        self.acts = CardActs(self.desk, self, self.card, self.prints)
        self.side = QStackedWidget()
        self.side.addWidget(self.card)
        self.set_side(self.side, CARD_WIDTH)

    def _prints(self) -> QPushButton:
        short = [(_(words), partial(self.prints.other, which)) for which, (words, _name) in OTHERS.items()]
        shown = [
            (_("Wie mag niet op beeld"), self.print_list),
            (_("Overzicht als PDF"), self.prints.matrix),
            (_("Overzicht als werkblad"), self.prints.workbook),
        ]
        return menu_button(_("Afdrukken"), "printer", [*shown, *short])

    # --- inside ---------------------------------------------------------------------

    def _show_matrix(self, matrix: Matrix) -> None:
        if [_head(one) for one in matrix.purposes] != [_head(one) for one in self.table.purposes]:
            self._put_table(matrix.purposes)
        self.table.show_matrix(matrix)
        self._explain()

    def _explain(self) -> None:
        """Let the legend name every symbol that can be seen."""
        self.filters.legend.show_partly(self.table.partly())
        self.filters.fit()

    def _show_purposes(self) -> None:
        self.table.show_purposes(keeps(self.filters.audience.value))

    def _cell_selected(self, line: MatrixRow, column: int) -> None:
        purpose = self.table.purpose_at(column)
        self.purpose = purpose.code if purpose else None
        words = cell_words(line.cells[column - 1]) if purpose else ""
        self._told.setText(f"{line.pupil.name.first_name}, {purpose.short}: {words}" if purpose else "")
        if self.is_entering:
            self.pile.enter(line.pupil.id, series=self.pile.is_series)
            return
        self.pupil = line.pupil.id
        self._fetch_card(line.pupil.id)

    def _fetch_card(self, pupil_id: int) -> None:
        consents = self.desk.meldboek.consents
        self.desk.jobs.run(lambda: read_file(consents, pupil_id), owner=self, done=self._show_file)

    def _show_file(self, file: PupilFile | None) -> None:
        if file is None:
            self.card.show_nothing()
        elif file.card.pupil.id == self.pupil:
            self.card.show_card(file.card, self.purpose, file.seen)

    def _keep(self, state: CellState | None) -> None:
        self._keeps = state
        self.table.set_keep(None if state is None else lambda line: line.shows(state))


def _head(purpose: PurposeLine) -> tuple[str, str]:
    return purpose.code, purpose.short

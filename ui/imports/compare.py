"""The third step: everybody with what would change, in tabs with large counts; one decision beside each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.imports.rules import LineKind
from app.kernel.clock import Clock
from app.kernel.names import fold, sort_key
from app.kernel.texts import _
from app.people.spelling import group_order
from ui.imports import words
from ui.imports.checks import checks_table, set_checks
from ui.imports.decide import DecidePanel
from ui.imports.draft import ALL, EMPLOYEES, TABS, TO_CHECK, UNUSUAL, Draft, Row
from ui.imports.leavers import LeaversBar
from ui.imports.tiles import Tiles
from ui.imports.together import TogetherBar
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.fields import SearchField
from ui.kit.labels import bare
from ui.kit.layouts import row
from ui.kit.table import Column, Table
from ui.kit.tag import TagText

WIDE, NARROW, FOLD = 344, 288, 900
KIND, NAME, WHAT, DECIDED = 0, 1, 3, 4


class LinesTable(Table):
    """Enter is for the next step, Space leaves the chosen row out or takes it over after all."""

    toggled = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        elif event.key() == Qt.Key.Key_Space and self.selected is not None:
            self.toggled.emit(self.selected)
        else:
            super().keyPressEvent(event)


class CompareStep(QWidget):
    """Shows a draft and lets the user decide; nothing is kept yet."""

    changed = Signal()
    save_wanted = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        bare(self)
        self.draft: Draft | None = None
        self.tiles = Tiles([(tab, _(words.KINDS[tab]), words.TONES.get(tab, "")) for tab in TABS])
        self.tiles.chosen.connect(self.show_tab)
        self.search = SearchField(_("Zoek een naam"), 200)
        self.search.textChanged.connect(self._search)
        self.table = LinesTable(self._columns(), name=_("Wat er verandert"), key=lambda row: row.key, row=44)
        self.table.line_selected.connect(self._show_row)
        self.table.toggled.connect(self._toggle)
        self.checks = checks_table()
        self.leavers = LeaversBar(clock)
        self.leavers.decided.connect(self._decided_for_all)
        self.together = TogetherBar()
        self.together.decided.connect(self._decided_for_all)
        self.panel = DecidePanel()
        self.panel.decided.connect(self._decide)
        self._lay()

    def show_draft(self, draft: Draft) -> None:
        """Show what would change."""
        self.draft = draft
        self.search.clear()
        counts = draft.counts()
        self.tiles.show_counts(counts)
        self.table.set_keep(None)
        self.table.set_lines(draft.rows)
        set_checks(self.checks, draft)
        self.show_tab(next((tab for tab in TABS if counts[tab]), ALL))

    def show_tab(self, tab: object) -> None:
        """Show only these rows."""
        if self.draft is None:
            return
        self.tiles.set_value(tab)
        self.stack.setCurrentWidget(self.checks if tab == TO_CHECK else self.table)
        self.panel.setVisible(tab != TO_CHECK)
        self.leavers.setVisible(tab == LineKind.MISSING)
        self.together.show_draft(self.draft, tab)
        if tab == LineKind.MISSING:
            self.leavers.show_draft(self.draft)
        if tab == TO_CHECK:
            self.draft.is_checked = True
            return
        self.table.set_keep(_keeper(tab, fold(self.search.text()).split()))
        self._fold()
        shown = self.table.lines_model.shown
        if not (shown and self.table.select(shown[0].key)):
            self.panel.show_nobody()

    def _lay(self) -> None:
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.checks)
        card = Card(padding=8)
        card.body.addWidget(self.leavers)
        card.body.addWidget(self.together)
        card.body.addWidget(self.stack, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(card, 1)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addLayout(left, 1)
        below.addWidget(self.panel)
        save = button("", "download", self.save_wanted.emit, "quiet")
        save.setAccessibleName(_("Vergelijking bewaren als werkblad"))
        save.setToolTip(save.accessibleName())
        top = row(self.tiles, self.search, save, gap=12)
        top.setAlignment(save, Qt.AlignmentFlag.AlignBottom)
        top.setStretch(0, 1)
        top.setAlignment(self.search, Qt.AlignmentFlag.AlignBottom)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addLayout(top)
        inside.addLayout(below, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """In a narrow window the tab mostly says the kind already; among all, and who is unusual, each row says it."""
        narrow, every = self.width() < FOLD, self.tiles.value() == ALL
        differing = every or any(row.is_unusual for row in self.table.lines_model.shown)
        self.panel.setFixedWidth(NARROW if narrow else WIDE)
        self.table.setColumnHidden(KIND, narrow and not differing)
        self.table.setColumnHidden(WHAT, narrow and every)
        name = 180 if not narrow else 212 if every else 150
        self.table.horizontalHeader().resizeSection(NAME, name)
        said = any(self._decided(row) for row in self.table.lines_model.shown)
        self.table.setColumnHidden(DECIDED, not said)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("", tag=words.row_tag, width=134, sort=lambda row: TABS.index(row.kind)),
            Column(
                _("Naam"),
                strong=lambda row: row.name.first_name or row.name.initials,
                text=lambda row: f"{row.name.infix} {row.name.surname}".strip(),
                width=180,
                sort=lambda row: sort_key(row.name),
            ),
            Column(_("Groep"), text=lambda row: row.group, width=64, sort=lambda row: group_order(row.group)),
            Column(_("Wat er verandert"), text=self._what, tip=self._what),
            Column("", tag=self._decided, width=134),
        )

    def _what(self, row: Row) -> str:
        return words.what_changes(row, self.draft.decision(row)) if self.draft else ""

    def _decided(self, row: Row) -> TagText | None:
        return words.decision_tag(row, self.draft.decision(row)) if self.draft else None

    def _search(self, text: str) -> None:
        self.checks.set_filter(text)
        self.show_tab(self.tiles.value())

    def _show_row(self, row: Row) -> None:
        if self.draft is not None:
            self.panel.show_row(row, self.draft.decision(row))

    def _toggle(self, row: Row) -> None:
        if self.draft is not None and row.kind is not LineKind.UNCHANGED:
            self.draft.toggle(row)
            self._decided_anew(row)

    def _decide(self, row: Row, decision: object) -> None:
        if self.draft is not None:
            self.draft.decide(row, decision)  # type: ignore[arg-type] # the panel gives decisions only
            self._decided_anew(row)

    def _decided_for_all(self) -> None:
        self._fold()
        self.table.viewport().update()
        if self.table.selected is not None:
            self._show_row(self.table.selected)
        self.changed.emit()

    def _decided_anew(self, row: Row) -> None:
        self._show_row(row)
        self._fold()
        self.table.viewport().update()
        self.changed.emit()


def _keeper(tab: object, words: Sequence[str]) -> Callable[[Row], bool]:
    """Which rows a tab shows, as far as they hold these words."""

    def keeps(row: Row) -> bool:
        if tab == EMPLOYEES:
            belongs = row.employee is not None and row.kind is not LineKind.UNCHANGED
        elif tab == UNUSUAL:
            belongs = row.is_unusual
        else:
            belongs = tab == ALL or (row.pupil is not None and row.kind == tab)
        return belongs and all(word in row.folded for word in words)

    return keeps

"""The table: sorts, filters, copies; keyboard and mouse; says so when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.kernel.texts import _
from ui.kit.empty import EmptyState
from ui.kit.table_model import Column, LinesModel
from ui.kit.table_paint import CellPainter
from ui.kit.theme import ROW

__all__ = ["Column", "Table"]
TWO_LINES, LEAST, TIGHT = 54, 150, 0.7


class Table(QTableView):
    """Shows frozen lines. ``cells`` lets single cells be chosen; ``many`` lets several rows be chosen."""

    least: ClassVar[int] = LEAST  # the readable width of a column that shares what is left over

    line_selected = Signal(object)
    line_activated = Signal(object)
    cell_selected = Signal(object, int)
    cell_activated = Signal(object, int)
    verb_clicked = Signal(object, int)

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        empty: EmptyState | None = None,
        name: str = "",
        cells: bool = False,
        many: bool = False,
        row: int = 0,
        key: Callable[[Any], Any] = lambda line: getattr(line, "id", line),
    ) -> None:
        super().__init__()
        self.lines_model = LinesModel(columns)
        self._cells, self._key = cells, key
        self._by_keyboard, self._hover = False, -1
        self._empty = empty or EmptyState("list", _("Hier staat nog niets"))
        self._nothing = EmptyState("search", _("Niets gevonden"), _("Pas de filter aan of maak hem leeg."))
        for state in (self._empty, self._nothing):
            state.setParent(self.viewport())
            state.hide()
        self.setAccessibleName(name or _("Tabel"))
        height = row or (TWO_LINES if any(column.detail for column in columns) else ROW)
        self._painter = CellPainter(self, height)
        self.setItemDelegate(self._painter)
        self.setModel(self.lines_model)
        self._dress(height, cells, many)
        self._size_columns()
        self.selectionModel().currentChanged.connect(self._moved)
        self.lines_model.modelReset.connect(self._show_empty)

    @property
    def selected(self) -> Any:
        """The chosen line, or None."""
        row = self.currentIndex().row()
        chosen = self.selectionModel().hasSelection() and 0 <= row < len(self.lines_model.shown)
        return self.lines_model.shown[row] if chosen else None

    @property
    def selected_lines(self) -> tuple[Any, ...]:
        """All chosen lines, in the order shown."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return tuple(self.lines_model.shown[row] for row in rows)

    def set_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines; the same line stays chosen when it is still there."""
        before, column = self.selected, max(0, self.currentIndex().column())
        self.lines_model.set_lines(lines)
        if before is not None:
            self.select(self._key(before), column, quietly=True)
        self._show_empty()

    def set_filter(self, words: str) -> None:
        """Show only lines that hold all these words."""
        self.lines_model.set_filter(words=words)

    def set_keep(self, keep: Callable[[Any], bool] | None) -> None:
        """Show only lines for which this is true."""
        self.lines_model.set_filter(keep=keep)

    def select(self, key: Any, column: int = 0, *, quietly: bool = False) -> bool:
        """Choose the line with this key; False when it is not shown."""
        for row, line in enumerate(self.lines_model.shown):
            if self._key(line) == key:
                index = self.lines_model.index(row, column)
                self.selectionModel().blockSignals(quietly)
                whole = QItemSelectionModel.SelectionFlag.NoUpdate if self._cells else _ROWS
                self.selectionModel().setCurrentIndex(index, _SELECT | whole)
                self.selectionModel().blockSignals(False)
                self.scrollTo(index)
                self.viewport().update()
                return True
        return False

    def unselect(self) -> None:
        """Choose nothing, quietly: what is at hand is not in this table."""
        self.selectionModel().blockSignals(True)
        self.selectionModel().clear()
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """What is shown, as text with titles on top: for a workbook."""
        return self.lines_model.texts()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, as text that pastes into a workbook."""
        columns = self.lines_model.columns
        rows = ("\t".join(_plain(column.words(line)) for column in columns) for line in self.selected_lines)
        QGuiApplication.clipboard().setText("\n".join(rows))

    def ring_at(self, index: QModelIndex | QPersistentModelIndex) -> str:
        here = self.currentIndex()
        if not (self._by_keyboard and self.hasFocus() and here.isValid() and here.row() == index.row()):
            return ""
        if self._cells:
            return "tblr" if here.column() == index.column() else ""
        first, last = index.column() == 0, index.column() == len(self.lines_model.columns) - 1
        return "tb" + ("l" if first else "") + ("r" if last else "")

    def is_hovered(self, row: int) -> bool:
        return row == self._hover

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.selected is not None:
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        nothing_before = not self.selectionModel().hasSelection()
        super().mousePressEvent(event)
        if nothing_before:
            self._moved(self.currentIndex())  # Qt moves its cursor first and chooses the row after that

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and self._verb_at(index):
            self.verb_clicked.emit(self.lines_model.shown[index.row()], index.column())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and not self._verb_at(index):
            self._activate(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_verb = index.isValid() and self._verb_at(index)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if on_verb else Qt.CursorShape.ArrowCursor)
        self._hover_over(index.row())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover_over(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self._by_keyboard = True
            if not self.currentIndex().isValid() and self.lines_model.shown:
                self.select(self._key(self.lines_model.shown[0]))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()
        for state in (self._empty, self._nothing):
            state.setGeometry(self.viewport().rect())

    def _dress(self, height: int, cells: bool, many: bool) -> None:
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        behavior = QAbstractItemView.SelectionBehavior
        self.setSelectionBehavior(behavior.SelectItems if cells else behavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if many else mode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(height)
        self.verticalHeader().setMinimumSectionSize(height)
        header = self.horizontalHeader()
        header.setFixedHeight(36)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header.setMinimumSectionSize(32)
        header.sectionClicked.connect(self._sort_by)

    def _size_columns(self) -> None:
        header = self.horizontalHeader()
        for at, column in enumerate(self.lines_model.columns):
            if column.width is None:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
            else:
                header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
                header.resizeSection(at, column.width)

    def _share_room(self) -> None:
        """Columns that share what is left over give way a little; then they are readable and the table scrolls."""
        header, columns = self.horizontalHeader(), self.lines_model.columns
        sharing = [at for at, column in enumerate(columns) if column.width is None]
        taken = sum(header.sectionSize(at) for at in range(len(columns)) if at not in sharing)
        cramped = self.viewport().width() - taken < TIGHT * self.least * len(sharing)
        mode = QHeaderView.ResizeMode.Interactive if cramped else QHeaderView.ResizeMode.Stretch
        for at in sharing:
            if header.sectionResizeMode(at) != mode:
                header.setSectionResizeMode(at, mode)
                header.resizeSection(at, self.least)

    def _sort_by(self, column: int) -> None:
        header = self.horizontalHeader()
        again = header.isSortIndicatorShown() and header.sortIndicatorSection() == column
        downwards = again and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        order = Qt.SortOrder.DescendingOrder if downwards else Qt.SortOrder.AscendingOrder
        header.setSortIndicatorShown(True)
        header.setSortIndicator(column, order)
        before = self.selected
        self.lines_model.sort(column, order)
        if before is not None:
            self.select(self._key(before), quietly=True)

    def _moved(self, now: QModelIndex) -> None:
        if not now.isValid() or not self.selectionModel().hasSelection():
            return
        line = self.lines_model.shown[now.row()]
        self.line_selected.emit(line)
        self.cell_selected.emit(line, now.column())
        self.viewport().update()

    def _activate(self, index: QModelIndex) -> None:
        line = self.lines_model.shown[index.row()]
        self.line_activated.emit(line)
        self.cell_activated.emit(line, index.column())

    def _verb_at(self, index: QModelIndex) -> bool:
        column = self.lines_model.columns[index.column()]
        return column.verb and bool(column.text(self.lines_model.shown[index.row()]))

    def _hover_over(self, row: int) -> None:
        if row != self._hover:
            self._hover = row
            self.viewport().update()

    def _show_empty(self) -> None:
        self._empty.setVisible(not self.lines_model.lines)
        self._nothing.setVisible(bool(self.lines_model.lines) and not self.lines_model.shown)


_SELECT = QItemSelectionModel.SelectionFlag.ClearAndSelect
_ROWS = QItemSelectionModel.SelectionFlag.Rows


def _plain(words: str) -> str:
    """One cell on the clipboard: no tab or line end within it, and nothing that a workbook takes for a formula."""
    said = " ".join(words.split())
    return f"'{said}" if said.startswith(("=", "+", "@")) or (said.startswith("-") and len(said) > 1) else said

"""Frozen lines as a table: which are shown, in which order, and what each cell says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.kernel.names import fold
from ui.kit.tag import TagText

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Column:
    """One column; every callable gets a line. ``width`` None shares what is left over.

    ``strong`` is printed semibold before ``text``; ``detail`` is a second, quiet line; ``verb`` makes a
    quiet button of the cell. ``sort`` answers anything that compares; by default the text in Dutch order.
    ``in_sheet`` is what a workbook holds instead of the words, ``only_in_sheet`` are columns that stand there alone.
    """

    title: str
    text: Callable[[Any], str] = lambda _line: ""
    width: int | None = None
    align: Literal["left", "center", "right"] = "left"
    sort: Callable[[Any], Any] | None = None
    tone: Callable[[Any], str] | None = None
    icon: Callable[[Any], str] | None = None
    strong: Callable[[Any], str] | None = None
    detail: Callable[[Any], str] | None = None
    tag: Callable[[Any], TagText | None] | None = None
    tip: Callable[[Any], str] | None = None
    verb: bool = False
    in_sheet: Callable[[Any], Any] | None = None
    only_in_sheet: tuple[Column, ...] = ()

    def words(self, line: Any) -> str:
        """Everything the cell says, as plain text: for copying, filtering and reading aloud."""
        parts = [self.strong(line)] if self.strong else []
        parts.append(self.text(line))
        if self.detail:
            parts.append(self.detail(line))
        tag = self.tag(line) if self.tag else None
        if tag is not None:
            parts.append(tag.text)
        if not any(parts) and self.tip:
            parts.append(self.tip(line))
        return " ".join(part for part in parts if part)

    def order(self, line: Any) -> Any:
        """What this column sorts on."""
        return self.sort(line) if self.sort else fold(self.words(line))


class LinesModel(QAbstractTableModel):
    """Holds all lines and shows those that pass the filter, sorted."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.lines: tuple[Any, ...] = ()
        self.shown: tuple[Any, ...] = ()
        self._words = ""
        self._keep: Callable[[Any], bool] | None = None
        self._sorted: tuple[int, bool] | None = None

    def set_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines; filter and order stay."""
        self.lines = tuple(lines)
        self._arrange()

    def set_filter(self, words: str | None = None, keep: Callable[[Any], bool] | None = None) -> None:
        """Show lines that hold all these words, and that ``keep`` wants to keep."""
        self._words = self._words if words is None else fold(words)
        self._keep = keep if words is None else self._keep
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self._arrange()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.shown[index.row()], self.columns[index.column()]
        if role == LINE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return column.words(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = column.tip(line) if column.tip else column.words(line)
            return words if column.tip or len(words) > 40 else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return ALIGN[column.align]
        return None

    def texts(self) -> tuple[tuple[str, ...], ...]:
        """What is shown, as text, with the titles on top: for copying and for a workbook."""
        rows = (tuple(column.words(line) for column in self.columns) for line in self.shown)
        return (tuple(column.title for column in self.columns), *rows)

    def _arrange(self) -> None:
        lines = list(self.lines)
        if self._keep is not None:
            lines = [line for line in lines if self._keep(line)]
        for word in self._words.split():
            lines = [line for line in lines if any(word in fold(column.words(line)) for column in self.columns)]
        if self._sorted is not None:
            column, downwards = self._sorted
            lines.sort(key=self.columns[column].order, reverse=downwards)
        self.beginResetModel()
        self.shown = tuple(lines)
        self.endResetModel()


ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    "center": Qt.AlignmentFlag.AlignCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
}

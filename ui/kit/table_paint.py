"""Paints the cells of a table: hairlines, selection, icons, tags, two-line cells."""

from __future__ import annotations

from typing import Any, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit.icons import pixmap
from ui.kit.table_model import ALIGN, LINE, Column
from ui.kit.tag import HEIGHT as TAG_HEIGHT
from ui.kit.tag import paint_tag, tag_width
from ui.kit.theme import ICON, color, font

SIDE, BETWEEN = 10, 8
REGULAR, STRONG, SMALL = QFont.Weight.Normal, QFont.Weight.DemiBold, 9.0


class Ringed(Protocol):
    """A table that knows where the focus ring belongs."""

    def ring_at(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """Which sides of the ring this cell has: letters of "tblr", or nothing."""
        ...

    def is_hovered(self, row: int) -> bool:
        """Whether the mouse is over this row."""
        ...


class CellPainter(QStyledItemDelegate):
    """Paints what a ``Column`` says about a line."""

    def __init__(self, table: Ringed, height: int) -> None:
        super().__init__()
        self._table, self._height = table, height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, self._height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(area, color("accent_soft"))
        elif self._table.is_hovered(index.row()):
            painter.fillRect(area, color("canvas"))
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), color("line"))
        column: Column = index.model().columns[index.column()]  # type: ignore[attr-defined] # our own model
        self._cell(painter, area.adjusted(SIDE, 0, -SIDE, -1), column, index.data(LINE))
        self._ring(painter, area, self._table.ring_at(index))
        painter.restore()

    def _cell(self, painter: QPainter, area: QRect, column: Column, line: Any) -> None:
        tone = column.tone(line) if column.tone else ""
        tag = column.tag(line) if column.tag else None
        icon = column.icon(line) if column.icon else ""
        if tag is not None:
            wide = tag_width(tag)
            left = {"left": area.left(), "right": area.right() - wide, "center": area.center().x() - wide / 2}
            paint_tag(painter, QPointF(left[column.align], area.center().y() - TAG_HEIGHT / 2 + 1), tag, area.width())
            return
        if icon:
            alone = column.align == "center" and not column.text(line)
            left_at = area.center().x() - ICON / 2 + 1 if alone else area.left()
            painter.drawPixmap(QPointF(left_at, area.center().y() - ICON / 2 + 1), pixmap(icon, tone or "ink"))
            if alone:
                return
            area = area.adjusted(ICON + BETWEEN, 0, 0, 0)
        self._words(painter, area, column, line, "accent" if column.verb else tone)

    def _words(self, painter: QPainter, area: QRect, column: Column, line: Any, tone: str) -> None:
        detail = column.detail(line) if column.detail else ""
        upper, lower = area, area
        if detail:
            middle = area.center().y()
            upper = QRect(area.left(), middle - 18, area.width(), 19)
            lower = QRect(area.left(), middle + 1, area.width(), 17)
            self._text(painter, lower, detail, font(SMALL), "ink2", column)
        bold = column.strong(line) if column.strong else ""
        if bold:
            face = font(10, STRONG)
            self._text(painter, upper, bold, face, tone or "ink", column)
            upper = upper.adjusted(round(QFontMetricsF(face).horizontalAdvance(bold + " ")) + 1, 0, 0, 0)
        face = font(10, QFont.Weight.Medium if column.verb else REGULAR)
        self._text(painter, upper, column.text(line), face, tone or "ink", column)

    @staticmethod
    def _text(painter: QPainter, area: QRect, text: str, face: QFont, tone: str, column: Column) -> None:
        if area.width() < 4 or not text:
            return
        painter.setFont(face)
        painter.setPen(color(tone))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, ALIGN[column.align], shown)

    @staticmethod
    def _ring(painter: QPainter, area: QRect, sides: str) -> None:
        if not sides:
            return
        painter.setPen(QPen(color("accent"), 2))
        inner = area.adjusted(1 if "l" in sides else 0, 1, -1 if "r" in sides else 1, -1)
        lines = {
            "t": (inner.topLeft(), inner.topRight()),
            "b": (inner.bottomLeft(), inner.bottomRight()),
            "l": (inner.topLeft(), inner.bottomLeft()),
            "r": (inner.topRight(), inner.bottomRight()),
        }
        for side in sides:
            painter.drawLine(*lines[side])

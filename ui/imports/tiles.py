"""Large counts beside each other; each is a button that shows only those lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.kit.flow import FlowLayout
from ui.kit.labels import bare
from ui.kit.theme import RADIUS_CARD, color, font

HEIGHT, SIDE = 58, 14


class Tiles(QWidget):
    """``options`` are (value, word, tone); ``chosen`` is emitted with the value."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[object, str, str]]) -> None:
        super().__init__()
        bare(self)
        inside = FlowLayout(8)
        self.setLayout(inside)
        self._tiles = {value: CountTile(word, tone) for value, word, tone in options}
        for value, tile in self._tiles.items():
            tile.clicked.connect(lambda _on=False, one=value: self._pressed(one))
            inside.addWidget(tile)

    def show_counts(self, counts: dict[object, int]) -> None:
        """Show these counts; what has none is not there."""
        for value, tile in self._tiles.items():
            tile.show_count(counts.get(value, 0))
            tile.setVisible(bool(counts.get(value, 0)))

    def value(self) -> object:
        """What is chosen."""
        return next((value for value, tile in self._tiles.items() if tile.isChecked()), None)

    def set_value(self, value: object) -> None:
        """Choose without telling anyone."""
        for each, tile in self._tiles.items():
            tile.setChecked(each == value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def _pressed(self, value: object) -> None:
        self.set_value(value)
        self.chosen.emit(value)


class CountTile(QAbstractButton):
    """A figure with its word under it."""

    def __init__(self, word: str, tone: str) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._word, self._tone, self._count = word, tone, 0
        self.setAccessibleName(word)

    def show_count(self, count: int) -> None:
        """Change the figure."""
        self._count = count
        self.setAccessibleName(f"{count} {self._word}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        figure, word = self._faces()
        wide = max(_width(figure, str(self._count)), _width(word, self._word))
        return QSize(wide + 2 * SIDE, HEIGHT)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()  # Enter goes on to the next step, Space chooses the tile
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, wide = self.isChecked(), 2 if self.hasFocus() else 1
        painter.setPen(QPen(color("accent" if on or self.hasFocus() else "line"), wide))
        painter.setBrush(color("accent_soft" if on else "canvas" if self.underMouse() else "surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), RADIUS_CARD - 2, RADIUS_CARD - 2)
        figure, word = self._faces()
        self._write(painter, QRect(SIDE, 7, self.width(), 26), figure, str(self._count), self._tone or "ink")
        self._write(painter, QRect(SIDE, 33, self.width(), 18), word, self._word, "ink" if on else "ink2")
        painter.end()

    @staticmethod
    def _write(painter: QPainter, area: QRect, face: QFont, text: str, tone: str) -> None:
        painter.setFont(face)
        painter.setPen(color(tone))
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    @staticmethod
    def _faces() -> tuple[QFont, QFont]:
        return font(15, QFont.Weight.DemiBold), font(9)


def _width(face: QFont, text: str) -> int:
    return QFontMetrics(face).horizontalAdvance(text) + 1

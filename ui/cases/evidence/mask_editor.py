"""Black boxes over a picture, drawn with the mouse; the last one can be taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.cases.evidence.pictures import Box
from app.kernel.texts import _
from ui.cases.evidence.pictures import pixmap_of

SMALLEST = 4  # pixels; less is a slip of the mouse


class MaskEditor(QWidget):
    """Drag to cover a part; ``boxes`` are shares of the picture, so they fit the original too."""

    changed = Signal()

    def __init__(self, picture: bytes, width: int, height: int) -> None:
        super().__init__()
        self._room = (width, height)
        self._drawn: list[QRectF] = []
        self._start: QPointF | None = None
        self._now = QRectF()
        self.show_picture(picture)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Afbeelding: trek een vak over wat niet te zien mag zijn"))

    def show_picture(self, picture: bytes, boxes: Sequence[Box] = ()) -> None:
        """Show another picture with the boxes that were drawn over it before."""
        self._pixmap = pixmap_of(picture, *self._room)
        self.setFixedSize(self._pixmap.size())
        wide, high = self.width(), self.height()
        self._drawn = [QRectF(box.left * wide, box.top * high, box.width * wide, box.height * high) for box in boxes]
        self.update()

    @property
    def boxes(self) -> tuple[Box, ...]:
        """What was covered."""
        wide, high = self.width(), self.height()
        return tuple(
            Box(one.x() / wide, one.y() / high, one.width() / wide, one.height() / high) for one in self._drawn
        )

    def cover(self, box: QRectF) -> None:
        """Cover a part, in pixels of what is shown."""
        kept = box.normalized().intersected(QRectF(self.rect()))
        if kept.width() >= SMALLEST and kept.height() >= SMALLEST:
            self._drawn.append(kept)
            self.changed.emit()
        self.update()

    def take_back(self) -> None:
        """Remove the last box."""
        if self._drawn:
            self._drawn.pop()
            self.changed.emit()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            self._now = QRectF(self._start, event.position()).normalized()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            box, self._start, self._now = QRectF(self._start, event.position()), None, QRectF()
            self.cover(box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self.take_back()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        for box in (*self._drawn, self._now):
            painter.fillRect(box, Qt.GlobalColor.black)
        painter.end()

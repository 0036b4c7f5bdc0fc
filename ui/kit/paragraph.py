"""Running text on screen: wraps, with room between its lines."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

LEADING, WANTED = 1.17, 340


class Paragraph(QLabel):
    """A label that wraps; ``text()`` is what it says."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        return self._lay(width - margins.left() - margins.right())[1] + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        width = min(self._widest() + 2, WANTED)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._widest() + 2, 60), ceil(self.fontMetrics().lineSpacing() * LEADING))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inside = self.contentsRect()
        layouts, height = self._lay(inside.width())
        spare = inside.height() - height
        top = inside.y() + (spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter and spare > 0 else 0)
        for layout in layouts:
            layout.draw(painter, QPointF(inside.x(), top))
        painter.end()

    def _widest(self) -> int:
        return max(self.fontMetrics().horizontalAdvance(part) for part in self.text().split("\n"))

    def _lay(self, width: int) -> tuple[list[QTextLayout], int]:
        pitch = self.fontMetrics().lineSpacing() * LEADING
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layouts, top = [], (pitch - self.fontMetrics().lineSpacing()) / 2
        for part in self.text().split("\n"):
            layout = QTextLayout(part, self.font())
            layout.setTextOption(option)
            layout.beginLayout()
            line = layout.createLine()
            while line.isValid():
                line.setLineWidth(max(width, 1))
                line.setPosition(QPointF(0, top))
                top += pitch
                line = layout.createLine()
            layout.endLayout()
            layouts.append(layout)
            top = top if part else top + pitch
        return layouts, ceil(top)

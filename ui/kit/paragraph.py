"""Running text on screen: wraps, with room between its lines."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy

LEADING, WANTED = 1.17, 340


class Paragraph(QLabel):
    """A label that wraps; ``text()`` is what it says."""

    def __init__(self, text: str, wanted: int = WANTED) -> None:
        self._heights: dict[int, int] = {}  # a page asks the same height dozens of times while it is laid out
        super().__init__(text)
        self._wanted = wanted
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            margins = self.contentsMargins()
            inside = self._lay(width - margins.left() - margins.right())[1]
            self._heights[width] = inside + margins.top() + margins.bottom()
        return self._heights[width]

    def setText(self, text: str) -> None:
        self._heights.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        self._heights.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        width = min(self._widest() + 2, self._wanted)
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
        return laid(self.text(), self.font(), width, self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)


def laid(
    text: str, face: QFont, width: int, align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft
) -> tuple[list[QTextLayout], int]:
    """Text over as many lines as it needs at that width, with its height in pixels."""
    metrics = QFontMetrics(face)
    pitch = metrics.lineSpacing() * LEADING
    option = QTextOption(align)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layouts: list[QTextLayout] = []
    spare = (pitch - metrics.lineSpacing()) / 2
    top = spare
    for part in text.split("\n"):
        layout = QTextLayout(part, face)
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
    return layouts, ceil(top - spare)

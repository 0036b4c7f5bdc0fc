"""A tag: a state as a word on its soft colour, with or without an icon."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.icons import pixmap
from ui.kit.theme import RADIUS_TAG, Tone, color, font, theme

HEIGHT, SIDE, ICON, BETWEEN, LEAST = 22, 8, 14, 5, 64


@dataclass(frozen=True)
class TagText:
    """What a tag says; tables paint these in their cells."""

    text: str
    tone: Tone = "neutral"
    icon: str = ""


class Tag(QWidget):
    """A tag as a widget."""

    def __init__(self, text: str, tone: Tone = "neutral", icon: str = "") -> None:
        super().__init__()
        self.what = TagText(text, tone, icon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    def set(self, text: str, tone: Tone = "neutral", icon: str = "") -> None:
        """Say something else."""
        self.what = TagText(text, tone, icon)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(tag_width(self.what)), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), LEAST), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_tag(painter, QPointF(0, 0), self.what, self.width())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.what.text if self.width() < self.sizeHint().width() else "")


def tag_font() -> QFont:
    """The type of a tag."""
    return font(8.5, QFont.Weight.DemiBold)


def tag_width(tag: TagText) -> float:
    """How wide a tag is, in pixels."""
    words = QFontMetricsF(tag_font()).horizontalAdvance(tag.text)
    return words + 2 * SIDE + (ICON + BETWEEN if tag.icon else 0) + 1


def paint_tag(painter: QPainter, at: QPointF, tag: TagText, room: float = 10_000) -> float:
    """Paint a tag with its left top corner there; the answer is its width."""
    width = min(tag_width(tag), room)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color(f"{tag.tone}_soft"))
    painter.drawRoundedRect(QRectF(at.x(), at.y(), width, HEIGHT), RADIUS_TAG, RADIUS_TAG)
    left = at.x() + SIDE
    if tag.icon:
        drawing = pixmap(tag.icon, tag.tone, ICON)
        painter.drawPixmap(QPointF(left, at.y() + (HEIGHT - ICON) / 2), drawing)
        left += ICON + BETWEEN
    painter.setPen(color(tag.tone))
    painter.setFont(tag_font())
    inside = QRectF(left, at.y(), at.x() + width - SIDE - left + 1, HEIGHT)
    words = painter.fontMetrics().elidedText(tag.text, Qt.TextElideMode.ElideRight, round(inside.width()) + 1)
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
    painter.restore()
    return width

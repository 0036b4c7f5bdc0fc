"""Words on a page: labels in the few looks there are, and hairlines."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui.kit.paragraph import Paragraph

Look = Literal["title", "heading", "section", "body", "strong", "quiet", "secondary", "label", "figure"]


def label(text: str, look: Look = "body", *, tone: str = "", wrap: bool = False, selectable: bool = False) -> QLabel:
    """A label of plain text; ``wrap`` for sentences, ``selectable`` for what one may want to copy."""
    made = QLabel(text) if selectable or not wrap else Paragraph(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("look", look)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


class ElidedLabel(QLabel):
    """One line that ends in an ellipsis when there is no room; the whole text is its tip."""

    def __init__(self, text: str = "", look: Look = "body", tone: str = "", *, wanted: int = 0) -> None:
        super().__init__()
        self.setProperty("look", look)
        self.setProperty("tone", tone)
        self._wanted = wanted
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wanted, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inside: QRect = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, int(self.alignment()), shown)
        painter.end()


def hairline() -> QFrame:
    """A line of one pixel between two rows."""
    made = QFrame()
    made.setProperty("look", "hairline")
    made.setFixedHeight(1)
    return made


def bare(widget: QWidget) -> QWidget:
    """Let what is behind a widget shine through."""
    widget.setProperty("look", "bare")
    return widget

"""One line of what is open or done in a case."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui.kit.buttons import icon_button
from ui.kit.labels import bare, label
from ui.kit.layouts import column, row
from ui.kit.rows import PlainRow

MARK, RING = 28, 16


class MarkRow(QWidget):
    """A mark to click on, or its words, to record what is open, with a quiet word beside or under it."""

    def __init__(
        self, meaning: str, text: str, right: str, act: Callable[[], object], *, under: bool = False, late: bool = False
    ) -> None:
        super().__init__()
        bare(self)
        self._act = act
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.mark = icon_button("circle", meaning, act)
        self.mark.setFixedSize(MARK, MARK)
        self.mark.setIconSize(QSize(RING, RING))
        words = column(label(text, wrap=True), gap=0)
        inside = row(self.mark, words, gap=4)
        inside.setStretch(1, 1)
        if right and under:
            words.addWidget(label(right, "secondary", tone="danger" if late else ""))
        elif right:
            inside.addWidget(label(right, "secondary"))
        self.setLayout(inside)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words do what the mark does: who reads what is open clicks there."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._act()


def done_row(icon: str, text: str, right: str, tone: str, meaning: str) -> PlainRow:
    """A line without a button; its mark and words stand right under those of the lines with one."""
    made = PlainRow(icon, text, right, tone, meaning)
    made.setContentsMargins((MARK - RING) // 2, 0, 0, 0)
    made.setMinimumHeight(MARK)
    return made

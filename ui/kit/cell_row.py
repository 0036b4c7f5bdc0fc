"""A row of a page that paints its cells itself; only what can be clicked is a widget of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.kit.cells import Cells, Place

_WANTED, _LEAST = 260, 80  # pixels for the cell that takes the rest


class CellRow(QWidget):
    """Cells beside each other, with buttons behind them; fewer cells where they would leave too little for the text."""

    def __init__(self, places: Sequence[Place], gap: int, margins: QMargins) -> None:
        super().__init__()
        self._cells, self._gap, self._margins = Cells(places, gap), gap, margins
        self._fewer = self._cells
        self._behind: list[tuple[QPushButton | None, int]] = []
        self._heights: dict[int, int] = {}
        self.setAccessibleName(self._cells.words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What the row says, its parts with a dot between."""
        return self._cells.words

    def show_places(self, places: Sequence[Place], fewer: Sequence[Place] = ()) -> None:
        """Say something else, in ``fewer`` cells where the row is narrow: making a row anew takes longer."""
        self._cells = Cells(places, self._gap)
        self._fewer = Cells(fewer, self._gap) if fewer else self._cells
        self._heights.clear()
        self.setAccessibleName(self._cells.words)
        self.updateGeometry()
        if self.isVisible():
            self._arrange()
        self.update()

    def put_behind(self, made: QPushButton | None, width: int) -> None:
        """A button behind the cells, at the right of a place of that width; without one the place stays empty."""
        if made is not None:
            made.setParent(self)
        self._behind.append((made, width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            buttons = [made.sizeHint().height() for made, _width in self._behind if made is not None]
            inside = max(self._fitting(width).height(self._inside(width)), *buttons, 0)
            self._heights[width] = inside + self._margins.top() + self._margins.bottom()
        return self._heights[width]

    def sizeHint(self) -> QSize:
        return QSize(self._cells.least() + self._taken() + _WANTED, 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._fewer.least() + self._taken() + _LEAST, 22)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        room = QRect(self._margins.left(), 0, self._inside(self.width()), self.height())
        self._fitting(self.width()).paint(painter, room)
        painter.end()

    def _arrange(self) -> None:
        right = self.width() - self._margins.right()
        for made, width in reversed(self._behind):
            if made is not None:
                size = made.sizeHint()
                wide = min(size.width(), width)
                made.setGeometry(right - wide, (self.height() - size.height()) // 2, wide, size.height())
            right -= width + self._gap
        self.setToolTip(self._fitting(self.width()).cut(self._inside(self.width())))

    def _fitting(self, width: int) -> Cells:
        """The cells for a row of that width."""
        return self._cells if self._inside(width) - self._cells.least() >= _WANTED else self._fewer

    def _taken(self) -> int:
        """What stands around the cells."""
        behind = sum(width + self._gap for _made, width in self._behind)
        return self._margins.left() + self._margins.right() + behind

    def _inside(self, width: int) -> int:
        return max(width - self._taken(), 1)


class ClickRow(QPushButton):
    """A row that opens what it is about; a button, so the keyboard reaches it."""

    def __init__(self, places: Sequence[Place], slot: Callable[[], object], *, gap: int = 8, air: int = 0) -> None:
        super().__init__()
        self._cells, self._air = Cells(places, gap), air
        self.setProperty("kind", "quiet")
        self.setAccessibleName(self._cells.words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: slot())

    def sizeHint(self) -> QSize:
        return QSize(self._cells.least() + _WANTED, self._cells.height(_WANTED) + 2 * self._air)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self._cells.cut(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        self._cells.paint(painter, self.rect())
        painter.end()

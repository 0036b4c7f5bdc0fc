"""Boxes: rows, columns, a scrolling column, a main part with a side that folds away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from ui.kit.labels import bare, label
from ui.kit.theme import GAP


def row(*items: QWidget | QLayout | int, gap: int = 8) -> QHBoxLayout:
    """Things beside each other; a number is a stretch."""
    return _fill(QHBoxLayout(), items, gap)


def column(*items: QWidget | QLayout | int, gap: int = 8) -> QVBoxLayout:
    """Things under each other; a number is a stretch."""
    return _fill(QVBoxLayout(), items, gap)


def figure(number: int, text: str) -> QVBoxLayout:
    """A count in large figures with what it counts under it."""
    words = label(str(number), "figure"), label(text, "secondary")
    for each in words:
        each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return column(*words, gap=2)


def holder(layout: QLayout) -> QWidget:
    """A widget that only holds a layout."""
    made = bare(QWidget())
    made.setLayout(layout)
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and throw it away."""
    while layout.count():
        item = layout.takeAt(0)
        if item is None:
            return
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


Box = TypeVar("Box", bound=QBoxLayout)


class _Inside(QWidget):
    """Takes the width that there is: what is too wide gives way, and nothing slides under the scroll bar."""

    painted = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def minimumSizeHint(self) -> QSize:
        within = self.layout()
        if within is not None and within.hasHeightForWidth():
            return QSize(0, 0)  # the height for the width that there is decides, not that of a narrow column
        return QSize(0, super().minimumSizeHint().height())


class _Giving(QVBoxLayout):
    """Asks for no width: Qt would reckon how high a column is at a width that it does not get."""

    def minimumSize(self) -> QSize:
        return QSize(0, super().minimumSize().height())


class Scroll(QScrollArea):
    """A column that scrolls; put things in ``body``. Content starts at the top."""

    def __init__(self, gap: int = GAP) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = _Inside()
        bare(self._inside)
        outer = QVBoxLayout(self._inside)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.body: QVBoxLayout = _Giving()
        self.body.setSpacing(gap)
        outer.addLayout(self.body)
        outer.addStretch(1)
        self.setWidget(self._inside)

    def tell(self, watcher: QObject) -> None:
        """Let this filter see when what is in here becomes higher or lower."""
        self._inside.installEventFilter(watcher)

    def wanted(self, width: int) -> int:
        """How high all that is in here stands at this width, also while the scroll bar still takes its part of it."""
        inside = self._inside.layout()
        if inside is None or not inside.hasHeightForWidth():
            return self._inside.sizeHint().height()
        return inside.totalHeightForWidth(width - self.verticalScrollBar().sizeHint().width())

    def once_painted(self, then: Callable[[], object]) -> None:
        """Do something after what is in here now has been painted."""
        kinds = Qt.ConnectionType.QueuedConnection, Qt.ConnectionType.SingleShotConnection
        self._inside.painted.connect(then, Qt.ConnectionType(kinds[0].value | kinds[1].value))

    @contextmanager
    def filling(self) -> Iterator[QVBoxLayout]:
        """Put things in ``body`` out of sight: they are laid out once, and never painted half laid out."""
        self._inside.hide()
        try:
            yield self.body
        finally:
            self._inside.show()
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))


def _fill(box: Box, items: tuple[QWidget | QLayout | int, ...], gap: int) -> Box:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(gap)
    for item in items:
        if isinstance(item, QWidget):
            box.addWidget(item)
        elif isinstance(item, QLayout):
            box.addLayout(item)
        else:
            box.addStretch(item)
    return box

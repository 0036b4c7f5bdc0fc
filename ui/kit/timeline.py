"""A timeline: what happened, newest first, along one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.flow import FlowLayout
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, row
from ui.kit.paragraph import Paragraph
from ui.kit.tag import Tag, TagText
from ui.kit.theme import color, theme

GUTTER, RING = 28, 5.5


@dataclass(frozen=True)
class TimelineItem:
    """One thing that happened; ``note`` is the quiet line under it, ``ref`` comes back when it is clicked."""

    title: str
    at_text: str = ""
    text: str = ""
    tags: tuple[TagText, ...] = ()
    note: str = ""
    note_icon: str = ""
    detail: str = ""
    widget: QWidget | None = None
    ref: object = None


class Timeline(QWidget):
    """Shows items under each other; ``item_activated`` gives the ``ref`` of the one that was clicked."""

    item_activated = Signal(object)

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        bare(self)
        self._compact = compact
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these items in this order."""
        clear(self._inside)
        for at, item in enumerate(items):
            self._inside.addWidget(_Entry(self, item, last=at == len(items) - 1, compact=self._compact))
        self._inside.addStretch(1)


class _Entry(QWidget):
    def __init__(self, owner: Timeline, item: TimelineItem, *, last: bool, compact: bool) -> None:
        super().__init__()
        bare(self)
        self._owner, self._item, self._last = owner, item, last
        inside = QVBoxLayout(self)
        inside.setContentsMargins(GUTTER, 0, 0, 2 if last else (14 if compact else 16))
        inside.setSpacing(3)
        inside.addLayout(self._head(item, compact))
        if item.text:
            inside.addWidget(label(item.text, "secondary" if compact else "body", wrap=True))
        if item.detail:
            inside.addWidget(label(item.detail, "quiet", wrap=True))
        if item.widget is not None:
            inside.addWidget(item.widget)
        if item.note:
            inside.addLayout(_note(item))
        if item.ref is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def _head(self, item: TimelineItem, compact: bool) -> QHBoxLayout:
        title = label(item.title, "strong", wrap=True)
        title.setMinimumHeight(22)
        if not item.tags and not item.at_text:
            return row(title)
        words = FlowLayout(10)
        fits = Paragraph(item.title, wanted=2000)
        fits.setProperty("look", "strong")
        fits.setMinimumHeight(22)
        words.addWidget(fits)
        for tag in item.tags:
            words.addWidget(Tag(tag.text, tag.tone, tag.icon))
        head = row(gap=10)
        head.addLayout(words, 1)
        if item.at_text:
            at = label(item.at_text, "secondary" if compact else "quiet")
            at.setMinimumHeight(22)
            head.addWidget(at, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        return head

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._item.ref is not None:
            self._owner.item_activated.emit(self._item.ref)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(10, 11)
        painter.setPen(QPen(color("line"), 2))
        painter.drawLine(QPointF(8, 0), QPointF(8, self.height()))
        painter.setPen(QPen(color("accent"), 2))
        painter.setBrush(color("surface"))
        painter.drawEllipse(QPointF(8, middle.y()), RING, RING)
        painter.end()


def _note(item: TimelineItem) -> QHBoxLayout:
    note = row(gap=5)
    if item.note_icon:
        note.addWidget(IconLabel(item.note_icon, "ink2", 14))
    note.addWidget(label(item.note, "secondary", wrap=True), 1)
    return note

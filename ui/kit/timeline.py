"""A timeline: what happened, newest first, along one line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.flow import FlowLayout
from ui.kit.icons import IconLabel
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, row
from ui.kit.paragraph import Paragraph
from ui.kit.tag import Tag, TagText
from ui.kit.theme import color, theme
from ui.kit.wrong import bring_into_view

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
    """Shows items under each other; ``item_activated`` gives the ``ref`` of the one that was clicked.

    By keyboard: Tab goes to one item, up and down to the others, Enter or the space bar chooses it.
    """

    item_activated = Signal(object)

    def __init__(self, *, compact: bool = False) -> None:
        super().__init__()
        bare(self)
        self._compact = compact
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self.entries: tuple[_Entry, ...] = ()

    def set_items(self, items: Sequence[TimelineItem]) -> None:
        """Show these items in this order."""
        before = next((entry for entry in self.entries if entry.hasFocus()), None)
        clear(self._inside)
        self.entries = tuple(
            _Entry(self, item, last=at == len(items) - 1, compact=self._compact) for at, item in enumerate(items)
        )
        for entry in self.entries:
            self._inside.addWidget(entry)
        self._inside.addStretch(1)
        reachable = [entry for entry in self.entries if entry.can_be_chosen]
        if reachable:
            same = [entry for entry in reachable if before is not None and entry.is_of(before)]
            self._stop_at((same or reachable)[0])
            if same:
                same[0].show()  # what is not shown yet cannot take the focus
                same[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, entry: _Entry, by: int) -> None:
        """Go so many items up or down; at the end stay."""
        reachable = [each for each in self.entries if each.can_be_chosen]
        at = min(max(reachable.index(entry) + by, 0), len(reachable) - 1)
        self._stop_at(reachable[at])
        reachable[at].setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, chosen: _Entry) -> None:
        """Let Tab come to this item alone: not to each of a hundred."""
        for entry in self.entries:
            if entry.can_be_chosen:
                entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry is chosen else Qt.FocusPolicy.ClickFocus)


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
        self._ringed = False
        if item.ref is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            spoken = (item.title, item.at_text, item.text or item.detail, item.note)
            self.setAccessibleName(", ".join(part for part in spoken if part))
        theme.changed.connect(self.update)

    @property
    def can_be_chosen(self) -> bool:
        return self._item.ref is not None

    def is_of(self, other: _Entry) -> bool:
        """Whether both show the same thing, of before and after a change."""
        mine, theirs = self._item.ref, other._item.ref
        return getattr(mine, "id", mine) == getattr(theirs, "id", theirs)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -len(self._owner.entries)}
        steps[Qt.Key.Key_End] = len(self._owner.entries)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and not _changed(event):
            self._owner.item_activated.emit(self._item.ref)
        elif event.key() in steps:
            self._owner.step(self, steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ringed = event.reason() is not Qt.FocusReason.MouseFocusReason
        bring_into_view(self)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ringed = False
        self.update()

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
        if self._ringed:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            beside = QRectF(GUTTER - 7, 1, self.width() - GUTTER + 6, self.height() - 10)
            painter.drawRoundedRect(beside, 6, 6)
        painter.end()


def _changed(event: QKeyEvent) -> bool:
    """Whether a key was held down with it: Ctrl+Enter is not for a line."""
    return bool(event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier))


def _note(item: TimelineItem) -> QHBoxLayout:
    note = row(gap=5)
    if item.note_icon:
        note.addWidget(IconLabel(item.note_icon, "ink2", 14))
    note.addWidget(label(item.note, "secondary", wrap=True), 1)
    return note

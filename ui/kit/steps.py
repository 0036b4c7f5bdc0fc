"""Steps under each other: the ladder of measures, or a chain of duties."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.icons import pixmap
from ui.kit.labels import bare, label
from ui.kit.layouts import clear, column
from ui.kit.tag import Tag, TagText
from ui.kit.theme import color, theme
from ui.kit.words import aloud

State = Literal["done", "now", "runs", "open", "blocked"]
MARK = 26


@dataclass(frozen=True)
class Step:
    """One step; ``ref`` comes back when it is chosen."""

    title: str
    note: str = ""
    state: State = "open"
    tag: TagText | None = None
    ref: object = None


class StepList(QWidget):
    """``kind`` "ladder" has round marks with a tick or an arrow, "chain" has rings along a line."""

    step_chosen = Signal(object)

    def __init__(self, kind: Literal["ladder", "chain"] = "ladder") -> None:
        super().__init__()
        bare(self)
        self._kind = kind
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)

    def set_steps(self, steps: Sequence[Step]) -> None:
        """Show these steps in this order."""
        clear(self._inside)
        for at, step in enumerate(steps):
            self._inside.addWidget(_StepRow(self, step, self._kind == "chain", at == len(steps) - 1))
        self._inside.addStretch(1)

    def row(self, at: int) -> QWidget | None:
        """The step at this place, to bring it into view."""
        item = self._inside.itemAt(at)
        return item.widget() if item is not None else None


class _StepRow(QWidget):
    def __init__(self, owner: StepList, step: Step, chain: bool, last: bool) -> None:
        super().__init__()
        bare(self)
        self._owner, self._step, self._chain = owner, step, chain
        self.setAccessibleName(aloud(step.title, step.note))
        title = label(step.title, "strong", tone="accent" if step.state == "now" and not chain else "", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(10)
        title.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        head.addWidget(title, 1)
        if step.tag is not None:
            head.addWidget(Tag(step.tag.text, step.tag.tone, step.tag.icon), 0, Qt.AlignmentFlag.AlignTop)
        words = column(head, gap=1)
        if step.note:
            words.addWidget(label(step.note, "secondary", wrap=True))
        inside = QVBoxLayout(self)
        inside.setContentsMargins(28 if chain else MARK + 12, 2, 0, 4 if last else 14)
        inside.addLayout(words)
        if step.ref is not None:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ring(painter) if self._chain else self._paint_mark(painter)
        if self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            beside = 20 if self._chain else MARK + 4  # the mark stays whole
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(beside, 1, -1, -5), 7, 7)
        painter.end()

    def _paint_ring(self, painter: QPainter) -> None:
        painter.setPen(QPen(color("line"), 2))
        painter.drawLine(QPointF(8, 0), QPointF(8, self.height()))
        tone = {"done": "ok", "now": "accent", "runs": "warn", "blocked": "danger", "open": "line"}[self._step.state]
        painter.setPen(QPen(color(tone), 2))
        painter.setBrush(color(tone if self._step.state == "done" else "surface"))
        painter.drawEllipse(QPointF(8, 12), 5.5, 5.5)
        if self._step.state == "now":
            painter.setBrush(color("accent"))
            painter.drawEllipse(QPointF(8, 12), 2, 2)

    def _paint_mark(self, painter: QPainter) -> None:
        state = self._step.state
        circle = QRectF(1, 2, MARK - 2, MARK - 2)
        tone = {"done": "ink2", "now": "accent", "runs": "warn", "blocked": "danger", "open": "line"}[state]
        painter.setPen(QPen(color(tone), 2))
        painter.setBrush(color("accent" if state == "now" else "surface"))
        painter.drawEllipse(circle)
        drawing = {
            "done": ("check", "ink2"),
            "now": ("arrow-right", "on_accent"),
            "runs": ("hourglass", "warn"),
            "blocked": ("lock", "danger"),
        }
        if state in drawing:
            name, tint = drawing[state]
            painter.drawPixmap(QPointF(circle.center().x() - 7, circle.center().y() - 7), pixmap(name, tint, 14))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._step.ref is not None:
            self._owner.step_chosen.emit(self._step.ref)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._step.ref is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._owner.step_chosen.emit(self._step.ref)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

"""Draws the pictures of the report in the font and the colours of the window: bars, and columns for the months."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.insights.charts import most_of, number, part_of, shown
from app.insights.rules import Figure, Part
from ui.kit.theme import color, font, theme

SIZE = 10.0
LABELS, AIR, GAP = 0.46, 8.0, 12.0
BAR, THIN, ROUND = 8.0, 4.0, 2.0
TALL, HIGHEST = 132, 80.0
LINES, NARROWEST = 2, 240


@dataclass(frozen=True)
class _Row:
    """One bar with its label, which may take two lines, and where it begins."""

    bar: Figure
    lines: tuple[str, ...]
    top: float
    height: float


class Picture(QWidget):
    """One table as a picture; laid out again for another width."""

    def __init__(self, part: Part, title: str) -> None:
        super().__init__()
        self._part = part
        self.setFont(font(SIZE))
        self._rows: tuple[_Row, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        self.setAccessibleDescription(", ".join(f"{bar.label} {told(bar)}" for bar in shown(part)))
        self._lay_out()
        theme.changed.connect(self.update)

    @property
    def labels(self) -> tuple[str, ...]:
        """What stands before the bars, as it is shown."""
        return tuple(" ".join(row.lines) for row in self._rows)

    def sizeHint(self) -> QSize:
        return QSize(360, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._part.code == "month":
            self._paint_columns(painter)
        else:
            self._paint_bars(painter)
        painter.end()

    def _lay_out(self) -> None:
        """Give every label its lines, and the picture its height."""
        if self._part.code == "month":
            self.setFixedHeight(TALL)
            return
        metrics, top, rows = QFontMetricsF(self.font()), 0.0, []
        room = self._left() - GAP
        for bar in shown(self._part):
            lines = wrapped(bar.label, metrics, room)
            height = len(lines) * metrics.lineSpacing() + AIR
            rows.append(_Row(bar, lines, top, height))
            top += height
        self._rows = tuple(rows)
        self.setFixedHeight(max(1, round(top)))

    def _left(self) -> float:
        return max(NARROWEST, self.width()) * LABELS

    def _paint_bars(self, painter: QPainter) -> None:
        metrics, most = QFontMetricsF(self.font()), most_of(row.bar for row in self._rows)
        width = float(max(NARROWEST, self.width()))
        numbers = max((metrics.horizontalAdvance(told(row.bar)) for row in self._rows), default=0.0)
        left, room = self._left(), width - self._left() - numbers - GAP
        for row in self._rows:
            painter.setPen(color("ink"))
            for at, line in enumerate(row.lines):
                painter.drawText(QPointF(0, row.top + at * metrics.lineSpacing() + metrics.ascent()), line)
            said = told(row.bar)
            painter.drawText(QPointF(width - metrics.horizontalAdvance(said), row.top + metrics.ascent()), said)
            top = row.top + metrics.ascent() - BAR - 1
            _fill(painter, QRectF(left, top, room * part_of(row.bar.count, most), BAR), color("accent"))
            _fill(painter, QRectF(left, top + BAR, room * part_of(row.bar.before, most), THIN), color("ink2"))

    def _paint_columns(self, painter: QPainter) -> None:
        bars, metrics = self._part.bars, QFontMetricsF(self.font())
        most, step = most_of(bars), max(NARROWEST, self.width()) / max(1, len(bars))
        ground = TALL - metrics.lineSpacing() - 6
        for at, bar in enumerate(bars):
            middle = at * step + step / 2
            height, before = HIGHEST * part_of(bar.count, most), HIGHEST * part_of(bar.before, most)
            _fill(painter, QRectF(middle - step * 0.3, ground - height, step * 0.36, height), color("accent"))
            _fill(painter, QRectF(middle + step * 0.1, ground - before, step * 0.18, before), color("ink2"))
            _centred(painter, metrics, middle, ground + 4 + metrics.ascent(), bar.label, color("ink2"))
            if bar.count != 0:
                _centred(painter, metrics, middle - step * 0.12, ground - height - 5, number(bar.count), color("ink"))


def told(bar: Figure) -> str:
    """The number of this year, and between brackets that of the year before."""
    return f"{number(bar.count)} ({number(bar.before)})"


def wrapped(text: str, metrics: QFontMetricsF, room: float) -> tuple[str, ...]:
    """The text on at most two lines; only what does not fit then ends in an ellipsis."""
    layout = QTextLayout(text, font(SIZE))
    layout.beginLayout()
    starts = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        starts.append(line.textStart())
    layout.endLayout()
    kept = starts[:LINES]
    ends = [*kept[1:], len(text)]
    cut = Qt.TextElideMode.ElideRight
    return tuple(metrics.elidedText(text[at:end].strip(), cut, room) for at, end in zip(kept, ends, strict=True))


def _fill(painter: QPainter, place: QRectF, tint: QColor) -> None:
    if place.width() > 0 and place.height() > 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(place, ROUND, ROUND)


def _centred(painter: QPainter, metrics: QFontMetricsF, middle: float, base: float, text: str, ink: QColor) -> None:
    painter.setPen(ink)
    painter.drawText(QPointF(middle - metrics.horizontalAdvance(text) / 2, base), text)

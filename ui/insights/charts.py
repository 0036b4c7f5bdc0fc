"""Two calm charts: bars beside their labels, and columns for the months."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from app.insights.rules import Figure
from app.kernel.texts import ngettext
from ui.kit.labels import ElidedLabel, bare, label
from ui.kit.theme import color, font, theme

BAR, COLUMNS_HEIGHT, LABEL_WIDTH, LINE, BETWEEN = 8, 148, 262, 20, 6


class Bar(QWidget):
    """A flat bar that fills a part of its width."""

    def __init__(self, part: float) -> None:
        super().__init__()
        self._part = part
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(80, BAR)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = _painter(self)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(QRectF(0, 0, self.width(), BAR), BAR / 2, BAR / 2)
        if self._part:
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(QRectF(0, 0, max(BAR, self.width() * self._part), BAR), BAR / 2, BAR / 2)
        painter.end()


class BarList(QWidget):
    """One line per figure: label, bar, count; the longest bar is the largest count."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        super().__init__()
        bare(self)
        lines = QGridLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(14)
        lines.setVerticalSpacing(BETWEEN)
        lines.setColumnMinimumWidth(0, LABEL_WIDTH)
        lines.setColumnStretch(1, 1)
        self.setMinimumHeight(len(figures) * (LINE + BETWEEN))
        most = max((figure.count for figure in figures), default=0)
        for number, figure in enumerate(figures):
            name = ElidedLabel(figure.label)
            name.setFixedSize(LABEL_WIDTH, LINE)
            count = label(str(figure.count), "strong" if figure.count else "quiet")
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            count.setMinimumWidth(24)
            lines.addWidget(name, number, 0)
            lines.addWidget(Bar(figure.count / most if most else 0), number, 1, Qt.AlignmentFlag.AlignVCenter)
            lines.addWidget(count, number, 2)


class Columns(QWidget):
    """A column per month with its count above and the month below."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        super().__init__()
        self._figures = tuple(figures)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        told = ", ".join(f"{figure.label} {figure.count}" for figure in figures)
        self.setAccessibleName(ngettext("{n} maand: ", "{n} maanden: ", len(figures)) + told)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(360, COLUMNS_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = _painter(self)
        most = max((figure.count for figure in self._figures), default=0)
        step = self.width() / max(1, len(self._figures))
        ground, head = COLUMNS_HEIGHT - 24, 20
        for number, figure in enumerate(self._figures):
            left, width = number * step, min(30.0, step * 0.62)
            height = (ground - head) * figure.count / most if most else 0
            place = QRectF(left + (step - width) / 2, ground - max(height, 2), width, max(height, 2))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("accent" if figure.count else "sunken"))
            painter.drawRoundedRect(place, 3, 3)
            self._write(painter, QRectF(left, ground + 4, step, 20), figure.label, "ink2")
            if figure.count:
                self._write(painter, QRectF(left, place.top() - 19, step, 18), str(figure.count), "ink", bold=True)
        painter.end()

    def _write(self, painter: QPainter, place: QRectF, text: str, token: str, *, bold: bool = False) -> None:
        painter.setFont(font(9, QFont.Weight.DemiBold if bold else QFont.Weight.Normal))
        painter.setPen(color(token))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)


def _painter(widget: QWidget) -> QPainter:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter

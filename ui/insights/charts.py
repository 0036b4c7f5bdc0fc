"""Shows a picture of the report: the same as on paper, in the colours of the window."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QFontDatabase, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.insights.charts import chart, look_of, number, shown, svg
from app.insights.rules import Part
from app.pdf.fonts import FOLDER
from ui.kit.theme import color, theme

SIZE = 14.0


@cache
def _learn_font() -> None:
    """Make the font of the paper known to the window, so that the words of a picture have their place."""
    QFontDatabase.addApplicationFont(str(FOLDER / "Carlito-Regular.ttf"))


class Picture(QWidget):
    """One table as a picture; drawn again for another width or other colours."""

    def __init__(self, part: Part, title: str) -> None:
        super().__init__()
        _learn_font()
        self._part = part
        self._renderer = QSvgRenderer(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(title)
        told = (f"{bar.label} {number(bar.count)} ({number(bar.before)})" for bar in shown(part))
        self.setAccessibleDescription(", ".join(told))
        self.setFixedHeight(int(chart(part).height))
        theme.changed.connect(self._draw)

    def sizeHint(self) -> QSize:
        return QSize(360, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._renderer.render(painter, QRectF(self.rect()))
        painter.end()

    def _draw(self) -> None:
        ink, soft, bar, before = (color(token).name() for token in ("ink", "ink2", "accent", "ink2"))
        look = look_of(ink, soft, bar, before, SIZE)
        self._renderer.load(QByteArray(svg(chart(self._part, float(max(240, self.width())), look))))
        self.update()

"""Icons tinted by a token, sharp at every size, and tinted again when the appearance changes."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from ui.kit.icon_files import svg
from ui.kit.theme import ICON, color, theme


def icon(name: str, tone: str = "ink", size: int = ICON, gap: int = 0) -> QIcon:
    """The Lucide icon ``name`` in the colour of a token, with ``gap`` pixels of air behind it."""
    key = (name, tone, size, gap, theme.dark)
    made = _icons.get(key)
    if made is None:
        made = QIcon(_aired(pixmap(name, tone, size), gap))
        made.addPixmap(_aired(pixmap(name, "ink2" if tone == "ink" else tone, size), gap), QIcon.Mode.Disabled)
        _icons[key] = made
        _names[made.cacheKey()] = (name, tone, size, gap)
    return made


def pixmap(name: str, tone: str = "ink", size: int = ICON) -> QPixmap:
    """The icon as a picture of ``size`` by ``size`` for the sharpest screen of this computer."""
    screen = QGuiApplication.instance()
    ratio = screen.devicePixelRatio() if isinstance(screen, QGuiApplication) else 1.0
    key = (name, tone, size, theme.dark, ratio)
    if key not in _pixmaps:
        _pixmaps[key] = _draw(name, color(tone).name(), size, ratio)
    return _pixmaps[key]


def _aired(drawing: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawing
    ratio = drawing.devicePixelRatio()
    made = QPixmap(drawing.width() + round(gap * ratio), drawing.height())
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.drawPixmap(0, 0, drawing)
    painter.end()
    return made


def _draw(name: str, tint: str, size: int, ratio: float) -> QPixmap:
    made = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg(name, tint).encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


class IconLabel(QLabel):
    """An icon that stands by itself; ``meaning`` is read aloud and shown as a tip."""

    def __init__(self, name: str, tone: str = "ink", size: int = ICON, meaning: str = "") -> None:
        super().__init__()
        self._what = (name, tone, size)
        self.setFixedSize(size, size)
        self.setAccessibleName(meaning)
        self.setToolTip(meaning)
        theme.changed.connect(self._draw)
        self._draw()

    def show_icon(self, name: str, tone: str = "ink") -> None:
        """Change the drawing or its colour."""
        self._what = (name, tone, self._what[2])
        self._draw()

    def _draw(self) -> None:
        self.setPixmap(pixmap(*self._what))


def _tint_again() -> None:
    """Every button that shows one of our icons gets it in the new colours."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, QAbstractButton):
            what = _names.get(widget.icon().cacheKey())
            if what:
                widget.setIcon(icon(*what))


theme.changed.connect(_tint_again)
_icons: dict[tuple[str, str, int, int, bool], QIcon] = {}
_names: dict[int, tuple[str, str, int, int]] = {}
_pixmaps: dict[tuple[str, str, int, bool, float], QPixmap] = {}

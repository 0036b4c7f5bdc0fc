"""Pictures from memory on screen, never larger than there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel


def pixmap_of(data: bytes, width: int, height: int = 0) -> QPixmap:
    """The picture, made smaller to fit; a null one when it cannot be read."""
    pixmap = QPixmap()
    pixmap.loadFromData(data)
    height = height or width
    if pixmap.width() <= width and pixmap.height() <= height:
        return pixmap
    mode = Qt.AspectRatioMode.KeepAspectRatio
    return pixmap.scaled(width, height, mode, Qt.TransformationMode.SmoothTransformation)


def picture_label(data: bytes, width: int, height: int = 0) -> QLabel:
    """A label with the picture."""
    shown = QLabel()
    shown.setPixmap(pixmap_of(data, width, height))
    return shown

"""What can be read in a window, and what any part of it could ever show."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from ui.kit.cell_row import CellRow, ClickRow
from ui.kit.table import Table
from ui.kit.tag import Tag

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.UserRole,
)


def plain(text: str) -> str:
    """Text with every run of white space as one space."""
    return " ".join(text.split())


def paper_text(pdf: bytes) -> str:
    """Everything that is printed in a PDF."""
    return plain(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def words_of(place: QWidget) -> str:
    """Everything that can be read in this place now."""
    return "\n".join(words for widget in _visible(place) for words in _shown(widget))


def _visible(place: QWidget) -> Iterator[QWidget]:
    """This widget and all that is visible in it; what is hidden is not even walked through."""
    yield place
    for child in place.children():
        if isinstance(child, QWidget) and child.isVisible():
            yield from _visible(child)


def _shown(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, CellRow | ClickRow):
        yield widget.accessibleName()
    elif isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield widget.text()
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        yield widget.toPlainText()
    elif isinstance(widget, QComboBox):
        yield widget.currentText()
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, Tag):
        yield widget.what.text
    elif isinstance(widget, Table):
        yield from (" ".join(line) for line in widget.texts())


def traces(window: QWidget) -> str:
    """All text that any widget of a window holds, shown or not: names, tips, cells and the lines behind them."""
    return "\n".join(words for widget in [window, *window.findChildren(QWidget)] for words in _held(widget))


def _held(widget: QWidget) -> Iterator[str]:
    yield from _shown(widget)
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                yield from (str(model.data(model.index(row, column), role) or "") for role in ROLES)

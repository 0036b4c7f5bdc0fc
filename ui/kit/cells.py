"""What a row paints by itself: an icon, words, a title with a line under it, a tag; each in its place.

A row of labels and boxes is a dozen widgets, and a page has dozens of rows; painted, a row is one widget.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil
from typing import Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout

from ui.kit.icons import pixmap
from ui.kit.paragraph import LEADING, laid
from ui.kit.tag import HEIGHT as TAG_HEIGHT
from ui.kit.tag import TagText, paint_tag, tag_width
from ui.kit.theme import ICON, color, font

_REST = -1
_FONTS: dict[str, tuple[float, QFont.Weight, str]] = {
    "body": (10, QFont.Weight.Normal, "ink"),
    "strong": (10, QFont.Weight.DemiBold, "ink"),
    "quiet": (10, QFont.Weight.Normal, "ink2"),
    "secondary": (9, QFont.Weight.Normal, "ink2"),
}


class Cell(Protocol):
    """Something that a row paints."""

    @property
    def words(self) -> str:
        """What is read aloud."""

    def natural(self) -> int:
        """The width that it likes, in pixels."""

    def height(self, width: int) -> int:
        """How high it is at that width."""

    def is_cut(self, width: int) -> bool:
        """Whether a part of it is not shown at that width."""

    def paint(self, painter: QPainter, place: QRect) -> None:
        """Paint it there, in the middle of its height."""


class Drawing:
    """An icon; ``meaning`` is read aloud."""

    def __init__(self, name: str, tone: str = "ink", size: int = ICON, meaning: str = "") -> None:
        self.what, self.words = (name, tone, size), meaning

    def natural(self) -> int:
        return self.what[2]

    def height(self, _width: int) -> int:
        return self.what[2]

    def is_cut(self, _width: int) -> bool:
        return False

    def paint(self, painter: QPainter, place: QRect) -> None:
        painter.drawPixmap(QPointF(place.x(), place.y() + (place.height() - self.what[2]) / 2), pixmap(*self.what))


class Words:
    """Words in one look: over as many lines as they need, or one line that ends in an ellipsis."""

    def __init__(self, text: str, look: str = "body", tone: str = "", *, wrap: bool = False) -> None:
        self.words, self._look, self._tone, self._wrap = text, look, tone, wrap
        self._heights: dict[int, int] = {}

    def natural(self) -> int:
        return _metrics(self._look).horizontalAdvance(self.words) + 1

    def height(self, width: int) -> int:
        if width not in self._heights:
            single = not self._wrap or (self.natural() <= width and "\n" not in self.words)
            self._heights[width] = _line_height(self._look) if single else self._laid(width)[1]
        return self._heights[width]

    def is_cut(self, width: int) -> bool:
        return not self._wrap and self.natural() > width

    def paint(self, painter: QPainter, place: QRect) -> None:
        if not self.words:
            return
        painter.setPen(color(self._tone or _FONTS[self._look][2]))
        height = self.height(place.width())
        if height > _line_height(self._look):
            top = place.y() + max(0, place.height() - height) / 2
            for layout in self._laid(place.width())[0]:
                layout.draw(painter, QPointF(place.x(), top))
            return
        painter.setFont(_font(self._look))
        shown = self.words
        if self.is_cut(place.width()):
            shown = _metrics(self._look).elidedText(shown, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(QRectF(place), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _laid(self, width: int) -> tuple[list[QTextLayout], int]:
        return laid(self.words, _font(self._look), width)


class TwoLines:
    """A title in strong words with a quieter line under it."""

    def __init__(self, title: str, text: str, look: str = "quiet") -> None:
        self._parts = [Words(title, "strong", wrap=True)]
        if text:
            self._parts.append(Words(text, look, wrap=True))
        self.words = " · ".join(part.words for part in self._parts)

    def natural(self) -> int:
        return max(part.natural() for part in self._parts)

    def height(self, width: int) -> int:
        return sum(part.height(width) for part in self._parts) + len(self._parts) - 1

    def is_cut(self, _width: int) -> bool:
        return False

    def paint(self, painter: QPainter, place: QRect) -> None:
        top = place.y() + max(0, place.height() - self.height(place.width())) // 2
        for part in self._parts:
            height = part.height(place.width())
            part.paint(painter, QRect(place.x(), top, place.width(), height))
            top += height + 1


class TagCell:
    """A tag at the left of its place."""

    def __init__(self, tag: TagText | None) -> None:
        self._tag, self.words = tag, tag.text if tag else ""

    def natural(self) -> int:
        return round(tag_width(self._tag)) if self._tag else 0

    def height(self, _width: int) -> int:
        return TAG_HEIGHT if self._tag else 0

    def is_cut(self, width: int) -> bool:
        return self.natural() > width

    def paint(self, painter: QPainter, place: QRect) -> None:
        if self._tag:
            paint_tag(
                painter, QPointF(place.x(), place.y() + (place.height() - TAG_HEIGHT) // 2), self._tag, place.width()
            )


@dataclass(frozen=True)
class Place:
    """Where a cell stands: in a fixed width, in the width that it likes (0), or in the rest of the row."""

    cell: Cell
    width: int = 0


def rest(cell: Cell) -> Place:
    """A place that takes what the others leave."""
    return Place(cell, _REST)


class Cells:
    """Cells beside each other."""

    def __init__(self, places: Sequence[Place], gap: int) -> None:
        self._places, self._gap = tuple(places), gap
        self._widths: dict[int, tuple[int, ...]] = {}
        self.words = " · ".join(place.cell.words for place in self._places if place.cell.words)

    def height(self, width: int) -> int:
        """How high the highest is when all share that width, in pixels."""
        shared = zip(self._places, self._shared(width), strict=True)
        return max((place.cell.height(each) for place, each in shared), default=0)

    def cut(self, width: int) -> str:
        """The words that are not wholly shown at that width, for a tip."""
        shared = zip(self._places, self._shared(width), strict=True)
        return "\n".join(place.cell.words for place, each in shared if place.cell.is_cut(each))

    def least(self) -> int:
        """What the cells of a known width ask for, in pixels."""
        known = [self._wanted(place) for place in self._places if place.width != _REST]
        return sum(known) + self._gap * max(0, len(self._places) - 1)

    def paint(self, painter: QPainter, inside: QRect) -> None:
        """Paint them beside each other in that rectangle."""
        left = inside.x()
        for place, width in zip(self._places, self._shared(inside.width()), strict=True):
            place.cell.paint(painter, QRect(left, inside.y(), width, inside.height()))
            left += width + self._gap

    def _shared(self, width: int) -> tuple[int, ...]:
        if width not in self._widths:
            spare = max(width - self.least(), 1)
            self._widths[width] = tuple(
                spare if place.width == _REST else self._wanted(place) for place in self._places
            )
        return self._widths[width]

    @staticmethod
    def _wanted(place: Place) -> int:
        return place.width or place.cell.natural()


@cache
def _font(look: str) -> QFont:
    size, weight, _token = _FONTS[look]
    return font(size, weight)


@cache
def _metrics(look: str) -> QFontMetrics:
    return QFontMetrics(_font(look))


@cache
def _line_height(look: str) -> int:
    return ceil(_metrics(look).lineSpacing() * LEADING)

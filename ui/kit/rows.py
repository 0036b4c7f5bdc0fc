"""Rows of cards: what asks attention, who is involved, what is open; hairlines only where wanted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.buttons import button
from ui.kit.cell_row import CellRow
from ui.kit.cells import Drawing, Place, TagCell, TwoLines, Words, rest
from ui.kit.icons import IconLabel
from ui.kit.labels import ElidedLabel, bare, hairline, label
from ui.kit.layouts import clear, column
from ui.kit.tag import Tag, TagText

MARGINS = QMargins(10, 9, 4, 9)
_LONGEST = 28  # letters of one word that surely fit in the narrowest card


class ActionRow(CellRow):
    """Icon, title with a line under it, date, tag, one quiet button: a row of Vandaag."""

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        at: str = "",
        tag: TagText | None = None,
        verb: str = "",
        slot: Callable[[], object] | None = None,
        *,
        widths: tuple[int, int, int] = (120, 150, 120),
        gap: int = 20,
    ) -> None:
        super().__init__(self.places(icon, title, text, at, tag, widths), gap, MARGINS)
        self.button: QPushButton | None = None
        if verb:
            self.button = button(verb, "", slot, "quiet")
            self.button.setAccessibleName(f"{verb}: {title}")
            self.put_behind(self.button, widths[2])

    @staticmethod
    def places(
        icon: str, title: str, text: str, at: str | None, tag: TagText | None, widths: tuple[int, int, int]
    ) -> list[Place]:
        """What stands where before the button; without a place for the date when ``at`` is None."""
        made = [rest(TwoLines(title, text)), Place(TagCell(tag), widths[1])]
        if at is not None:
            made.insert(1, Place(Words(at, "quiet", wrap=True), widths[0]))
        if icon:
            made.insert(0, Place(Drawing(icon)))
        return made


class PersonRow(QWidget):
    """A name with a quiet line under it, and a tag at the right: someone involved in a case."""

    def __init__(self, title: str, text: str = "", tag: TagText | None = None) -> None:
        super().__init__()
        bare(self)
        inside = _across(self, 10)
        inside.addWidget(_two_lines(title, text, "secondary"), 1)
        if tag is not None:
            inside.addWidget(Tag(tag.text, tag.tone, tag.icon))


class PlainRow(QWidget):
    """An icon, a line of text, and a quiet word at the right."""

    def __init__(
        self, icon: str, text: str, right: str = "", tone: str = "ink", meaning: str = "", tag: TagText | None = None
    ) -> None:
        super().__init__()
        bare(self)
        inside = _across(self, 10)
        self.setMinimumHeight(22)
        if icon:
            inside.addWidget(IconLabel(icon, tone, 16, meaning))
        inside.addWidget(label(text, wrap=True), 1)
        if right:
            inside.addWidget(label(right, "secondary"))
        if tag is not None:
            inside.addWidget(Tag(tag.text, tag.tone, tag.icon))


class FactRow(QWidget):
    """A quiet word and what it is: "Wat  privéberichten via Snapchat"."""

    def __init__(self, word: str, text: str, width: int = 0) -> None:
        super().__init__()
        bare(self)
        inside = _across(self, 8)
        name = label(word, "quiet", wrap=width > 0)
        inside.addWidget(_fixed(name, width) if width else name, 0, Qt.AlignmentFlag.AlignTop)
        breaks = all(len(part) <= _LONGEST for part in text.split())
        inside.addWidget(label(text, wrap=True, selectable=True) if breaks else ElidedLabel(text), 1)


class Rows(QWidget):
    """Rows under each other, with hairlines between them."""

    def __init__(self, *, lines: bool = True, gap: int = 0) -> None:
        super().__init__()
        bare(self)
        self._lines = lines
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(gap)

    def add(self, widget: QWidget) -> None:
        """Add a row."""
        if self._lines and self._inside.count():
            self._inside.addWidget(hairline())
        self._inside.addWidget(widget)

    def clear(self) -> None:
        """Take all rows away."""
        clear(self._inside)


def _across(widget: QWidget, gap: int) -> QHBoxLayout:
    made = QHBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(gap)
    return made


def _two_lines(title: str, text: str, look: str) -> QWidget:
    holder = bare(QWidget())
    words = column(label(title, "strong", wrap=True), gap=1)
    if text:
        words.addWidget(label(text, "quiet" if look == "quiet" else "secondary", wrap=True))
    holder.setLayout(words)
    holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return holder


def _fixed(widget: QWidget, width: int) -> QWidget:
    widget.setFixedWidth(width)
    return widget

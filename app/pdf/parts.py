"""The blocks a document is made of: titles with bookmarks, facts, chronologies, tables and late page references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from reportlab.platypus import CondPageBreak, Flowable, PageBreak, Spacer, Table, TableStyle

from app.pdf.fonts import REGULAR
from app.pdf.frame import Ink, LateText, PageCanvas
from app.pdf.styles import (
    BODY,
    CELL,
    CELL_HEAD,
    EVENT,
    EVENT_TITLE,
    HEADING,
    LABEL,
    LINE,
    STRONG,
    SUBTITLE,
    TEXT_WIDTH,
    TITLE,
)
from app.pdf.text import clean, paragraph

_LABEL_WIDTH = 97
_PER_LINE = 66  # characters, about
_KEPT = 16  # lines of an event that stay on one page
_FONT = ("FONTNAME", (0, 0), (-1, -1), REGULAR)  # else ReportLab names Helvetica, which it does not embed
_NO_PADDING = [_FONT, ("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)]
_FACTS = TableStyle([*_NO_PADDING, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 1.6),
                     ("BOTTOMPADDING", (0, 0), (-1, -1), 1.6)])  # fmt: skip
_LISTED = TableStyle([_FONT, ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LINEBELOW", (0, 0), (-1, -1), 0.6, LINE),
                      ("LEFTPADDING", (0, 0), (0, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 6),
                      ("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 4)])  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One event of a chronology; ``note`` may name pages that follow."""

    label: str
    title: str
    text: str = ""
    note: str | LateText = ""


class Bookmark(Flowable):
    """An entry in the outline of the file; takes no room."""

    def __init__(self, title: str, level: int = 0) -> None:
        super().__init__()
        self._title = clean(title)
        self._level = level

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """No width, no height."""
        return 0, 0

    def draw(self) -> None:
        """Mark this place."""
        canvas = cast("PageCanvas", self.canv)
        key = f"p{canvas.getPageNumber()}-{self._title}"
        canvas.bookmarkHorizontal(key, 0, 20)
        canvas.addOutlineEntry(self._title, key, self._level, closed=False)


class LateLine(Flowable):
    """One line of small print; a text that asks for the number of pages is written at the end."""

    def __init__(self, text: str | LateText, ink: Ink | None = None, indent: float = 0) -> None:
        super().__init__()
        self._indent = indent
        self._text = text
        self._ink = ink or Ink()

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """One line high."""
        return availWidth, self._ink.size * 1.45

    def draw(self) -> None:
        """Reserve the place."""
        canvas = cast("PageCanvas", self.canv)
        rise = self._ink.size * 0.4
        if isinstance(self._text, str):
            canvas.line_text(self._indent, rise, self._text, self._ink)
        else:
            canvas.late_text(self._indent, rise, self._text, self._ink)


class _EntryTop(Flowable):
    """The line above an event, with its date at the height of the title that follows."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._label = label

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """The air between line and title."""
        return availWidth, 7

    def draw(self) -> None:
        """Line and date."""
        canvas = cast("PageCanvas", self.canv)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.6)
        canvas.line(0, 7, TEXT_WIDTH, 7)
        canvas.line_text(0, -10.5, self._label, Ink(size=9.5))


def title(text: str, under: str = "") -> list[Flowable]:
    """The name of the document with what it is about under it."""
    below = paragraph(under, SUBTITLE) if under else []
    return [Bookmark(text), *paragraph(text, TITLE), Spacer(0, 3), *below, Spacer(0, 14)]


def heading(text: str) -> list[Flowable]:
    """A heading that stays with what follows and stands in the outline."""
    return [CondPageBreak(110), Bookmark(text, 1), *paragraph(text, HEADING)]


def facts(rows: Sequence[tuple[str, str]], label_width: float = _LABEL_WIDTH) -> list[Flowable]:
    """Labels with their values in two columns."""
    cells = [[paragraph(label, LABEL), paragraph(value, BODY)] for label, value in rows]
    return (
        [Table(cells, colWidths=[label_width, TEXT_WIDTH - label_width], style=_FACTS, splitInRow=1)] if cells else []
    )


def strong_fact(label: str, value: str, label_width: float = _LABEL_WIDTH) -> list[Flowable]:
    """One fact in bold, such as what a letter is about."""
    cells = [[paragraph(label, LABEL), paragraph(value, STRONG)]]
    return [Table(cells, colWidths=[label_width, TEXT_WIDTH - label_width], style=_FACTS, splitInRow=1)]


def chronology(entries: Sequence[Entry]) -> list[Flowable]:
    """Events in order: the date at the left, a line above each; short ones stay whole, long ones run on."""
    story: list[Flowable] = []
    for entry in entries:
        story += [CondPageBreak(_height(entry)), _EntryTop(entry.label), *paragraph(entry.title, EVENT_TITLE)]
        story += paragraph(entry.text, EVENT) if entry.text else []
        story += [LateLine(entry.note, indent=_LABEL_WIDTH)] if entry.note else []
        story.append(Spacer(0, 7))
    return story


def _height(entry: Entry) -> float:
    """About how high an event is; measuring it exactly would break all its lines twice."""
    lines = sum(len(line) // _PER_LINE + 1 for line in entry.text.split("\n")) if entry.text else 0
    return 42 + min(lines, _KEPT) * 15.5


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]) -> list[Flowable]:
    """A plain table whose head returns on every page; ``widths`` are shares of the text width."""
    cells = [[paragraph(head, CELL_HEAD) for head in heads]]
    cells += [[paragraph(cell, CELL) for cell in row] for row in rows]
    whole = sum(widths)
    columns = [TEXT_WIDTH * share / whole for share in widths]
    return [Table(cells, colWidths=columns, style=_LISTED, repeatRows=1, splitInRow=1)]


def blank_pages(count: int) -> list[Flowable]:
    """So many pages without text of their own, for a frame that says everything."""
    return [PageBreak() if number % 2 else Spacer(1, 1) for number in range(2 * count - 1)]

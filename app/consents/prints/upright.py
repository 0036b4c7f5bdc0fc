"""The look of a table of names with a sign per purpose, under heads that stand upright."""

from __future__ import annotations

from typing import Any, cast

from reportlab.platypus import Flowable

from app.pdf.frame import Ink, PageCanvas
from app.pdf.styles import INK, LINE
from app.pdf.text import clean

HEAD, HEAD_SIZE = 92, 9.5


def squares_style(face: str, size: float, *, above: float, under: float, line: float) -> list[tuple[Any, ...]]:
    """The look of a table of names with a sign per purpose under upright heads; measures in points."""
    return [
        ("FONTNAME", (0, 0), (-1, -1), face),
        ("FONTSIZE", (1, 1), (-1, -1), size),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("ALIGN", (1, 0), (-1, -1), "CENTER"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 1), (-1, -1), above),
        ("BOTTOMPADDING", (0, 1), (-1, -1), under),
        ("LINEBELOW", (0, 0), (-1, -1), line, LINE),
    ]


class UprightText(Flowable):
    """A word that stands upright, reading upwards."""

    def __init__(self, text: str, head: float = HEAD, size: float = HEAD_SIZE) -> None:
        super().__init__()
        self._text, self._head, self._size = clean(text), head, size
        self._room = 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """As high as the head of the table."""
        self._room = availWidth
        return availWidth, self._head

    def draw(self) -> None:
        """Draw it in the middle of its column."""
        canvas = cast("PageCanvas", self.canv)
        canvas.saveState()
        canvas.rotate(90)
        canvas.line_text(4, -self._room / 2 - self._size / 3, self._text, Ink(size=self._size, color=INK))
        canvas.restoreState()

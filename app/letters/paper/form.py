"""What is filled in by hand on paper: choices with boxes, and lines to write on."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.platypus import Flowable, Table, TableStyle

from app.kernel.texts import _
from app.pdf.fonts import REGULAR
from app.pdf.styles import BODY, CELL, CELL_HEAD, INK, LINE, TEXT_WIDTH
from app.pdf.text import paragraph

DOTS = "……"  # where somebody writes
TO_FILL_IN = BODY.clone("to-fill-in", leading=26)
_BOX, _ANSWER, _MEDIUM, _SEEN_BY = 9.0, 30.0, 38.0, 100.0
_PLAIN = 2  # words in a row without boxes for photo, film and sound
_STYLE = TableStyle(
    [
        ("FONTNAME", (0, 0), (-1, -1), REGULAR),  # else ReportLab names Helvetica, which it does not embed
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.6, LINE),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.2),
    ]
)


def choices(rows: Sequence[Sequence[str]]) -> list[Flowable]:
    """One row per choice: what for, who sees it, boxes for yes and no, and per medium where a third word asks so."""
    heads, boxes = [_("Waarvoor"), _("Wie ziet het"), _("Ja"), _("Nee")], 2
    if any(len(row) > _PLAIN for row in rows):
        heads, boxes = [*heads, _("Foto"), _("Film"), _("Geluid")], 5
    cells: list[list[object]] = [[paragraph(head, CELL_HEAD) for head in heads]]
    for row in rows:
        asked = boxes if len(row) > _PLAIN else 2
        empty = [""] * (boxes - asked)
        cells.append([*(paragraph(text, CELL) for text in row[:_PLAIN]), *(Box() for _each in range(asked)), *empty])
    answers = [_ANSWER] * 2 + [_MEDIUM] * (boxes - 2)
    widths = [TEXT_WIDTH - _SEEN_BY - sum(answers), _SEEN_BY, *answers]
    return [Table(cells, colWidths=widths, style=_STYLE, repeatRows=1, splitInRow=1)]


class Box(Flowable):
    """An empty square to put a cross in."""

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """A small square."""
        return _BOX, _BOX

    def draw(self) -> None:
        """Draw its four sides."""
        self.canv.setStrokeColor(INK)
        self.canv.setLineWidth(0.8)
        self.canv.rect(0, 0, _BOX, _BOX)

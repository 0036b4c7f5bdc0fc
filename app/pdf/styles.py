"""Paper: black and white first, one teal line; sizes, colours and paragraph styles."""

from __future__ import annotations

from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from app.pdf.fonts import BOLD, REGULAR

INK: Color = HexColor("#1D272B")
INK_SOFT: Color = HexColor("#56636A")
TEAL: Color = HexColor("#0E5A62")
LINE: Color = HexColor("#C9CDCC")

PAGE_WIDTH, PAGE_HEIGHT = A4
MARGIN = 25 * mm
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN


def _style(name: str, font: str, size: float, leading: float, color: Color = INK, **more: Any) -> ParagraphStyle:
    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        textColor=color,
        bulletFontName=REGULAR,
        bulletFontSize=size,
        allowWidows=0,
        allowOrphans=0,
        **more,
    )


BODY = _style("body", REGULAR, 11, 15.5)
STRONG = _style("strong", BOLD, 11, 15.5)
SMALL = _style("small", REGULAR, 9, 13, INK_SOFT)
LABEL = _style("label", REGULAR, 9.5, 15.5, INK_SOFT)
CELL = _style("cell", REGULAR, 10, 13.5)
CELL_HEAD = _style("cell-head", BOLD, 9, 13, INK_SOFT)
TITLE = _style("title", BOLD, 20, 25)
SUBTITLE = _style("subtitle", REGULAR, 11, 15.5, INK_SOFT)
HEADING = _style("heading", BOLD, 13, 17, spaceBefore=14, spaceAfter=6)
BULLET = _style("bullet", REGULAR, 11, 15.5, leftIndent=14, bulletIndent=2)
EVENT = _style("event", REGULAR, 11, 15.5, leftIndent=97)
EVENT_TITLE = _style("event-title", BOLD, 11, 15.5, leftIndent=97)

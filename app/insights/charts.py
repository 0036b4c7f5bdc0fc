"""Draws a table of the report once: the same picture stands on the page and in the PDF."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from reportlab.graphics import renderSVG
from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color, HexColor

from app.insights.privacy_rules import Told
from app.insights.rules import Figure, Part
from app.pdf import fonts
from app.pdf.frame import Ink, shorten
from app.pdf.styles import INK, INK_SOFT, LINE, TEAL, TEXT_WIDTH

LINE_HEIGHT, BAR, THIN = 21, 7, 3
LABELS, NUMBERS, TALL = 0.46, 58, 120
WITHHELD = "–"
_CLIP = re.compile(r"<clipPath.*?</clipPath>|clip-path: *url\(#clip\);?", re.DOTALL)
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Look:
    """Colours and size of a picture."""

    ink: Color
    soft: Color
    bar: Color
    before: Color
    size: float = 9.5


PAPER = Look(INK, INK_SOFT, TEAL, LINE)


def look_of(ink: str, soft: str, bar: str, before: str, size: float) -> Look:
    """A look from colours as six hexadecimal digits, for a screen."""
    return Look(HexColor(ink), HexColor(soft), HexColor(bar), HexColor(before), size)


def chart(part: Part, width: float = TEXT_WIDTH, look: Look = PAPER) -> Drawing:
    """The picture of one table: columns for the months, bars beside their labels for the rest."""
    fonts.register()
    return _columns(part, width, look) if part.code == "month" else _bars(part, width, look)


def shown(part: Part) -> tuple[Figure, ...]:
    """The bars worth showing: not those that are nothing in both years, unless the order itself tells."""
    if part.code in {"severity", "lead_time", "month", "consent"}:
        return part.bars
    return tuple(bar for bar in part.bars if bar.count != 0 or bar.before != 0)


def svg(drawing: Drawing) -> bytes:
    """The picture for a screen; without the clip around it, which Qt would draw as a black box."""
    text: str = renderSVG.drawToString(drawing)
    return _CLIP.sub("", text).encode()


def number(count: Told) -> str:
    """A number as it is told; what is withheld is a dash."""
    return WITHHELD if count is None else str(count)


def _bars(part: Part, width: float, look: Look) -> Drawing:
    bars = shown(part)
    drawing = Drawing(width, max(1, len(bars)) * LINE_HEIGHT)
    left, right = width * LABELS, width - NUMBERS
    most = _most(bars)
    for at, bar in enumerate(bars):
        top = drawing.height - at * LINE_HEIGHT
        words = shorten(bar.label, Ink(fonts.REGULAR, look.size), left - 10)
        drawing.add(_text(0, top - 13, words, look, look.ink))
        _bar(drawing, (left, top - 12, (right - left) * _part(bar.count, most), BAR), look.bar)
        _bar(drawing, (left, top - 16, (right - left) * _part(bar.before, most), THIN), look.before)
        told = f"{number(bar.count)}  ({number(bar.before)})"
        drawing.add(_text(width, top - 13, told, look, look.ink, "end"))
    return drawing


def _columns(part: Part, width: float, look: Look) -> Drawing:
    drawing = Drawing(width, TALL)
    step, most = width / max(1, len(part.bars)), _most(part.bars)
    for at, bar in enumerate(part.bars):
        middle = at * step + step / 2
        height = 70 * _part(bar.count, most)
        _bar(drawing, (middle - step * 0.3, 22, step * 0.36, height), look.bar)
        _bar(drawing, (middle + step * 0.1, 22, step * 0.18, 70 * _part(bar.before, most)), look.before)
        drawing.add(_text(middle, 8, bar.label, look, look.soft, "middle"))
        if bar.count != 0:
            drawing.add(_text(middle - step * 0.12, 27 + height, number(bar.count), look, look.ink, "middle"))
    return drawing


def _bar(drawing: Drawing, place: tuple[float, float, float, float], fill: Color) -> None:
    if place[2] > 0 and place[3] > 0:
        paint: dict[str, Any] = {"fillColor": fill, "strokeColor": None}
        drawing.add(Rect(*place, rx=1.5, ry=1.5, **paint))


def _text(x: float, y: float, text: str, look: Look, ink: Color, anchor: Anchor = "start") -> String:
    return String(x, y, text, fontName=fonts.REGULAR, fontSize=look.size, fillColor=ink, textAnchor=anchor)


def _most(bars: tuple[Figure, ...]) -> int:
    return max((count or 0 for bar in bars for count in (bar.count, bar.before)), default=0)


def _part(count: Told, most: int) -> float:
    return (count or 0) / most if most else 0.0

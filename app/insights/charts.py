"""Draws a table of the report on paper; which bars there are and how they are told is the same on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from reportlab.graphics.shapes import Drawing, Rect, String
from reportlab.lib.colors import Color
from reportlab.lib.utils import simpleSplit

from app.insights.privacy_rules import Told
from app.insights.rules import Figure, Part
from app.pdf import fonts
from app.pdf.frame import Ink, shorten
from app.pdf.styles import INK, INK_SOFT, LINE, TEAL, TEXT_WIDTH

LINE_HEIGHT, SECOND, BAR, THIN = 21, 11, 7, 3
LABELS, NUMBERS, TALL, SIZE = 0.46, 58, 120, 9.5
LINES = 2
WITHHELD = "–"
Anchor = Literal["start", "middle", "end"]


def chart(part: Part, width: float = TEXT_WIDTH) -> Drawing:
    """The picture of one table: columns for the months, bars beside their labels for the rest."""
    fonts.register()
    return _columns(part, width) if part.code == "month" else _bars(part, width)


def shown(part: Part) -> tuple[Figure, ...]:
    """The bars worth showing: not those that are nothing in both years, unless the order itself tells."""
    if part.code in {"severity", "lead_time", "month", "consent"}:
        return part.bars
    return tuple(bar for bar in part.bars if bar.count != 0 or bar.before != 0)


def number(count: Told) -> str:
    """A number as it is told; what is withheld is a dash."""
    return WITHHELD if count is None else str(count)


def most_of(bars: Iterable[Figure]) -> int:
    """The highest number of both years: the longest bar."""
    return max((count or 0 for bar in bars for count in (bar.count, bar.before)), default=0)


def part_of(count: Told, most: int) -> float:
    """Which part of the longest bar this number takes."""
    return (count or 0) / most if most else 0.0


def _bars(part: Part, width: float) -> Drawing:
    bars, left = shown(part), width * LABELS
    labels = [_lines(bar.label, left - 10) for bar in bars]
    drawing = Drawing(width, max(1, sum(map(_height, labels))))
    right, most, top = width - NUMBERS, most_of(bars), drawing.height
    for bar, lines in zip(bars, labels, strict=True):
        for at, words in enumerate(lines):
            drawing.add(_text(0, top - 13 - at * SECOND, words, INK))
        _bar(drawing, (left, top - 12, (right - left) * part_of(bar.count, most), BAR), TEAL)
        _bar(drawing, (left, top - 16, (right - left) * part_of(bar.before, most), THIN), LINE)
        drawing.add(_text(width, top - 13, f"{number(bar.count)}  ({number(bar.before)})", INK, "end"))
        top -= _height(lines)
    return drawing


def _lines(label: str, room: float) -> list[str]:
    """The label on at most two lines."""
    found = simpleSplit(label, fonts.REGULAR, SIZE, room)
    kept = [*found[: LINES - 1], " ".join(found[LINES - 1 :])]
    return [shorten(line, Ink(fonts.REGULAR, SIZE), room) for line in kept if line]


def _height(lines: list[str]) -> int:
    return LINE_HEIGHT + SECOND * (len(lines) - 1)


def _columns(part: Part, width: float) -> Drawing:
    drawing = Drawing(width, TALL)
    step, most = width / max(1, len(part.bars)), most_of(part.bars)
    for at, bar in enumerate(part.bars):
        middle = at * step + step / 2
        height = 70 * part_of(bar.count, most)
        _bar(drawing, (middle - step * 0.3, 22, step * 0.36, height), TEAL)
        _bar(drawing, (middle + step * 0.1, 22, step * 0.18, 70 * part_of(bar.before, most)), LINE)
        drawing.add(_text(middle, 8, bar.label, INK_SOFT, "middle"))
        if bar.count != 0:
            drawing.add(_text(middle - step * 0.12, 27 + height, number(bar.count), INK, "middle"))
    return drawing


def _bar(drawing: Drawing, place: tuple[float, float, float, float], fill: Color) -> None:
    if place[2] > 0 and place[3] > 0:
        paint: dict[str, Any] = {"fillColor": fill, "strokeColor": None}
        drawing.add(Rect(*place, rx=1.5, ry=1.5, **paint))


def _text(x: float, y: float, text: str, ink: Color, anchor: Anchor = "start") -> String:
    return String(x, y, text, fontName=fonts.REGULAR, fontSize=SIZE, fillColor=ink, textAnchor=anchor)

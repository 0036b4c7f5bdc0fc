"""The table of who may not be shown, as large as one A4 allows: closer lines, then smaller type, then two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table, TableStyle

from app.consents.prints.upright import UprightText, squares_style
from app.consents.rules import Medium
from app.consents.texts import MEDIA
from app.kernel.texts import N_, _
from app.pdf import fonts
from app.pdf.styles import CELL, LINE, TEXT_WIDTH
from app.pdf.text import clean, paragraph

NAME, WIDEST, GUTTER, LEAST_TYPE = 132, 40, 14, 4.5
CROSS = "×"
INITIALS: dict[Medium, str] = {Medium.PHOTO: N_("f"), Medium.FILM: N_("v"), Medium.SOUND: N_("g")}


@dataclass(frozen=True)
class Line:
    """One child: the name, and per purpose the media that are not allowed."""

    name: str
    out: tuple[tuple[Medium, ...], ...]


@dataclass(frozen=True)
class Look:
    """How large a table is set; ``spelled`` has room for the words of the media, ``least`` is a column of signs."""

    size: float
    leading: float
    above: float
    under: float
    sign: float
    head: float
    head_size: float
    least: float
    halves: int = 1
    spelled: bool = True


ROOMY = Look(10, 13.5, 3, 4, 12, 92, 9.5, 22)
TIGHT = Look(8, 9.5, 0.3, 0.9, 8, 92, 9.5, 20)
INITIALED = Look(8.5, 10, 1.2, 1.6, 8.5, 92, 9.5, 18, spelled=False)
CLOSE = Look(6.5, 7.4, 0.1, 0.5, 6.5, 76, 8, 11, spelled=False)
HALVED = Look(6.5, 7.4, 0.1, 0.5, 6.5, 76, 8, 7.6, halves=2, spelled=False)
LOOKS = (ROOMY, TIGHT, INITIALED, CLOSE, HALVED)


def table(lines: Sequence[Line], heads: Sequence[str], look: Look) -> Flowable:
    """The children against the purposes, in one column or in two beside each other."""
    if look.halves == 1:
        return _column(lines, heads, look, TEXT_WIDTH)
    width, half = (TEXT_WIDTH - GUTTER) / 2, (len(lines) + 1) // 2
    sides = [_column(lines[:half], heads, look, width), "", _column(lines[half:], heads, look, width)]
    bare = [("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
            ("VALIGN", (0, 0), (-1, -1), "TOP")]  # fmt: skip
    return Table([sides], colWidths=[width, GUTTER, width], style=TableStyle(bare), hAlign="LEFT")


def _column(lines: Sequence[Line], heads: Sequence[str], look: Look, room: float) -> Table:
    fonts.register()
    names = CELL.clone(f"list-{look.size}", fontSize=look.size, leading=look.leading)
    widest = max((fonts.width(clean(line.name), names.fontName, look.size) for line in lines), default=0) + 6
    name = min(max(NAME if look.halves == 1 else 0, widest), room - look.least * len(heads))
    each = min(WIDEST, (room - name) / len(heads))
    cells: list[list[object]] = [["", *(UprightText(head, look.head, look.head_size) for head in heads)]]
    cells += [
        [paragraph(line.name, _fitted(line.name, names, name)), *(_sign(out, look) for out in line.out)]
        for line in lines
    ]
    style = squares_style(fonts.BOLD, look.sign, above=look.above, under=look.under, line=0.6)
    style += [("LEADING", (1, 1), (-1, -1), look.leading), ("LINEAFTER", (0, 0), (-2, -1), 0.3, LINE)]
    return Table(cells, colWidths=[name, *[each] * len(heads)], style=TableStyle(style), repeatRows=1, hAlign="LEFT")


def _fitted(name: str, style: ParagraphStyle, room: float) -> ParagraphStyle:
    """The style, smaller for a name that is too long for one line."""
    wide = fonts.width(clean(name), style.fontName, style.fontSize) + 2
    if wide <= room:
        return style
    size = max(LEAST_TYPE, style.fontSize * room / wide)
    return style.clone(f"{style.name}-{size:.2f}", fontSize=size)


def _sign(out: tuple[Medium, ...], look: Look) -> object:
    """A cross, or the media that are not allowed when others are: in words, or by their first letters."""
    if len(out) == len(Medium):
        return CROSS
    if not look.spelled:
        return "".join(_(INITIALS[medium]) for medium in out)
    part = CELL.clone("list-part", fontName=fonts.BOLD, fontSize=7.5, leading=8.5, alignment=TA_CENTER)
    return paragraph("\n".join(_(MEDIA[medium]) for medium in out), part) if out else ""

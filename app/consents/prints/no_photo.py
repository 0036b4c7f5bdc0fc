"""The list for the classroom cupboard and the photographer: who may not be shown, names and purposes, no reasons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, cast

from reportlab.lib.enums import TA_CENTER
from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from app.consents.matrix.overview import Matrix, MatrixRow
from app.consents.rules import Medium
from app.consents.texts import MEDIA
from app.kernel.errors import Invalid
from app.kernel.formats import long_date
from app.kernel.names import fold, full
from app.kernel.texts import _, speaking
from app.pdf import fonts
from app.pdf.frame import Ink, Meta, PageCanvas, build, report_look
from app.pdf.parts import title
from app.pdf.styles import BODY, CELL, INK, LINE, SMALL, TEXT_WIDTH
from app.pdf.text import clean, paragraph

NAME, HEAD, WIDEST, ROOMY = 132, 92, 40, 22  # more rows than ROOMY stand closer
_CROSS = "×"
_PART = CELL.clone("list-part", fontName=fonts.BOLD, fontSize=7.5, leading=8.5, alignment=TA_CENTER)
_TIGHT = CELL.clone("list-tight", fontSize=8, leading=9.5)


@speaking("nl")
def no_photo_list(matrix: Matrix, codes: Collection[str], school: str, at: datetime) -> bytes:
    """The PDF: one row per child who may not be shown, or not in film or sound, for at least one of these purposes.

    Raises Invalid without a purpose: the list would say that everybody may be shown.
    """
    places = [place for place, purpose in enumerate(matrix.purposes) if purpose.code in codes]
    if not places:
        raise Invalid("purposes", "consents.no_purposes_for_list")
    rows = [row for row in matrix.rows if any(_forbidden(row, place) for place in places)]
    rows.sort(key=lambda row: (row.pupil.group, fold(row.pupil.name.first_name)))
    where = _("Groep {group}").format(group=matrix.group) if matrix.group else _("Hele school")
    named = _("Wie mag niet op beeld")
    story = [*title(named, f"{where} · {long_date(matrix.on)}"), *_body(matrix, rows, places)]
    notes = _(
        "Een kruis betekent: deze leerling mag niet op beeld voor dit doel. "
        "Staat er foto, film of geluid, dan mag alleen dat niet. Wie hier niet staat, mag wel op beeld."
    )
    story += [Spacer(0, 10), *paragraph(notes, SMALL)]
    footer = _("Vertrouwelijk. Vernietig deze lijst als er een nieuwe is.")
    look = report_look(
        school, named, footer, lambda page, pages: _("{page} van {pages}").format(page=page, pages=pages)
    )
    return build(story, Meta(named, school, at), look)


def _body(matrix: Matrix, rows: Sequence[MatrixRow], places: Sequence[int]) -> list[Flowable]:
    if not rows:
        return paragraph(_("In deze groep mag iedereen op beeld voor deze doelen."), BODY)
    tight = len(rows) > ROOMY
    names = _TIGHT if tight else CELL
    heads = [UprightText(matrix.purposes[place].short) for place in places]
    cells: list[list[object]] = [["", *heads]]
    for row in rows:
        name = full(row.pupil.name) if matrix.group else f"{full(row.pupil.name)} ({row.pupil.group})"
        cells.append([paragraph(name, names), *(_sign(row, place) for place in places)])
    each = min(WIDEST, (TEXT_WIDTH - NAME) / len(places))
    widths = [NAME, *[each] * len(places)]
    return [Table(cells, colWidths=widths, style=_style(tight=tight), repeatRows=1, hAlign="LEFT")]


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


def _style(*, tight: bool) -> TableStyle:
    """A class of up to thirty-four has to go on one sheet."""
    above, under = (0.3, 0.9) if tight else (3, 4)
    look = squares_style(fonts.BOLD, 8 if tight else 12, above=above, under=under, line=0.6)
    return TableStyle([*look, ("LINEAFTER", (0, 0), (-2, -1), 0.3, LINE)])


def _forbidden(row: MatrixRow, place: int) -> tuple[Medium, ...]:
    return tuple(medium for medium in Medium if medium not in row.cells[place].media)


def _sign(row: MatrixRow, place: int) -> object:
    """A cross, or the media that are not allowed when others are."""
    out = _forbidden(row, place)
    if len(out) == len(Medium):
        return _CROSS
    return paragraph("\n".join(_(MEDIA[medium]) for medium in out), _PART) if out else ""


class UprightText(Flowable):
    """A word that stands upright, reading upwards."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = clean(text)
        self._room = 0.0

    def wrap(self, availWidth: float, availHeight: float) -> tuple[float, float]:  # noqa: ARG002, N803 - ReportLab's names
        """As high as the head of the table."""
        self._room = availWidth
        return availWidth, HEAD

    def draw(self) -> None:
        """Draw it in the middle of its column."""
        canvas = cast("PageCanvas", self.canv)
        canvas.saveState()
        canvas.rotate(90)
        canvas.line_text(4, -self._room / 2 - 3, self._text, Ink(size=9.5, color=INK))
        canvas.restoreState()

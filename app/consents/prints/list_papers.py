"""The PDFs of the lists: the whole matrix with signs and a legend, and lists of some pupils."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from app.consents.matrix.overview import CellState, Matrix, MatrixRow
from app.consents.prints.upright import UprightText, squares_style
from app.kernel.formats import long_date
from app.kernel.names import listed
from app.kernel.texts import _, speaking
from app.pdf import fonts
from app.pdf.frame import Meta, build, report_look
from app.pdf.parts import heading, table, title
from app.pdf.styles import BODY, INK, SMALL, TEXT_WIDTH
from app.pdf.text import paragraph

_NAME = 148.0
_SIGNS = {
    CellState.YES: "ja",
    CellState.NO: "×",
    CellState.NO_ANSWER: "–",
    CellState.DISAGREE: "≠",
    CellState.BLOCKED: "#",
    CellState.PARTLY: "deels",
}
_SMALL_CELL = SMALL.clone("matrix-name", fontSize=8.5, leading=10.5, textColor=INK)


@speaking("nl")
def whole_matrix(matrix: Matrix, school: str, at: datetime) -> bytes:
    """Every pupil against every purpose, a page or more per group."""
    where = _("Groep {group}").format(group=matrix.group) if matrix.group else _("Hele school")
    named = _("Toestemmingen")
    story = [*title(named, f"{where} · {long_date(matrix.on)}")]
    for group in dict.fromkeys(row.pupil.group for row in sorted(matrix.rows, key=lambda row: row.pupil.group)):
        own = [row for row in matrix.rows if row.pupil.group == group]
        story += [*heading(_("Groep {group}").format(group=group)), _squares(matrix, own)]
    legend = _(
        "ja: mag · deels: niet voor foto, film en geluid samen · ×: mag niet · –: geen antwoord, telt als nee · "
        "≠: ouders oneens, telt als nee · #: afgeschermd"
    )
    story += [Spacer(0, 8), *paragraph(legend, SMALL)]
    return _built(story, named, school, at)


@speaking("nl")
def some_pupils(matrix: Matrix, named: str, rows: Sequence[tuple[MatrixRow, str]], school: str, at: datetime) -> bytes:
    """A list of pupils by group, each with what it is about."""
    story = [*title(named, f"{_('Hele school')} · {long_date(matrix.on)}")]
    if not rows:
        story += paragraph(_("Er staat niemand op deze lijst."), BODY)
        return _built(story, named, school, at)
    ordered = sorted(rows, key=lambda pair: pair[0].pupil.group)
    cells = [(listed(row.pupil.name), row.pupil.group, about) for row, about in ordered]
    heads = (_("Leerling"), _("Groep"), _("Waarvoor"))
    if not any(about for _row, about in rows):
        story += table(heads[:2], [cell[:2] for cell in cells], (TEXT_WIDTH - 60, 60))
    else:
        story += table(heads, cells, (150, 48, TEXT_WIDTH - 198))
    return _built(story, named, school, at)


def _squares(matrix: Matrix, rows: Sequence[MatrixRow]) -> Flowable:
    cells: list[list[object]] = [["", *(UprightText(purpose.short) for purpose in matrix.purposes)]]
    for row in rows:
        signs = (_(_SIGNS[cell.state]) for cell in row.cells)
        cells.append([paragraph(listed(row.pupil.name), _SMALL_CELL), *signs])
    each = min(34.0, (TEXT_WIDTH - _NAME) / max(1, len(matrix.purposes)))
    style = TableStyle(squares_style(fonts.REGULAR, 8, above=1.5, under=2.5, line=0.5))
    return Table(cells, colWidths=[_NAME, *[each] * len(matrix.purposes)], style=style, repeatRows=1, hAlign="LEFT")


def _built(story: Sequence[Flowable], named: str, school: str, at: datetime) -> bytes:
    footer = _("Vertrouwelijk. Vernietig deze lijst als er een nieuwe is.")
    look = report_look(
        school, named, footer, lambda page, pages: _("{page} van {pages}").format(page=page, pages=pages)
    )
    return build(list(story), Meta(named, school, at), look)

"""The list for the classroom cupboard and the photographer: who may not be shown, names and purposes, no reasons."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from reportlab.platypus import Flowable, Spacer

from app.consents.matrix.overview import Matrix, MatrixRow
from app.consents.prints.no_photo_table import CLOSE, LOOKS, TIGHT, Line, Look, table
from app.consents.rules import Medium
from app.kernel.errors import Invalid
from app.kernel.formats import long_date
from app.kernel.names import fold, full
from app.kernel.texts import _, speaking
from app.pdf.frame import Meta, PageLook, build, report_look
from app.pdf.parts import title
from app.pdf.styles import BODY, PAGE_HEIGHT, SMALL, TEXT_WIDTH
from app.pdf.text import paragraph


@speaking("nl")
def no_photo_list(matrix: Matrix, codes: Collection[str], school: str, at: datetime) -> bytes:
    """The PDF: one row per child who may not be shown, or not in film or sound, for at least one of these purposes.

    One sheet as long as that can be read, whatever the length of the names. Raises Invalid without a purpose: the list
    would say that everybody may be shown.
    """
    places = [place for place, purpose in enumerate(matrix.purposes) if purpose.code in codes]
    if not places:
        raise Invalid("purposes", "consents.no_purposes_for_list")
    where = _("Groep {group}").format(group=matrix.group) if matrix.group else _("Hele school")
    named = _("Wie mag niet op beeld")
    head = title(named, f"{where} · {long_date(matrix.on)}")
    footer = _("Vertrouwelijk. Vernietig deze lijst als er een nieuwe is.")
    look = report_look(
        school, named, footer, lambda page, pages: _("{page} van {pages}").format(page=page, pages=pages)
    )
    heads = [matrix.purposes[place].short for place in places]
    return build([*head, *_body(_lines(matrix, places), heads, head, look)], Meta(named, school, at), look)


def _lines(matrix: Matrix, places: Sequence[int]) -> list[Line]:
    rows = [row for row in matrix.rows if any(_forbidden(row, place) for place in places)]
    rows.sort(key=lambda row: (row.pupil.group, fold(row.pupil.name.first_name)))
    return [
        Line(
            full(row.pupil.name) if matrix.group else f"{full(row.pupil.name)} ({row.pupil.group})",
            tuple(_forbidden(row, place) for place in places),
        )
        for row in rows
    ]


def _body(lines: Sequence[Line], heads: Sequence[str], above: Sequence[Flowable], page: PageLook) -> list[Flowable]:
    """The table in the largest look that stands on one sheet with what is above it, else over several sheets."""
    if not lines:
        return [*paragraph(_("In deze groep mag iedereen op beeld voor deze doelen."), BODY), *_notes(TIGHT)]
    room = PAGE_HEIGHT - page.top - page.bottom - _height(above)
    for look in LOOKS:
        made = [table(lines, heads, look), *_notes(look)]
        if _height(made) <= room:
            return made
    return [table(lines, heads, CLOSE), *_notes(CLOSE)]


def _height(story: Sequence[Flowable]) -> float:
    return sum(
        part.wrap(TEXT_WIDTH, 10 * PAGE_HEIGHT)[1] + part.getSpaceBefore() + part.getSpaceAfter() for part in story
    )


def _notes(look: Look) -> list[Flowable]:
    part = (
        _("Staat er foto, film of geluid, dan mag alleen dat niet.")
        if look.spelled
        else _("Staat er f (foto), v (film) of g (geluid), dan mag alleen dat niet.")
    )
    cross = _("Een kruis betekent: deze leerling mag niet op beeld voor dit doel.")
    others = _("Wie hier niet staat, mag wel op beeld.")
    return [Spacer(0, 10), *paragraph(f"{cross} {part} {others}", SMALL)]


def _forbidden(row: MatrixRow, place: int) -> tuple[Medium, ...]:
    return tuple(medium for medium in Medium if medium not in row.cells[place].media)

"""The list for the cupboard on one sheet: many children, long names, every purpose, and who may be shown in part."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.consents.matrix.overview import Cell, CellState, Matrix, MatrixRow
from app.consents.prints.no_photo import no_photo_list
from app.consents.purposes.lines import shipped
from app.consents.rules import Medium, Reason
from app.kernel.clock import at
from app.kernel.names import PersonName, full
from app.people.rules import PupilLine
from app.protocol.service import load_protocol
from tests.builders import SCHOOL

DAY = date(2026, 11, 16)
PURPOSES = tuple(line for line in shipped(load_protocol(), DAY) if line.of_pupils)[:14]
NO, YES = Cell(CellState.NO, Reason.REFUSED), Cell(CellState.YES, Reason.ALLOWED, tuple(Medium))
ONLY_SOUND = Cell(CellState.PARTLY, Reason.NOT_THIS_MEDIUM, (Medium.SOUND,))
KINDS = (NO, YES, ONLY_SOUND)


def _name(number: int) -> PersonName:
    return PersonName(f"Maximiliaan{number:03}", "van der", "Westbroek-Oosterhoutsestraat")


def _matrix(count: int, group: str | None) -> Matrix:
    rows = [
        MatrixRow(
            PupilLine(number, str(number), _name(number), group or f"{1 + number % 8}A", 5, None, active=True),
            (NO, *(KINDS[(number + place) % 3] for place in range(1, len(PURPOSES)))),
        )
        for number in range(count)
    ]
    return Matrix(DAY, group, PURPOSES, tuple(rows))


def _pages(matrix: Matrix) -> list[str]:
    made = no_photo_list(matrix, [line.code for line in PURPOSES], SCHOOL, at(2026, 11, 16, 14, 5))
    return [str(page.extract_text()).replace("\n", " ") for page in PdfReader(BytesIO(made)).pages]


@pytest.mark.parametrize("group", ["5A", None])
@pytest.mark.parametrize("count", [1, 10, 34, 60, 120])
def test_so_many_children_with_long_names_stand_on_one_sheet(count: int, group: str | None) -> None:
    assert len(full(_name(0))) > 40
    [page] = _pages(_matrix(count, group))
    assert all(full(_name(number)) in page for number in range(count))


def test_more_children_than_one_sheet_can_hold_go_on_under_the_same_heads() -> None:
    pages = _pages(_matrix(200, None))
    assert len(pages) > 1
    assert all("Instagram" in page for page in pages)
    assert all(full(_name(number)) in " ".join(pages) for number in range(200))


def test_where_there_is_no_room_for_words_the_letters_are_explained() -> None:
    [few], [many] = _pages(_matrix(6, "5A")), _pages(_matrix(60, "5A"))
    assert "foto film" in few
    assert "f (foto)" not in few
    assert " fv " in many
    assert "f (foto), v (film) of g (geluid)" in many

"""A row with one name only: a pupil, a doubt, or a line between the pupils."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from app.imports.reading import read_file
from app.imports.readings import Reading
from tests.imports.writers import WRITERS

TODAY = date(2026, 11, 16)


def read(folder: Path, rows: Sequence[tuple[str, ...]]) -> Reading:
    ending, write = WRITERS["xlsx"]
    path = folder / f"lijst{ending}"
    write(path, [("Blad1", rows)])
    return read_file(path, TODAY)


@pytest.mark.parametrize("name", ["Lot Smit", "Lot van den Berg", "Smit, Lot", "Berg, Lot van den"])
def test_a_name_with_columns_before_it_is_a_pupil(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, [("Groep", "Naam", "Geboren"), ("5A", "Tim de Boer", "03-04-2017"), ("", name, "")])
    assert [one.name.first_name for one in found.pupils] == ["Tim", "Lot"]
    assert found.doubts == ()


@pytest.mark.parametrize(
    "line",
    ["Juf Anneke", "Let op, Tim is vrijdag ziek", "Rode groep", "let op de tijd", "De Regenboog", "x", "12 leerlingen"],
)
def test_a_line_between_the_pupils_is_none(tmp_path: Path, line: str) -> None:
    rows = [("", "De Regenboog", ""), ("Groep", "Naam", "Geboren"), ("5A", "Tim de Boer", "03-04-2017"), ("", line, "")]
    found = read(tmp_path, rows)
    assert [one.name.first_name for one in found.pupils] == ["Tim"]
    assert found.doubts == ()


def test_a_name_alone_in_the_first_column_is_told(tmp_path: Path) -> None:
    rows = [("Naam", "Groep"), ("Tim de Boer", "5A"), ("Lot Smit", ""), ("Juf Anneke", "")]
    found = read(tmp_path, rows)
    assert [one.name.first_name for one in found.pupils] == ["Tim"]
    assert [(one.place.row, one.code, one.value) for one in found.doubts] == [(3, "imports.name_alone", "Lot Smit")]


def test_names_in_parts_leave_no_doubt_about_one_word(tmp_path: Path) -> None:
    found = read(tmp_path, [("Roepnaam", "Achternaam"), ("Tim", "de Boer"), ("Bijzonderheden", "")])
    assert [one.name.first_name for one in found.pupils] == ["Tim"]
    assert found.doubts == ()

"""What a list says beside its rows: for which school year it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.imports.reading import read_file
from tests.imports.lists import workbook

TODAY = date(2026, 11, 16)
HEADINGS = ("Nummer", "Roepnaam", "Achternaam", "Groep", "Schooljaar")


@pytest.mark.parametrize(
    ("years", "expected"),
    [(("2027-2028", "2027/28"), "2027-2028"), (("2027-2028", ""), "2027-2028"), (("2026-2027", "2027-2028"), "")],
    ids=["all the same", "one is empty", "they differ"],
)
def test_a_column_that_names_the_school_year_says_for_which_year_the_list_is(
    tmp_path: Path, years: tuple[str, str], expected: str
) -> None:
    rows = [
        (number, name, "Bos", "5A", year) for number, name, year in zip((1, 2), ("Noor", "Aylin"), years, strict=True)
    ]
    reading = read_file(workbook(tmp_path / "lijst.xlsx", HEADINGS, *rows), TODAY)
    assert (reading.school.school_year, len(reading.pupils)) == (expected, 2)

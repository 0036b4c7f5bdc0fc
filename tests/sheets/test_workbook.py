"""Workbooks carry no formulas from data."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from openpyxl import load_workbook

from app.sheets.workbook import Sheet, workbook


def test_a_cell_that_looks_like_a_formula_stays_text() -> None:
    data = workbook(
        [Sheet("Lijst", ("Naam", "Sinds", "Aantal"), (("=1+1", date(2026, 11, 16), 3), ("a\x00b", None, 4)))]
    )
    page = load_workbook(BytesIO(data))["Lijst"]
    assert (page["A2"].value, page["A2"].data_type) == ("=1+1", "s")
    assert (page["A3"].value, page["C3"].value) == ("ab", 4)
    assert page.freeze_panes == "A2"


def test_an_empty_list_still_has_its_heads() -> None:
    page = load_workbook(BytesIO(workbook([Sheet("Leeg", ("Naam",), ())])))["Leeg"]
    assert page["A1"].value == "Naam"

"""Lists that stand beside each other or do not run downward; and which of several groups holds today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.imports.columns import beside, layout, turned, uses
from app.imports.columns.layout import Sheet
from app.imports.reading import read_file
from app.imports.readings import Target
from app.imports.rows.going_on import groups_go_on
from app.people.template import template_workbook

NOVEMBER, MAY = date(2026, 11, 16), date(2026, 5, 11)
PUPILS = ("Leerling", "Geboortedatum")
TIM, ELA = ("Tim de Boer", "03-04-2017"), ("Ela Kaya", "04-05-2017")


def group_heading(rows: Sequence[tuple[str, ...]], today: date) -> str:
    found = layout.recognise(Sheet("", rows))
    assert found is not None
    column = uses.given_out(found, today).find(Target.GROUP)
    return column.header if column else ""


def test_the_new_group_holds_after_the_summer_and_not_before() -> None:
    rows = [("Naam", "Groep", "Nieuwe groep"), ("Tim Bos", "4A", "5A"), ("Ela Kaya", "4B", "5A")]
    assert group_heading(rows, NOVEMBER) == "Nieuwe groep"
    assert group_heading(rows, MAY) == "Groep"


def test_a_new_group_of_a_few_is_no_group_of_all() -> None:
    rows = [("Naam", "Groep", "Nieuwe groep"), *((f"Tim {name}", "4A", "") for name in ("Bos", "Vos", "Smit"))]
    assert group_heading([*rows, ("Ela Kaya", "4B", "4A")], NOVEMBER) == "Groep"


@pytest.mark.parametrize(
    ("heads", "chosen"),
    [
        (("Groep 25/26", "Groep 26/27"), "Groep 26/27"),
        (("Groep 2026-2027", "Groep 2025-2026"), "Groep 2026-2027"),
        (("Groep 2023-2024", "Groep 2024-2025"), "Groep 2024-2025"),
    ],
)
def test_the_group_of_this_school_year_is_taken_else_the_last(heads: tuple[str, str], chosen: str) -> None:
    assert group_heading([("Naam", *heads), ("Tim Bos", "4A", "5A")], NOVEMBER) == chosen


def test_one_list_on_a_sheet_stays_as_it_is() -> None:
    sheet = Sheet("", [PUPILS, TIM, ELA])
    assert beside.apart(turned.downward(sheet)) == [sheet]
    empty = Sheet("", [])
    assert beside.apart(turned.downward(empty)) == [empty]


def test_a_parent_beside_the_pupil_is_no_second_list() -> None:
    sheet = Sheet("", [("Naam", "Telefoon", "Naam", "Telefoon"), ("Tim Bos", "", "Kim Bos", "0612345678")])
    assert beside.apart(sheet) == [sheet]


def test_the_right_half_goes_on_under_the_title_of_the_left() -> None:
    rows = [("Groep 5A", "", "", "", ""), (*PUPILS, "", *PUPILS), (*TIM, "", *ELA)]
    left, right = beside.apart(Sheet("", rows))
    assert [list(left.rows[2])[:2], list(right.rows[2])] == [list(TIM), list(ELA)]
    assert right.rows[0][0] == "Groep 5A"


def test_words_of_headings_in_the_first_column_do_not_turn_a_list() -> None:
    sheet = Sheet("", [("Soort", *PUPILS, "Groep"), ("groep", *TIM, "5"), ("klas", *ELA, "5"), ("naam", *ELA, "5")])
    assert turned.downward(sheet) is sheet


def test_groups_above_each_other_without_names_below_are_no_list() -> None:
    sheet = Sheet("", [("Groep 3", "Groep 4"), ("12", "14")])
    assert turned.downward(sheet) is sheet


@pytest.mark.parametrize(
    ("groups", "go_on"),
    [
        (("3A", "", "", "4B", ""), True),
        (("3A", "", "3A", "", ""), False),  # named again: the empty ones are empty
        (("", "3A", "", "", ""), False),
        (("3A", "4B", "5A", "", "6A"), False),
    ],
)
def test_a_group_goes_on_only_when_each_is_named_once(groups: tuple[str, ...], go_on: bool) -> None:
    rows = [("Groep", "Leerling"), *((group, f"Tim Bos{at}") for at, group in enumerate(groups))]
    found = layout.recognise(Sheet("", rows))
    assert found is not None
    assert groups_go_on(uses.given_out(found, NOVEMBER)) is go_on


def test_the_sheet_that_explains_the_empty_workbook_is_not_turned_into_pupils(tmp_path: Path) -> None:
    filled = tmp_path / "sjabloon.xlsx"
    filled.write_bytes(template_workbook(("5A",)))
    book = load_workbook(filled)
    sheet = book["Leerlingen"]
    heads = [cell.value for cell in sheet[1]]
    for head, said in {"Roepnaam": "Pip", "Achternaam": "Hof", "Groep": "5A"}.items():
        sheet.cell(2, heads.index(head) + 1, said)
    book.save(filled)
    assert [one.name.surname for one in read_file(filled, NOVEMBER).pupils] == ["Hof"]

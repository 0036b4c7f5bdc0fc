"""What was recognised in a sheet, and reading it again the way the user wants."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

import pytest

from app.imports.reading import read_file
from app.imports.recognition import (
    EMPLOYEES,
    UNUSED,
    ColumnUse,
    Mapping,
    choices,
    fingerprint,
    mapping_for,
    mapping_of,
    row_for,
)
from app.imports.refusal import FileRefusedError
from app.kernel.names import PersonName
from tests.imports.lists import workbook

TODAY = date(2026, 11, 16)
HEADINGS = ("Nr", "Roepnaam", "Achternaam", "Bijnaam", "BSN", "Thuis bij")
ROW = (7, "Noor", "Bos", "Noortje", 111222333, "Ilse Bos")


def _list(folder: Path) -> Path:
    return workbook(folder / "lijst.xlsx", ("Groep 5A",), HEADINGS, ROW, (8, "Pim", "Smit", "Pimmie", 123456782, "Rob"))


def test_every_column_is_shown_with_samples_but_for_what_is_dropped(tmp_path: Path) -> None:
    sheet = read_file(_list(tmp_path), TODAY).sheets[0]
    assert (sheet.name, sheet.header_row, sheet.rows, sheet.group, sheet.subject) == ("Blad1", 2, 2, "5A", "pupils")
    told = {column.header: (column.target, column.samples, column.dropped) for column in sheet.columns}
    assert told["Nr"] == ("number", ("7", "8"), "")
    assert told["Bijnaam"] == ("", ("Noortje", "Pimmie"), "")
    assert told["BSN"] == ("", (), "imports.column_blocked")


def test_a_list_is_read_again_as_the_user_decided(tmp_path: Path) -> None:
    sheet = read_file(_list(tmp_path), TODAY).sheets[0]
    mapping = mapping_of(sheet).using(ColumnUse(3, "first_name")).using(ColumnUse(5, "full_name", 1))
    assert ColumnUse(1, "first_name") not in mapping.uses
    pupil = read_file(_list(tmp_path), TODAY, [mapping]).pupils[0]
    assert pupil.name == PersonName("Noortje", "", "Bos")
    assert pupil.guardians[0].name == PersonName("Ilse", "", "Bos")
    assert Mapping.from_dict(mapping.as_dict()) == mapping


def test_a_column_that_may_not_be_kept_is_not_read_whatever_was_decided(tmp_path: Path) -> None:
    sheet = read_file(_list(tmp_path), TODAY).sheets[0]
    reading = read_file(_list(tmp_path), TODAY, [mapping_of(sheet).using(ColumnUse(4, "number"))])
    assert "111222333" not in repr(reading)
    assert [column.header for column in reading.dropped] == ["BSN"]


def test_a_sheet_can_be_left_out_and_a_decision_on_another_layout_does_nothing(tmp_path: Path) -> None:
    sheet = read_file(_list(tmp_path), TODAY).sheets[0]
    with pytest.raises(FileRefusedError, match=r"imports\.no_rows"):
        read_file(_list(tmp_path), TODAY, [Mapping(sheet.fingerprint, (), UNUSED)])
    assert len(read_file(_list(tmp_path), TODAY, [Mapping("een andere", ())]).pupils) == 2


def _tops(folder: Path) -> Path:
    """A row that looks like headings stands above the real ones."""
    above = ("Naam", "Groep", "School", "", "BSN")
    heads = ("Spruit", "Waar", "Thuis bij", "Cijfer", "-")
    rows = [("Noor Bos", "5A", "Ilse Bos", 7, 111222333), ("Pim Smit", "5A", "Rob Smit", 8, 123456782)]
    return workbook(folder / "lijst.xlsx", above, heads, *rows)


def test_the_headings_stand_in_the_row_that_the_user_says(tmp_path: Path) -> None:
    first = read_file(_tops(tmp_path), TODAY).sheets[0]
    assert first.header_row == 1
    chosen = Mapping(first.fingerprint, header_row=2)
    assert not read_file(_tops(tmp_path), TODAY, [chosen]).holds_people
    second = read_file(_tops(tmp_path), TODAY, [chosen]).sheets[0]
    assert (second.header_row, second.found_as) == (2, first.fingerprint)
    assert [column.header for column in second.columns] == ["Spruit", "Waar", "Thuis bij", "Cijfer", "BSN"]
    decided = (
        mapping_of(second).using(ColumnUse(0, "full_name")).using(ColumnUse(1, "group")).using(ColumnUse(3, "number"))
    )
    reading = read_file(_tops(tmp_path), TODAY, [chosen, decided])
    assert [(one.name.first_name, one.group, one.number) for one in reading.pupils] == [
        ("Noor", "5A", "7"),
        ("Pim", "5A", "8"),
    ]
    back = read_file(_tops(tmp_path), TODAY, [chosen, Mapping(first.fingerprint, header_row=1)]).sheets[0]
    assert back.header_row == 1


def test_what_may_not_be_kept_is_no_heading_in_whatever_row_they_stand(tmp_path: Path) -> None:
    first = read_file(_tops(tmp_path), TODAY).sheets[0]
    for number in (3, 4, 9):
        with contextlib.suppress(FileRefusedError):
            told = repr(read_file(_tops(tmp_path), TODAY, [Mapping(first.fingerprint, header_row=number)]))
            assert "111222333" not in told
            assert "123456782" not in told


def test_a_row_and_the_columns_of_one_layout_are_kept_apart() -> None:
    row, columns = Mapping("abc", header_row=3), Mapping("abc", (ColumnUse(0, "number"),))
    assert row.signature != columns.signature
    assert Mapping.from_dict(row.as_dict()) == row
    assert mapping_for("abc", [columns, row]) == columns
    assert row_for("abc", [columns, row]) == 3
    assert row_for("abc", [columns]) == 0


def test_a_column_may_lose_its_use(tmp_path: Path) -> None:
    sheet = read_file(_list(tmp_path), TODAY).sheets[0]
    pupil = read_file(_list(tmp_path), TODAY, [mapping_of(sheet).using(ColumnUse(0, ""))]).pupils[0]
    assert pupil.number == ""


def test_a_layout_is_known_again_by_its_headings_alone() -> None:
    assert fingerprint(("Lln. nr.", "Roepnaam")) == fingerprint(("LLN NR", "roepnaam "))
    assert fingerprint(("Roepnaam", "Lln. nr.")) != fingerprint(("Lln. nr.", "Roepnaam"))


def test_what_a_column_may_hold_depends_on_whose_list_it_is() -> None:
    assert ("job_title", 0) in choices(EMPLOYEES)
    assert ("job_title", 0) not in choices("pupils")
    assert ("email", 2) in choices("pupils")


def test_a_list_of_employees_is_told_from_one_of_pupils(tmp_path: Path) -> None:
    headings = ("Naam", "Functie", "In dienst sinds", "E-mail")
    rows = [
        headings,
        ("Juf Anneke de Boer", "leerkracht", "1-8-2019", "A@b.nl"),
        ("Vries, Jan de", "directeur", "ooit", ""),
    ]
    reading = read_file(workbook(tmp_path / "team.xlsx", *rows), TODAY)
    employee = reading.employees[0]
    assert (employee.name, employee.job_title, employee.title) == (
        PersonName("Anneke", "de", "Boer"),
        "leerkracht",
        "mrs",
    )
    assert (employee.start_date, employee.email) == (date(2019, 8, 1), "a@b.nl")
    assert [one.place.column for one in reading.rejected] == ["In dienst sinds"]
    assert reading.sheets[0].subject == EMPLOYEES

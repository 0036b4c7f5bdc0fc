"""A sheet with guardians finds its pupils by name, and takes nobody for somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.imports.reading import read_file
from app.imports.readings import Reading
from tests.imports.writers import excel

TODAY = date(2026, 11, 16)
PARENTS = ("Ouders", [["Leerling", "Ouder", "E-mail"], ["Sem Bos", "Ina Bos", "ina@voorbeeld.nl"]])


def read(path: Path, *sheets: tuple[str, Sequence[Sequence[object]]]) -> Reading:
    excel(path, sheets)
    return read_file(path, TODAY)


def test_a_name_of_two_pupils_on_another_sheet_is_refused_with_the_reason(tmp_path: Path) -> None:
    pupils = ("Leerlingen", [["Leerling", "Groep"], ["Sem Bos", "3"], ["Sem Bos", "8"]])
    reading = read(tmp_path / "l.xlsx", pupils, PARENTS)
    assert [(one.group, one.guardians) for one in reading.pupils] == [("3", ()), ("8", ())]
    assert [(one.place.sheet, one.place.row, one.code) for one in reading.rejected] == [
        ("Ouders", 2, "imports.name_of_several")
    ]


def test_pupils_of_one_name_in_two_groups_are_two_pupils(tmp_path: Path) -> None:
    head = ["Naam", "Ouder"]
    reading = read(
        tmp_path / "l.xlsx",
        ("Groep 3", [head, ["Sem Bos", "Ina Bos"], ["Eva Kok", ""]]),
        ("Groep 8", [head, ["Sem Bos", "Rob Vos"], ["Bo Tol", ""]]),
    )
    sems = [one for one in reading.pupils if one.name.first_name == "Sem"]
    assert [(one.group, [each.name.surname for each in one.guardians]) for one in sems] == [
        ("3", ["Bos"]),
        ("8", ["Vos"]),
    ]


def test_the_second_parent_stays_with_the_pupil_whose_group_stands_in_the_row_above(tmp_path: Path) -> None:
    rows = [["Groep", "Naam", "Ouder"], ["3", "Sem Bos", "Ina Bos"], ["", "Sem Bos", "Rob Vos"], ["3", "Eva Kok", ""]]
    reading = read(tmp_path / "l.xlsx", ("Blad1", rows))
    assert [(one.group, len(one.guardians)) for one in reading.pupils] == [("3", 2), ("3", 0)]


def test_a_sheet_with_parents_only_says_once_that_it_names_no_pupil(tmp_path: Path) -> None:
    rows: list[list[str]] = [
        ["Moeder", "Mobiel moeder", "Vader"],
        ["Ina Bos", "0612345678", ""],
        ["Eva Kok", "", ""],
    ]
    reading = read(tmp_path / "l.xlsx", ("Blad1", rows))
    assert not reading.pupils
    assert [(one.place.row, one.code) for one in reading.rejected] == [(1, "imports.pupils_unnamed")]

"""What a list says that cannot be so, or can be read in two ways, is asked about once."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.imports.readings import Reading
from tests.imports.columns.test_columns import read


def asked(reading: Reading) -> list[tuple[int, str, str]]:
    return [(one.place.row, one.code, one.value) for one in reading.doubts]


def test_a_group_that_no_primary_school_has_is_asked_about_once(tmp_path: Path) -> None:
    reading = read(tmp_path, ("Roepnaam", "Achternaam", "Groep"), *((name, "Os", "groep 9") for name in ("Bo", "Al")))
    assert [pupil.group for pupil in reading.pupils] == ["9", "9"]
    assert asked(reading) == [(2, "imports.group_unlikely", "9")]


def test_a_year_group_above_eight_is_not_taken_over(tmp_path: Path) -> None:
    reading = read(tmp_path, ("Roepnaam", "Achternaam", "Groep", "Leerjaar"), ("Bo", "Os", "5A", 9))
    assert [(pupil.group, pupil.year_group) for pupil in reading.pupils] == [("5A", 5)]
    assert asked(reading) == [(2, "imports.year_group_unlikely", "9")]


@pytest.mark.parametrize(
    ("heading", "code"), [("Achternaam", "imports.no_first_names"), ("Roepnaam", "imports.no_surnames")]
)
def test_half_a_name_is_asked_about_once(tmp_path: Path, heading: str, code: str) -> None:
    reading = read(tmp_path, (heading, "Wie", "Groep"), ("Bo", "x", "5A"), ("Al", "x", "5A"))
    assert asked(reading) == [(1, code, "")]


@pytest.mark.parametrize("phones", ["M: 0612345670 V: 0612345671", "0612345670 (moeder), 0612345671 (vader)"])
def test_contacts_of_mother_and_father_are_asked_about_when_nobody_says_who_is_who(tmp_path: Path, phones: str) -> None:
    headings = ("Roepnaam", "Achternaam", "Groep", "Ouders", "Telefoon")
    reading = read(tmp_path, headings, ("Bo", "Os", "5A", "Eva Pot / Jan Os", phones))
    assert [one.phone for one in reading.pupils[0].guardians] == ["0612345670", "0612345671"]
    assert asked(reading) == [(2, "imports.contact_of_whom", phones)]


def test_a_parent_below_a_row_that_was_refused_comes_to_nobody(tmp_path: Path) -> None:
    headings = ("Roepnaam", "Achternaam", "Geboortedatum", "Ouder", "E-mail ouder")
    rows = (
        ("Bo", "Os", "1-2-2017", "Eva Os", "eva@x.nl"),
        ("Al", "Pot", "31-2-2017", "Li Pot", "li@x.nl"),
        ("", "", "", "Cy Pot", "cy@x.nl"),
    )
    reading = read(tmp_path, headings, *rows)
    assert [len(pupil.guardians) for pupil in reading.pupils] == [1]
    assert [(one.place.row, one.code) for one in reading.rejected] == [
        (3, "imports.date_missing"),
        (4, "imports.name_missing"),
    ]


def test_a_row_with_half_a_name_is_asked_about(tmp_path: Path) -> None:
    headings = ("Roepnaam", "Achternaam", "Groep")
    reading = read(tmp_path, headings, ("Bo", "", "5A"), ("", "Os", "5A"), ("Al", "Pot", "5A"))
    assert [(one.place.row, one.code, one.name) for one in reading.doubts] == [
        (2, "imports.surname_missing", "Bo"),
        (3, "imports.first_name_missing", "Os"),
    ]

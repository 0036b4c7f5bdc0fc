"""Cells in which names, telephones, addresses and notes stand together, as in lists by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.imports.content.name_cells import NamesInCell, read
from app.imports.readings import Reading
from app.people.rules import Authority
from tests.imports.columns.test_columns import read as read_list

CHILD = ("Leerlingnummer", "Roepnaam", "Achternaam")
NOOR = (1, "Noor", "de Boer")


def told(found: NamesInCell) -> list[str]:
    return [
        " ".join(
            part
            for part in (one.name.initials, one.name.first_name, one.name.infix, one.name.surname, one.email, one.phone)
            if part
        )
        for one in found.people
    ]


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        ("Dhr. J. Bakker, 06 12345678, j.bakker@voorbeeld.nl", ["J. Bakker j.bakker@voorbeeld.nl 0612345678"]),
        ("Mevr. A. de Boer (gescheiden), 0687654321", ["A. de Boer 0687654321"]),
        ("Jan Bos (vader) 06-12345678 / Petra Smit (moeder) 06-87654321",
         ["Jan Bos 0612345678", "Petra Smit 0687654321"]),
        ("Jan (06-12345678) & Petra de Boer (06-87654321)", ["Jan de Boer 0612345678", "Petra de Boer 0687654321"]),
        ("vader: Jan de Boer, moeder: Petra Smit", ["Jan de Boer", "Petra Smit"]),
        ("Jan de Boer; jan@x.nl; 0612345678\nPetra Smit; petra@x.nl",
         ["Jan de Boer jan@x.nl 0612345678", "Petra Smit petra@x.nl"]),
        ("Jan de Boer - Petra Smit", ["Jan de Boer", "Petra Smit"]),
        ("J. de Boer - Smit", ["J. de Boer - Smit"]),
        ("0612345678 Jan de Boer, 0687654321 Petra Smit", ["Jan de Boer 0612345678", "Petra Smit 0687654321"]),
        ("Petra Smit, mob. 0612345678, werk 0201234567", ["Petra Smit 0612345678"]),
        ("Boer, J. de (Jan) tel. 0612345678", ["J. Jan de Boer 0612345678"]),
        ("Bos, E. (Els) en Smit, J. (Jan)", ["E. Els Bos", "J. Jan Smit"]),
        ("Smit (geb. Jansen), Petra", ["Petra Smit"]),
        ("Jan de Vries (V) Petra Smit (M)", ["Jan de Vries", "Petra Smit"]),
        ("alleenstaande moeder Petra Smit", ["Petra Smit"]),
        ("Stichting Jeugdbescherming Brabant, 073-1234567, info@jb.nl",
         ["Stichting Jeugdbescherming Brabant info@jb.nl 0731234567"]),
        ("overleden", []),
        ("moeder", []),
    ],
)  # fmt: skip
def test_people_are_told_from_what_stands_beside_them(cell: str, people: list[str]) -> None:
    assert told(read(cell)) == people


@pytest.mark.parametrize("cell", ["petra@x.nl", "0612345678", "Jan de Boer 2", "Ouders van Noor", "Noodnr: 0612345678"])
def test_what_is_no_name_never_becomes_a_person(cell: str) -> None:
    found = read(cell)
    assert (found.people, found.unread) == ((), cell)


def test_notes_say_who_somebody_is_and_what_authority_there_is() -> None:
    (father,) = read("Jan de Boer (vader, geen gezag)").people
    (grandmother,) = read("oma Truus Smit 0612345678").people
    assert (father.authority, father.relation) == (Authority.NO, "")
    assert (grandmother.relation, grandmother.name.first_name) == ("carer", "Truus")
    assert [one.doubtful for one in read("A. Bos (liever niet bellen)").people] == [True]


def listed(folder: Path, headings: tuple[str, ...], *rows: tuple[object, ...]) -> Reading:
    return read_list(folder, (*CHILD, *headings), *((*NOOR, *row) for row in rows))


def guardians(reading: Reading) -> list[tuple[str, str, str, str]]:
    return [(one.name.first_name, one.name.surname, one.email, one.phone) for one in reading.pupils[0].guardians]


def test_single_words_are_first_names_beside_each_other_and_are_asked_about(tmp_path: Path) -> None:
    reading = listed(tmp_path, ("Ouders",), ("Ilse en Rob",))
    assert [one[:2] for one in guardians(reading)] == [("Ilse", "Boer"), ("Rob", "Boer")]
    assert [doubt.code for doubt in reading.doubts] == ["imports.name_single_word"]


def test_a_single_word_that_is_the_surname_of_the_child_is_no_doubt(tmp_path: Path) -> None:
    reading = listed(tmp_path, ("Ouders",), ("Boer / Smit",))
    assert [one[:2] for one in guardians(reading)] == [("", "Boer"), ("", "Smit")]


def test_an_address_of_mother_or_father_is_of_the_one_who_is_named(tmp_path: Path) -> None:
    contacts = ("Naam ouder", "Mailadres vader", "Mailadres moeder")
    named = listed(tmp_path, contacts, ("Mw. I. Smit", "v@x.nl", "m@x.nl"))
    unnamed = listed(tmp_path, contacts, ("Ilse Smit", "v@x.nl", "m@x.nl"))
    assert guardians(named) == [("", "Smit", "m@x.nl", "")]
    assert guardians(unnamed) == [("Ilse", "Smit", "", "")]
    assert {doubt.code for doubt in unnamed.doubts} == {"imports.contact_left_over"}


def test_authority_of_one_parent_only_is_taken_over_for_both(tmp_path: Path) -> None:
    reading = listed(tmp_path, ("Moeder", "Vader", "Gezag"), ("Els Bos", "Jan Bos", "alleen moeder"))
    assert [one.authority for one in reading.pupils[0].guardians] == [Authority.YES, Authority.NO]
    both = listed(tmp_path, ("Moeder", "Vader", "Gezag"), ("Els Bos", "Jan Bos", "moeder en vader"))
    assert {one.authority for one in both.pupils[0].guardians} == {Authority.YES}


def test_a_column_of_relations_is_no_column_of_names(tmp_path: Path) -> None:
    headings = ("Relatie 1", "Naam relatie 1", "Relatie 2", "Naam relatie 2")
    reading = listed(tmp_path, headings, ("moeder", "Ilse Smit", "stiefvader", "Rob Bos"))
    assert [(one.name.surname, one.relation) for one in reading.pupils[0].guardians] == [("Smit", ""), ("Bos", "carer")]


def test_year_and_group_tell_each_other(tmp_path: Path) -> None:
    headings = ("Roepnaam", "Achternaam", "Stamgroep", "Leerjaar")
    reading = read_list(tmp_path, headings, ("A.", "Bos", "a", 5), ("B.", "Bos", "6B", ""), ("C.", "Bos", "", 3))
    assert [(one.group, one.year_group) for one in reading.pupils] == [("5A", 5), ("6B", 6), ("3", 3)]


def test_a_number_before_a_name_and_a_remark_behind_it_are_no_part_of_it(tmp_path: Path) -> None:
    reading = read_list(tmp_path, ("Naam", "Groep"), ("1. Sem Bos", "5A"), ("Noor Bos (nieuw)", "5A"))
    assert [(one.name.first_name, one.name.surname) for one in reading.pupils] == [("Sem", "Bos"), ("Noor", "Bos")]
    refused = read_list(tmp_path, ("Naam", "Groep"), ("Sem Bos 0612345678", "5A"))
    assert [one.code for one in refused.rejected] == ["imports.name_of_digits"]

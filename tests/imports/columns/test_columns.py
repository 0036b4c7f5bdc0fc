"""Which column belongs to whom, told by the headings around it and by what stands below."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from app.imports.reading import read_file
from app.imports.readings import Reading
from tests.imports import old_excel
from tests.imports.lists import workbook

TODAY = date(2026, 11, 16)
CHILD = ("Roepnaam", "Achternaam")
NOOR = ("Noor", "Bos")


def read(folder: Path, *rows: tuple[object, ...]) -> Reading:
    return read_file(workbook(folder / "lijst.xlsx", *rows), TODAY)


def _guardians(reading: Reading) -> list[tuple[str, str, str, str]]:
    found = reading.pupils[0].guardians
    return [(one.name.first_name, one.name.surname, one.email, one.phone) for one in found]


ILSE_AND_ROB = [("Ilse", "Bos", "i@b.nl", "0612345678"), ("Rob", "Smit", "r@b.nl", "0687654321")]


@pytest.mark.parametrize(
    ("headings", "cells"),
    [
        (("Ouder", "E-mail", "Tel", "Ouder", "E-mail", "Tel"), "Ilse Bos|i@b.nl|612345678|Rob Smit|r@b.nl|687654321"),
        (("Ouder 1", "Ouder 2", "E-mailadressen", "Telefoon"),
         "Ilse Bos|Rob Smit|i@b.nl; r@b.nl|0612345678, 0687654321"),
        (("Ouders", "E-mail ouder 1", "E-mail ouder 2", "Mobiel"),
         "Ilse Bos & Rob Smit|i@b.nl|r@b.nl|0612345678 0687654321"),
        (("Ouders", "E-mail", "Mobiel 1", "Mobiel 2"), "Ilse Bos en Rob Smit|i@b.nl,r@b.nl|0612345678|0687654321"),
        (("Verzorger", "Mail verzorger", "Tel verzorger", "Tweede verzorger", "Mail 2e verzorger", "Tel 2e verzorger"),
         "Ilse Bos|i@b.nl|06-12345678|Rob Smit|r@b.nl|06-87654321"),
        (("Ouder1Naam", "Ouder1Email", "Ouder1Mobiel", "Ouder2Naam", "Ouder2Email", "Ouder2Mobiel"),
         "Ilse Bos|i@b.nl|612345678|Rob Smit|r@b.nl|687654321"),
        (("Contactgegevens ouders", "E-mail(s)", "Telefoon (mobiel)"),
         "Ilse Bos (moeder), Rob Smit (vader)|i@b.nl / r@b.nl|0612345678/0687654321"),
    ],
)  # fmt: skip
def test_contact_goes_to_the_guardian_it_stands_with(tmp_path: Path, headings: tuple[str, ...], cells: str) -> None:
    assert _guardians(read(tmp_path, (*CHILD, *headings), (*NOOR, *cells.split("|")))) == ILSE_AND_ROB


def test_guardians_on_a_sheet_of_their_own_come_to_the_pupil_by_number(tmp_path: Path) -> None:
    from openpyxl import Workbook  # noqa: PLC0415 - two sheets of two kinds, needed here alone

    book = Workbook()
    book.remove(book.worksheets[0])
    parents, pupils = book.create_sheet("Ouders"), book.create_sheet("Leerlingen")
    for row in (("Leerlingnummer", "Naam ouder", "E-mail ouder"), (1, "Ilse Bos", "i@b.nl"), (9, "Wie Dan", "w@d.nl")):
        parents.append(row)
    for row in (("Leerlingnummer", *CHILD), (1, *NOOR)):
        pupils.append(row)
    book.save(tmp_path / "lijst.xlsx")
    reading = read_file(tmp_path / "lijst.xlsx", TODAY)
    assert [one.name.first_name for one in reading.pupils[0].guardians] == ["Ilse"]
    assert [(one.place.sheet, one.place.row, one.code) for one in reading.rejected] == [
        ("Ouders", 3, "imports.pupil_unknown")
    ]


def test_of_two_columns_for_the_group_the_plain_one_is_the_year_group(tmp_path: Path) -> None:
    pupil = read(tmp_path, ("Groep", *CHILD, "Stamgroep"), (5, *NOOR, "05a")).pupils[0]
    assert (pupil.group, pupil.year_group) == ("5A", 5)


def test_a_representative_may_be_a_name_or_a_yes(tmp_path: Path) -> None:
    named = read(tmp_path, (*CHILD, "Wettelijk vertegenwoordiger"), (*NOOR, "Ilse Bos"))
    assert [one.name.first_name for one in named.pupils[0].guardians] == ["Ilse"]
    said = read(tmp_path, (*CHILD, "Ouder", "Wettelijk vertegenwoordiger"), (*NOOR, "Ilse Bos", "ja"))
    assert [one.authority for one in said.pupils[0].guardians] == ["yes"]


def test_dates_with_the_month_first_are_read_so_only_when_many_say_so(tmp_path: Path) -> None:
    rows = [(f"Kind {chr(64 + day)}", "Bos", f"02/{day}/2017") for day in (3, 13, 14, 25)]
    reading = read(tmp_path, (*CHILD, "Geboortedatum"), *rows)
    assert [pupil.birth_date for pupil in reading.pupils] == [date(2017, 2, day) for day in (3, 13, 14, 25)]
    assert [one.code for one in reading.doubts] == ["imports.dates_us_order"]
    alone = read(tmp_path, (*CHILD, "Geboortedatum"), *rows[:2], ("Pim", "Bos", "21-3-2017"))
    assert [one.place.row for one in alone.rejected] == [3]


def test_guardians_without_names_are_told_once(tmp_path: Path) -> None:
    headings = (*CHILD, "E-mailadres ouder/verzorger 1")
    reading = read(tmp_path, headings, (*NOOR, "i@b.nl"), ("Pim", "Smit", "r@b.nl"))
    assert [(one.code, one.place.column) for one in reading.doubts] == [("imports.guardians_nameless", headings[2])]


def test_a_heading_that_only_gathers_the_columns_of_the_pupil_is_left_out(tmp_path: Path) -> None:
    above = ("Naam", "", "", "Ouder 1", "", "Ouder 2", "")
    below = ("Roepnaam", "tussenv.", "Achternaam", "Naam", "Tel", "Naam", "Tel")
    mila = ("Mila", "de", "Wit", "Eva de Wit", 612345678, "Tom Bos", "0611111111")
    (pupil,) = read(tmp_path, ("Klassenlijst groep 5B",), (), above, below, mila, below).pupils
    assert (pupil.name.first_name, pupil.name.infix, pupil.name.surname, pupil.group) == ("Mila", "de", "Wit", "5B")
    assert [guardian.phone for guardian in pupil.guardians] == ["0612345678", "0611111111"]


def test_a_workbook_that_counts_from_1904_has_the_same_days(tmp_path: Path) -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    sheet = book.worksheets[0]
    born = date(2017, 6, 21)
    for row in (("Naam", "Geboortedatum"), ("Noor Bos", born), ("Sem Kok", (born - date(1904, 1, 1)).days)):
        sheet.append(row)
    book.save(tmp_path / "mac.xlsx")
    assert {pupil.birth_date for pupil in read_file(tmp_path / "mac.xlsx", TODAY).pupils} == {born}


def test_days_of_an_old_excel_file_that_counts_from_1904_are_the_same(tmp_path: Path) -> None:
    born = date(2018, 3, 4)
    rows = (("Naam", "Geboortedatum"), ("Sem Kok", (born - date(1904, 1, 1)).days))
    (tmp_path / "lijst.xls").write_bytes(old_excel.container(old_excel.workbook([("Blad1", rows)], from_1904=True)))
    assert [one.birth_date for one in read_file(tmp_path / "lijst.xls", TODAY).pupils] == [born]


@pytest.mark.parametrize("short", ["Nat.", "Godsd.", "Medic.", "Opl. moeder", "Geb.land", "Allerg."])
def test_a_blocked_heading_is_known_when_it_is_cut_short(tmp_path: Path, short: str) -> None:
    reading = read(tmp_path, (*CHILD, short), (*NOOR, "geheim"))
    assert [one.header for one in reading.dropped] == [short]
    assert "geheim" not in repr(reading)

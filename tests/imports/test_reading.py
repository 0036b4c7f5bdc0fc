"""Class lists of every shape, read from real files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from app.imports.reading import read_file
from app.imports.readings import Reading, ReadPupil
from app.kernel.names import PersonName
from app.people.rules import Authority
from tests.imports.lists import AYLIN, HEADINGS, NOOR, clean, separated, workbook

TODAY = date(2026, 11, 16)
SHORT = ("Nummer", "Roepnaam", "Achternaam", "Groep")


def read(path: Path) -> Reading:
    return read_file(path, TODAY)


def only(path: Path) -> ReadPupil:
    reading = read(path)
    assert len(reading.pupils) == 1, reading.rejected
    return reading.pupils[0]


def test_a_clean_list_is_read_to_the_last_field(tmp_path: Path) -> None:
    noor, aylin = read(clean(tmp_path / "lijst.xlsx")).pupils
    assert (noor.number, noor.name, noor.birth_date) == ("1001", PersonName("Noor", "de", "Graaf"), date(2017, 6, 21))
    assert (noor.group, noor.year_group, noor.place.row) == ("5A", 5, 2)
    ilse, rob = noor.guardians
    assert (ilse.name, ilse.email, ilse.phone) == (PersonName("Ilse", "de", "Graaf"), "ilse@voorbeeld.nl", "0612345678")
    assert (rob.name, rob.phone) == (PersonName("", "van den", "Berg", "R."), "0534328080")
    assert (ilse.authority, rob.authority) == (Authority.YES, Authority.NO)
    assert (aylin.birth_date, [one.authority for one in aylin.guardians]) == (date(2017, 1, 30), [Authority.ASSUMED])


def test_titles_headings_in_two_rows_repeats_and_totals_are_understood(tmp_path: Path) -> None:
    upper = ("Lln. nr.", "Roepnaam", "Achternaam", "Geb.datum", "Stamgroep", "Verzorger 1", "", "Verzorger 2", "")
    lower = ("", "", "", "", "", "Naam", "E-mail", "Naam", "Telefoon")
    noor = (1001, "Noor", "Graaf", "1-2-17", "5b", "Ilse Bos", "i@b.nl", "Rob Bos", "0612345678")
    path = workbook(
        tmp_path / "lijst.xlsx",
        ("Basisschool De Proef",),
        ("Peildatum: 01-10-2026",),
        (),
        *(upper, lower, noor, ()),
        *(upper, lower),
        ("Totaal", 1),
        ("J: 0 M: 1",),
        ("Afgedrukt op 12-11-2026",),
    )
    pupil = only(path)
    assert (pupil.birth_date, pupil.group) == (date(2017, 2, 1), "5B")
    assert [(one.name.first_name, one.email, one.phone) for one in pupil.guardians] == [
        ("Ilse", "i@b.nl", ""),
        ("Rob", "", "0612345678"),
    ]


def test_a_heading_for_the_guardian_may_stand_above_the_full_row(tmp_path: Path) -> None:
    above = ("Leerling", "", "", "", "Ouder 1", "")
    below = ("Nummer", "Roepnaam", "Achternaam", "Groep", "Naam", "E-mail")
    path = workbook(tmp_path / "lijst.xlsx", above, below, (1, "Noor", "Bos", "5", "Ilse Bos", "i@b.nl"))
    assert only(path).guardians[0].email == "i@b.nl"


@pytest.mark.parametrize(
    ("title", "sheet", "group"),
    [
        ("Groep: 1/2   juf Anneke", "Blad1", "1/2"),
        ("Groepslijst 5b", "Blad1", "5B"),
        ("Groep: Kabouters juf Anneke", "Blad1", "Kabouters"),
        ("Leerlingen", "Groep 3-4", "3/4"),
        ("Leerlingen", "5A", "5A"),
        ("Leerlingen", "Overzicht", ""),
    ],
)
def test_the_group_may_stand_in_a_title_or_in_the_name_of_the_sheet(
    tmp_path: Path, title: str, sheet: str, group: str
) -> None:
    path = workbook(tmp_path / "lijst.xlsx", (title,), ("Roepnaam", "Achternaam"), ("Noor", "Bos"), title=sheet)
    assert only(path).group == group


def test_a_group_between_the_rows_holds_for_the_rows_below_it(tmp_path: Path) -> None:
    rows = (("Roepnaam", "Achternaam"), ("Groep 5A",), ("Noor", "Bos"), ("Groep 5B",), ("Aylin", "Smit"))
    assert [pupil.group for pupil in read(workbook(tmp_path / "lijst.xlsx", *rows)).pupils] == ["5A", "5B"]


def test_every_sheet_is_read(tmp_path: Path) -> None:
    book = Workbook()
    for name, pupil in (("Groep 1-2", "Noor"), ("8A", "Aylin")):
        sheet = book.create_sheet(name)
        sheet.append(["voornaam", "achternaam"])
        sheet.append([pupil, "Bos"])
    book.save(tmp_path / "lijst.xlsx")
    assert [(one.name.first_name, one.group) for one in read(tmp_path / "lijst.xlsx").pupils] == [
        ("Noor", "1/2"),
        ("Aylin", "8A"),
    ]


def test_a_group_that_became_a_date_is_put_right(tmp_path: Path) -> None:
    rows = [SHORT, (1, "A", "Bos", date(2026, 2, 1)), (2, "B", "Bos", date(2026, 4, 3)), (3, "C", "Bos", "7-aug")]
    assert [pupil.group for pupil in read(workbook(tmp_path / "l.xlsx", *rows)).pupils] == ["1/2", "3/4", "7/8"]


def test_what_may_not_be_kept_is_dropped_by_heading_and_by_value(tmp_path: Path) -> None:
    numbers = (111222333, 123456782, 100000009)
    rows = [(*SHORT, "Nationaliteit", "Stamnr")] + [
        (number, f"Kind{index}", "Bos", "5", "NL", index) for index, number in enumerate(numbers)
    ]
    reading = read(workbook(tmp_path / "lijst.xlsx", *rows))
    assert [(one.header, one.code) for one in reading.dropped] == [
        ("Nummer", "imports.column_bsn"),
        ("Nationaliteit", "imports.column_blocked"),
    ]
    assert "111222333" not in repr(reading)
    assert "NL" not in repr(reading)


def test_a_parent_per_row_becomes_one_pupil_with_two_guardians(tmp_path: Path) -> None:
    headings = (*SHORT, "Voornaam verzorger", "Achternaam verzorger", "E-mailadres verzorger", "Ouderlijk gezag")
    rows = [
        (1, "Noor", "Bos", "5", "Ilse", "Bos", " I@B.NL", "ja"),
        (1, "Noor", "Bos", "5", "Rob", "Bos", "r@b.nl", "nee"),
    ]
    pupil = only(workbook(tmp_path / "lijst.xlsx", headings, *rows))
    assert [(one.email, one.authority) for one in pupil.guardians] == [
        ("i@b.nl", Authority.YES),
        ("r@b.nl", Authority.NO),
    ]


def test_two_parents_in_one_cell_are_two_guardians(tmp_path: Path) -> None:
    headings = (*SHORT, "Ouders/verzorgers", "E-mailadressen", "Telefoon")
    row = (1, "Noor", "Bos", "5", "Ilse de Vries / Rob Bos", "i@v.nl; r@b.nl", "0612345678 (moeder), 053-4328080")
    pupil = only(workbook(tmp_path / "lijst.xlsx", headings, row))
    assert [(one.name.first_name, one.email, one.phone) for one in pupil.guardians] == [
        ("Ilse", "i@v.nl", "0612345678"),
        ("Rob", "r@b.nl", "0534328080"),
    ]


def test_a_telephone_without_a_name_makes_no_guardian(tmp_path: Path) -> None:
    path = workbook(tmp_path / "l.xlsx", (*SHORT, "Verzorger 1", "Telefoon"), (1, "Noor", "Bos", "5", "", "0612345678"))
    assert only(path).guardians == ()


def test_mother_and_father_keep_the_order_of_the_file(tmp_path: Path) -> None:
    headings = (*SHORT, "Naam vader", "E-mail vader", "Naam moeder", "Mobiel moeder")
    pupil = only(
        workbook(tmp_path / "l.xlsx", headings, (1, "Noor", "Bos", "5", "Rob Bos", "r@b.nl", "Ilse Bos", 612345678))
    )
    assert [(one.name.first_name, one.email, one.phone) for one in pupil.guardians] == [
        ("Rob", "r@b.nl", ""),
        ("Ilse", "", "0612345678"),
    ]


@pytest.mark.parametrize(
    ("encoding", "separator", "before"),
    [
        *(("cp1252", ";", ""), ("utf-8-sig", ",", ""), ("utf-16", "\t", ""), ("utf-8", ";", "sep=;\r\n")),
    ],
)
def test_text_files_are_read_whatever_their_separator(
    tmp_path: Path, encoding: str, separator: str, before: str
) -> None:
    rows = [("Stamnr", "Naam leerling", "Geboren op", "Klas"), ("1", "Öztürk, Zoë", "31-8-2020", "Groep 1/2")]
    path = separated(tmp_path / "lijst.txt", *rows, separator=separator, encoding=encoding, before=before)
    pupil = only(path)
    assert (pupil.name, pupil.group) == (PersonName("Zoë", "", "Öztürk"), "1/2")


def test_a_web_page_that_calls_itself_xls_is_read(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xls"
    path.write_text(
        "<html><body><h2>Groep: 5A</h2><table><tr><th>Llnr</th><th>Roepnaam<th>Achternaam</tr>"
        "<tr><td>1</td><td>No&eacute;</td><td>Bos<br>man</td></tr></table></body></html>",
        encoding="utf-8",
    )
    pupil = only(path)
    assert (pupil.name, pupil.group) == (PersonName("Noé", "", "Bos man"), "5A")


def test_rows_that_cannot_be_taken_over_are_told_with_row_and_column(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "lijst.xlsx",
        HEADINGS,
        (1, "Noor", "", "Bos", "31-02-2017", "5"),
        (2, "", "", "", "1-2-2017", "5"),
        (3, "Aylin", "", "Bos", "1-2-2017", "5"),
        (3, "Mees", "", "Smit", "1-2-2017", "5"),
        (4, "x" * 300, "", "Bos", "1-2-2017", "5"),
        (5, "Saar", "", "Bos", "1-2-2017", "5", 5, "Ilse Bos", "geen mail"),
    )
    reading = read(path)
    assert [(one.place.row, one.place.column, one.code) for one in reading.rejected] == [
        (2, "Geboortedatum", "imports.date_missing"),
        (3, "Achternaam", "imports.name_missing"),
        (5, "Leerlingnummer", "imports.number_twice"),
        (6, "Roepnaam", "imports.value_too_long"),
    ]
    doubt = reading.doubts[0]
    assert (doubt.place.row, doubt.place.column, doubt.code) == (7, "E-mail verzorger 1", "imports.email_unreadable")
    assert (doubt.name, doubt.value) == ("Saar Bos", "geen mail")
    assert [pupil.number for pupil in reading.pupils] == ["3", "5"]


def test_empty_cells_far_below_do_not_count(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (SHORT, (1, "Noor", "Bos", "5")):
        sheet.append(row)
    sheet.cell(1_048_576, 12).number_format = "0.00"
    book.save(tmp_path / "lijst.xlsx")
    assert only(tmp_path / "lijst.xlsx").number == "1"


def test_pupils_without_a_number_are_told_apart_by_name_and_birth_date(tmp_path: Path) -> None:
    headings = ("Roepnaam", "Achternaam", "Geboortedatum")
    rows = [("Noor", "Bos", "1-2-2017"), ("Noor", "Bos", "1-2-2018"), ("NOOR", "Bos", "1-2-2018")]
    assert len(read(workbook(tmp_path / "l.xlsx", headings, *rows)).pupils) == 2


def test_the_columns_are_told_with_their_use(tmp_path: Path) -> None:
    reading = read(workbook(tmp_path / "l.xlsx", (*HEADINGS, "Gymdag"), NOOR, AYLIN))
    told = {column.header: (column.target, column.guardian) for column in reading.columns}
    assert told["Roepnaam"] == ("first_name", 0)
    assert told["E-mail verzorger 2"] == ("email", 2)
    assert told["Gymdag"] == ("", 0)
    assert "birth_date" in reading.targets

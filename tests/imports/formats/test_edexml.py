"""EDEXML and SpreadsheetML: tolerant of what differs, deaf to what may not be kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.imports.reading import read_file
from app.imports.readings import Reading
from app.imports.refusal import FileRefusedError
from app.kernel.names import PersonName

TODAY = date(2026, 11, 16)
SCHOOL = "<school><schooljaar>2026-2027</schooljaar><peildatum>2026-10-01</peildatum><brincode>99zz</brincode></school>"
GROUPS = (
    "<groepen><groep key='G34'><naam>3/4</naam><jaargroep>C</jaargroep></groep>"
    "<samengestelde_groep key='S'><naam>Plusklas</naam></samengestelde_groep></groepen>"
)
GRADJE = (
    "<leerling key='1001' eckid='geheim'><achternaam>Hof</achternaam><voorvoegsel>van 't</voorvoegsel>"
    "<roepnaam>Gradje</roepnaam><geboortedatum>2018-06-21</geboortedatum><jaargroep>4</jaargroep>"
    "<groep key='G34'/><bsn>111222333</bsn><land>NL</land></leerling>"
)


def read(path: Path, *pupils: str, before: str = "", staff: str = "", encoding: str = "utf-8") -> Reading:
    body = f"{before}<EDEX>{SCHOOL}{GROUPS}<leerlingen>{''.join(pupils)}</leerlingen>{staff}</EDEX>"
    path.write_bytes(body.encode(encoding))
    return read_file(path, TODAY)


def test_a_pupil_comes_with_group_and_year_group_and_without_what_may_not_be_kept(tmp_path: Path) -> None:
    reading = read(tmp_path / "edex.csv", GRADJE)
    pupil = reading.pupils[0]
    assert (pupil.number, pupil.name) == ("1001", PersonName("Gradje", "van 't", "Hof"))
    assert (pupil.birth_date, pupil.group, pupil.year_group, pupil.active) == (date(2018, 6, 21), "3/4", 4, True)
    assert (reading.school.brin, reading.school.school_year) == ("99ZZ", "2026-2027")
    assert {column.header for column in reading.dropped} == {"bsn", "land", "eckid"}
    assert "111222333" not in repr(reading)
    assert "geheim" not in repr(reading)
    assert reading.targets >= {"number", "group", "year_group", "birth_date"}


def test_who_has_left_is_no_active_pupil(tmp_path: Path) -> None:
    left = "<leerling key='{}'><achternaam>Bos</achternaam><roepnaam>Noor</roepnaam>{}</leerling>"
    pupils = read(
        tmp_path / "edex.xml",
        left.format(1, "<jaargroep>H</jaargroep>"),
        left.format(2, "<uitstroomdatum>2026-07-10</uitstroomdatum>"),
        left.format(3, "<uitstroomdatum>2027-07-10</uitstroomdatum>"),
        left.format("#4", "<jaargroep>S</jaargroep>"),
    ).pupils
    assert [pupil.active for pupil in pupils] == [False, False, True, True]
    assert [pupil.number for pupil in pupils] == ["1", "2", "3", ""]
    assert [pupil.year_group for pupil in pupils] == [None] * 4


def test_prefixes_comments_and_other_encodings_do_not_matter(tmp_path: Path) -> None:
    path = tmp_path / "edex.xml"
    body = (
        "<?xml version='1.0' encoding='windows-1252'?><!-- van het schoolsysteem -->"
        "<e:EDEX xmlns:e='http://www.edex.nl/2.1'><e:leerlingen><e:leerling key='7'><e:roepnaam>Zoë</e:roepnaam>"
        "<e:achternaam>Öztürk</e:achternaam></e:leerling></e:leerlingen></e:EDEX>"
    )
    path.write_bytes(body.encode("cp1252"))
    assert read_file(path, TODAY).pupils[0].name == PersonName("Zoë", "", "Öztürk")
    path.write_bytes(body.replace("windows-1252", "utf-8").encode("cp1252"))
    assert read_file(path, TODAY).pupils[0].name == PersonName("Zoë", "", "Öztürk")
    path.write_bytes(body.replace("windows-1252", "utf-16").encode("utf-16"))
    assert read_file(path, TODAY).pupils[0].name == PersonName("Zoë", "", "Öztürk")


def test_employees_come_with_what_they_do(tmp_path: Path) -> None:
    staff = (
        "<leerkrachten><leerkracht key='L1'><achternaam>Bemmel</achternaam><voorvoegsel>van</voorvoegsel>"
        "<voorletters-1>JH</voorletters-1><rol>DIR</rol></leerkracht><leerkracht key='L2'><roepnaam>Lia</roepnaam>"
        "<rolomschrijving>Klusser</rolomschrijving><groepen><groep key='G34'/></groepen></leerkracht></leerkrachten>"
    )
    first, second = read(tmp_path / "edex.xml", GRADJE, staff=staff).employees
    assert (first.name, first.job_title) == (PersonName("", "van", "Bemmel", "J.H."), "directeur")
    assert (second.job_title, second.group) == ("Klusser", "3/4")


def test_what_cannot_be_read_is_told_with_its_element(tmp_path: Path) -> None:
    reading = read(
        tmp_path / "edex.xml",
        GRADJE,
        "<leerling key='2'><roepnaam>Noor</roepnaam><geboortedatum>2018-02-30</geboortedatum></leerling>",
        "<leerling key='3'><geboortedatum>2018-02-03</geboortedatum></leerling>",
        "<leerling key='4'><roepnaam>Opa</roepnaam><geboortedatum>1950-02-03</geboortedatum></leerling>",
    )
    told = [(one.place.row, one.place.column, one.code) for one in reading.rejected]
    assert told == [(2, "geboortedatum", "imports.date_missing"), (3, "achternaam", "imports.name_missing")]
    assert [(one.place.row, one.code) for one in reading.doubts] == [
        (4, "imports.surname_missing"),
        (4, "imports.age_unlikely"),
    ]


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("<!DOCTYPE EDEX SYSTEM 'file:///etc/passwd'>", "imports.unsafe"),
        ("<?xml version='1.0'?>" + " " * 9000 + "<!DOCTYPE EDEX [<!ENTITY a 'b'>]>", "imports.no_workbook"),
        ("<!--" + "x" * 5000 + "--><!DOCTYPE EDEX [<!ENTITY a 'b'>]>", "imports.unsafe"),
    ],
)
def test_a_file_that_declares_anything_is_refused(tmp_path: Path, before: str, code: str) -> None:
    with pytest.raises(FileRefusedError) as refusal:
        read(tmp_path / "edex.xml", GRADJE, before=before)
    assert refusal.value.code == code


def test_rows_and_cells_of_spreadsheet_xml_stand_where_they_say(tmp_path: Path) -> None:
    path = tmp_path / "lijst.xls"
    path.write_text(
        "<?xml version='1.0'?><Workbook xmlns:ss='urn:x'><Worksheet ss:Name='Groep 5A'><Table>"
        "<Row ss:Index='3'><Cell ss:MergeAcross='1'><Data ss:Type='String'>Nummer</Data></Cell>"
        "<Cell ss:Index='4'><Data ss:Type='String'>Roepnaam</Data></Cell><Cell><Data>Achternaam</Data></Cell>"
        "<Cell><Data>Geboren op</Data></Cell></Row>"
        "<Row><Cell><Data ss:Type='Number'>12</Data></Cell><Cell ss:Index='4'><Data ss:Type='String'>Noor</Data></Cell>"
        "<Cell><Data>Bos</Data></Cell><Cell><Data ss:Type='DateTime'>2017-06-21T00:00:00.000</Data></Cell></Row>"
        "</Table></Worksheet></Workbook>",
        encoding="utf-8",
    )
    pupil = read_file(path, TODAY).pupils[0]
    assert (pupil.number, pupil.name.first_name, pupil.birth_date) == ("12", "Noor", date(2017, 6, 21))
    assert (pupil.group, pupil.place.row) == ("5A", 4)


def test_a_pupil_without_a_surname_asks_for_a_look(tmp_path: Path) -> None:
    reading = read(tmp_path / "e.xml", "<leerling key='7'><roepnaam>Noor</roepnaam></leerling>")
    assert [(doubt.code, doubt.name) for doubt in reading.doubts] == [("imports.surname_missing", "Noor")]

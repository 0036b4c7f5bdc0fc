"""Single cells, names and headings of a class list."""

from __future__ import annotations

from datetime import date

import pytest

from app.imports.columns.headings import Heading, heading
from app.imports.content import cells, contacts
from app.imports.content.name_cells import Named, several
from app.imports.content.persons import parted, single
from app.imports.readings import Target
from app.kernel.clock import at
from app.kernel.names import PersonName
from app.people.rules import Authority


@pytest.mark.parametrize(
    "written",
    [
        "12-3-2018",
        "12-03-18",
        "12/03/2018",
        "2018-03-12",
        "12.03.2018",
        "12 maart 2018",
        "12-mrt-18",
        "12-3-2018 00:00",
    ],
)
def test_dates_are_read_day_first(written: str) -> None:
    assert cells.day(written, 2026) == date(2018, 3, 12)


def test_date_cells_and_serial_numbers_are_dates() -> None:
    assert cells.day(at(2018, 3, 12, 9), 2026) == cells.day(43171.0, 2026) == date(2018, 3, 12)
    assert cells.day(date(2018, 3, 12), 2026) == date(2018, 3, 12)
    assert cells.day(None, 2026) is None
    assert cells.day("1-2-27", 2026) == date(1927, 2, 1)


@pytest.mark.parametrize("wrong", ["29-2-2017", "3/25/2018", "gisteren", "12 brumaire 2018", 0, 1e9])
def test_what_is_no_date_is_never_guessed(wrong: str | float) -> None:
    with pytest.raises((ValueError, OverflowError)):
        cells.day(wrong, 2026)


def test_a_cell_becomes_tidy_text() -> None:
    assert [cells.text(cell) for cell in (20260000.0, 1.5, None, True, False, date(2026, 2, 1))] == [
        *("20260000", "1.5", "", "ja", "nee", "1-2-2026"),
    ]
    assert cells.text(" van\xa0den \u200b\x07 Berg\ud800") == "van den Berg"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        *(("ja", Authority.YES), ("J", Authority.YES), ("X", Authority.YES), (True, Authority.YES)),
        *(("nee", Authority.NO), ("Geen gezag", Authority.NO), (0.0, Authority.NO)),
        *(("", Authority.ASSUMED), ("onbekend", Authority.ASSUMED), (None, Authority.ASSUMED)),
    ],
)
def test_authority_is_only_what_the_list_says(said: cells.Cell, meant: Authority) -> None:
    assert contacts.authority(said) is meant


def test_telephones_and_addresses_are_found_among_other_text() -> None:
    assert contacts.phones("053-432 80 80 (werk), 06 12345678") == ("0534328080", "0612345678")
    assert contacts.phones(612345678.0) == contacts.phones(31612345678.0) == ("0612345678",)
    assert contacts.phones("onbekend") == ()
    assert contacts.emails("mailto:A@B.nl\nc@d.nl,") == ("a@b.nl", "c@d.nl")


def test_a_number_is_a_bsn_when_it_passes_the_eleven_test() -> None:
    assert cells.is_bsn(111222333.0)
    assert not cells.is_bsn("111222334")
    assert not cells.is_bsn("12")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Jan de Vries", PersonName("Jan", "de", "Vries")),
        ("Vries, Jan de", PersonName("Jan", "de", "Vries")),
        ("Vries de, Jan", PersonName("Jan", "de", "Vries")),
        ("de Vries, Jan", PersonName("Jan", "de", "Vries")),
        ("VRIES, JAN DE", PersonName("JAN", "de", "VRIES")),
        ("VAN DEN BERG, PIEN", PersonName("PIEN", "van den", "BERG")),
        ("Sofia Ó Briain", PersonName("Sofia", "", "Ó Briain")),
        ("El Hamdaoui, Liv", PersonName("Liv", "", "El Hamdaoui")),
        ("Anna Maria van ’t Hof", PersonName("Anna Maria", "van 't", "Hof")),
        ("Fatima d' Hondt", PersonName("Fatima", "d'", "Hondt")),
        ("Anna d'Hondt", PersonName("Anna", "d'", "Hondt")),
        ("J. de Vries", PersonName("", "de", "Vries", "J.")),
        ("Saartje", PersonName("Saartje", "", "")),
    ],
)
def test_a_name_in_one_cell_is_parted(written: str, name: PersonName) -> None:
    assert single(written) == name


def test_names_in_cells_of_their_own_keep_what_is_written() -> None:
    assert parted("Noor", "VAN DEN", "Berg") == PersonName("Noor", "van den", "Berg")
    assert parted("Noor", "", "van den Berg") == PersonName("Noor", "van den", "Berg")
    assert parted("Liv", "", "El Hamdaoui") == PersonName("Liv", "", "El Hamdaoui")


def test_titles_and_line_breaks_part_the_guardians_in_one_cell() -> None:
    assert several("dhr. J. de Vries\nmw. A. Jansen") == (
        Named(PersonName("", "de", "Vries", "J."), "mr"),
        Named(PersonName("", "", "Jansen", "A."), "mrs"),
    )
    assert several("Stichting Jeugd en Gezin") == (Named(PersonName("", "", "Stichting Jeugd en Gezin")),)
    assert several("Fam. Jansen") == (Named(PersonName("", "", "Jansen")),)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Lln. nr.", Heading(Target.NUMBER)),
        ("Geb.datum", Heading(Target.BIRTH_DATE)),
        ("Roepnaam leerling", Heading(Target.FIRST_NAME)),
        ("Naam van het kind", Heading(Target.FULL_NAME)),
        ("Ouder/verzorger 1", Heading(Target.FULL_NAME, "1")),
        ("E-mailadres ouder/verzorger 2", Heading(Target.EMAIL, "2")),
        ("1e verzorger", Heading(Target.FULL_NAME, "1")),
        ("mobiel moeder", Heading(Target.PHONE, "moeder")),
        ("Ouders/verzorgers", Heading(Target.FULL_NAME, "*")),
        ("Gezag verzorger 1", Heading(Target.AUTHORITY, "1")),
        ("Ouderlijk gezag", Heading(Target.AUTHORITY)),
        ("Beroep vader", Heading(None)),
        ("BSN leerling", Heading(Target.BLOCKED)),
        ("Land_vader", Heading(Target.BLOCKED)),
        ("Gymdag", Heading(None)),
    ],
)
def test_a_heading_tells_what_its_column_holds(written: str, meant: Heading) -> None:
    assert heading(written) == meant

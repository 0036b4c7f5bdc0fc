"""What is exported, and the filled-in template, can be read in again without a change."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from app.application import Meldboek
from app.imports.rules import LineKind, Proposal
from app.kernel.names import PersonName
from app.people.export import USUAL, Part, people_workbook
from app.people.rules import Address, Authority, NewGuardian, NewPupil
from app.people.template import template_workbook
from tests.builders import Cast


@pytest.fixture
def full(meldboek: Meldboek, cast: Cast) -> Meldboek:
    """The cast with everything in it that a workbook likes to spoil."""
    odd = NewPupil(
        name=PersonName("Gijs", "van 't", "Hof"),
        number="0042",
        birth_date=date(2018, 2, 28),
        group="1/2",
        year_group=2,
        enrol_date=date(2022, 8, 22),
        address=Address("=1+1 laan", "12-a", "7534 AB", "Enschede"),
    )
    gijs = meldboek.people.add_pupil(odd)
    mother = NewGuardian(PersonName("", "", "Hof-Öztürk", "A.B."), authority=Authority.NO, source="vonnis")
    meldboek.people.add_guardian(gijs, mother)
    meldboek.people.add_guardian(gijs, NewGuardian(PersonName("Bo", "de", "Wit"), phone="0612345678"))
    meldboek.people.add_guardian(gijs, NewGuardian(PersonName("Cas", "", "Bos"), email="cas@voorbeeld.nl"))
    return meldboek


def _written(meldboek: Meldboek, path: Path, parts: tuple[Part, ...] = tuple(Part)) -> Path:
    people = meldboek.people
    path.write_bytes(people_workbook(people.enrolled(), people.employees(), parts))
    return path


def _proposed(meldboek: Meldboek, path: Path) -> Proposal:
    return meldboek.imports.compare(meldboek.imports.read(path))


def _page(data: bytes, title: str) -> Worksheet:
    page = load_workbook(BytesIO(data))[title]
    assert isinstance(page, Worksheet)
    return page


@pytest.mark.parametrize("parts", [tuple(Part), USUAL, (), (Part.GROUP, Part.GUARDIANS)])
def test_an_export_is_read_in_again_without_a_change(full: Meldboek, tmp_path: Path, parts: tuple[Part, ...]) -> None:
    proposal = _proposed(full, _written(full, tmp_path / "personen.xlsx", parts))
    assert {line.kind for line in proposal.lines} == {LineKind.UNCHANGED}
    assert len(proposal.lines) == 5
    assert {one.kind for one in proposal.employees} == {LineKind.UNCHANGED}
    assert (proposal.rejected, proposal.dropped) == ((), ())


def test_text_stays_text_with_its_zeros_and_without_formulas(full: Meldboek, tmp_path: Path) -> None:
    page = _page(_written(full, tmp_path / "personen.xlsx").read_bytes(), "Leerlingen")
    cells = {cell.value: cell for row in page.iter_rows() for cell in row}
    for text in ("0042", "0612345678", "=1+1 laan", "1/2"):
        assert (cells[text].data_type, cells[text].number_format) == ("s", "@")
    assert cells["=1+1 laan"].quotePrefix
    assert not [cell for row in page.iter_rows() for cell in row if cell.data_type == "f"]


def test_only_the_chosen_parts_go_along(full: Meldboek) -> None:
    data = people_workbook(full.people.enrolled(), (), (Part.GROUP,))
    heads = [cell.value for cell in _page(data, "Leerlingen")[1]]
    assert heads == ["Leerlingnummer", "Roepnaam", "Voorletters", "Tussenvoegsel", "Achternaam", "Groep", "Leerjaar"]
    assert load_workbook(BytesIO(data)).sheetnames == ["Leerlingen"]


def test_an_empty_school_still_gives_its_heads() -> None:
    assert _page(people_workbook((), (), ()), "Leerlingen")["A1"].value == "Leerlingnummer"


def test_the_filled_in_template_is_read_as_it_was_filled_in(meldboek: Meldboek, tmp_path: Path) -> None:
    book = load_workbook(BytesIO(template_workbook(("5A",))))
    page = book["Leerlingen"]
    heads = [cell.value for cell in page[1]]
    filled = {
        "Leerlingnummer": "0123",
        "Roepnaam": "Noor",
        "Tussenvoegsel": "van der",
        "Achternaam": "Berg",
        "Geboortedatum": date(2018, 6, 21),
        "Groep": "5A",
        "Voornaam": "",
        "Roepnaam verzorger 1": "Ilse",
        "Achternaam verzorger 1": "Berg",
        "Telefoon verzorger 1": "0612345678",
        "Gezag verzorger 1": "ja",
    }
    page.append([filled.get(str(head)) for head in heads])
    book.save(tmp_path / "ingevuld.xlsx")
    proposal = _proposed(meldboek, tmp_path / "ingevuld.xlsx")
    meldboek.imports.apply(proposal)
    card = meldboek.people.pupil_by_number("0123")
    assert (card.name, card.birth_date, card.group) == (PersonName("Noor", "van der", "Berg"), date(2018, 6, 21), "5A")
    assert (card.guardians[0].phone, card.guardians[0].authority) == ("0612345678", Authority.YES)
    again = _proposed(meldboek, tmp_path / "ingevuld.xlsx")
    assert [line.kind for line in again.lines] == [LineKind.UNCHANGED]
    assert proposal.rejected == ()


def test_the_template_explains_itself_and_offers_what_can_be_chosen() -> None:
    data = template_workbook(("1/2", "5A"))
    book = load_workbook(BytesIO(data))
    assert book.sheetnames == ["Uitleg", "Leerlingen", "Medewerkers", "Keuzes"]
    assert book["Keuzes"].sheet_state == "hidden"
    page = _page(data, "Leerlingen")
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert {rule.type for rule in rules.values()} == {"list", "date"}
    groups = rules["F2:F2000"]
    assert (groups.formula1, groups.showErrorMessage) == ("'Keuzes'!$A$1:$A$2", False)
    assert (page.column_dimensions["A"].number_format, page.column_dimensions["E"].number_format) == ("@", "dd-mm-yyyy")
    said = [str(cell.value) for row in book["Uitleg"].iter_rows() for cell in row if cell.value]
    assert "Blad Leerlingen" in said
    assert "Roepnaam verzorger 2" in said


def test_a_school_without_groups_types_them() -> None:
    page = _page(template_workbook(), "Leerlingen")
    assert "F2:F2000" not in {str(rule.sqref) for rule in page.data_validations.dataValidation}

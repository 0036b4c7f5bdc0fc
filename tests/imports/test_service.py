"""Class lists against the real encrypted register: compare, take over, and every way to fail."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.imports.report import as_json
from app.imports.rules import FieldChange, LineKind, Proposal
from app.imports.service import Imports
from app.kernel.clock import FixedClock, at
from app.kernel.names import PersonName
from app.people.listing import people_as_json
from app.people.rules import Authority, NewGuardian, NewPupil, RelationKind
from app.people.service import People
from app.vault.drawers.database import Drawer
from tests.imports.lists import AYLIN, HEADINGS, NOOR, clean, workbook


@pytest.fixture
def people(register: Drawer, clock: FixedClock) -> People:
    return People(register, clock)


@pytest.fixture
def imports(register: Drawer, people: People, clock: FixedClock) -> Imports:
    return Imports(register, people, clock)


def propose(imports: Imports, path: Path) -> Proposal:
    return imports.compare(imports.read(path))


def kinds(proposal: Proposal) -> list[LineKind]:
    return [line.kind for line in proposal.lines]


def test_a_clean_list_fills_an_empty_school(imports: Imports, people: People, tmp_path: Path) -> None:
    result = imports.apply(propose(imports, clean(tmp_path / "lijst.xlsx")))
    assert as_json(result) == {
        "new": 2,
        "changed": 0,
        "unchanged": 0,
        "missing": 0,
        "rejected": [],
        "dropped_columns": [],
        "groups": ["5A"],
    }
    assert people_as_json(people)[0] == {
        "number": "1001",
        "first_name": "Noor",
        "infix": "de",
        "surname": "Graaf",
        "birth_date": "2017-06-21",
        "group": "5A",
        "year_group": 5,
        "guardians": [
            {
                "first_name": "Ilse",
                "infix": "de",
                "surname": "Graaf",
                "email": "ilse@voorbeeld.nl",
                "phone": "0612345678",
                "authority": "yes",
            },
            {
                "first_name": "R.",
                "infix": "van den",
                "surname": "Berg",
                "email": "rob@voorbeeld.nl",
                "phone": "0534328080",
                "authority": "no",
            },
        ],
    }
    assert people.pupil_by_number("1001").guardians[0].authority_source == "klassenlijst van 16 nov 2026"


def test_comparing_writes_nothing(imports: Imports, people: People, register: Drawer, tmp_path: Path) -> None:
    before = register.head
    propose(imports, clean(tmp_path / "lijst.xlsx"))
    assert (people.pupils(), register.head) == ((), before)


def test_the_same_list_again_changes_nothing(imports: Imports, tmp_path: Path) -> None:
    path = clean(tmp_path / "lijst.xlsx")
    imports.apply(propose(imports, path))
    assert kinds(propose(imports, path)) == [LineKind.UNCHANGED] * 2


def test_an_import_is_one_line_in_the_log_and_one_in_the_history(
    imports: Imports, register: Drawer, tmp_path: Path
) -> None:
    imports.apply(propose(imports, clean(tmp_path / "lijst.xlsx")))
    assert register.log(1)[0].action == "class_list.imported"
    line = imports.history()[0]
    assert (line.file_name, line.new, line.user_name) == ("lijst.xlsx", 2, register.user.name)


def test_changes_are_told_field_by_field_and_taken_over(imports: Imports, people: People, tmp_path: Path) -> None:
    imports.apply(propose(imports, clean(tmp_path / "lijst.xlsx")))
    moved = list(NOOR)
    moved[3], moved[5], moved[8] = "Graaf-Bos", "5b", "ilse@nieuw.nl"
    proposal = propose(imports, workbook(tmp_path / "nieuw.xlsx", HEADINGS, moved, AYLIN))
    assert kinds(proposal) == [LineKind.CHANGED, LineKind.UNCHANGED]
    assert proposal.lines[0].changes == (
        FieldChange("name", "Graaf, Noor de", "Graaf-Bos, Noor de"),
        FieldChange("group", "5A", "5B"),
        FieldChange("email", "ilse@voorbeeld.nl", "ilse@nieuw.nl", "Ilse de Graaf"),
    )
    imports.apply(proposal)
    card = people.pupil_by_number("1001")
    assert (card.name.surname, card.group, card.guardians[0].email) == ("Graaf-Bos", "5B", "ilse@nieuw.nl")
    assert len(card.guardians) == 2


def test_a_column_that_is_absent_changes_nothing(imports: Imports, people: People, tmp_path: Path) -> None:
    imports.apply(propose(imports, clean(tmp_path / "lijst.xlsx")))
    short = workbook(tmp_path / "kort.xlsx", ("Nummer", "Roepnaam", "Tv", "Achternaam"), (1001, "Noor", "de", "Graaf"))
    proposal = propose(imports, short)
    assert kinds(proposal) == [LineKind.UNCHANGED, LineKind.MISSING]
    imports.apply(proposal)
    assert len(people.pupils()) == 2


def test_siblings_share_a_guardian_but_namesakes_do_not(imports: Imports, people: People, tmp_path: Path) -> None:
    headings = ("Nummer", "Roepnaam", "Achternaam", "Verzorger 1", "E-mail verzorger 1", "Telefoon verzorger 1")
    rows = [
        (1, "Noor", "Bos", "Ilse Bos", "ilse@bos.nl", ""),
        (2, "Mees", "Bos", "I. Bos", "ilse@bos.nl", ""),
        (3, "Saar", "Vos", "Rob Vos", "", "0612345678"),
        (4, "Teun", "Vos", "Rob Vos", "", "06-12345678"),
        (5, "Fien", "Vos", "Rob Vos", "", ""),
    ]
    imports.apply(propose(imports, workbook(tmp_path / "l.xlsx", headings, *rows)))
    ids = [people.pupil_by_number(str(number)).guardians[0].id for number in range(1, 6)]
    assert ids[0] == ids[1]
    assert ids[2] == ids[3] != ids[4]


def test_parents_who_share_an_address_stay_two(imports: Imports, people: People, tmp_path: Path) -> None:
    headings = (
        "Nummer",
        "Roepnaam",
        "Achternaam",
        "Verzorger 1",
        "E-mail verzorger 1",
        "Verzorger 2",
        "E-mail verzorger 2",
    )
    row = (1, "Noor", "Bos", "Ilse Bos", "wij@bos.nl", "Rob Bos", "wij@bos.nl")
    path = workbook(tmp_path / "l.xlsx", headings, row)
    imports.apply(propose(imports, path))
    assert len({line.id for line in people.pupil_by_number("1").guardians}) == 2
    assert kinds(propose(imports, path)) == [LineKind.UNCHANGED]


def test_an_institution_is_guardian_under_one_name_and_own_guardians_go_first(
    imports: Imports, people: People, tmp_path: Path
) -> None:
    headings = ("Nummer", "Roepnaam", "Achternaam", "Voogd", "E-mail voogd")
    noor = (1, "Noor", "Bos", "Jeugdbescherming De Brug", "post@brug.nl")
    imports.apply(propose(imports, workbook(tmp_path / "l.xlsx", headings, noor)))
    mees = people.add_pupil(NewPupil(PersonName("Mees", "", "Vos"), "2"))
    people.add_guardian(mees, NewGuardian(PersonName("", "", "De Brug"), email="post@brug.nl"))
    again = (2, "Mees", "Vos", "Jeugdbescherming De Brug", "post@brug.nl")
    proposal = propose(imports, workbook(tmp_path / "l.xlsx", headings, noor, again))
    assert [line.changes for line in proposal.lines] == [
        (),
        (FieldChange("guardian_name", "De Brug", "Jeugdbescherming De Brug", "De Brug"),),
    ]
    line = people.pupil_by_number("1").guardians[0]
    assert (line.relation, line.name.surname) == (RelationKind.GUARDIAN_INSTITUTION, "Jeugdbescherming De Brug")


def test_without_a_number_name_and_birth_date_decide(imports: Imports, people: People, tmp_path: Path) -> None:
    people.add_pupil(NewPupil(PersonName("Noor", "de", "Graaf"), "", date(2017, 6, 21), "5A"))
    proposal = propose(imports, workbook(tmp_path / "l.xlsx", HEADINGS, NOOR))
    assert kinds(proposal) == [LineKind.CHANGED]
    assert FieldChange("number", "", "1001") in proposal.lines[0].changes


def test_a_namesake_with_another_birth_date_is_doubtful_and_becomes_a_new_pupil(
    imports: Imports, people: People, tmp_path: Path
) -> None:
    people.add_pupil(NewPupil(PersonName("Noor", "de", "Graaf"), "77", date(2016, 1, 1), "6"))
    proposal = propose(imports, workbook(tmp_path / "l.xlsx", HEADINGS, NOOR))
    assert kinds(proposal) == [LineKind.DOUBTFUL, LineKind.MISSING]
    assert imports.apply(proposal).new == 1
    assert len(people.find("noor graaf")) == 2


def test_a_number_of_another_pupil_is_rejected(imports: Imports, people: People, tmp_path: Path) -> None:
    people.add_pupil(NewPupil(PersonName("Pim", "", "Smit"), "1001", date(2015, 1, 1), "7"))
    report = as_json(imports.apply(propose(imports, workbook(tmp_path / "l.xlsx", HEADINGS, NOOR, AYLIN))))
    assert report["new"] == 1
    assert report["rejected"][0]["code"] == "imports.number_of_other"
    assert "Pim Smit" in report["rejected"][0]["text"]


def test_who_left_or_is_not_born_yet_is_not_entered(imports: Imports, tmp_path: Path) -> None:
    headings = ("Nummer", "Roepnaam", "Achternaam", "Groep", "Geboortedatum", "Uitschrijfdatum")
    rows = [
        (1, "Noor", "Bos", "5", "1-2-2017", "1-8-2026"),
        (2, "Mees", "Bos", "Aangemeld", "1-2-2023", ""),
        (3, "Saar", "Bos", "5", "1-2-2027", ""),
    ]
    proposal = propose(imports, workbook(tmp_path / "l.xlsx", headings, *rows))
    assert [one.code for one in proposal.rejected] == [
        *("imports.not_enrolled", "imports.not_enrolled", "imports.birth_date_in_future"),
    ]
    assert proposal.lines == ()


def test_a_pupil_who_left_comes_back_with_the_list(imports: Imports, people: People, tmp_path: Path) -> None:
    gone = NewPupil(PersonName("Noor", "de", "Graaf"), "1001", date(2017, 6, 21), "", leave_date=date(2026, 2, 1))
    pupil = people.add_pupil(gone)
    imports.apply(propose(imports, workbook(tmp_path / "l.xlsx", HEADINGS, NOOR)))
    assert people.pupil(pupil).active
    assert people.pupil(pupil).group == "5A"


def test_what_a_list_says_of_authority_becomes_a_statement(imports: Imports, people: People, tmp_path: Path) -> None:
    pupil = people.add_pupil(NewPupil(PersonName("Noor", "de", "Graaf"), "1001", date(2017, 6, 21), "5A", 5))
    people.add_guardian(pupil, NewGuardian(PersonName("Ilse", "de", "Graaf"), email="ilse@voorbeeld.nl"))
    proposal = propose(imports, workbook(tmp_path / "l.xlsx", HEADINGS, NOOR))
    assert FieldChange("authority", "assumed", "yes", "Ilse de Graaf") in proposal.lines[0].changes
    assert FieldChange("guardian", "", "R. van den Berg") in proposal.lines[0].changes
    imports.apply(proposal)
    assert [line.authority for line in people.pupil(pupil).guardians] == [Authority.YES, Authority.NO]


def test_a_new_school_year_moves_pupils_from_that_day(
    imports: Imports, people: People, clock: FixedClock, tmp_path: Path
) -> None:
    imports.apply(propose(imports, clean(tmp_path / "lijst.xlsx")))
    clock.at = at(2027, 8, 25)
    older = list(NOOR)
    older[5], older[6] = "6a", 6
    imports.apply(propose(imports, workbook(tmp_path / "nieuw.xlsx", HEADINGS, older)))
    noor = people.pupil_by_number("1001")
    assert (noor.group, noor.year_group) == ("6A", 6)
    assert people.pupil(noor.id, date(2027, 8, 24)).group == "5A"

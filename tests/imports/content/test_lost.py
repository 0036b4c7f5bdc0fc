"""Letters that were lost on the way: told of, and never put in the place of a name that is known."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.application import Meldboek
from app.imports.content import lost
from app.imports.rules import LineKind
from app.kernel.names import PersonName
from app.people.rules import NewGuardian, NewPupil
from tests.imports.lists import workbook
from tests.imports.test_service import propose

HEADINGS = ("Nummer", "Roepnaam", "Achternaam", "Groep", "Geboortedatum", "Naam ouder", "Telefoon ouder")


@pytest.mark.parametrize(
    ("told", "known", "same"),
    [
        ("Ayd?n", "Aydın", True),
        ("Yi?it Y?ld?z", "Yiğit Yıldız", True),
        ("Aydin", "Aydın", False),
        ("Ayd?n", "Aydan-Bos", False),
        ("Ayd?n", "Ayd-n", False),
        ("Bakk\N{REPLACEMENT CHARACTER}r", "Bakker", True),
    ],
)
def test_a_name_is_the_same_when_only_lost_letters_differ(told: str, known: str, same: bool) -> None:
    assert lost.is_same(told, known) is same


def test_what_is_odd_in_a_name() -> None:
    assert [lost.oddness_of(PersonName(name, "", "Bos")) for name in ("Ayd?n", "Noor2", "Noor")] == [
        "imports.letters_lost",
        "imports.name_of_digits",
        "",
    ]


def test_a_spoiled_list_changes_no_name_and_makes_no_second_father(meldboek: Meldboek, tmp_path: Path) -> None:
    imports, people = meldboek.imports, meldboek.people
    pupil = people.add_pupil(NewPupil(PersonName("Esma", "", "Aydın"), "1001", date(2017, 6, 21), "5A", 5))
    people.add_guardian(pupil, NewGuardian(PersonName("Orhan", "", "Aydın"), phone="0612345678"))
    row = ("1001", "Esma", "Ayd?n", "5A", "21-06-2017", "Orhan Ayd?n", "0612345678")
    proposal = propose(imports, workbook(tmp_path / "l.xlsx", HEADINGS, row))
    assert [line.kind for line in proposal.lines] == [LineKind.UNCHANGED]
    imports.apply(proposal)
    card = people.pupil(pupil)
    assert (card.name.surname, [one.name.surname for one in card.guardians]) == ("Aydın", ["Aydın"])

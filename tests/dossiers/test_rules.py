"""Masking of everybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.dossiers.contact_rules import Contacts
from app.dossiers.masking_rules import Mask, Other, letters_of
from app.dossiers.rules import Choices, Dossier, DossierEntry, Doubt, Replacement
from app.kernel.names import PersonName
from app.letters.names.mention_rules import UNSURE
from app.people.rules import PersonKind

TEUN = Other(1, PersonKind.PUPIL, PersonName("Teun", "", "Mulder"))
FATHER = PersonName("Rob", "", "Mulder")
NOOR = Other(2, PersonKind.PUPIL, PersonName("Noor", "de", "Graaf"))
LUUK = Other(3, PersonKind.PUPIL, PersonName("Luuk", "", "Vos"))
MOTHER = Other(4, PersonKind.GUARDIAN, PersonName("Ans", "", "Kuiper"), child_id=2)
STEP = Other(5, PersonKind.GUARDIAN, PersonName("Gijs", "", "Pol"), child_id=99)
TEACHER = Other(6, PersonKind.EMPLOYEE, PersonName("Jan", "", "Hartog"))
STRANGER = Other(-1, None, PersonName("", "", "Dennis van het plein", exact=True))
FAR = Other(7, PersonKind.PUPIL, PersonName("Storm", "", "Bakker"), is_close=False)
ALL = (NOOR, LUUK, MOTHER, STEP, TEACHER, STRANGER, FAR)


def mask(choices: Choices | None = None) -> Mask:
    kept = ("Basisschool De Wilgenhof", "info@wilgenhof.nl", "053-123 45 67", "E. Terpstra")
    return Mask(TEUN, [FATHER], ALL, kept, choices)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Teun filmde Noor", "Teun filmde leerling B"),
        ("eerst Luuk Vos, dan Noor de Graaf, dan Luuk", "eerst leerling B, dan leerling C, dan leerling B"),
        ("Noor huilde. Noor ging weg.", "Leerling B huilde. Leerling B ging weg."),
        ("volgens mevrouw Kuiper", "volgens ouder van leerling B"),
        ("Ans Kuiper, moeder van Noor", "Ouder van leerling B, moeder van leerling B"),
        ("met Gijs Pol", "met ouder 1"),
        ("met de heer J. Hartog", "met medewerker 1"),
        ("met Dennis van het plein", "met betrokkene 1"),
        ("Rob Mulder en meneer Mulder", "Rob Mulder en meneer Mulder"),
        ("bij Storm Bakker", "bij leerling B"),
        ("door E. Terpstra van Basisschool De Wilgenhof", "door E. Terpstra van Basisschool De Wilgenhof"),
        ("mail ans@kuiper.nl of info@wilgenhof.nl", "mail [e-mailadres] of info@wilgenhof.nl"),
        (
            "bel 06-12345678, +31 6 1234 5678 of 053-123 45 67",
            "bel [telefoonnummer], [telefoonnummer] of 053-123 45 67",
        ),
        ("het account @noortje_8b", "het account [account]"),
        ("zijn account: noor_2014 en snapchat is luuk99", "zijn account: [account] en snapchat is [account]"),
        ("zag leerling Noor en Leerling Luuk", "zag leerling B en leerling C"),
        ("op 12-11-2026 in groep 8B, op 06-12-26 14.05", "op 12-11-2026 in groep 8B, op 06-12-26 14.05"),
        ("06.12.34.56.78 of 06-12-34 56 78", "[telefoonnummer] of [telefoonnummer]"),
        ("luuk (at) mail (dot) nl, luuk apenstaartje mail.nl", "[e-mailadres], [e-mailadres]"),
        ("mail info@wilgenhof.nl. Daarna niets", "mail info@wilgenhof.nl. Daarna niets"),
        ("𝐍𝐨𝐨𝐫, Ｎｏｏｒ en Ⓝⓞⓞⓡ", "Leerling B, leerling B en leerling B"),
        ("Noors tas, Noor's tas, Luuk’s tas", "Leerling B’s tas, leerling B’s tas, leerling C’s tas"),
        ("Luuk Vos' jas en Noor'tje", "Leerling B’s jas en leerling C"),
        ("‘Luuk Vos’ zei hij", "‘Leerling B’ zei hij"),
        ("NdG, Noor d.G., NG en Degraaf", "Leerling B, leerling B., NG en leerling B"),
        ("LV en Lv", "Leerling B en Lv"),
        ("", ""),
    ],
)
def test_everybody_else_is_masked(text: str, shown: str) -> None:
    assert mask().text(text) == shown


def test_an_alias_is_the_same_in_every_text() -> None:
    one = mask()
    assert one.text("Zij zagen Luuk.") == "Zij zagen leerling B."
    assert one.text("En Noor.") == "En leerling C."
    assert one.text("De tas van Luuk Vos.") == "De tas van leerling B."
    assert one.replacements[0] == Replacement("Luuk", "leerling B", 1)


def test_a_lone_first_name_of_somebody_far_off_is_masked_and_doubtful() -> None:
    one = mask()
    assert one.text("Er was Storm op zee, een storm.") == "Er was [naam] op zee, een storm."
    (doubt,) = one.doubts
    assert (doubt.text, doubt.shown) == ("Storm", UNSURE)
    assert "Er was Storm op zee" in doubt.context


def test_the_reviewer_may_keep_a_word_and_hide_another() -> None:
    one = mask(Choices(keep=("Storm",), hide=("blauwe fiets",)))
    assert one.text("Op zee was Storm, de blauwe fiets") == "Op zee was Storm, de [afgeschermd]"
    assert one.doubts == ()


def test_a_capital_that_nobody_in_the_register_bears_is_looked_at() -> None:
    one = mask()
    told = "Met Fenna in Enschede, bij het AZC, vrijdag of Maandag, met map/Foto's erbij."
    assert one.text(told) == told
    assert [doubt.text for doubt in one.doubts] == ["Fenna", "Enschede"]


def test_a_name_that_the_reviewer_kept_is_no_doubt_any_more() -> None:
    one = mask(Choices(keep=("Noor",)))
    assert one.text("Toen kwam Noor.") == "Toen kwam Noor."
    assert one.doubts == ()


@pytest.mark.parametrize(
    ("who", "written", "shown"),
    [
        (MOTHER, "Toen zei mevrouw Kuiper het", "Toen zei betrokkene 1 het"),
        (TEACHER, "Jan Hartog zag het", "Betrokkene 1 zag het"),
        (LUUK, "Luuk kwam met Noor", "Betrokkene 1 kwam met leerling B"),
    ],
)
def test_a_protected_reporter_is_known_by_neither_child_nor_post(who: Other, written: str, shown: str) -> None:
    others = (replace(other, shielded=other is who) for other in ALL)
    assert Mask(TEUN, [FATHER], others).text(written) == shown


def test_a_guardian_who_is_named_first_makes_the_alias_of_the_child() -> None:
    one = mask()
    assert one.alias(MOTHER.id) == "ouder van leerling B"
    assert one.text("Zij zagen Noor.") == "Zij zagen leerling B."


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("Teun en Rob Mulder", False), ("bij Luuk", True), ("noor hier", True), ("bel 06-12345678", True)],
)
def test_it_can_be_asked_whether_a_text_needs_a_look(text: str, is_found: bool) -> None:
    one = mask()
    assert one.finds(text) is is_found
    assert one.replacements == ()


def test_in_the_dossier_of_an_employee_pupils_start_at_a() -> None:
    one = Mask(TEACHER, [], (NOOR, Other(8, PersonKind.EMPLOYEE, PersonName("Els", "", "Prins"))))
    assert one.text("zo zagen Noor en Els Prins") == "zo zagen leerling A en medewerker 2"


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (2, "B"), (26, "Z"), (27, "AA"), (53, "BA")])
def test_letters_go_on_after_z(number: int, letters: str) -> None:
    assert letters_of(number) == letters


def test_a_dossier_is_empty_only_without_anything() -> None:
    values = (1, PersonKind.PUPIL, "Teun", "", "School", "alles", "", date(2026, 11, 16), "E. Terpstra")
    assert Dossier(*values, (), (), (), (), (), "", "").is_empty
    entry = DossierEntry(date(2026, 11, 16), "x", "", "")
    doubts = Doubt("Storm", "[naam]", "a Storm b"), Doubt("Storm", "[naam]", "c Storm d")
    assert Dossier(*values, (entry,), (), (), (), doubts, "", "").doubtful == ("Storm",)
    assert not Dossier(*values, (entry,), (), (), (), (), "", "").is_empty


def test_a_box_at_the_post_office_is_no_home() -> None:
    text = "Bezwaar kan bij Stichting De Waaier, Postbus 99, 7500 AB Enschede; hij woont op 7512 XY."
    told, found = Contacts(()).without(text)
    assert "Postbus 99, 7500 AB" in told
    assert "7512 XY" not in told
    assert sum(found.values()) == 1

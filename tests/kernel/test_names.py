"""Names as a careful Dutch letter writer writes them."""

from datetime import date

import pytest

from app.kernel import names
from app.kernel.names import PersonName, Title, fold, formal, full, listed, sort_key, split_surname

GRAAF = PersonName("Noor", "de", "Graaf")
BERG = PersonName("Jan", "van den", "Berg", "J.")
HART = PersonName("Ot", "'t", "Hart")
ANCONA = PersonName("Marie", "d'", "Ancona")
PARTNER = PersonName("Els", "", "Jongsma-Van der Sluis", "E.")
MEEREN = PersonName("Lotte", "", "Van der Meeren", exact=True)
HAMDAOUI = PersonName("Samira", "", "El Hamdaoui")
SLUIS = PersonName("", "van der", "Sluis", "A.M.")
HOF = PersonName("Gradje", "van 't", "Hof")


@pytest.mark.parametrize(
    ("name", "in_full", "after_title", "in_list"),
    [
        (GRAAF, "Noor de Graaf", "De Graaf", "Graaf, Noor de"),
        (BERG, "Jan van den Berg", "Van den Berg", "Berg, Jan van den"),
        (HART, "Ot 't Hart", "'t Hart", "Hart, Ot 't"),
        (HOF, "Gradje van 't Hof", "Van 't Hof", "Hof, Gradje van 't"),
        (ANCONA, "Marie d'Ancona", "d'Ancona", "Ancona, Marie d'"),
        (PARTNER, "Els Jongsma-van der Sluis", "Jongsma-van der Sluis", "Jongsma-van der Sluis, Els"),
        (MEEREN, "Lotte Van der Meeren", "Van der Meeren", "Van der Meeren, Lotte"),
        (HAMDAOUI, "Samira El Hamdaoui", "El Hamdaoui", "El Hamdaoui, Samira"),
        (PersonName("Björk", "", ""), "Björk", "Björk", "Björk"),
        (PersonName("", "de", "Vries"), "De Vries", "De Vries", "Vries, de"),
        (PersonName("", "", "Vries"), "Vries", "Vries", "Vries"),
        (PersonName("", "de", "Vries", "J."), "J. de Vries", "De Vries", "Vries, J. de"),
        (
            PersonName("An", "de", "Haan-Van 't Hof"),
            "An de Haan-van 't Hof",
            "De Haan-van 't Hof",
            "Haan-van 't Hof, An de",
        ),
        (PersonName("Jo", "", "Smit-Bos Lara"), "Jo Smit-Bos Lara", "Smit-Bos Lara", "Smit-Bos Lara, Jo"),
        (PersonName("Jo", "", "Smit-Bos"), "Jo Smit-Bos", "Smit-Bos", "Smit-Bos, Jo"),
        (PersonName("Ann", "de", "Smet", exact=True), "Ann de Smet", "de Smet", "Smet, Ann de"),
    ],
)
def test_capitals_depend_on_what_stands_before(name: PersonName, in_full: str, after_title: str, in_list: str) -> None:
    assert full(name) == in_full
    assert formal(name) == after_title
    assert listed(name) == in_list


def test_lists_are_sorted_on_the_core_of_the_surname() -> None:
    people = [
        PersonName("Jan", "de", "Vries"),
        PersonName("Ans", "van den", "Berg"),
        PersonName("Ans", "", "Berg"),
        PersonName("Çelik", "", "Özdemir"),
        PersonName("Ot", "'t", "Hart"),
        PersonName("Piet", "", "IJsselstein"),
        PersonName("Ans", "", "Yildiz"),
        PersonName("Ina", "", "Idema"),
        MEEREN,
        PersonName("Kees", "", "van der Meer"),
    ]
    ordered = [full(name) for name in sorted(people, key=sort_key)]
    assert ordered == [
        "Ans Berg",
        "Ans van den Berg",
        "Ot 't Hart",
        "Ina Idema",
        "Piet IJsselstein",
        "Kees van der Meer",
        "Çelik Özdemir",
        "Lotte Van der Meeren",
        "Jan de Vries",
        "Ans Yildiz",
    ]


def test_namesakes_are_sorted_by_date_of_birth() -> None:
    assert sort_key(GRAAF, date(2014, 1, 1)) < sort_key(GRAAF, date(2015, 1, 1))
    assert sort_key(GRAAF)[3] == date.min


def test_folding_drops_accents_apostrophes_hyphens_and_capitals() -> None:
    assert fold("d’Été-Łuk  ĲSSEL") == "dete" + "luk ijssel"
    assert fold("Şahin ÖZ ßen") == "sahin oz ssen"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("van den Berg", ("van den", "Berg")),
        ("de Graaf", ("de", "Graaf")),
        ("van ’t Hof", ("van 't", "Hof")),
        ("in 't Veld", ("in 't", "Veld")),
        ("VAN DER SLUIS", ("van der", "SLUIS")),
        ("El Hamdaoui", ("", "El Hamdaoui")),
        ("el Hamdaoui", ("el", "Hamdaoui")),
        ("Van der Meeren", ("", "Van der Meeren")),
        ("Yılmaz", ("", "Yılmaz")),
        ("van", ("", "van")),
        ("d'Ancona", ("d'", "Ancona")),
        ("d'Ancona Ruiz", ("d'", "Ancona Ruiz")),
        ("  de   la  Cruz ", ("de la", "Cruz")),
        ("", ("", "")),
        ("d'", ("", "d'")),
    ],
)
def test_an_infix_is_split_from_the_surname(text: str, parts: tuple[str, str]) -> None:
    assert split_surname(text) == parts


def test_infixes_are_known_however_they_are_written() -> None:
    assert names.is_infix("Van  Der")
    assert names.is_infix("’t")
    assert not names.is_infix("Berg")


@pytest.mark.parametrize(
    ("title", "name", "opening", "address"),
    [
        (Title.MR, PersonName("Jan", "de", "Vries"), "Geachte heer De Vries,", "De heer J. de Vries"),
        (
            Title.MRS,
            PersonName("", "van der", "Sluis", "A.M."),
            "Geachte mevrouw Van der Sluis,",
            "Mevrouw A.M. van der Sluis",
        ),
        (Title.NEUTRAL, PersonName("Jan", "de", "Vries"), "Geachte heer of mevrouw De Vries,", "J. de Vries"),
        (Title.MR, HART, "Geachte heer 't Hart,", "De heer O. 't Hart"),
        (Title.MRS, PARTNER, "Geachte mevrouw Jongsma-van der Sluis,", "Mevrouw E. Jongsma-van der Sluis"),
        (Title.MRS, PersonName("Björk", "", ""), "Geachte heer/mevrouw,", "Mevrouw Björk"),
    ],
)
def test_a_letter_addresses_a_person_rightly(title: Title, name: PersonName, opening: str, address: str) -> None:
    assert names.salutation(title, name) == opening
    assert names.address_name(title, name) == address


def test_parents_are_addressed_by_the_name_of_the_child() -> None:
    assert names.parents_salutation("Noor") == "Geachte ouder(s)/verzorger(s) van Noor,"
    assert names.parents_address_name(GRAAF) == "Aan de ouder(s)/verzorger(s) van Noor de Graaf"


def test_initials_come_from_the_first_name_when_none_are_known() -> None:
    assert names.initials_of(PersonName("Jan-Peter", "", "B")) == "J.P."
    assert names.initials_of(PersonName("IJsbrand", "", "B")) == "IJ."
    assert names.initials_of(PersonName("Anna", "", "B", "A.C.")) == "A.C."
    assert names.initials_of(PersonName("", "", "B")) == ""

"""Headings as schools put them together: a word for what it is, one for whom it is of, in any order."""

from __future__ import annotations

from itertools import product

import pytest

from app.imports.columns.headings import heading
from app.imports.readings import Target

WHO = {
    "1": "verzorger 1|1e verzorger|eerste ouder|ouder/verzorger 1|contactpersoon 1|verz. 1|ouder1|ouder nr. 1"
    "|wettelijk vertegenwoordiger 1|ouder I|Ouder A|ouder (1)",
    "2": "2e verzorger|ouder 2|tweede ouder|andere ouder|Ouder B|2de ouder",
    "moeder": "moeder|MOEDER",
    "vader": "vader",
    "*": "ouder|ouder(s)/verzorger(s)|ouders",
}
GUARDIANS = {
    Target.FULL_NAME: "naam|volledige naam|naam en voorletters|voor- en achternaam",
    Target.FIRST_NAME: "voornaam|roepnaam",
    Target.SURNAME: "achternaam|familienaam",
    Target.INFIX: "tussenvoegsel|tussenv.|tv",
    Target.INITIALS: "voorletters|voorl.",
    Target.EMAIL: "e-mail|emailadres|mail|E-mailadressen|privé e-mail",
    Target.PHONE: "telefoon|tel.nr.|mobiel nr|mobiele nrs|06-nummer|tel. thuis|noodnummer|telefoonnummer mobiel",
    Target.STREET: "adres|straat",
    Target.CITY: "woonplaats",
    Target.AUTHORITY: "gezag|ouderlijk gezag",
    Target.RELATION: "relatie|relatie tot kind|relatie met leerling",
}
PUPILS = {
    Target.NUMBER: "leerlingnummer|stamnr|lln.nr.|leerling-id",
    Target.FIRST_NAME: "roepnaam|voornaam",
    Target.FULL_NAME: "naam|voor- en achternaam|achternaam, voornaam",
    Target.GROUP: "groep|klas|stamgroep|groepsnaam|groep/klas",
    Target.YEAR_GROUP: "leerjaar|jaargroep",
    Target.BIRTH_DATE: "geboortedatum|geb.dat.|geb. datum|geboren op|verjaardag",
}
TOGETHER = ("{what} {who}", "{who} {what}", "{who}: {what}", "{what} van {who}", "{who}_{what}", "{who} - {what}")
OF_PUPIL = (
    *("{what}", "{what} leerling", "kind {what}", "{what} (leerling)", "leerling_{what}", "{what} van het kind"),
    *("{what} uw kind", "{what} (verplicht)", "{what} 2026-2027", "{what} per 1-10-2026"),
)


@pytest.mark.parametrize("key", WHO)
def test_a_heading_says_what_it_is_and_of_which_guardian(key: str) -> None:
    for target, said in GUARDIANS.items():
        for what, who, form in product(said.split("|"), WHO[key].split("|"), TOGETHER):
            text = form.format(what=what, who=who)
            assert (heading(text).target, heading(text).guardian) == (target, key), text


@pytest.mark.parametrize("target", PUPILS)
def test_a_heading_says_what_it_is_of_the_pupil(target: Target) -> None:
    for what, form in product(PUPILS[target].split("|"), OF_PUPIL):
        text = form.format(what=what)
        assert (heading(text).target, heading(text).guardian) == (target, ""), text

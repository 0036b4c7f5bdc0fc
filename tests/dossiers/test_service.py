"""Dossiers on the real encrypted store: complete, masked, numbered, logged."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.cases.inputs import NewInvolvement
from app.cases.rules import InvolvementRole
from app.dossiers.circle import outsiders_name
from app.dossiers.rules import Choices, Dossier
from app.kernel.errors import Refused
from app.letters.lines import NewLetter
from app.letters.paper.layout import pages_of
from app.people.rules import Period
from tests.dossiers.conftest import Archive

SECRETS = ("Stijn", "Bakker", "Ruud", "Sanne", "Hartog", "Sluis", "Beukenstraat", "voorbeeld.nl", "0600001234")


def pages(archive: Archive, dossier: Dossier) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(archive.dossiers.pdf(dossier))).pages]


def filled(archive: Archive) -> Dossier:
    cast = archive.office.cast
    archive.file("Pien filmde Stijn Bakker. Ruud Bakker belde 06-12345678.", cast.pien, title="Filmpje van Stijn")
    archive.file("Alleen voor ons: Stijn liegt.", cast.pien, title="Intern", internal=True)
    archive.file("Stijn is geholpen.", cast.stijn, title="Nazorg Stijn")
    archive.file("Niemand.", title="Overleg met de vertrouwensinspecteur")
    archive.letters()
    return archive.dossiers.compile(cast.pien, purpose="inzage door mevrouw C. Mulder")


def test_only_what_was_filed_for_or_addressed_to_this_person_comes_in(archive: Archive) -> None:
    titles = [entry.title for entry in filled(archive).entries]
    assert titles == [
        "Filmpje van leerling B",
        "Gesprek met C. Mulder",
        "Voorval: Filmpje tijdens de gymles",
        "Besluit: waarschuwing · Pien Mulder",
        "Brief: Waarschuwing voor Pien",
        "Brief: Waarschuwing voor Pien",
    ]


def test_nobody_elses_name_can_be_found_in_the_file(archive: Archive) -> None:
    dossier = filled(archive)
    data = archive.dossiers.pdf(dossier)
    reader = PdfReader(BytesIO(data))
    everything = " ".join(page.extract_text() for page in reader.pages) + str(reader.metadata) + str(reader.outline)
    for secret in SECRETS:
        assert secret not in everything
        assert secret.encode() not in data
    assert reader.attachments == {}


def test_the_letters_follow_as_numbered_pages(archive: Archive) -> None:
    dossier = filled(archive)
    found = pages(archive, dossier)
    total = len(found)
    own = total - sum(pages_of(letter.pdf) for letter in dossier.letters)  # however full the school's own pages are
    cover, told = found[0], " ".join(found[:own])
    assert own > 1
    assert "Inhoud" in cover
    assert f"blz. 1 van {total}" in cover
    assert "BR-01 · Waarschuwing voor Pien" in cover
    assert f"brief BR-01, afschrift, blz. {own + 1}" in told
    assert "AFSCHRIFT" not in told
    assert "AFSCHRIFT MET AFGESCHERMDE GEGEVENS" in found[own]
    assert f"blz. {total} van {total}" in found[-1]
    assert f"controle {dossier.control}" in found[-1]


def test_where_parents_live_apart_neither_learns_the_others_address(archive: Archive) -> None:
    text = " ".join(pages(archive, filled(archive)))
    assert "Mevrouw C. Mulder" in text
    for secret in ("Kerkstraat", "Esmarkelaan", "7511"):
        assert secret not in text


def test_a_letter_without_others_is_appended_as_it_was_sent(archive: Archive) -> None:
    office = archive.office
    body = "\n".join(f"[{part}]\nTekst." for part in ("doel", "plaats en tijd", "meenemen", "verslag"))
    (letter,) = office.letters.draft(NewLetter("invitation", office.case_id, office.cast.stijn))
    office.letters.change(letter, body, address=("Aan de ouders van Stijn", "Beukenstraat 31", "7521 CD  ENSCHEDE"))
    office.letters.finalise(letter, to_tray=False)
    dossier = archive.dossiers.compile(office.cast.stijn)
    assert dossier.letters[0].pdf == office.letters.preview(letter)
    assert not dossier.letters[0].is_masked
    assert "Beukenstraat 31" in pages(archive, dossier)[2]


def test_equal_dossiers_are_equal_bytes_and_the_control_follows_the_content(archive: Archive) -> None:
    dossier = filled(archive)
    assert archive.dossiers.pdf(dossier) == archive.dossiers.pdf(dossier)
    again = archive.dossiers.compile(archive.office.cast.pien, purpose="inzage door mevrouw C. Mulder")
    assert again.control == dossier.control
    archive.file("Nog een gesprek.", archive.office.cast.pien)
    assert archive.dossiers.compile(archive.office.cast.pien).control != dossier.control


def test_a_person_with_nothing_filed_has_a_dossier_that_says_so(archive: Archive) -> None:
    dossier = archive.dossiers.compile(archive.office.cast.noor)
    text = " ".join(pages(archive, dossier))
    assert dossier.is_empty
    assert "daarvan niets opgenomen. Dat betekent niet dat er niets is gebeurd." in " ".join(text.split())
    assert "Noor de Graaf" in text


def test_the_cases_that_name_somebody_are_told_until_something_of_them_is_filed(archive: Archive) -> None:
    office, cast = archive.office, archive.office.cast
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.AFFECTED, cast.noor))
    archive.file("Noor vertelde het.", cast.noor, internal=True)  # what stays inside is not in the dossier
    (told,) = archive.dossiers.compile(cast.noor).unfiled
    assert (told.id, told.title) == (office.case_id, "Filmpje tijdens de gymles")
    archive.file("Noor is geholpen.", cast.noor)
    assert archive.dossiers.compile(cast.noor).unfiled == ()
    assert archive.dossiers.compile(cast.noor, Period(date(2026, 11, 16))).unfiled == ()  # of another time


def test_an_employee_has_a_personnel_dossier(archive: Archive) -> None:
    archive.file("Jan Hartog sprak met Pien Mulder.", archive.office.cast.hartog)
    text = " ".join(pages(archive, archive.dossiers.compile(archive.office.cast.hartog)))
    assert "Personeelsdossier" in text
    assert "Jan Hartog sprak met leerling A." in text


def test_a_guardian_has_no_dossier_of_their_own(archive: Archive) -> None:
    guardian = archive.office.people.pupil(archive.office.cast.pien).guardians[0].id
    with pytest.raises(Refused, match=r"dossiers\.no_dossier"):
        archive.dossiers.compile(guardian)


def test_the_period_decides_what_comes_in(archive: Archive) -> None:
    filled(archive)
    before = archive.dossiers.compile(archive.office.cast.pien, Period(date(2026, 11, 1), date(2026, 11, 12)))
    assert [entry.title for entry in before.entries] == ["Filmpje van leerling B", "Gesprek met C. Mulder"]
    assert (before.measures, before.letters) == ((), ())
    assert before.period == "1 november 2026 tot en met 12 november 2026"


def test_the_reviewers_choices_are_followed(archive: Archive) -> None:
    filled(archive)
    dossier = archive.dossiers.compile(archive.office.cast.pien, choices=Choices(hide=("filmde",)))
    assert "Pien [afgeschermd] leerling B." in dossier.entries[0].text


def test_a_measure_that_is_only_proposed_stays_out(archive: Archive) -> None:
    archive.office.measure(decide=False)
    assert archive.dossiers.compile(archive.office.cast.pien).measures == ()


def test_views_and_exports_are_logged(archive: Archive) -> None:
    archive.dossiers.open(archive.office.cast.noor)
    dossier = archive.dossiers.compile(archive.office.cast.noor)
    archive.dossiers.export(dossier)
    assert archive.office.store.casework is not None
    actions = [(line.action, line.subject) for line in archive.office.store.casework.log(5)]
    person = archive.office.cast.noor
    assert ("dossier.exported", f"person:{person}") in actions
    assert ("dossier.viewed", f"person:{person}") in actions


def test_somebody_from_outside_the_school_is_masked_too(archive: Archive) -> None:
    office = archive.office
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.WITNESS, name="Dennis Plein"))
    archive.file("Dennis Plein zag het. Daarna ging Dennis naar huis.", office.cast.pien)
    entry, _event = archive.dossiers.compile(office.cast.pien).entries
    assert entry.text == "Betrokkene 1 zag het. Daarna ging betrokkene 1 naar huis."
    assert outsiders_name("man van het plein").surname == "man van het plein"


def test_who_reported_under_protection_is_not_told_by_the_name_of_the_child(archive: Archive) -> None:
    office = archive.office
    sanne = next(line.id for line in office.people.find("Sanne"))
    office.cases.involve(office.case_id, NewInvolvement(InvolvementRole.REPORTER, sanne))
    archive.file("Sanne vertelde het.", office.cast.pien)
    assert archive.dossiers.compile(office.cast.pien).entries[0].text.startswith("Ouder van leerling")
    office.cases.shield_reporter(office.case_id, shielded=True, reason="Zij vroeg het.")
    assert archive.dossiers.compile(office.cast.pien).entries[0].text == "Betrokkene 1 vertelde het."

"""What a dossier tells of consent: how it stands, every answer, and where the person was seen."""

from __future__ import annotations

from datetime import date
from io import BytesIO

from pypdf import PdfReader

from app.application import Meldboek
from app.consents.answers.forms import Answer, How, NewAnswers, NewWithdrawal
from app.consents.publications.lines import NewPublication, NewRemoval
from app.consents.rules import Medium
from app.consents.staff.service import NewStaffAnswers
from app.dossiers.rules import WHOLE, Version, Wanted
from app.people.rules import Period
from tests.dossiers.conftest import Archive

ASKED = Wanted(parts=WHOLE)


def answered(archive: Archive, meldboek: Meldboek) -> None:
    """A yes on a form, a picture, a withdrawal, and the picture gone."""
    cast, consents = archive.office.cast, meldboek.consents
    mother, father = meldboek.people.pupil(cast.pien).guardians
    yes = (Answer("WEBSITE_PUBLIC", yes=True),)
    consents.record(NewAnswers(cast.pien, mother.id, yes, date(2026, 9, 7), evidence="map", form_number="02-0001-1"))
    publication = consents.publications.record(
        NewPublication(
            date(2026, 10, 1), "WEBSITE_PUBLIC", Medium.PHOTO, "Pien en Stijn Bakker lezen voor",
            (cast.pien, cast.stijn), place="https://www.wilgenhof.nl/lezen", note="Het schoolfeest.",
        )
    )  # fmt: skip
    consents.withdraw(NewWithdrawal(cast.pien, father.id, ("WEBSITE_PUBLIC",), date(2026, 11, 9), How.EMAIL))
    consents.publications.take_down(publication, [cast.pien], NewRemoval(date(2026, 11, 10), "Jan Hartog"))


def test_the_course_tells_who_answered_when_on_which_form_and_what_was_published(
    archive: Archive, meldboek: Meldboek
) -> None:
    answered(archive, meldboek)
    dossier = archive.dossiers.compile_as(archive.office.cast.pien, ASKED)
    given, seen, withdrawn, gone = dossier.consent_course
    assert (given.title, given.on, given.note) == ("Toestemming: gegeven", date(2026, 9, 7), "formulier 02-0001-1")
    assert "Door Carla Mulder (ouder)" in given.text
    assert "ondertekend formulier" in given.text
    assert seen.title == "Zichtbaar in: Pien en leerling B lezen voor"
    assert "https://www.wilgenhof.nl/lezen" in seen.text
    assert (withdrawn.title, withdrawn.on) == ("Toestemming: ingetrokken", date(2026, 11, 9))
    assert (gone.title, gone.on) == ("Weggehaald: Pien en leerling B lezen voor", date(2026, 11, 10))
    assert "Weggehaald door medewerker 1, omdat: toestemming ingetrokken" in gone.text
    assert dossier.doubts == ()  # the names of purposes are nobody's
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(archive.dossiers.pdf(dossier))).pages)
    assert "Antwoorden, publicaties en verwijderde beelden" in words
    assert "02-0001-1" in words
    assert "Stijn" not in words


def test_the_short_version_tells_only_how_consent_stands(archive: Archive, meldboek: Meldboek) -> None:
    answered(archive, meldboek)
    short = archive.dossiers.compile_as(archive.office.cast.pien, Wanted(parts=WHOLE, version=Version.SHORT))
    assert short.consents
    assert short.consent_course == ()
    late = archive.dossiers.compile_as(archive.office.cast.pien, Wanted(Period(date(2026, 11, 10)), parts=WHOLE))
    assert [entry.on for entry in late.consent_course] == [date(2026, 11, 10)]


def test_an_image_that_must_still_go_is_told_with_its_last_day(archive: Archive, meldboek: Meldboek) -> None:
    cast, consents = archive.office.cast, meldboek.consents
    consents.publications.record(
        NewPublication(date(2026, 10, 1), "WEBSITE_PUBLIC", Medium.FILM, "Gymles", (cast.stijn,), note="Stond er al.")
    )
    *_before, due = archive.dossiers.compile_as(cast.stijn, ASKED).consent_course
    assert due.title == "Moet weg: Gymles"
    assert due.note == "nog niet gedaan"
    assert "uiterlijk" in due.text


def test_an_employee_reads_the_own_answers(archive: Archive, meldboek: Meldboek) -> None:
    hartog = archive.office.cast.hartog
    purpose = meldboek.consents.staff.purposes()[0]
    photo = Answer(purpose.code, yes=True, media=frozenset({Medium.PHOTO}))
    meldboek.consents.staff.record(NewStaffAnswers(hartog, (photo,), date(2026, 9, 8), evidence="map"))
    dossier = archive.dossiers.compile_as(hartog, ASKED)
    (entry,) = dossier.consent_course
    assert "Door Jan Hartog, ondertekend formulier, alleen foto" in entry.text
    assert (purpose.label, "deels", "8 sep 2026") in dossier.consents

"""Nothing that was masked can be got out of the file: not from its words, its data, its bookmarks or its files."""

from __future__ import annotations

import zlib
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.errors import FileNotDecryptedError
from pypdf.generic import StreamObject
from reportlab.pdfgen.canvas import Canvas

from app.cases.inputs import NewEvidence
from app.dossiers.joining import locked, readable
from app.dossiers.rules import Dossier, Part, Version, Wanted
from tests.dossiers.conftest import Archive

STORY = """Stijn Bakker stuurde het door; STIJN lachte. Volgens juf Van der Sluis deed S. Bakker mee.
Stijns telefoon: 06-12345678, stijn.bakker@voorbeeld.nl, @stijntje. Bakker, Stijn woont Beukenstraat 31, 7521 CD.
Sti\u00adjn, Stijn Bak-
ker en Jan Hartog. Zie stijn_bakker.png en https://tiktok.com/@stijn"""
SECRETS = (
    "stijn",
    "bakker",
    "sluis",
    "hartog",
    "12345678",
    "voorbeeld.nl",
    "beukenstraat",
    "7521 cd",
    "7521cd",
    "tiktok.com",
)


def everything(data: bytes) -> str:
    """Every stream of the file unpacked, every word of its pages, and everything it tells of itself."""
    reader = PdfReader(BytesIO(data))
    found = [str(reader.metadata), str(reader.outline), data.decode("latin-1")]
    found += [page.extract_text() for page in reader.pages]
    for number in range(1, len(reader.xref[0]) + 1 if 0 in reader.xref else 1):
        one = reader.get_object(number)
        if isinstance(one, StreamObject):
            try:
                found.append(one.get_data().decode("latin-1"))
            except (NotImplementedError, ValueError, zlib.error):
                found.append("")
    return "\n".join(found).casefold()


def _told(archive: Archive) -> Dossier:
    pien = archive.office.cast.pien
    archive.file(STORY, pien, title="Filmpje van Stijn Bakker")
    files, case = archive.office.cases.files, archive.office.case_id
    entry = files.attach(case, NewEvidence(STORY.encode(), "stijn_bakker.txt", description="Chat met Stijn"))
    archive.office.cases.file_for(case, entry, (pien,))
    archive.letters()
    return archive.dossiers.compile(pien)


def test_nothing_that_was_masked_can_be_found_in_the_file(archive: Archive) -> None:
    dossier = _told(archive)
    data = archive.dossiers.pdf(dossier)
    found = everything(data)
    assert "wat er is gebeurd" in found
    assert [secret for secret in SECRETS if secret in found] == []
    assert PdfReader(BytesIO(data)).attachments == {}


def test_a_text_goes_with_it_as_masked_words(archive: Archive) -> None:
    (one,) = _told(archive).attachments
    assert one.is_masked
    assert b"Bakker" not in one.data
    assert "Bakker" not in one.name


def test_a_paper_brings_nothing_but_what_it_shows(archive: Archive) -> None:
    pien, files, case = archive.office.cast.pien, archive.office.cases.files, archive.office.case_id
    paper = BytesIO()
    sheet = Canvas(paper)
    sheet.setAuthor("Stijn Bakker")
    sheet.setTitle("Over Stijn Bakker")
    sheet.drawString(60, 700, "Een afspraak over telefoons in de klas.")
    sheet.bookmarkPage("hier")
    sheet.addOutlineEntry("Stijn Bakker", "hier")
    sheet.linkURL("https://tiktok.com/@stijn", (60, 600, 200, 620))
    sheet.save()
    writer = PdfWriter(clone_from=paper)
    writer.add_attachment("stijn.txt", b"Stijn Bakker")
    writer.write(paper)
    archive.office.cases.file_for(case, files.attach(case, NewEvidence(paper.getvalue(), "afspraak.pdf")), (pien,))
    dossier = archive.dossiers.compile(pien)
    assert [(one.mime, bool(one.data)) for one in dossier.attachments] == [("application/pdf", True)]
    found = everything(archive.dossiers.pdf(dossier))
    assert "afspraak over telefoons" in found
    assert [secret for secret in ("stijn", "bakker", "tiktok.com") if secret in found] == []


def test_a_dossier_behind_a_password_opens_with_it_alone(archive: Archive) -> None:
    data = locked(archive.dossiers.pdf(_told(archive)), "wilg sloot fiets")
    assert readable(data) is None
    assert b"Pien" not in data
    reader = PdfReader(BytesIO(data))
    with pytest.raises(FileNotDecryptedError):
        reader.pages[0].extract_text()
    assert reader.decrypt("wilg sloot fiets")
    assert "Pien Mulder" in reader.pages[0].extract_text()


def test_the_short_version_has_two_pages(archive: Archive) -> None:
    pien = archive.office.cast.pien
    for number in range(40):
        archive.file("Een gesprek van een half uur. " * 20, pien, title=f"Gesprek {number}")
    archive.letters()
    dossier = archive.dossiers.compile_as(pien, Wanted(version=Version.SHORT))
    reader = PdfReader(BytesIO(archive.dossiers.pdf(dossier)))
    assert len(reader.pages) <= 2
    assert "Korte versie" in reader.pages[0].extract_text()


def test_the_short_version_keeps_its_two_pages_whatever_there_is(archive: Archive) -> None:
    office, pien = archive.office, archive.office.cast.pien
    archive.file("Een goed gesprek.", pien, title="Het gesprek")
    for number in range(30):
        paper = office.cases.files.attach(office.case_id, NewEvidence(f"Regel {number}".encode(), f"regel{number}.txt"))
        office.cases.file_for(office.case_id, paper, (pien,))
    archive.letters()
    made = archive.dossiers.compile_as(pien, Wanted(version=Version.SHORT))
    many = replace(made, measures=made.measures * 80)
    for dossier, told in ((made, "Het gesprek"), (many, "eerdere maatregelen: zie het volledige dossier")):
        pages = PdfReader(BytesIO(archive.dossiers.pdf(dossier))).pages
        text = " ".join(page.extract_text() for page in pages)
        assert len(pages) <= 2
        assert told in text
        assert "30 bijlagen: zie het volledige dossier" in text


def test_consents_stand_in_it_only_when_they_are_asked(archive: Archive) -> None:
    pien = archive.office.cast.pien
    assert archive.dossiers.compile_as(pien, Wanted()).consents == ()
    asked = archive.dossiers.compile_as(pien, Wanted(parts=frozenset({Part.CONSENTS})))
    assert {answer for _purpose, answer, _since in asked.consents} == {"geen antwoord, telt als nee"}
    assert "Toestemmingen" in PdfReader(BytesIO(archive.dossiers.pdf(asked))).pages[0].extract_text()


def test_nicknames_are_masked_as_the_person(archive: Archive) -> None:
    office = archive.office
    office.people.nicknames.call(office.cast.stijn, ["Stino", "Beer"])
    archive.file("Toen kwam Stino langs.", office.cast.pien)
    entry, _event = archive.dossiers.compile(office.cast.pien).entries
    assert entry.text == "Toen kwam leerling B langs."

"""An attack on a whole dossier: names of others hidden where a paper or picture can hide them, in every version."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from app.cases.inputs import NewEvidence
from app.dossiers.rules import WHOLE, Choices, Version, Wanted
from tests.dossiers.conftest import Archive
from tests.dossiers.test_secrets import everything

NAMES = (
    "StijnBakker.pdf",
    "bakker-stijn-2026.pdf",
    "Foto%20Stijn%20Bakker.pdf",
    "STIJN_BAKKER (1).pdf",
    "chat.stijn.bakker.pdf",
    "s.bakker.pdf",
)
SECRETS = ("stijn", "bakker", "sluis", "geheim-adres")


def paper(number: int) -> bytes:
    """A plain page of which everything that cannot be seen names somebody else."""
    made = BytesIO()
    sheet = Canvas(made)
    sheet.drawString(60, 700, f"Afspraak nummer {number} over telefoons in de klas.")
    sheet.bookmarkPage("Stijn-Bakker")
    sheet.addOutlineEntry("Gesprek met Stijn Bakker", "Stijn-Bakker")
    sheet.linkURL("mailto:stijn.bakker@geheim-adres.nl", (60, 600, 200, 620))
    sheet.acroForm.textfield(name="Stijn Bakker", tooltip="Van der Sluis", value="Stijn Bakker", x=10, y=10)
    sheet.save()
    writer = PdfWriter(clone_from=made)
    root, page = writer._root_object, writer.pages[0]
    metadata = DecodedStreamObject()
    metadata.set_data(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Stijn Bakker</x:xmpmeta>")
    metadata.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    root[NameObject("/Metadata")] = writer._add_object(metadata)
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/Stijn"): TextStringObject("Stijn Bakker")})
    page[NameObject("/Thumb")] = writer._add_object(metadata.clone(writer, force_duplicate=True))
    layer = DictionaryObject({NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject("Stijn")})
    root[NameObject("/OCProperties")] = DictionaryObject({NameObject("/OCGs"): ArrayObject([layer])})
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("'Stijn Bakker'")}
    root[NameObject("/OpenAction")] = DictionaryObject(script)
    writer.add_attachment("stijn.txt", b"Stijn Bakker")
    writer.add_metadata({"/Author": "Stijn Bakker", "/Subject": "Van der Sluis"})
    writer.write(made)
    return made.getvalue()


def photo() -> bytes:
    """A picture with a name in its notes and in the picture data that nobody sees."""
    made, notes = BytesIO(), Image.Exif()
    notes[0x010E], notes[0x013B] = "Stijn Bakker", "juf Van der Sluis"
    Image.new("RGB", (60, 60), "white").save(made, "JPEG", exif=notes, comment=b"Stijn Bakker")
    return made.getvalue()


@pytest.fixture
def attacked(archive: Archive) -> Archive:
    pien, cases, case = archive.office.cast.pien, archive.office.cases, archive.office.case_id
    for number, name in enumerate(NAMES):
        entry = cases.files.attach(case, NewEvidence(paper(number), name, description=f"Gekregen van {name}"))
        cases.file_for(case, entry, (pien,))
    entry = cases.files.attach(case, NewEvidence(photo(), "Stijn Bakker.jpg", description="Foto van Stijn"))
    cases.file_for(case, entry, (pien,))
    archive.file("Zie [foto](file:///C:/Users/Stijn%20Bakker/foto.jpg) en \\\\server\\StijnBakker\\x.", pien)
    archive.letters()
    return archive


@pytest.mark.parametrize("version", list(Version))
def test_no_name_of_another_is_anywhere_in_any_version(attacked: Archive, version: Version) -> None:
    pien = attacked.office.cast.pien
    before = attacked.dossiers.compile_as(pien, Wanted(parts=WHOLE))
    looked_at = Choices(attach=tuple(one.entry_id for one in before.attachments))
    purpose = "bespreking met Stijn Bakker"
    dossier = attacked.dossiers.compile_as(
        pien, Wanted(purpose=purpose, parts=WHOLE, version=version, choices=looked_at)
    )
    found = everything(attacked.dossiers.pdf(dossier))
    assert [secret for secret in SECRETS if secret in found] == []
    if version is Version.FULL:
        assert "afspraak nummer 5" in found


def test_what_is_kept_of_a_given_dossier_names_nobody_else(attacked: Archive) -> None:
    dossier = attacked.dossiers.compile(attacked.office.cast.pien)
    attacked.dossiers.export(dossier)
    said = " ".join(
        f"{one.person} {one.purpose} {one.control}" for one in attacked.dossiers.exports.recent()
    ).casefold()
    assert [secret for secret in SECRETS if secret in said] == []


def test_a_locked_dossier_is_kept_with_its_pages(attacked: Archive) -> None:
    dossier = attacked.dossiers.compile(attacked.office.cast.pien)
    attacked.dossiers.export(dossier, passphrase="wilg sloot fiets", receiver="De Zwaluw")
    (kept,) = attacked.dossiers.exports.recent()
    assert kept.is_encrypted
    assert kept.pages == len(PdfReader(BytesIO(attacked.dossiers.pdf(dossier))).pages)

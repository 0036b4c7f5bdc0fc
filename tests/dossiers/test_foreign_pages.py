"""A PDF from elsewhere shows in a dossier what could be read in it, and brings nothing that stands behind it."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, StreamObject, TextStringObject
from reportlab.pdfgen.canvas import Canvas

from app.cases.inputs import NewEvidence
from app.dossiers import foreign_pages
from app.dossiers.joining import readable
from app.dossiers.rules import Choices, DossierAttachment
from tests.dossiers.conftest import Archive

SAID = "Een afspraak over telefoons in de klas."
BEHIND = (
    b"/Span <</ActualText (Stijn Bakker)>> BDC BT /F1 12 Tf 60 500 Td (x) Tj ET EMC",
    b"/Figure <</Alt (Stijn Bakker)>> BDC EMC /Remark /P0 DP",
    b"% Stijn Bakker",
)


def _paper(more: bytes = b"", *, apart: str = "") -> bytes:
    made = BytesIO()
    sheet = Canvas(made)
    sheet.drawString(60, 700, SAID)
    for place, letter in enumerate(apart):
        sheet.drawString(60 + 8 * place, 600, letter)
    sheet.save()
    writer = PdfWriter(clone_from=made)
    page = writer.pages[0]
    contents = page.get_contents()
    assert contents is not None
    stream = DecodedStreamObject()
    stream.set_data(contents.get_data() + b"\n" + more)
    page[NameObject("/Contents")] = stream
    named = DictionaryObject({NameObject("/Alt"): TextStringObject("Stijn Bakker")})
    _resources(page)[NameObject("/Properties")] = DictionaryObject({NameObject("/P0"): named})
    writer.write(made)
    return made.getvalue()


def _resources(page: DictionaryObject) -> DictionaryObject:
    found = page["/Resources"].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def _all_of(data: bytes) -> str:
    reader = PdfReader(BytesIO(data))
    found = [data.decode("latin-1"), *(page.extract_text() for page in reader.pages)]
    for number in range(1, int(str(reader.trailer["/Size"]))):
        one = reader.get_object(number)
        found.append(str(one))
        if isinstance(one, StreamObject):
            found.append(one.get_data().decode("latin-1"))
    return "\n".join(found)


def _in_dossier(
    archive: Archive, data: bytes, name: str, *, looked_at: bool = False
) -> tuple[DossierAttachment, bytes]:
    office = archive.office
    entry = office.cases.files.attach(office.case_id, NewEvidence(data, name))
    office.cases.file_for(office.case_id, entry, (office.cast.pien,))
    choices = Choices(attach=(entry,)) if looked_at else Choices()
    dossier = archive.dossiers.compile(office.cast.pien, choices=choices)
    made = next(one for one in dossier.attachments if one.entry_id == entry)
    return made, archive.dossiers.pdf(dossier)


@pytest.mark.parametrize("behind", BEHIND)
def test_what_stands_behind_the_letters_does_not_come_along(archive: Archive, behind: bytes) -> None:
    one, data = _in_dossier(archive, _paper(behind), "afspraak.pdf")
    assert one.mime == "application/pdf"
    found = _all_of(data)
    assert SAID in found
    assert "Stijn" not in found
    assert "Bakker" not in found


def test_a_name_written_letter_by_letter_does_not_pass(archive: Archive) -> None:
    one, data = _in_dossier(archive, _paper(apart="StijnBakker"), "afspraak.pdf")
    assert not one.data
    assert "kijk het bestand eerst na" in one.why
    assert SAID not in _all_of(data)


def test_a_picture_within_a_drawing_is_a_picture(archive: Archive) -> None:
    inline = b"q 10 0 0 10 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q"
    one, _data = _in_dossier(archive, _paper(inline), "afspraak.pdf")
    assert (one.mime, one.data.decode().strip()) == ("text/plain", SAID)  # its words alone


def test_a_paper_that_names_somebody_comes_as_masked_words_even_when_it_was_looked_at(archive: Archive) -> None:
    data = _paper(b"BT /F1 12 Tf 60 500 Td (Stijn Bakker was erbij) Tj ET")
    one, made = _in_dossier(archive, data, "chat.pdf", looked_at=True)
    assert (one.mime, one.is_masked) == ("text/plain", True)
    assert "leerling B was erbij" in one.data.decode().replace("Leerling", "leerling")
    assert "Bakker" not in _all_of(made)


def test_a_scan_that_was_looked_at_comes_as_it_is(archive: Archive) -> None:
    file = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "PDF")
    left_out, _data = _in_dossier(archive, file.getvalue(), "scan.pdf")
    assert "kijk het bestand eerst na" in left_out.why
    taken_in, _data = _in_dossier(archive, file.getvalue(), "scan 2.pdf", looked_at=True)
    assert (taken_in.mime, bool(taken_in.data)) == ("application/pdf", True)


def test_a_remark_in_a_picture_that_was_looked_at_does_not_come_along(archive: Archive) -> None:
    file = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG", comment=b"Stijn Bakker")
    one, data = _in_dossier(archive, file.getvalue(), "plein.jpg", looked_at=True)
    assert one.data
    assert "Stijn" not in _all_of(data)


@pytest.mark.parametrize(
    ("font", "known"),
    [
        ({"/Subtype": NameObject("/Type1")}, True),
        ({"/Subtype": NameObject("/Type3")}, False),
        ({"/Subtype": NameObject("/Type0")}, False),
        ({"/Subtype": NameObject("/Type0"), "/ToUnicode": NameObject("/Identity-H")}, True),
        ({"/Subtype": NameObject("/TrueType"), "/Encoding": NameObject("/WinAnsiEncoding")}, True),
        ({"/Subtype": NameObject("/Type1"), "/Encoding": ("/A", "/quoteright", "/uni00E9")}, True),
        ({"/Subtype": NameObject("/Type1"), "/Encoding": ("/g12",)}, False),
        ({"/Subtype": NameObject("/TrueType"), "/FontDescriptor": ("/FontFile2",)}, False),
    ],
)
def test_letters_that_only_the_font_knows_are_not_read(font: dict[str, object], known: bool) -> None:
    writer = PdfWriter(clone_from=BytesIO(_paper()))
    made = DictionaryObject()
    for key, value in font.items():
        made[NameObject(key)] = _told(key, value)
    fonts = DictionaryObject({NameObject("/F1"): made})
    _resources(writer.pages[0])[NameObject("/Font")] = fonts
    file = BytesIO()
    writer.write(file)
    reader = readable(file.getvalue())
    assert reader is not None
    assert foreign_pages.can_be_read(reader, SAID) is known


def _told(key: str, value: object) -> NameObject | DictionaryObject:
    if isinstance(value, NameObject):
        return value
    assert isinstance(value, tuple)
    signs = [NameObject(each) for each in value]
    if key == "/FontDescriptor":
        return DictionaryObject({signs[0]: TextStringObject("x")})
    return DictionaryObject({NameObject("/Differences"): ArrayObject(signs)})


def test_words_that_were_cut_off_are_not_all_words() -> None:
    reader = readable(_paper())
    assert reader is not None
    assert foreign_pages.can_be_read(reader, SAID)
    assert not foreign_pages.can_be_read(reader, "x" * 100_000)


def test_what_is_no_paper_is_not_opened() -> None:
    assert foreign_pages.opened(b"%PDF-1.4 niets") is None

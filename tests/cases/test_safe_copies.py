"""What is given out tells nothing beside itself: Word, PDF, mail and the pictures inside them."""

from __future__ import annotations

import io
import time
import zipfile
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from app.cases.evidence import papers
from app.cases.evidence.bare_pictures import bare
from app.cases.evidence.custody import copy_suffix, examine, safe_copy
from app.cases.evidence.files import JPEG, MAIL, PDF, TEXT, WORD
from app.kernel.errors import Invalid
from app.sentences import sentence
from tests.cases import samples
from tests.cases.bombs import TREE, pdf_of, stream


def test_a_word_document_loses_remarks_earlier_wording_hidden_text_and_authors() -> None:
    with zipfile.ZipFile(io.BytesIO(safe_copy(samples.telling_word(), WORD))) as copy:
        parts = {name: copy.read(name) for name in copy.namelist()}
    everything = b"".join(parts.values())
    for told in (b"Mulder", b"Juf Kim", b"dreigement", b"geheim", b"rsid", b"comment", b"Telefoonmerk"):
        assert told not in everything, told
    assert "word/media/image1.jpeg" in parts
    assert papers.words_of(safe_copy(samples.telling_word(), WORD), WORD) == "Brief van vader, verbeterd"


@pytest.mark.parametrize("inside", ["word/vbaProject.bin", "word/embeddings/oleObject1.bin"])
def test_a_word_document_with_other_files_in_it_is_refused_in_words(inside: str) -> None:
    with pytest.raises(Invalid) as refused:
        safe_copy(samples.telling_word(inside), WORD)
    assert refused.value.code == "cases.word_opaque"


def test_a_pdf_loses_notes_programs_attached_files_and_its_maker() -> None:
    copy = safe_copy(samples.noted_pdf(), PDF)
    for told in (b"Juf Kim", b"moeder", b"alert", b"verborgen.txt", b"Mulder"):
        assert told not in copy, told
    assert [mark["/Subtype"] for mark in _marks(copy)] == ["/Link"]
    assert "wijkagent" in PdfReader(io.BytesIO(copy)).pages[0].extract_text()


def test_a_stamp_stays_to_be_seen_without_the_words_behind_it() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(samples.pdf()))
    look = DictionaryObject({NameObject("/Subtype"): NameObject("/Stamp"), NameObject("/AP"): DictionaryObject()})
    look[NameObject("/T")] = NameObject("/Kim")
    writer.pages[0][NameObject("/Annots")] = ArrayObject([look])
    out = io.BytesIO()
    writer.write(out)
    (mark,) = _marks(safe_copy(out.getvalue(), PDF))
    assert set(mark) == {"/Subtype", "/AP"}


def test_a_pdf_with_hidden_layers_is_refused_in_words() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(samples.pdf()))
    hidden = DictionaryObject({NameObject("/OFF"): ArrayObject([DictionaryObject()])})
    layers = DictionaryObject({NameObject("/D"): hidden})
    writer.root_object[NameObject("/OCProperties")] = layers
    out = io.BytesIO()
    writer.write(out)
    with pytest.raises(Invalid) as refused:
        safe_copy(out.getvalue(), PDF)
    assert refused.value.code == "cases.pdf_layers"


def test_a_photo_inside_a_pdf_loses_its_device_too() -> None:
    photo = samples.picture("JPEG")
    out = io.BytesIO()
    Image.open(io.BytesIO(photo)).save(out, "PDF")
    writer = PdfWriter(clone_from=out)
    resources: Any = writer.pages[0]["/Resources"]
    (place,) = resources["/XObject"].values()
    place.get_object()._data = photo
    told = io.BytesIO()
    writer.write(told)
    assert b"Telefoonmerk" in told.getvalue()
    assert b"Telefoonmerk" not in safe_copy(told.getvalue(), PDF)


def test_of_a_mail_only_its_words_are_given() -> None:
    copy = safe_copy(samples.mail(), MAIL).decode()
    assert "Onderwerp: Appgroep" in copy
    assert "MIME-Version" not in copy
    assert (copy_suffix(MAIL), copy_suffix(JPEG), copy_suffix(TEXT)) == (".txt", ".png", ".txt")


def test_a_picture_is_made_bare_without_touching_its_pixels() -> None:
    photo, drawn = samples.picture("JPEG"), samples.picture()
    assert b"Telefoonmerk" not in bare(photo)
    assert Image.open(io.BytesIO(bare(photo))).tobytes() == Image.open(io.BytesIO(photo)).tobytes()
    assert b"eXIf" not in bare(drawn)
    assert Image.open(io.BytesIO(bare(drawn))).tobytes() == Image.open(io.BytesIO(drawn)).tobytes()
    assert bare(b"iets anders") == b"iets anders"


def _marks(data: bytes) -> list[Any]:
    found: Any = PdfReader(io.BytesIO(data)).pages[0]["/Annots"]
    return [mark.get_object() for mark in found]


def test_a_page_that_unpacks_into_too_much_is_kept_without_its_words() -> None:
    many = pdf_of(*TREE, stream(b"BT (x) Tj ET " * 1_000_000), stream(b"", b"/Subtype/Form"))
    assert examine(many, "bom.pdf").words == ""


def test_a_drawing_that_holds_itself_many_times_over_is_given_up() -> None:
    inside = [b"/Subtype/Form/Resources<</XObject<</F %d 0 R>>>>" % (number + 1) for number in range(5, 11)]
    forms = [stream(b"/F Do " * 20 + b"BT (x) Tj ET", more) for more in inside]
    bomb = pdf_of(*TREE, stream(b"/F Do"), *forms, stream(b"BT (x) Tj ET", b"/Subtype/Form"))
    began = time.process_time()
    assert len(examine(bomb, "bom.pdf").words) < papers.MOST_WORDS
    assert time.process_time() - began < 10


def test_a_pdf_packed_twice_over_is_kept_without_its_words() -> None:
    bomb = pdf_of(*TREE, stream(b"0 " * 50_000_000, times=2), stream(b"", b"/Subtype/Form"))
    assert len(bomb) < 10_000
    assert examine(bomb, "bom.pdf").words == ""


def test_a_pdf_of_thousands_of_pages_is_refused_in_words() -> None:
    pages = 3_000
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(pages))
    tree = (b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 1/Kids[%s]>>" % kids)
    with pytest.raises(Invalid) as refused:
        examine(pdf_of(*tree, *[b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"] * pages), "dik.pdf")
    assert sentence(refused.value).startswith("Dit bestand heeft 3000 bladzijden.")

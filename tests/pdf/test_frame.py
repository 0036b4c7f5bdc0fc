"""The page frame: numbers, references, fonts, metadata, determinism."""

from __future__ import annotations

from io import BytesIO
from typing import cast

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject, StreamObject
from reportlab.platypus import Flowable

from app.kernel.clock import at
from app.pdf import fonts, frame, parts
from app.pdf.styles import BODY
from app.pdf.text import paragraph

META = frame.Meta("Dossier Teun Mulder", "E. Terpstra", at(2026, 11, 16, 14, 5), subject="Leerlingendossier")
LOOK = frame.report_look(
    "Basisschool De Wilgenhof", "vertrouwelijk", "controle 9b41 07de", lambda page, pages: f"blz. {page} van {pages}"
)


def story(events: int) -> list[Flowable]:
    entries = [
        parts.Entry(f"{n} november 2026", f"Gebeurtenis {n}", "Tekst " * 60, lambda own: f"brief, blz. {own + 1}")
        for n in range(events)
    ]
    return [*parts.title("Teun Mulder", "groep 7"), *parts.facts([("Periode", "heel 2026")]),
            *parts.heading("Wat er is gebeurd"), *parts.chronology(entries)]  # fmt: skip


def read(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data))


def below(whole: PdfObject, *names: str) -> DictionaryObject:
    found = whole.get_object()
    for name in names:
        assert isinstance(found, DictionaryObject)
        found = found[name].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def test_equal_input_gives_equal_bytes() -> None:
    assert frame.build(story(12), META, LOOK) == frame.build(story(12), META, LOOK)


def test_every_page_says_which_of_how_many() -> None:
    pages = read(frame.build(story(30), META, LOOK)).pages
    assert len(pages) > 3
    for number, page in enumerate(pages, start=1):
        assert f"blz. {number} van {len(pages)}" in page.extract_text()
        assert "Basisschool De Wilgenhof" in page.extract_text()


def test_a_reference_to_a_later_page_is_known_in_one_pass() -> None:
    pages = read(frame.build(story(30), META, LOOK)).pages
    assert f"brief, blz. {len(pages) + 1}" in pages[0].extract_text()


def test_all_fonts_are_embedded_carlito() -> None:
    reader = read(frame.build([*story(3), *paragraph("**vet**", BODY, bold_marks=True)], META, LOOK))
    for page in reader.pages:
        for font in below(page, "/Resources", "/Font").values():
            assert "Carlito" in str(below(font)["/BaseFont"])
            assert "/FontFile2" in below(font, "/FontDescriptor")


def test_papers_with_the_same_characters_carry_the_same_part_of_a_face() -> None:
    parts_of_face = set()
    for text in ("Noor maakte een filmpje", "Teun heeft “vier” foto’s", "Zoë schrijft: geïnd · één"):
        page = read(frame.build(paragraph(text, BODY), META, LOOK)).pages[0]
        font = next(iter(below(page, "/Resources", "/Font").values()))
        stream = below(font, "/FontDescriptor", "/FontFile2")
        parts_of_face.add(bytes(StreamObject.get_data(cast("StreamObject", stream))))
        assert text in page.extract_text()
    assert len(parts_of_face) == 1


def test_a_rare_character_is_printed_all_the_same() -> None:
    for text in ("Şahin Łukasz Ağa", "Dvořák Ñuñez", "Şahin Łukasz Ağa"):
        assert text in read(frame.build(paragraph(text, BODY), META, LOOK)).pages[0].extract_text()


def test_the_file_carries_title_author_language_and_bookmarks() -> None:
    reader = read(frame.build(story(3), META, LOOK))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Dossier Teun Mulder", "E. Terpstra")
    assert str(reader.metadata["/CreationDate"]) == "D:20261116140500+01'00'"
    assert str(below(reader.trailer, "/Root")["/Lang"]) == "nl-NL"
    assert str(reader.outline).count("Wat er is gebeurd") == 1


def test_an_event_longer_than_a_page_runs_on() -> None:
    entry = parts.Entry("1 mei 2026", "Verslag", "lange tekst " * 2000)
    assert len(read(frame.build(parts.chronology([entry]), META, LOOK)).pages) > 4


def test_a_line_that_is_too_wide_is_shortened() -> None:
    short = frame.shorten("W" * 300, frame.Ink(), 200)
    assert short.endswith("…")
    assert fonts.width(short, fonts.REGULAR, 9) <= 200

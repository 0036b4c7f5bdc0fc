"""The letter on paper."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from app.kernel.clock import at
from app.letters.paper.layout import Paper, control_of, render
from app.letters.paper.letterhead import Letterhead
from app.letters.rules import Addressee

NOW = at(2026, 11, 16, 14, 5)
PAPER = Paper(
    Addressee(("De heer R. Mulder", "Beukenstraat 31", "7521 CD  ENSCHEDE"), "Geachte heer Mulder,"),
    "16 november 2026",
    "2026-2027/SM-012/BR-01",
    "Waarschuwing voor Teun",
    ("Met deze brief geven wij Teun een **waarschuwing**.", "- een\n- twee"),
    "Met vriendelijke groet,",
    "E. Terpstra",
    "directeur",
    ("AANGETEKEND", "PERSOONLIJK EN VERTROUWELIJK"),
    "Een brief met dezelfde inhoud gaat vandaag naar mevrouw C. Mulder.",
    enclosures=("Verslag",),
    copies=("Leerplicht",),
    head=Letterhead("Basisschool De Wilgenhof", "Stichting De Waaier"),
)


def texts(paper: Paper) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(render(paper, NOW))).pages]


def test_a_letter_says_everything_in_the_order_of_a_dutch_letter() -> None:
    (text,) = texts(PAPER)
    body = text[text.index("Datum") :]
    order = ["Datum", "Ons kenmerk", "Betreft", "Geachte heer Mulder,", "waarschuwing.", "Met vriendelijke groet,",
             "E. Terpstra", "directeur", "Bijlage", "Kopie aan"]  # fmt: skip
    assert [body.index(word) for word in order] == sorted(body.index(word) for word in order)
    for word in ("AANGETEKEND", "7521 CD", "2026-2027/SM-012/BR-01", control_of(PAPER), "dezelfde inhoud"):
        assert word in text


def test_pages_are_numbered_from_the_second() -> None:
    pages = texts(replace(PAPER, body=("Een lange alinea met tekst. " * 30,) * 20))
    assert len(pages) > 2
    assert "blz." not in pages[0]
    assert f"blz. 2 van {len(pages)}" in pages[1]


def test_a_signature_never_stands_alone_on_a_page() -> None:
    for size in range(8, 30):
        pages = texts(replace(PAPER, body=("Een alinea van een zin of twee. " * 4,) * size, enclosures=(), copies=()))
        last = next(page for page in pages if "Met vriendelijke groet," in page)
        assert "Een alinea" in last


def test_equal_letters_are_equal_bytes_and_any_word_changes_the_control() -> None:
    assert render(PAPER, NOW) == render(PAPER, NOW)
    assert control_of(PAPER) == control_of(replace(PAPER, is_draft=True))
    assert control_of(PAPER) != control_of(replace(PAPER, body=("Anders.",)))


def test_a_draft_says_so_and_has_no_control() -> None:
    (text,) = texts(replace(PAPER, is_draft=True))
    assert "concept" in text
    assert control_of(PAPER) not in text


def test_markup_in_any_field_stays_text() -> None:
    evil = '<b>x</b> {{ 1 }} <img src="/etc/hostname">'
    paper = replace(PAPER, addressee=Addressee((evil,), evil), subject=evil, body=(evil,), signer=evil, note=evil)
    (text,) = texts(paper)
    assert text.replace("\n", " ").count("{{ 1 }}") >= 5
    assert "<b>x</b>" in text


def test_a_name_of_three_hundred_characters_does_not_break_the_letter() -> None:
    name = "Wolfeschlegelsteinhausen" * 13
    head = Letterhead(name, name)
    paper = replace(PAPER, addressee=Addressee((name, name, name), name), subject=name, signer=name, head=head)
    assert len(texts(paper)) >= 1


def test_a_logo_is_pressed_once_and_stays_small() -> None:
    logo = BytesIO()
    Image.effect_noise((3000, 1200), 90).save(logo, "PNG")
    head = Letterhead("Basisschool De Wilgenhof", "", logo.getvalue())
    pdf = render(replace(PAPER, head=head), NOW)
    assert len(pdf) < 400_000 < len(logo.getvalue())
    assert render(replace(PAPER, head=replace(head, logo=bytes(bytearray(logo.getvalue())))), NOW) == pdf


def test_a_logo_takes_the_place_of_the_circle() -> None:
    file = BytesIO()
    Image.new("RGB", (400, 200), "#0E5A62").save(file, "PNG")
    page = PdfReader(BytesIO(render(replace(PAPER, head=replace(PAPER.head, logo=file.getvalue())), NOW))).pages[0]
    assert len(page.images) == 1


def empty(wide: int, high: int) -> bytes:
    file = BytesIO()
    Image.new("1", (wide, high)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    "broken", [b"", b"\x89PNG\r\n\x1a\nnothing", b"GIF89a", b"<svg/>", empty(8000, 8000), empty(20_000, 20_000)]
)
def test_a_broken_logo_never_stops_a_letter(broken: bytes) -> None:
    page = PdfReader(BytesIO(render(replace(PAPER, head=replace(PAPER.head, logo=broken)), NOW))).pages[0]
    assert len(page.images) == 0
    assert "Basisschool De Wilgenhof" in page.extract_text()


def test_preprinted_paper_has_no_letterhead() -> None:
    (text,) = texts(replace(PAPER, head=replace(PAPER.head, is_preprinted=True, window_right=True)))
    assert "Basisschool De Wilgenhof" not in text
    assert "De heer R. Mulder" in text


@pytest.mark.parametrize(
    "odd",
    [
        {"subject": "woord " * 1000},
        {"subject": "x" * 5000},
        {"enclosures": tuple(f"bijlage {number}" for number in range(200))},
        {"copies": ("lang " * 3000,)},
        {"closing": "dag\n" * 300, "signer": "x" * 400, "signer_title": "y " * 2000},
        {"body": ("woord " * 8000,)},
        {"body": ("| " + "a " * 4000 + "| b", "| ", "| a | b | c | d | e")},
        {"body": ("**" * 500, "***", "a**b**c **<b>x</b>**", "**a\nb**")},
        {"body": ("\U0001f600 中文 \u202e abc \x00 \ud800",)},
        {"note": "n " * 1000, "marks": ("M " * 200,), "reference": "r" * 500},
        {"body": (), "addressee": Addressee((), "")},
    ],
)
def test_no_text_is_too_odd_for_paper(odd: dict[str, object]) -> None:
    assert texts(replace(PAPER, **odd))  # type: ignore[arg-type] # any field of it

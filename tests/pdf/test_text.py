"""Data in a PDF is text, never markup."""

from __future__ import annotations

import time
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.kernel.clock import at
from app.pdf import frame, parts, text
from app.pdf.styles import BODY

META = frame.Meta("Dossier", "E. Terpstra", at(2026, 11, 16, 14, 5))
LOOK = frame.report_look(
    "De Wilgenhof", "Dossier", "controle 9b41 07de", lambda page, pages: f"blz. {page} van {pages}"
)


def shown(*texts: str) -> str:
    story = [flowable for one in texts for flowable in text.paragraph(one, BODY)]
    reader = PdfReader(BytesIO(frame.build(story, META, LOOK)))
    assert not [image for page in reader.pages for image in page.images]
    return " ".join(page.extract_text() for page in reader.pages).replace("\n", " ")


@pytest.mark.parametrize(
    "evil",
    ["<b>vet</b>", "<b>nooit gesloten", "{{ 7 * 7 }}", '<img src="/etc/hostname">', "a < b & c > d", "<para/>", "&lt;"],
)
def test_markup_in_data_comes_out_as_text(evil: str) -> None:
    assert evil in shown(evil)


def test_only_double_stars_become_bold_when_asked() -> None:
    story = text.paragraph("een **waarschuwing** <i>en</i> 2 ** 3", BODY, bold_marks=True)
    page = PdfReader(BytesIO(frame.build(story, META, LOOK))).pages[0]
    assert "een waarschuwing <i>en</i> 2 ** 3" in page.extract_text().replace("\n", " ")


def test_control_and_direction_marks_are_stripped_and_letters_composed() -> None:
    assert text.clean("a\x00b\u202ec\u2066d\ufeffe\x1bf\r\ng") == "abcdef\ng"
    assert text.clean("Zoe\u0308") == "Zoë"


def test_names_beyond_latin_one_keep_their_letters() -> None:
    assert "Łukasz Şahin Ğülşen Ørsted Đorđe" in shown("Łukasz Şahin Ğülşen Ørsted Đorđe")


def test_a_very_long_text_is_split_and_stays_quick() -> None:
    before = time.perf_counter()
    assert len(text.paragraph("woord " * 40_000, BODY)) >= 48
    assert len(text.paragraph("x" * 12_000, BODY)) == 3
    assert time.perf_counter() - before < 5


def test_a_name_of_three_hundred_characters_is_wrapped_in_a_table() -> None:
    story = parts.table(["Naam", "Groep"], [["W" * 300, "8B"]], [1, 1])
    assert "W" in PdfReader(BytesIO(frame.build(story, META, LOOK))).pages[0].extract_text()

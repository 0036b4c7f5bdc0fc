"""What can be evidence, what is in it, and what a copy no longer tells."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from app.cases.evidence import files, papers, pictures
from app.cases.evidence.custody import examine, safe_copy
from app.cases.evidence.pictures import Box
from app.kernel.errors import Invalid, Unavailable
from tests.cases import samples


@pytest.mark.parametrize(
    ("data", "name", "mime"),
    [
        (samples.picture(), "scherm.jpg", files.PNG),
        (samples.picture("JPEG"), "foto.png", files.JPEG),
        (samples.picture("WEBP"), "x", files.WEBP),
        (samples.picture("TIFF"), "x", files.TIFF),
        (samples.pdf(), "x", files.PDF),
        (samples.mail(), "bericht.eml", files.MAIL),
        (samples.word(), "brief.docx", files.WORD),
        ("Hoi 😀".encode(), "app.txt", files.TEXT),
    ],
)
def test_a_file_is_known_by_what_is_in_it(data: bytes, name: str, mime: str) -> None:
    assert files.check(data, name) == mime


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"MZ programma", "foto.png", "cases.file_kind"),
        (b"", "leeg.txt.exe", "cases.file_kind"),
        (b"a\x00b", "binair.txt", "cases.file_kind"),
        (b"PK\x03\x04 kapot", "brief.docx", "cases.file_kind"),
        (samples.picture()[:40], "half.png", "cases.file_damaged"),
        (bytes(20 * 1024 * 1024 + 1), "groot.png", "cases.file_size"),
    ],
)
def test_what_cannot_be_evidence_is_refused_in_words(data: bytes, name: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        files.check(data, name)
    assert refused.value.code == code


def test_a_picture_of_20000_by_20000_is_refused_without_unpacking_it() -> None:
    bomb = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    assert len(bomb.getvalue()) < 100_000
    with pytest.raises(Invalid) as refused:
        examine(bomb.getvalue(), "bom.png")
    assert refused.value.code == "cases.file_pixels"


def test_a_word_file_that_unpacks_into_something_huge_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("word/document.xml", bytes(101 * 1024 * 1024))
    with pytest.raises(Invalid):
        files.check(out.getvalue(), "bom.docx")


def test_a_file_of_two_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "film.png"
    with huge.open("wb") as file:
        file.truncate(2 * 1024**3)
    with pytest.raises(Invalid) as refused:
        files.read(huge)
    assert refused.value.code == "cases.file_size"
    with pytest.raises(Unavailable):
        files.read(tmp_path / "weg.png")


def test_the_words_in_a_paper_are_found() -> None:
    assert examine(samples.pdf(), "x").words == "Verslag van de wijkagent"
    assert examine(samples.word(), "x").words == "Brief van vader"
    told = examine(samples.mail(), "a.eml").words
    assert "Onderwerp: Appgroep" in told
    assert "weer een filmpje" in told
    assert told.endswith("Bijlagen: scherm.png")
    assert examine("Café".encode("cp1252"), "a.txt").words == "Café"


def test_a_damaged_paper_has_no_words_and_stops_nothing() -> None:
    found = examine(b"%PDF-1.7 en verder niets", "kapot.pdf")
    assert (found.words, found.hidden) == ("", ())


def test_what_a_file_tells_beside_itself_is_shown_and_left_out_of_a_copy() -> None:
    photo = samples.picture("JPEG")
    told = dict(examine(photo, "foto.jpg").hidden)
    assert (told["merk"], told["plaats"]) == ("Telefoonmerk", "staat in het bestand")
    assert dict(pictures.hidden_data(safe_copy(photo, files.JPEG))) == {"beeldpunten": "40 x 30"}
    assert dict(papers.hidden_data(samples.pdf(), files.PDF))["maker"] == "C. Mulder"
    assert "maker" not in dict(papers.hidden_data(safe_copy(samples.pdf(), files.PDF), files.PDF))
    assert dict(papers.hidden_data(samples.word(), files.WORD))["maker"] == "R. Mulder"
    assert papers.hidden_data(safe_copy(samples.word(), files.WORD), files.WORD) == ()


def test_black_boxes_are_burnt_in() -> None:
    covered = pictures.masked(samples.picture("JPEG", (100, 100)), [Box(0.1, 0.1, 0.5, 0.5)])
    with Image.open(io.BytesIO(covered)) as picture:
        assert picture.format == "PNG"
        assert picture.getpixel((30, 30)) == (0, 0, 0)
        assert picture.getpixel((90, 90)) == (255, 255, 255)
        assert not picture.getexif()
    with pytest.raises(Invalid):
        pictures.masked(samples.picture(), [])


def test_a_large_picture_is_shown_small_and_one_that_lets_light_through_on_white() -> None:
    with Image.open(io.BytesIO(pictures.shown(samples.picture(size=(4000, 2000))))) as small:
        assert small.size == (1600, 800)
    clear = io.BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(clear, "PNG")
    with Image.open(io.BytesIO(pictures.stripped(clear.getvalue()))) as picture:
        assert picture.getpixel((1, 1)) == (255, 255, 255)

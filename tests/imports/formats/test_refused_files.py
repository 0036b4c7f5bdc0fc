"""Files that are no class list: refused before they are unpacked, with a sentence that says what they are."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from app.imports.reading import read_file
from app.imports.refusal import FileRefusedError
from app.imports.texts import TEXTS

TODAY = date(2026, 11, 16)


def _refused(path: Path) -> str:
    with pytest.raises(FileRefusedError) as refusal:
        read_file(path, TODAY)
    return refusal.value.code


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7\x00\x01", "imports.is_pdf"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "imports.is_picture"),
        (b"\x89PNG\r\n\x1a\n", "imports.is_picture"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "imports.is_picture"),
        (b"\x00\x00\x00\x18ftypheic\x00", "imports.is_picture"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "imports.is_document"),
        (b"PK\x03\x04 no zip at all", "imports.no_workbook"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "imports.no_workbook"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "imports.protected"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "imports.damaged"),
        (b"", "imports.empty"),
        (b"  \r\n", "imports.empty"),
        (b"<?xml version='1.0'?><EDEX><school/></EDEX>", "imports.no_rows"),
        (b"<?xml version='1.0'?><Workbook xmlns='x'/>", "imports.no_headings"),
        (b"<?xml version='1.0'?><rss/>", "imports.no_workbook"),
        (b"zomaar wat tekst\nop twee regels", "imports.no_headings"),
        (b"Roepnaam;Achternaam\n;\n", "imports.no_rows"),
    ],
)
def test_what_is_no_class_list_is_refused_with_the_reason(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(content)
    assert _refused(path) == code


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("word/document.xml", "imports.is_document"),
        ("ppt/presentation.xml", "imports.is_document"),
        ("leerlingen.xlsx", "imports.is_archive"),
    ],
)
def test_a_document_or_a_packed_folder_is_called_what_it_is(tmp_path: Path, entry: str, code: str) -> None:
    path = tmp_path / "lijst.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "x")
    assert _refused(path) == code
    assert "kies" in TEXTS[code]


def _archive(path: Path, sheet: bytes, entries: int = 0) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
        for number in range(entries):
            archive.writestr(f"xl/{number}", "")
    return path


def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    far = b'<c r="A1"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'
    assert _refused(_archive(tmp_path / "ver.xlsx", far)) == "imports.too_large"
    assert _refused(_archive(tmp_path / "dicht.xlsx", b"0" * 20_000_000)) == "imports.too_large"
    assert _refused(_archive(tmp_path / "veel.xlsx", b"", entries=2001)) == "imports.too_large"

"""What kind of file this is, told by its first bytes, and whether it is safe to read."""

from __future__ import annotations

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from app.imports.limits import MOST_BYTES, MOST_CELLS, MOST_ENTRIES, MOST_RATIO
from app.imports.refusal import FileRefusedError

_SMALL = 1024 * 1024  # below this a good ratio is no threat
_HEAD = 8192
_CELL = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/>])?>')


class FileKind(StrEnum):
    """The formats that Meldboek tells apart."""

    WORKBOOK = "workbook"
    HTML = "html"
    TEXT = "text"


def recognise(path: Path) -> FileKind:
    """The kind of a file by its content, whatever its name ends with. Raises FileRefusedError with the reason."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if path.stat().st_size > MOST_BYTES:
        raise FileRefusedError("imports.too_large")
    if not head.strip(b"\x00\xef\xbb\xbf\xff\xfe \r\n\t"):
        raise FileRefusedError("imports.empty")
    if head.startswith(b"PK"):
        check_zip(path)
        return FileKind.WORKBOOK
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return _old_office(path)
    return _by_text(head)


def _old_office(path: Path) -> FileKind:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise FileRefusedError("imports.protected")
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        raise FileRefusedError("imports.no_workbook")
    return FileKind.WORKBOOK


def _by_text(head: bytes) -> FileKind:
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return FileKind.TEXT
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"<"):
        return _marked_up(start)
    if any(byte < 9 or 13 < byte < 32 for byte in head):
        raise FileRefusedError("imports.no_workbook")
    return FileKind.TEXT


def _marked_up(start: bytes) -> FileKind:
    if b"<edex" in start:
        raise FileRefusedError("imports.edexml")
    if b"<workbook" in start:
        raise FileRefusedError("imports.spreadsheet_xml")
    if b"<html" in start or b"<table" in start or b"<!doctype html" in start:
        return FileKind.HTML
    raise FileRefusedError("imports.no_workbook")


def check_zip(path: Path) -> None:
    """Refuse a zip that is no workbook, or that would unpack into more than this computer should carry."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            if not (any(name.startswith("xl/workbook") for name in names) or "content.xml" in names):
                raise FileRefusedError("imports.no_workbook")
            _check_size(entries)
            _check_cells(archive, entries)
    except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, ValueError) as error:
        if isinstance(error, FileRefusedError):
            raise
        raise FileRefusedError("imports.no_workbook") from None


def _check_size(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if len(entries) > MOST_ENTRIES or unpacked > MOST_BYTES or swollen:
        raise FileRefusedError("imports.too_large")


def _check_cells(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> None:
    """Count the rectangle that the filled cells of each sheet span: the reader makes room for all of it."""
    for entry in entries:
        if not re.fullmatch(r"xl/worksheets/[^/]+\.xml", entry.filename):
            continue
        widest, deepest, rest, seen = 0, 0, b"", 0
        with archive.open(entry) as stream:
            while block := stream.read(_SMALL):
                seen += len(block)
                for letters, digits in _CELL.findall(rest + block):
                    widest, deepest = max(widest, _column(letters)), max(deepest, int(digits))
                rest = block[-256:]
                if widest * deepest > MOST_CELLS or seen > MOST_BYTES:
                    raise FileRefusedError("imports.too_large")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

"""What kind of file this is, told by its first bytes, and whether it is safe to read."""

from __future__ import annotations

import re
import struct
from enum import StrEnum
from pathlib import Path

from app.imports.formats.archives import check_zip
from app.imports.formats.decoding import decoded
from app.imports.limits import MOST_BYTES
from app.imports.refusal import FileRefusedError

_HEAD = 8192
_SECTOR = 512
_FILE_PASS = 0x2F
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*")
_PHOTOS = frozenset({b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"})
_ROOT = re.compile(r"<(?![?!])(?:[\w.-]+:)?([\w.-]+)")
_DECLARED = re.compile(r"<!doctype\s+(?!html)", re.IGNORECASE)


class FileKind(StrEnum):
    """The formats that Meldboek tells apart."""

    WORKBOOK = "workbook"
    HTML = "html"
    TEXT = "text"
    SPREADSHEET_XML = "spreadsheet_xml"
    EDEXML = "edexml"


def recognise(path: Path) -> FileKind:
    """The kind of a file by its content, whatever its name ends with. Raises FileRefusedError with the reason."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if path.stat().st_size > MOST_BYTES:
        raise FileRefusedError("imports.too_large")
    if not head.strip(b"\x00\xef\xbb\xbf\xff\xfe \r\n\t"):
        raise FileRefusedError("imports.empty")
    if what := _other_than_a_list(head):
        raise FileRefusedError(what)
    if head.startswith(b"PK"):
        check_zip(path)
        return FileKind.WORKBOOK
    if head.startswith(_OLE[:4]):
        return _old_office(path)
    return _by_text(head)


def _other_than_a_list(head: bytes) -> str:
    """The code for what people drop beside lists: a pdf, a picture; empty for anything else."""
    if head.lstrip().startswith(b"%PDF-"):
        return "imports.is_pdf"
    is_picture = head.startswith(_PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP") or head[4:12] in _PHOTOS
    return "imports.is_picture" if is_picture else ""


def _old_office(path: Path) -> FileKind:
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise FileRefusedError("imports.protected")
    if not any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        written = any(name.encode("utf-16-le") in content for name in ("WordDocument", "PowerPoint Document"))
        raise FileRefusedError("imports.is_document" if written else "imports.no_workbook")
    if _has_password(content):
        raise FileRefusedError("imports.protected")
    return FileKind.WORKBOOK


def _has_password(content: bytes) -> bool:
    """Whether one of the first records of the old workbook says that the rest is encrypted."""
    for start in range(_SECTOR, len(content) - 8, _SECTOR):
        if content[start : start + 2] != b"\x09\x08":
            continue
        at = start
        for _record in range(8):
            kind, length = struct.unpack_from("<HH", content.ljust(at + 4, b"\x00"), at)
            if kind == _FILE_PASS:
                return True
            at += 4 + length
        return False
    return False


def _by_text(head: bytes) -> FileKind:
    text = decoded(head)
    start = text.lstrip("\ufeff\x00 \r\n\t")
    if start.startswith("<"):
        return _marked_up(start.lower())
    if any(sign < " " and sign not in "\t\r\n\v\f\x1a\x00" for sign in text) or text.count("\x00") * 20 > len(text):
        raise FileRefusedError("imports.no_workbook")
    return FileKind.TEXT


def _marked_up(start: str) -> FileKind:
    bare = re.sub(r"<!--.*?(?:-->|$)", "", start, flags=re.DOTALL)
    root = _ROOT.search(bare)
    is_workbook = root is not None and root[1] == "workbook"
    if not is_workbook and ("<html" in bare or "<table" in bare or "<!doctype html" in bare):
        return FileKind.HTML
    if _DECLARED.search(bare) or "<!entity" in bare:
        raise FileRefusedError("imports.unsafe")
    if is_workbook:
        return FileKind.SPREADSHEET_XML
    if "edex" in bare:
        return FileKind.EDEXML
    raise FileRefusedError("imports.no_workbook")

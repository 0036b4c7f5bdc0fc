"""Which files can be evidence: what they are by their content, how large, and with how many pixels."""

from __future__ import annotations

import io
import zipfile
from email import message_from_bytes
from pathlib import Path

from app.cases.evidence import pictures
from app.kernel.errors import Invalid, Unavailable

LARGEST = 20  # MB
_MOST_UNPACKED = 100 * 1024 * 1024
PNG, JPEG, WEBP, TIFF = "image/png", "image/jpeg", "image/webp", "image/tiff"
PDF, TEXT, MAIL = "application/pdf", "text/plain", "message/rfc822"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PICTURES = frozenset({PNG, JPEG, WEBP, TIFF})
SUFFIXES = {
    PNG: ".png",
    JPEG: ".jpg",
    WEBP: ".webp",
    TIFF: ".tif",
    PDF: ".pdf",
    TEXT: ".txt",
    MAIL: ".eml",
    WORD: ".docx",
}
PATTERNS = "*.png *.jpg *.jpeg *.webp *.tif *.tiff *.pdf *.txt *.eml *.docx"
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\x00", TIFF),
    (b"MM\x00*", TIFF),
    (b"%PDF-", PDF),
)


def read(path: Path) -> bytes:
    """The bytes of a file on disk. Raises Invalid when it is too large, before anything of it is read."""
    try:
        if path.stat().st_size > LARGEST * 1024 * 1024:
            raise Invalid("data", "cases.file_size", size=LARGEST)
        return path.read_bytes()
    except OSError:
        raise Unavailable("cases.file_unreadable") from None


def kind_of(data: bytes, name: str = "") -> str:
    """The kind of file by its content, whatever its name says; empty when it is none we keep."""
    known = next((mime for signature, mime in _SIGNATURES if data.startswith(signature)), "")
    if known:
        return known
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[:4] == b"PK\x03\x04":
        return WORD if _is_word(data) else ""
    if name.lower().endswith(".eml") and message_from_bytes(data[:20_000]).keys():
        return MAIL
    return TEXT if name.lower().endswith(".txt") and b"\x00" not in data else ""


def check(data: bytes, name: str) -> str:
    """The kind of this file. Raises Invalid for another kind, too large, damaged, or with too many pixels."""
    if len(data) > LARGEST * 1024 * 1024:
        raise Invalid("data", "cases.file_size", size=LARGEST)
    mime = kind_of(data, name)
    if not mime:
        raise Invalid("data", "cases.file_kind")
    if mime in PICTURES:
        pictures.check(data)
    return mime


def _is_word(data: bytes) -> bool:
    """A Word document that does not unpack into something huge."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            names = {info.filename for info in container.infolist()}
            total = sum(info.file_size for info in container.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return "word/document.xml" in names and total <= _MOST_UNPACKED

"""Looks into a zipped workbook before anything is unpacked for good: how much it would ask of this computer."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from app.imports.limits import MOST_BYTES, MOST_CELLS, MOST_ENTRIES, MOST_RATIO
from app.imports.refusal import FileRefusedError

_SMALL = 1024 * 1024  # below this a good ratio is no threat
_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/>])?>(?!</)')
_WIDTHS = (
    (re.compile(rb'r="[A-Z]{3}\d'), 16_384),
    (re.compile(rb'r="[A-Z]{2}\d'), 702),
    (re.compile(b""), 26),
)
_DEPTHS = (
    (re.compile(rb'r="[A-Z]{1,3}\d{6}'), 1_048_576),
    (re.compile(rb'r="[A-Z]{1,3}\d{5}"'), 99_999),
    (re.compile(b""), 9_999),
)
_MACRO_FREE = re.compile(r"(?:xl/)?worksheets/[^/]+\.xml")
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_TABLE_PART = re.compile(
    rb"<table:(table-row|table-cell|covered-table-cell)\b([^>]*?)(/?)>"
    rb"|</table:(table-row)>"
)
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')


def check_zip(path: Path) -> None:
    """Refuse a zip that is no workbook, or that would unpack into more than this computer should carry."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            _check_kind(archive, entries, names)
            _check_size(entries)
            if "content.xml" in names:
                _check_open_document(_content(archive, "content.xml"))
            for entry in entries:
                if _MACRO_FREE.fullmatch(entry.filename):
                    _check_cells(archive, entry)
    except FileRefusedError:
        raise
    except zipfile.BadZipFile:
        whole = zipfile.is_zipfile(path)
        raise FileRefusedError("imports.damaged" if whole else _broken(path)) from None
    except (zlib.error, OSError, EOFError, RuntimeError, ValueError):
        raise FileRefusedError("imports.damaged") from None


def _broken(path: Path) -> str:
    """A workbook that was cut off still names its parts."""
    with path.open("rb") as file:
        head = file.read(65_536)
    return (
        "imports.damaged"
        if b"xl/" in head or b"[Content_Types]" in head or b"mimetype" in head
        else "imports.no_workbook"
    )


def _check_kind(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], names: set[str]) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise FileRefusedError("imports.protected")
    if "content.xml" in names:
        if "META-INF/manifest.xml" in names and b"encryption-data" in _content(archive, "META-INF/manifest.xml"):
            raise FileRefusedError("imports.protected")
        if "mimetype" in names and b"spreadsheet" not in _content(archive, "mimetype"):
            raise FileRefusedError("imports.is_document")
    elif not any(name.startswith("xl/workbook") for name in names):
        written = any(name.startswith(("word/", "ppt/")) for name in names)
        raise FileRefusedError("imports.is_document" if written else "imports.is_archive")


def _content(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(MOST_BYTES)


def _check_size(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > MOST_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if len(entries) > MOST_ENTRIES or unpacked > MOST_BYTES or swollen:
        raise FileRefusedError("imports.too_large")


def _check_cells(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> None:
    """Count the rectangle that the filled cells of a sheet span: the reader makes room for all of it."""
    widest, deepest = 0, 0
    for place, block in enumerate(_blocks(archive, entry)):
        if not place and _DECLARED.search(block):
            raise FileRefusedError("imports.unsafe")
        width, depth = _bound(block)
        if max(widest, width) * max(deepest, depth) > MOST_CELLS:
            for letters, digits in _CELL.findall(block):
                widest, deepest = max(widest, _column(letters)), max(deepest, int(digits))
        else:
            widest, deepest = max(widest, width), max(deepest, depth)
        if widest * deepest > MOST_CELLS:
            raise FileRefusedError("imports.too_large")


def _bound(block: bytes) -> tuple[int, int]:
    """A rectangle in which all cells lie, told by the length of their names: much faster than looking at each."""
    width = next(most for sign, most in _WIDTHS if sign.search(block))
    return width, next(most for sign, most in _DEPTHS if sign.search(block))


def _blocks(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    rest, seen = b"", 0
    with archive.open(entry) as stream:
        while block := stream.read(_SMALL):
            seen += len(block)
            if seen > MOST_BYTES:
                raise FileRefusedError("imports.too_large")
            yield rest + block
            rest = block[-256:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _check_open_document(content: bytes) -> None:
    """Count the cells that repetitions make of an OpenDocument sheet; empty ones at an end do not count."""
    if _DECLARED.search(content[:_SMALL]):
        raise FileRefusedError("imports.unsafe")
    cells, rows, width, filled = 0, 1, 0, 0
    for part in _TABLE_PART.finditer(content):
        name = part[1] or part[4]
        repeated = _REPEATED.search(part[2] or b"")
        times = int(repeated[1]) if repeated else 1
        if name != b"table-row":
            width += times
            filled = width if not part[3] or b"value" in part[2] else filled
        elif part[4] or part[3]:
            cells += rows * filled
        else:
            rows, width, filled = times, 0, 0
        if cells > MOST_CELLS or filled > MOST_CELLS:
            raise FileRefusedError("imports.too_large")

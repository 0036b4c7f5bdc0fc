"""Writes real Excel 97 files, as small as they can be: the BIFF8 records of each sheet in an OLE container."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from datetime import date
from pathlib import Path

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_DATE_STYLE = 16  # the first style after the sixteen that a file must have


def write(path: Path, sheets: Sequence[tuple[str, Sequence[Sequence[object]]]]) -> Path:
    """An .xls file with these sheets."""
    path.write_bytes(container(workbook(sheets)))
    return path


def workbook(sheets: Sequence[tuple[str, Sequence[Sequence[object]]]], from_1904: bool = False) -> bytes:
    """The stream named Workbook."""
    bodies = [_sheet(rows) for _name, rows in sheets]
    names = [_bound(name, 0) for name, _rows in sheets]
    head = record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)) + record(0x42, struct.pack("<H", 1200))
    head += record(0x22, struct.pack("<H", from_1904)) + _fonts() + b"".join(_style(0) for _ in range(16)) + _style(14)
    at = len(head) + sum(map(len, names)) + 4
    for (name, _rows), body in zip(sheets, bodies, strict=True):
        head += _bound(name, at)
        at += len(body)
    return head + record(0x0A, b"") + b"".join(bodies)


def record(kind: int, body: bytes) -> bytes:
    """One record of a BIFF stream."""
    return struct.pack("<HH", kind, len(body)) + body


def _fonts() -> bytes:
    name = "Arial"
    body = struct.pack("<HHHHHBBBBBB", 200, 0, 0x7FFF, 400, 0, 0, 0, 0, 0, len(name), 0) + name.encode("latin-1")
    return record(0x31, body) * 4


def _style(number_format: int) -> bytes:
    return record(0xE0, struct.pack("<HHHBBBBIIH", 0, number_format, 0xFFF5, 0, 0, 0, 0, 0, 0, 0))


def _bound(name: str, at: int) -> bytes:
    return record(0x85, struct.pack("<IHBB", at, 0, len(name), 1) + name.encode("utf-16-le"))


def _sheet(rows: Sequence[Sequence[object]]) -> bytes:
    said = record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    width = max((len(row) for row in rows), default=0)
    said += record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    for place, row in enumerate(rows):
        for column, value in enumerate(row):
            said += _cell(place, column, value)
    return said + record(0x0A, b"")


def _cell(row: int, column: int, value: object) -> bytes:
    if value is None or value == "":
        return b""
    if isinstance(value, date):
        days = float((value - date(1899, 12, 30)).days)
        return record(0x203, struct.pack("<HHHd", row, column, _DATE_STYLE, days))
    if isinstance(value, int | float):
        return record(0x203, struct.pack("<HHHd", row, column, 15, float(value)))
    text = str(value)
    return record(0x204, struct.pack("<HHHHB", row, column, 15, len(text), 1) + text.encode("utf-16-le"))


def container(stream: bytes, name: str = "Workbook") -> bytes:
    """An OLE file that holds one stream."""
    stream = stream.ljust(4096, b"\x00")
    stream += bytes(-len(stream) % _SECTOR)
    sectors = len(stream) // _SECTOR
    tables = 1
    while tables * 128 < sectors + 1 + tables:
        tables += 1
    fat = [*range(1, sectors), _END, _END, *[_FAT] * tables]
    fat += [_FREE] * (tables * 128 - len(fat))
    head = struct.pack("<8s16xHHHHH6xIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6, 0, tables,
                       sectors, 0, 4096, _END, 0, _END, 0)  # fmt: skip
    places = [*range(sectors + 1, sectors + 1 + tables), *[_FREE] * (109 - tables)]
    head += struct.pack("<109I", *places)
    entries = _entry("Root Entry", 5, _END, 0, child=1) + _entry(name, 2, 0, len(stream)) + _entry("", 0, 0, 0) * 2
    return head + stream + entries + struct.pack(f"<{len(fat)}I", *fat)


def _entry(name: str, kind: int, start: int, size: int, child: int = _FREE) -> bytes:
    text = name.encode("utf-16-le")
    length = len(text) + 2 if name else 0
    links = struct.pack("<III", _FREE, _FREE, child)
    return struct.pack("<64sHBB", text, length, kind, 1) + links + bytes(36) + struct.pack("<IQ", start, size)

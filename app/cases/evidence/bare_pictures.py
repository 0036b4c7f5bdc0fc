"""A picture without what it tells beside itself, its pixels untouched: for those inside a letter or a PDF."""

from __future__ import annotations

from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_TELLING_CHUNKS = frozenset({b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME"})
_START, _SCAN, _COMMENT, _FIRST, _LAST = 0xD8, 0xDA, 0xFE, 0xE1, 0xEF
_KEPT_SEGMENTS = frozenset({0xE2, 0xEE})  # the colours: ICC and Adobe


def bare(data: bytes) -> bytes:
    """The same JPEG or PNG without remarks, device, place and moment; another kind as it came."""
    if data.startswith(b"\xff\xd8"):
        return b"".join(_jpeg(data))
    return b"".join(_png(data)) if data.startswith(_PNG) else data


def _jpeg(data: bytes) -> Iterator[bytes]:
    yield data[:2]
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        kind, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if kind == _SCAN:
            break
        tells = kind == _COMMENT or (_FIRST <= kind <= _LAST and kind not in _KEPT_SEGMENTS)
        if not tells:
            yield data[at : at + 2 + length]
        at += 2 + length
    yield data[at:]


def _png(data: bytes) -> Iterator[bytes]:
    yield data[: len(_PNG)]
    at = len(_PNG)
    while at + 12 <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        if data[at + 4 : at + 8] not in _TELLING_CHUNKS:
            yield data[at : at + 12 + length]
        at += 12 + length

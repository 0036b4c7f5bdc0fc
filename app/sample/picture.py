"""Draws a screenshot of a chat without a readable word: grey and green balloons, as a PNG."""

from __future__ import annotations

import random
import struct
import zlib

WIDTH, HEIGHT = 360, 640
PAPER, BAR, THEIRS, OURS, INK, PICTURE = (
    (236, 229, 221),
    (14, 90, 98),
    (255, 255, 255),
    (220, 241, 214),
    (190, 192, 194),
    (206, 204, 198),
)
Colour = tuple[int, int, int]


def screenshot(seed: int) -> bytes:
    """A PNG of a chat; the same from the same seed."""
    chance = random.Random(seed)  # noqa: S311 - a drawing needs no secrecy
    rows = [bytearray(bytes(PAPER) * WIDTH) for _row in range(HEIGHT)]
    _box(rows, 0, 0, WIDTH, 52, BAR)
    top = 68
    while top < HEIGHT - 70:
        ours = chance.random() < 0.35
        lines = chance.choice((1, 2, 2, 3))
        has_picture = chance.random() < 0.2
        height = 16 + 14 * lines + (120 if has_picture else 0)
        left, width = (120 if ours else 16), 224
        _box(rows, left, top, width, height, OURS if ours else THEIRS)
        if has_picture:
            _box(rows, left + 10, top + 10, width - 20, 110, PICTURE)
        for line in range(lines):
            length = chance.randint(60, width - 24)
            _box(rows, left + 12, top + height - 14 * (lines - line), length, 6, INK)
        top += height + 10
    return _png(rows)


def _box(rows: list[bytearray], left: int, top: int, width: int, height: int, colour: Colour) -> None:
    for row in rows[top : top + height]:
        row[left * 3 : (left + width) * 3] = bytes(colour) * width


def _png(rows: list[bytearray]) -> bytes:
    raw = b"".join(b"\0" + bytes(row) for row in rows)
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(raw)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

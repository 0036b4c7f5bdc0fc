"""Whether every page of a drawer is what was written to it, from its bytes alone: no connection, no lane.

SQLCipher ends each page with an HMAC over the rest of it and its number. Made again here with the drawer's key, it
says what ``PRAGMA cipher_integrity_check`` says; but a file that is in use, or lies in a backup, need not be opened.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable
from struct import Struct

PAGE, _STRETCH = 4096, 64  # bytes of a page, and pages of a stretch
_SALT, _MAC = 16, 64  # bytes at the beginning of the file, and at the end of every page
_BLOCK = 128  # bytes of SHA-512
_NUMBER = Struct("<I")
_MASK = 0x3A  # with which SQLCipher makes the salt of the MAC key from that of the file


Memory = dict[int, int]
"""Of each stretch of pages that was found right: what it looked like. Kept as long as a store is open."""


class PageCheck:
    """Takes the bytes of one file in pieces, from its beginning; ``broken`` are the pages that were not right.

    A stretch that still is what ``memory`` knows of it was found right before, and its HMACs are not made again.
    That finds every accident; what somebody altered on purpose is refused by SQLCipher when it is read.
    """

    def __init__(self, key: bytes, memory: Memory | None = None) -> None:
        self._key = key
        self._memory = {} if memory is None else memory
        self._inner = self._outer = hashlib.sha512()
        self._rest = b""
        self.pages = 0
        self.broken: list[int] = []

    def take(self, piece: bytes) -> None:
        """The next bytes of the file."""
        data = self._rest + piece if self._rest else piece
        if not self.pages and len(data) >= PAGE:
            self._begin(data[:_SALT])
        view, at = memoryview(data), 0
        while len(data) - at >= PAGE:
            size = _STRETCH if not self.pages % _STRETCH and len(data) - at >= _STRETCH * PAGE else 1
            self._look_at(view[at : at + size * PAGE], size)
            at += size * PAGE
        self._rest = data[at:]

    def is_whole(self) -> bool:
        """Whether there was at least one page, all were right, and nothing was left over."""
        return self.pages > 0 and not self.broken and not self._rest

    def _look_at(self, part: memoryview, size: int) -> None:
        """One page, or a stretch of them."""
        place, known = self.pages // _STRETCH, zlib.crc32(part) if size > 1 else -1
        if size > 1 and self._memory.get(place) == known:
            self.pages += size
            return
        before = len(self.broken)
        for at in range(0, size * PAGE, PAGE):
            self._look(part[at or _SALT * (not self.pages) : at + PAGE])
        if size > 1 and len(self.broken) == before:
            self._memory[place] = known

    def _look(self, page: memoryview) -> None:
        """One page; of the first one, what follows the salt. Called so often that every step in it counts."""
        self.pages = number = self.pages + 1
        inner, outer = self._inner.copy(), self._outer.copy()
        inner.update(page[:-_MAC])
        inner.update(_NUMBER.pack(number))
        outer.update(inner.digest())
        if outer.digest() != page[-_MAC:]:
            self.broken.append(number)

    def _begin(self, salt: bytes) -> None:
        key = hashlib.pbkdf2_hmac("sha512", self._key, bytes(mark ^ _MASK for mark in salt), 2, 32).ljust(_BLOCK, b"\0")
        self._inner = hashlib.sha512(bytes(mark ^ 0x36 for mark in key))  # HMAC, RFC 2104
        self._outer = hashlib.sha512(bytes(mark ^ 0x5C for mark in key))


def check(pieces: Iterable[bytes], key: bytes, memory: Memory | None = None) -> PageCheck:
    """Look through a whole file."""
    found = PageCheck(key, memory)
    for piece in pieces:
        found.take(piece)
    return found

"""Whether every page of a drawer is what was written to it, from its bytes alone: no connection, no lane.

SQLCipher ends each page with an HMAC over the rest of it and its number. Made again here with the drawer's key, it
says what ``PRAGMA cipher_integrity_check`` says; but a file that is in use, or lies in a backup, need not be opened.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from struct import Struct

PAGE = 4096
_SALT, _MAC = 16, 64  # bytes at the beginning of the file, and at the end of every page
_BLOCK = 128  # bytes of SHA-512
_NUMBER = Struct("<I")
_MASK = 0x3A  # with which SQLCipher makes the salt of the MAC key from that of the file


class PageCheck:
    """Takes the bytes of one file in pieces, from its beginning; ``broken`` are the pages that were not right."""

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._inner = self._outer = hashlib.sha512()
        self._rest = b""
        self.pages = 0
        self.broken: list[int] = []

    def take(self, piece: bytes) -> None:
        """The next bytes of the file."""
        data = self._rest + piece if self._rest else piece
        view, start = memoryview(data), 0
        if not self.pages and len(data) >= PAGE:
            self._begin(data[:_SALT])
            self._look(view[_SALT:PAGE])
            start = PAGE
        whole = len(data) - len(data) % PAGE
        for at in range(start, whole, PAGE):
            self._look(view[at : at + PAGE])
        self._rest = data[whole:]

    def is_whole(self) -> bool:
        """Whether there was at least one page, all were right, and nothing was left over."""
        return self.pages > 0 and not self.broken and not self._rest

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


def check(pieces: Iterable[bytes], key: bytes) -> PageCheck:
    """Look through a whole file."""
    found = PageCheck(key)
    for piece in pieces:
        found.take(piece)
    return found


def watched(pieces: Iterable[bytes], found: PageCheck) -> Iterator[bytes]:
    """The same pieces, looked at on their way."""
    for piece in pieces:
        found.take(piece)
        yield piece

"""The check of the log: every line's MAC is made again and held against the one that stands there.

Lines are read in batches, each as one row of text and one of MACs: a log of a million lines is checked in seconds.
The text of a line as SQL makes it is the text that was chained as long as no name or subject needed escaping; a batch
in which that may be otherwise, or in which a line does not fit, is looked at line by line before anything is said.
"""

from __future__ import annotations

import hashlib
import hmac
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from json.encoder import encode_basestring
from struct import iter_unpack
from typing import TypeVar

T = TypeVar("T")
Ask = Callable[[Callable[[sqlite3.Connection], T]], T]

GENESIS = bytes(32)
_SIZE = 5_000  # lines of a batch: about 15 ms
_BLOCK = 64  # bytes of SHA-256
_TOLD = """concat('"', at, '", "', user_id, '", "', user_name, '", "', action, '", "', subject, '"]')"""
_BATCH = f"""SELECT count(*), max(id), CAST(group_concat(told, char(10)) AS BLOB), CAST(group_concat(marks, '') AS BLOB)
FROM (SELECT id, {_TOLD} AS told, digest || mac AS marks FROM audit WHERE id > ? ORDER BY id LIMIT ?)"""  # noqa: S608
_DETAILS = """SELECT id, CAST(salt || detail AS BLOB), digest FROM audit
WHERE id > ? AND id <= ? AND detail IS NOT NULL ORDER BY id"""
_LINES = "SELECT id, at, user_id, user_name, action, subject, digest, mac FROM audit WHERE id > ? ORDER BY id LIMIT ?"


@dataclass(frozen=True)
class _Batch:
    """Lines as they stand in the drawer, up to a number; ``altered`` is the first whose detail was changed."""

    count: int
    last: int
    texts: list[bytes]
    marks: bytes
    altered: int | None


def told(number: int, *fields: str) -> str:
    """The text of a line that its MAC covers: JSON."""
    return f"[{number}, {', '.join(map(encode_basestring, fields))}]"


def mac(key: bytes, previous: bytes, text: str, digest: bytes) -> bytes:
    """The MAC that chains a line to the one before it."""
    return hmac.digest(key, previous + text.encode() + digest, "sha256")


def first_broken(ask: Ask[_Batch | int | None], key: bytes) -> int | None:
    """The number of the first line that does not fit the chain, or None when all of it holds.

    ``ask`` lets a short piece of work read in the drawer; everything else happens on the thread that called.
    """
    before, previous = 0, GENESIS
    while True:
        batch = ask(lambda bare, after=before: _read(bare, after))  # type: ignore[misc] # mypy cannot infer a default
        assert isinstance(batch, _Batch)  # noqa: S101 - narrows the type
        if batch.count and not _holds(batch, key, before, previous):
            slow = ask(lambda bare, after=before, mark=previous: _line_by_line(bare, key, after, mark))  # type: ignore[misc]
            if slow is not None:
                assert isinstance(slow, int)  # noqa: S101 - narrows the type
                return slow
        if batch.altered is not None:
            return batch.altered
        if batch.count < _SIZE:
            return None
        before, previous = before + batch.count, batch.marks[-32:]


def _read(bare: sqlite3.Connection, after: int) -> _Batch:
    count, last, texts, marks = bare.execute(_BATCH, (after, _SIZE)).fetchone()
    altered = (
        number
        for number, salted, digest in bare.execute(_DETAILS, (after, after + _SIZE))
        if hashlib.sha256(salted).digest() != digest
    )
    return _Batch(count, last or after, (texts or b"").split(b"\n"), marks or b"", next(altered, None))


def _holds(batch: _Batch, key: bytes, number: int, previous: bytes) -> bool:
    """Whether every MAC of the batch is right, with no mark in the texts that would have been escaped."""
    is_gapless = batch.last == number + batch.count == number + len(batch.texts)
    if not is_gapless or len(batch.marks) != 64 * batch.count or b"\\" in b"".join(batch.texts):
        return False
    padded, sha = key.ljust(_BLOCK, b"\0"), hashlib.sha256
    inner, outer = bytes(byte ^ 0x36 for byte in padded), bytes(byte ^ 0x5C for byte in padded)  # HMAC, RFC 2104
    for text, (digest, kept) in zip(batch.texts, iter_unpack("32s32s", batch.marks), strict=True):
        number += 1
        if sha(outer + sha(b"%b%b[%d, %b%b" % (inner, previous, number, text, digest)).digest()).digest() != kept:
            return False
        previous = kept
    return True


def _line_by_line(bare: sqlite3.Connection, key: bytes, number: int, previous: bytes) -> int | None:
    for found, *fields, digest, kept in bare.execute(_LINES, (number, _SIZE)):
        number += 1
        if found != number or mac(key, previous, told(number, *map(str, fields)), digest) != kept:
            return number
        previous = kept
    return None

"""The text in bytes of which nobody says in which encoding they are."""

from __future__ import annotations

import re

_SIGNS = 4096
_WITHIN = re.compile(rb"(?<=[a-z])[\x80-\xff](?=[a-z\s;,\"'-])")  # a sign that goes on a word
_TRIED = ("cp1252", "mac_roman", "cp850")
_COMMON = frozenset("éëèïöü")


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 when it is that, else Windows-1252, as Dutch school systems write it.

    Old programs of Apple and for MS-DOS have other bytes for letters with an accent: the words tell.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if wide := _wide(content[:_SIGNS]):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode(_one_byte(content), errors="replace")


def _one_byte(content: bytes) -> str:
    """The encoding in which most signs within words are small letters; Windows-1252 when none has more."""
    signs = b"".join(_WITHIN.findall(content))
    return max(_TRIED, key=lambda encoding: _likely(signs, encoding))


def _likely(signs: bytes, encoding: str) -> int:
    usual = _COMMON if encoding != _TRIED[0] else frozenset()
    told = signs.decode(encoding, errors="replace")
    return sum(2 if not usual or sign in usual else 1 for sign in told if sign.islower())


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte is zero."""
    if len(head) < 4 or head.count(0) * 5 < len(head) * 2:
        return ""
    odd, even = head[1::2].count(0), head[::2].count(0)
    return "utf-16-le" if odd > 4 * even else "utf-16-be" if even > 4 * odd else ""

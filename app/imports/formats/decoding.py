"""The text in bytes of which nobody says in which encoding they are."""

from __future__ import annotations

_SIGNS = 4096


def decoded(content: bytes) -> str:
    """UTF-8 or UTF-16 when it is that, else Windows-1252, as Dutch school systems write it."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    if wide := _wide(content[:_SIGNS]):
        return content.decode(wide, errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _wide(head: bytes) -> str:
    """UTF-16 without a mark: every other byte is zero."""
    if len(head) < 4 or head.count(0) * 5 < len(head) * 2:
        return ""
    odd, even = head[1::2].count(0), head[::2].count(0)
    return "utf-16-le" if odd > 4 * even else "utf-16-be" if even > 4 * odd else ""

"""How long a text may be: what is typed is kept, but a page must stay readable and quick."""

from __future__ import annotations

import unicodedata

from app.kernel.errors import Invalid

LONGEST_LINE = 200
LONGEST_TEXT = 20_000


def line(field: str, text: str, *, most: int = LONGEST_LINE) -> str:
    """One line: no breaks, no marks that turn the direction of the words after it. Raises Invalid when too long."""
    kept = " ".join(_plain(text).split())
    if len(kept) > most:
        raise Invalid(field, "cases.too_long", most=most, length=_number(len(kept)))
    return kept


def words(field: str, text: str) -> str:
    """Several lines. Raises Invalid when there are more than a page can show."""
    kept = _plain(text).strip()
    if len(kept) > LONGEST_TEXT:
        raise Invalid(field, "cases.too_long", most=_number(LONGEST_TEXT), length=_number(len(kept)))
    return kept


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")


def _plain(text: str) -> str:
    """Without control characters and without marks that override the direction of other text."""
    return "".join(each for each in text if each in "\n\t\u200d" or unicodedata.category(each) not in {"Cc", "Cf"})

"""Whose a contact is that stands beside ``moeder`` or ``vader`` in one cell: ``eva@x.nl (moeder)``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, contacts
from app.imports.content.name_cells import Named
from app.imports.readings import Target

_TITLES = {"mrs": "moeder", "mr": "vader"}
_LETTER = re.compile(r"(?<!\w)[mv](?=\s*[:.)])", re.IGNORECASE)
_CONTACT = re.compile(rf"{contacts.EMAIL.pattern}|{contacts.PHONE.pattern}")
_WORD = re.compile(r"[^\W\d_]+")


class Dealt(NamedTuple):
    """The contact of every guardian; ``known`` is false when the cell names parents and nobody says who is who."""

    values: tuple[str, ...]
    known: bool


def side_of(one: Named, who: str) -> str:
    """``moeder`` or ``vader`` when the cell, the heading or a title says so."""
    return one.side or who or _TITLES.get(one.title, "")


def dealt(layout: Layout, row: Row, target: Target, number: int, sides: Sequence[str]) -> Dealt | None:
    """The contacts in these columns given to the guardians by what stands beside each; None when nothing does."""
    if len(sides) < 2:
        return None
    found = [cells.lines(row[one.index]) for one in layout.all(target, number) if one.index < len(row)]
    named = _by_parent("\n".join(text[:500] for text in found))
    if named is None:
        return None
    values = tuple(next(iter(named.get(side, ())), "") for side in sides)
    return Dealt(values, known=bool(named) and set(named) <= set(sides) and len(set(sides)) == len(sides))


@lru_cache(maxsize=4096)
def _by_parent(text: str) -> dict[str, tuple[str, ...]] | None:
    """The contacts by the parent who stands beside them; empty when not all have one, None when none has."""
    plain = text.casefold()
    spots = list(_CONTACT.finditer(text))
    between = [plain[one:other] for one, other in _gaps(spots, len(text))]
    said = [contacts.parent_in(_WORD.findall(gap)) for gap in between]
    if not any(said):
        return {} if len(spots) > 1 and any(map(_LETTER.search, between)) else None
    labels = said[:-1] if said[0] else said[1:]
    if not all(labels):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for label, spot in zip(labels, spots, strict=True):
        values = contacts.emails(spot[0]) if "@" in spot[0] else contacts.phones(spot[0])
        found[label] = found.get(label, ()) + values
    return found


def _gaps(spots: Sequence[re.Match[str]], end: int) -> Iterable[tuple[int, int]]:
    starts, ends = [one.start() for one in spots], [one.end() for one in spots]
    return zip([0, *ends], [*starts, end], strict=True)

"""The short version for a meeting: two pages at most, the newest first to stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.dossiers.rules import Dossier, DossierEntry
from app.kernel.texts import _, ngettext
from app.letters.paper.layout import pages_of

PAGES = 2
_LENGTHS = (400, 220, 120, 0)  # characters of an event
_KEPT = (60, 30, 20, 14, 9)  # events


def shortened(dossier: Dossier, draw: Callable[[Dossier], bytes]) -> bytes:
    """Draw it with ever shorter texts and fewer events, until it fits on two pages."""
    made = b""
    for length in _LENGTHS:
        made = draw(_cut(dossier, length, len(dossier.entries)))
        if pages_of(made) <= PAGES:
            return made
    for kept in _KEPT:
        if kept < len(dossier.entries):
            made = draw(_cut(dossier, 0 if kept > _KEPT[2] else 120, kept))
            if pages_of(made) <= PAGES:
                return made
    return made


def _cut(dossier: Dossier, length: int, kept: int) -> Dossier:
    newest = dossier.entries[len(dossier.entries) - kept :]
    gone = len(dossier.entries) - len(newest)
    told = ngettext(
        "{n} eerdere gebeurtenis: zie het volledige dossier",
        "{n} eerdere gebeurtenissen: zie het volledige dossier",
        gone,
    )
    measures = tuple(replace(one, details=()) for one in dossier.measures)
    left = (*dossier.left_out, told) if gone else dossier.left_out
    return replace(
        dossier,
        entries=tuple(_brief(one, length) for one in newest),
        measures=measures,
        letters=(),
        attachments=(),
        left_out=left,
    )


def _brief(entry: DossierEntry, length: int) -> DossierEntry:
    text = " ".join(entry.text.split())
    if len(text) > length:
        text = text[:length].rsplit(" ", 1)[0] + _(" …") if length else ""
    return replace(entry, text=text, letter=None, attachment=None)

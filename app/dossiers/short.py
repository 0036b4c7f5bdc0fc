"""The short version for a meeting: two pages at most, the newest first to stay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.dossiers.rules import Dossier, DossierEntry
from app.kernel.texts import _, ngettext
from app.letters.paper.layout import pages_of

PAGES = 2
_ALL = 10_000
_LENGTHS = (400, 220, 120, 0)  # characters of an event
_KEPT = ((60, _ALL), (30, 30), (20, 20), (14, 14), (9, 9), (5, 5), (2, 2))  # events and measures


def shortened(dossier: Dossier, draw: Callable[[Dossier], bytes]) -> bytes:
    """Draw it with ever shorter texts and fewer events and measures, until it fits on two pages."""
    made = b""
    for length in _LENGTHS:
        made = draw(_cut(dossier, length, _ALL, _ALL))
        if pages_of(made) <= PAGES:
            return made
    for events, measures in _KEPT:
        if events < len(dossier.entries) or measures < len(dossier.measures):
            made = draw(_cut(dossier, 0 if events > _KEPT[2][0] else 120, events, measures))
            if pages_of(made) <= PAGES:
                return made
    return made


def _cut(dossier: Dossier, length: int, events: int, measures: int) -> Dossier:
    happened, taken = dossier.entries[-events:], dossier.measures[-measures:]
    return replace(
        dossier,
        entries=tuple(_brief(one, length) for one in happened),
        measures=tuple(replace(one, details=()) for one in taken),
        letters=(),
        attachments=(),
        consent_course=(),
        left_out=(
            *dossier.left_out,
            *_earlier(len(dossier.entries) - len(happened), len(dossier.measures) - len(taken)),
        ),
    )


def _earlier(events: int, measures: int) -> tuple[str, ...]:
    """What came before the newest, in numbers."""
    happened = ngettext(
        "{n} eerdere gebeurtenis: zie het volledige dossier",
        "{n} eerdere gebeurtenissen: zie het volledige dossier",
        events,
    )
    taken = ngettext(
        "{n} eerdere maatregel: zie het volledige dossier",
        "{n} eerdere maatregelen: zie het volledige dossier",
        measures,
    )
    return (*((happened,) if events else ()), *((taken,) if measures else ()))


def files_told(count: int) -> tuple[str, ...]:
    """That the files stand in the whole dossier only: a line for each would leave no room for what happened."""
    told = ngettext("{n} bijlage: zie het volledige dossier", "{n} bijlagen: zie het volledige dossier", count)
    return (told,) if count else ()


def _brief(entry: DossierEntry, length: int) -> DossierEntry:
    text = " ".join(entry.text.split())
    if len(text) > length:
        text = text[:length].rsplit(" ", 1)[0] + _(" …") if length else ""
    return replace(entry, text=text, letter=None, attachment=None)

"""The words for the versions and the parts of a dossier."""

from __future__ import annotations

from collections import Counter

from app.dossiers.rules import Dossier, Part, Version
from app.kernel.texts import N_, _, ngettext

VERSIONS = {
    Version.FULL: N_("Volledig"),
    Version.SHORT: N_("Kort, twee bladzijden"),
    Version.REMOVAL: N_("Voor het bestuur, bij verwijdering"),
}
PARTS = {
    Part.EVENTS: N_("Gebeurtenissen"),
    Part.MEASURES: N_("Maatregelen"),
    Part.OBJECTS: N_("Toestellen en berichten"),
    Part.LETTERS: N_("Brieven"),
    Part.ATTACHMENTS: N_("Bijlagen"),
    Part.CONSENTS: N_("Toestemmingen"),
}


def in_figures(dossier: Dossier | None) -> str:
    """What a dossier holds, counted: how often this person got which measure comes first."""
    if dossier is None:
        return _("Het dossier van één persoon; anderen zijn afgeschermd")
    measures = Counter(line.name for line in dossier.measures)
    named = ", ".join(f"{count} x {name.lower()}" for name, count in measures.items())
    counts = (
        (len(dossier.entries), ngettext("{n} gebeurtenis", "{n} gebeurtenissen", len(dossier.entries))),
        (len(dossier.letters), ngettext("{n} brief", "{n} brieven", len(dossier.letters))),
        (len(dossier.attachments), ngettext("{n} bijlage", "{n} bijlagen", len(dossier.attachments))),
    )
    told = [words.format(n=count) for count, words in counts if count]
    return " · ".join(part for part in (named, *told) if part) or _("Er staat niets in dit dossier.")

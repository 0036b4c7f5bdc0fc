"""The words for the versions and the parts of a dossier."""

from __future__ import annotations

from app.dossiers.rules import Part, Version
from app.kernel.texts import N_

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

"""Sentences of dossiers."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "dossiers.no_access": N_("U hebt geen toegang tot dossiers."),
    "dossiers.not_saved": N_("Het dossier kan niet worden bewaard als {file}. Kies een andere map."),
    "dossiers.no_control": N_("Dit is geen controlegetal. Het staat onder aan elke bladzijde, zoals 9b41 07de."),
    "dossiers.password_short": N_("Dit wachtwoord is te kort. Gebruik ten minste twaalf tekens."),
    "dossiers.no_dossier": N_("Een ouder heeft geen eigen dossier. Kies de leerling."),
    "dossiers.only_leadership": N_("Alleen de directeur of het bestuur kan dit dossier maken."),
}

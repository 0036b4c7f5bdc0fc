"""Sentences for the codes of the protocol and its terms."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "protocol.broken": N_(
        "Het bestand {file} van het protocol klopt niet bij {key}: {problem}. Installeer Meldboek opnieuw."
    ),
    "protocol.unknown_code": N_("De code {name} staat niet in het protocol."),
    "protocol.unknown_term": N_("De termijn {name} bestaat niet. Controleer hoe de naam is getypt."),
    "protocol.term_in_hours": N_(
        "{label}: deze termijn is een klok van {hours} uur en geen datum. Kijk bij de zaak hoe laat de klok afloopt."
    ),
    "protocol.no_term_opening_hours": N_(
        "{label} zijn geen termijn. U kunt bellen op werkdagen van 8.00 tot 17.00 uur."
    ),
    "protocol.no_term_retention": N_(
        "Een bewaartermijn hangt af van het soort gegevens. Kijk bij Beheer, Bewaren en vernietigen."
    ),
    "protocol.rung_without_name": N_("Geef de maatregel een naam van ten minste drie letters."),
    "protocol.is_suspension": N_(
        "Dit is een schorsing, ook als zij anders heet. Kies de trede Schorsing; daarvoor gelden de regels van de wet."
    ),
    "protocol.rung_for_nobody": N_("Kies voor wie deze maatregel kan zijn."),
    "protocol.rung_for_others": N_("Op deze ladder staan geen maatregelen voor deze mensen. Kies de andere ladder."),
    "protocol.rung_without_decider": N_("Kies wie over deze maatregel besluit."),
    "protocol.rung_exists": N_("Er staat al een maatregel met deze naam op de ladder."),
    "protocol.rung_is_shipped": N_(
        "Deze maatregel staat in het protocol en verandert niet. U kunt hem wel sluiten of samenvoegen."
    ),
    "protocol.rung_is_open": N_("Deze maatregel staat gewoon op de ladder."),
    "protocol.merge_elsewhere": N_("Voeg samen met een andere maatregel van dezelfde ladder."),
    "protocol.last_rung": N_("Dit is de laatste maatregel op deze ladder. Er moet er een overblijven."),
    "protocol.only_leadership": N_("Alleen de directeur of het bestuur verandert de ladder."),
}

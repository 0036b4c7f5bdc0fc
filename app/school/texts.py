"""Sentences about the school's profile, signatories and mandates."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "school.name_missing": N_("Vul de naam van de school in."),
    "school.board_name_missing": N_("Vul de naam van het bestuur in."),
    "school.brin": N_(
        "Een BRIN bestaat uit twee cijfers en twee letters, soms met twee cijfers erachter: 12AB of 12AB00."
    ),
    "school.postcode": N_("Een postcode bestaat uit vier cijfers en twee letters: 7534 AB."),
    "school.phone": N_("Dit is geen Nederlands telefoonnummer. Voorbeeld: 053 432 80 80."),
    "school.email": N_("Dit is geen e-mailadres. Voorbeeld: info@school.nl."),
    "school.logo_type": N_("Kies een afbeelding van het soort PNG of JPEG."),
    "school.logo_broken": N_("Deze afbeelding is niet te lezen. Kies een ander bestand."),
    "school.logo_size": N_("Deze afbeelding is te groot. Kies er een van ten hoogste 2 MB."),
    "school.no_profile": N_("Vul eerst de gegevens van de school in en bewaar ze."),
    "school.signatory_missing": N_("Vul de naam in die onder de brief komt."),
    "school.passphrase_repeat": N_("De twee nieuwe wachtzinnen zijn niet gelijk. Typ ze opnieuw."),
    "school.only_leadership": N_("Alleen de directeur of het bestuur kan dit veranderen."),
}

JOB_TITLES: dict[str, str] = {
    "director": N_("directeur"),
    "board": N_("namens het bestuur"),
    "coordinator": N_("intern begeleider"),
    "administrator": N_("administratief medewerker"),
}

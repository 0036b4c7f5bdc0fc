"""Sentences and words of Vandaag."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "agenda.cannot_wait": N_("Dit kan niet worden uitgesteld: de termijn loopt in uren."),
    "agenda.snooze_past": N_("Kies een dag na vandaag."),
    "agenda.snooze_too_long": N_("Uitstellen kan tot en met {last}; daarna is het te laat."),
    "agenda.snooze_why": N_("Schrijf kort waarom het kan wachten."),
    "agenda.year_unknown": N_("Dit staat niet in de jaarkalender."),
    "agenda.year_why": N_("Schrijf kort waarom de school dit jaar overslaat."),
    "agenda.year_outside": N_("Kies een dag in schooljaar {year}."),
}

SOURCES: dict[str, str] = {
    "cases": N_("Zaak"),
    "task": N_("Taak"),
    "measures": N_("Maatregel"),
    "inspector": N_("Inspecteur"),
    "police": N_("Politie"),
    "letters": N_("Brief"),
    "consents": N_("Toestemming"),
    "people": N_("Leeftijd"),
    "access": N_("Inzage"),
    "retention": N_("Bewaren"),
    "year": N_("Jaarkalender"),
}

YEAR_STATES: dict[str, str] = {
    "open": N_("nog te doen"),
    "planned": N_("gepland"),
    "done": N_("gedaan"),
    "skipped": N_("overgeslagen"),
}

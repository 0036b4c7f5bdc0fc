"""What retention says to the user."""

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "retention.not_free": N_(
        "Iets uit de lijst mag nog niet weg: de termijn loopt nog, of er staat een procedure open. "
        "Er is niets vernietigd. Maak de lijst opnieuw."
    ),
    "retention.nothing_chosen": N_("Kies eerst wat weg mag."),
    "retention.only_leadership": N_("Vernietigen kan alleen de directeur of het bestuur."),
    "retention.second_person": N_(
        "Hierover beslissen twee personen. Laat een tweede gebruiker bevestigen, of voeg een getekend papier toe."
    ),
    "retention.not_yourself": N_("De tweede persoon is een ander dan uzelf."),
    "retention.paper_missing": N_("Vul de naam en de datum in en voeg een scan van het getekende papier toe."),
    "retention.in_future": N_("Deze datum ligt in de toekomst. Vul de dag in waarop is getekend."),
    "retention.paper_kind": N_("Kies een PDF of een foto (PNG of JPEG) van het papier."),
}
HOLDS: dict[str, str] = {
    "asked": N_("iemand buiten de school vroeg om te wachten"),
    "complaint": N_("een klacht is nog niet afgehandeld"),
    "procedure": N_("een bezwaar of beroep loopt nog"),
    "police": N_("bij de politie loopt het nog"),
    "published": N_("een beeld is nog te zien"),
    "in_case": N_("staat nog in een zaak die bewaard wordt"),
}

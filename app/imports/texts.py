"""What the screen says for the codes of imports."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "imports.not_readable": N_("Dit bestand kan niet worden gelezen. Kijk of het er nog staat en of u het mag openen."),
    "imports.no_workbook": N_(
        "Dit is geen Excel-bestand en ook geen andere lijst die Meldboek kent. "
        "Sla de klassenlijst in uw schoolsysteem op als Excel of CSV en kies dat bestand."
    ),
    "imports.empty": N_("Dit bestand is leeg. Exporteer de klassenlijst opnieuw uit uw schoolsysteem."),
    "imports.protected": N_(
        "Dit bestand is beveiligd met een wachtwoord. Open het in Excel, haal het wachtwoord eraf en sla het op."
    ),
    "imports.too_large": N_(
        "Dit bestand is te groot om veilig te lezen. Kopieer de leerlingen naar een nieuw werkblad en sla dat op."
    ),
    "imports.edexml": N_(
        "Dit is een EDEXML-bestand. Dat kan Meldboek nog niet lezen: exporteer de klassenlijst als Excel of CSV."
    ),
    "imports.spreadsheet_xml": N_(
        "Dit is een XML-werkblad. Dat kan Meldboek nog niet lezen: open het in Excel en sla het op als .xlsx."
    ),
    "imports.no_headings": N_(
        "In dit bestand staat geen rij met kolomkoppen zoals Roepnaam, Achternaam en Groep. "
        "Kijk of u de klassenlijst hebt gekozen."
    ),
    "imports.no_such_heading": N_(
        "In dit bestand staat geen rij met de juiste kolomkoppen. Gebruik het lege werkblad dat Meldboek maakt."
    ),
    "imports.no_rows": N_("Onder de kolomkoppen staat geen enkele leerling. Exporteer de klassenlijst opnieuw."),
    "imports.reading_took_too_long": N_(
        "Het lezen duurde te lang en is gestopt. Er is niets veranderd. Sla de lijst op als een nieuw Excel-bestand."
    ),
    "imports.reading_broke_down": N_(
        "Het lezen is afgebroken omdat het bestand beschadigd of te groot is. Er is niets veranderd. "
        "Sla de lijst op als een nieuw Excel-bestand en probeer dat."
    ),
    "imports.column_blocked": N_("Deze kolom mag Meldboek niet bewaren. De inhoud is niet gelezen."),
    "imports.column_bsn": N_("In deze kolom staan burgerservicenummers. Die mag Meldboek niet bewaren."),
    "imports.name_missing": N_("In deze rij staat geen naam. Vul de naam in de lijst in en lees haar opnieuw in."),
    "imports.date_unreadable": N_("Deze datum is niet te lezen. Schrijf de datum als dag-maand-jaar."),
    "imports.birth_date_in_future": N_("Deze geboortedatum ligt in de toekomst. Controleer het jaar."),
    "imports.email_unreadable": N_("Dit is geen e-mailadres. De rest van de rij is wel gelezen."),
    "imports.value_too_long": N_("De tekst in deze cel is te lang voor een naam of nummer."),
    "imports.number_twice": N_("Dit leerlingnummer staat in de lijst al bij een andere leerling."),
    "imports.number_of_other": N_("Dit leerlingnummer is in Meldboek van {name}. Controleer nummer en naam."),
    "imports.not_enrolled": N_("Deze leerling is uitgeschreven of nog niet ingeschreven en is daarom niet toegevoegd."),
    "imports.doubtful": N_("Er is al een {name} met een andere geboortedatum. Deze leerling komt er apart bij."),
}

"""What the screen says for the codes of imports."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "imports.not_readable": N_("Dit bestand kan niet worden gelezen. Kijk of het er nog staat en of u het mag openen."),
    "imports.no_workbook": N_(
        "Dit is geen Excel-bestand en ook geen andere lijst die Meldboek kent. "
        "Sla de klassenlijst in uw schoolsysteem op als Excel of CSV en kies dat bestand."
    ),
    "imports.is_pdf": N_(
        "Dit is een pdf. Daar kan Meldboek geen lijst uit lezen. Sla de klassenlijst in uw schoolsysteem op als Excel "
        "of CSV en kies dat bestand."
    ),
    "imports.is_picture": N_(
        "Dit is een foto of afbeelding. Daar kan Meldboek geen lijst uit lezen. Sla de klassenlijst in uw "
        "schoolsysteem op als Excel of CSV en kies dat bestand."
    ),
    "imports.is_document": N_(
        "Dit is een tekstdocument of presentatie. Staat de lijst daarin als tabel, kopieer die dan naar een leeg "
        "werkblad, sla dat op en kies dat bestand."
    ),
    "imports.is_archive": N_(
        "Dit is een ingepakt bestand (zip). Pak het eerst uit en kies daarna de klassenlijst die erin zit."
    ),
    "imports.empty": N_("Dit bestand is leeg. Exporteer de klassenlijst opnieuw uit uw schoolsysteem."),
    "imports.protected": N_(
        "Dit bestand is beveiligd met een wachtwoord. Open het in Excel, haal het wachtwoord eraf en sla het op."
    ),
    "imports.too_large": N_(
        "Dit bestand is te groot om veilig te lezen. Kopieer de leerlingen naar een nieuw werkblad en sla dat op."
    ),
    "imports.damaged": N_(
        "Dit bestand is beschadigd of niet volledig. Exporteer de klassenlijst opnieuw uit uw schoolsysteem, "
        "of open het bestand in Excel en sla het op als een nieuw bestand."
    ),
    "imports.unsafe": N_(
        "In dit bestand staan verwijzingen die in een klassenlijst niet horen. Het is daarom niet gelezen. "
        "Exporteer de klassenlijst opnieuw uit uw schoolsysteem."
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
    "imports.name_alone": N_(
        "In deze rij staat alleen een naam. Van deze rij is geen leerling gemaakt. Is het een leerling, vul dan de "
        "groep of de geboortedatum in en lees de lijst opnieuw in."
    ),
    "imports.date_unreadable": N_("Deze datum is niet te lezen. Schrijf de datum als dag-maand-jaar."),
    "imports.date_missing": N_("Deze datum bestaat niet. Controleer de dag, de maand en het jaar."),
    "imports.group_unlikely": N_("Een basisschool heeft groep 1 tot en met 8. Controleer deze groep."),
    "imports.year_group_unlikely": N_("Een basisschool heeft leerjaar 1 tot en met 8. Dit leerjaar is niet gelezen."),
    "imports.birth_date_in_future": N_("Deze geboortedatum ligt in de toekomst. Controleer het jaar."),
    "imports.email_unreadable": N_("Dit is geen e-mailadres. De rest van de rij is wel gelezen."),
    "imports.value_too_long": N_("De tekst in deze cel is te lang voor een naam of nummer."),
    "imports.phone_unreadable": N_("Dit is geen telefoonnummer. De rest van de rij is wel gelezen."),
    "imports.contact_left_over": N_(
        "In deze cel staat meer dan er bij deze ouders past. Vul het bij de ouder zelf aan als het nodig is."
    ),
    "imports.contact_of_whom": N_(
        "Het is niet zeker van welke ouder welk adres of nummer is. Zij zijn in hun volgorde verdeeld. Controleer dat."
    ),
    "imports.guardian_nameless": N_(
        "Hier staat een e-mailadres of telefoonnummer zonder naam. Daarvan is geen ouder gemaakt."
    ),
    "imports.guardians_nameless": N_(
        "Deze kolom hoort bij ouders, maar hun namen staan niet in de lijst. Van een adres of nummer zonder naam "
        "wordt geen ouder gemaakt. Neem de namen op in de export."
    ),
    "imports.name_doubtful": N_(
        "Deze naam is op meer manieren te lezen. Gelezen is: voornaam {first}, achternaam {surname}. Klopt dat niet, "
        "verbeter hem dan na het inlezen."
    ),
    "imports.letters_lost": N_(
        "In deze naam zijn letters verloren gegaan: daar staat nu een vraagteken. Bewaar de lijst als Excel-bestand "
        "(xlsx) in plaats van csv, of verbeter de naam."
    ),
    "imports.name_unreadable": N_("Dit is geen naam. Daarvan is geen ouder gemaakt. Vul de ouder zelf aan."),
    "imports.name_of_digits": N_("In deze naam staan cijfers of tekens die niet in een naam horen. Verbeter de naam."),
    "imports.no_first_names": N_(
        "Er is geen kolom met voornamen herkend. Ga terug en kijk of een andere kolom de voornamen bevat."
    ),
    "imports.no_surnames": N_(
        "Er is geen kolom met achternamen herkend. Ga terug en kijk of een andere kolom de achternamen bevat."
    ),
    "imports.name_single_word": N_(
        "Hier staat één woord. Het kan een voornaam of een achternaam zijn. Kijk of de naam van de ouder klopt."
    ),
    "imports.age_unlikely": N_("Deze leeftijd past niet bij een basisschool. Controleer de geboortedatum."),
    "imports.dates_us_order": N_(
        "In deze kolom staat de maand vóór de dag. Zo zijn de datums ook gelezen. Controleer er een paar."
    ),
    "imports.pupil_unknown": N_(
        "Een leerling met dit nummer staat niet op een ander blad. De ouders in deze rij zijn niet gelezen. Zet de "
        "leerlingen en hun ouders in één bestand."
    ),
    "imports.name_of_several": N_(
        "Op een ander blad hebben meer leerlingen deze naam. De ouders in deze rij zijn niet gelezen. Zet het "
        "leerlingnummer of de geboortedatum op beide bladen."
    ),
    "imports.pupils_unnamed": N_(
        "Op dit blad staan ouders, maar Meldboek vindt geen kolom met de namen van leerlingen. Wijs aan in welke kolom "
        "die staan, of neem de namen op in de export."
    ),
    "imports.number_twice": N_("Dit leerlingnummer staat in de lijst al bij een andere leerling."),
    "imports.number_of_other": N_("Leerlingnummer {number} is in Meldboek van {name}. Controleer nummer en naam."),
    "imports.key_kept_out": N_(
        "Dit EDEXML-bestand noemt andere nummers dan Meldboek. De leerlingen houden het nummer dat zij al hadden. "
        "Wie is bedoeld, is gezien aan naam en geboortedatum."
    ),
    "imports.surname_missing": N_("In deze rij staat geen achternaam. Vul die aan als de leerling er een heeft."),
    "imports.first_name_missing": N_("In deze rij staat geen voornaam. Vul die aan als de leerling er een heeft."),
    "imports.not_enrolled": N_(
        "Deze leerling is uitgeschreven of nog niet ingeschreven. Daarom is de leerling niet toegevoegd."
    ),
    "imports.doubtful": N_("Er is al een {name} met een andere geboortedatum."),
    "imports.doubtful_renamed": N_("Er is al een leerling met dezelfde geboortedatum en een andere naam."),
    "imports.doubtful_twin": N_(
        "Er is al een leerling met dezelfde achternaam en geboortedatum, misschien een tweeling."
    ),
    "imports.chosen_twice": N_("Twee rijen wijzen dezelfde leerling aan. Kies bij één van beide een andere leerling."),
    "imports.unknown": N_("Deze klassenlijst staat niet (meer) in de geschiedenis."),
    "imports.undone_already": N_("Deze klassenlijst is al ongedaan gemaakt."),
    "imports.undo_too_late": N_("Van deze klassenlijst is niet meer bekend wat zij heeft veranderd. Zij blijft staan."),
    "imports.kept_changed": N_("is sindsdien gewijzigd"),
    "imports.kept_answer": N_("heeft een antwoord over toestemming"),
    "imports.kept_letter": N_("heeft een brief of formulier"),
    "imports.kept_case": N_("komt voor in een zaak"),
    "imports.kept_related": N_("hoort bij iemand die blijft staan"),
}

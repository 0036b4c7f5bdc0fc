"""What the vault says to the user."""

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "vault.wrong_passphrase": N_("Deze wachtzin klopt niet. Controleer hoofdletters en probeer het opnieuw."),
    "vault.recovery_key_mistyped": N_(
        "Er ontbreekt een teken of er is een teken verkeerd. Kijk de herstelsleutel na op het papier. "
        "Typ hem daarna opnieuw."
    ),
    "vault.unknown_user": N_("Er is geen gebruiker met de naam {user}. Kies een naam uit de lijst."),
    "vault.no_store": N_("In deze map staat geen Meldboek. Kies de map van uw school, of begin een nieuwe school."),
    "vault.folder_gone": N_(
        "De map van het Meldboek is er nu niet: {folder}. Staat hij op een andere schijf of op het netwerk, sluit die "
        "dan aan en probeer het opnieuw."
    ),
    "vault.keys_missing": N_(
        "Het bestand keys.json ontbreekt in de map van de school. Zonder dat bestand gaat het Meldboek niet open. "
        "Zet het terug uit een reservekopie."
    ),
    "vault.keys_altered": N_(
        "Het bestand keys.json is beschadigd of buiten Meldboek om veranderd. Er is niets geopend. "
        "Zet keys.json terug uit een reservekopie."
    ),
    "vault.damaged": N_(
        "Een bestand van het Meldboek is beschadigd. Er is niets veranderd. Zet de laatste reservekopie terug; "
        "bewaar de beschadigde map."
    ),
    "vault.drawer_missing": N_(
        "Het bestand {name} ontbreekt in de map van de school. Zet het terug uit een reservekopie."
    ),
    "vault.newer": N_(
        "Dit Meldboek is gemaakt met een nieuwere versie van het programma. Installeer die versie en open het opnieuw."
    ),
    "vault.no_rights": N_(
        "Meldboek mag in deze map niet lezen of schrijven. Vraag uw beheerder om rechten op deze map, "
        "of kies een andere map."
    ),
    "vault.folder_not_empty": N_("Deze map is niet leeg. Kies een lege map voor het nieuwe Meldboek."),
    "vault.disk_full": N_("De schijf is vol. Er is niets opgeslagen. Maak ruimte vrij en probeer het opnieuw."),
    "vault.disk_failed": N_(
        "De schijf geeft een fout. Er is niets opgeslagen. Controleer de schijf en probeer het opnieuw."
    ),
    "vault.backup_failed": N_(
        "De reservekopie is niet gelukt. Controleer of er ruimte is op de schijf en probeer het opnieuw."
    ),
    "vault.backup_damaged": N_(
        "Deze reservekopie is beschadigd of veranderd. Er is niets teruggezet. Kies een andere reservekopie."
    ),
    "vault.restore_failed": N_(
        "Het terugzetten is niet gelukt. Wat er stond, is niet veranderd. Controleer of er ruimte is op de schijf "
        "en of u in deze map mag schrijven."
    ),
    "vault.cloud_folder": N_(
        "Deze map wordt gesynchroniseerd door {service}. Zet het Meldboek daar niet neer: bestanden kunnen dan "
        "beschadigd raken. Kies een map op deze computer. Reservekopieën mogen wel in {service} staan."
    ),
    "vault.second_place_same": N_("Kies een plek buiten de map van de school, liefst op een USB-stick."),
    "vault.second_place_no_rights": N_(
        "Meldboek mag in deze map niet schrijven. Kies een andere map, of een andere USB-stick."
    ),
    "vault.open_elsewhere": N_(
        "Dit Meldboek is al geopend door {who}, op computer {where}, sinds {since}. "
        "Vraag om het daar te vergrendelen en probeer het opnieuw."
    ),
    "vault.open_elsewhere_unknown": N_(
        "Dit Meldboek is al ergens anders geopend. Sluit het daar en probeer het opnieuw."
    ),
    "vault.read_only": N_("U leest een kopie. Wijzigen kan alleen in het Meldboek zelf."),
    "vault.no_backup": N_("Er is nog geen reservekopie om in te lezen. Vraag om het Meldboek te vergrendelen."),
    "vault.no_reading_copy": N_(
        "Er is op deze computer geen ruimte voor een kopie om in te lezen. Maak ruimte vrij en probeer het opnieuw."
    ),
    "vault.closed": N_("Dit Meldboek is gesloten. Open het opnieuw om verder te gaan."),
    "vault.name_missing": N_("Vul een naam in."),
    "vault.name_in_use": N_("Er is al een gebruiker met deze naam. Kies een andere naam."),
    "vault.only_director": N_("Dit kan alleen een directeur. Vraag het uw directeur."),
    "vault.not_yourself": N_("Uw eigen toegang kunt u niet wijzigen. Vraag het een andere directeur."),
    "vault.passphrase_short": N_("Kies een wachtzin van ten minste {length} tekens, bijvoorbeeld vier losse woorden."),
    "vault.key_file_wanted": N_("Bij deze wachtzin hoort een sleutelbestand. Kies het bestand op uw USB-stick."),
    "vault.key_file_unreadable": N_(
        "Dit is geen sleutelbestand van Meldboek, of het is beschadigd. Kies het bestand op uw USB-stick."
    ),
    "vault.key_file_beside": N_(
        "Bewaar het sleutelbestand niet in de map van de school: wie de map heeft, heeft dan ook het bestand. "
        "Kies een USB-stick."
    ),
    "vault.key_file_not_saved": N_(
        "Het sleutelbestand is niet bewaard. Kies een plek waar u mag schrijven en waar nog geen sleutelbestand staat."
    ),
    "vault.attachment_too_large": N_("Dit bestand is {size} MB. Een bijlage mag ten hoogste 25 MB zijn."),
    "vault.attachment_gone": N_("Dit bestand is er niet meer: het is vernietigd. De regel in Meldboek blijft staan."),
    "vault.not_sound": N_(
        "De controle vond iets dat niet klopt in: {drawers}. Werk er niet in verder; zet een reservekopie terug en "
        "bewaar de map."
    ),
}

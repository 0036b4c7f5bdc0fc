"""What the screen says for the codes of people."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "people.guardian_already": N_("Deze persoon is al ouder of verzorger van deze leerling."),
    "people.name_missing": N_("Vul een voornaam of een achternaam in."),
    "people.birth_date_in_future": N_("Deze geboortedatum ligt in de toekomst. Controleer het jaar."),
    "people.no_such_year": N_("Groep {group} kan niet: een basisschool heeft groep 1 tot en met {highest}."),
    "people.age_unlikely.title": N_("{age} jaar: klopt dat?"),
    "people.age_unlikely": N_(
        "Wie op {birth_date} is geboren, is nu {age} jaar. Dat past niet bij een basisschool. Kijk naar het jaar."
    ),
    "people.group_new.title": N_("Groep {group} bestaat nog niet. Nieuwe groep maken?"),
    "people.group_new": N_("Deze groepen hebben nu leerlingen: {groups}."),
    "people.group_first.title": N_("Groep {group} bestaat nog niet. Nieuwe groep maken?"),
    "people.group_first": N_("Er zijn nog geen groepen met leerlingen."),
    "people.end_before_start": N_("De laatste dag ligt vóór de eerste. Kies een latere datum."),
    "people.email_wrong": N_("Dit is geen e-mailadres. Het heeft de vorm naam@voorbeeld.nl."),
    "people.phone_wrong": N_("Dit is geen telefoonnummer. Het heeft tien cijfers, of begint met een plus."),
    "people.postcode_wrong": N_("Dit is geen postcode. Zij heeft de vorm 1234 AB."),
    "people.number_taken": N_("Leerlingnummer {number} is al van een andere leerling. Controleer het nummer."),
    "people.authority_source_missing": N_("Vul in waaruit het gezag blijkt, bijvoorbeeld het gezagsregister."),
    "people.authority_in_future": N_("Gezag kan pas worden vastgelegd als het is ingegaan. Kies vandaag of eerder."),
    "people.unknown": N_("Deze persoon staat niet (meer) in Meldboek. Zoek de persoon opnieuw op."),
    "people.unknown_group": N_("Er is geen groep {group} met leerlingen. Wel zijn er: {groups}."),
    "people.block_whom_missing": N_("Kies de persoon voor wie het kind is afgeschermd, of schrijf de naam op."),
    "people.merge_same": N_("Dit is tweemaal dezelfde persoon. Kies twee verschillende personen."),
    "people.merge_kinds": N_(
        "Dit zijn personen van twee soorten. Voeg alleen leerling met leerling of ouder met ouder samen."
    ),
    "people.merge_changed": N_(
        "Wat is samengevoegd, is sindsdien gewijzigd. Daarom kan het niet meer ongedaan worden gemaakt."
    ),
    "people.merge_undone": N_("Deze samenvoeging is al ongedaan gemaakt."),
    "people.merge_relations": N_("ouders en kinderen: {count}"),
    "people.merge_groups": N_("groepen: {count}"),
    "people.merge_answers": N_("antwoorden over toestemming: {count}"),
    "people.merge_blocks": N_("publicatieblokkades: {count}"),
    "people.nicknames_too_long": N_("Dat zijn te veel roepnamen. Maak de lijst korter."),
    "people.merge_other": N_("andere gegevens: {count}"),
    "people.unknown_number": N_("Er is geen leerling met nummer {number}. Controleer het nummer."),
}

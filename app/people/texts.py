"""What the screen says for the codes of people."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "people.name_missing": N_("Vul een voornaam of een achternaam in."),
    "people.birth_date_in_future": N_("Deze geboortedatum ligt in de toekomst. Controleer het jaar."),
    "people.end_before_start": N_("De laatste dag ligt vóór de eerste. Kies een latere datum."),
    "people.email_wrong": N_("Dit is geen e-mailadres. Het heeft de vorm naam@voorbeeld.nl."),
    "people.phone_wrong": N_("Dit is geen telefoonnummer. Het heeft tien cijfers, of begint met een plus."),
    "people.postcode_wrong": N_("Dit is geen postcode. Zij heeft de vorm 1234 AB."),
    "people.number_taken": N_("Leerlingnummer {number} is al van een andere leerling. Controleer het nummer."),
    "people.authority_source_missing": N_("Vul in waaruit het gezag blijkt, bijvoorbeeld het gezagsregister."),
    "people.authority_in_future": N_("Gezag kan pas worden vastgelegd als het is ingegaan. Kies vandaag of eerder."),
    "people.unknown": N_("Deze persoon staat niet (meer) in Meldboek. Zoek de persoon opnieuw op."),
    "people.unknown_number": N_("Er is geen leerling met nummer {number}. Controleer het nummer."),
}

"""Sentences and words of letters."""

from __future__ import annotations

from app.kernel.texts import N_, _
from app.protocol.rules import Audience

TEXTS: dict[str, str] = {
    "letters.no_birth_date": N_("Van deze leerling is geen geboortedatum bekend. Vul die in bij Personen."),
    "letters.printing_stopped": N_("Het maken is gestopt. Er is niets opgeslagen."),
    "letters.unknown": N_("Deze brief bestaat niet, of u hebt er geen toegang toe."),
    "letters.is_final": N_("Deze brief is al vastgesteld. Maak een nieuwe brief die hem vervangt."),
    "letters.not_final": N_("Deze brief is nog niet vastgesteld."),
    "letters.no_template": N_("Bij deze maatregel hoort geen brief van het protocol."),
    "letters.with_jurist": N_("Deze brief maakt u samen met een jurist, buiten dit programma."),
    "letters.not_decided.title": N_("Nog geen besluit"),
    "letters.parents_first.title": N_("Eerst de brief aan de ouders"),
    "letters.parents_first": N_("Deze brief zegt dat de ouders een brief krijgen. Stel die brief eerst vast."),
    "letters.chain_nobody": N_("Zet eerst bij de zaak om wie het gaat. Daarna kunt u deze brief maken."),
    "letters.chain_suspicion.title": N_("Nog geen conclusie"),
    "letters.chain_suspicion": N_("Leg eerst bij Inspecteur vast dat er een redelijk vermoeden is."),
    "letters.chain_reported.title": N_("De aangifte is al gedaan"),
    "letters.chain_reported": N_("Deze brief hoort vóór de aangifte weg te gaan. Pas de tekst aan."),
    "letters.chain_cleared.title": N_("Nog geen conclusie"),
    "letters.chain_cleared": N_("Leg eerst bij Inspecteur vast dat er geen redelijk vermoeden is."),
    "letters.chain_report_first.title": N_("Nog geen aangifte"),
    "letters.chain_report_first": N_("Leg eerst de aangifte vast. Daarna kunt u deze brief vaststellen."),
    "letters.not_decided": N_("Stel eerst het besluit vast bij Maatregelen. Daarna kunt u deze brief vaststellen."),
    "letters.no_jurist.title": N_("Alleen met een jurist"),
    "letters.no_jurist": N_("Vraag een jurist en leg dat vast bij de maatregel. Daarna kunt u deze brief vaststellen."),
    "letters.jurist_reads.title": N_("Alleen met een jurist"),
    "letters.jurist_reads": N_("Op {on} is met een jurist overlegd. Laat de jurist ook deze tekst lezen."),
    "letters.no_guardians": N_(
        "Van deze leerling is geen ouder of voogd met gezag bekend. Vul die eerst in bij Personen."
    ),
    "letters.no_subject.title": N_("Geen onderwerp"),
    "letters.no_subject": N_("Schrijf op waar de brief over gaat."),
    "letters.not_finished": N_("Deze brief kan nog niet worden vastgesteld. Los eerst op wat rood is."),
    "letters.not_whole": N_("Deze brief kan nog niet worden gemaakt. Vul eerst in: {blanks}."),
    "letters.no_english": N_("Van deze brief is geen Engelse tekst."),
    "letters.no_original": N_("Deze brief gaat nu naar iemand anders. Maak een nieuwe brief."),
    "letters.no_english_addressee": N_(
        "Deze brief gaat nu naar iemand anders. Maak eerst een nieuwe Nederlandse brief."
    ),
    "letters.no_reason": N_("Schrijf op waarom deze brief toch kan worden vastgesteld."),
    "letters.changed_meanwhile": N_(
        "De brief of de zaak is intussen veranderd. Bekijk de brief en stel hem opnieuw vast."
    ),
    "letters.passed.title": N_("Toch vastgesteld"),
    "letters.passed": N_("Er was een waarschuwing. De reden om door te gaan: {reason}"),
    "letters.part_missing.title": N_("Er ontbreekt: {part}"),
    "letters.part_missing": N_("Dit deel is verplicht. Schrijf er tekst onder, of zet de regel [{part}] terug."),
    "letters.no_article.title": N_("Welk onderdeel van het protocol?"),
    "letters.no_article": N_(
        "Kies in de zaak bij “Melding beoordelen” waarover het gaat, per persoon. Daarna vult Meldboek dit in elke "
        "nieuwe brief zelf in, en in deze met “Oorspronkelijke tekst”. U kunt het ook hier invullen."
    ),
    "letters.article_known.title": N_("Onderdeel van het protocol nog niet ingevuld"),
    "letters.article_known": N_(
        "Bij de zaak staat nu: {articles}. Kies bij “Bewerken” de knop “Oorspronkelijke tekst”, of vul het zelf in."
    ),
    "letters.unfilled.title": N_("Nog in te vullen"),
    "letters.unfilled": N_("In de tekst staat nog een open plek: {blanks}."),
    "letters.no_addressee.title": N_("Geen geadresseerde"),
    "letters.no_addressee": N_("Vul de naam van de geadresseerde in bij Personen."),
    "letters.no_address.title": N_("Geen adres"),
    "letters.no_address": N_("Van {name} is geen volledig adres bekend. Overhandig de brief, of vul het adres in."),
    "letters.other_name.title": N_("Naam van een ander"),
    "letters.other_name": N_(
        "In de tekst staat de naam van een ander: {names}. Schrijf liever “een klasgenoot” of “een medewerker”."
    ),
    "letters.authority_assumed.title": N_("Gezag nog niet bevestigd"),
    "letters.authority_assumed": N_("Het gezag van {names} komt uit de leerlingenlijst en is niet bevestigd."),
    "letters.no_signature.title": N_("U kunt deze brief niet tekenen"),
    "letters.no_signature": N_("Dit besluit is aan het bestuur. Laat het bestuur tekenen, of leg het mandaat vast."),
    "letters.tray_unknown": N_("Deze brief ligt niet meer in de printbak."),
    "letters.tray_posted": N_("Deze brief is al verwerkt."),
    "letters.tray_no_proof": N_("Vul het nummer van het aangetekende stuk in."),
    "letters.tray_one_number": N_("Een aangetekende brief heeft een eigen nummer. Leg deze brieven een voor een vast."),
    "letters.sent_in_future": N_("Deze dag moet nog komen. Kies vandaag of een dag daarvoor."),
    "letters.sent_before_ready": N_("De brief was klaar op {ready}. Kies die dag of een dag daarna."),
    "letters.tray_waits": N_("Deze brief ligt nog in de printbak. Leg eerst vast hoe hij is weggegaan."),
    "letters.lies_in_tray": N_("Deze brief ligt in de printbak. Leg daar vast hoe hij is weggegaan."),
    "letters.not_sent": N_("Leg eerst vast hoe deze brief is weggegaan."),
    "letters.template_leadership": N_("Alleen de directeur of het bestuur kan een sjabloon veranderen."),
    "letters.template_too_long": N_("Deze tekst is te lang voor een brief. Maak hem korter."),
    "letters.template_broken": N_("Regel {line}: er staat een accolade te veel of te weinig. Kijk naar {{{{ en }}}}."),
    "letters.template_too_much": N_(
        "Regel {line}: hier kan alleen een invulplek staan, zoals {{{{ first_name }}}}, of een als-dan."
    ),
    "letters.template_deep": N_("Er staat te veel als-dan in elkaar of achter elkaar. Maak de tekst eenvoudiger."),
    "letters.address_too_long": N_("Een adres heeft ten hoogste vijf regels. Anders valt het buiten het venster."),
    "letters.template_unknown": N_(
        "Regel {line}: de invulplek {{{{ {name} }}}} bestaat niet in deze brief. Kies er een uit de lijst."
    ),
    "letters.template_part": N_("Het deel [{part}] is verplicht. Zet de regel terug en schrijf er tekst onder."),
    "letters.template_lost": N_("De invulplek {{{{ {name} }}}} is in deze brief nodig. Zet haar terug."),
    "letters.merge_no_address": N_("Er is geen volledig adres bekend."),
    "letters.merge_empty": N_("Schrijf uw bericht. Er mag geen open plek in staan."),
    "letters.merge_again": N_("Er is intussen een andere brief gemaakt. Maak de brieven nog een keer."),
    "letters.nothing_chosen": N_("Kies eerst voor wie de brieven zijn."),
    "letters.no_case": N_("Kies de zaak waar de brief bij hoort."),
    "letters.no_person": N_("Kies over wie de brief gaat."),
    "letters.wrong_person": N_("Deze brief is niet voor deze persoon bedoeld."),
    "letters.only_leadership": N_("Alleen de directeur of het bestuur kan dit met een brief doen."),
}

AUDIENCES: dict[Audience, str] = {
    Audience.PUBLIC: N_("iedereen"),
    Audience.PARENTS: N_("ouders van de school"),
    Audience.CLASS_PARENTS: N_("ouders van de groep"),
    Audience.STAFF: N_("het team"),
    Audience.TRAINING_INSTITUTE: N_("de opleiding"),
    Audience.THIRD_PARTY: N_("mensen van buiten"),
    Audience.AS_CHANNEL: N_("wie de foto ziet"),
}

SENDINGS: dict[str, str] = {
    "post": N_("per post"),
    "registered": N_("aangetekend"),
    "handed_over": N_("overhandigd"),
    "email": N_("per e-mail"),
}


def sending_word(sending: str) -> str:
    """How a letter left, in words."""
    return _(SENDINGS[sending])


RETURNS: dict[str, str] = {
    "receipt": N_("bewijs van ontvangst"),
    "undeliverable": N_("onbestelbaar terug"),
}


def return_word(returned: str) -> str:
    """What came back of a letter, in words."""
    return _(RETURNS[returned])

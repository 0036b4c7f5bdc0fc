"""Sentences of requests about someone's data, and of breaches."""

from __future__ import annotations

from app.access_requests.rules import Capacity, Decision, Ground, Kind, Risk, Telling
from app.kernel.texts import N_, _
from app.people.rules import Authority

TEXTS: dict[str, str] = {
    "access_requests.unknown": N_("Dit verzoek staat niet meer in Meldboek."),
    "access_requests.only_leadership": N_("Alleen de directeur of het bestuur kan dit doen."),
    "access_requests.no_requester": N_("Vul in wie het vraagt."),
    "access_requests.in_future": N_("Deze dag ligt in de toekomst. Kies vandaag of eerder."),
    "access_requests.choose_person": N_("Kies om wie het gaat."),
    "access_requests.not_guardian": N_("{name} is geen ouder van {pupil} in Meldboek. Kies {guardians}."),
    "access_requests.has_no_guardian": N_(
        "{name} is geen ouder van {pupil} in Meldboek. Zet de ouder eerst bij Personen, of typ de naam van de vrager."
    ),
    "access_requests.choose_pupil": N_("Kies de leerling om wie het gaat, of een medewerker."),
    "access_requests.may_not_ask": N_("Deze persoon kan dit niet vragen."),
    "access_requests.no_reason": N_("Vul de reden in. Die staat in het antwoord."),
    "access_requests.no_ground": N_("Vul in wat u niet geeft, en waarom."),
    "access_requests.no_how": N_("Vul in hoe het antwoord is gegeven."),
    "access_requests.decide_first": N_("Neem eerst het besluit."),
    "access_requests.answered_already": N_("Dit verzoek is al beantwoord."),
    "access_requests.extended_already": N_("Dit verzoek is al verlengd. Een tweede keer kan niet."),
    "access_requests.too_late_to_extend": N_("Verlengen kan alleen binnen de eerste maand."),
    "access_requests.not_identified.title": N_("Wie vraagt dit"),
    "access_requests.not_identified": N_("Stel vast wie dit vraagt, en schrijf op hoe u dat deed."),
    "access_requests.age_unknown.title": N_("Leeftijd onbekend"),
    "access_requests.age_unknown": N_(
        "De geboortedatum staat niet in Meldboek. Vanaf 12 jaar mag de leerling dit vragen."
    ),
    "access_requests.too_young.title": N_("Te jong om dit zelf te vragen"),
    "access_requests.too_young": N_("Onder de {age} jaar vraagt een ouder met gezag dit."),
    "access_requests.mandate.title": N_("Machtiging nodig"),
    "access_requests.mandate": N_("Vraag om een machtiging van wie het gaat, of van de ouder met gezag."),
    "access_requests.employee_alone.title": N_("Alleen de medewerker zelf"),
    "access_requests.employee_alone": N_("Een medewerker vraagt dit zelf, of geeft iemand een machtiging."),
    "access_requests.pupil_alone.title": N_("Alleen de leerling zelf"),
    "access_requests.pupil_alone": N_("Vanaf {age} jaar vraagt de leerling dit zelf."),
    "access_requests.important_facts.title": N_("Alleen belangrijke feiten"),
    "access_requests.important_facts": N_(
        "Een ouder zonder gezag krijgt belangrijke feiten over het kind, niet het hele dossier. "
        "Alleen het belang van het kind kan dat tegenhouden."
    ),
    "access_requests.no_authority.title": N_("Geen gezag"),
    "access_requests.no_authority": N_("Deze ouder heeft geen gezag. Kies: ouder zonder gezag."),
    "access_requests.authority_unsure.title": N_("Gezag niet bevestigd"),
    "access_requests.authority_unsure": N_("Kijk in het gezagsregister of deze ouder gezag heeft."),
    "access_requests.breach_empty": N_("Vul in wat er is gebeurd."),
    "access_requests.breach_why": N_("Vul in waarom melden niet nodig is."),
    "access_requests.breach_before": N_("Deze melding ligt voor de ontdekking. Controleer de tijden."),
    "access_requests.breach_closed": N_("Dit datalek is afgesloten."),
    "access_requests.breach_not_closable": N_("Dit datalek kan nog niet worden afgesloten."),
    "access_requests.breach_undecided.title": N_("Nog geen besluit"),
    "access_requests.breach_undecided": N_("Bepaal het risico, en of u het meldt aan de Autoriteit Persoonsgegevens."),
    "access_requests.breach_must_tell.title": N_("Melden is nodig"),
    "access_requests.breach_must_tell": N_("Er is een risico voor de betrokkenen. Dan meldt u binnen 72 uur."),
    "access_requests.breach_not_told.title": N_("Nog niet gemeld"),
    "access_requests.breach_not_told": N_("Vul in wanneer u het hebt gemeld aan de Autoriteit Persoonsgegevens."),
    "access_requests.breach_late.title": N_("Later dan 72 uur"),
    "access_requests.breach_late": N_("Vul in waarom de melding later kwam."),
    "access_requests.breach_persons.title": N_("Betrokkenen inlichten"),
    "access_requests.breach_persons": N_("Het risico is hoog. Vertel het ook aan de betrokkenen, en vul in wanneer."),
    "access_requests.dated.answer": N_("Verzoek over gegevens beantwoorden, uiterlijk {last_day}"),
    "access_requests.dated.breach": N_("Datalek: besluiten en melden voor {until}"),
    "access_requests.dated.breach_open": N_("Datalek: afronden en afsluiten"),
}

KINDS = {
    Kind.ACCESS: N_("inzage"),
    Kind.RECTIFICATION: N_("fout verbeteren"),
    Kind.OWN_VIEW: N_("eigen zienswijze toevoegen"),
    Kind.ERASURE: N_("gegevens wissen"),
    Kind.RESTRICTION: N_("gebruik beperken"),
    Kind.OBJECTION: N_("bezwaar tegen gebruik"),
}
CAPACITIES = {
    Capacity.SELF: N_("de persoon zelf"),
    Capacity.REPRESENTATIVE: N_("ouder of voogd met gezag"),
    Capacity.WITHOUT_AUTHORITY: N_("ouder zonder gezag"),
    Capacity.PROXY: N_("gemachtigde, bijvoorbeeld een advocaat"),
}
_CLAIMS = N_("ouder of voogd, zegt gezag te hebben")
DECISIONS = {
    Decision.GRANTED: N_("toegewezen"),
    Decision.PARTLY: N_("deels toegewezen"),
    Decision.REFUSED: N_("afgewezen"),
}
GROUNDS = {
    Ground.THIRD_PARTIES: N_("rechten van anderen (AVG artikel 15 lid 4)"),
    Ground.PROTECTION: N_("bescherming van anderen (UAVG artikel 41 lid 1 onder i)"),
    Ground.INVESTIGATION: N_("strafrechtelijk onderzoek (UAVG artikel 41 lid 1 onder d)"),
    Ground.CHILD_INTEREST: N_("belang van het kind (BW artikel 1:377c)"),
    Ground.INSPECTOR: N_("overleg met de vertrouwensinspecteur is vertrouwelijk"),
    Ground.COMPLAINT: N_("stukken van een klacht horen niet in het dossier (WPO artikel 14)"),
    Ground.WORKING_NOTES: N_("bedoeld als geheugensteun voor wie ze schreef"),
    Ground.NOT_FACTUAL: N_("het is een oordeel, geen feit; de eigen zienswijze is toegevoegd"),
    Ground.NEEDED: N_("de gegevens zijn nog nodig (AVG artikel 17 lid 3)"),
}
RISKS = {Risk.NONE: N_("geen risico"), Risk.RISK: N_("risico"), Risk.HIGH: N_("hoog risico")}
TELLINGS = {Telling.TOLD: N_("melden"), Telling.NOT_NEEDED: N_("niet melden")}


def asks_as(capacity: Capacity, authority: Authority | None) -> str:
    """As whom somebody asks: authority that nobody confirmed is only what the asker says."""
    unsure = capacity is Capacity.REPRESENTATIVE and authority is not Authority.YES
    return _(_CLAIMS if unsure else CAPACITIES[capacity])

"""Sentences and words of cases."""

from __future__ import annotations

from datetime import date

from app.cases.step_texts import STEPS
from app.cases.words import WORDS
from app.kernel.formats import long_date
from app.kernel.texts import N_, _

TEXTS: dict[str, str] = {
    "cases.unknown": N_("Deze zaak bestaat niet, of u hebt er geen toegang toe."),
    "cases.stepped_aside": N_("U bent zelf bij deze zaak betrokken en kunt haar niet zien. {name} behandelt haar."),
    "cases.entry_unknown": N_("Deze regel van het verloop bestaat niet meer."),
    "cases.no_title": N_("Schrijf in één regel wat er is gebeurd."),
    "cases.in_future": N_("Deze dag of tijd ligt in de toekomst. Kies een moment dat al is geweest."),
    "cases.no_knowledge": N_(
        "Vul in sinds wanneer iemand van de leiding dit weet. Daarmee begint de tijd te lopen voor wat meteen moet."
    ),
    "cases.no_day": N_("Kies een dag."),
    "cases.in_past": N_("Deze dag is al voorbij. Kies vandaag of een dag die nog komt."),
    "cases.no_person": N_("Kies een persoon, of typ de naam van iemand van buiten de school."),
    "cases.person_twice": N_("Deze persoon staat al in deze rol bij de zaak."),
    "cases.no_reason": N_("Schrijf op waarom."),
    "cases.no_ending": N_("Schrijf op hoe het is afgelopen."),
    "cases.no_outcome": N_("Kies een uitkomst."),
    "cases.no_text": N_("Schrijf op wat er is gezegd of gedaan."),
    "cases.no_how": N_("Schrijf op hoe de ouders zijn ingelicht."),
    "cases.not_a_pupil": N_("Deze leerling is niet bij de zaak betrokken."),
    "cases.is_closed": N_("Deze zaak is afgesloten. Heropen de zaak om iets toe te voegen."),
    "cases.not_closed": N_("Deze zaak is niet afgesloten."),
    "cases.only_leadership": N_("Alleen de directeur of het bestuur kan dit doen."),
    "cases.no_grant_for_employee_case": N_("Een zaak over een medewerker is alleen voor de directie en het bestuur."),
    "cases.no_files": N_("U mag deze zaak zien, maar foto's en bestanden niet. Vraag het de directeur."),
    "cases.file_kind": N_(
        "Dit bestand kan hier niet worden bewaard. Kies een afbeelding, PDF, Word-document, e-mail of tekst."
    ),
    "cases.file_unreadable": N_("Dit bestand is niet te openen. Controleer of het er nog staat en of u het mag lezen."),
    "cases.file_damaged": N_("Dit bestand is beschadigd of niet te lezen. Vraag om een nieuw exemplaar."),
    "cases.word_opaque": N_(
        "In dit Word-document zitten andere bestanden of macro's. Daar kan Meldboek niet in kijken. "
        "Geef het origineel, of maak er eerst een PDF van."
    ),
    "cases.pdf_layers": N_(
        "Dit PDF-bestand heeft verborgen lagen, en die zouden in een kopie zichtbaar worden. "
        "Dek het bestand af en geef de afgedekte kopie."
    ),
    "cases.destroyed": N_("Dit bewijs is vernietigd."),
    "cases.file_elsewhere": N_(
        "Dit bestand hoort ook bij een brief of een besluit en kan hier niet worden vernietigd. "
        "Dat kan pas als die stukken zelf worden vernietigd."
    ),
    "cases.not_masked": N_("Van dit bewijs is nog geen afgedekte kopie gemaakt."),
    "cases.due_before": N_("Deze dag ligt vóór de dag waarop het is verstuurd."),
    "cases.comment_too_early": N_("Het verslag was toen nog niet verstuurd."),
    "cases.link_itself": N_("Kies een andere zaak dan deze."),
    "cases.linked_already": N_("Deze twee zaken zijn al gekoppeld."),
    "cases.not_this_handler": N_(
        "Deze zaken kan deze persoon niet overnemen: {numbers}. Kies voor die zaken iemand anders."
    ),
    "cases.no_handler": N_("Kies iemand die deze zaak mag zien en haar nog niet behandelt."),
    "cases.access_day_over": N_("Deze dag is voorbij. Kies vandaag of later, of laat het vakje leeg."),
    "cases.handler_until": N_(
        "{name} behandelt deze zaak. Draag de zaak eerst over aan iemand anders, of laat het vakje leeg."
    ),
    "cases.handler_leaves": N_(
        "{name} mag deze zaak zien tot en met {until}. Haal die laatste dag eerst weg bij Toegang voor ondersteuning."
    ),
    "cases.no_replacement": N_("Kies een ander lid van de directie of het bestuur dat de zaak overneemt."),
    "cases.no_body": N_("Vul in naar wie u doorverwijst, zoals het wijkteam."),
    "cases.no_result": N_("Schrijf op wat er van is gekomen."),
    "cases.referral_unknown": N_("Deze doorverwijzing bestaat niet meer."),
    "cases.few_choices": N_("Schrijf ten minste twee keuzes op, elk op een eigen regel."),
    "cases.field_twice": N_("Er is al een veld met deze naam."),
    "cases.category_twice": N_("Er is al een soort melding met deze naam."),
    "cases.category_for_nobody": N_("Kies bij wie dit kan voorkomen."),
    "cases.category_is_shipped": N_("Deze soort staat in het protocol en verandert niet."),
    "cases.many_categories": N_("Er is plaats voor {most} eigen soorten. Wijzig er een die u niet meer gebruikt."),
    "cases.many_fields": N_("Er is plaats voor {most} eigen velden. Haal er eerst een weg."),
    "cases.vice_police": N_("De politie (zeden) bellen, 0900-8844"),
    "cases.triage.imagery_is_criminal.title": N_("Dit beeld is strafbaar"),
    "cases.triage.imagery_is_criminal": N_(
        "Seksueel beeld van iemand onder de 18 maken, hebben, bekijken of verspreiden is strafbaar "
        "(artikel 252, vroeger 240b). Of er een uitzondering is, beoordeelt de politie en niet de school. "
        "Bel vandaag de politie (zeden), 0900-8844."
    ),
    "cases.find_out.school_related": N_("Uitzoeken of dit met school te maken heeft"),
    "cases.find_out.acute": N_("Uitzoeken of er gevaar of haast is"),
    "cases.find_out.task_holder": N_("Uitzoeken of een medewerker of vrijwilliger dit deed"),
    "cases.find_out.transgressive": N_("Uitzoeken of die persoon over een grens ging"),
    "cases.find_out.sexual": N_("Uitzoeken of het om iets seksueels gaat"),
    "cases.find_out.sexual_by_task_holder": N_("De vertrouwensinspecteur vragen of het om iets seksueels gaat"),
    "cases.find_out.sexual_imagery": N_("Uitzoeken of er seksueel beeld is, zonder het te bekijken"),
    "cases.find_out.possibly_criminal": N_("Uitzoeken of het strafbaar kan zijn"),
    "cases.find_out.child_abuse": N_("Uitzoeken of een kind thuis veilig is"),
    "cases.find_out.complaint": N_("Uitzoeken of het een klacht over de school is"),
    "cases.find_out.whistleblowing": N_("Uitzoeken of iemand een misstand meldt"),
    "cases.no_case": N_("Kies een zaak."),
    "cases.no_file": N_("Kies een bestand."),
    "cases.no_name": N_("Vul een naam in."),
    "cases.sign_own": N_("U behandelt deze zaak zelf. Laat een ander tekenen, in Meldboek of op papier."),
    "cases.no_scan": N_("Van deze handtekening is geen scan bewaard."),
    "cases.complaint_unknown": N_("Deze klacht bestaat niet meer."),
    "cases.complaint_order": N_("Deze dag ligt vóór een stap die eerder was."),
    "cases.no_boxes": N_("Trek eerst een vak over wat niet te zien mag zijn."),
    "cases.too_long": N_("Deze tekst is te lang: {length} tekens. Er is plaats voor {most}."),
    "cases.before_birth": N_("Op deze dag was {name} nog niet geboren."),
    "cases.known_before": N_("De leiding kan het niet eerder weten dan het is gebeurd."),
    "cases.file_size": N_("Dit bestand is te groot. Een bewijsstuk mag hoogstens {size} MB zijn."),
    "cases.file_pixels": N_("Deze afbeelding heeft te veel beeldpunten. Maak een kleinere schermafdruk."),
    "cases.file_pages": N_("Dit bestand heeft {pages} bladzijden. Een bewijsstuk mag er hoogstens {most} hebben."),
    "cases.too_many_pages": N_("Dit bestand heeft {pages} bladzijden. Afdekken kan tot {most} bladzijden."),
    "cases.page_heavy": N_(
        "Bladzijde {page} bestaat uit te veel lijnen om af te dekken. Maak er een schermafdruk van en dek die af."
    ),
    "cases.sexual_imagery.title": N_("Hier kan geen beeld worden toegevoegd"),
    "cases.sexual_imagery.short": N_("Voeg hier geen naaktbeeld toe"),
    "cases.sexual_imagery.person": N_("Bewaar geen naaktbeeld. Bel de politie (zeden), 0900-8844."),
    "cases.sexual_imagery.ask.title": N_("Staat hier geen naaktbeeld op?"),
    "cases.sexual_imagery.ask": N_(
        "Deze melding kan over seksueel beeld gaan. Een naaktfoto of -film van een kind mag niemand bewaren. "
        "Weet u zeker dat dit bestand iets anders is, zoals een gesprek zonder beeld?"
    ),
    "cases.sexual_imagery": N_(
        "Niet bekijken, kopiëren, doorsturen of bewaren. Toestel uit, niet wissen, bel de politie (zeden) 0900-8844. "
        "Beschrijf in woorden wat er te zien zou zijn."
    ),
    "cases.not_movable": N_("De zaak kan nu niet naar deze fase."),
    "cases.move.closed": N_("De zaak is afgesloten. Heropen haar eerst."),
    "cases.move.use_close": N_("Een zaak gaat dicht met de knop Afsluiten."),
    "cases.move.same": N_("De zaak staat al in deze fase."),
    "cases.move.triage_first": N_("Beoordeel eerst de melding: beantwoord de vragen."),
    "cases.not_closable": N_("De zaak kan nog niet worden afgesloten."),
    "cases.close.triage.title": N_("Melding nog niet beoordeeld"),
    "cases.close.triage": N_("De melding is nog niet beoordeeld. Beantwoord eerst die vragen."),
    "cases.close.statutory_consult.title": N_("Overleg nog niet gevoerd"),
    "cases.close.statutory_consult": N_(
        "Het verplichte overleg met de vertrouwensinspecteur is nog niet vastgelegd. Bel, en leg het gesprek vast."
    ),
    "cases.triage.statutory_consult_due": N_(
        "Het overleg met de vertrouwensinspecteur is verplicht en nog niet vastgelegd. Leg dat eerst vast."
    ),
    "cases.triage.protocol_call_due": N_(
        "De vertrouwensinspecteur is nog niet gebeld. Leg dat gesprek eerst vast, "
        "of kies dat het met school te maken heeft en sluit de zaak daarna af met de reden."
    ),
    "cases.triage.weight": N_("Zwaarte: {severity}."),
    "cases.triage.weighed": N_("Zwaarte: {severity}. Uit de antwoorden volgde als voorstel: {proposed}."),
    "cases.triage.scope": N_("Hoe breed: {scope}."),
    "cases.triage.lowered": N_("Niet langer nodig: {duty}"),
    "cases.triage.lowered_without_reason": N_(
        "Bij deze zaak stond dat overleg of een telefoongesprek met de vertrouwensinspecteur nodig is. "
        "Schrijf op waarom dat niet meer zo is."
    ),
    "cases.triage.transgressive_without_reason": N_(
        "Leg in een zin uit waarom dit grensoverschrijdend is. Een enkel woord is geen reden."
    ),
    "cases.close.signature.title": N_("Tweede handtekening nodig"),
    "cases.close.signature": N_(
        "Een zaak over een medewerker gaat dicht met een tweede handtekening: van het bestuur, hier of op papier."
    ),
    "cases.no_outcome_why": N_("Schrijf op waarom dit de uitkomst is."),
    "cases.close.outcome.title": N_("Uitkomst nog niet vastgelegd"),
    "cases.close.outcome": N_("Leg per persoon de uitkomst vast. Er ontbreekt nog: {names}."),
    "cases.close.protocol_call.title": N_("Nog niet gebeld"),
    "cases.close.protocol_call": N_("De vertrouwensinspecteur is nog niet gebeld. Leg dat gesprek eerst vast."),
    "cases.is_held.title": N_("Deze zaak wacht"),
    "cases.is_held": N_("{name} vraagt sinds {since} te wachten: nog niet afsluiten, en niets vernietigen."),
    "cases.close.held.title": N_("Er wordt gevraagd te wachten"),
    "cases.close.held": N_("{name} vraagt te wachten, sinds {since}. De zaak blijft open tot dat is opgeheven."),
    "cases.held": N_("{name} vraagt te wachten. Tot dat is opgeheven, wordt niets van deze zaak vernietigd."),
    "cases.hold.no_name": N_("Vul in wie dit vraagt, zoals de politie of de officier van justitie."),
    "cases.hold.unknown": N_("Dit verzoek om te wachten bestaat niet meer of is al opgeheven."),
    "cases.close.chain.title": N_("Wettelijke stap nog open"),
    "cases.close.chain": N_("Nog niet vastgelegd, terwijl de wet erom vraagt: {title}. Schrijf op waarom niet."),
    "cases.close.parents.title": N_("Ouders nog niet ingelicht"),
    "cases.close.parents": N_("De ouders van {names} weten het nog niet. Licht hen in, of schrijf op waarom niet."),
    "cases.close.police.title": N_("Politie: nog niets besloten"),
    "cases.close.police": N_("Leg vast dat u naar de politie ging, of waarom niet."),
    "cases.close.tasks.title": N_("Taken nog open"),
    "cases.close.tasks": N_("Taken die nog open staan: {count}. Die vervallen bij het afsluiten."),
    "cases.advice.acute.title": N_("Eerst veiligheid"),
    "cases.advice.acute": N_("Is er nu gevaar? Bel 112. Zorg dat het kind niet alleen is en bel de ouders."),
    "cases.advice.acute_4a.title": N_("Eerst veiligheid"),
    "cases.advice.acute_4a": N_(
        "Is er nu gevaar? Bel 112. Zorg dat het kind niet alleen is. Bel de ouders na het overleg met de "
        "vertrouwensinspecteur. Heeft het kind hen nu nodig, bel dan wel, maar vraag niets over de feiten."
    ),
    "cases.advice.statutory_consult_due.title": N_("Overleg verplicht"),
    "cases.advice.statutory_consult_due": N_(
        "Stel het bevoegd gezag vandaag in kennis en overleg onverwijld met de vertrouwensinspecteur. "
        "Begin niet zelf met een onderzoek of met horen."
    ),
    "cases.advice.protocol_call_due.title": N_("Vertrouwensinspecteur bellen"),
    "cases.advice.protocol_call_due": N_(
        "Het protocol vraagt om grensoverschrijdend gedrag van een medewerker te melden bij de vertrouwensinspecteur, "
        "telefoon 0900-1113111, op werkdagen van 8 tot 17 uur."
    ),
    "cases.advice.sexual_imagery.title": N_("Seksueel beeld: niet bewaren"),
    "cases.advice.sexual_imagery": N_(
        "Niet bekijken, kopiëren, doorsturen of bewaren. Toestel uit, niet wissen, bel de politie (zeden) 0900-8844. "
        "Hulp voor het kind: Helpwanted.nl en Meldknop.nl."
    ),
    "cases.advice.sexual.title": N_("Raad van de vertrouwensinspecteur"),
    "cases.advice.sexual": N_(
        "U mag de vertrouwensinspecteur om raad vragen, telefoon 0900-1113111, op werkdagen van 8 tot 17 uur. "
        "Laat een kind vertellen, maar hoor het niet uit."
    ),
    "cases.advice.possibly_criminal.title": N_("Mogelijk strafbaar"),
    "cases.advice.possibly_criminal": N_("De school of het bestuur kan een melding of aangifte doen bij de politie."),
    "cases.advice.abuse_code.title": N_("Meldcode"),
    "cases.advice.abuse_code": N_(
        "Bij een vermoeden van mishandeling thuis volgt u de stappen van de meldcode, buiten dit programma."
    ),
    "cases.advice.complaint.title": N_("Klacht"),
    "cases.advice.complaint": N_(
        "Wijs op de klachtenregeling. De papieren van de klacht komen niet in een dossier; "
        "het bestuur antwoordt binnen 4 weken na het advies van de commissie."
    ),
    "cases.advice.whistleblowing.title": N_("Mogelijk een misstand"),
    "cases.advice.whistleblowing": N_(
        "Wie een misstand meldt, is beschermd. Raadpleeg het bestuur vóór een maatregel."
    ),
    **STEPS,
}

TEXTS |= {f"cases.{kind}.{code}": text for kind, words in WORDS.items() for code, text in words.items()}


def said(code: str, **values: object) -> str:
    """The sentence of a code of cases with its blanks filled."""
    return _(TEXTS[code]).format(**values)


def word(kind: str, code: str) -> str:
    """The word for a code: ``word("status", "facts")`` is ``feiten``."""
    return _(WORDS[kind][code])


def shown(value: object) -> object:
    """A value as a sentence shows it: a day as ``14 december 2026``."""
    return long_date(value) if isinstance(value, date) else value

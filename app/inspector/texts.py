"""Sentences and words of the calls with the vertrouwensinspecteur."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "inspector.only_leadership": N_("Alleen de directeur en het bestuur kunnen gesprekken met de inspecteur zien."),
    "inspector.unknown_call": N_("Dit gesprek bestaat niet."),
    "inspector.call_running": N_("Er loopt al een gesprek. Rond dat eerst af."),
    "inspector.call_finished": N_("Dit gesprek is al afgerond."),
    "inspector.attached": N_("Dit gesprek hoort al bij een zaak."),
    "inspector.not_finishable": N_("Het gesprek kan nog niet worden afgerond."),
    "inspector.no_domain.title": N_("Kies een domein"),
    "inspector.no_domain": N_("Kies waar het gesprek over ging."),
    "inspector.no_conclusion.title": N_("Wat vindt de inspecteur?"),
    "inspector.no_conclusion": N_("Vindt de inspecteur dat er een redelijk vermoeden is? Kies ja, nee of nog niet."),
    "inspector.no_advice.title": N_("Er staat geen advies"),
    "inspector.no_advice": N_("Schrijf in een paar woorden op wat de inspecteur aanraadde."),
    "inspector.no_reason.title": N_("Waarom week u af van het advies?"),
    "inspector.no_reason": N_("Schrijf op waarom het advies niet of niet helemaal is gevolgd."),
    "inspector.no_own_inquiry.title": N_("Nog geen eigen onderzoek"),
    "inspector.no_own_inquiry": N_("Gesprekken over de feiten kunnen het strafrechtelijk onderzoek schaden."),
    "inspector.future": N_("Dit moment ligt in de toekomst. Vul in wanneer het is gebeurd."),
    "inspector.step_missing": N_("Kies wat er is gedaan."),
    "inspector.step_done": N_("Deze stap is al vastgelegd."),
    "inspector.conclusion_missing": N_("Kies of er een redelijk vermoeden is."),
    "inspector.no_concluder": N_("Vul in wie deze conclusie trok namens het bevoegd gezag."),
    "inspector.no_conclusion_reason": N_("Schrijf op waarom het bevoegd gezag tot deze conclusie komt."),
    "inspector.chain.refused": N_("Deze stap kan nog niet worden vastgelegd."),
    "inspector.chain.not_in_this_chain": N_("Deze stap hoort niet bij de conclusie die is vastgelegd."),
    "inspector.chain.needs_consult": N_("Overleg eerst met de vertrouwensinspecteur."),
    "inspector.chain.needs_conclusion": N_("Leg eerst vast of er een redelijk vermoeden is."),
    "inspector.chain.needs_parents_told": N_("Vertel de aangifte eerst aan de ouders van de leerling."),
    "inspector.chain.needs_person_told": N_("Vertel de aangifte eerst aan de betrokken persoon."),
    "inspector.chain.needs_report": N_("Leg eerst de aangifte vast."),
    "inspector.chain.needs_suspicion": N_("Deze stap volgt pas als er een redelijk vermoeden is."),
    "inspector.chain.too_early": N_("Dit moment ligt vóór een stap die eerst moet."),
    "inspector.chain.board_late.title": N_("Later dan 24 uur"),
    "inspector.chain.board_late": N_("Het bestuur hoort dit dezelfde dag. Schrijf op waarom het later werd."),
    "inspector.chain.too_late": N_("Dit moment ligt na een stap die erop volgde."),
    "inspector.no_correction_reason": N_("Schrijf op waarom u deze stap wijzigt."),
    "inspector.step_unknown": N_("Deze stap is nog niet vastgelegd."),
    "inspector.agreed_unknown": N_("Deze afspraak staat niet bij het gesprek."),
    "inspector.read_own": N_("Wie belde, kan niet zelf als tweede meelezen. Vraag een ander van de leiding."),
    "inspector.date.agreed": N_("Afspraak met de inspecteur: {what}{who}"),
    "inspector.date.follow_up": N_("Vertrouwensinspecteur terugbellen"),
    "inspector.date.running": N_("Gesprek met de inspecteur afronden"),
    "inspector.date.board_informed": N_("Bestuur inlichten"),
    "inspector.date.conclusion": N_("Conclusie redelijk vermoeden vastleggen"),
    "inspector.date.parents_told": N_("Ouders inlichten over de aangifte"),
    "inspector.date.person_told": N_("Betrokkene inlichten over de aangifte"),
    "inspector.date.report": N_("Aangifte doen"),
    "inspector.date.inspector_told": N_("Inspecteur van de aangifte op de hoogte stellen"),
    "inspector.date.follow_up_step": N_("Vervolg na geen vermoeden vastleggen"),
}

FACTS: dict[str, str] = {
    "who": N_("Wie"),
    "towards": N_("Tegenover"),
    "what": N_("Wat"),
    "since": N_("Sinds"),
    "knows": N_("Weet ervan"),
    "informed": N_("Ouders"),
}

REASONS: dict[str, str] = {
    "statutory_4a": N_("Wettelijk overleg (artikel 4a WPO)"),
    "protocol_d3": N_("Protocol D3: grensoverschrijdend"),
    "voluntary": N_("Vrijwillig advies"),
}

SUSPICIONS: dict[str, str] = {"yes": N_("ja"), "no": N_("nee"), "not_yet": N_("nog niet")}

KINDS: dict[str, str] = {"consult": N_("overleg"), "notification": N_("melding van aangifte")}

FOLLOWED: dict[str, str] = {"yes": N_("ja"), "partly": N_("voor een deel"), "no": N_("nee")}

SHOWN: dict[str, str] = {
    "reached": N_("gesproken"),
    "missed": N_("geen gehoor"),
    "open": N_("nog iets te doen"),
    "loose": N_("zonder zaak"),
}

CALLERS: dict[str, str] = {"director": N_("directeur"), "board": N_("bestuur")}

QUALIFIED: dict[str, str] = {
    "statutory_consult_due": N_("Beoordeeld: overleg volgens artikel 4a is verplicht"),
    "protocol_call_due": N_("Beoordeeld als grensoverschrijdend"),
}

STEPS: dict[str, str] = {
    "board_informed": N_("Bestuur ingelicht"),
    "consult": N_("Overleg met vertrouwensinspecteur"),
    "conclusion": N_("Conclusie redelijk vermoeden"),
    "parents_told": N_("Ouders ingelicht"),
    "person_told": N_("Betrokkene ingelicht"),
    "report": N_("Aangifte"),
    "inspector_told": N_("Inspecteur van aangifte op de hoogte"),
    "follow_up": N_("Vervolg vastgelegd"),
}

STEP_NOTES: dict[str, str] = {
    "board_informed": N_("dezelfde dag, door wie het hoorde"),
    "consult": N_("moet zonder uitstel"),
    "conclusion": N_("door het bevoegd gezag, na het overleg, met reden"),
    "parents_told": N_("vóór de aangifte"),
    "person_told": N_("vóór de aangifte"),
    "report": N_("plicht als er een redelijk vermoeden is"),
    "inspector_told": N_("direct na de aangifte"),
    "follow_up": N_("andere maatregel, nazorg, eerherstel"),
}

DUTIES: dict[str, str] = {
    "board_informed": N_("Stel het bestuur vandaag in kennis en leg vast wanneer en door wie."),
    "consult": N_("Overleg zonder uitstel met de vertrouwensinspecteur."),
    "conclusion": N_(
        "Het bevoegd gezag (het bestuur) beslist na het overleg of er een redelijk vermoeden is, "
        "en schrijft op waarom. Wat de inspecteur vindt, is een advies."
    ),
    "parents_told": N_("Vertel de ouders van de leerling vóór de aangifte dat de school aangifte doet."),
    "person_told": N_("Vertel de betrokken persoon vóór de aangifte dat de school aangifte doet."),
    "report": N_("Er is een redelijk vermoeden: aangifte is verplicht, zonder uitstel, ook als ouders niet willen."),
    "inspector_told": N_("Vertel de vertrouwensinspecteur zonder uitstel dat aangifte is gedaan."),
    "follow_up": N_("Er is geen redelijk vermoeden: leg vast wat wel volgt, zoals nazorg of eerherstel."),
}

HELP: dict[str, tuple[tuple[str, str], ...]] = {
    "talk": (
        ("ear", N_("De inspecteur luistert, vraagt door en denkt met u mee over de volgende stap.")),
        ("eye-off", N_("U hoeft geen namen te noemen. De functie of de groep is genoeg.")),
        ("lock", N_("Wat u vertelt, blijft in een vertrouwelijk dossier van de inspecteur.")),
        ("scale", N_("De inspecteur beslist niet voor u en start zelf geen onderzoek.")),
        ("clipboard-list", N_("Schrijf het advies op, ook als u het niet volgt, en waarom.")),
        ("siren", N_("Is er nu gevaar? Bel dan eerst 112.")),
    ),
    "before": (
        ("users", N_("Om wie het gaat: functie, jaren op school, groep en leeftijd.")),
        ("messages-square", N_("Wat er is gezien of gehoord, door wie, en waar het staat.")),
        ("calendar", N_("Sinds wanneer het speelt en wanneer de school het hoorde.")),
        ("user-check", N_("Wie het al weten: ouders, bestuur, de persoon zelf.")),
        ("eye-off", N_("Bekijk en bewaar geen seksueel beeld. Beschrijf het alleen.")),
    ),
    "after": (
        ("clipboard-check", N_("Leg vast wat u met het advies doet. Volgt u het niet, schrijf dan op waarom.")),
        ("list-checks", N_("Afspraken met een dag komen op Vandaag te staan.")),
        ("phone-call", N_("U mag altijd terugbellen, ook met een kleine vraag.")),
        ("lock", N_("De notitie komt niet in een dossier. Alleen directeur en bestuur zien haar.")),
    ),
    "law": (
        (
            "flag",
            N_("Een mogelijk seksueel misdrijf tegen een leerling, door iemand met een taak op school."),
        ),
        ("users", N_("Ook een stagiair, vrijwilliger of ingehuurde kracht heeft een taak op school.")),
        ("phone", N_("Het bestuur overlegt zonder uitstel met de inspecteur. Dat is een plicht.")),
        ("gavel", N_("Is er een redelijk vermoeden, dan volgt aangifte. Ouders en betrokkene horen dat eerst.")),
        ("ban", N_("Onderzoek de feiten niet zelf. Dat kan het werk van de politie schaden.")),
    ),
}

"""Sentences and words of reports to the police."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "police.only_leadership": N_("Alleen de directeur en het bestuur kunnen meldingen en aangiften zien."),
    "police.no_case": N_("Kies de zaak waar dit bij hoort."),
    "police.unknown": N_("Deze melding of aangifte bestaat niet."),
    "police.chain_first": N_(
        "Voor deze zaak geldt artikel 4a: vóór de aangifte komen eerst andere stappen. "
        "Leg die vast op de pagina Inspecteur. Is de aangifte al gedaan? Schrijf dan op waarom zij eerder kwam."
    ),
    "police.by_missing": N_("Vul in wie naar de politie ging of belde."),
    "police.offence_missing": N_("Beschrijf in gewone woorden wat er is gebeurd."),
    "police.future": N_("Dit moment ligt in de toekomst. Vul in wanneer het is gebeurd."),
    "police.closed_before": N_("De zaak kan niet zijn afgedaan vóór de melding of aangifte."),
    "police.must_report": N_(
        "Er is een redelijk vermoeden van een seksueel misdrijf door iemand met een taak op school. "
        "Dan is aangifte verplicht (WPO artikel 4a)."
    ),
    "police.outcome_missing": N_("Kies wat de politie of de officier van justitie heeft besloten."),
    "police.decider_missing": N_("Vul in wie dit heeft besloten."),
    "police.reasons_missing": N_("Schrijf op waarom de school niet naar de politie gaat."),
    "police.look_before": N_("De dag om opnieuw te kijken ligt vóór het besluit."),
    "police.story_missing": N_("Beschrijf in gewone woorden wat er is gebeurd."),
    "police.piece_changed": N_("{name} is niet meer gelijk aan het bestand dat is bewaard. Geef het niet mee."),
    "police.date.hold": N_("Vragen of wachten nog nodig is: {about}"),
    "police.date.decision": N_("Opnieuw kijken: toch naar de politie?"),
    "police.no_copy.title": N_("Vraag een kopie"),
    "police.no_copy": N_("Vraag een kopie van de aangifte en bewaar die bij de zaak."),
    "police.private_address.title": N_("Geef het adres van de school"),
    "police.private_address": N_("Gebruik het adres van de school, niet dat van de leerling of de medewerker."),
    "police.late.title": N_("Later dan aangeraden"),
    "police.late": N_("Doe aangifte liefst binnen twee werkdagen; dan zijn sporen en herinneringen nog vers."),
    "police.late_4a.title": N_("Later dan de wet vraagt"),
    "police.late_4a": N_("Na de conclusie is aangifte dezelfde dag verplicht. Leg vast waarom het later werd."),
    "police.no_number.title": N_("Nog geen nummer"),
    "police.no_number": N_("Vraag de politie om het nummer van het proces-verbaal."),
    "police.parents_not_told.title": N_("Ouders nog niet ingelicht"),
    "police.parents_not_told": N_("Vertel de ouders dat de school dit heeft gedaan, of schrijf op waarom niet."),
}

KINDS: dict[str, str] = {"melding": N_("melding"), "aangifte": N_("aangifte")}

OUTCOMES: dict[str, str] = {
    "dismissed": N_("sepot"),
    "halt": N_("HALT"),
    "summons": N_("dagvaarding"),
    "other": N_("anders"),
}

HOWS: dict[str, str] = {
    "phone": N_("telefoon"),
    "desk": N_("bureau"),
    "online": N_("internet"),
    "officer": N_("wijkagent"),
}

OBLIGED: dict[str, tuple[str, str]] = {
    "must": (
        N_("Aangifte is in deze zaak verplicht"),
        N_(
            "Er is een redelijk vermoeden van een seksueel misdrijf. Het bestuur moet onverwijld aangifte doen, "
            "vandaag, ook als ouders of leerling het niet willen. Een melding is niet genoeg. "
            "Ouders en betrokkene horen het eerst; daarna hoort ook de vertrouwensinspecteur dat aangifte is gedaan."
        ),
    ),
    "consult_first": (
        N_("Voor deze zaak geldt artikel 4a"),
        N_(
            "Overleg eerst met de vertrouwensinspecteur. Concludeert het bestuur daarna dat er een redelijk "
            "vermoeden is, dan moet het onverwijld aangifte doen."
        ),
    ),
}

ADVICE: dict[str, str] = {
    "melding": N_(
        "Met een melding weet de politie ervan. Er begint niet vanzelf een onderzoek. "
        "Iedereen mag melden. Meldingen tellen mee als er meer signalen komen."
    ),
    "aangifte": N_(
        "Met een aangifte vraagt u om onderzoek en straf. De politie schrijft een proces-verbaal. "
        "Wie van een strafbaar feit weet, mag aangifte doen, dus ook de school. Doe het liefst binnen twee werkdagen."
    ),
    "must": N_(
        "Bij een redelijk vermoeden van een seksueel misdrijf door iemand met een taak op school moet het bestuur "
        "zonder uitstel aangifte doen (artikel 4a). In andere zaken mag het (protocol D7)."
    ),
    "address": N_("Geef het adres van de school, niet dat van de leerling of de medewerker."),
    "evidence": N_("Beschrijf wat u meegeeft. Geef nooit kopieën van seksueel beeld: bel de zedenpolitie."),
}

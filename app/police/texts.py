"""Sentences and words of reports to the police."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "police.only_leadership": N_("Alleen de directeur en het bestuur kunnen meldingen en aangiften zien."),
    "police.unknown": N_("Deze melding of aangifte bestaat niet."),
    "police.chain_first": N_(
        "Voor deze zaak geldt artikel 4a: vóór de aangifte komen eerst andere stappen. "
        "Leg die vast op de pagina Inspecteur, en daarna daar ook de aangifte."
    ),
    "police.by_missing": N_("Vul in wie naar de politie ging of belde."),
    "police.offence_missing": N_("Beschrijf in gewone woorden wat er is gebeurd."),
    "police.future": N_("Dit moment ligt in de toekomst. Vul in wanneer het is gebeurd."),
    "police.closed_before": N_("De zaak kan niet zijn afgedaan vóór de melding of aangifte."),
    "police.late.title": N_("Later dan aangeraden"),
    "police.late": N_("Doe aangifte liefst binnen twee werkdagen; dan zijn sporen en herinneringen nog vers."),
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

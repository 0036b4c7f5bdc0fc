"""Sentences and words of measures."""

from __future__ import annotations

from app.kernel.texts import N_
from app.measures.rule_texts import COMMON, EMPLOYEE, PUPIL

ERRORS: dict[str, str] = {
    "measures.unknown": N_("Deze maatregel bestaat niet, of u hebt er geen toegang toe."),
    "measures.unknown_rung": N_("Deze trede staat niet in het protocol. Kies een trede van de ladder."),
    "measures.cannot_decide": N_("Dit besluit kan nog niet worden vastgesteld. Los eerst op wat rood is."),
    "measures.reason_for_warnings": N_("Schrijf op waarom u doorgaat bij wat geel is."),
    "measures.already_decided": N_("Dit besluit is al vastgesteld. Trek het in of maak een nieuwe maatregel."),
    "measures.not_decided": N_("Er is nog geen besluit. Stel eerst het besluit vast."),
    "measures.is_over": N_("Deze maatregel is al beëindigd of ingetrokken."),
    "measures.in_future": N_("Deze dag ligt in de toekomst. Kies vandaag of eerder."),
    "measures.no_reason": N_("Schrijf op waarom."),
    "measures.no_how": N_("Schrijf op hoe het besluit is gegeven."),
    "measures.no_hearing_name": N_("Vul in wie er is of wordt gehoord."),
    "measures.hearing_unknown": N_("Dit gesprek staat niet bij deze maatregel."),
    "measures.only_leadership": N_("Alleen de directeur of het bestuur gaat over een maatregel voor een medewerker."),
    "measures.only_leadership_decides": N_(
        "Alleen de directeur of het bestuur neemt een besluit, geeft het of trekt het in. Vraag het aan de directeur."
    ),
    "measures.no_objection": N_("Er is geen bezwaar vastgelegd bij deze maatregel."),
    "measures.no_day": N_("Vul een dag in."),
    "measures.choose_case": N_("Kies een zaak."),
    "measures.choose_person": N_("Kies voor wie de maatregel is."),
    "measures.device_what": N_("Schrijf op welk toestel het is, met de kleur en zichtbare schade."),
    "measures.device_by": N_("Vul in wie het toestel heeft aangenomen."),
    "measures.device_returned": N_("Dit toestel is al terug."),
    "measures.device_to_whom": N_("Vul in aan wie het toestel is gegeven."),
    "measures.device_before": N_("Het toestel kan niet terug zijn voordat het is ingenomen."),
    "measures.device_unknown": N_("Dit toestel staat niet in de lijst."),
    "measures.content_where": N_("Schrijf op waar het bericht staat."),
    "measures.content_unknown": N_("Dit bericht staat niet in de lijst."),
    "measures.content_gone": N_("Dit bericht is al als verwijderd vastgelegd."),
}

DATES: dict[str, str] = {
    "measures.due.views": N_("Zienswijze van {person} mogelijk tot deze dag"),
    "measures.due.summary": N_("Ontslag op staande voet van {person}: leg een stap vast"),
    "measures.due.communicate": N_("{rung} van {person}: besluit geven en vastleggen"),
    "measures.due.inspectorate": N_("Schorsing van {person} melden bij de inspectie"),
    "measures.due.municipality": N_("Verwijdering van {person} melden bij de gemeente"),
    "measures.due.ends": N_("{rung} van {person} eindigt"),
    "measures.due.review": N_("Is de schorsing van {person} nog nodig?"),
    "measures.due.objection": N_("Bezwaar of beroep van {person} mogelijk tot deze dag"),
    "measures.due.objection_decision": N_("Beslissen op het bezwaar over {person}"),
    "measures.due.device": N_("Toestel teruggeven aan {person}: {what}"),
}

STATUSES: dict[str, str] = {
    "proposed": N_("voorstel"),
    "announced": N_("aangekondigd"),
    "decided": N_("besloten"),
    "running": N_("loopt"),
    "ended": N_("afgelopen"),
    "withdrawn": N_("ingetrokken"),
}
DECIDERS: dict[str, str] = {
    "teacher": N_("leerkracht"),
    "director": N_("directeur"),
    "board": N_("bestuur"),
}
LOCATIONS: dict[str, str] = {
    "home": N_("Thuis, met schoolwerk"),
    "internal": N_("Op school, apart"),
}
HEARD_AS: dict[str, str] = {
    "pupil": N_("leerling"),
    "guardian": N_("ouder"),
    "teacher": N_("leerkracht"),
    "employee": N_("medewerker"),
    "other": N_("ander"),
}

TEXTS: dict[str, str] = {**ERRORS, **DATES, **COMMON, **PUPIL, **EMPLOYEE}

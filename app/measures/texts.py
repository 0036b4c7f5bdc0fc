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
    "measures.reason_too_short": N_("Leg in een zin uit waarom u toch doorgaat. Een enkel woord is geen reden."),
    "measures.heard_ahead": N_("Dit gesprek is nog niet geweest. Vul de dag in bij Afgesproken op."),
    "measures.not_given": N_("Leg eerst vast wanneer het besluit is gegeven."),
    "measures.given_before_decision": N_("Het besluit kan niet zijn gegeven voordat het is genomen."),
    "measures.received_before_given": N_("Het besluit kan niet zijn ontvangen voordat het is gegeven."),
    "measures.return_before_start": N_("Het gesprek komt na het begin van de maatregel."),
    "measures.end_before_decision": N_("De maatregel kan niet eindigen voordat het besluit is genomen, {decided_on}."),
    "measures.end_after_last": N_("De maatregel eindigt op {last_day}. Langer kan alleen met een nieuw besluit."),
    "measures.does_not_lapse_yet": N_("De termijn waarna deze maatregel vervalt, is nog niet voorbij."),
    "measures.not_in_case": N_("Deze persoon speelt geen rol in zaak {case}. Kies een andere zaak."),
    "measures.objection_before_decision": N_("Bezwaar kan niet zijn ontvangen vóór het besluit."),
    "measures.hearing_before_objection": N_("Het horen komt na de ontvangst van het bezwaar."),
    "measures.decided_before_objection": N_("De beslissing kan niet vóór de ontvangst van het bezwaar liggen."),
    "measures.objection_not_heard": N_("Hoor eerst de ouders over hun bezwaar, en leg die dag vast (WPO artikel 63)."),
    "measures.objection_decided": N_("Hierop is al beslist."),
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
    "measures.told_outside": N_("De ouders inlichten kan niet vóór het innemen of vragen, en niet in de toekomst."),
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
    "measures.due.hearing": N_("Gesprek (horen) over een maatregel voor {person}"),
    "measures.due.hearing_waits": N_("Nog niet horen over {person}: eerst de vertrouwensinspecteur"),
    "measures.due.plan_hearing": N_("{rung} van {person}: gesprek (horen) plannen"),
    "measures.due.return_talk": N_("Gesprek bij terugkeer van {person}"),
    "measures.due.probation": N_("{rung} van {person}: de proeftijd eindigt"),
    "measures.due.lapses": N_("{rung} van {person}: uit het dossier halen"),
    "measures.due.objection_hearing": N_("Horen over het bezwaar van {person}"),
    "measures.due.opinion": N_("Oordeel van de geschillencommissie over {person} verwacht"),
    "measures.due.content": N_("Bericht van {person} weg? {where}"),
    "measures.due.device": N_("Toestel teruggeven aan {person}: {what}"),
}

NEUTRAL: dict[str, str] = {
    "measures.due.views": N_("Termijn voor zienswijze eindigt"),
    "measures.due.summary": N_("Leg een stap vast"),
    "measures.due.communicate": N_("Besluit geven en vastleggen"),
    "measures.due.inspectorate": N_("Melden bij de inspectie"),
    "measures.due.municipality": N_("Melden bij de gemeente"),
    "measures.due.ends": N_("Maatregel eindigt"),
    "measures.due.review": N_("Maatregel opnieuw bekijken"),
    "measures.due.objection": N_("Termijn voor bezwaar of beroep eindigt"),
    "measures.due.objection_decision": N_("Beslissen op bezwaar"),
    "measures.due.hearing": N_("Gesprek (horen)"),
    "measures.due.hearing_waits": N_("Gesprek (horen) uitstellen"),
    "measures.due.plan_hearing": N_("Gesprek (horen) plannen"),
    "measures.due.return_talk": N_("Gesprek bij terugkeer"),
    "measures.due.probation": N_("Proeftijd eindigt"),
    "measures.due.lapses": N_("Maatregel uit het dossier halen"),
    "measures.due.objection_hearing": N_("Horen over een bezwaar"),
    "measures.due.opinion": N_("Oordeel van de geschillencommissie verwacht"),
    "measures.due.content": N_("Nagaan of een bericht weg is"),
    "measures.due.device": N_("Toestel teruggeven"),
}
STATUSES: dict[str, str] = {
    "proposed": N_("voorstel"),
    "announced": N_("aangekondigd"),
    "decided": N_("besloten"),
    "conditional": N_("voorwaardelijk"),
    "running": N_("loopt"),
    "contested": N_("in bezwaar of beroep"),
    "ended": N_("afgelopen"),
    "given": N_("gegeven"),
    "expired": N_("vervallen"),
    "quashed": N_("vernietigd"),
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

STEPS: dict[str, str] = {
    "proposed": N_("Voorgesteld"),
    "announced": N_("Voornemen verstuurd"),
    "heard": N_("Gehoord"),
    "heard_late": N_("Achteraf gehoord"),
    "decided": N_("Besloten"),
    "communicated": N_("Besluit gegeven"),
    "received": N_("Besluit ontvangen"),
    "told": N_("Gemeld bij inspectie of gemeente"),
    "carried_yes": N_("Uitgevoerd"),
    "carried_partly": N_("Deels uitgevoerd"),
    "carried_no": N_("Niet uitgevoerd"),
    "return_planned": N_("Gesprek bij terugkeer gepland"),
    "return_held": N_("Gesprek bij terugkeer gehouden"),
    "ended": N_("Beëindigd"),
    "lapsed": N_("Uit het dossier"),
    "withdrawn": N_("Ingetrokken"),
    "objection_received": N_("Bezwaar ontvangen"),
    "objection_heard": N_("Gehoord over het bezwaar"),
    "objection_decided": N_("Beslist op bezwaar"),
    "appeal_received": N_("Beroep ontvangen"),
    "appeal_decided": N_("Uitspraak op beroep"),
    "dispute_received": N_("Geschil ingediend"),
    "dispute_decided": N_("Oordeel van de geschillencommissie"),
    "court_received": N_("Naar de rechter"),
    "court_decided": N_("Uitspraak van de rechter"),
    "complaint_received": N_("Klacht ontvangen"),
    "complaint_decided": N_("Klacht afgehandeld"),
    "reply_received": N_("Schriftelijke reactie ontvangen"),
    "reply_decided": N_("Schriftelijke reactie behandeld"),
}
PROCEEDINGS: dict[str, str] = {
    "objection": N_("bezwaar"),
    "appeal": N_("beroep bij de Commissie van beroep"),
    "dispute": N_("geschil bij de Geschillencommissie passend onderwijs"),
    "court": N_("zaak bij de rechter"),
    "complaint": N_("klacht"),
    "reply": N_("schriftelijke reactie"),
}
OUTCOMES: dict[str, str] = {
    "upheld": N_("gegrond, besluit vernietigd"),
    "partly": N_("deels gegrond"),
    "rejected": N_("ongegrond"),
    "inadmissible": N_("niet-ontvankelijk"),
    "settled": N_("ingetrokken of geschikt"),
    "other": N_("anders"),
}
CARRIED: dict[str, str] = {
    "yes": N_("wel uitgevoerd"),
    "partly": N_("deels uitgevoerd"),
    "no": N_("niet uitgevoerd"),
}

TEXTS: dict[str, str] = {**ERRORS, **DATES, **COMMON, **PUPIL, **EMPLOYEE}

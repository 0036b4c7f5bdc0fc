"""The words for the codes of cases: status, weight, place, roles and kinds."""

from __future__ import annotations

from app.kernel.texts import N_

WORDS: dict[str, dict[str, str]] = {
    "status": {
        "intake": N_("melding"),
        "triage": N_("beoordeling"),
        "facts": N_("feiten"),
        "approach": N_("aanpak"),
        "measures": N_("maatregelen"),
        "aftercare": N_("nazorg"),
        "evaluation": N_("evaluatie"),
        "closed": N_("afgesloten"),
    },
    "severity": {"light": N_("licht"), "medium": N_("middel"), "serious": N_("ernstig")},
    "confidentiality": {"leadership": N_("alleen directie"), "granted": N_("directie en ondersteuning")},
    "place": {
        "lesson": N_("in de les"),
        "school": N_("op school, buiten de les"),
        "remote_lesson": N_("in een les op afstand"),
        "private": N_("privé, werkt door op school"),
    },
    "reported_to": {
        "teacher": N_("een leerkracht"),
        "leadership": N_("de schoolleiding"),
        "board": N_("het bestuur"),
    },
    "reported_how": {
        "phone": N_("telefoon"),
        "in_person": N_("gesprek"),
        "on_behalf": N_("gesprek namens iemand anders"),
        "written": N_("brief of e-mail"),
        "anonymous": N_("anoniem"),
        "found": N_("zelf gezien"),
    },
    "role": {
        "reporter": N_("melder"),
        "affected": N_("getroffen"),
        "actor": N_("deed het"),
        "witness": N_("getuige"),
        "guardian": N_("ouder"),
        "other": N_("anders"),
    },
    "kind": {
        "note": N_("notitie"),
        "talk": N_("gesprek"),
        "call": N_("telefoon"),
        "letter": N_("brief"),
        "decision": N_("besluit"),
        "evidence": N_("bewijs"),
        "task": N_("taak"),
        "status": N_("fase"),
    },
    "prevention": {"agreement": N_("afspraak"), "lesson": N_("les"), "meeting": N_("bijeenkomst")},
    "asked": {
        "before_publishing": N_("vóór plaatsen"),
        "going_wrong": N_("gesprek liep mis"),
        "doubt": N_("twijfel"),
    },
    "outcome": {
        "established": N_("vastgesteld"),
        "not_proven": N_("niet bewezen"),
        "nothing_found": N_("niets gevonden"),
        "helped": N_("geholpen"),
    },
    "scope": {
        "small_group": N_("klein groepje: gesprek"),
        "class": N_("meer leerlingen: in de groep"),
        "several_classes": N_("meer groepen: hulp van buiten"),
    },
    "referral": {
        "asked": N_("gevraagd"),
        "accepted": N_("aangenomen"),
        "busy": N_("ermee bezig"),
        "done": N_("afgerond"),
        "refused": N_("niet aangenomen"),
        "withdrawn": N_("ingetrokken"),
    },
    "own": {"text": N_("tekst"), "day": N_("dag"), "yes_no": N_("ja of nee"), "choice": N_("keuze")},
}

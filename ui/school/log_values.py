"""How a value in the log reads: days as the school writes them, and Dutch words for what is kept as a code."""

from __future__ import annotations

import re
from datetime import date, datetime

from app.kernel.formats import long_date, long_time
from app.kernel.texts import N_, _, ngettext

_LONG = 400
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
WORDS = {
    "actor": N_("deed het"),
    "affected": N_("getroffen"),
    "aftercare": N_("nazorg"),
    "announced": N_("aangekondigd"),
    "approach": N_("aanpak"),
    "asked": N_("gevraagd"),
    "assumed": N_("aangenomen"),
    "call": N_("telefoon"),
    "carer": N_("verzorger"),
    "closed": N_("afgesloten"),
    "conditional": N_("voorwaardelijk"),
    "contested": N_("in bezwaar of beroep"),
    "corrected": N_("verbeterd"),
    "decided": N_("vastgesteld"),
    "decision": N_("besluit"),
    "draft": N_("concept"),
    "email": N_("e-mail"),
    "employee": N_("medewerker"),
    "ended": N_("beëindigd"),
    "established": N_("vastgesteld"),
    "evaluation": N_("evaluatie"),
    "evidence": N_("bewijs"),
    "expired": N_("verlopen"),
    "facts": N_("feiten"),
    "final": N_("definitief"),
    "given": N_("gegeven"),
    "granted": N_("directie en ondersteuning"),
    "guardian": N_("ouder of verzorger"),
    "guardian_institution": N_("voogdij-instelling"),
    "guardian_person": N_("voogd"),
    "handed_over": N_("overhandigd"),
    "helped": N_("geholpen"),
    "intake": N_("melding"),
    "invalidated": N_("ongeldig verklaard"),
    "leadership": N_("alleen directie"),
    "letter": N_("brief"),
    "light": N_("licht"),
    "measures": N_("maatregelen"),
    "medium": N_("middel"),
    "no": N_("nee"),
    "not_proven": N_("niet bewezen"),
    "note": N_("notitie"),
    "nothing_found": N_("niets gebleken"),
    "other": N_("anders"),
    "parent": N_("ouder"),
    "post": N_("post"),
    "proposed": N_("voorgesteld"),
    "pupil": N_("leerling"),
    "quashed": N_("vernietigd"),
    "refused": N_("geweigerd"),
    "registered": N_("aangetekend"),
    "reporter": N_("melder"),
    "running": N_("loopt"),
    "serious": N_("ernstig"),
    "status": N_("fase"),
    "talk": N_("gesprek"),
    "task": N_("taak"),
    "triage": N_("beoordeling"),
    "withdrawn": N_("ingetrokken"),
    "witness": N_("getuige"),
    "yes": N_("ja"),
}


def shown(value: object) -> str:
    """The value as text; a dash for nothing."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("ja") if value else _("nee")
    if isinstance(value, dict | list):
        return ngettext("{n} onderdeel", "{n} onderdelen", len(value))
    text = str(value)
    return _(WORDS[text]) if text in WORDS else _moment(text) or text[:_LONG]


def _moment(text: str) -> str:
    try:
        if _DAY.fullmatch(text):
            return long_date(date.fromisoformat(text))
        return long_time(datetime.fromisoformat(text)) if _DAY.match(text) and text[10:11] == "T" else ""
    except ValueError:
        return ""

"""Sentences and words of the figures."""

from __future__ import annotations

from app.kernel.texts import N_

TEXTS: dict[str, str] = {
    "insights.no_access": N_("De cijfers over zaken zijn alleen voor de directie en het bestuur."),
}

CALL_REASONS: dict[str, str] = {
    "statutory_4a": N_("Verplicht overleg (artikel 4a)"),
    "protocol_d3": N_("Volgens het protocol (D3)"),
    "voluntary": N_("Vrijwillig"),
}

PARTS: dict[str, str] = {
    "month": N_("Zaken per maand"),
    "category": N_("Waar het over ging"),
    "severity": N_("Hoe ernstig"),
    "platform": N_("Op welk platform"),
    "year_group": N_("In welk leerjaar"),
    "lead_time": N_("Hoe lang een zaak duurde"),
    "rung": N_("Maatregelen per trede"),
    "object": N_("Toestellen en berichten"),
    "call": N_("Gesprekken met de inspecteur"),
    "police": N_("Politie"),
    "takedown": N_("Beeld weggehaald"),
    "consent": N_("Toestemmingen, per gezin"),
}

WITHHELD = N_("In beide jaren zijn deze aantallen te klein om te noemen.")

LEAD_TIMES: dict[str, str] = {
    "week": N_("tot een week"),
    "month": N_("tot een maand"),
    "quarter": N_("tot drie maanden"),
    "longer": N_("langer"),
    "open": N_("nog open"),
}

POLICE_KINDS: dict[str, str] = {"melding": N_("Melding"), "aangifte": N_("Aangifte")}

OBJECTS: dict[str, str] = {
    "device": N_("toestel in bewaring"),
    "content": N_("bericht te verwijderen"),
}

TAKEDOWNS: dict[str, str] = {
    "in_time": N_("binnen de termijn"),
    "late": N_("na de termijn"),
    "open": N_("nog te doen"),
}

ANSWERS: dict[str, str] = {"answered": N_("heeft geantwoord"), "missing": N_("nog niet")}

PLATFORMS: tuple[str, ...] = (
    "WhatsApp", "Snapchat", "TikTok", "Instagram", "YouTube", "Facebook", "Discord", "Roblox", "Teams",
)  # fmt: skip

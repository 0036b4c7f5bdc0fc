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

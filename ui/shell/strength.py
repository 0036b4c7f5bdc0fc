"""Says how hard a passphrase is to guess; a hint for the person who thinks of one, no lock."""

from __future__ import annotations

from typing import Literal

from app.kernel.texts import _

SHORTEST, GOOD = 12, 20


def strength(passphrase: str) -> tuple[Literal["danger", "warn", "ok"], str]:
    """The tone and the sentence for what was typed so far."""
    different = len(set(passphrase.casefold()))
    words = len(passphrase.split())
    if len(passphrase) < SHORTEST:
        return "danger", _("Te kort. Neem ten minste {length} tekens.").format(length=SHORTEST)
    if different < 6 or (words < 3 and len(passphrase) < GOOD):
        return "warn", _("Het mag sterker. Neem vier losse woorden die niets met elkaar te maken hebben.")
    return "ok", _("Sterk genoeg. Schrijf hem niet op bij de computer.")

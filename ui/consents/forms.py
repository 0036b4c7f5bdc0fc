"""Forms of Toestemmingen: what a lock keeps of them lies in the register drawer, as everything of consents does."""

from __future__ import annotations

from ui.kit.desk import Desk
from ui.kit.form import Form


def register_form(desk: Desk) -> Form:
    """An empty form."""
    return Form(desk, drawer=desk.meldboek.store.register)

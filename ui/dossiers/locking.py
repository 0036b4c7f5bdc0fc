"""Asks the password of a dossier that leaves the school behind a lock, and for whom it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.kernel.errors import Invalid
from app.kernel.texts import _
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label

SHORTEST = 12


def lock_sheet(desk: Desk, name: str, done: Callable[[tuple[str, str]], object]) -> FormSheet:
    """Gives the password and the receiver."""
    form = Form(desk)
    told = _("Het dossier van {name} gaat als PDF met een wachtwoord (AES-256). Geef het wachtwoord apart door.")
    form.add(label(told.format(name=name), "secondary", wrap=True))
    form.field("receiver", _("Voor wie"), TextField(placeholder=_("bijvoorbeeld de volgende school")))
    hint = _("Ten minste twaalf tekens. Meldboek bewaart het wachtwoord niet.")
    form.field("password", _("Wachtwoord"), TextField(), hint)

    def check(values: dict[str, Any]) -> tuple[str, str]:
        password = str(values["password"])
        if len(password) < SHORTEST:
            raise Invalid("password", "dossiers.password_short")
        return password, str(values["receiver"])

    return FormSheet(_("Dossier met wachtwoord"), form, _("Opslaan"), check, done)

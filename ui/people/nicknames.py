"""The form for what a person is called beside the name: nickname, call name, name of an account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import PersonLine
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label


def nicknames_sheet(desk: Desk, person: PersonLine, found: tuple[str, ...], done: Callable[[Any], object]) -> FormSheet:
    """Ask what this person is called; commas between them."""
    names, form = desk.meldboek.people.nicknames, Form(desk)
    told = _("Hoe wordt {name} ook genoemd? In het dossier van een ander wordt dat dan ook afgeschermd.")
    form.add(label(told.format(name=full(person.name)), "quiet", wrap=True))
    hint = _("Zet een komma tussen de namen.")
    said = TextField(", ".join(found), placeholder=_("roepnaam, bijnaam, accountnaam"))
    form.field("nicknames", _("Ook bekend als"), said, hint)

    def save(values: dict[str, Any]) -> None:
        names.call(person.id, (values["nicknames"],))

    return FormSheet(_("Ook bekend als"), form, _("Bewaren"), save, done)

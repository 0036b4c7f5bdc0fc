"""The sheet that adds a purpose or says something else of one."""

from __future__ import annotations

from typing import Any

from app.consents.purposes.lines import AskedOf, PurposeChange, PurposeLine
from app.consents.rules import Policy
from app.kernel.texts import N_, _
from app.letters.texts import AUDIENCES
from app.protocol.rules import Audience
from ui.consents.forms import register_form
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import AreaField, CheckField, ChoiceField, TextField
from ui.kit.form_sheet import FormSheet

DECIDERS = {Policy.ONE: N_("één ouder"), Policy.ALL: N_("alle ouders")}
POLICIES = {Policy.ONE: N_("één ouder is genoeg"), Policy.ALL: N_("alle ouders moeten ja zeggen")}


def purpose_sheet(desk: Desk, line: PurposeLine | None) -> FormSheet:
    """Change this purpose, or add one."""
    form, catalogue = register_form(desk), desk.meldboek.consents.catalogue
    form.field("label", _("Zo staat het op het formulier"), TextField(line.label if line else ""))
    form.field("short", _("Korte naam voor de kolom"), TextField(line.short if line else ""))
    form.field("channel", _("Kanaal"), TextField(line.channel if line else ""), beside=True)
    audiences = [(one, _(words)) for one, words in AUDIENCES.items()]
    form.field("audience", _("Wie kan het zien"), ChoiceField(audiences, line.audience if line else Audience.PARENTS))
    policies = [(one, _(words)) for one, words in POLICIES.items()]
    form.field("policy", _("Wie beslist"), ChipsField(policies, line.rule.policy if line else Policy.ALL))
    form.field("note", _("Toelichting"), AreaField(line.note if line else "", lines=2))
    if line is None:
        kinds = [(AskedOf.PUPILS, _("leerlingen")), (AskedOf.EMPLOYEES, _("medewerkers")), (AskedOf.BOTH, _("beide"))]
        form.field("asked_of", _("Aan wie vraagt u het"), ChipsField(kinds, AskedOf.PUPILS))
    else:
        form.field("asks_again", "", CheckField(_("Opnieuw vragen: een eerder ja telt niet meer voor dit doel")))

    def save(values: dict[str, Any]) -> object:
        asked_of = values.pop("asked_of", AskedOf.PUPILS)
        change = PurposeChange(**values)
        return catalogue.add(change, asked_of) if line is None else catalogue.change(line.code, change)

    title = _("Doel wijzigen: {name}").format(name=line.short) if line else _("Doel toevoegen")
    return FormSheet(title, form, _("Wijzigen") if line else _("Toevoegen"), save, width=600)

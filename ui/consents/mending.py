"""What does not count any more: an answer that was typed wrong or is not valid, and a yes that ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.consents.answers.history import HistoryLine
from app.consents.purposes.lines import PurposeLine
from app.consents.rules import EventKind
from app.kernel.errors import Invalid
from app.kernel.names import PersonName, full
from app.kernel.texts import N_, _
from ui.consents.forms import register_form
from ui.consents.words import event_text, event_title
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label

WHY = {
    EventKind.CORRECTED: N_("verkeerd ingevoerd"),
    EventKind.INVALIDATED: N_("niet geldig, bijvoorbeeld zonder handtekening"),
}


def mending_sheet(desk: Desk, line: HistoryLine, shorts: Mapping[str, str]) -> FormSheet:
    """Take one event out, for some of its purposes or for all; it stays in the history."""
    form = register_form(desk)
    form.add(label(event_title(line, shorts, len(shorts)), "strong", wrap=True))
    form.add(label(event_text(line, line.person), "quiet", wrap=True))
    form.field(
        "kind", _("Wat klopt er niet"), ChipsField([(one, _(words)) for one, words in WHY.items()], next(iter(WHY)))
    )
    if len(line.purposes) > 1:
        named = [(code, shorts.get(code, code)) for code in line.purposes]
        form.field("purposes", _("Voor welke doelen"), ChipsField(named, line.purposes, many=True))
    form.field("note", _("Waarom"), TextField(placeholder=_("bijvoorbeeld: formulier van een ander kind")))
    form.add(label(_("Dit blijft in het verloop staan. Wat er daarvoor gold, geldt weer."), "quiet", wrap=True))

    def save(values: dict[str, Any]) -> tuple[int, ...]:
        consents, codes = desk.meldboek.consents, tuple(values.get("purposes", line.purposes))
        if not codes:
            raise Invalid("purposes", "consents.no_purposes")
        take_out = consents.invalidate if values["kind"] == EventKind.INVALIDATED else consents.correct
        return take_out([line.event_id], values["note"], codes)

    told = _("Vastgelegd. Wat er daarvoor gold, geldt weer.")
    done = lambda _ids: desk.messages.info(told)  # noqa: E731 - one call
    return FormSheet(_("Antwoord verbeteren"), form, _("Vastleggen"), save, done, width=600)


def expiry_sheet(desk: Desk, person_id: int, name: PersonName, purposes: Sequence[PurposeLine]) -> FormSheet:
    """Let the yes to these purposes end, for a reason of the school's; a no stands."""
    form, clock = register_form(desk), desk.meldboek.clock
    text = _("Een ja telt dan niet meer, tot het opnieuw is gegeven. Een nee blijft staan.")
    form.add(label(text, "quiet", wrap=True))
    shorts = [(line.code, line.short) for line in purposes]
    form.field("purposes", _("Voor welke doelen"), ChipsField(shorts, (), many=True))
    form.field("on", _("Vanaf"), DateField(clock, clock.today()))
    reason = TextField(placeholder=_("bijvoorbeeld: de groepsapp is een andere geworden"))
    form.field("note", _("Waarom"), reason, beside=True, share=2)

    def save(values: dict[str, Any]) -> tuple[int, ...]:
        on = values["on"] or clock.today()
        return desk.meldboek.consents.expire(person_id, tuple(values["purposes"]), on, values["note"])

    title = _("Toestemming laten verlopen: {name}").format(name=full(name))
    done = lambda _ids: desk.messages.info(_("Vastgelegd. Een ja telt daar niet meer."))  # noqa: E731 - one call
    return FormSheet(title, form, _("Laten verlopen"), save, done, width=620)

"""Somebody takes consent back: who, for which purposes and media, received when and how."""

from __future__ import annotations

from typing import Any

from app.consents.forms import EVERY_MEDIUM, How, NewWithdrawal
from app.consents.history import ConsentCard
from app.consents.rules import OWN_WITHDRAWAL_AGE, Medium
from app.consents.texts import HOWS, MEDIA
from app.kernel.names import full
from app.kernel.texts import _
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet

OWN = 0


def withdrawal_sheet(desk: Desk, card: ConsentCard) -> FormSheet:
    """The sheet that records a withdrawal for this pupil; no reason is asked."""
    form = Form(desk)
    people = [(one.id, full(one.name)) for one in card.pupil.guardians]
    if card.age is not None and card.age >= OWN_WITHDRAWAL_AGE:
        people.append((OWN, _("{name} zelf").format(name=card.pupil.name.first_name)))
    form.field("guardian_id", _("Wie trekt in"), ChoiceField(people, people[0][0] if people else None))
    shorts = [(each.purpose.code, each.purpose.short) for each in card.purposes]
    form.field("purposes", _("Voor welke doelen"), ChipsField(shorts, (), many=True))
    media = [(medium, _(words)) for medium, words in MEDIA.items()]
    form.field("media", _("Voor welk soort opname"), ChipsField(media, tuple(EVERY_MEDIUM), many=True))
    form.field("received_on", _("Ontvangen op"), DateField(desk.meldboek.clock, desk.meldboek.clock.today()))
    hows = [(how, _(words)) for how, words in HOWS.items()]
    form.field("how", _("Hoe"), ChoiceField(hows, How.EMAIL), beside=True)
    form.field("evidence", _("Waar ligt het bewijs"), TextField())
    title = _("Toestemming intrekken: {name}").format(name=full(card.pupil.name))
    save = _saver(desk, card.pupil.id)
    return FormSheet(title, form, _("Intrekking vastleggen"), save, lambda _ids: _done(desk), width=620)


def _saver(desk: Desk, pupil_id: int) -> Any:
    def save(values: dict[str, Any]) -> tuple[int, ...]:
        new = NewWithdrawal(
            pupil_id=pupil_id,
            guardian_id=values["guardian_id"] or None,
            purposes=tuple(values["purposes"]),
            received_on=values["received_on"] or desk.meldboek.clock.today(),
            how=values["how"],
            media=frozenset(Medium(one) for one in values["media"]),
            evidence=values["evidence"],
        )
        return desk.meldboek.consents.withdraw(new)

    return save


def _done(desk: Desk) -> None:
    desk.messages.info(_("De intrekking is vastgelegd. Vanaf die dag telt zij als nee."))

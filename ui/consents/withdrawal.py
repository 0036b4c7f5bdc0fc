"""Somebody takes consent back: who, for which purposes and media, received when and how."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.consents.forms import EVERY_MEDIUM, How, NewWithdrawal
from app.consents.history import ConsentCard
from app.consents.rules import Medium
from app.consents.texts import HOWS, MEDIA, media_words
from app.kernel.names import full
from app.kernel.texts import _
from app.letters.consent_letters import NewConfirmation
from app.people.rules import Authority
from app.protocol import law
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
    if card.age is not None and card.age >= law.own_withdrawal_age():
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
    save = _saver(desk, card)
    return FormSheet(title, form, _("Intrekking vastleggen"), save, lambda new: _offer(desk, new), width=620)


def _saver(desk: Desk, card: ConsentCard) -> Callable[[dict[str, Any]], NewConfirmation | None]:
    def save(values: dict[str, Any]) -> NewConfirmation | None:
        new = NewWithdrawal(
            pupil_id=card.pupil.id,
            guardian_id=values["guardian_id"] or None,
            purposes=tuple(values["purposes"]),
            received_on=values["received_on"] or desk.meldboek.clock.today(),
            how=values["how"],
            media=frozenset(Medium(one) for one in values["media"]),
            evidence=values["evidence"],
        )
        desk.meldboek.consents.withdraw(new)
        return _confirmation(card, new)

    return save


def _confirmation(card: ConsentCard, new: NewWithdrawal) -> NewConfirmation | None:
    """What the letter would say; None when the withdrawal does not count for lack of authority."""
    who = next((one for one in card.pupil.guardians if one.id == new.guardian_id), None)
    if who is not None and who.authority is Authority.NO:
        return None
    only = "" if new.media == EVERY_MEDIUM else media_words(tuple(one for one in Medium if one in new.media))
    words = _("{purpose} (alleen {media})") if only else "{purpose}"
    labels = [each.purpose.label for each in card.purposes if each.purpose.code in new.purposes]
    purposes = tuple(words.format(purpose=label, media=only) for label in labels)
    return NewConfirmation(card.pupil.id, new.guardian_id, purposes, new.received_on)


def _offer(desk: Desk, new: NewConfirmation | None) -> None:
    """Say that it is recorded, and offer the letter that confirms it."""
    if new is None:
        desk.messages.warning(_("De intrekking is vastgelegd. Zij telt niet mee: deze persoon heeft geen gezag."))
        return
    title = _("De intrekking is vastgelegd")
    text = _("Vanaf die dag telt zij als nee. Wilt u een brief maken die dit bevestigt? Hij komt in de printbak.")
    answer = lambda yes: _confirm(desk, new) if yes else None  # noqa: E731 - one expression
    desk.dialogs.ask(title, text, _("Bevestiging maken"), answer, cancel=_("Niet nu"))


def _confirm(desk: Desk, new: NewConfirmation) -> None:
    """Make the letter and go to it in the tray."""

    def made(lines: tuple[int, ...]) -> None:
        desk.messages.info(_("De bevestiging ligt in de printbak."))
        desk.go("letters", ("tray", lines[0]))

    desk.jobs.run(lambda: desk.meldboek.consent_letters.confirm_withdrawal(new), owner=desk.dialogs, done=made)

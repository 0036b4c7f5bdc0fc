"""Somebody takes consent back: who, for which purposes and media, received when and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from app.consents.answers.forms import EVERY_MEDIUM, How, NewWithdrawal
from app.consents.answers.history import ConsentCard
from app.consents.rules import Medium
from app.consents.texts import HOWS, MEDIA
from app.kernel.names import full
from app.kernel.texts import _, ngettext
from app.letters.families.consent_letters import NewConfirmation, ReadyNotice
from app.people.rules import Authority
from app.protocol import law
from ui.consents.forms import register_form
from ui.consents.scans import ScanField
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form_row import FormRow
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.sheet import Sheet

OWN = 0


@dataclass(frozen=True)
class Withdrawn:
    """What follows a withdrawal: the letter that can confirm it, and how many images of the pupil must go."""

    confirmation: NewConfirmation | None
    tasks: int


def withdrawal_sheet(desk: Desk, card: ConsentCard) -> FormSheet:
    """The sheet that records a withdrawal for this pupil; no reason is asked."""
    form = register_form(desk)
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
    form.field("evidence", _("Waar ligt het bewijs"), TextField(placeholder=_("map en kast")))
    form.field("scan", _("Of bewaar een scan"), ScanField(desk), beside=True)
    title = _("Toestemming intrekken: {name}").format(name=full(card.pupil.name))
    save = _saver(desk, card)
    return FormSheet(title, form, _("Intrekking vastleggen"), save, lambda done: _offer(desk, done), width=620)


def _saver(desk: Desk, card: ConsentCard) -> Callable[[dict[str, Any]], Withdrawn]:
    def save(values: dict[str, Any]) -> Withdrawn:
        new = NewWithdrawal(
            pupil_id=card.pupil.id,
            guardian_id=values["guardian_id"] or None,
            purposes=tuple(values["purposes"]),
            received_on=values["received_on"] or desk.meldboek.clock.today(),
            how=values["how"],
            media=frozenset(Medium(one) for one in values["media"]),
            evidence=values["evidence"],
            scan=values["scan"],
        )
        consents = desk.meldboek.consents
        consents.withdraw(new)
        seen = consents.publications.of_person(card.pupil.id)
        due = [one.takedown for one in seen if one.takedown is not None and one.takedown.done is None]
        tasks = sum(one.purpose in new.purposes for one in due)
        return Withdrawn(_confirmation(card, new), tasks)

    return save


def _confirmation(card: ConsentCard, new: NewWithdrawal) -> NewConfirmation | None:
    """What the letter would say; None when the withdrawal does not count for lack of authority."""
    who = next((one for one in card.pupil.guardians if one.id == new.guardian_id), None)
    if who is not None and who.authority is Authority.NO:
        return None
    labels = tuple(each.purpose.label for each in card.purposes if each.purpose.code in new.purposes)
    return NewConfirmation(card.pupil.id, new.guardian_id, labels, new.received_on, media=new.media)


def _offer(desk: Desk, done: Withdrawn) -> None:
    """Say that it is recorded, offer the letter that confirms it, and point at the images that must go."""
    new = done.confirmation
    if new is None:
        desk.messages.warning(_("De intrekking is vastgelegd. Zij telt niet mee: deze persoon heeft geen gezag."))
        return
    text = _("Vanaf die dag telt zij als nee. Wilt u een brief maken die dit bevestigt? Hij komt in de printbak.")
    seen = ngettext(
        "Deze leerling is nog te zien in {n} publicatie. Dat beeld moet weg.",
        "Deze leerling is nog te zien in {n} publicaties. Dat beeld moet weg.",
        done.tasks,
    )
    desk.dialogs.open(WithdrawnSheet(desk, f"{text} {seen}" if done.tasks else text, new, must_go=bool(done.tasks)))


class WithdrawnSheet(Sheet):
    """The letter, or straight to the list of what must go; after the letter one stands at that list, too."""

    def __init__(self, desk: Desk, text: str, new: NewConfirmation, *, must_go: bool) -> None:
        super().__init__(_("De intrekking is vastgelegd"), width=520)
        self._desk, self._new, self._must_go = desk, new, must_go
        self.body.addWidget(label(text, "quiet", wrap=True))
        self.language = ChipsField([("nl", _("Nederlands")), ("en", _("Engels"))], "nl")
        self.body.addWidget(FormRow(_("Taal van de brief"), self.language))
        self.add_button(_("Niet nu"), self.close_sheet)
        if must_go:
            self.add_button(_("Naar wat weg moet"), self.show_takedowns)
        self.add_button(_("Bevestiging maken"), self.confirm, "primary")

    def show_takedowns(self) -> None:
        """Go to the images that must go."""
        self.close_sheet()
        self._desk.go("consents", ("takedowns", None))

    def confirm(self) -> None:
        """Make the letter, and go to it in the tray or to the images that must go."""
        new = replace(self._new, language=str(self.language.value()))
        self.close_sheet()
        _confirm(self._desk, new, then=("takedowns", None) if self._must_go else None)


def _confirm(desk: Desk, new: NewConfirmation, then: object) -> None:
    """Make the letter: read, drawn beside the database and kept; then go to it, or to what must be done first."""
    letters, owner = desk.meldboek.consent_letters, desk.dialogs

    def made(lines: tuple[int, ...]) -> None:
        if then is None:
            desk.messages.info(_("De bevestiging ligt in de printbak."))
            desk.go("letters", ("tray", lines[0]))
        else:
            desk.messages.info(_("De bevestiging ligt in de printbak. Hier staat welk beeld weg moet."))
            desk.go("consents", then)

    def draw(ready: ReadyNotice) -> None:
        desk.jobs.render(ready.draw, owner=owner, done=lambda pdfs: keep(ready, pdfs))

    def keep(ready: ReadyNotice, pdfs: tuple[bytes, ...]) -> None:
        desk.jobs.run(lambda: letters.keep(ready, pdfs), owner=owner, done=made)

    desk.jobs.run(lambda: letters.ready_withdrawal(new), owner=owner, done=draw)

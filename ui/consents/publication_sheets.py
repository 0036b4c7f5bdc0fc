"""The sheets about publications: keep one, and say that somebody's image was taken away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.consents.publications.lines import NewPublication, NewRemoval, RemovalHow, Takedown
from app.consents.purposes.lines import PurposeLine
from app.consents.rules import Medium
from app.consents.texts import MEDIA, REMOVALS
from app.kernel.names import full
from app.kernel.texts import _, ngettext
from app.people.rules import PersonKind
from ui.consents.forms import register_form
from ui.consents.persons_field import PersonsField
from ui.consents.photo import Picture
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label

ON_IMAGE = frozenset({PersonKind.PUPIL, PersonKind.EMPLOYEE})


def publication_sheet(
    desk: Desk, purposes: Sequence[PurposeLine], picture: Picture | None, done: Callable[[int], object]
) -> FormSheet:
    """Keep what was published, and who can be seen on it; ``picture`` comes from the photo question."""
    form, clock = register_form(desk), desk.meldboek.clock
    channels = [(line.code, line.label) for line in purposes]
    form.field("title", _("Wat"), TextField(placeholder=_("bijvoorbeeld: Sportdag groep 5 tot en met 8")))
    form.field("purpose", _("Waar staat het"), ChoiceField(channels, picture.purpose if picture else None), share=3)
    media = [(medium, _(words)) for medium, words in MEDIA.items()]
    medium = ChipsField(media, picture.medium if picture else Medium.PHOTO)
    form.field("medium", _("Soort opname"), medium, beside=True, share=2)
    place = TextField(placeholder=_("webadres, bestand of blad"))
    form.field("place", _("Vindplaats"), place, share=3)
    form.field("on", _("Geplaatst op"), DateField(clock, clock.today()), beside=True, share=2)
    people = PersonsField(desk, ON_IMAGE, _("Typ een naam: leerling of medewerker"))
    form.field("people", _("Wie is te zien"), people)
    form.field("note", _("Opmerking"), TextField())
    if picture:
        people.set_value(picture.pupils)

    def save(values: dict[str, Any]) -> int:
        values["on"] = values["on"] or clock.today()
        return desk.meldboek.consents.publications.record(NewPublication(**values))

    return FormSheet(_("Publicatie vastleggen"), form, _("Vastleggen"), save, done, width=640)


def removal_sheet(desk: Desk, tasks: Sequence[Takedown], done: Callable[[Any], object]) -> FormSheet:
    """Say that these persons can no longer be seen on one publication: when, by whom, how, with what proof."""
    form, clock, first = register_form(desk), desk.meldboek.clock, tasks[0]
    names = ", ".join(full(task.person.name) for task in tasks)
    form.add(label(_("{names} op: {title}").format(names=names, title=first.publication), "strong", wrap=True))
    if first.place:
        form.add(label(first.place, "quiet", wrap=True, selectable=True))
    hows = [(how, _(words)) for how, words in REMOVALS.items()]
    form.field("how", _("Wat is er gedaan"), ChoiceField(hows, RemovalHow.REMOVED))
    form.field("done_on", _("Gedaan op"), DateField(clock, clock.today()))
    form.field("done_by", _("Gedaan door"), TextField(desk.meldboek.user.name), beside=True)
    form.field("proof", _("Bewijs"), TextField(placeholder=_("bijvoorbeeld: schermafdruk in map AVG 2026")))

    def save(values: dict[str, Any]) -> None:
        new = NewRemoval(values["done_on"] or clock.today(), values["done_by"], values["how"], values["proof"])
        people = tuple(task.person.id for task in tasks)
        desk.meldboek.consents.publications.take_down(first.publication_id, people, new)

    title = ngettext("Beeld van {n} persoon verwijderd", "Beeld van {n} personen verwijderd", len(tasks))
    return FormSheet(title, form, _("Verwijdering vastleggen"), save, done, width=560)


def note_sheet(desk: Desk, title: str, text: str, verb: str, save: Callable[[str], Any]) -> FormSheet:
    """Ask why, and do it."""
    form = register_form(desk)
    form.add(label(text, "quiet", wrap=True))
    form.field("note", _("Waarom"), TextField())
    return FormSheet(title, form, verb, lambda values: save(values["note"]), width=480)

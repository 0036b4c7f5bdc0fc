"""The sheet of a pupil: what is odd about an age or a group is asked before it is kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from app.kernel.findings import Finding
from app.kernel.texts import N_, _
from app.people import keeping
from app.people.doubt_rules import doubts
from app.people.rules import Address, NewPupil, PupilCard
from app.people.spelling import normal_group
from app.sentences import sentence, title
from ui.kit.date_fields import BirthField, DateField
from ui.kit.desk import Desk
from ui.kit.fields import CheckField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.people.forms import NOBODY, address_fields, name_fields, take_address, take_name

_VERBS = {"people.age_unlikely": N_("Dit klopt")}
_FIELDS = {"people.age_unlikely": "birth_date"}


class PupilSheet(FormSheet):
    """Add a pupil, or change one."""

    def __init__(
        self, desk: Desk, card: PupilCard | None, groups: tuple[str, ...], done: Callable[[Any], object]
    ) -> None:
        self._desk, self._pupil, self._groups = desk, card, groups
        form = Form(desk)
        name_fields(form, card.name if card else NOBODY)
        self._school_fields(form)
        address_fields(form, card.address if card else Address())
        heading = _("Gegevens wijzigen") if card else _("Leerling toevoegen")
        super().__init__(heading, form, _("Bewaren") if card else _("Toevoegen"), self._keep, done, width=620)

    def submit(self) -> None:
        if self.form.check():
            typed, today = self._read(self.form.values()), self._desk.meldboek.clock.today()
            new = replace(typed, group=normal_group(typed.group))
            find = lambda: doubts(new, self._pupil, self._groups, today)  # noqa: E731 - one expression for the lane
            self._desk.jobs.run(find, owner=self, done=self._ask, failed=self.form.show_errors)

    def _school_fields(self, form: Form) -> None:
        card, clock = self._pupil, self._desk.meldboek.clock
        group = TextField(card.group if card else "", placeholder=", ".join(self._groups[:3]))
        form.field("group", _("Groep"), group)
        form.field("number", _("Leerlingnummer"), TextField(card.number if card else ""), beside=True)
        form.field("birth_date", _("Geboortedatum"), BirthField(clock, card.birth_date if card else None))
        form.field("enrol_date", _("Op school sinds"), DateField(clock, card.enrol_date if card else None), beside=True)
        if card:
            hint = _("De eerste dag waarop de leerling niet meer bij u op school zit.")
            form.field("leave_date", _("Uitgeschreven per"), DateField(clock, card.leave_date), hint)
            why = _("Het dossier blijft dan drie jaar bewaard, anders twee.")
            form.field("to_special", "", CheckField(_("Verwezen naar het speciaal onderwijs"), card.to_special), why)

    def _ask(self, found: Sequence[Finding]) -> None:
        """Ask about one thing after the other; a no leads back to its field."""
        if not found:
            super().submit()
            return
        first, rest = found[0], found[1:]
        field = self.form.rows[_FIELDS.get(first.code, "group")].field
        self._desk.dialogs.ask(
            title(first),
            sentence(first),
            _(_VERBS.get(first.code, N_("Groep maken"))),
            lambda yes: self._ask(rest) if yes else field.take_focus(),
            cancel=_("Terug"),
        )

    def _read(self, values: dict[str, Any]) -> NewPupil:
        values.pop("to_special", None)
        card = self._pupil
        year = card.year_group if card and card.group == values["group"] else None
        return NewPupil(name=take_name(values), address=take_address(values), year_group=year, **values)

    def _keep(self, values: dict[str, Any]) -> int:
        to_special, card = values.get("to_special", False), self._pupil
        people, pupil = self._desk.meldboek.people, self._read(values)
        if card is None:
            return people.add_pupil(pupil)
        people.change_pupil(card.id, pupil)
        keeping.note_special(self._desk.meldboek.store.register, card.id, to_special)
        return card.id

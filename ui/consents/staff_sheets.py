"""The sheets about employees: their answers, a withdrawal, images cleared away, and the protocol handed out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.consents.answers.forms import How
from app.consents.purposes.lines import PurposeLine
from app.consents.staff.handouts import NewHandout
from app.consents.staff.service import LeavingLine, NewStaffAnswers
from app.consents.texts import HANDOUT_HOWS, HOWS
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import _
from app.people.rules import EmployeeLine, PersonKind
from ui.consents.answers import AnswersField
from ui.consents.forms import register_form
from ui.consents.persons_field import PersonsField
from ui.consents.scans import ScanField
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label


def staff_answer_sheet(desk: Desk, employee: EmployeeLine, purposes: Sequence[PurposeLine]) -> FormSheet:
    """Record what an employee answers."""
    form = _form(desk, How.SIGNED_FORM)
    hint = _("J ja, N nee, spatie leeg, A de rest ja. Weigeren heeft geen gevolgen voor een medewerker.")
    answers = form.field("answers", "", AnswersField(), hint)
    answers.set_purposes(purposes)
    answers.setMinimumHeight(300)

    def save(values: dict[str, Any]) -> tuple[int, ...]:
        new = NewStaffAnswers(
            employee.id, values["answers"], values["given_on"] or desk.meldboek.clock.today(), values["how"],
            values["evidence"], values["scan"],
        )  # fmt: skip
        return desk.meldboek.consents.staff.record(new)

    title = _("Antwoord van {name}").format(name=full(employee.name))
    return FormSheet(title, form, _("Vastleggen"), save, width=600)


def staff_withdrawal_sheet(desk: Desk, employee: EmployeeLine, purposes: Sequence[PurposeLine]) -> FormSheet:
    """An employee takes consent back."""
    form = _form(desk, How.EMAIL)
    shorts = [(line.code, line.short) for line in purposes]
    form.field("purposes", _("Voor welke doelen"), ChipsField(shorts, (), many=True))

    def save(values: dict[str, Any]) -> tuple[int, ...]:
        day = values["given_on"] or desk.meldboek.clock.today()
        staff, codes = desk.meldboek.consents.staff, tuple(values["purposes"])
        return staff.withdraw(employee.id, codes, day, values["how"], values["evidence"], values["scan"])

    title = _("Toestemming intrekken: {name}").format(name=full(employee.name))
    return FormSheet(title, form, _("Intrekking vastleggen"), save, width=600)


def cleared_sheet(desk: Desk, line: LeavingLine) -> FormSheet:
    """The images of somebody who leaves are gone from website and photo board."""
    form, clock = register_form(desk), desk.meldboek.clock
    text = _("Beeld op website, smoelenboek en sociale media is weg. Uiterste dag: {date}.")
    form.add(label(text.format(date=short_date(line.target)), "quiet", wrap=True))
    form.field("on", _("Gedaan op"), DateField(clock, clock.today()))
    form.field("note", _("Wat is verwijderd"), TextField(placeholder=_("bijvoorbeeld: teampagina en smoelenboek")))

    def save(values: dict[str, Any]) -> None:
        desk.meldboek.consents.staff.clear(line.employee.id, values["on"] or clock.today(), values["note"])

    return FormSheet(
        _("Beeld van {name} verwijderd").format(name=full(line.employee.name)), form, _("Vastleggen"), save
    )


def handout_sheet(desk: Desk, version: str, missing: Sequence[int], done: Callable[[Any], object]) -> FormSheet:
    """Record who received the protocol."""
    form, clock = register_form(desk), desk.meldboek.clock
    form.field("version", _("Versie van het protocol"), TextField(version))
    form.field("handed_on", _("Uitgereikt op"), DateField(clock, clock.today()), beside=True)
    form.field("how", _("Hoe"), ChipsField([(how, _(words)) for how, words in HANDOUT_HOWS.items()], "paper"))
    people = PersonsField(desk, frozenset({PersonKind.EMPLOYEE}), _("Typ een naam"))
    form.field("person_ids", _("Wie kreeg het"), people)
    people.set_value(missing)
    form.field("signed_on", _("Getekend op"), DateField(clock))
    form.field("evidence", _("Waar ligt het bewijs"), TextField(placeholder=_("map en kast")), beside=True)

    def save(values: dict[str, Any]) -> Any:
        values["handed_on"] = values["handed_on"] or clock.today()
        return desk.meldboek.consents.handouts.record(NewHandout(**values))

    return FormSheet(_("Protocol uitgereikt"), form, _("Vastleggen"), save, done, width=600)


def signed_sheet(desk: Desk, handout_ids: Sequence[int], name: str) -> FormSheet:
    """Somebody signed for the protocol."""
    form, clock = register_form(desk), desk.meldboek.clock
    form.field("on", _("Getekend op"), DateField(clock, clock.today()))
    form.field("evidence", _("Waar ligt het bewijs"), TextField(placeholder=_("map en kast")))

    def save(values: dict[str, Any]) -> None:
        handouts = desk.meldboek.consents.handouts
        handouts.sign(tuple(handout_ids), values["on"] or clock.today(), values["evidence"])

    return FormSheet(_("Getekend voor ontvangst: {name}").format(name=name), form, _("Vastleggen"), save, width=460)


def _form(desk: Desk, how: How) -> Form:
    form, clock = register_form(desk), desk.meldboek.clock
    form.field("given_on", _("Ontvangen op"), DateField(clock, clock.today()))
    hows = [(one, _(words)) for one, words in HOWS.items()]
    form.field("how", _("Hoe"), ChoiceField(hows, how), beside=True)
    form.field("evidence", _("Waar ligt het bewijs"), TextField(placeholder=_("map en kast")))
    form.field("scan", _("Of bewaar een scan"), ScanField(desk), beside=True)
    return form

"""The forms of Personen: guardian, employee and authority, each in a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from app.kernel.errors import Invalid
from app.kernel.names import PersonName, Title, full
from app.kernel.texts import _
from app.people.rules import (
    Address,
    Authority,
    EmployeeLine,
    GuardianLine,
    NewEmployee,
    NewGuardian,
    PersonKind,
    PupilCard,
    RelationKind,
    TaskKind,
)
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.person_field import PersonField
from ui.people import words

Done = Callable[[Any], object]
NOBODY = PersonName("", "", "")


def guardian_sheet(desk: Desk, card: PupilCard, done: Done) -> FormSheet:
    """Add a guardian to a pupil: somebody new, or the parent of another child."""
    form = Form(desk)
    kinds = [(kind, _(word)) for kind, word in words.RELATIONS.items()]
    asked = _("Wat is deze persoon van {name}").format(name=full(card.name))
    form.field("relation", asked, ChipsField(kinds, kinds[0][0]))
    parents = frozenset({PersonKind.GUARDIAN})
    search = PersonField(desk, kinds=parents, placeholder=_("typ de naam van een ouder die er al in staat"))
    known = form.field("known", _("Ook ouder van een ander kind op school"), search)
    before = set(form.rows)
    _person_fields(form, None)
    typed = [form.rows[name] for name in form.rows.keys() - before]
    known.changed.connect(lambda: _show(typed, known.value() is None))
    form.section(_("Ouderlijk gezag"))
    form.field("authority", "", ChipsField(_authorities(), Authority.ASSUMED))
    form.field("source", _("Waaruit blijkt dat"), TextField(placeholder=_("gezagsregister, beschikking, formulier")))

    def save(values: dict[str, Any]) -> int:
        return _add_guardian(desk, card, values)

    return FormSheet(_("Ouder of verzorger toevoegen"), form, _("Toevoegen"), save, done, width=640, scrolls=True)


def _show(rows: Sequence[QWidget], shown: bool) -> None:
    for made in rows:
        made.setVisible(shown)


def _add_guardian(desk: Desk, card: PupilCard, values: dict[str, Any]) -> int:
    people, known, authority = desk.meldboek.people, values["known"], Authority(values["authority"])
    if any(line.id == known for line in card.guardians):
        raise Invalid("known", "people.guardian_already")
    guardian = NewGuardian(
        relation=RelationKind(values["relation"]),
        authority=authority,
        since=None if authority is Authority.ASSUMED else desk.meldboek.clock.today(),
        source=values["source"],
        **_person(values),
    )
    return people.add_guardian(card.id, guardian) if known is None else people.join_guardian(card.id, known, guardian)


def change_guardian_sheet(desk: Desk, line: GuardianLine, done: Done) -> FormSheet:
    """Change name, address and ways to reach a guardian, for all the children at once."""
    form = Form(desk)
    _person_fields(form, line)
    form.add(label(_("Dit geldt voor alle kinderen van deze ouder. Gezag wijzigt u per kind."), "quiet", wrap=True))

    def save(values: dict[str, Any]) -> None:
        desk.meldboek.people.change_guardian(line.id, NewGuardian(**_person(values)))

    return FormSheet(_("Gegevens wijzigen"), form, _("Bewaren"), save, done, width=620)


def employee_sheet(desk: Desk, line: EmployeeLine | None, done: Done) -> FormSheet:
    """Add someone who works at the school, or change that."""
    people, clock = desk.meldboek.people, desk.meldboek.clock
    form = Form(desk)
    name_fields(form, line.name if line else NOBODY)
    titles = [(title, _(word)) for title, word in words.TITLES.items()]
    form.field("title", _("Aanspreken als"), ChipsField(titles, line.title if line else titles[-1][0]))
    form.field("job_title", _("Functie"), TextField(line.job_title if line else "", placeholder=_("leerkracht")))
    tasks = [(kind, _(word)) for kind, word in words.TASKS.items()]
    task = line.task_kind if line else TaskKind.EMPLOYED
    form.field("task_kind", _("Verband"), ChoiceField(tasks, task), beside=True)
    form.field("email", _("E-mail"), TextField(line.email if line else ""))
    form.field("phone", _("Telefoon"), TextField(line.phone if line else ""), beside=True)
    form.field("start_date", _("Vanaf"), DateField(clock, line.start_date if line else None))
    form.field("end_date", _("Tot en met"), DateField(clock, line.end_date if line else None), beside=True)

    def save(values: dict[str, Any]) -> int:
        employee = NewEmployee(name=take_name(values), **values)
        if line is None:
            return people.add_employee(employee)
        people.change_employee(line.id, employee)
        return line.id

    title = _("Gegevens wijzigen") if line else _("Medewerker toevoegen")
    return FormSheet(title, form, _("Bewaren") if line else _("Toevoegen"), save, done, width=620)


def authority_sheet(desk: Desk, card: PupilCard, line: GuardianLine, done: Done) -> FormSheet:
    """State what authority a guardian has."""
    clock = desk.meldboek.clock
    form = Form(desk)
    form.add(
        label(
            _("{guardian}, {relation} van {pupil}").format(
                guardian=full(line.name), relation=_(words.RELATIONS[line.relation]), pupil=full(card.name)
            ),
            "quiet",
            wrap=True,
        )
    )
    asked = Authority.YES if line.authority is Authority.ASSUMED else line.authority
    form.field("authority", _("Ouderlijk gezag"), ChipsField(_authorities(), asked))
    form.field("since", _("Vanaf"), DateField(clock, clock.today()), _("Wat eerder gold, blijft bewaard."))
    form.field("source", _("Waaruit blijkt dat"), _source_field())

    def save(values: dict[str, Any]) -> None:
        authority = Authority(values["authority"])
        desk.meldboek.people.set_authority(line.relation_id, authority, values["since"], values["source"])

    return FormSheet(_("Gezag vastleggen"), form, _("Vastleggen"), save, done)


def _authorities() -> list[tuple[Authority, str]]:
    return [
        (Authority.YES, _("heeft gezag")),
        (Authority.NO, _("heeft geen gezag")),
        (Authority.ASSUMED, _("nog niet bekend")),
    ]


def _source_field() -> TextField:
    return TextField(placeholder=_("gezagsregister, beschikking, formulier"))


def name_fields(form: Form, name: PersonName) -> None:
    """Ask the name."""
    form.field("first_name", _("Roepnaam"), TextField(name.first_name or name.initials), share=3)
    form.field("infix", _("Tussenvoegsel"), TextField(name.infix), beside=True, share=2)
    form.field("surname", _("Achternaam"), TextField(name.surname), beside=True, share=4)


def address_fields(form: Form, address: Address) -> None:
    """Ask the address."""
    form.field("street", _("Straat"), TextField(address.street), share=3)
    form.field("house_number", _("Nummer"), TextField(address.number), beside=True, share=1)
    form.field("postcode", _("Postcode"), TextField(address.postcode), share=1)
    form.field("city", _("Plaats"), TextField(address.city), beside=True, share=3)


def _person_fields(form: Form, line: GuardianLine | None) -> None:
    name_fields(form, line.name if line else NOBODY)
    titles = [(title, _(word)) for title, word in words.TITLES.items()]
    form.field("email", _("E-mail"), TextField(line.email if line else ""), share=3)
    form.field("phone", _("Telefoon"), TextField(line.phone if line else ""), beside=True, share=2)
    form.field(
        "title", _("Aanspreken als"), ChoiceField(titles, line.title if line else Title.NEUTRAL), beside=True, share=2
    )
    address_fields(form, line.address if line else Address())


def _person(values: Mapping[str, Any]) -> dict[str, Any]:
    left = dict(values)
    kept = {"name": take_name(left), "address": take_address(left)}
    return kept | {key: left[key] for key in ("title", "email", "phone")}


def take_name(values: dict[str, Any]) -> PersonName:
    """The name out of what was typed."""
    return PersonName(values.pop("first_name"), values.pop("infix"), values.pop("surname"))


def take_address(values: dict[str, Any]) -> Address:
    """The address out of what was typed."""
    street, number = values.pop("street"), values.pop("house_number")
    return Address(street, number, values.pop("postcode"), values.pop("city"))

"""People as a workbook: the user says who and what goes along, and is told that the file has no lock."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from app.kernel.texts import N_, _
from app.people.export import PARTS, USUAL, Part, people_workbook
from app.people.rules import EmployeeLine, PersonKind, PupilCard
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.saving import save_workbook

Found = tuple[tuple[PupilCard, ...], tuple[EmployeeLine, ...]]
_WHO = {PersonKind.PUPIL: N_("leerlingen"), PersonKind.EMPLOYEE: N_("medewerkers")}


def export_sheet(desk: Desk, owner: QObject, groups: tuple[str, ...], group: str, kind: PersonKind) -> FormSheet:
    """Ask who and what goes into the workbook, then where it goes."""
    form = Form(desk)
    who = PersonKind.EMPLOYEE if kind is PersonKind.EMPLOYEE else PersonKind.PUPIL
    form.field("who", _("Wie"), ChipsField([(each, _(word)) for each, word in _WHO.items()], (who,), many=True))
    options = [(each, _("Groep {group}").format(group=each)) for each in groups]
    form.field("group", _("Van welke groep"), ChoiceField(options, group or None, blank=_("Hele school")))
    parts = ChipsField([(part, _(word)) for part, word in PARTS.items()], USUAL, many=True)
    form.field("parts", _("Wat er van leerlingen in komt"), parts, _("Naam en leerlingnummer staan er altijd in."))
    told = _("In dit bestand staan persoonsgegevens zonder slot. Bewaar het bij de school en gooi het weg na gebruik.")
    form.add(Notice("warn", "", told))

    def asked(values: dict[str, Any]) -> None:
        pupils, employees = (each in values["who"] for each in _WHO)
        wanted = tuple(Part(part) for part in values["parts"])
        save_workbook(
            desk,
            owner,
            _file_name(str(values["group"] or ""), employees and not pupils),
            _("Personen exporteren"),
            lambda: _read(desk, values["group"], pupils, employees),
            lambda found: people_workbook(*found, wanted),
        )

    return FormSheet(_("Personen exporteren"), form, _("Exporteren"), lambda values: values, asked, width=600)


def _read(desk: Desk, group: str | None, pupils: bool, employees: bool) -> Found:
    people = desk.meldboek.people
    cards = people.enrolled() if pupils else ()
    people.note_export(group or "")
    return tuple(card for card in cards if group in (None, card.group)), people.employees() if employees else ()


def _file_name(group: str, only_employees: bool) -> str:
    if only_employees:
        return _("medewerkers.xlsx")
    safe = group.replace("/", "-").replace(" ", "-")
    return _("groep-{group}.xlsx").format(group=safe) if group else _("personen.xlsx")

"""The button "Meer" of a case: all that can be done with it and has no button of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.kernel.texts import _
from ui.cases.case_view import CaseView
from ui.kit.buttons import icon_button

Act = tuple[str, Callable[[], None]]
Group = tuple[str, list[Act]]


def more_button(view: CaseView) -> QPushButton:
    """A button that opens the menu of the case that is shown."""
    made = icon_button("ellipsis", _("Meer"), lambda: _pop_up(view, made))
    return made


def groups(view: CaseView) -> list[Group]:
    """What the menu offers, what belongs together under one word; a group never is empty."""
    if view.lines is None or not view.lines.card.is_open:
        return [(_("Zaak"), _closed(view))] if view.leads() else []
    course: list[Act] = [
        (_("Naar een andere fase"), view.move_to),
        (_("Zaak wacht op"), view.wait),
        (_("Taak toevoegen"), view.add_task),
        (_("Evaluatie plannen"), view.plan_evaluation),
    ]
    people: list[Act] = [(_("Persoon toevoegen"), view.involve), (_("Ouders inlichten"), view.inform)]
    beside: list[Act] = [
        (_("Doorverwijzen"), view.refer),
        (_("Preventie vastleggen"), view.prevent),
        (_("Zaak koppelen"), view.link),
        (_("Eigen velden"), view.fill_own),
    ]
    if not view.leads():
        return [(_("Verloop"), course), (_("Personen"), people), (_("Erbij"), beside)]
    return [
        (_("Verloop"), [(_("Melding beoordelen"), view.triage), *course, (_("Zaak afsluiten"), view.close_case)]),
        (_("Personen"), [*people, (_("Bescherming van de melder"), view.shield)]),
        (_("Erbij"), [*_outside(view), *beside]),
        (_("Wie de zaak ziet"), view.readers()),
    ]


def _outside(view: CaseView) -> list[Act]:
    return [
        (_("Inspecteur bellen"), view.call_inspector),
        (_("Politie"), view.police),
        (_("Klacht"), view.complain),
    ]


def _closed(view: CaseView) -> list[Act]:
    lies_there = view.lines is not None and view.lines.card.archived_at is not None
    archive = _("Uit het archief halen") if lies_there else _("Naar het archief")
    return [(archive, view.archive), (_("Zaak heropenen"), view.reopen)]


def menu_of(view: CaseView, parent: QWidget) -> QMenu:
    """The menu itself: what belongs together under a word that cannot be chosen."""
    menu = QMenu(parent)
    for at, (heading, acts) in enumerate(groups(view)):
        if at:
            menu.addSeparator()
        menu.addAction(heading).setEnabled(False)
        for text, slot in acts:
            menu.addAction(text).triggered.connect(lambda _on=False, do=slot: do())
    return menu


def _pop_up(view: CaseView, below: QPushButton) -> None:
    menu_of(view, below).popup(below.mapToGlobal(below.rect().bottomLeft()))

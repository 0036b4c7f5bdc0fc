"""The button "Meer" of a case: all that can be done with it and has no button of its own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from app.kernel.texts import _
from ui.cases.case_view import CaseView
from ui.kit.buttons import icon_button

Act = tuple[str, Callable[[], None]]


def more_button(view: CaseView) -> QPushButton:
    """A button that opens the menu of the case that is shown."""
    made = icon_button("ellipsis", _("Meer"), lambda: _pop_up(view, made))
    return made


def acts(view: CaseView) -> list[Act]:
    """The words of the menu and what each does."""
    leads = bool(view.leading())
    if view.lines is None or not view.lines.card.is_open:
        return _closed(view) if leads else []
    return [
        *([(_("Melding beoordelen"), view.triage)] if leads else []),
        (_("Persoon toevoegen"), view.involve),
        (_("Ouders inlichten"), view.inform),
        (_("Taak toevoegen"), view.add_task),
        (_("Evaluatie plannen"), view.plan_evaluation),
        (_("Naar een andere fase"), view.move_to),
        (_("Zaak wacht op"), view.wait),
        (_("Doorverwijzen"), view.refer),
        (_("Eigen velden"), view.fill_own),
        (_("Zaak koppelen"), view.link),
        *view.leading(),
        *([(_("Zaak afsluiten"), view.close_case)] if leads else []),
    ]


def _closed(view: CaseView) -> list[Act]:
    lies_there = view.lines is not None and view.lines.card.archived_at is not None
    archive = _("Uit het archief halen") if lies_there else _("Naar het archief")
    return [(archive, view.archive), (_("Zaak heropenen"), view.reopen)]


def _pop_up(view: CaseView, below: QPushButton) -> None:
    menu = QMenu(below)
    for text, slot in acts(view):
        action = QAction(text, menu)
        action.triggered.connect(lambda _on=False, do=slot: do())
        menu.addAction(action)
    menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

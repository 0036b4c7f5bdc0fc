"""The button "Meer" of a case, as who uses it chooses from it."""

from __future__ import annotations

from ui.cases.case_menu import menu_of
from ui.cases.case_view import CaseView


def words(view: CaseView) -> list[str]:
    """All that can be chosen, from above to below."""
    return [action.text() for action in menu_of(view, view).actions() if action.isEnabled() and action.text()]


def chosen(view: CaseView, text: str) -> None:
    """Choose this from the menu."""
    found = [action for action in menu_of(view, view).actions() if action.isEnabled() and action.text() == text]
    assert len(found) == 1, words(view)
    found[0].trigger()

"""The states of Brieven that are drawn for the manual and the checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ui.kit.desk import Desk
from ui.kit.page import Picture
from ui.kit.table_export import export_shown
from ui.letters.lists import DRAFTS, POSTED, SENT, TEMPLATES, TRAY


def pictures(desk: Desk) -> tuple[Picture, ...]:
    """The lists with a letter beside them and what is asked; a role has only the lists that it sees."""
    user = desk.meldboek.user
    found = [Picture("letters_tray", at(TRAY)), Picture("letters_posted", at(POSTED))]
    found += [Picture("letters_tray_sent", at(TRAY, "record_sent")), Picture("letters_merge", at(TRAY, "merge"))]
    found += [Picture("letters_export", exported)]
    if user.role.holds_casework:
        found = [Picture("letters", at(SENT)), Picture("letters_draft", at(DRAFTS)), *found]
        found += [Picture("letters_new", at(DRAFTS, "new_letter"))]
    if user.role.leads:
        found += [Picture("letters_templates", at(TEMPLATES)), Picture("letters_template", at(TEMPLATES, "edit"))]
        found += [Picture("letters_versions", at(TEMPLATES, "show_versions"))]
        found += [Picture("letters_finalise", at(DRAFTS, "finalise"))]
    return tuple(found)


def at(which: str, act: str = "") -> Callable[[Any], object]:
    """The first of a list, and what is done with it."""

    def show(page: Any) -> None:
        page.open_first(which)
        if act:
            getattr(page, act)()

    return show


def exported(page: Any) -> None:
    """Which columns of the list go along."""
    page.open_first(TRAY)
    export_shown(page)

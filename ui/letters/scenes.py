"""The states of Brieven that are drawn for the manual and the checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from app.kernel.findings import Finding, Severity
from app.letters.rules import blank
from ui.kit.desk import Desk
from ui.kit.page import Picture
from ui.kit.table_export import export_shown
from ui.letters.finalise_sheet import finalise_sheet
from ui.letters.lists import DRAFTS, POSTED, SENT, TEMPLATES, TRAY


def pictures(desk: Desk) -> tuple[Picture, ...]:
    """The lists with a letter beside them and what is asked; a role has only the lists that it sees."""
    user = desk.meldboek.user
    found = [Picture("letters_tray", at(TRAY)), Picture("letters_posted", at(POSTED))]
    found += [Picture("letters_tray_sent", at(TRAY, "record_sent")), Picture("letters_merge", at(TRAY, "merge"))]
    found += [Picture("letters_export", exported), Picture("letters_posted_correct", at(POSTED, "correct_sent"))]
    if user.role.holds_casework:
        found = [Picture("letters", at(SENT)), Picture("letters_draft", at(DRAFTS)), *found]
        found += [Picture("letters_new", at(DRAFTS, "new_letter")), Picture("letters_edit", at(DRAFTS, "edit"))]
        found += [Picture("letters_unfinished", unfinished)]
    if user.role.leads:
        found += [Picture("letters_templates", at(TEMPLATES)), Picture("letters_template", at(TEMPLATES, "edit"))]
        found += [Picture("letters_versions", at(TEMPLATES, "show_versions"))]
        found += [Picture("letters_finalise", at(DRAFTS, "finalise")), Picture("letters_finalise_warned", warned)]
    return tuple(found)


def at(which: str, act: str = "") -> Callable[[Any], object]:
    """The first of a list, and what is done with it."""

    def show(page: Any) -> None:
        page.open_first(which)
        if act:
            getattr(page, act)()

    return show


def unfinished(page: Any) -> None:
    """A draft of which every compulsory part is gone or open, while somebody edits it."""
    page.open_first(DRAFTS)
    page.edit()
    first, *others = page.editor.letter.parts
    page.editor.text.set_value(f"[{first}]\n{blank(others[0])}")


def exported(page: Any) -> None:
    """Which columns of the list go along."""
    page.open_first(TRAY)
    export_shown(page)


def warned(page: Any) -> None:
    """Why a letter that names somebody else goes as it is."""
    page.open_first(DRAFTS)
    letters = page.desk.meldboek.casework.letters
    found = Finding("letters.other_name", Severity.WARN, values={"names": "Daan"})
    card = replace(letters.letter(page.tables[DRAFTS].selected.id), findings=(found,))
    page.desk.dialogs.open(finalise_sheet(page.desk, page, letters, card, page.reload))

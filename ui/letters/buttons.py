"""The buttons of Brieven, and which of them fit what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.kernel.texts import _
from app.letters.lines import LetterCard
from app.letters.rules import Delivery

if TYPE_CHECKING:
    from ui.letters.page import LettersPage


def make_buttons(page: LettersPage) -> Mapping[str, QPushButton]:
    """All buttons in their order; at most one primary one is shown at a time."""
    add = page.header.add_button
    return {
        "discard": add(_("Weggooien"), "trash-2", page.discard),
        "save": add(_("PDF opslaan"), "download", page.save),
        "print": add(_("Afdrukken"), "printer", page.print_out),
        "new": add(_("Nieuwe brief"), "plus", page.new_letter),
        "correct": add(_("Vervangen"), "file-pen", page.correct),
        "edit": add(_("Bewerken"), "pencil", page.edit),
        "sent": add(_("Verstuurd"), "send", page.record_sent, primary=True),
        "finalise": add(_("Vaststellen"), "file-check", page.finalise, primary=True),
        "cancel": add(_("Annuleren"), "", page.cancel_edit),
        "keep": add(_("Bewaren"), "check", page.keep_edit, primary=True),
    }


def wanted(card: LetterCard | None, *, in_tray: bool, may_write: bool, may_finalise: bool) -> frozenset[str]:
    """The buttons for a chosen letter, a letter in the tray, or nothing."""
    names = {"new"} if may_write and not in_tray else set()
    if in_tray:
        return frozenset(names | {"save", "print", "sent"})
    if card is None:
        return frozenset(names)
    if not card.is_final:
        return frozenset(names | {"discard", "save", "edit"} | ({"finalise"} if may_finalise else set()))
    names |= {"save", "print", "correct"}
    waits = card.sent_at is None and card.delivery is Delivery.MYSELF
    return frozenset(names | ({"sent"} if waits else set()))

"""The buttons of Brieven, and which of them fit what is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.kernel.findings import blocks
from app.kernel.texts import _
from app.letters.lines import LetterCard
from app.letters.rules import Delivery
from app.letters.templates.catalogue import ENGLISH, has_english
from app.sentences import title

if TYPE_CHECKING:
    from ui.letters.page import LettersPage


def make_buttons(page: LettersPage) -> Mapping[str, QPushButton]:
    """All buttons in their order; at most one primary one is shown at a time."""
    add = page.header.add_button
    return {
        "discard": add(_("Weggooien"), "trash-2", page.discard),
        "reset": add(_("Meegeleverde tekst"), "undo-2", page.reset_template),
        "versions": add(_("Versies"), "history", page.show_versions),
        "all": add(_("Alles kiezen"), "list-checks", page.choose_all),
        "labels": add(_("Etiketten"), "tag", page.save_labels),
        "word": add(_("Word"), "file-text", page.save_word),
        "save": add(_("PDF opslaan"), "download", page.save),
        "print": add(_("Afdrukken"), "printer", page.print_out),
        "merge": add(_("Brief aan ouders"), "users", page.merge),
        "new": add(_("Nieuwe brief"), "plus", page.new_letter),
        "english": add(_("In het Engels"), "file-text", page.write_english),
        "returned": add(_("Teruggekomen"), "undo-2", page.record_returned),
        "correct": add(_("Vervangen"), "file-pen", page.correct),
        "edit": add(_("Bewerken"), "pencil", page.edit),
        "sent": add(_("Verstuurd"), "send", page.record_sent, primary=True),
        "finalise": add(_("Vaststellen"), "file-check", page.finalise, primary=True),
        "cancel": add(_("Annuleren"), "", page.cancel_edit),
        "keep": add(_("Bewaren"), "check", page.keep_edit, primary=True),
    }


def tip(card: LetterCard | None) -> str:
    """Why the chosen draft cannot be made final yet; empty when it can. An address matters only to the tray."""
    stops = blocks(card.findings) if card is not None else ()
    return title(stops[0]) if any(one.code != "letters.no_address" for one in stops) else ""


def wanted(card: LetterCard | None, *, may_write: bool, may_finalise: bool) -> frozenset[str]:
    """The buttons for a chosen letter, or for nothing."""
    names = {"new"} if may_write else set()
    if card is None:
        return frozenset(names)
    if may_write and card.language != ENGLISH and has_english(card.template):
        names.add("english")
    if not card.is_final:
        return frozenset(names | {"discard", "save", "edit"} | ({"finalise"} if may_finalise else set()))
    names = {"save", "word", "print", "correct"} | names - {"new"}
    waits = card.sent_at is None and card.delivery is Delivery.MYSELF
    if card.sent_at is not None and may_finalise:
        names.add("returned")
    return frozenset(names | ({"sent"} if waits and may_finalise else set()))


def wanted_in_tray(chosen: int, *, is_posted: bool) -> frozenset[str]:
    """The buttons for what is chosen in the tray, or among what left it."""
    if not chosen:
        return frozenset() if is_posted else frozenset({"merge", "all"})
    if is_posted:
        return frozenset({"returned"} if chosen == 1 else set())
    return frozenset({"merge", "all", "print", "labels", "sent"} | ({"save"} if chosen == 1 else set()))


def wanted_of_template(version: int | None) -> frozenset[str]:
    """The buttons for a template; None is no template, 0 the shipped text."""
    if version is None:
        return frozenset()
    return frozenset({"edit", "versions"} | ({"reset"} if version else set()))

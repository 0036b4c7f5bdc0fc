"""The buttons of Brieven, and which of them fit what is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app.kernel.findings import blocks
from app.kernel.texts import _
from app.letters.lines import LetterCard, TrayLine
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
        "sent_unprinted": add(_("Verstuurd"), "send", page.record_sent),
        "merge": add(_("Brief aan ouders"), "users", page.merge),
        "new": add(_("Nieuwe brief"), "plus", page.new_letter),
        "english": add(_("In het Engels"), "file-text", page.write_english),
        "returned": add(_("Teruggekomen"), "undo-2", page.record_returned),
        "correct": add(_("Vervangen"), "file-pen", page.correct),
        "edit": add(_("Bewerken"), "pencil", page.edit),
        "correct_sent": add(_("Verzending verbeteren"), "pencil", page.correct_sent),
        "print_first": add(_("Afdrukken"), "printer", page.print_out, primary=True),
        "sent": add(_("Verstuurd"), "send", page.record_sent, primary=True),
        "finalise": add(_("Vaststellen"), "file-check", page.finalise, primary=True),
        "original": add(_("Oorspronkelijke tekst"), "undo-2", page.put_original),
        "cancel": add(_("Annuleren"), "", page.cancel_edit),
        "keep": add(_("Bewaren"), "check", page.keep_edit, primary=True),
    }


def tip(card: LetterCard | None) -> str:
    """Why the chosen draft cannot be made final yet; empty when it can. An address matters only to the tray."""
    stops = blocks(card.findings) if card is not None else ()
    return title(stops[0]) if any(one.code != "letters.no_address" for one in stops) else ""


def wanted(card: LetterCard | None, *, may_write: bool, may_finalise: bool) -> frozenset[str]:
    """The buttons that can be used for a chosen letter, or for nothing."""
    names = {"new"} if may_write else set()
    if card is None:
        return frozenset(names)
    if may_write and card.language != ENGLISH and has_english(card.template):
        names.add("english")
    if not card.is_final:
        return frozenset(names | {"discard", "save", "edit"} | ({"finalise"} if may_finalise else set()))
    names = {"save", "word", "print", "correct"} | names - {"new"}
    return frozenset(names | (_of_sending(card) if may_finalise else set()))


def _of_sending(card: LetterCard) -> set[str]:
    """What can be told of how a final letter leaves; the tray tells it of what lies there."""
    is_mine = card.delivery is Delivery.MYSELF
    if card.sent_at is None:
        return {"sent"} if is_mine else set()
    return {"returned", "correct_sent"} if is_mine else {"returned"}


def in_place(*, is_final: bool, may_finalise: bool) -> frozenset[str]:
    """The buttons that stand above a list of letters whatever is chosen, so that the list stays where it is."""
    if is_final:
        return frozenset({"save", "word", "print", "english", "correct"})
    return frozenset({"new", "discard", "save", "english", "edit"} | ({"finalise"} if may_finalise else set()))


def wanted_in_tray(lines: Sequence[TrayLine], *, is_posted: bool) -> frozenset[str]:
    """The buttons that can be used for what is chosen in the tray, or among what left it."""
    if is_posted:
        return frozenset({"returned", "correct_sent"} if len(lines) == 1 else set())
    if not lines:
        return frozenset({"merge", "all"})
    return frozenset({"merge", "all", "labels", *_print_and_send(lines)} | ({"save"} if len(lines) == 1 else set()))


def in_place_of_tray(lines: Sequence[TrayLine], *, is_posted: bool) -> frozenset[str]:
    """The buttons that stand above the tray, or above what left it, whatever is chosen."""
    if is_posted:
        return frozenset({"returned", "correct_sent"})
    return frozenset({"merge", "all", "labels", "save", *_print_and_send(lines)})


def _print_and_send(lines: Sequence[TrayLine]) -> tuple[str, str]:
    """First a letter is printed, then it is sent: the next step is the primary one."""
    is_printed = bool(lines) and all(line.printed_at is not None for line in lines)
    return ("print", "sent") if is_printed else ("sent_unprinted", "print_first")


def wanted_of_template(version: int | None) -> frozenset[str]:
    """The buttons for a template; None is no template, 0 the shipped text."""
    if version is None:
        return frozenset()
    return frozenset({"edit", "versions"} | ({"reset"} if version else set()))

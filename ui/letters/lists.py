"""The three lists of Brieven: drafts, the print tray, and final letters."""

from __future__ import annotations

from collections.abc import Sequence

from app.cases.rules import short_number
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import short_date, weekday_date
from app.kernel.texts import N_, _, ngettext
from app.letters.lines import LetterLine, TrayLine
from app.letters.rules import Delivery, Returned, Sending
from app.letters.templates.wordings import WordingLine
from app.letters.texts import return_word, sending_word
from ui.kit.empty import EmptyState
from ui.kit.table import Column, Table
from ui.kit.tag import TagText

DRAFTS, TRAY, SENT, POSTED, TEMPLATES = "drafts", "tray", "sent", "posted", "templates"
LABELS = {
    DRAFTS: N_("Concepten"),
    TRAY: N_("Printbak"),
    SENT: N_("Vastgesteld"),
    POSTED: N_("Verwerkt"),
    TEMPLATES: N_("Sjablonen"),
}
_LANGUAGES = {"nl": N_("Nederlands"), "en": N_("Engels")}


def letters_table(name: str, empty: EmptyState) -> Table:
    """Letters with addressee, case, day and state."""
    columns = (
        Column(_("Brief"), strong=lambda line: line.subject, detail=_to_and_case),
        Column(_("Datum"), _day, 104, sort=lambda line: line.finalised_at or line.created_at),
        Column(_("Stand"), width=172, tag=letter_tag),
    )
    return Table(columns, empty=empty, name=name)


def _to_and_case(line: LetterLine) -> str:
    return " · ".join(part for part in (line.addressee, short_number(line.case_number)) if part)


def tray_table() -> Table:
    """Letters that are ready: to whom and how, nothing else."""
    columns = (
        Column(_("Aan"), strong=lambda line: line.addressee, detail=_batch_and_place),
        Column(
            _("Klaar sinds"),
            lambda line: weekday_date(line.placed_at.astimezone(AMSTERDAM).date()),
            96,
            sort=lambda line: line.placed_at,
            only_in_sheet=(Column(_("Bladzijden"), lambda line: str(line.pages)),),
        ),
        Column(_("Hoe"), width=174, tag=tray_tag),
    )
    text = _("Brieven die de directeur heeft vastgesteld, komen hier te liggen om te printen en te versturen.")
    return Table(columns, empty=EmptyState("printer", _("De printbak is leeg"), text), name=_("Printbak"), many=True)


def posted_table() -> Table:
    """Letters that left through the tray: to whom, when, how, and what came back."""
    columns = (
        Column(_("Aan"), strong=lambda line: line.addressee, detail=_batch_and_place),
        Column(_("Weg op"), _left_on, 96, sort=lambda line: line.posted_at),
        Column(_("Hoe"), width=172, tag=tray_tag),
    )
    text = _("Wat u uit de printbak hebt verstuurd, blijft hier staan zonder de brief zelf.")
    return Table(columns, empty=EmptyState("send", _("Nog niets verstuurd"), text), name=_("Verwerkt"))


def templates_table() -> Table:
    """The templates in every language, and which the school rewrote."""
    columns = (
        Column(_("Brief"), strong=lambda line: line.name, detail=lambda line: _(_LANGUAGES[line.language])),
        Column(_("Tekst"), width=150, tag=_template_tag),
    )
    return Table(columns, empty=EmptyState("file-text", _("Geen sjablonen"), ""), name=_("Sjablonen"))


def _template_tag(line: WordingLine) -> TagText:
    if line.version:
        return TagText(_("eigen tekst {version}").format(version=line.version), "accent", "pencil")
    return TagText(_("meegeleverd"), "neutral", "")


def _batch_and_place(line: TrayLine) -> str:
    return " · ".join(part for part in (line.batch, line.place) if part)


def _left_on(line: TrayLine) -> str:
    return weekday_date(line.posted_at.astimezone(AMSTERDAM).date()) if line.posted_at else ""


def letter_tag(line: LetterLine) -> TagText:
    """Where a letter is."""
    if not line.is_final:
        return TagText(_("concept"), "neutral", "pencil")
    if line.returned is Returned.UNDELIVERABLE:
        return TagText(return_word(line.returned), "danger", "undo-2")
    if line.sent_at is not None and line.sending is not None:
        return TagText(sending_word(line.sending), "ok", "check")
    if line.delivery is Delivery.TRAY:
        return TagText(_("in de printbak"), "info", "printer")
    return TagText(_("zelf afdrukken"), "warn", "printer")


def tray_tag(line: TrayLine) -> TagText:
    """How a letter must go, or went, or that it came back."""
    if line.returned is not None:
        is_lost = line.returned is Returned.UNDELIVERABLE
        return TagText(return_word(line.returned), "danger" if is_lost else "ok", "undo-2" if is_lost else "check")
    if line.sending is not None:
        return TagText(sending_word(line.sending), "ok", "check")
    if line.printed_at is not None:
        word = _("afgedrukt, aangetekend") if line.is_registered else _("afgedrukt")
        return TagText(word, "info", "printer")
    if line.is_registered:
        return TagText(_("aangetekend"), "warn", "mail")
    return TagText(_("gewone post"), "neutral", "mail")


def sending_options() -> Sequence[tuple[Sending, str]]:
    """The ways in which a letter can leave the school."""
    return tuple((sending, sending_word(sending)) for sending in Sending)


def summary(drafts: int, waiting: int) -> str:
    """The line under the title of the page."""
    parts = (
        ngettext("{n} concept", "{n} concepten", drafts) if drafts else "",
        ngettext("{n} brief in de printbak", "{n} brieven in de printbak", waiting) if waiting else "",
    )
    return " · ".join(part for part in parts if part)


def no_drafts() -> EmptyState:
    """What stands in the list of drafts while there is none."""
    text = _("Maak een brief bij een maatregel of een zaak. Het concept komt dan hier te staan.")
    return EmptyState("file-pen", _("Geen concepten"), text)


def no_letters() -> EmptyState:
    """What stands in the list of final letters while there is none."""
    text = _("Vastgestelde brieven blijven hier staan, zoals ze zijn verstuurd.")
    return EmptyState("mail", _("Nog geen brieven"), text)


def _day(line: LetterLine) -> str:
    return short_date((line.finalised_at or line.created_at).astimezone(AMSTERDAM).date())

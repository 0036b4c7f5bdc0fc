"""What is asked when a letter left the school: how, and on which day; and saying that better later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from app.kernel.texts import _, ngettext
from app.letters.lines import LetterCard, TrayLine
from app.letters.rules import Sending, names_in_text
from app.letters.service import Letters
from app.letters.tray import posting
from ui.kit.chips_field import ChipsField
from ui.kit.date_fields import DateField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.letters.lists import sending_options

Undo = Callable[[], None] | None  # lays letters back in the tray


def sent_sheet(desk: Desk, what: LetterCard | TrayLine, done: Callable[[Undo], object]) -> FormSheet:
    """Ask how and on which day a letter left the school."""
    form = Form(desk)
    if isinstance(what, TrayLine) and what.printed_at is None:
        _warn_unprinted(form, 1)
    chosen = Sending.REGISTERED if what.is_registered else Sending.POST
    _ask_how(form, desk, chosen, "", desk.meldboek.clock.today())
    tray, letters = desk.meldboek.tray, _letters(desk)

    def save(values: dict[str, Any]) -> Undo:
        sending, proof, on = values["sending"], values["proof"], values["on"]
        if isinstance(what, TrayLine):
            return posting.post(tray, letters, (what.id,), sending, proof, on)
        if letters is not None:
            letters.mark_sent(what.id, sending, on, proof)
        return None

    name = names_in_text(what.addressee)
    return FormSheet(_("Verstuurd aan {name}").format(name=name), form, _("Vastleggen"), save, done)


def sent_all_sheet(desk: Desk, lines: Sequence[TrayLine], done: Callable[[Undo], object]) -> FormSheet:
    """Ask how and on which day several letters of the tray left the school."""
    form = Form(desk)
    unprinted = sum(line.printed_at is None for line in lines)
    if unprinted:
        _warn_unprinted(form, unprinted)
    options = [(way, word) for way, word in sending_options() if way is not Sending.REGISTERED]
    form.field("sending", _("Hoe zijn de brieven weggegaan?"), ChipsField(options, Sending.POST))
    _ask_day(form, desk, desk.meldboek.clock.today())
    form.add(label(_("Een aangetekende brief legt u apart vast, met zijn nummer."), "quiet", wrap=True))
    tray, letters = desk.meldboek.tray, _letters(desk)

    def save(values: dict[str, Any]) -> Undo:
        return posting.post(tray, letters, [line.id for line in lines], values["sending"], on=values["on"])

    title = ngettext("{n} brief verstuurd", "{n} brieven verstuurd", len(lines))
    return FormSheet(title, form, _("Vastleggen"), save, done)


def correct_sheet(desk: Desk, what: LetterCard | TrayLine, done: Callable[[], object]) -> FormSheet:
    """Ask again how and on which day a letter left; what was said first stays in the case and in the log."""
    form = Form(desk)
    left = what.posted_at if isinstance(what, TrayLine) else what.sent_at
    day = left.date() if left is not None else desk.meldboek.clock.today()
    _ask_how(form, desk, what.sending or Sending.POST, what.proof, day)
    told = _("Een termijn voor bezwaar of beroep telt daarna vanaf de nieuwe dag. Het logboek onthoudt de verbetering.")
    form.add(label(told, "quiet", wrap=True))
    tray, letters = desk.meldboek.tray, _letters(desk)

    def save(values: dict[str, Any]) -> None:
        sending, proof, on = values["sending"], values["proof"], values["on"]
        if isinstance(what, TrayLine):
            posting.correct(tray, letters, what.id, sending, proof, on)
        elif letters is not None:
            letters.mark_sent(what.id, sending, on, proof)

    title = _("Verzending aan {name} verbeteren").format(name=names_in_text(what.addressee))
    return FormSheet(title, form, _("Verbeteren"), save, lambda _none: done())


def _ask_how(form: Form, desk: Desk, sending: Sending, proof: str, day: date) -> None:
    form.field("sending", _("Hoe is de brief weggegaan?"), ChipsField(sending_options(), sending))
    _ask_day(form, desk, day)
    hint = _("Bij een aangetekende brief: het nummer van het stuk.")
    form.field("proof", _("Bewijs of opmerking"), TextField(proof), hint)


def _ask_day(form: Form, desk: Desk, day: date) -> None:
    hint = _("De dag op de post of in de hand, niet de dag waarop u dit vastlegt.")
    form.field("on", _("Op welke dag?"), DateField(desk.meldboek.clock, day, past=True), hint)
    form.need("on", _("Kies de dag waarop de brief wegging."))


def _warn_unprinted(form: Form, count: int) -> None:
    said = ngettext("{n} brief is nog niet afgedrukt", "{n} brieven zijn nog niet afgedrukt", count)
    text = _("Meldboek heeft het afdrukken niet gezien. Na het vastleggen is de brief zelf weg uit de printbak.")
    form.add(Notice("warn", said, text))


def _letters(desk: Desk) -> Letters | None:
    return desk.meldboek.casework.letters if desk.meldboek.casework else None

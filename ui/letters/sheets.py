"""What Brieven asks: how a letter goes, how it went, and what a new letter is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from app.kernel.findings import Finding, Severity
from app.kernel.texts import _, ngettext
from app.letters.lines import LetterCard, NewLetter, TrayLine
from app.letters.rules import Delivery, Returned, Sending, names_in_text
from app.letters.templates import for_cases
from app.letters.texts import return_word
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.finding import FindingCard
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.person_field import PersonField
from ui.letters.lists import sending_options


def finalise_sheet(desk: Desk, letter: LetterCard, done: Callable[[], object]) -> FormSheet:
    """Ask how the letter goes, then freeze it."""
    casework = desk.meldboek.casework
    assert casework is not None  # noqa: S101 - only who holds casework has drafts
    form = Form(desk)
    form.add(label(_("Hierna verandert de brief niet meer. Hij krijgt een kenmerk en komt in het dossier."), wrap=True))
    options = [(Delivery.TRAY, _("In de printbak")), (Delivery.MYSELF, _("Ik druk hem zelf af"))]
    hint = _("De administratie drukt de brief af: zij ziet de brief zelf, niets anders van de zaak.")
    chosen = letter.delivery if letter.to.has_address else Delivery.MYSELF
    form.field("delivery", _("Wie drukt de brief af?"), ChipsField(options, chosen), hint)

    def save(values: dict[str, Any]) -> None:
        casework.letters.finalise(letter.id, to_tray=values["delivery"] is Delivery.TRAY)

    sheet = FormSheet(_("Brief vaststellen"), form, _("Vaststellen"), save, lambda _none: done())
    if not letter.to.has_address:
        _warn_of_address(form, sheet, letter)
    return sheet


def _warn_of_address(form: Form, sheet: FormSheet, letter: LetterCard) -> None:
    """A letter without an address goes by hand: nobody else can put it in an envelope."""
    values = {"name": names_in_text(letter.addressee)}
    by_hand = FindingCard(Finding("letters.no_address", Severity.WARN, values=values), _("alleen zelf te geven"))
    by_post = FindingCard(Finding("letters.no_address", Severity.BLOCK, values=values))
    for card in (by_hand, by_post):
        form.add(card)

    def show() -> None:
        to_tray = form.values()["delivery"] is Delivery.TRAY
        by_hand.setVisible(not to_tray)
        by_post.setVisible(to_tray)
        sheet.button.setEnabled(not to_tray)

    form.changed.connect(show)
    show()


def sent_sheet(desk: Desk, what: LetterCard | TrayLine, done: Callable[[], object]) -> FormSheet:
    """Ask how a letter left the school."""
    form = Form(desk)
    chosen = Sending.REGISTERED if what.is_registered else Sending.POST
    form.field("sending", _("Hoe is de brief weggegaan?"), ChipsField(sending_options(), chosen))
    hint = _("Bij een aangetekende brief: het nummer van het stuk.")
    form.field("proof", _("Bewijs of opmerking"), TextField(), hint)
    meldboek = desk.meldboek

    def save(values: dict[str, Any]) -> None:
        if isinstance(what, TrayLine):
            meldboek.tray.post(what.id, values["sending"], values["proof"])
            if meldboek.casework is not None:
                meldboek.casework.letters.settle()
        elif meldboek.casework is not None:
            meldboek.casework.letters.mark_sent(what.id, values["sending"], proof=values["proof"])

    name = names_in_text(what.addressee)
    return FormSheet(_("Verstuurd aan {name}").format(name=name), form, _("Vastleggen"), save, lambda _none: done())


def sent_all_sheet(desk: Desk, lines: Sequence[TrayLine], done: Callable[[], object]) -> FormSheet:
    """Ask how several letters of the tray left the school."""
    form = Form(desk)
    options = [(way, word) for way, word in sending_options() if way is not Sending.REGISTERED]
    form.field("sending", _("Hoe zijn de brieven weggegaan?"), ChipsField(options, Sending.POST))
    form.add(label(_("Een aangetekende brief legt u apart vast, met zijn nummer."), "quiet", wrap=True))
    meldboek = desk.meldboek

    def save(values: dict[str, Any]) -> None:
        meldboek.tray.post_all([line.id for line in lines], values["sending"])
        if meldboek.casework is not None:
            meldboek.casework.letters.settle()

    title = ngettext("{n} brief verstuurd", "{n} brieven verstuurd", len(lines))
    return FormSheet(title, form, _("Vastleggen"), save, lambda _none: done())


def returned_sheet(desk: Desk, what: LetterCard | TrayLine, done: Callable[[], object]) -> FormSheet:
    """Ask what came back of a letter that was sent."""
    form = Form(desk)
    options = [(one, return_word(one)) for one in Returned]
    form.field("what", _("Wat is er terug?"), ChipsField(options, Returned.RECEIPT))
    form.field("note", _("Opmerking"), TextField(), _("Bijvoorbeeld de dag en de naam op het bewijs."))
    meldboek = desk.meldboek

    def save(values: dict[str, Any]) -> None:
        if isinstance(what, TrayLine):
            meldboek.tray.came_back(what.id, values["what"], values["note"])
            if meldboek.casework is not None:
                meldboek.casework.letters.settle()
        elif meldboek.casework is not None:
            meldboek.casework.letters.mark_returned(what.id, values["what"], values["note"])

    name = names_in_text(what.addressee)
    return FormSheet(_("Terug van {name}").format(name=name), form, _("Vastleggen"), save, lambda _none: done())


def new_letter_sheet(desk: Desk, cases: list[tuple[int, str]], done: Callable[[tuple[int, ...]], object]) -> FormSheet:
    """Ask which letter, for whom, in which case."""
    casework = desk.meldboek.casework
    assert casework is not None  # noqa: S101 - only who holds casework writes letters
    form = Form(desk)
    outside = _("Een antwoord op een verzoek om inzage hoort niet bij een zaak.")
    form.field("case", _("Zaak"), ChoiceField(cases, blank=_("Kies een zaak")), outside)
    form.field("person", _("Over wie gaat de brief?"), PersonField(desk))
    options = [(made.code, made.name) for made in for_cases().values()]
    form.field("template", _("Welke brief?"), ChoiceField(options, "invitation"))
    languages = [("nl", _("Nederlands")), ("en", _("Engels"))]
    hint = _("In het Engels zijn er een waarschuwing en een schorsing; andere brieven worden Nederlands.")
    form.field("language", _("Taal"), ChipsField(languages, "nl"), hint)

    def save(values: dict[str, Any]) -> tuple[int, ...]:
        who, language = values["person"] or 0, values["language"]
        return casework.letters.start(NewLetter(values["template"], values["case"] or 0, who, language=language))

    return FormSheet(_("Nieuwe brief"), form, _("Brief maken"), save, done)

"""What is asked when a letter becomes final: who prints it, and why it goes in spite of a warning."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from app.kernel.findings import Finding, Severity
from app.kernel.texts import _
from app.letters.finalising import ReadyLetter
from app.letters.lines import LetterCard
from app.letters.rules import Delivery, names_in_text
from app.letters.service import Letters
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.finding import FindingCard
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label


def finalise_sheet(
    desk: Desk, owner: QObject, letters: Letters, letter: LetterCard, done: Callable[[], object]
) -> FormSheet:
    """Ask how the letter goes; then it is checked, drawn beside the database, and frozen."""
    form = Form(desk)
    options = [(Delivery.TRAY, _("In de printbak")), (Delivery.MYSELF, _("Ik druk hem zelf af"))]
    hint = _("De administratie drukt de brief af: zij ziet de brief zelf, niets anders van de zaak.")
    chosen = letter.delivery if letter.to.has_address else Delivery.MYSELF
    form.field("delivery", _("Wie drukt de brief af?"), ChipsField(options, chosen), hint)
    _ask_reason(form, letter)

    def save(values: dict[str, Any]) -> ReadyLetter:
        return letters.prepare(letter.id, values["delivery"] is Delivery.TRAY, values.get("reason") or "")

    def freeze(ready: ReadyLetter, pdf: bytes) -> None:
        desk.jobs.run(lambda: letters.freeze(ready, pdf), owner=owner, done=lambda _none: done())

    def draw(ready: ReadyLetter) -> None:
        desk.jobs.render(ready.draw, owner=owner, done=lambda pdf: freeze(ready, pdf))

    sheet = FormSheet(_("Brief vaststellen"), form, _("Vaststellen"), save, draw)
    told = _("Hierna verandert de brief niet meer. Hij krijgt een kenmerk en komt in het dossier.")
    sheet.body.insertWidget(0, label(told, "quiet", wrap=True))
    if not letter.to.has_address:
        _tell_of_address(form, sheet, letter)
    return sheet


def _ask_reason(form: Form, letter: LetterCard) -> None:
    warned = [found for found in letter.findings if found.severity is Severity.WARN]
    for found in warned:
        form.add(FindingCard(found))
    if warned:
        hint = _("Uw reden komt bij de zaak te staan, niet in de brief.")
        form.field("reason", _("Waarom gaat de brief toch zo weg?"), TextField(), hint)
        form.need("reason", _("Schrijf op waarom deze brief toch kan worden vastgesteld."))


def _tell_of_address(form: Form, sheet: FormSheet, letter: LetterCard) -> None:
    """A letter without an address goes by hand: nobody else can put it in an envelope."""
    values = {"name": names_in_text(letter.addressee)}
    by_hand = FindingCard(Finding("letters.no_address", Severity.INFO, values=values), _("alleen zelf te geven"))
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

"""What Brieven asks: what came back of a letter, and what a new letter is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.kernel.texts import _
from app.letters.lines import LetterCard, NewLetter, TrayLine
from app.letters.rules import Returned, names_in_text
from app.letters.service import Letters
from app.letters.templates.catalogue import for_cases
from app.letters.texts import return_word
from app.letters.tray import posting
from ui.kit.chips_field import ChipsField
from ui.kit.desk import Desk
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.person_field import PersonField


def returned_sheet(desk: Desk, what: LetterCard | TrayLine, done: Callable[[], object]) -> FormSheet:
    """Ask what came back of a letter that was sent."""
    form = Form(desk)
    options = [(one, return_word(one)) for one in Returned]
    form.field("what", _("Wat is er terug?"), ChipsField(options, Returned.RECEIPT))
    form.field("note", _("Opmerking"), TextField(), _("Bijvoorbeeld de dag en de naam op het bewijs."))
    tray, letters = desk.meldboek.tray, _letters(desk)

    def save(values: dict[str, Any]) -> None:
        if isinstance(what, TrayLine):
            posting.came_back(tray, letters, what.id, values["what"], values["note"])
        elif letters is not None:
            letters.mark_returned(what.id, values["what"], values["note"])

    name = names_in_text(what.addressee)
    return FormSheet(_("Terug van {name}").format(name=name), form, _("Vastleggen"), save, lambda _none: done())


def new_letter_sheet(desk: Desk, cases: list[tuple[int, str]], done: Callable[[tuple[int, ...]], object]) -> FormSheet:
    """Ask which letter, for whom, in which case."""
    form, letters = Form(desk), _letters(desk)
    assert letters is not None  # noqa: S101 - only who holds casework writes letters
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
        return letters.start(NewLetter(values["template"], values["case"] or 0, who, language=language))

    return FormSheet(_("Nieuwe brief"), form, _("Brief maken"), save, done)


def _letters(desk: Desk) -> Letters | None:
    return desk.meldboek.casework.letters if desk.meldboek.casework else None

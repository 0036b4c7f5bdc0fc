"""Cards above the lists of Vandaag: rules still to read, what was begun, and the first steps of a new school."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from app.agenda.first_steps import FirstStep
from app.agenda.waiting import WaitingLine
from app.kernel.formats import weekday_time
from app.kernel.texts import _
from ui.kit.card import Card
from ui.kit.rows import ActionRow, Rows
from ui.kit.tag import TagText

Go = Callable[[str, object | None], object]


def conduct_card(go: Go) -> Card:
    """The rules of conduct, for who has not said yet to have read them."""
    card = Card(_("Gedragsregels"), padding=12)
    text = _("Dat hoeft één keer. Daarna vindt u ze terug bij Beheer.")
    title = _("Lees hoe wij omgaan met wat hier staat")
    card.add(ActionRow("book-open", title, text, "", None, _("Lezen"), lambda: go("school", "conduct")))
    return card


def waiting_card(lines: Sequence[WaitingLine], go: Go) -> Card:
    """What was typed and not saved, each with a way back to it."""
    card = Card(_("Niet afgemaakt · {n}").format(n=len(lines)), padding=12)
    rows = Rows()
    for line in lines:
        text, slot = _("Wat u typte, is bewaard."), partial(go, line.page, line.target)
        tag = TagText(_("concept"), "accent", "pencil")
        rows.add(ActionRow("file-pen", line.title, text, weekday_time(line.at), tag, _("Verder gaan"), slot))
    card.add(rows)
    return card


def steps_card(steps: Sequence[FirstStep], go: Go) -> Card:
    """What a new school does first."""
    card = Card(_("Zo begint u"), padding=12)
    rows = Rows()
    for step in steps:
        tag = TagText(_("gedaan"), "ok", "check") if step.is_done else None
        slot = partial(go, step.page, step.target)
        rows.add(ActionRow(step.icon, step.title, step.text, "", tag, step.verb, slot))
    card.add(rows)
    return card

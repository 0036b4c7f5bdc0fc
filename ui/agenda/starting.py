"""Two cards above the lists of Vandaag: what was begun and not saved, and the first steps of a new school."""

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

"""The table of forms of a round, in the order of the class."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.kernel.formats import short_date
from app.kernel.texts import _
from ui.kit.card import Card
from ui.kit.empty import EmptyState
from ui.kit.table import Column, Table
from ui.kit.tag import TagText


def forms_table() -> Table:
    """Who got which form, and whether it came back."""
    return Table(
        (
            Column(
                _("Leerling"),
                strong=lambda line: line.pupil.name.first_name,
                text=lambda line: " ".join(part for part in (line.pupil.name.infix, line.pupil.name.surname) if part),
            ),
            Column(_("Groep"), text=lambda line: line.pupil.group, width=84),
            Column(_("Formulier"), text=lambda line: line.number, width=130),
            Column(_("Stand"), tag=_state, width=196, sort=lambda line: (line.answered_on is None, line.reminded_on)),
        ),
        name=_("Formulieren van de ronde"),
        empty=EmptyState("file-text", _("Geen formulieren in deze ronde")),
    )


def no_round(start: Callable[[], object]) -> Card:
    """What stands here before the first round."""
    card = Card()
    text = _("Een ronde geeft elk kind een formulier met een nummer. U ziet wie nog niet heeft geantwoord.")
    return card.add(EmptyState("file-text", _("Nog geen ronde gestart"), text, _("Ronde starten"), start))


def is_open(line: Any) -> bool:
    """Whether the form is still to come back."""
    return line.answered_on is None


def _state(line: Any) -> TagText:
    if line.answered_on is not None:
        return TagText(_("terug {date}").format(date=short_date(line.answered_on)), "ok", "check")
    if line.reminded_on is not None:
        return TagText(_("herinnerd {date}").format(date=short_date(line.reminded_on)), "info", "mail")
    return TagText(_("nog niet terug"), "neutral", "clock")

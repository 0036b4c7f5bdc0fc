"""Asks once, before a list is taken over, about doubtful pupils that nobody looked at."""

from __future__ import annotations

from collections.abc import Callable

from app.kernel.texts import _, ngettext
from ui.imports.draft import Draft
from ui.kit.dialogs import Dialogs


def ask_about_doubts(dialogs: Dialogs, draft: Draft, apply: Callable[[], object]) -> None:
    """Apply at once when there is nothing left to look at."""
    unseen = draft.unseen_doubts()
    if not unseen:
        apply()
        return
    told = ngettext("Bij {n} leerling is er twijfel.", "Bij {n} leerlingen is er twijfel.", unseen)
    dialogs.ask(
        _("Overnemen zoals voorgesteld?"),
        told + " " + _("Kijk na of Meldboek goed heeft gezien wie het is, of neem het voorstel over."),
        _("Voorstel overnemen"),
        lambda yes: apply() if yes else None,
        cancel=_("Eerst nakijken"),
    )

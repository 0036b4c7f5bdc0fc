"""Asks once, before a list is taken over, about what nobody looked at: doubtful pupils, rejected rows, leavers."""

from __future__ import annotations

from collections.abc import Callable

from app.kernel.formats import long_date
from app.kernel.texts import _, ngettext
from ui.imports.draft import Draft
from ui.kit.dialogs import Dialogs


def ask_before(dialogs: Dialogs, draft: Draft, apply: Callable[[], object]) -> None:
    """Apply at once when there is nothing left to look at."""
    unseen, leavers, left_out = draft.unseen_doubts(), draft.leavers(), draft.unseen_rejections()
    if not unseen and not leavers and not left_out:
        apply()
        return
    told = []
    if unseen:
        told.append(ngettext("Bij {n} leerling is er twijfel.", "Bij {n} leerlingen is er twijfel.", unseen))
        told.append(_("Kijk na of Meldboek goed heeft gezien wie het is, of neem het voorstel over."))
    if left_out:
        words = ngettext(
            "Van {n} regel gaat niet alles mee. Onder ‘nakijken’ staat waarom.",
            "Van {n} regels gaat niet alles mee. Onder ‘nakijken’ staat per regel waarom.",
            left_out,
        )
        told.append(words)
    if leavers:
        words = ngettext(
            "{n} leerling staat niet in de lijst en wordt uitgeschreven.",
            "{n} leerlingen staan niet in de lijst en worden uitgeschreven.",
            len(leavers),
        )
        days = _(" en ").join(long_date(day) for day in sorted(set(leavers)))
        told += [words, _("Dag van uitschrijven: {day}.").format(day=days)]
    dialogs.ask(
        _("Overnemen zoals voorgesteld?"),
        " ".join(told),
        _("Voorstel overnemen") if unseen else _("Overnemen"),
        lambda yes: apply() if yes else None,
        cancel=_("Eerst nakijken"),
    )

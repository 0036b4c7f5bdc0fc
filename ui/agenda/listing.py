"""Vandaag as a list for a workbook: what, about what, when, how long, and from where."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from app.agenda.exports import GROUPS
from app.agenda.rules import AgendaItem, AgendaLists, PutOff, time_left
from app.agenda.texts import SOURCES
from app.kernel.clock import AMSTERDAM
from app.kernel.texts import _
from ui.kit.page import Page
from ui.kit.table_export import Listing, listing_sheet
from ui.kit.table_model import Column


def ask_lists(page: Page) -> None:
    """Read everything, then ask which columns go along."""
    meldboek = page.desk.meldboek
    now = meldboek.clock.now()

    def ask(lists: AgendaLists) -> None:
        page.desk.dialogs.open(listing_sheet(page, listing_of(lists, now)))

    page.desk.jobs.run(meldboek.agenda.today, owner=page, done=ask)


def listing_of(lists: AgendaLists, now: datetime) -> Listing:
    """All of Vandaag, list after list; what was put off stands at the end with its day and its reason."""
    lines: list[tuple[str, AgendaItem, PutOff | None]] = [
        (_(title), item, None) for name, title in GROUPS for item in getattr(lists, name)
    ]
    lines += [(_("Uitgesteld"), one.item, one) for one in lists.put_off]
    return Listing(_("Vandaag"), _columns(now), tuple(lines))


def _columns(now: datetime) -> tuple[Column, ...]:
    today = now.astimezone(AMSTERDAM).date()
    return (
        Column(_("Lijst"), lambda line: line[0]),
        Column(_("Wat"), lambda line: line[1].title),
        Column(_("Waarover"), lambda line: line[1].subject),
        Column(_("Wanneer"), in_sheet=lambda line: _when(line[1])),
        Column(_("Dagen over"), in_sheet=lambda line: _days_left(line[1], today)),
        Column(_("Termijn"), lambda line: line[1].tag or time_left(line[1], now, today)[0]),
        Column(_("Soort"), lambda line: _(SOURCES[line[1].source]) if line[1].source else ""),
        Column(_("Uitgesteld tot"), in_sheet=lambda line: _put_off(line[2])),
        Column(_("Reden van uitstel"), lambda line: line[2].reason if line[2] else ""),
    )


def _when(item: AgendaItem) -> date | None:
    if item.moment is None:
        return item.day
    local = item.moment.astimezone(AMSTERDAM)
    return datetime.combine(local.date(), time(local.hour, local.minute))


def _days_left(item: AgendaItem, today: date) -> Any:
    return (item.day - today).days if item.day else None


def _put_off(one: PutOff | None) -> date | None:
    return one.until if one else None

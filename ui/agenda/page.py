"""Vandaag: the page that a school day starts with."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.agenda.first_steps import FirstStep, first_steps
from app.agenda.rules import AgendaItem, AgendaLists
from app.agenda.service import Overview
from app.agenda.waiting import WaitingLine, waiting
from app.kernel.formats import long_weekday_date, weekday_date, weekday_time
from app.kernel.texts import N_, _
from ui.agenda.cards import cases_card, measures_card, progress_card
from ui.agenda.starting import steps_card, waiting_card
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.layouts import Scroll, clear
from ui.kit.page import Page
from ui.kit.rows import ActionRow, Rows
from ui.kit.tag import TagText
from ui.kit.theme import Tone

SIDE = 320
_TONES: dict[str, Tone] = {"danger": "danger", "warn": "warn", "accent": "accent", "ok": "ok", "info": "info"}
Shown = tuple[AgendaLists, Overview, date, tuple[FirstStep, ...], tuple[WaitingLine, ...]]


class AgendaPage(Page):
    """What asks for attention, most urgent first; for an administrator without a trace of cases."""

    name = "agenda"
    label = N_("Vandaag")
    icon = "sun"
    topics: ClassVar[frozenset[str]] = frozenset(
        {"cases", "measures", "inspector", "letters", "tray", "consents", "people", "drafts", "school"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._main, self._side_cards = Scroll(gap=14), Scroll(gap=14)
        self.body.addWidget(self._main)
        self.set_side(self._side_cards, SIDE)
        only_register = desk.meldboek.casework is None
        self.header.add_button(_("Mag dit kind op beeld?"), "camera", self._ask_photo, primary=only_register)
        if not only_register:
            self.header.add_button(_("Nieuwe melding"), "plus", self.new, primary=True)

    def fetch(self) -> Shown:
        meldboek = self.desk.meldboek
        lists, overview = meldboek.agenda.page()
        begun = first_steps(meldboek.store, meldboek.school, overview.progress), waiting(meldboek.store)
        return lists, overview, meldboek.clock.today(), *begun

    def show_lines(self, lines: Shown) -> None:
        lists, overview, today, steps, begun = lines
        week = _("week {n}").format(n=today.isocalendar().week)
        self.header.set_title(_("Vandaag"), f"{long_weekday_date(today)} · {week}")
        clear(self._main.body)
        if begun:
            self._main.body.addWidget(waiting_card(begun, self.desk.go))
        if steps:
            self._main.body.addWidget(steps_card(steps, self.desk.go))
        titles = (
            (_("Te laat"), lists.overdue, "danger"),
            (_("Vandaag"), lists.today, ""),
            (_("Deze week"), lists.week, ""),
            (_("Later"), lists.later, ""),
        )
        for title, items, tone in titles:
            if items:
                self._main.body.addWidget(self._list(title, items, tone))
        if lists.is_empty and not steps:
            self._main.body.addWidget(_calm())
        self._show_side(overview, today)

    def count(self) -> tuple[int, bool]:
        return self.desk.meldboek.agenda.urgent()

    def new(self) -> None:
        """Take down a report, for those who do that here."""
        if self.desk.meldboek.casework is not None:
            self.desk.go("cases", "new")

    def _ask_photo(self) -> None:
        self.desk.go("consents", "photo")

    def _list(self, title: str, items: tuple[AgendaItem, ...], tone: str) -> Card:
        card = Card(f"{title} · {len(items)}", tone=tone, padding=12)
        rows = Rows()
        for item in items:
            rows.add(self._row(item))
        card.add(rows)
        return card

    def _row(self, item: AgendaItem) -> ActionRow:
        tone: Tone = _TONES.get(item.tone, "neutral")
        tag = TagText(item.tag, tone, _tag_icon(item, tone)) if item.tag else None
        go = partial(self.desk.go, item.page, item.target)
        return ActionRow(item.icon, item.title, item.subject, _when(item), tag, item.action, go)

    def _show_side(self, overview: Overview, today: date) -> None:
        clear(self._side_cards.body)
        go = self.desk.go
        self._side_cards.body.addWidget(progress_card(overview.progress, go))
        if self.desk.meldboek.casework is None:
            return
        self._side_cards.body.addWidget(cases_card(overview, go))
        if overview.measures or overview.devices or overview.announced:
            self._side_cards.body.addWidget(measures_card(overview, today))


def _when(item: AgendaItem) -> str:
    if item.moment is not None:
        day, _space, time = weekday_time(item.moment).rpartition(" ")
        return f"{day}, {time}"
    return weekday_date(item.day) if item.day is not None else ""


def _tag_icon(item: AgendaItem, tone: Tone) -> str:
    if tone == "danger":
        return "clock-alert"
    if tone == "accent":
        return "file-check"
    return "clock" if item.moment is not None else ""


def _calm() -> QWidget:
    card = Card()
    card.setMinimumHeight(260)
    title, text = _("Vandaag vraagt niets uw aandacht"), _("Wat een datum heeft, komt hier vanzelf te staan.")
    card.add(EmptyState("sun", title, text))
    return card

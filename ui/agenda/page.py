"""Vandaag: the page that a school day starts with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.agenda.first_steps import FirstStep, first_steps
from app.agenda.rules import FEW, TAGGED, AgendaLists, Days, week_of, weeks_of_month
from app.agenda.service import Overview
from app.agenda.waiting import WaitingLine, waiting
from app.kernel.calendar import add_months
from app.kernel.formats import long_date, long_weekday_date, short_date
from app.kernel.texts import N_, _
from ui.agenda.acts import Acts
from ui.agenda.cards import cases_card, figures_card, measures_card, progress_card
from ui.agenda.listing import ask_lists
from ui.agenda.period import IN_MONTH, IN_WEEK, Period, PeriodBar
from ui.agenda.rows import ListCard, put_off_card, quiet_card
from ui.agenda.starting import conduct_card, steps_card, waiting_card
from ui.agenda.year_sheet import YearSheet
from ui.kit.buttons import button, icon_button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.layouts import Scroll, clear, column, row
from ui.kit.page import Page, Picture

SIDE = 320
APART = 14
LIST, WEEK, MONTH, LATER = "list", "week", "month", "later"
FILLS_WINDOW = 7  # rows: the lists after these begin below the edge of the window


@dataclass(frozen=True)
class Shown:
    """What the page shows: the lists with their cards, or the items of a week or a month."""

    today: date
    lists: AgendaLists = field(default_factory=AgendaLists)
    overview: Overview | None = None
    steps: tuple[FirstStep, ...] = ()
    begun: tuple[WaitingLine, ...] = ()
    rules_due: bool = False
    days: Days = field(default_factory=Days)


class AgendaPage(Page):
    """What asks for attention, most urgent first; for an administrator without a trace of cases."""

    name = "agenda"
    label = N_("Vandaag")
    icon = "sun"
    _on: date  # in the week or month that is shown
    topics: ClassVar[frozenset[str]] = frozenset(
        {"agenda", "cases", "measures", "inspector", "police", "letters", "tray", "consents", "people", "drafts"}
        | {"school"}
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.acts = Acts(desk, self, self.reload)
        self.acts.show_whole, self.acts.show_month = self._show_whole, lambda: self.turn(MONTH)
        self.view, self._whole = LIST, ""
        self._below: Shown | None = None
        self._main, self._side_cards = Scroll(gap=APART), Scroll(gap=APART)
        self._above, self._under = column(gap=APART), column(gap=APART)
        self._cards = {
            name: ListCard(title, tone, self.acts)
            for title, name, tone in (
                (_("Te laat"), "overdue", "danger"),
                (_("Vandaag"), "today", ""),
                (_("Deze week"), "week", ""),
            )
        }
        self._main.body.addLayout(self._above)
        for card in self._cards.values():
            self._main.body.addWidget(card)
        self._main.body.addLayout(self._under)
        self._views = Chips([(LIST, _("Lijst")), (WEEK, _("Week")), (MONTH, _("Maand"))], value=LIST)
        self._views.chosen.connect(self.turn)
        self._bar = PeriodBar(self.go_on)
        self._bar.hide()
        self.body.addLayout(self._tools())
        self.body.addWidget(self._bar)
        self.body.addWidget(self._main)
        self.set_side(self._side_cards, SIDE)
        only_register = not desk.role.holds_casework
        self.header.add_button(_("Mag dit kind op beeld?"), "camera", self._ask_photo, primary=only_register)
        if not only_register:
            self.header.add_button(_("Nieuwe melding"), "plus", self.new, primary=True)

    def fetch(self) -> Shown:
        meldboek, today = self.desk.meldboek, self.desk.meldboek.clock.today()
        if self.view != LIST:
            days = (
                week_of(self._on) if self.view == WEEK else [day for week in weeks_of_month(self._on) for day in week]
            )
            return Shown(
                today, days=meldboek.agenda.days(days[0], days[-1], IN_WEEK if self.view == WEEK else IN_MONTH)
            )
        lists, overview = meldboek.agenda.page(TAGGED if self._whole else FEW)
        steps = first_steps(meldboek.store, meldboek.school, overview.progress)
        return Shown(today, lists, overview, steps, waiting(meldboek.store), meldboek.school.conduct.is_due())

    def show_lines(self, lines: Shown) -> None:
        week = _("week {n}").format(n=lines.today.isocalendar().week)
        self.header.set_title(_("Vandaag"), f"{long_weekday_date(lines.today)} · {week}")
        self._bar.setVisible(self.view != LIST)
        with self._main.filling():
            clear(self._above)
            clear(self._under)
            if lines.overview is not None:
                self._show_lists(lines)
            else:
                self._show_period(lines)
        if lines.overview is not None:
            with self._side_cards.filling():
                self._show_side(lines.overview, lines.today)

    def count(self) -> tuple[int, bool]:
        return self.desk.meldboek.agenda.urgent()

    def new(self) -> None:
        """Take down a report, for those who do that here."""
        if self.desk.meldboek.casework is not None:
            self.desk.go("cases", "new")

    def export_list(self) -> bool:
        ask_lists(self)
        return True

    def home(self) -> None:
        self.turn(LIST)

    def turn(self, view: object) -> None:
        """Show the lists, a week or a month; always the one of today first."""
        self.view, self._on = str(view), self.desk.meldboek.clock.today()
        self._views.set_value(self.view)
        self._side_cards.setVisible(self.view == LIST)
        self._fold()
        if self.view != LIST:
            self._side_cards.hide()
        self.reload()

    def go_on(self, steps: int) -> None:
        """One week or month back or on; 0 goes to now."""
        if not steps:
            self._on = self.desk.meldboek.clock.today()
        elif self.view == WEEK:
            self._on += timedelta(days=7 * steps)
        else:
            self._on = add_months(self._on.replace(day=1), steps)
        self.reload()

    def show_year(self) -> None:
        """The yearly calendar."""
        sheet = YearSheet(self.desk, self.desk.meldboek.agenda.yearly)
        self.desk.dialogs.open(sheet)

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        return (
            Picture(cls.name),
            Picture("vandaag_week", lambda page: page.turn(WEEK)),
            Picture("vandaag_maand", lambda page: page.turn(MONTH)),
            Picture("vandaag_jaarkalender", lambda page: page.show_year()),
            Picture("vandaag_uitstellen", lambda page: page.picture_put_off()),
            Picture("vandaag_exporteren", ask_lists),
        )

    def picture_put_off(self) -> None:
        """Ask about the first line that can wait."""
        lists = self.desk.meldboek.agenda.today()
        waits = [item for item in (*lists.today, *lists.week) if item.can_wait]
        if waits:
            self.acts.put_off(waits[0])

    def _tools(self) -> QHBoxLayout:
        return row(
            self._views,
            1,
            button(_("Jaarkalender"), "calendar", self.show_year, "quiet"),
            icon_button("printer", _("Deze lijst opslaan als PDF"), self.acts.print_lists),
            icon_button("file-spreadsheet", _("Deze lijst exporteren naar Excel"), self.export_list),
            icon_button("download", _("Agenda zonder namen opslaan (.ics)"), self.acts.save_calendar),
            gap=6,
        )

    def _period_name(self) -> str:
        if self.view == MONTH:
            return long_date(self._on).partition(" ")[2]
        first, *_days, last = week_of(self._on)
        number = self._on.isocalendar().week
        return _("week {n} · {first} – {last}").format(n=number, first=short_date(first), last=short_date(last))

    def _show_lists(self, lines: Shown) -> None:
        lists = lines.lists
        if lines.rules_due:
            self._above.addWidget(conduct_card(self.desk.go))
        if lines.begun:
            self._above.addWidget(waiting_card(lines.begun, self.desk.go))
        if lines.steps:
            self._above.addWidget(steps_card(lines.steps, self.desk.go))
        if lists.is_empty and not lines.steps:
            self._above.addWidget(_calm())
        for name, card in self._cards.items():
            card.show_items(getattr(lists, name), lists.count(name), whole=card.name == self._whole)
        self._below = lines
        if LATER in self._cards or lists.urgent + lists.count("week") < FILLS_WINDOW:
            self._add_below()
        else:
            self._main.once_painted(self._show_below)

    def _show_below(self) -> None:
        """What lies under the edge of the window anyway is made when the rest has been painted."""
        with self._main.filling():
            self._add_below()

    def _add_below(self) -> None:
        lines, self._below = self._below, None
        if lines is None or self.view != LIST:
            return
        lists = lines.lists
        if LATER not in self._cards:
            later = self._cards[LATER] = ListCard(_("Later"), "", self.acts)
            later.show_items(lists.later, lists.count(LATER), whole=later.name == self._whole)
            self._main.body.insertWidget(self._main.body.count() - 1, later)
        waits = lists.count("waits")
        if waits:
            title = _("Mag wachten")
            self._under.addWidget(quiet_card(title, lists.waits, waits, self.acts, whole=title == self._whole))
        if lists.put_off:
            self._under.addWidget(put_off_card(lists.put_off, self.acts))

    def _show_period(self, lines: Shown) -> None:
        for card in self._cards.values():
            card.hide()
        self._bar.set_name(self._period_name())
        self._above.addWidget(Period(lines.days, self._on, lines.today, self.acts, month=self.view == MONTH), 1)

    def _show_whole(self, title: str) -> None:
        self._whole = title
        self.reload()

    def _ask_photo(self) -> None:
        self.desk.go("consents", "photo")

    def _show_side(self, overview: Overview, today: date) -> None:
        clear(self._side_cards.body)
        go, has_casework = self.desk.go, self.desk.meldboek.casework is not None
        self._side_cards.body.addWidget(progress_card(overview.progress, go))
        if not has_casework:
            return
        self._side_cards.body.addWidget(cases_card(overview, go))
        if overview.measures or overview.devices or overview.announced:
            self._side_cards.body.addWidget(measures_card(overview, today))
        figures = figures_card(overview, go)
        if figures is not None:
            self._side_cards.body.addWidget(figures)


def _calm() -> QWidget:
    card = Card()
    card.setMinimumHeight(260)
    title, text = _("Vandaag vraagt niets uw aandacht"), _("Wat een datum heeft, komt hier vanzelf te staan.")
    card.add(EmptyState("sun", title, text))
    return card

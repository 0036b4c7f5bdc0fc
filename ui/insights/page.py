"""Rapportage: how many, of what kind, and how it went; never who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.consents.overview import Progress
from app.insights.rules import Figure, YearFigures
from app.kernel.texts import N_, _, ngettext
from app.vault.keyring import Role
from ui.insights.charts import BarList, Columns
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.labels import label
from ui.kit.layouts import Scroll, clear, column, holder, row
from ui.kit.page import Page
from ui.kit.theme import GAP


@dataclass(frozen=True)
class Shown:
    """What the page shows of one school year."""

    years: tuple[str, ...]
    figures: YearFigures
    progress: Progress


class InsightsPage(Page):
    """The figures of a school year for leadership and board."""

    name = "insights"
    label = N_("Rapportage")
    icon = "chart-column"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.DIRECTOR, Role.BOARD})
    topics: ClassVar[frozenset[str]] = frozenset({"cases", "measures", "inspector", "police", "consents", "people"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._year: str | None = None
        self._years = row(gap=8)
        self._scroll = Scroll(gap=GAP)
        self.body.addLayout(self._years)
        self.body.addWidget(self._scroll)
        self.header.set_title(_("Rapportage"))

    def fetch(self) -> Shown:
        insights = self.desk.meldboek.insights
        return Shown(insights.years(), insights.figures(self._year), insights.consents(self._year))

    def show_lines(self, lines: Shown) -> None:
        figures = lines.figures
        told = _("Schooljaar {year} · alleen aantallen, geen namen").format(year=figures.school_year)
        self.header.set_title(_("Rapportage"), told)
        self._show_years(lines)
        clear(self._scroll.body)
        self._scroll.body.addWidget(_totals(lines))
        if figures.cases:
            self._scroll.body.addWidget(_charts(figures))
        else:
            text = _("De grafieken verschijnen zodra er een zaak is.")
            self._scroll.body.addWidget(EmptyState("chart-column", _("Nog geen zaken in dit schooljaar"), text))

    def _show_years(self, lines: Shown) -> None:
        clear(self._years)
        if len(lines.years) < 2:
            return
        chips = Chips([(year, year) for year in lines.years], value=lines.figures.school_year)
        chips.chosen.connect(self._choose)
        self._years.addWidget(chips)

    def _choose(self, year: str) -> None:
        self._year = year
        self.reload()


def _totals(lines: Shown) -> QWidget:
    figures, progress = lines.figures, lines.progress
    closed = _("meestal gesloten na {days} dagen").format(days=figures.days_to_close) if figures.days_to_close else ""
    part = round(100 * progress.answered / progress.total) if progress.total else 0
    open_now = ngettext("{n} is nog open", "{n} zijn nog open", figures.open_cases)
    totals = row(
        _total(figures.cases, _("Zaken"), "\n".join(text for text in (open_now, closed) if text)),
        _total(figures.measures, _("Maatregelen"), _("licht en zwaar, in dit schooljaar")),
        _total(figures.calls, _("Gesprekken"), _("met de vertrouwensinspecteur")),
        _total(figures.police, _("Politie"), _("meldingen en aangiften")),
        _total(f"{part}%", _("Toestemmingen"), _answered(progress)),
        gap=GAP,
    )
    for place in range(totals.count()):
        totals.setStretch(place, 1)
    return holder(totals)


def _answered(progress: Progress) -> str:
    return _("{n} van {total} gezinnen").format(n=progress.answered, total=progress.total)


def _total(count: object, title: str, text: str) -> Card:
    card = Card(title)
    card.add(label(str(count), "title"), label(text, "secondary", wrap=True))
    card.body.addStretch(1)
    return card


def _charts(figures: YearFigures) -> QWidget:
    left = column(
        _chart(_("Zaken per maand"), Columns(figures.by_month)),
        _chart(_("Maatregelen"), _bars(figures.by_rung)),
        1,
        gap=GAP,
    )
    right = column(
        _chart(_("Waar het over ging"), _bars(figures.by_category)),
        _chart(_("Hoe ernstig"), _bars(figures.by_severity)),
        _chart(_("Gesprekken met de inspecteur"), _bars(figures.by_call_reason)),
        1,
        gap=GAP,
    )
    sides = row(left, right, gap=GAP)
    sides.setStretch(0, 1)
    sides.setStretch(1, 1)
    return holder(sides)


def _bars(figures: Sequence[Figure]) -> QWidget:
    return BarList(figures)


def _chart(title: str, chart: QWidget) -> Card:
    return Card(title).add(chart)

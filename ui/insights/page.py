"""Rapportage: how many, of what kind, and how it went; never who."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from app.cases.inputs import CaseFilter
from app.consents.matrix.overview import CellState
from app.insights.charts import number
from app.insights.paper import explained, report_paper, report_workbook
from app.insights.rules import Part, Report
from app.insights.texts import PARTS, WITHHELD
from app.kernel.calendar import school_year
from app.kernel.texts import N_, _, ngettext
from app.measures.lines import Wanted
from app.vault.keys.keyring import Role
from ui.insights.charts import Picture
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.labels import label
from ui.kit.layouts import Scroll, clear, column, holder, row
from ui.kit.page import Page
from ui.kit.page import Picture as Scene
from ui.kit.saving import save_pdf, save_workbook
from ui.kit.theme import GAP

OURS, PUBLIC = "ours", "public"
LEFT = frozenset({"month", "rung", "severity", "police", "consent"})


@dataclass(frozen=True)
class Shown:
    """What the page shows of one school year."""

    years: tuple[str, ...]
    report: Report


class InsightsPage(Page):
    """The figures of a school year for leadership and board."""

    name = "insights"
    label = N_("Rapportage")
    icon = "chart-column"
    roles: ClassVar[frozenset[Role]] = frozenset(role for role in Role if role.leads)
    topics: ClassVar[frozenset[str]] = frozenset({"cases", "measures", "inspector", "police", "consents", "people"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._year: str | None = None
        self.kind = OURS
        self._years = row(gap=8)
        self._kinds = Chips([(OURS, _("Alle cijfers")), (PUBLIC, _("Zoals in het jaarverslag"))], value=OURS)
        self._kinds.chosen.connect(self.turn)
        self._scroll = Scroll(gap=GAP)
        self.body.addLayout(row(self._years, 1, self._kinds, gap=GAP))
        self.body.addWidget(self._scroll)
        self.header.set_title(_("Rapportage"))
        self.header.add_button(_("Excel"), "file-spreadsheet", self.save_sheet)
        self.header.add_button(_("Jaarverslag maken"), "file-text", self.save_report, primary=True)

    def fetch(self) -> Shown:
        insights = self.desk.meldboek.insights
        return Shown(insights.years(), insights.report(self._year, public=self.kind == PUBLIC))

    def show_lines(self, lines: Shown) -> None:
        report = lines.report
        told = _("Schooljaar {year} naast {before} · alleen aantallen, geen namen")
        self.header.set_title(_("Rapportage"), told.format(year=report.school_year, before=report.year_before))
        self._show_years(lines)
        clear(self._scroll.body)
        self._scroll.body.addWidget(_totals(report, self.desk.go, is_newest=report.school_year == lines.years[0]))
        if report.totals.cases == 0:
            text = _("De grafieken verschijnen zodra er een zaak is.")
            self._scroll.body.addWidget(EmptyState("chart-column", _("Nog geen zaken in dit schooljaar"), text))
        else:
            legend = _("Gekleurd: {year}. Grijs en tussen haakjes: {before}, het schooljaar daarvoor.")
            years = legend.format(year=report.school_year, before=report.year_before)
            self._scroll.body.addWidget(label(years, "secondary", wrap=True))
            self._scroll.body.addWidget(_pictures(report))
        self._scroll.body.addWidget(label(explained(report), "quiet", wrap=True))

    def turn(self, kind: object) -> None:
        """Show everything, or only what the report tells."""
        self.kind = str(kind)
        self._kinds.set_value(self.kind)
        self.reload()

    def save_report(self) -> None:
        """The yearly report as a PDF, without small numbers."""
        meldboek, year = self.desk.meldboek, self._chosen_year()

        def paper() -> bytes:
            found = meldboek.insights.report(year, public=True)
            return report_paper(found, meldboek.school.profile().name, meldboek.clock.now())

        save_pdf(self.desk, self, self.file_name("pdf"), paper, title=_("Jaarverslag opslaan"))

    def save_sheet(self) -> None:
        """The same figures as a workbook."""
        insights, year = self.desk.meldboek.insights, self._chosen_year()
        read = lambda: insights.report(year, public=True)  # noqa: E731 - one expression for the lane
        save_workbook(self.desk, self, self.file_name("xlsx"), _("Cijfers opslaan"), read, report_workbook)

    @classmethod
    def pictures(cls, _desk: Desk) -> tuple[Scene, ...]:
        return (Scene(cls.name), Scene("rapportage_jaarverslag", lambda page: page.turn(PUBLIC)))

    def _show_years(self, lines: Shown) -> None:
        clear(self._years)
        if len(lines.years) < 2:
            return
        chips = Chips([(year, year) for year in lines.years], value=lines.report.school_year)
        chips.chosen.connect(self._choose)
        self._years.addWidget(chips)

    def file_name(self, kind: str) -> str:
        """How the report of the chosen year is called as a file."""
        return _("jaarverslag {year}").format(year=self._chosen_year()) + f".{kind}"

    def _chosen_year(self) -> str:
        return self._year or school_year(self.desk.meldboek.clock.today())

    def _choose(self, year: str) -> None:
        self._year = year
        self.reload()


def _totals(report: Report, go: Callable[[str, object | None], object], *, is_newest: bool) -> QWidget:
    totals, decided = report.totals, Wanted.DECIDED if is_newest else Wanted.ALL
    missing = ("pupils", CellState.NO_ANSWER) if is_newest else None
    tiles = (
        _total(totals.cases, _("Zaken"), _about_cases(report), lambda: go("cases", CaseFilter(is_open=None))),
        _total(totals.measures, _("Maatregelen"), _before(report.before.measures), lambda: go("measures", decided)),
        _total(totals.calls, _("Inspecteur"), _before(report.before.calls), lambda: go("inspector", "log")),
        _total(totals.police, _("Politie"), _before(report.before.police), lambda: go("police", None)),
        _total(_percent(report), _("Toestemmingen"), _answered(report), lambda: go("consents", missing)),
    )
    line = row(*tiles, gap=GAP)
    for place in range(line.count()):
        line.setStretch(place, 1)
    return holder(line)


def _about_cases(report: Report) -> str:
    totals = report.totals
    found = [_before(report.before.cases)]
    if totals.open_cases is not None:
        found.append(ngettext("{n} is nog open", "{n} zijn nog open", totals.open_cases))
    if totals.older_open:
        found.append(ngettext("en {n} uit een eerder jaar", "en {n} uit eerdere jaren", totals.older_open))
    if totals.days_to_close is not None:
        found.append(_("meestal gesloten na {days} dagen").format(days=totals.days_to_close))
    return "\n".join(found)


def _before(count: int | None) -> str:
    return _("vorig jaar {n}").format(n=number(count))


def _percent(report: Report) -> str:
    answered, families = report.totals.answered, report.totals.families
    return number(None) if answered is None or not families else f"{round(100 * answered / families)}%"


def _answered(report: Report) -> str:
    totals = report.totals
    return _("{n} van {total} gezinnen").format(n=number(totals.answered), total=number(totals.families))


def _total(count: int | str | None, title: str, text: str, slot: Callable[[], object] | None) -> Card:
    card = Card(title)
    card.add(label(count if isinstance(count, str) else number(count), "title"), label(text, "secondary", wrap=True))
    card.body.addStretch(1)
    if slot is not None:
        verb = button(_("Naar de lijst"), "", slot, "link")
        verb.setAccessibleName(_("Naar de lijst: {title}").format(title=title))
        card.body.addWidget(holder(row(verb, 1)))
    return card


def _pictures(report: Report) -> QWidget:
    drawn = [part for part in report.parts if not part.is_empty]
    left = column(*(_chart(part) for part in drawn if part.code in LEFT), 1, gap=GAP)
    right = column(*(_chart(part) for part in drawn if part.code not in LEFT), 1, gap=GAP)
    sides = row(left, right, gap=GAP)
    sides.setStretch(0, 1)
    sides.setStretch(1, 1)
    return holder(sides)


def _chart(part: Part) -> Card:
    title = _(PARTS[part.code])
    if part.is_withheld:
        return Card(title).add(label(_(WITHHELD), "secondary", wrap=True))
    return Card(title).add(Picture(part, title))

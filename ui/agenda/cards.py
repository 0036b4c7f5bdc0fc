"""The cards beside the list: how far the consents are, open cases, running measures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.agenda.figures import figures_of
from app.agenda.service import Overview
from app.cases.inputs import CaseFilter
from app.cases.lines import CaseLine
from app.cases.rules import CaseSeverity
from app.cases.texts import word
from app.consents.matrix.overview import Progress
from app.kernel.formats import day_month
from app.kernel.texts import _, ngettext
from app.measures.lines import MeasureLine
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.cell_row import ClickRow
from ui.kit.cells import Place, TagCell, Words, rest
from ui.kit.labels import label
from ui.kit.layouts import holder, row
from ui.kit.rows import PlainRow
from ui.kit.tag import TagText
from ui.kit.theme import Tone, color, theme

Go = Callable[[str, object | None], object]
_TONES: dict[CaseSeverity, Tone] = {
    CaseSeverity.LIGHT: "neutral",
    CaseSeverity.MEDIUM: "warn",
    CaseSeverity.SERIOUS: "danger",
}


class ProgressBar(QWidget):
    """A flat bar that fills from the left."""

    def __init__(self, part: float) -> None:
        super().__init__()
        self._part = min(1.0, max(0.0, part))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(0, 0, self.width(), 8)
        painter.setBrush(color("sunken"))
        painter.drawRoundedRect(whole, 4, 4)
        if self._part:
            painter.setBrush(color("accent"))
            painter.drawRoundedRect(QRectF(0, 0, max(8.0, whole.width() * self._part), 8), 4, 4)
        painter.end()


def progress_card(progress: Progress, go: Go) -> Card:
    """How many families have answered this year."""
    card = Card(_("Toestemmingen {year}").format(year=progress.school_year))
    part = progress.answered / progress.total if progress.total else 0.0
    line = row(ProgressBar(part), label(f"{round(part * 100)}%", "strong"), gap=10)
    card.body.addWidget(holder(line))
    answered = _("{n} van {total} gezinnen hebben geantwoord").format(n=progress.answered, total=progress.total)
    card.add(label(answered, "quiet", wrap=True))
    details = []
    if progress.missing:
        details.append(ngettext("{n} ontbreekt", "{n} ontbreken", progress.missing))
    if progress.contradicting:
        details.append(
            ngettext(
                "{n} paar ouders spreekt elkaar tegen", "{n} paar ouders spreken elkaar tegen", progress.contradicting
            )
        )
    if details:
        card.add(label(" · ".join(details), "quiet", wrap=True))
    card.body.addWidget(holder(row(button(_("Naar de toestemmingen"), "", lambda: go("consents", None), "link"), 1)))
    return card


def figures_card(overview: Overview, go: Go) -> Card | None:
    """A few figures that mean something, each with a way to its list; None when nothing counts."""
    found = figures_of(overview, has_casework=True)
    if not found:
        return None
    card = Card(_("In cijfers"))
    card.body.setSpacing(4)
    for figure in found:
        tone = figure.tone if figure.tone != "neutral" else ""
        count = Place(Words(str(figure.count), "strong", tone), 28)
        card.add(ClickRow([count, rest(Words(figure.text))], partial(go, figure.page, figure.target), air=1))
    return card


def cases_card(overview: Overview, go: Go) -> Card:
    """The gravest open cases, and among those the ones that changed last."""
    card = Card(_("Open zaken"))
    for line in overview.cases:
        card.add(_case_row(line, go))
    more = overview.cases_open - len(overview.cases)
    if not overview.cases:
        card.add(label(_("Er is geen zaak open."), "quiet", wrap=True))
    if more > 0:
        verb = ngettext("en nog {n}", "en nog {n}", more)
        card.body.addWidget(holder(row(button(verb, "", lambda: go("cases", CaseFilter()), "link"), 1)))
    return card


def _case_row(line: CaseLine, go: Go) -> QWidget:
    tag = TagText(word("severity", line.severity), _TONES[line.severity])
    places = [Place(Words(line.short_number, "quiet"), 64), rest(Words(line.title)), Place(TagCell(tag))]
    return ClickRow(places, partial(go, "cases", line.id))


def measures_card(overview: Overview, today: date) -> Card:
    """What is in force now, what lies in custody, and what was announced."""
    card = Card(_("Lopend en aangekondigd"))
    for line in overview.measures:
        card.add(PlainRow("scale", _running(line, today), line.detail.removeprefix(_("groep ")) or line.person))
    for device in overview.devices:
        what = _("{what}, {person}").format(what=device.what, person=device.person)
        card.add(PlainRow("smartphone", what, _("terug {day}").format(day=day_month(device.return_on))))
    for line in overview.announced:
        rung = line.rung_label[:1].lower() + line.rung_label[1:]
        card.add(PlainRow("bell", _("Voornemen {rung}").format(rung=rung), line.person))
    return card


def _running(line: MeasureLine, today: date) -> str:
    """``Schorsing, dag 3 van 5``: school days, for a weekend is no day of it."""
    day = line.school_day(today)
    if day is not None:
        told = _("dag {day} van {days}").format(day=day[0], days=day[1])
    else:
        told = _("t/m {day}").format(day=day_month(line.last_day)) if line.last_day else ""
    return ", ".join(part for part in (line.rung_label, told) if part)

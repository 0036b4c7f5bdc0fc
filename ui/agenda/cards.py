"""The cards beside the list: how far the consents are, open cases, running measures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.agenda.figures import figures_of
from app.agenda.service import Overview
from app.cases.lines import CaseLine
from app.cases.rules import CaseSeverity
from app.cases.texts import word
from app.consents.matrix.overview import Progress
from app.kernel.formats import day_month
from app.kernel.texts import _, ngettext
from app.measures.lines import MeasureLine
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.labels import ElidedLabel, label
from ui.kit.layouts import holder, row
from ui.kit.rows import PlainRow
from ui.kit.tag import Tag
from ui.kit.theme import Tone, color, theme

Go = Callable[[str, object | None], object]
_TONES: dict[CaseSeverity, Tone] = {
    CaseSeverity.LIGHT: "neutral",
    CaseSeverity.MEDIUM: "warn",
    CaseSeverity.SERIOUS: "danger",
}


class ClickRow(QPushButton):
    """A row that opens what it is about; made of a button, so the keyboard reaches it."""

    def __init__(self, slot: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _on=False: slot())

    def sizeHint(self) -> QSize:
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())


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
        count = label(str(figure.count), "strong", tone=tone)
        count.setFixedWidth(28)
        made = ClickRow(partial(go, figure.page, figure.target))
        inside = row(count, ElidedLabel(figure.text), gap=8)
        inside.setStretch(1, 1)
        inside.setContentsMargins(0, 1, 0, 1)
        made.setLayout(inside)
        made.setAccessibleName(f"{figure.count} {figure.text}")
        card.add(made)
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
        card.body.addWidget(holder(row(button(verb, "", lambda: go("cases", None), "link"), 1)))
    return card


def _case_row(line: CaseLine, go: Go) -> QWidget:
    number = label(line.short_number, "quiet")
    number.setFixedWidth(64)
    tag = Tag(word("severity", line.severity), _TONES[line.severity])
    made = ClickRow(partial(go, "cases", line.id))
    inside = row(number, ElidedLabel(line.title), tag, gap=8)
    inside.setStretch(1, 1)
    made.setLayout(inside)
    made.setAccessibleName(f"{line.short_number} {line.title}")
    return made


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

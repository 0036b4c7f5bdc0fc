"""The list of cases with its filters."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.cases.beside.category_lines import CategoryLine, offered
from app.cases.beside.lines import FilterLine
from app.cases.inputs import CaseFilter
from app.cases.lines import CaseLine
from app.cases.rules import CaseSeverity
from app.cases.texts import word
from app.kernel.clock import AMSTERDAM
from app.kernel.formats import short_date
from app.kernel.texts import _, ngettext
from ui.cases.listing.filter_bar import SavedFilterBar
from ui.cases.listing.several import SeveralBar
from ui.cases.words import kind_options, severity_tag, status_tag
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.chips import Chips
from ui.kit.empty import EmptyState
from ui.kit.fields import ChoiceField, SearchField
from ui.kit.labels import label
from ui.kit.layouts import row
from ui.kit.table import Column, Table

TYPING, CHIPS, SEARCH, KIND = 150, 26, (200, 300), 330
NEW, ARCHIVE = "new", "archive"  # the chips for reports that wait for their triage, and for what lies out of sight
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class CaseList(QWidget):
    """Cases in a table; ``filter_changed`` when other ones are wanted, ``case_chosen`` gives an id."""

    filter_changed = Signal()
    case_chosen = Signal(int)
    new_wanted = Signal()
    kinds_wanted = Signal()

    def __init__(self, *, inline: bool = False) -> None:
        super().__init__()
        self.search = SearchField(_("Zoek op naam, woord of nummer"), SEARCH[1])
        self.search.setMinimumWidth(SEARCH[0])  # a small window takes it from here
        self._timer = QTimer(self, singleShot=True, interval=0 if inline else TYPING)
        self._timer.timeout.connect(self.filter_changed)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        states = [("open", _("open")), (NEW, _("te beoordelen")), ("closed", _("afgesloten")), ("all", _("alle"))]
        states.insert(3, (ARCHIVE, _("archief")))
        self.state = Chips(states, value="open")
        severities = [("", _("elke zwaarte"))] + [(str(each), word("severity", each)) for each in CaseSeverity]
        self.severity = Chips(severities, value="")
        self.category = ChoiceField((), blank=_("elke soort"))
        self.category.set_name(_("Soort melding"))
        self.category.setFixedWidth(KIND)
        self.category.changed.connect(self.filter_changed)
        self.kinds_button = button(_("Soorten meldingen"), "tag", self.kinds_wanted.emit, "quiet")
        for chips in (self.state, self.severity):
            chips.chosen.connect(lambda _value: self.filter_changed.emit())
        self.state.setFixedSize(338, CHIPS)
        self.severity.setFixedSize(262, CHIPS)
        self.count = label("", "secondary")
        self.looked = label(_where_we_look(), "secondary", wrap=True)
        self.looked.hide()
        self.kept = SavedFilterBar()
        self.kept.chosen.connect(self.take)
        self.table = Table(_columns(), empty=self._empty(), name=_("Zaken"), many=True)
        self.table.line_activated.connect(lambda line: self.case_chosen.emit(line.id))
        self.table.clicked.connect(lambda _index: self._open_selected())
        self.several = SeveralBar()
        self.table.selectionModel().selectionChanged.connect(lambda *_change: self._count_chosen())
        self.table.lines_model.modelReset.connect(self._count_chosen)
        self._lay()

    def wanted(self) -> CaseFilter:
        """The cases that the filters ask for."""
        severity = str(self.severity.value() or "")
        return CaseFilter(
            is_open={"open": True, NEW: True, "closed": False}.get(str(self.state.value())),
            severity=CaseSeverity(severity) if severity else None,
            text=self.search.text(),
            to_judge=self.state.value() == NEW,
            archived=self.state.value() == ARCHIVE,
            category=str(self.category.value() or ""),
        )

    def offer_kinds(self, kinds: Sequence[CategoryLine]) -> None:
        """Offer these kinds to list by; one that is hidden only while it is chosen."""
        self.category.set_options(kind_options(offered(kinds, None, str(self.category.value() or ""))))

    def show_lines(self, lines: tuple[CaseLine, ...]) -> None:
        """Show these cases."""
        self.looked.setVisible(bool(self.search.text().strip()))
        self.table.set_lines(lines)
        self.count.setText(ngettext("{n} zaak", "{n} zaken", len(lines)))

    def take(self, line: FilterLine | CaseFilter) -> None:
        """Put the fields as a filter says."""
        state = "all" if line.is_open is None else ("open" if line.is_open else "closed")
        self.state.set_value(NEW if line.to_judge else ARCHIVE if line.archived else state)
        self.severity.set_value(line.severity or "")
        self.category.set_value(line.category or None)
        self.search.setText(line.text)
        self.filter_changed.emit()

    def _lay(self) -> None:
        card = Card(padding=8)
        card.body.addWidget(self.table)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        filters = row(self.search, gap=14)
        filters.setStretch(0, 99)
        for chips in (self.state, self.severity):
            filters.addWidget(chips, 0, Qt.AlignmentFlag.AlignVCenter)
        filters.addStretch(1)
        inside.addLayout(filters)
        inside.addLayout(row(self.category, self.kinds_button, 1, self.count))
        inside.addWidget(self.kept)
        inside.addWidget(self.looked)
        inside.addWidget(self.several)
        inside.addWidget(card, 1)

    def _open_selected(self) -> None:
        """A plain click opens the case; with Ctrl or Shift it is chosen beside others."""
        line = self.table.selected
        held = QApplication.keyboardModifiers() & (_CTRL | _SHIFT)
        if line is not None and not held and len(self.table.selected_lines) == 1:
            self.case_chosen.emit(line.id)

    def _count_chosen(self) -> None:
        self.several.show_count(len(self.table.selected_lines))

    def _empty(self) -> EmptyState:
        return EmptyState(
            "folder-open",
            _("Geen zaken hier"),
            _("Hoort u dat er online iets is misgegaan? Leg het vast als melding; u kunt het later aanvullen."),
            _("Nieuwe melding"),
            self.new_wanted.emit,
        )


def _where_we_look() -> str:
    return _(
        "Gezocht in nummer, titel, betrokkenen, platform, verhaal, verloop en de tekst van bewijs. "
        "Brieven en personen vindt u met Ctrl+K."
    )


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Nummer"), text=lambda line: line.short_number, width=90, in_sheet=lambda line: line.number),
        Column(
            _("Zaak"),
            strong=lambda line: line.title,
            detail=_detail,
            icon=lambda line: "bell" if line.is_new else "",
            in_sheet=lambda line: line.title,
            only_in_sheet=(
                Column(_("Betrokkenen"), text=lambda line: line.involved),
                Column(_("Wacht op"), text=lambda line: line.waits_for),
            ),
        ),
        Column(_("Zwaarte"), tag=lambda line: severity_tag(line.severity), width=110, sort=_weight),
        Column(_("Fase"), tag=lambda line: status_tag(line.status), width=130),
        Column(_("Behandelaar"), text=lambda line: line.owner, width=115),
        Column(_("Geopend"), text=lambda line: _day(line.opened_at), width=105, sort=lambda line: line.opened_at),
        Column(_("Laatst gewijzigd"), text=lambda line: _day(line.changed_at), width=125, sort=_changed),
    )


def _detail(line: CaseLine) -> str:
    new = _("nieuw voor u") if line.is_new else ""
    waits = _("wacht op {what}").format(what=line.waits_for) if line.waits_for else ""
    return " · ".join(part for part in (new, line.involved, waits, line.found) if part)


def _weight(line: CaseLine) -> int:
    return list(CaseSeverity).index(line.severity)


def _changed(line: CaseLine) -> datetime:
    return line.changed_at


def _day(at: datetime) -> str:
    return short_date(at.astimezone(AMSTERDAM).date())

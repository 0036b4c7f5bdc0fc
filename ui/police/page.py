"""Politie: what the police were told, what the school decided, what they ask, and the pack for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtWidgets import QTabBar, QWidget

from app.cases.beside.holds import HoldLine
from app.cases.inputs import CaseFilter
from app.casework import Casework
from app.kernel.formats import phone
from app.kernel.texts import N_, _
from app.police.lines import PoliceBook, PoliceLine
from app.police.rules import PoliceKind
from app.vault.keys.keyring import Role
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.fields import ChoiceField, SearchField
from ui.kit.form_sheet import FormSheet
from ui.kit.layouts import row
from ui.kit.page import Page, Picture
from ui.kit.table import Column, Table
from ui.police import sheets
from ui.police.pack_sheet import PackMaker
from ui.police.side import SideCard
from ui.police.words import BookRow, rows_of

POLICE = 2
SIDE = 340
CHOICE = 36


@dataclass(frozen=True)
class Lines:
    """What the page shows: everything of the police, and the cases it can be about, open ones first."""

    book: PoliceBook
    cases: tuple[tuple[int, str], ...]
    numbers: dict[int, str]


class PolicePage(Page):
    """Targets: a case's id shows that case alone; ``("melding"|"aangifte", case_id)`` opens the form for it."""

    name: ClassVar[str] = "police"
    label: ClassVar[str] = N_("Politie")
    icon: ClassVar[str] = "shield"
    roles: ClassVar[frozenset[Role]] = frozenset(role for role in Role if role.leads)
    topics: ClassVar[frozenset[str]] = frozenset({"police", "cases"})
    within: ClassVar[str] = "inspector"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._casework = _casework(desk)
        self._lines: Lines | None = None
        self._case_id: int | None = None
        self._noted: object = self
        self._then: PoliceKind | None = None
        self._packs = PackMaker(desk, self._casework, self)
        self.header.set_title(_("Politie"), overline=_("Melding en aangifte"))
        self._arrange()
        self.header.add_button(_("Melding vastleggen"), "shield", lambda: self.report(PoliceKind.MELDING))
        self.header.add_button(_("Aangifte vastleggen"), "gavel", lambda: self.report(PoliceKind.AANGIFTE), True)

    def open(self, target: object | None) -> None:
        kind, case_id = target if isinstance(target, tuple) else ("", target)
        if isinstance(case_id, int):
            self._case_id = case_id
        self.refresh()
        if kind in set(PoliceKind) and self._lines is not None:
            self.report(PoliceKind(kind))
        elif kind in set(PoliceKind):
            self._then = PoliceKind(kind)

    def fetch(self) -> Lines:
        police = self._casework.police
        if self._noted != self._case_id:
            police.note_book(self._case_id)
            self._noted = self._case_id
        found = self._casework.cases.list(CaseFilter(is_open=None, limit=2000))
        ordered = sorted(found, key=lambda case: not case.is_open)
        names = tuple((case.id, _shorten(f"{case.short_number}  {case.title}")) for case in ordered)
        return Lines(police.book(), names, {case.id: case.number for case in found})

    def show_lines(self, lines: Lines) -> None:
        self._lines = lines
        self.which.set_options(((0, _("Alle zaken")), *lines.cases))
        self.which.set_value(self._case_id or 0)
        rows = rows_of(lines.book, lines.numbers)
        self.table.set_lines([one for one in rows if self._case_id in {None, one.case_id}])
        self.side.show_row(self.table.selected)
        then, self._then = self._then, None
        if then is not None:
            self.report(then)

    def filter_field(self) -> QWidget:
        return self.search

    def report(self, kind: PoliceKind) -> None:
        """Record a melding or an aangifte."""
        self._open(sheets.report_sheet(self.desk, self._casework, self._choices, kind, self._case_id))

    def decide_not(self) -> None:
        """Record that the school does not go to the police."""
        self._open(sheets.decision_sheet(self.desk, self._casework, self._choices, self._case_id))

    def hold(self) -> None:
        """Record that the police asked to wait."""
        self._open(sheets.hold_sheet(self.desk, self._casework, self._choices, self._case_id))

    def make_pack(self) -> None:
        """Put a pack together, about one case."""
        chosen = self.table.selected
        case_id = self._case_id or (chosen.case_id if chosen is not None else None)
        if case_id is None:
            self.desk.messages.warning(_("Kies eerst de zaak waarover het pakket gaat."))
        else:
            self._packs.begin(case_id)

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        return (
            Picture("police"),
            Picture("police_detail", lambda page: page.table.select(page.table.lines_model.shown[0].id)),
            Picture("police_aangifte", lambda page: page.report(PoliceKind.AANGIFTE)),
            Picture("police_niet", lambda page: page.decide_not()),
            Picture("police_wachten", lambda page: page.hold()),
            Picture("police_pakket", lambda page: page.packs_of_first()),
        )

    def packs_of_first(self) -> None:
        """Put a pack together about the first case of the list, for the pictures."""
        shown = self.table.lines_model.shown
        if shown:
            self._packs.begin(shown[0].case_id)

    @property
    def _choices(self) -> Sequence[tuple[int, str]]:
        return self._lines.cases if self._lines else ()

    def _arrange(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        for text in (_("Gesprek"), _("Logboek"), _("Politie")):
            self.tabs.addTab(text)
        self.tabs.setCurrentIndex(POLICE)
        self.tabs.currentChanged.connect(self._turn)
        self.search = SearchField(_("Zoek in deze lijst"), 200)
        self.search.setMinimumWidth(110)  # in a small window the tabs keep theirs
        self.which = ChoiceField(((0, _("Alle zaken")),))
        self.which.set_name(_("Zaak"))
        self.which.setMaximumWidth(280)
        self.which.changed.connect(self._choose_case)
        self.body.addLayout(row(self.tabs, 1, self.search, self.which))
        nothing = EmptyState(
            "shield", _("Nog niets met de politie"), _("Meldingen, aangiften en het besluit om dat niet te doen.")
        )
        self.table = Table(_columns(), empty=nothing, name=_("Politie"))
        self.search.textChanged.connect(self.table.set_filter)
        card = Card()
        for text, name, slot in (
            (_("Pakket maken"), "archive", self.make_pack),
            (_("Verzoek te wachten"), "hourglass", self.hold),
            (_("Niet naar de politie"), "ban", self.decide_not),
        ):
            card.top.addWidget(button(text, name, slot, "quiet"))
        self.body.addWidget(card.add(self.table), 1)
        meldboek = self.desk.meldboek
        number = phone(meldboek.protocol.phone("police", meldboek.clock.today()).number)
        self.side = SideCard(number, self._complete, self._lift)
        self.table.line_selected.connect(self._selected)
        self.set_side(self.side, SIDE)

    def _turn(self, tab: int) -> None:
        if tab != POLICE:
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(POLICE)
            self.tabs.blockSignals(False)
            self.desk.go("inspector", "log" if tab else ("call", self._case_id))

    def _choose_case(self) -> None:
        self._case_id = self.which.value() or None
        self.reload()

    def _selected(self, line: BookRow | None) -> None:
        self.side.show_row(line)
        if line is not None and isinstance(line.source, PoliceLine):
            report_id = line.source.id
            view = self._casework.police.view
            self.desk.jobs.run(lambda: view(report_id), owner=self, done=lambda _report: None)

    def _complete(self, line: PoliceLine) -> None:
        self._open(sheets.report_sheet(self.desk, self._casework, (), line.report.kind, line.case_id, line))

    def _lift(self, line: HoldLine) -> None:
        self._open(sheets.lift_sheet(self.desk, self._casework, line))

    def _open(self, sheet: FormSheet) -> None:
        self.desk.dialogs.open(sheet)


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Wanneer"), lambda line: line.shown_at, 150, sort=lambda line: line.at),
        Column(_("Soort"), lambda line: line.kind, 156, icon=lambda line: line.icon),
        Column(_("Zaak"), lambda line: line.number, 80),
        Column(_("Wat"), lambda line: line.text),
        Column(_("Stand"), width=118, tag=lambda line: line.tag),
    )


def _casework(desk: Desk) -> Casework:
    casework = desk.meldboek.casework
    assert casework is not None  # noqa: S101 - the shell makes this page only for those who hold casework
    return casework


def _shorten(text: str) -> str:
    return text if len(text) <= CHOICE else f"{text[: CHOICE - 1].rstrip()}…"

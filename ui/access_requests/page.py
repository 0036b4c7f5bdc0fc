"""AVG: requests about own data, breaches of data, dossiers that were given, and the papers for the FG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QTabBar

from app.access_requests.lines import BreachLine, ContentLine, RequestCard, RequestLine
from app.access_requests.texts import DECISIONS, KINDS, RISKS
from app.dossiers.exports import ExportLine
from app.dossiers.rules import Asked
from app.kernel.formats import short_date, short_time
from app.kernel.texts import N_, _
from app.vault.keys.keyring import Role
from ui.access_requests import sheets
from ui.access_requests.asking import RequestSheet
from ui.access_requests.cards import SideCard
from ui.access_requests.checking import CheckSheet
from ui.access_requests.decision import decision_sheet
from ui.kit.buttons import icon_button
from ui.kit.card import Card
from ui.kit.desk import Desk
from ui.kit.empty import EmptyState
from ui.kit.layouts import holder, row
from ui.kit.page import Page, Picture
from ui.kit.saving import save_pdf
from ui.kit.table import Column, Table
from ui.kit.table_export import export_shown

REQUESTS, BREACHES, GIVEN = 0, 1, 2
SIDE = 360


@dataclass(frozen=True)
class Lines:
    """All three lists, and what is chosen."""

    requests: tuple[RequestLine, ...]
    breaches: tuple[BreachLine, ...]
    given: tuple[ExportLine, ...]
    card: RequestCard | None
    proposal: tuple[ContentLine, ...]
    breach: BreachLine | None


class AccessRequestsPage(Page):
    """Targets: ``("access_requests", id)`` a request, ``("breaches", id)`` a breach."""

    name: ClassVar[str] = "access_requests"
    label: ClassVar[str] = N_("AVG-verzoeken")
    icon: ClassVar[str] = "book-user"
    within: ClassVar[str] = "dossiers"
    roles: ClassVar[frozenset[Role]] = frozenset(role for role in Role if role.leads)
    topics: ClassVar[frozenset[str]] = frozenset({"access_requests", "dossiers", "people"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        casework = sheets.casework_of(desk)
        self._requests, self._accounts, self._exports = (
            casework.access_requests, casework.accounts, casework.dossiers.exports,
        )  # fmt: skip
        self._chosen: dict[int, int | None] = {REQUESTS: None, BREACHES: None}
        self._lines: Lines | None = None
        under = _("Verzoeken, datalekken en hun termijnen")
        self.header.set_title(_("AVG-verzoeken"), under)
        self.header.add_button(_("Naar dossiers"), "", lambda: desk.go("dossiers", None))
        self.header.add_button(_("Verwerkingsregister"), "download", self.save_record)
        self.header.add_button(_("Wat bewaren wij"), "download", self.save_kept)
        self.header.add_button(_("Afdruk controleren"), "", self.check)
        self.main = self.header.add_button(_("Vastleggen"), "plus", self.add, primary=True)
        self._arrange()

    def open(self, target: object | None) -> None:
        kind, value = target if isinstance(target, tuple) else (None, None)
        if kind in {"access_requests", "breaches"}:
            tab = REQUESTS if kind == "access_requests" else BREACHES
            self._chosen[tab] = value
            self.tabs.setCurrentIndex(tab)
        self.refresh()

    def fetch(self) -> Lines:
        requests, breaches = self._requests.requests(), self._requests.breaches.all()
        wanted, breach = self._chosen[REQUESTS], self._chosen[BREACHES]
        wanted = wanted if wanted in {one.id for one in requests} else next((one.id for one in requests), None)
        card = self._requests.request(wanted) if wanted is not None else None
        asks = card is not None and card.is_open and card.kind.value == "access"
        return Lines(
            requests,
            breaches,
            self._exports.recent(),
            card,
            self._requests.proposal(card.person_id) if card and asks else (),
            next((one for one in breaches if one.id == breach), breaches[0] if breaches else None),
        )

    def show_lines(self, lines: Lines) -> None:
        self._lines = lines
        for table, found in zip(self.tables, (lines.requests, lines.breaches, lines.given), strict=True):
            table.set_lines(found)
        for tab, one in ((REQUESTS, lines.card), (BREACHES, lines.breach)):
            if one is not None:  # what stands beside the list is marked in it
                self.tables[tab].select(one.id, quietly=True)
        self._show_side()

    def add(self) -> None:
        """Write down a request, or a breach on its tab."""
        sheet = sheets.breach_sheet if self.tabs.currentIndex() == BREACHES else RequestSheet
        self.desk.dialogs.open(sheet(self.desk, self._added))

    def check(self) -> None:
        """Whether a print or file is the same as what was given."""
        self.desk.dialogs.open(CheckSheet(self.desk, self._exports))

    def save_record(self) -> None:
        """The record of processing as a file."""
        save_pdf(self.desk, self, _("Verwerkingsregister.pdf"), self._accounts.processing_record)

    def save_kept(self) -> None:
        """What is kept, how much and until when, as a file."""
        save_pdf(self.desk, self, _("Wat bewaren wij.pdf"), self._accounts.kept_overview)

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        """The lists, and the sheets that write something down."""
        return (
            Picture("avg_exporteren", export_shown),
            Picture("avg_verzoeken"),
            Picture("avg_verzoek_vastleggen", lambda page: page.add()),
            Picture("avg_datalekken", lambda page: page.tabs.setCurrentIndex(BREACHES)),
            Picture("avg_afdruk", lambda page: page.check()),
        )

    def _arrange(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for text in (_("Verzoeken"), _("Datalekken"), _("Gegeven dossiers")):
            self.tabs.addTab(text)
        self.tables = (self._request_table(), self._breach_table(), self._given_table())
        self.stack = QStackedWidget()
        for table in self.tables:
            self.stack.addWidget(table)
        self.tabs.currentChanged.connect(self._turn)
        card = Card(padding=10)
        card.add(self.stack)
        export = icon_button("file-spreadsheet", _("Deze lijst exporteren naar Excel"), lambda: export_shown(self))
        self.body.addWidget(holder(row(self.tabs, 1, export)))
        self.body.addWidget(card, 1)
        self.side = SideCard()
        self.set_side(self.side, SIDE)
        self.tables[REQUESTS].line_selected.connect(lambda line: self._choose(REQUESTS, line))
        self.tables[BREACHES].line_selected.connect(lambda line: self._choose(BREACHES, line))

    def _request_table(self) -> Table:
        today = self.desk.meldboek.clock.today
        nothing = EmptyState("book-user", _("Geen verzoeken"), _("Leg een verzoek vast. De termijn loopt dan mee."))
        columns = (
            Column(_("Om wie"), strong=lambda line: line.person, detail=lambda line: _(KINDS[line.kind])),
            Column(_("Gevraagd door"), lambda line: line.requester),
            Column(_("Ontvangen"), lambda line: short_date(line.received_on), 108, sort=lambda line: line.received_on),
            Column(_("Uiterlijk"), lambda line: short_date(line.clocks.last_day), 108,
                   sort=lambda line: line.clocks.last_day,
                   tone=lambda line: "danger" if line.is_open and line.days_left(today()) < 0 else ""),
            Column(_("Stand"), _standing, 96),
        )  # fmt: skip
        return Table(columns, empty=nothing, name=_("Verzoeken"))

    def _breach_table(self) -> Table:
        nothing = EmptyState("shield-check", _("Geen datalekken"), _("Leg elk datalek vast, ook als u het niet meldt."))
        columns = (
            Column(
                _("Ontdekt"), lambda line: short_time(line.discovered_at), 150, sort=lambda line: line.discovered_at
            ),
            Column(_("Wat is er gebeurd"), lambda line: line.happened),
            Column(_("Risico"), lambda line: _(RISKS[line.risk]) if line.risk else "", 110),
            Column(_("Stand"), lambda line: _("afgesloten") if line.closed_on else _("open"), 110),
        )
        return Table(columns, empty=nothing, name=_("Datalekken"))

    def _given_table(self) -> Table:
        nothing = EmptyState("book-user", _("Nog geen dossier gegeven"), _("Wat u opslaat, staat hier."))
        columns = (
            Column(_("Wanneer"), lambda line: short_time(line.at), 150, sort=lambda line: line.at),
            Column(_("Van wie"), strong=lambda line: line.person, detail=lambda line: line.purpose),
            Column(_("Voor wie"), lambda line: line.receiver, detail=_locked),
            Column(_("Door"), lambda line: line.by, 130),
            Column(_("Controle"), lambda line: line.control, 110),
        )
        return Table(columns, empty=nothing, name=_("Gegeven dossiers"))

    def _turn(self, tab: int) -> None:
        self.stack.setCurrentIndex(tab)
        self.main.setVisible(tab != GIVEN)
        self._show_side()

    def _choose(self, tab: int, line: Any) -> None:
        if line is not None and line.id != self._chosen[tab]:
            self._chosen[tab] = line.id
            self.reload()

    def _added(self, number: Any) -> None:
        self._chosen[self.tabs.currentIndex()] = number
        self.desk.messages.info(_("Vastgelegd."))
        self.reload()

    def _show_side(self) -> None:
        lines, tab = self._lines, self.tabs.currentIndex()
        if lines is not None and tab == REQUESTS and lines.card is not None:
            card = lines.card
            self.side.show_request(card, lines.proposal, lambda what: self._do_request(what, card))
        elif lines is not None and tab == BREACHES and lines.breach is not None:
            breach = lines.breach
            self.side.show_breach(breach, lambda what: self._do_breach(what, breach))
        elif tab == GIVEN:
            about = _("Met Afdruk controleren ziet u of een afdruk of bestand een van deze dossiers is.")
            self.side.show_nothing(about)
        else:
            self.side.show_nothing(_("Kies een regel om meer te zien."))

    def _do_request(self, what: str, card: RequestCard) -> None:
        self._chosen[REQUESTS] = card.id  # it stays beside the list, wherever it comes to stand
        if what == "dossier":
            purpose = _("verzoek van {name}").format(name=card.requester)
            self.desk.go("dossiers", Asked(card.person_id, card.requester_id, purpose))
        elif what == "paper":
            name = _("Antwoord op verzoek.pdf") if card.decision else _("Ontvangstbevestiging verzoek.pdf")
            save_pdf(self.desk, self, name, lambda: self._accounts.answer(card.id))
        elif what == "decide":
            proposal = self._lines.proposal if self._lines else ()
            self.desk.dialogs.open(decision_sheet(self.desk, card, proposal, self._saved))
        else:
            made = {"extend": sheets.extension_sheet, "answer": sheets.answer_sheet}
            self.desk.dialogs.open(made[what](self.desk, card, self._saved))

    def _do_breach(self, what: str, line: BreachLine) -> None:
        self._chosen[BREACHES] = line.id
        if what == "decide":
            self.desk.dialogs.open(sheets.breach_decision_sheet(self.desk, line, self._saved))
        else:
            work: Callable[[], None] = lambda: self._requests.breaches.close(line.id)  # noqa: E731 - for the lane
            self.desk.jobs.run(work, owner=self, done=self._saved)

    def _saved(self, _result: object) -> None:
        self.desk.messages.info(_("Bewaard."))


def _locked(line: ExportLine) -> str:
    return _("met wachtwoord") if line.is_encrypted else ""


def _standing(line: RequestLine) -> str:
    if line.answered_on:
        return _("beantwoord")
    return _(DECISIONS[line.decision]) if line.decision else _("open")

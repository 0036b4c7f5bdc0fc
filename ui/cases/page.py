"""Zaken: the list of cases, one case, or a new report; one page, three states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.cases.beside.category_lines import CategoryLine
from app.cases.beside.lines import FilterLine
from app.cases.inputs import CaseFilter
from app.cases.lines import CaseLine
from app.cases.service import Cases
from app.kernel.errors import MeldboekError, Refused
from app.kernel.texts import N_, _
from app.vault.keys.keyring import Role
from ui.cases import report_drafts, scenes
from ui.cases.case_acts import CaseLines
from ui.cases.case_menu import more_button
from ui.cases.case_view import CaseView, read_case
from ui.cases.evidence.destroyer import Destroyer
from ui.cases.listing.acts import ListActs
from ui.cases.listing.view import CaseList
from ui.cases.prevention_view import PreventionLines, PreventionView, read_prevention
from ui.cases.report import ReportView
from ui.cases.scenes import PREVENTION
from ui.cases.words import confidentiality_tag, severity_tag, status_tag, waiting_tag
from ui.kit.desk import Desk
from ui.kit.form import leave
from ui.kit.page import Page, Picture
from ui.kit.table_export import ask_export
from ui.kit.tag import Tag, TagText
from ui.kit.words import sentence_of

NEW, DRAFT = "new", "draft"


def draft_key(target: object | None) -> str:
    """The key of the draft that a target such as ``("draft", "new-2")`` names."""
    return str(target[1]) if isinstance(target, tuple) and target[0] == DRAFT else ""


@dataclass(frozen=True)
class ListLines:
    """The list of cases and the filters that the user kept."""

    cases: tuple[CaseLine, ...]
    filters: tuple[FilterLine, ...]
    kinds: tuple[CategoryLine, ...]


class CasesPage(Page):
    """Open it with a case's id, with ``"new"`` for a report, or with nothing for the list."""

    name = "cases"
    label = N_("Zaken")
    icon = "folder-open"
    roles: ClassVar[frozenset[Role]] = frozenset({Role.DIRECTOR, Role.BOARD, Role.COORDINATOR})
    topics: ClassVar[frozenset[str]] = frozenset({"cases", "measures", "inspector", "people"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        casework = desk.meldboek.casework
        assert casework is not None  # noqa: S101 - the shell makes this page only for those who hold casework
        self._cases: Cases = casework.cases
        self.list = CaseList(inline=desk.jobs.inline)
        self.view = CaseView(desk, self._cases)
        self.prevention = PreventionView(desk, self._cases)
        self.report: ReportView | None = None
        self.stack = QStackedWidget()
        self.stack.setProperty("look", "bare")
        self.stack.addWidget(self.list)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.prevention)
        self.prevention.changed.connect(self.refresh)
        self.list_acts = ListActs(desk, self._cases, self.list)
        self.list_acts.changed.connect(self.refresh)
        self.list.kept.forget_wanted.connect(self.list_acts.forget_filter)
        self.body.addWidget(self.stack)
        self.list.filter_changed.connect(self.refresh)
        self.list.case_chosen.connect(self.open)
        self.list.new_wanted.connect(self.new)
        self.list.kinds_wanted.connect(self.list_acts.change_kinds)
        self.list.kinds_button.setVisible(desk.meldboek.user.role.leads)
        self.view.changed.connect(self.refresh)
        Destroyer(desk, self._cases, self).take_up()
        self._shown: object = self
        self._opened: int | None = None
        self._dress_list()

    @property
    def case_id(self) -> int | None:
        """The case that is open, or None for the list."""
        return self.target if isinstance(self.target, int) else None

    def fetch(self) -> CaseLines | PreventionLines | ListLines:
        case_id = self.case_id
        if case_id is not None:
            return read_case(self._cases, case_id, self.view.most)
        if self.target == PREVENTION:
            return read_prevention(self._cases, leads=self.desk.meldboek.user.role.leads)
        wanted = self.list.wanted()
        return ListLines(self._cases.list(wanted), self._cases.filters.all(), self._cases.categories.all())

    def show_lines(self, lines: CaseLines | PreventionLines | ListLines) -> None:
        if isinstance(lines, CaseLines):
            self._show_case(lines)
        elif isinstance(lines, PreventionLines):
            self.prevention.show_lines(lines)
            self._show(self.prevention)
        else:
            self.list.kept.show_filters(lines.filters)
            self.list.offer_kinds(lines.kinds)
            self.list.show_lines(lines.cases)
            if self.target is None:
                self._show(self.list)

    def open(self, target: object | None) -> None:
        """A case's id, ``"new"``, a filter of the list, or None to stay; what was typed elsewhere is asked about."""
        leave(self.stack, lambda: self._list(target) if isinstance(target, CaseFilter) else self._go(target))

    def new(self) -> None:
        """Take down a report."""
        self.open(NEW)

    def export(self) -> None:
        """Take the list out as a workbook, as it is shown."""
        ask_export(self, self.list.table)

    def show_list(self) -> None:
        """Back to the list."""
        leave(self.stack, self._to_list)

    def count(self) -> tuple[int, bool]:
        return self._cases.count_open(), False

    def filter_field(self) -> QWidget | None:
        return self.list.search if self.target is None else None

    @classmethod
    def pictures(cls, desk: Desk) -> Sequence[Picture]:
        """The list, the case with the longest story, and a new report."""
        return scenes.pictures(desk)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self._paste():
            return
        super().keyPressEvent(event)

    def _not_fetched(self, error: MeldboekError) -> None:
        """Whoever may not see this case any more sees nothing of it: also not what was shown a moment ago."""
        super()._not_fetched(error)
        if self.case_id is not None and isinstance(error, Refused):
            self._to_list()

    def _paste(self) -> bool:
        return self.report.paste() if self.report is not None else self.case_id is not None and self.view.paste()

    def _go(self, target: object | None) -> None:
        if target == NEW:
            self._ask_which_report()
            return
        if target is not None:
            self.target = target
        key = draft_key(target)
        if key:
            opened = partial(self._show_report, key)
            self.desk.jobs.run(self._cases.categories.all, owner=self, done=opened)
        self.refresh()

    def _ask_which_report(self) -> None:
        drawer = self.desk.meldboek.store.casework
        if drawer is not None:
            report_drafts.ask(self.desk, drawer, lambda key: self._go((DRAFT, key)))
        if self.target is None:
            self.refresh()

    def _list(self, wanted: CaseFilter) -> None:
        self.list.take(wanted)
        self._to_list()

    def _to_list(self) -> None:
        self.target, self._opened = None, None
        self.refresh()

    def _show_report(self, key: str, kinds: tuple[CategoryLine, ...]) -> None:
        if draft_key(self.target) != key:
            return  # gone elsewhere meanwhile
        self._drop_report()
        report = ReportView(self.desk, self._cases, key, kinds)
        report.reported.connect(self._reported)
        report.left.connect(self._to_list)
        report.case_wanted.connect(self.open)
        self.report = report
        self.stack.addWidget(report)
        self._show(report)

    def _reported(self, case_id: int) -> None:
        work = partial(self._cases.case, case_id)
        self.desk.jobs.run(work, owner=self, done=lambda _card: self._go_on(case_id), failed=self._kept_out)

    def _go_on(self, case_id: int) -> None:
        self.target = case_id
        self.desk.messages.info(_("De melding is bewaard. Beoordeel haar nu, of later."))
        self.refresh()

    def _kept_out(self, error: MeldboekError) -> None:
        """The report is kept, but whoever took it down turned out to be involved."""
        self._to_list()
        self.desk.messages.warning(_("De melding is bewaard. {why}").format(why=sentence_of(error)))

    def _drop_report(self) -> None:
        if self.report is not None:
            self.stack.removeWidget(self.report)
            self.report.deleteLater()
            self.report = None

    def _show(self, widget: QWidget) -> None:
        if widget is not self.report:
            self._drop_report()
        self.stack.setCurrentWidget(widget)
        if self._shown is not widget:
            self._shown = widget
            self._dress(widget)

    def _dress(self, widget: QWidget) -> None:
        if widget is self.list:
            self._dress_list()
        elif widget is self.view:
            self._dress_case()
        elif widget is self.prevention:
            self._dress_prevention()
        else:
            self._dress_report()

    def _dress_list(self) -> None:
        self._undress()
        self.header.set_title(_("Zaken"), _("Meldingen en wat de school ermee doet"))
        self.header.add_button(_("Preventie"), "users-round", lambda: self.open(PREVENTION))
        self.header.add_button(_("Filter bewaren"), "list-filter", self.list_acts.keep_filter)
        self.header.add_button(_("Exporteren"), "file-spreadsheet", self.export)
        self.header.add_button(_("Nieuwe melding"), "plus", self.new, primary=True)

    def _dress_prevention(self) -> None:
        self._undress()
        self.header.set_title(_("Preventie"), _("Wat de school doet voordat het misgaat"))
        self.header.add_button(_("Alle zaken"), "arrow-left", self.show_list)
        self.header.add_button(_("Tekst voor de nieuwsbrief"), "mail", self.prevention.newsletter)

    def _dress_report(self) -> None:
        self._undress()
        under = _("Eén regel en een eerste inschatting zijn genoeg; de rest kan later")
        self.header.set_title(_("Nieuwe melding"), under)
        report = self.report
        if report is not None:
            sample = self.header.add_button(_("Voorbeeld kiezen"), "file-text", lambda: report.offer_templates(sample))

    def _dress_case(self) -> None:
        self._undress()
        self.header.add_button(_("Alle zaken"), "arrow-left", self.show_list)
        self.view.fold_behind(self.header.add_button(_("Details"), "panel-right", self.view.turn_details))
        self.header.add_button(_("Bewijs"), "paperclip", self.view.attach_file)
        self.header.add_button(_("Maatregel"), "scale", self.view.choose_measure)
        self.header.add_widget(more_button(self.view))
        self.header.add_button(_("Aan verloop toevoegen"), "plus", self.view.add_entry, primary=True)

    def _undress(self) -> None:
        self.header.clear_buttons()
        self.header.clear_tags()

    def _show_case(self, lines: CaseLines) -> None:
        card = lines.card
        if card.id != self.case_id:
            return
        self.view.show_lines(lines, self.desk.meldboek.clock.today())
        self._show(self.view)
        if self._opened != card.id:  # once per opening: a change that comes back is no new look
            self._opened = card.id
            self.view.step.button.setFocus()  # not the search field on top
            self.desk.jobs.run(lambda: self._cases.note_opened(card.id), owner=self, done=lambda _none: None)
        self.header.set_title(card.title, "", card.number)
        self.header.clear_tags()
        tags: tuple[TagText, ...] = (severity_tag(card.severity), status_tag(card.status))
        waits = (waiting_tag(card.waits_for),) if card.waits_for else ()
        for tag in (*tags, *waits, confidentiality_tag(card.open_to)):
            self.header.add_tag(Tag(tag.text, tag.tone, tag.icon))

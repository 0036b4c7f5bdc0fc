"""Zaken: the list of cases, one case, or a new report; one page, three states."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.cases.lines import CaseLine
from app.cases.service import Cases
from app.cases.side_lines import FilterLine
from app.kernel.errors import MeldboekError
from app.kernel.texts import N_, _
from app.vault.keyring import Role
from ui.cases.case_acts import CaseLines
from ui.cases.case_view import CaseView, read_case
from ui.cases.filter_bar import keep_sheet
from ui.cases.list_export import write
from ui.cases.list_view import CaseList
from ui.cases.prevention_view import PreventionLines, PreventionView, read_prevention
from ui.cases.report import ReportView
from ui.cases.words import confidentiality_tag, severity_tag, status_tag
from ui.kit.buttons import icon_button
from ui.kit.desk import Desk
from ui.kit.form import leave
from ui.kit.page import Page, Picture
from ui.kit.tag import Tag, TagText
from ui.kit.words import sentence_of

NEW, PREVENTION = "new", "prevention"


@dataclass(frozen=True)
class ListLines:
    """The list of cases and the filters that the user kept."""

    cases: tuple[CaseLine, ...]
    filters: tuple[FilterLine, ...]


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
        self.list.kept.forget_wanted.connect(self._forget_filter)
        self.body.addWidget(self.stack)
        self.list.filter_changed.connect(self.refresh)
        self.list.case_chosen.connect(self.open)
        self.list.new_wanted.connect(self.new)
        self.view.changed.connect(self.refresh)
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
        return ListLines(self._cases.list(self.list.wanted()), self._cases.filters.all())

    def show_lines(self, lines: CaseLines | PreventionLines | ListLines) -> None:
        if isinstance(lines, CaseLines):
            self._show_case(lines)
        elif isinstance(lines, PreventionLines):
            self.prevention.show_lines(lines)
            self._show(self.prevention)
        else:
            self.list.kept.show_filters(lines.filters)
            self.list.show_lines(lines.cases)
            if self.target is None:
                self._show(self.list)

    def open(self, target: object | None) -> None:
        """A case's id, ``"new"``, or None to stay where it was; what was typed elsewhere is asked about first."""
        leave(self.stack, lambda: self._go(target))

    def new(self) -> None:
        """Take down a report."""
        self.open(NEW)

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
        casework = desk.meldboek.casework
        lines = casework.cases.list() if casework else ()
        first = lines[0].id if lines else None

        def sheet(act: str) -> Callable[[Any], object]:
            def show(page: Any) -> None:
                page.open(first)
                getattr(page.view, act)()

            return show

        return (
            Picture("cases"),
            Picture("case", lambda page: page.open(first)),
            Picture("report", lambda page: page.new()),
            Picture("prevention", lambda page: page.open(PREVENTION)),
            *(Picture(f"case_{act}", sheet(act)) for act in ("triage", "close_case", "add_task", "grant", "complain")),
            *(Picture(f"case_{act}", sheet(act)) for act in ("aside", "link", "look_at_evidence")),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) and self.case_id is not None and self.view.paste():
            return
        super().keyPressEvent(event)

    def _go(self, target: object | None) -> None:
        if target is not None:
            self.target = target
        if self.target == NEW:
            self._show_report()
        self.refresh()

    def _to_list(self) -> None:
        self.target, self._opened = None, None
        self.refresh()

    def _show_report(self) -> None:
        self._drop_report()
        report = ReportView(self.desk, self._cases)
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
        self.header.add_button(_("Filter bewaren"), "list-filter", self._keep_filter)
        self.header.add_button(_("Exporteren"), "file-spreadsheet", self._export)
        self.header.add_button(_("Nieuwe melding"), "plus", self.new, primary=True)

    def _dress_prevention(self) -> None:
        self._undress()
        self.header.set_title(_("Preventie"), _("Wat de school doet voordat het misgaat"))
        self.header.add_button(_("Alle zaken"), "arrow-left", self.show_list)
        self.header.add_button(_("Tekst voor de nieuwsbrief"), "mail", self.prevention.newsletter)

    def _keep_filter(self) -> None:
        sheet = keep_sheet(self.desk, self._cases, self.list.wanted())
        sheet.closed.connect(self.refresh)
        self.desk.dialogs.open(sheet)

    def _forget_filter(self, filter_id: int) -> None:
        work = partial(self._cases.filters.forget, filter_id)
        self.desk.jobs.run(work, owner=self, done=lambda _none: self.refresh())

    def _export(self) -> None:
        lines = self.list.table.lines_model.shown
        self.desk.dialogs.save_file(_("Lijst opslaan"), _("zaken.xlsx"), partial(self._write, tuple(lines)))

    def _write(self, lines: tuple[CaseLine, ...], path: Path | None) -> None:
        if path is not None:
            told = _("Opgeslagen. Buiten Meldboek is deze lijst niet beveiligd.")
            self.desk.jobs.run(self._cases.note_list_export, owner=self, done=lambda _none: None)
            work = partial(write, path, lines)
            self.desk.jobs.render(work, owner=self, done=lambda _path: self.desk.messages.info(told))

    def _dress_report(self) -> None:
        self._undress()
        self.header.set_title(_("Nieuwe melding"), _("Schrijf op wat u nu weet; alles kan later worden aangevuld"))

    def _dress_case(self) -> None:
        self._undress()
        self.header.add_button(_("Alle zaken"), "arrow-left", self.show_list)
        self.view.fold_behind(self.header.add_button(_("Details"), "panel-right", self.view.turn_details))
        self.header.add_button(_("Bewijs"), "paperclip", self.view.attach_file)
        self.header.add_button(_("Maatregel"), "scale", self.view.choose_measure)
        self.more_button = icon_button("ellipsis", _("Meer"), self._show_menu)
        self.header.add_widget(self.more_button)
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
        for tag in (*tags, confidentiality_tag(card.confidentiality)):
            self.header.add_tag(Tag(tag.text, tag.tone, tag.icon))

    def _show_menu(self) -> None:
        menu = QMenu(self)
        for text, slot in self._menu():
            action = QAction(text, menu)
            action.triggered.connect(lambda _on=False, do=slot: do())
            menu.addAction(action)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _menu(self) -> list[tuple[str, Callable[[], None]]]:
        view = self.view
        if view.lines is None or not view.lines.card.is_open:
            return [(_("Zaak heropenen"), view.reopen)]
        return [
            (_("Melding beoordelen"), view.triage),
            (_("Persoon toevoegen"), view.involve),
            (_("Ouders inlichten"), view.inform),
            (_("Taak toevoegen"), view.add_task),
            (_("Evaluatie plannen"), view.plan_evaluation),
            (_("Naar een andere fase"), view.move_to),
            (_("Zaak koppelen"), view.link),
            *view.leading(),
            (_("Zaak afsluiten"), view.close_case),
        ]

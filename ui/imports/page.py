"""Klassenlijst inlezen: choose a file, look what changes, take it over, see what was done."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget

from app.imports.rules import Proposal, Reading, Result
from app.imports.service import ImportLine, Imports
from app.kernel.errors import MeldboekError
from app.kernel.texts import N_, _
from ui.imports.choose import ChooseStep
from ui.imports.preview import PreviewStep, is_empty
from ui.imports.result import ResultStep
from ui.kit.desk import Desk
from ui.kit.page import Page, Picture
from ui.kit.words import sentence_of


class ImportsPage(Page):
    """Open it with a path to read that file at once."""

    name = "imports"
    label = N_("Klassenlijst inlezen")
    icon = "file-spreadsheet"
    within = "people"
    topics: ClassVar[frozenset[str]] = frozenset({"imports"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._imports: Imports = desk.meldboek.imports
        self.proposal: Proposal | None = None
        self._path: Path | None = None
        self.choose, self.preview, self.result = ChooseStep(), PreviewStep(), ResultStep()
        self.choose.wanted.connect(self.choose_file)
        self.stack = QStackedWidget()
        self.stack.setProperty("look", "bare")
        for step in (self.choose, self.preview, self.result):
            self.stack.addWidget(step)
        self.body.addWidget(self.stack, 1)
        self.setAcceptDrops(True)
        self.start()

    def fetch(self) -> tuple[ImportLine, ...]:
        return self._imports.history()

    def show_lines(self, lines: Sequence[ImportLine]) -> None:
        self.choose.show_history(lines)

    def open(self, target: object | None) -> None:
        self.start()
        super().open(None)
        if isinstance(target, Path):
            self.read(target)

    def new(self) -> None:
        """Choose a file."""
        self.choose_file()

    def start(self) -> None:
        """Begin anew; what was looked at is forgotten."""
        self.proposal, self._path = None, None
        self.choose.show_waiting()
        self._show(self.choose, _("Uit uw schoolsysteem, in drie stappen: kiezen, nakijken, overnemen"))
        self.header.add_button(_("Naar Personen"), "arrow-left", self._leave)
        self.header.add_button(_("Bestand kiezen"), "folder-open", self.choose_file, primary=True)

    def choose_file(self) -> None:
        """Let the user point at a file."""
        patterns = (
            _("Klassenlijsten (*.xlsx *.xlsm *.xls *.ods *.csv *.txt *.htm *.html)"),
            _("Alle bestanden (*)"),
        )
        self.desk.dialogs.choose_file(_("Klassenlijst kiezen"), self._chosen, patterns)

    def read(self, path: Path) -> None:
        """Read a file on the lane for files, then hold it against the register."""
        self._path = path
        self.choose.show_reading(path.name)
        self.stack.setCurrentWidget(self.choose)
        self.desk.jobs.render(
            lambda: self._imports.read(path),
            owner=self,
            done=lambda reading: self._compare(path, reading),
            failed=self._refused,
        )

    def take_over(self) -> None:
        """Carry out the proposal, all of it or nothing."""
        proposal = self.proposal
        if proposal is None:
            return
        self.proposal = None
        self.primary.setEnabled(False)
        self.desk.jobs.run(lambda: self._imports.apply(proposal), owner=self, done=self._applied, failed=self._refused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.read(path))

    @classmethod
    def pictures(cls, _desk: Desk) -> Sequence[Picture]:
        """The first step; the others need a file."""
        return (Picture("imports"),)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.read(path)

    def _compare(self, path: Path, reading: Reading) -> None:
        if path == self._path:
            self.desk.jobs.run(
                lambda: self._imports.compare(reading), owner=self, done=self._show_proposal, failed=self._refused
            )

    def _show_proposal(self, proposal: Proposal) -> None:
        self.proposal = proposal
        self.preview.show_proposal(proposal)
        groups = _("groepen {groups}").format(groups=", ".join(proposal.groups)) if proposal.groups else ""
        self._show(self.preview, " · ".join(part for part in (proposal.file_name, groups) if part))
        self.header.add_button(_("Ander bestand"), "arrow-left", self.start)
        nothing = is_empty(proposal)
        text = _("Er verandert niets") if nothing else _("Klassenlijst overnemen")
        self.primary = self.header.add_button(text, "check", self.take_over, primary=True)
        self.primary.setEnabled(not nothing)

    def _applied(self, result: Result) -> None:
        self.result.show_result(result)
        self._show(self.result, "")
        self.header.add_button(_("Nog een bestand"), "file-spreadsheet", self.start)
        self.header.add_button(_("Naar Personen"), "users", self._leave, primary=True)

    def _refused(self, error: MeldboekError) -> None:
        self.start()
        self.choose.show_problem(sentence_of(error))

    def _leave(self) -> None:
        self.desk.go("people", None)

    def _show(self, step: ChooseStep | PreviewStep | ResultStep, subtitle: str) -> None:
        self.stack.setCurrentWidget(step)
        self.header.clear_buttons()
        self.header.set_title(_("Klassenlijst inlezen"), subtitle)


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dragged over the page."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None

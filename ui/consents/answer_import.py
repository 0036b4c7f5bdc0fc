"""Answers from a workbook: choose the file, look what changes, take it over, see what was done."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.consents.answers.workbook import AnswerProposal, AnswerResult
from app.consents.answers.workbook_rows import HEADS
from app.imports.process.grid import Grid, read_grid
from app.kernel.errors import MeldboekError
from app.kernel.texts import _
from app.people.rules import PersonLine
from ui.consents.import_steps import AnswersDone, AnswersPreview, ChooseWorkbook
from ui.kit.desk import Desk
from ui.kit.labels import bare
from ui.kit.saving import save_pdf
from ui.kit.words import sentence_of


class AnswerImport(QWidget):
    """Three steps in the place of the rounds; ``left`` when the user is done."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self._desk = desk
        self._lists = desk.meldboek.consents.answer_lists
        self._path: Path | None = None
        self.proposal: AnswerProposal | None = None
        self.choose, self.preview, self.result = ChooseWorkbook(), AnswersPreview(), AnswersDone()
        self.stack = QStackedWidget()
        self.stack.setProperty("look", "bare")
        for step in (self.choose, self.preview, self.result):
            self.stack.addWidget(step)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.stack)
        self.choose.wanted.connect(self.choose_file)
        self.choose.template_wanted.connect(self.save_template)
        self.preview.taken.connect(self.take_over)
        for step in (self.preview, self.result):
            step.again.connect(self.start)
        for step in (self.choose, self.preview, self.result):
            step.left.connect(self.left)
        self.setAcceptDrops(True)

    def start(self) -> None:
        """Begin anew; what was looked at is forgotten."""
        self.proposal, self._path = None, None
        self.choose.show_waiting()
        self.stack.setCurrentWidget(self.choose)

    def choose_file(self) -> None:
        """Let the user point at a workbook."""
        patterns = (_("Werkbladen (*.xlsx *.xlsm *.xls *.ods *.csv)"), _("Alle bestanden (*)"))
        self._desk.dialogs.choose_file(_("Werkblad met antwoorden kiezen"), self._chosen, patterns)

    def save_template(self) -> None:
        """Save an empty workbook to fill in."""
        name, title = _("antwoorden toestemming.xlsx"), _("Leeg werkblad bewaren")
        save_pdf(self._desk, self, name, self._lists.template, title=title, said=_("Bewaard als {name}."))

    def read(self, path: Path) -> None:
        """Read a file on the lane for files, then hold it against the register."""
        self._path = path
        self.choose.show_reading(path.name)
        self.stack.setCurrentWidget(self.choose)
        self._desk.jobs.render(
            lambda: read_grid(path, HEADS[0]),
            owner=self,
            done=lambda grid: self._compare(path, grid),
            failed=self._refused,
        )

    def take_over(self) -> None:
        """Record every row, all of them or none."""
        proposal = self.proposal
        if proposal is not None:
            self.proposal = None
            self._desk.jobs.run(
                lambda: self._lists.apply(proposal), owner=self, done=self._applied, failed=self._refused
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.read(path))

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self.read(path)

    def _compare(self, path: Path, grid: Grid) -> None:
        if path == self._path:
            self._desk.jobs.run(
                lambda: self._lists.compare(grid.file_name, grid.rows),
                owner=self,
                done=self._show_proposal,
                failed=self._refused,
            )

    def _show_proposal(self, proposal: AnswerProposal) -> None:
        self.proposal = proposal
        ids = {line.pupil_id for line in proposal.lines}
        people, consents = self._desk.meldboek.people, self._desk.meldboek.consents
        self._desk.jobs.run(
            lambda: (people.names(ids), {line.code: line.short for line in consents.catalogue.all()}),
            owner=self,
            done=lambda found: self._show_preview(proposal, *found),
        )

    def _show_preview(
        self, proposal: AnswerProposal, names: Mapping[int, PersonLine], purposes: dict[str, str]
    ) -> None:
        self.preview.show_proposal(proposal, names, purposes)
        self.stack.setCurrentWidget(self.preview)

    def _applied(self, result: AnswerResult) -> None:
        self.result.show_result(result)
        self.stack.setCurrentWidget(self.result)

    def _refused(self, error: MeldboekError) -> None:
        self.start()
        self.choose.show_problem(sentence_of(error))


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dragged over the page."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None

"""Klassenlijst inlezen: choose a file, see what was recognised, compare, take it over, see what was done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QStackedWidget

from app.imports.readings import Reading
from app.imports.recognition import Mapping
from app.imports.results import ImportLine, Result
from app.imports.rules import Proposal
from app.imports.service import Imports
from app.kernel.calendar import school_year
from app.kernel.errors import MeldboekError
from app.kernel.formats import short_date
from app.kernel.texts import N_, _
from ui.imports import files
from ui.imports.ahead import Ahead
from ui.imports.choose import ChooseStep
from ui.imports.compare import CompareStep
from ui.imports.doubts import ask_before
from ui.imports.draft import Draft, take_over
from ui.imports.drop import FileDrop
from ui.imports.pictures import pictures
from ui.imports.readiness import Readiness
from ui.imports.recognised import RecognisedStep
from ui.imports.result import ResultStep
from ui.imports.undo import ask_undo
from ui.kit.desk import Desk
from ui.kit.page import Page, Picture
from ui.kit.words import sentence_of

Step = ChooseStep | RecognisedStep | CompareStep | ResultStep


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
        self.reading: Reading | None = None
        self.draft: Draft | None = None
        self._path: Path | None = None
        self._goes_on = False
        self._done: Result | None = None
        self._decided: tuple[Mapping, ...] = ()
        self._brin = ""
        self.choose, self.recognised = ChooseStep(), RecognisedStep()
        self.compare, self.result = CompareStep(desk.meldboek.clock), ResultStep(desk.go)
        self.stack = QStackedWidget()
        self.stack.setProperty("look", "bare")
        for step in (self.choose, self.recognised, self.compare, self.result):
            self.stack.addWidget(step)
        self.body.addWidget(self.stack, 1)
        self._connect()
        self._ahead = Ahead(desk, self)
        FileDrop(self, self.read)
        self._readiness = Readiness(self, self._imports, desk.jobs)
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
        self.choose_file()

    def home(self) -> None:
        self.desk.go("people", None)

    def start(self) -> None:
        """Begin anew; what was looked at is forgotten."""
        self.reading, self.draft, self._path, self._done = None, None, None, None
        self._decided, self._goes_on = (), False
        self.choose.show_waiting()
        self._show(self.choose, _("Uit uw schoolsysteem, of uit een eigen lijst"))
        self.header.add_button(_("Naar Personen"), "arrow-left", self.home)
        self._primary(_("Bestand kiezen"), "folder-open", self.choose_file)

    def choose_file(self) -> None:
        """Let the user point at a file."""
        self.desk.dialogs.choose_file(_("Klassenlijst kiezen"), self.read, files.patterns())

    def read(self, path: Path | None) -> None:
        """Read a file, with what was decided about such a list before; then show what was recognised."""
        self._decided, self._goes_on = (), False
        if path is not None:
            self._read(path)

    def _read_again(self, go_on: bool = False) -> None:
        """Read the file with what the user decided now."""
        self._decided, self._goes_on = (*self._decided, *self.recognised.decided), go_on
        if self._path is not None:
            self._read(self._path)

    def _read(self, path: Path) -> None:
        self._path = path
        self.choose.show_reading(path.name)
        self.stack.setCurrentWidget(self.choose)
        self.header.clear_buttons()
        self.header.add_button(_("Stoppen"), "x", self.start)
        imports, school = self._imports, self.desk.meldboek.school
        self.desk.jobs.run(
            lambda: (school.profile().brin, imports.layouts()),
            owner=self,
            done=lambda known: self._read_with(path, *known),
        )

    def _read_with(self, path: Path, brin: str, known: Sequence[Mapping]) -> None:
        self._brin, mappings = brin, (*known, *self._decided)
        self.desk.jobs.render(
            lambda: self._imports.read(path, mappings),
            owner=self,
            done=lambda reading: self._was_read(path, reading),
            failed=lambda error: self._not_read(path, error),
        )

    def forward(self) -> None:
        """Go on: Enter, or the primary button."""
        if self.primary.isEnabled():
            self.primary.click()

    def back(self) -> None:
        """Go back: Escape, or the button for it. Nothing is kept."""
        if self.stack.currentWidget() is self.compare and self.reading is not None:
            self._show_reading(self.reading)
        elif self.stack.currentWidget() is self.choose and self._path is None:
            self.home()
        else:
            self.start()

    def look(self) -> None:
        """Hold the list against the register."""
        reading, path = self.reading, self._path
        if reading is None or path is None:
            return
        if self.recognised.is_changed:
            self._read_again(go_on=True)
            return
        if not reading.holds_people:
            return
        self.primary.setEnabled(False)
        self._ahead.ask(
            reading,
            lambda proposal: self._compared(reading, proposal),
            lambda error: self._not_read(path, error),
        )

    def take_over(self) -> None:
        """Carry out what was decided; asks once about who is doubtful and who leaves."""
        draft = self.draft
        if draft is not None:
            ask_before(self.desk.dialogs, draft, lambda: self._apply(draft))

    def ask_undo(self, import_id: int) -> None:
        """Show what undoing an import would do."""
        ask_undo(self.desk, self, import_id, self.start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            here = QApplication.focusWidget()
            here.click() if isinstance(here, QPushButton) and self.isAncestorOf(here) else self.forward()
        elif event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    @classmethod
    def pictures(cls, desk: Desk) -> Sequence[Picture]:
        """Every step, with a list made from the school itself."""
        return pictures(desk)

    def _connect(self) -> None:
        self.choose.wanted.connect(self.choose_file)
        self.choose.template_wanted.connect(lambda: files.save_template(self.desk, self))
        self.choose.undo_wanted.connect(lambda line: self.ask_undo(line.id))
        self.recognised.row_chosen.connect(self._read_again)
        self.recognised.changed.connect(self._may_go_on)
        self.compare.changed.connect(self._renew)
        self.compare.save_wanted.connect(lambda: files.save_comparison(self.desk, self, self.compare.draft))
        self.result.save_wanted.connect(lambda: files.save_rejected(self.desk, self, self._done))
        self.result.undo_wanted.connect(lambda: self.ask_undo(self._done.import_id) if self._done else None)

    def _was_read(self, path: Path, reading: Reading) -> None:
        if path != self._path:
            return
        self._readiness.renew()
        self._show_reading(reading)
        if self._goes_on:
            self._goes_on = False
            self.look()

    def _show_reading(self, reading: Reading) -> None:
        self.reading, self.draft = reading, None
        self.recognised.show_reading(reading, self._brin, school_year(self.desk.meldboek.clock.today()))
        self._show(self.recognised, _("Kijk of de kolommen goed zijn herkend."), 2)
        self.header.add_button(_("Ander bestand"), "arrow-left", self.start)
        self._primary(_("Verder"), "arrow-right", self.look)
        self._may_go_on()
        self._ahead.begin(reading)

    def _may_go_on(self) -> None:
        self.primary.setEnabled(self.recognised.is_changed or bool(self.reading and self.reading.holds_people))

    def _compared(self, reading: Reading, proposal: Proposal) -> None:
        if reading is not self.reading:
            return
        self.draft = Draft(proposal, reading.doubts)
        self.compare.show_draft(self.draft)
        said = _("Dit verandert er. Er is nog niets overgenomen.")
        if proposal.since > self.desk.meldboek.clock.today():
            said += " " + _("De groepen gelden vanaf {date}.").format(date=short_date(proposal.since))
        self._show(self.compare, said, 3)
        self.header.add_button(_("Terug"), "arrow-left", self.back)
        if self.choose.only_look.value():
            looking = _("U kijkt alleen: er wordt niets overgenomen.")
            self.header.set_title(_("Klassenlijst bekijken"), looking, self._overline(3))
            self._primary(_("Klaar met kijken"), "check", self.start)
        else:
            self._primary(_("Klassenlijst overnemen"), "check", self.take_over)
            self._renew()
        self.compare.table.setFocus()

    def _renew(self) -> None:
        if self.draft is not None and not self.choose.only_look.value():
            nothing = self.draft.is_empty()
            self.primary.setText(_("Er verandert niets") if nothing else _("Klassenlijst overnemen"))
            self.primary.setEnabled(not nothing)

    def _apply(self, draft: Draft) -> None:
        if self.draft is not draft:
            return
        self.draft = None
        self.primary.setEnabled(False)
        self.desk.jobs.run_long(
            _("De klassenlijst wordt overgenomen"),
            lambda progress: take_over(self.desk.meldboek.store, self._imports, draft, progress.step),
            owner=self,
            done=self._applied,
            failed=lambda error: self._not_applied(draft, error),
            database=True,
        )

    def _applied(self, result: Result) -> None:
        for mapping in self._decided:
            self.desk.jobs.run(partial(self._imports.remember, mapping), owner=self, done=lambda _none: None)
        self.show_result(result)

    def show_result(self, result: Result) -> None:
        """Show what was done."""
        self._done = result
        self.result.show_result(result, self.reading)
        self._show(self.result, "", 4)
        self.header.add_button(_("Nog een bestand"), "file-spreadsheet", self.start)
        self._primary(_("Naar Personen"), "users", self.home)

    def _not_applied(self, draft: Draft, error: MeldboekError) -> None:
        """Nothing was taken over; the comparison stands there still."""
        self.draft = draft
        self._renew()
        self.desk.messages.warning(sentence_of(error))

    def _not_read(self, path: Path, error: MeldboekError) -> None:
        if path == self._path:
            self.start()
            self.choose.show_problem(sentence_of(error))

    def _overline(self, number: int) -> str:
        file_name = self.reading.file_name if self.reading else ""
        return _("Stap {number} van 4 · {file}").format(number=number, file=file_name)

    def _primary(self, text: str, icon: str, slot: object) -> None:
        self.primary = self.header.add_button(text, icon, slot, primary=True)  # type: ignore[arg-type] # a method
        self.primary.setFocus()

    def _show(self, step: Step, subtitle: str, number: int = 1) -> None:
        self.stack.setCurrentWidget(step)
        self.header.clear_buttons()
        self.header.set_title(_("Klassenlijst inlezen"), subtitle, self._overline(number) if number > 1 else "")

"""What can be done with the letter, the tray line or the template that is chosen in Brieven."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QPushButton, QStackedWidget

from app.kernel.clock import AMSTERDAM
from app.kernel.findings import Finding
from app.kernel.formats import short_date
from app.kernel.texts import _, ngettext
from app.letters.lines import LetterCard, TrayLine, Wording
from app.letters.paper.layout import Printable
from app.letters.rules import names_in_text
from app.letters.service import Letters
from app.letters.templates.wordings import VersionLine, WordingLine
from app.letters.tray.service import Tray
from ui.kit.page import Page
from ui.kit.printing import ask_and_print
from ui.kit.saving import save_pdf, save_workbook
from ui.kit.table import Table
from ui.letters.editor import Editor
from ui.letters.finalise_sheet import finalise_sheet
from ui.letters.lists import POSTED, TEMPLATES, TRAY
from ui.letters.merge_sheet import open_merge
from ui.letters.preview import Preview
from ui.letters.sent_sheets import correct_sheet, sent_all_sheet, sent_sheet
from ui.letters.sheets import new_letter_sheet, returned_sheet
from ui.letters.template_editor import TemplateEditor
from ui.letters.versions import versions_sheet


class LetterActs(Page):
    """The verbs of the page; what is shown and chosen is in ``LettersPage``."""

    _letters: Letters | None
    _tray: Tray
    _card: LetterCard | None
    _data: bytes
    _which: str
    _cases: tuple[tuple[int, str], ...]
    tables: dict[str, Table]
    editor: Editor | TemplateEditor | None
    stack: QStackedWidget
    preview: Preview
    buttons: Mapping[str, QPushButton]

    @property
    def in_tray(self) -> tuple[TrayLine, ...]:
        """The lines that are chosen in the tray, or among what left it."""
        return self.tables[self._which].selected_lines if self._which in {TRAY, POSTED} else ()

    @property
    def wording(self) -> WordingLine | None:
        """The template that is chosen."""
        line = self.tables[TEMPLATES].selected if self._which == TEMPLATES else None
        return line if isinstance(line, WordingLine) else None

    def edit(self) -> None:
        """Change the text of the chosen draft or template."""
        if self.wording is not None:
            self._open_editor(TemplateEditor(self.desk, self.wording))
        elif self._card is not None and not self._card.is_final:
            self._open_editor(Editor(self.desk, self._card))

    def _open_editor(self, editor: Editor | TemplateEditor) -> None:
        editor.typed.connect(self.preview.pdf.set_pdf)
        if isinstance(editor, Editor):
            judge = self.preview.findings.show_findings
            editor.judged.connect(lambda findings: judge(findings, can_mend=True))
        editor.saved.connect(self._edited)
        editor.left.connect(self._close_editor)
        self.editor = editor
        self.stack.addWidget(editor)
        self.stack.setCurrentWidget(editor)
        self._show_buttons()

    def point_at(self, finding: Finding) -> None:
        """Bring the cursor to the place in the draft that this finding is about."""
        if self.editor is None:
            self.edit()
        if isinstance(self.editor, Editor):
            self.editor.point_at(finding)

    def put_original(self) -> None:
        """Write the text of the template in the form again, after a question; only Bewaren keeps it."""
        editor, letters = self.editor, self._letters
        if not isinstance(editor, Editor) or letters is None:
            return
        letter_id = editor.letter.id
        said = _("De oorspronkelijke tekst staat er weer. Hij geldt pas als u hem bewaart.")

        def put(wording: Wording) -> None:
            if editor is self.editor:  # else it was left meanwhile
                self.desk.messages.info(said, undo=editor.put(wording))

        def ask(yes: bool) -> None:
            if yes:
                self.desk.jobs.run(lambda: letters.original(letter_id), owner=self, done=put)

        text = _("Meldboek schrijft de brief opnieuw, met wat nu bekend is. Wat u in de tekst veranderde, is dan weg.")
        self.desk.dialogs.ask(_("Oorspronkelijke tekst terugzetten"), text, _("Terugzetten"), ask)

    def keep_edit(self) -> None:
        """Save what was typed in the editor."""
        if self.editor is not None:
            self.editor.save()

    def cancel_edit(self) -> None:
        """Leave the editor; what was typed is asked about."""
        if self.editor is not None:
            self.editor.cancel()

    def finalise(self) -> None:
        """Ask how the chosen draft goes and freeze it."""
        letters, card = self._letters, self._card
        if letters is not None and card is not None:
            done = lambda: self._done(_("De brief staat vast."))  # noqa: E731 - one call
            self.desk.dialogs.open(finalise_sheet(self.desk, self, letters, card, done))

    def record_sent(self) -> None:
        """Record how the chosen letter, or letters of the tray, left."""
        many = self.in_tray
        if len(many) > 1:
            told = _("Vastgelegd dat de brieven zijn verstuurd.")
            self.desk.dialogs.open(sent_all_sheet(self.desk, many, lambda undo: self._done(told, undo)))
            return
        what = many[0] if many else self._card
        if what is not None:
            done = _("Vastgelegd dat de brief is verstuurd.")
            self.desk.dialogs.open(sent_sheet(self.desk, what, lambda undo: self._done(done, undo)))

    def correct_sent(self) -> None:
        """Say better on which day and how the chosen letter left."""
        what = self.in_tray[0] if self.in_tray else self._card
        if what is not None:
            done = _("De verzending is verbeterd.")
            self.desk.dialogs.open(correct_sheet(self.desk, what, lambda: self._done(done)))

    def record_returned(self) -> None:
        """Record what came back of the chosen letter."""
        what = self.in_tray[0] if self.in_tray else self._card
        if what is not None:
            done = _("Vastgelegd wat er terugkwam.")
            self.desk.dialogs.open(returned_sheet(self.desk, what, lambda: self._done(done)))

    def save(self) -> None:
        """Keep the shown letter as a file outside the program."""
        lines, data, tray = self.in_tray, self._data, self._tray
        save_pdf(self.desk, self, self._file_name("pdf"), lambda: tray.pdf(lines[0].id) if lines else data)

    def save_word(self) -> None:
        """Keep the letter as a Word document, for the school's own letterhead; the log says so."""
        letters, card = self._letters, self._card
        if letters is None or card is None:
            return
        read = lambda: letters.editable(card.id)  # noqa: E731 - one call
        save_workbook(self.desk, self, self._file_name("docx"), _("Word-bestand opslaan"), read, _as_docx)

    def _file_name(self, ending: str) -> str:
        """``brief 2026-11-16 2026-2027_SM-012_BR-01.pdf``: never the name of a pupil."""
        line = self.in_tray[0] if self.in_tray else None
        at = line.placed_at if line else (self._card.finalised_at or self._card.created_at) if self._card else None
        day = f" {at.astimezone(AMSTERDAM):%Y-%m-%d}" if at else ""
        number = _(" nr {number}").format(number=line.id) if line else ""
        reference = f" {self._card.reference.replace('/', '_')}" if self._card and self._card.reference else ""
        return _("brief") + day + (number or reference) + f".{ending}"

    def print_out(self) -> None:
        """Put the shown letter, or what is chosen in the tray, on paper as one job."""
        ids, data, tray = [line.id for line in self.in_tray], self._data, self._tray
        said = ngettext("{n} brief is naar de printer gestuurd.", "{n} brieven zijn naar de printer gestuurd.",
                        max(1, len(ids)))  # fmt: skip
        marked = lambda: self.desk.jobs.run(lambda: tray.mark_printed(ids), owner=self, done=lambda _none: None)  # noqa: E731
        desk, window = self.desk, self.window()
        show = lambda found: ask_and_print(desk.jobs, desk.messages, window, found, said, marked)  # noqa: E731
        self.desk.jobs.run(lambda: tray.pdfs(ids) if ids else (data,), owner=self, done=show)

    def choose_all(self) -> None:
        """Choose every letter in the tray, to print them as one job."""
        self.tables[TRAY].selectAll()
        self._show_buttons()

    def save_labels(self) -> None:
        """Keep a sheet of labels for what is chosen in the tray."""
        addresses = [line.lines for line in self.in_tray]
        at = short_date(self.desk.meldboek.clock.today())
        name = _("etiketten {day}.pdf").format(day=at)
        save_workbook(self.desk, self, name, _("Etiketten opslaan"), lambda: addresses, _labels)

    def correct(self) -> None:
        """Write a new letter in place of the chosen final one."""
        letters, card = self._letters, self._card
        if letters is not None and card is not None:
            self.desk.jobs.run(lambda: letters.correct(card.id), owner=self, done=self.open)

    def write_english(self) -> None:
        """Write the same letter in English beside the chosen one."""
        letters, card = self._letters, self._card
        if letters is not None and card is not None:
            self.desk.jobs.run(lambda: letters.in_english(card.id), owner=self, done=self.open)

    def discard(self) -> None:
        """Throw the chosen draft away, after a question."""
        letters, card = self._letters, self._card
        if letters is None or card is None:
            return
        name = names_in_text(card.addressee)
        text = _("Het concept voor {name} wordt weggegooid.").format(name=name)
        self.desk.dialogs.ask(_("Concept weggooien"), text, _("Weggooien"), self._discard, danger=True)

    def _discard(self, yes: bool) -> None:
        letters, card = self._letters, self._card
        if yes and letters is not None and card is not None:
            self.desk.jobs.run(lambda: letters.discard(card.id), owner=self, done=lambda _none: None)

    def new_letter(self) -> None:
        """Ask for a letter that belongs to no measure."""
        self.desk.dialogs.open(new_letter_sheet(self.desk, list(self._cases), lambda ids: self.open(ids[0])))

    def merge(self) -> None:
        """Write one letter to many parents."""
        open_merge(self.desk, self, self.reload)

    def reset_template(self) -> None:
        """Go back to the shipped text of the chosen template, after a question."""
        if self.wording is not None:
            text = _("Nieuwe brieven krijgen dan weer de meegeleverde tekst. Uw eigen versies blijven bewaard.")
            self.desk.dialogs.ask(_("Meegeleverde tekst gebruiken"), text, _("Gebruiken"), self._reset)

    def _reset(self, yes: bool) -> None:
        line, wordings = self.wording, self.desk.meldboek.wordings
        if yes and line is not None:
            said = lambda _none: self.desk.messages.info(_("De meegeleverde tekst geldt weer."))  # noqa: E731
            self.desk.jobs.run(lambda: wordings.reset(line.code, line.language), owner=self, done=said)

    def show_versions(self) -> None:
        """Show what the school kept of the chosen template."""
        line, wordings = self.wording, self.desk.meldboek.wordings
        if line is None:
            return

        def shown(found: tuple[VersionLine, ...]) -> None:
            done = lambda: self._done(_("Deze versie geldt nu."))  # noqa: E731 - one call
            self.desk.dialogs.open(versions_sheet(self.desk, line, found, done))

        self.desk.jobs.run(lambda: wordings.versions(line.code, line.language), owner=self, done=shown)

    def _edited(self) -> None:
        self._close_editor()
        self.desk.messages.info(_("De tekst is bewaard."))

    def _done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Tell what was done; a change of mind lays letters back in the tray."""
        back = _("Vastgelegd dat het niet is verstuurd. De printbak is weer zoals hij was.")

        def put_back() -> None:
            if undo is not None:
                self.desk.jobs.run(undo, owner=self, done=lambda _none: self._done(back))

        self.desk.messages.info(text, undo=put_back if undo is not None else None)
        self.reload()

    def _close_editor(self) -> None:
        if self.editor is not None:
            self.stack.removeWidget(self.editor)
            self.editor.deleteLater()
            self.editor = None
        self._show_chosen()

    def _show_buttons(self) -> None:
        """Show the verbs that fit what is chosen."""

    def _show_chosen(self) -> None:
        """Show what is chosen."""


def _as_docx(found: Printable) -> bytes:
    # python-docx takes long to load, and few letters need it
    from app.letters.paper.word import as_docx  # noqa: PLC0415

    return as_docx(found.paper, found.at) if found.paper is not None else b""


def _labels(addresses: list[tuple[str, ...]]) -> bytes:
    from app.letters.paper.labels import labels  # noqa: PLC0415 - as above

    return labels(addresses)

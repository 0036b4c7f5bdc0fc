"""One piece of evidence: seen inside the program, covered, given out, or destroyed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.cases.evidence import files, papers, pictures
from app.cases.evidence.custody import Examined, copy_suffix, examine, safe_copy
from app.cases.evidence.destruction import Destroying
from app.cases.lines import EntryLine, EvidenceLine
from app.cases.service import Cases
from app.kernel.errors import MeldboekError, Refused
from app.kernel.formats import short_time
from app.kernel.texts import _
from app.vault.attachments import Attachment
from ui.cases.evidence import pdf_pages
from ui.cases.evidence.destroyer import Destroyer
from ui.cases.evidence.mask_sheet import Boxes, MaskSheet
from ui.cases.evidence.pictures import picture_label
from ui.kit.desk import Desk
from ui.kit.fields import AreaField
from ui.kit.finding import Notice
from ui.kit.form import Form
from ui.kit.form_sheet import FormSheet
from ui.kit.labels import label
from ui.kit.layouts import Scroll
from ui.kit.pdf_view import PdfView
from ui.kit.rows import FactRow
from ui.kit.saving import save_noted
from ui.kit.sheet import Sheet
from ui.kit.words import sentence_of

WIDE, HIGH, WORD = 800, 520, 130


class EvidenceDesk:
    """What can be done with the file under one entry; ``done`` after a change."""

    def __init__(
        self, desk: Desk, cases: Cases, entry: EntryLine, line: EvidenceLine, done: Callable[[object], object]
    ) -> None:
        self._desk, self._cases, self._done = desk, cases, done
        self._destroyer = Destroyer(desk, cases, desk.dialogs)
        self._case_id, self._entry_id, self._line = entry.case_id, entry.id, line

    def show(self, *, masked: bool = False) -> None:
        """Read the file, look into it, and show it."""
        work = partial(self._cases.files.load, self._case_id, self._entry_id, masked=masked)
        self._desk.jobs.run(work, owner=self._desk.dialogs, done=partial(self._look, masked), failed=self._unseen)

    def mask(self, file: Attachment, found: Examined) -> None:
        """Draw boxes and keep a covered copy; the pages of a PDF are drawn first."""
        if found.picture is not None:
            self._cover(file, (found.picture,))
            return
        done = partial(self._cover, file)
        self._desk.jobs.render(partial(pdf_pages.drawn, file.data), owner=self._desk.dialogs, done=done)

    def export(self, file: Attachment, *, original: bool) -> None:
        """Save a copy outside the program: without hidden data, or untouched."""
        name = Path(file.name).stem + (files.SUFFIXES[file.mime] if original else copy_suffix(file.mime))
        note = partial(self._cases.files.note_export, self._case_id, self._entry_id, original=original)
        said = _("Opgeslagen als {name}. Buiten Meldboek is dit bestand niet beveiligd.")
        draw = (lambda: file.data) if original else partial(safe_copy, file.data, file.mime)
        save_noted(self._desk, self._desk.dialogs, name, _("Bewijs opslaan"), draw, note, said=said)

    def destroy(self) -> None:
        """Ask why, then take the file out of the case and out of every backup."""
        form = Form(self._desk)
        text = _("Het bestand verdwijnt uit Meldboek en uit de reservekopieën die het kan vinden. Dat kan niet terug.")
        form.add(Notice("danger", _("Bewijs vernietigen"), text))
        form.field("reason", _("Waarom"), AreaField(lines=3))
        sheet = FormSheet(
            _("Bewijs vernietigen"),
            form,
            _("Vernietigen"),
            lambda values: self._cases.files.destroy(self._case_id, self._entry_id, values["reason"]),
            self._gone,
        )
        self._desk.dialogs.open(sheet)

    def _unseen(self, error: MeldboekError) -> None:
        """A file that nobody may look at any more; the leadership can still destroy it, after asking the police."""
        leads = self._desk.meldboek.user.role.leads
        if not leads or not isinstance(error, Refused) or error.code != "cases.sexual_imagery":
            self._desk.messages.error(sentence_of(error))
            return
        sheet = Sheet(self._line.description or self._line.name, width=640)
        sheet.body.addWidget(Notice("danger", _("Dit bestand gaat niet meer open"), sentence_of(error)))
        asked = _("Vernietig het pas als de politie zegt dat het mag: het kan bewijs zijn.")
        sheet.body.addWidget(label(asked, "quiet", wrap=True))
        for word, text in _facts(self._line, masked=False):
            sheet.body.addWidget(FactRow(word, text, WORD))
        sheet.add_button(_("Vernietigen"), partial(self._then, sheet, self.destroy))
        sheet.add_button(_("Sluiten"), sheet.dismiss, "primary")
        self._desk.dialogs.open(sheet)

    def _look(self, masked: bool, file: Attachment) -> None:
        work = partial(examine, file.data, f"{file.name}{files.SUFFIXES[file.mime]}")
        self._desk.jobs.render(work, owner=self._desk.dialogs, done=partial(self._open, masked, file))

    def _open(self, masked: bool, file: Attachment, found: Examined) -> None:
        sheet = Sheet(self._line.description or file.name, width=WIDE + 60, scrolls=True)
        sheet.body.addWidget(view_of(file, found))
        for word, text in (*_facts(self._line, masked=masked), *found.hidden):
            sheet.body.addWidget(FactRow(word, text, WORD))
        for text, act in self._acts(file, found, masked):
            sheet.add_button(text, partial(self._then, sheet, act))
        sheet.add_button(_("Sluiten"), sheet.dismiss, "primary")
        self._desk.dialogs.open(sheet)

    def _acts(self, file: Attachment, found: Examined, masked: bool) -> list[tuple[str, Callable[[], None]]]:
        acts: list[tuple[str, Callable[[], None]]] = []
        if self._desk.meldboek.user.role.leads and not masked:
            acts.append((_("Vernietigen"), self.destroy))
        if masked:
            acts.append((_("Origineel tonen"), self.show))
        elif self._line.masked_at is not None:
            acts.append((_("Afgedekte kopie tonen"), partial(self.show, masked=True)))
        if (found.picture is not None or file.mime == files.PDF) and not masked:
            acts.append((_("Afdekken"), partial(self.mask, file, found)))
        if not masked:
            acts.append((_("Origineel opslaan"), partial(self.export, file, original=True)))
        acts.append((_("Kopie opslaan"), partial(self.export, file, original=False)))
        return acts

    def _then(self, sheet: Sheet, act: Callable[[], None]) -> None:
        sheet.close_sheet()
        act()

    def _cover(self, file: Attachment, pages: tuple[bytes, ...]) -> None:
        self._desk.dialogs.open(MaskSheet(pages, partial(self._burn, file, pages)))

    def _burn(self, file: Attachment, pages: tuple[bytes, ...], boxes: Boxes) -> None:
        if file.mime == files.PDF:
            work = partial(papers.covered, pages, boxes)
        else:
            work = partial(pictures.masked, file.data, boxes[0])
        self._desk.jobs.render(work, owner=self._desk.dialogs, done=self._masked)

    def _masked(self, data: bytes) -> None:
        work = partial(self._cases.files.mask, self._case_id, self._entry_id, data)
        self._desk.jobs.run(work, owner=self._desk.dialogs, done=self._done)

    def _gone(self, begun: Destroying) -> None:
        self._done(None)
        self._destroyer.go_on(begun)


def show_file(desk: Desk, file: Attachment) -> None:
    """Look into a kept paper and show it, from memory."""

    def show(found: Examined) -> None:
        sheet = Sheet(file.name, width=WIDE + 60, scrolls=True)
        sheet.body.addWidget(view_of(file, found))
        sheet.add_button(_("Sluiten"), sheet.dismiss, "primary")
        desk.dialogs.open(sheet)

    work = partial(examine, file.data, f"{file.name}{files.SUFFIXES[file.mime]}")
    desk.jobs.render(work, owner=desk.dialogs, done=show)


def view_of(file: Attachment, found: Examined) -> QWidget:
    """The file itself, from memory: a picture, the pages, or the words."""
    if found.picture is not None:
        return picture_label(found.picture, WIDE, HIGH)
    if file.mime == files.PDF:
        pages = PdfView()
        pages.set_pdf(file.data)
        pages.setMinimumHeight(HIGH)
        return pages
    words = Scroll()
    words.setMinimumHeight(HIGH // 2)
    text = found.words or _("In dit bestand staat geen tekst.")
    words.body.addWidget(label(text, wrap=True, selectable=True))
    return words


def _facts(line: EvidenceLine, *, masked: bool) -> list[tuple[str, str]]:
    facts = [(_("gemaakt op"), short_time(line.captured_at))] if line.captured_at is not None else []
    facts.append((_("bewaard op"), short_time(line.filed_at)))
    if line.source:
        facts.append((_("van"), line.source))
    if masked and line.masked_at is not None:
        by = _("{at}, {name}").format(at=short_time(line.masked_at), name=line.masked_by)
        return [*facts, (_("afgedekt op"), by)]
    return [*facts, (_("SHA-256"), line.sha256)]

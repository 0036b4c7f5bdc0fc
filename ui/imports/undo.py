"""Undoing an import: first what goes back and what stays with its reason, then the button."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.imports.results import UndoPreview, UndoResult
from app.kernel.errors import MeldboekError
from app.kernel.formats import short_time
from app.kernel.texts import _, ngettext
from app.sentences import sentence
from ui.kit.buttons import set_kind
from ui.kit.desk import Desk
from ui.kit.finding import Notice
from ui.kit.labels import label
from ui.kit.sheet import Sheet
from ui.kit.table import Column, Table
from ui.kit.words import sentence_of


class UndoSheet(Sheet):
    """Shows the preview; ``done`` follows after the import was undone."""

    def __init__(self, desk: Desk, preview: UndoPreview, done: Callable[[UndoResult], object]) -> None:
        super().__init__(_("Inlezen ongedaan maken"), width=620)
        self._desk, self._preview, self._done = desk, preview, done
        told = _("{file}, ingelezen op {at} door {name}")
        about = told.format(file=preview.file_name, at=short_time(preview.at), name=preview.user_name)
        self.body.addWidget(label(about, "quiet", wrap=True))
        for text in going_back(preview):
            self.body.addWidget(label(text, wrap=True))
        if preview.kept:
            self.body.addWidget(label(kept_count(len(preview.kept)), "section"))
            self.kept = _kept_table()
            self.kept.set_lines(preview.kept)
            self.kept.setMinimumHeight(min(260, 40 + 40 * len(preview.kept)))
            self.body.addWidget(self.kept)
        if preview.note:
            self.body.addWidget(Notice("info" if preview.is_possible else "danger", "", sentence(preview.note)))
        stay = self.add_button(_("Laten staan"), self.dismiss)
        if preview.is_possible:
            self.button = self.add_button(_("Ongedaan maken"), self.undo, "danger")
            stay.setFocus()
        else:
            set_kind(stay, "primary")

    def undo(self) -> None:
        """Undo it."""
        self.button.setEnabled(False)
        imports, import_id = self._desk.meldboek.imports, self._preview.import_id
        self._desk.jobs.run(lambda: imports.undo(import_id), owner=self, done=self._undone, failed=self._refused)

    def _undone(self, result: UndoResult) -> None:
        self.close_sheet()
        self._done(result)

    def _refused(self, error: MeldboekError) -> None:
        self.close_sheet()
        self._desk.messages.error(sentence_of(error))


def ask_undo(desk: Desk, owner: QObject, import_id: int, then: Callable[[], object]) -> None:
    """Fetch the preview and show it; ``then`` follows after the import was undone."""

    def undone(result: UndoResult) -> None:
        desk.messages.info(undone_told(result))
        then()

    desk.jobs.run(
        lambda: desk.meldboek.imports.undoable(import_id),
        owner=owner,
        done=lambda preview: desk.dialogs.open(UndoSheet(desk, preview, undone)),
    )


def going_back(preview: UndoPreview) -> list[str]:
    """What undoing takes away and puts back, as sentences."""
    said = []
    if preview.removed:
        said.append(ngettext("{n} persoon verdwijnt weer.", "{n} personen verdwijnen weer.", preview.removed))
    if preview.restored:
        told = ngettext(
            "{n} persoon krijgt de gegevens van daarvoor terug.",
            "{n} personen krijgen de gegevens van daarvoor terug.",
            preview.restored,
        )
        said.append(told)
    return said or [_("Er is niets om terug te draaien.")]


def kept_count(count: int) -> str:
    """How many stay as they are."""
    return ngettext("{n} persoon blijft zoals nu", "{n} personen blijven zoals nu", count)


def undone_told(result: UndoResult) -> str:
    """In one sentence what was undone."""
    told = _("Ongedaan gemaakt: {removed} weg, {restored} teruggezet, {kept} gebleven.")
    return told.format(removed=result.removed, restored=result.restored, kept=len(result.kept))


def _kept_table() -> Table:
    columns = (
        Column(_("Wie"), strong=lambda line: line.name, width=180),
        Column(_("Waarom"), text=lambda line: sentence(line.reason), tip=lambda line: sentence(line.reason)),
    )
    return Table(columns, name=_("Wie blijft zoals nu"), key=lambda line: line.person_id)

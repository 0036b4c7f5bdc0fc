"""Is this print the same as what was given: by its file, or by the number at the foot of every page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from app.dossiers.exports import ExportLine, Exports
from app.kernel.errors import MeldboekError
from app.kernel.formats import long_time
from app.kernel.texts import _
from ui.kit.buttons import button
from ui.kit.desk import Desk
from ui.kit.fields import TextField
from ui.kit.finding import Notice
from ui.kit.labels import label
from ui.kit.layouts import clear, row
from ui.kit.sheet import Sheet
from ui.kit.words import sentence_of


class CheckSheet(Sheet):
    """Looks the print up among the dossiers that were given."""

    def __init__(self, desk: Desk, exports: Exports) -> None:
        super().__init__(_("Afdruk of bestand controleren"), width=560)
        self._desk, self._exports = desk, exports
        text = _("Onder aan elke bladzijde staat een controlegetal. Typ het, of kies het bestand zelf.")
        self.body.addWidget(label(text, "secondary", wrap=True))
        self.typed = TextField(placeholder=_("bijvoorbeeld 9b41 07de"))
        self.typed.set_name(_("Controlegetal"))
        self.body.addLayout(row(self.typed, button(_("Zoeken"), "search", self.look)))
        self.body.addLayout(row(button(_("Bestand kiezen"), "", self.choose), 1))
        self.found = QVBoxLayout()
        self.body.addLayout(self.found)
        self.add_button(_("Sluiten"), self.close_sheet)

    def look(self) -> None:
        """Look up the number that was typed."""
        typed = self.typed.value()
        find = lambda: self._exports.with_control(typed)  # noqa: E731 - for the lane
        self._desk.jobs.run(find, owner=self, done=self._by_number, failed=self._wrong)

    def choose(self) -> None:
        """Look up a file."""
        self._desk.dialogs.choose_file(_("Bestand kiezen"), self._chosen, ("PDF (*.pdf)",))

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self._desk.jobs.run(lambda: self._exports.is_this(path.read_bytes()), owner=self, done=self._by_file)

    def _by_number(self, found: tuple[ExportLine, ...]) -> None:
        good = _("Dit getal hoort bij een dossier dat is gegeven. Vergelijk het aantal bladzijden.")
        self._tell(found, good, _("Dit getal hoort niet bij een dossier uit dit Meldboek."))

    def _wrong(self, error: MeldboekError) -> None:
        clear(self.found)
        self.found.addWidget(Notice("danger", "", sentence_of(error)))

    def _by_file(self, found: tuple[ExportLine, ...]) -> None:
        good = _("Dit bestand is precies wat is gegeven.")
        self._tell(found, good, _("Dit bestand is niet gelijk aan een dossier dat is gegeven."))

    def _tell(self, found: tuple[ExportLine, ...], good: str, bad: str) -> None:
        clear(self.found)
        self.found.addWidget(Notice("ok", _("Gevonden"), good) if found else Notice("danger", _("Niet gevonden"), bad))
        for one in found:
            words = _("{name}, {at} door {by}, {pages} bladzijden").format(
                name=one.person, at=long_time(one.at), by=one.by, pages=one.pages or "?"
            )
            self.found.addWidget(label(words, wrap=True, selectable=True))

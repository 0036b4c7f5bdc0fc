"""Putting a backup back: which one, whose passphrase of that day, a trial first, and what stands there now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.kernel.clock import Clock
from app.kernel.errors import MeldboekError
from app.kernel.formats import long_time
from app.kernel.texts import _, ngettext
from app.vault.copies import backups, container, restore
from app.vault.copies.container import BackupLine
from app.vault.copies.restore import Restored
from app.vault.keys import recovery, second_factor
from app.vault.keys.keyring import RECOVERY, Role
from ui.kit.buttons import button
from ui.kit.dialogs import Dialogs
from ui.kit.empty import EmptyState
from ui.kit.fields import ChoiceField, TextField
from ui.kit.finding import Notice
from ui.kit.form_row import FormRow
from ui.kit.jobs import Jobs
from ui.kit.labels import label
from ui.kit.layouts import clear, holder, row
from ui.kit.sheet import Sheet
from ui.kit.table import Column, Table
from ui.kit.words import sentence_of
from ui.school.key_file_field import KeyFileField

LIST_HEIGHT = 230
_COUNTED = (("register", "persons"), ("casework", "cases"), ("casework", "measures"))


class RestoreSheet(Sheet):
    """``leave`` closes the open store first, where there is one; ``done`` follows when the backup stands there."""

    def __init__(
        self,
        folder: Path,
        jobs: Jobs,
        dialogs: Dialogs,
        clock: Clock,
        done: Callable[[Restored], object],
        leave: Callable[[], object] = str,
    ) -> None:
        super().__init__(_("Een reservekopie terugzetten"), width=640)
        self._folder, self._jobs, self._dialogs, self._clock = folder, jobs, dialogs, clock
        self._done, self._close_store = done, leave
        self.path: Path | None = None
        nothing = EmptyState("archive", _("Geen reservekopieën in deze map"), _("Kies er een op uw USB-stick."))
        self.table = Table(_columns(), empty=nothing, name=_("Reservekopieën"), key=lambda line: line.path)
        self.table.setFixedHeight(LIST_HEIGHT)
        self.table.line_selected.connect(lambda line: self.choose(line.path) if line is not None else None)
        self.user = ChoiceField(())
        self.passphrase = TextField(secret=True)
        self.passphrase_row = FormRow(_("Wachtzin of herstelsleutel van toen"), self.passphrase)
        self.file = KeyFileField(dialogs)
        self.file_row = FormRow(_("Sleutelbestand van toen"), self.file)
        self._with_file: frozenset[str] = frozenset()
        self.user.changed.connect(self._tell_file)
        self._notice = QVBoxLayout()
        self._lay()
        self._tell_file()
        jobs.render(lambda: backups.made(folder), owner=self, done=self._show)

    def choose(self, path: Path) -> None:
        """Take this backup; the directors of its day may open it, and its recovery key."""
        clear(self._notice)
        try:
            slots = container.keys(path).slots
        except MeldboekError as error:
            self.path = None
            self._say("danger", _("Deze reservekopie is niet te gebruiken"), sentence_of(error))
            return
        self.path, users = path, [slot.user for slot in slots]
        self._with_file = frozenset(slot.user.id for slot in slots if slot.asks_file)
        directors = [(user.id, user.name) for user in users if user.role is Role.DIRECTOR and user.id != RECOVERY]
        self.user.set_options([*directors, (RECOVERY, _("de herstelsleutel op papier"))])
        self._tell_file()
        self._say(
            "neutral", path.name, _("Kies wie u toen was en typ de wachtzin van die dag, of typ de herstelsleutel.")
        )

    def choose_other(self) -> None:
        """Take one that lies elsewhere, such as on a USB stick."""
        patterns = (_("Reservekopie van Meldboek (*{suffix})").format(suffix=container.SUFFIX),)
        take = lambda path: self.choose(path) if path is not None else None  # noqa: E731 - one expression
        self._dialogs.choose_file(_("Kies een reservekopie"), take, patterns)

    def try_out(self) -> None:
        """Open it, check every page and count, without touching anything."""
        self._begin(restore.rehearse, self._tried)

    def put_back(self) -> None:
        """Try it first; only what passed is put in the place of the school."""

        def work(path: Path, user: str, typed: str) -> Restored:
            restore.rehearse(path, user, typed)
            self._close_store()
            return restore.restore(self._folder, path, user, typed, self._clock)

        self._begin(work, self._finished)

    def _begin(self, work: Callable[[Path, str, str], Restored], done: Callable[[Restored], object]) -> None:
        path, typed = self.path, self.passphrase.value()
        user = RECOVERY if recovery.is_one(typed) else str(self.user.value())
        if path is None or not typed:
            self.passphrase_row.show_error(_("Kies een reservekopie en typ de wachtzin.") if not typed else "")
            return
        missing = self.file.problem() if user in self._with_file else ""
        self.file_row.show_error(missing)
        self.passphrase_row.show_error("")
        if missing:
            return
        secret = second_factor.joined(typed, self.file.value())
        self._busy(True)
        self._jobs.run(lambda: work(path, user, secret), owner=self, done=done, failed=self._failed)

    def _tell_file(self) -> None:
        wanted = str(self.user.value()) in self._with_file
        self.file_row.setVisible(wanted)
        if wanted:
            self.file.look()

    def _tried(self, found: Restored) -> None:
        self._busy(False)
        text = _("Alles is nagekeken: {counts}. Er is nog niets teruggezet.").format(counts=_counted(found.rows))
        self._say("ok", _("Deze reservekopie van {when} is heel").format(when=long_time(found.made_at)), text)

    def _finished(self, found: Restored) -> None:
        self.close_sheet()
        self._done(found)

    def _failed(self, error: MeldboekError) -> None:
        self._busy(False)
        self._say("danger", _("Er is niets teruggezet"), sentence_of(error))

    def _busy(self, busy: bool) -> None:
        for made in (self._try, self._put):
            made.setEnabled(not busy)

    def _show(self, lines: tuple[BackupLine, ...]) -> None:
        self.table.set_lines(lines)
        whole = [line for line in lines if line.is_readable]
        if whole and self.path is None:
            self.table.select(whole[0].path)
            self.choose(whole[0].path)

    def _say(self, tone: str, title: str, text: str) -> None:
        clear(self._notice)
        self._notice.addWidget(Notice(tone, title, text))  # type: ignore[arg-type] # one of the tones

    def _lay(self) -> None:
        self.body.addWidget(self.table)
        other = button(_("Ander bestand kiezen"), "folder-open", self.choose_other, "link")
        self.body.addWidget(holder(row(other, 1)))
        self.body.addLayout(self._notice)
        who = FormRow(_("Wie"), self.user)
        both = row(who, self.passphrase_row, gap=12)
        both.setAlignment(who, Qt.AlignmentFlag.AlignTop)  # level when the other says what is wrong
        both.setStretch(0, 2)
        both.setStretch(1, 3)
        self.body.addLayout(both)
        self.body.addWidget(self.file_row)
        told = _(
            "Wat er nu staat, gaat niet weg: het blijft dertig dagen in de map {folder}. Wat na deze kopie is "
            "vastgelegd, staat daarna niet meer in Meldboek."
        )
        self.body.addWidget(label(told.format(folder=restore.OLD), "secondary", wrap=True))
        self.add_button(_("Annuleren"), self.dismiss)
        self._try = self.add_button(_("Eerst proberen"), self.try_out)
        self._put = self.add_button(_("Terugzetten"), self.put_back, "primary")


def said(found: Restored) -> tuple[str, str]:
    """A title and a text over what was put back."""
    text = _("Open nu het Meldboek met de wachtzin van toen of met de herstelsleutel.")
    if found.only_keys:
        return _("Alleen keys.json is teruggezet; uw gegevens zijn heel"), text
    return _("De reservekopie is teruggezet"), text


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("Gemaakt"), lambda line: long_time(line.at), 210, sort=lambda line: line.at),
        Column(_("Wat erin zit"), lambda line: _counted(line.rows or {}) if line.is_readable else _("beschadigd")),
    )


def _counted(rows: Mapping[str, Mapping[str, int]]) -> str:
    """The counts that a director recognises: persons, cases, measures."""
    found = {table: rows[drawer][table] for drawer, table in _COUNTED if table in rows.get(drawer, {})}
    words = {
        "persons": lambda n: ngettext("{n} persoon", "{n} personen", n),
        "cases": lambda n: ngettext("{n} zaak", "{n} zaken", n),
        "measures": lambda n: ngettext("{n} maatregel", "{n} maatregelen", n),
    }
    return ", ".join(words[name](number) for name, number in found.items())

"""The unlock card: who you are, your passphrase, and in plain words why a store does not open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.errors import MeldboekError
from app.kernel.texts import _, ngettext
from app.vault.door import attempts
from app.vault.keys import recovery
from app.vault.keys.keydocument import RECOVERY, Glance, glance
from ui.kit.buttons import button
from ui.kit.card import Card
from ui.kit.dialogs import Dialogs
from ui.kit.fields import ChoiceField, TextField
from ui.kit.form_row import FormRow
from ui.kit.icons import IconLabel
from ui.kit.jobs import Jobs
from ui.kit.labels import label
from ui.kit.layouts import clear, holder, row
from ui.kit.theme import Tone, font
from ui.kit.words import sentence_of
from ui.shell.roles import role_name
from ui.shell.sample_hint import passphrases

if TYPE_CHECKING:
    from app.application import Meldboek
    from app.kernel.clock import Clock

WIDTH = 400
HINT_AFTER = 60  # milliseconds
MENDED_BY_A_BACKUP = {"vault.damaged", "vault.keys_missing", "vault.keys_altered", "vault.drawer_missing"}
WAITED_FOR = {"vault.open_elsewhere", "vault.open_elsewhere_unknown", "vault.no_rights"}


class UnlockView(QWidget):
    """``opening`` says who tries, ``opened`` carries the open program; ``other_wanted`` asks for another school."""

    opening = Signal(str, str)
    opened = Signal(object)
    other_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, folder: Path, jobs: Jobs, dialogs: Dialogs, clock: Clock | None) -> None:
        super().__init__()
        self.setProperty("look", "canvas")
        self._folder, self._jobs, self._dialogs = folder, jobs, dialogs
        self._clock = clock
        self._recovering = False
        self._known: dict[str, str] = {}
        self._roles: dict[str, str] = {}
        self._with_file: frozenset[str] = frozenset()
        self.file_row: FormRow | None = None
        self.school = label("", "quiet")
        self.name = ChoiceField(())
        self.passphrase = TextField(secret=True)
        self.name_row = FormRow(_("Naam"), self.name)
        self.passphrase_row = FormRow(_("Wachtzin"), self.passphrase)
        self.open_button = button(_("Openen"), "", self.unlock, "primary")
        self.open_button.setMinimumHeight(38)
        self.forgotten = button(_("Wachtzin vergeten"), "", self._recover, "link")
        self.other = button(_("Andere school openen"), "", self._other, "link")
        self._notice = QVBoxLayout()
        self.name.changed.connect(self._tell_sample)
        self.name.changed.connect(self._tell_file)
        self.passphrase.edit.returnPressed.connect(self.unlock)
        self._lay()
        self.look(folder)

    def look(self, folder: Path) -> None:
        """Turn to the store in this folder."""
        self._folder = folder
        self._clear_notice()
        try:
            found = glance(folder)
        except MeldboekError as error:
            self._show_closed(error)
            return
        self._show_people(found)
        if attempts.count_of(folder):
            self._wait(attempts.waiting(folder, self._now()))

    def unlock(self) -> None:
        """Try to open the store with what stands in the card."""
        typed = self.passphrase.edit.text()
        if not typed or not self.open_button.isEnabled():
            return
        self._busy(True)
        self._clear_notice()
        user = RECOVERY if self._recovering or recovery.is_one(typed) else str(self.name.value())
        folder, clock, secret = self._folder, self._clock, self._secret()
        self._jobs.run(
            lambda: _open(folder, user, secret, clock), owner=self, done=self._opened, failed=self.show_refusal
        )
        if user in self._roles:
            self.opening.emit(user, self._roles[user])

    def show_refusal(self, error: MeldboekError) -> None:
        """Say why the store did not open, and let the user try again."""
        self._busy(False)
        self._say(error)
        if error.code == "vault.wrong_passphrase":
            self.passphrase.edit.selectAll()
            self._tell_sample(keep=True)
            self._slow_down()
        self.passphrase.setFocus()

    def _slow_down(self) -> None:
        """From the third wrong passphrase on, every next one has to wait twice as long; also after a new start."""
        self._wait(attempts.failed(self._folder, self._now()))

    def _now(self) -> datetime:
        from app.kernel.clock import SystemClock  # noqa: PLC0415 - only after something was typed wrong

        return (self._clock or SystemClock()).now()

    def _wait(self, seconds: int) -> None:
        if not seconds:
            return
        self.open_button.setEnabled(False)
        self.open_button.setText(ngettext("Wacht {n} seconde", "Wacht {n} seconden", seconds))
        QTimer.singleShot(seconds * 1000, self, lambda: self._busy(False))

    def _lay(self) -> None:
        card = self._card = Card(padding=26)
        card.body.setSpacing(14)
        card.body.addLayout(self._notice)
        card.add(self.name_row, self.passphrase_row, self.open_button)
        card.body.addLayout(row(self.forgotten, 1, self.other))
        card.setFixedWidth(max(WIDTH, card.sizeHint().width()))
        outer = QVBoxLayout(self)
        outer.setSpacing(0)
        outer.addStretch(5)
        for widget, gap in ((logo(), 10), (self.school, 26), (card, 18)):
            outer.addLayout(row(1, widget, 1))
            outer.addSpacing(gap)
        foot = label(_("Versleuteld op deze computer. Meldboek gaat nooit online."), "secondary")
        outer.addWidget(foot, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(6)
        QTimer.singleShot(0, self.passphrase, self.passphrase.setFocus)

    def _show_people(self, found: Glance) -> None:
        self.school.setText(found.school)
        self._roles = dict(found.users)
        self.name.set_options([(name, f"{name}, {role_name(role)}") for name, role in found.users])
        self._with_file = found.with_file
        self._tell_file()
        for widget in (self.name_row, self.passphrase_row, self.open_button, self.forgotten):
            widget.show()
        self.passphrase.setFocus()
        if self._jobs.inline:
            self._look_for_sample(found)
        else:  # its data need not be read before the card can be typed in
            QTimer.singleShot(HINT_AFTER, self, lambda: self._look_for_sample(found))

    def _look_for_sample(self, found: Glance) -> None:
        self._known = passphrases(found)
        if not self._notice.count():  # what was just restored or refused is said first
            self._tell_sample()

    def _tell_sample(self, *, keep: bool = False) -> None:
        known = self._known.get(str(self.name.value()), "")
        if known:
            if not keep:
                self._clear_notice()
            words = _("Alle namen zijn verzonnen. De wachtzin van {name} is: {passphrase}")
            said = words.format(name=self.name.value(), passphrase=known)
            self._notice.addWidget(_notice("info", _("Dit is de voorbeeldschool"), said, icon="info"))

    def _tell_file(self) -> None:
        """Ask for the key file of who has one; most have none, and then nothing of it is loaded."""
        wanted = not self._recovering and self.name.value() in self._with_file
        if wanted and self.file_row is None:
            from ui.school.key_file_field import KeyFileField  # noqa: PLC0415

            field = KeyFileField(self._dialogs)
            self.file_row = FormRow(_("Sleutelbestand"), field)
            self._card.body.insertWidget(self._card.body.indexOf(self.open_button), self.file_row)
            QTimer.singleShot(0, field, field.look)
        if self.file_row is not None:
            self.file_row.setVisible(wanted)

    def _secret(self) -> str:
        """What was typed, with the key file where one is asked."""
        typed = self.passphrase.edit.text()
        recovers = self._recovering or recovery.is_one(typed)
        if self.file_row is None or recovers or self.name.value() not in self._with_file:
            return typed
        from app.vault.keys import second_factor  # noqa: PLC0415

        return second_factor.joined(typed, self.file_row.field.value())

    def _show_closed(self, error: MeldboekError) -> None:
        self.school.setText("")
        for widget in (self.name_row, self.passphrase_row, self.open_button, self.forgotten):
            widget.hide()
        self._say(error)
        if error.code == "vault.no_store":
            self._notice.addSpacing(10)
            self._notice.addWidget(button(_("Nieuwe school beginnen"), "", self.new_wanted.emit, "primary"))
        elif error.code == "vault.folder_gone":
            self._notice.addSpacing(10)
            self._notice.addWidget(button(_("Opnieuw proberen"), "", lambda: self.look(self._folder), "primary"))

    def _recover(self) -> None:
        self._recovering = not self._recovering
        self._clear_notice()
        self.name_row.setVisible(not self._recovering)
        self.passphrase_row.set_title(_("Herstelsleutel") if self._recovering else _("Wachtzin"))
        self.forgotten.setText(_("Terug naar wachtzin") if self._recovering else _("Wachtzin vergeten"))
        if self._recovering:
            words = _("Typ de herstelsleutel die bij het begin is afgedrukt. Geef uzelf daarna een nieuwe wachtzin.")
            self._notice.addWidget(_notice("info", _("Openen met de herstelsleutel"), words, icon="key-round"))
        self._tell_file()
        self.passphrase.set_value("")
        self.passphrase.setFocus()

    def _other(self) -> None:
        self._dialogs.choose_folder(_("Kies de map van de school"), self._chosen, self._folder.parent)

    def _chosen(self, folder: Path | None) -> None:
        if folder is not None:
            self.look(folder)

    def _opened(self, meldboek: Meldboek) -> None:
        self.passphrase.set_value("")
        self.opened.emit(meldboek)

    def _busy(self, busy: bool) -> None:
        self.open_button.setEnabled(not busy)
        self.open_button.setText(_("Bezig met openen") if busy else _("Openen"))

    def _say(self, error: MeldboekError) -> None:
        self._clear_notice()
        self._notice.addWidget(_notice("danger", "", sentence_of(error)))
        if error.code in MENDED_BY_A_BACKUP:
            self._notice.addSpacing(10)
            self._notice.addWidget(button(_("Reservekopie terugzetten"), "archive", self.restore, "primary"))
        elif error.code in WAITED_FOR and self.passphrase.edit.text():
            self._notice.addWidget(self._ways_in(error))

    def _ways_in(self, error: MeldboekError) -> QWidget:
        from app.kernel.clock import SystemClock  # noqa: PLC0415 - hardly ever needed
        from ui.shell.waiting import WaysIn, read_copy  # noqa: PLC0415

        folder, clock = self._folder, self._clock or SystemClock()
        user, secret = str(self.name.value()), self._secret()
        ways = WaysIn(folder, error, user, clock, self._jobs)
        ways.again = self.unlock

        def read() -> None:
            self._busy(True)
            work = lambda: read_copy(folder, error.code, user, secret, clock)  # noqa: E731 - one expression
            self._jobs.run(work, owner=self, done=self._opened, failed=self.show_refusal)

        ways.read = read
        return ways

    def restore(self) -> None:
        """Put a backup back: the way on from a store that is damaged or misses a part."""
        from app.kernel.clock import SystemClock  # noqa: PLC0415 - hardly ever needed
        from ui.school.restore_sheet import RestoreSheet, said  # noqa: PLC0415

        clock, done = self._clock or SystemClock(), lambda found: self._restored(*said(found))
        self._dialogs.open(RestoreSheet(self._folder, self._jobs, self._dialogs, clock, done))

    def _restored(self, title: str, text: str) -> None:
        self.look(self._folder)
        self._notice.addWidget(_notice("ok", title, text))

    def _clear_notice(self) -> None:
        clear(self._notice)


def logo(size: float = 20) -> QWidget:
    """The name of the program with its drawing."""
    words = label("Meldboek", tone="accent")
    face = font(size)
    face.setWeight(face.Weight.Bold)
    words.setStyleSheet(f"font-size: {face.pointSizeF():g}pt; font-weight: 700;")
    return holder(row(IconLabel("notebook-tabs", "accent", round(size * 1.5)), words, gap=10))


def _open(folder: Path, user: str, passphrase: str, clock: Clock | None) -> Meldboek:
    # Loaded on the lane while the user types; see ui.shell.main.
    from app.application import open_meldboek  # noqa: PLC0415
    from app.kernel.clock import SystemClock  # noqa: PLC0415

    return open_meldboek(folder, user, passphrase, clock or SystemClock())


def _notice(tone: Tone, title: str, text: str, icon: str = "") -> QWidget:
    from ui.kit.finding import Notice  # noqa: PLC0415 - most starts have nothing to say

    return Notice(tone, title, text, icon=icon)

"""The field for a key file: finds the one on a stick that is in the computer, or lets the user point at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from app.kernel.errors import Unavailable
from app.kernel.texts import _
from app.vault.keys import second_factor
from ui.kit.buttons import button
from ui.kit.dialogs import Dialogs
from ui.kit.fields import Field
from ui.kit.words import sentence_of


class KeyFileField(Field):
    """``value`` is what the file holds, or nothing; drafts never keep it."""

    kept_in_drafts = False

    def __init__(self, dialogs: Dialogs, *, needed: bool = True) -> None:
        self.button = button(_("Sleutelbestand kiezen"), "key-round", self.choose)
        super().__init__(self.button)
        self._dialogs, self._needed = dialogs, needed
        self._content = self._wrong = ""

    def look(self) -> None:
        """Take the file on a stick, so that nobody has to point at it; called when the field is shown."""
        found = second_factor.first_in(_sticks())
        if found is not None and not self._content:
            self.take(found)

    def choose(self) -> None:
        """Let the user point at the file."""
        pattern = _("Sleutelbestand (*{suffix})").format(suffix=second_factor.SUFFIX)
        self._dialogs.choose_file(_("Kies uw sleutelbestand"), self.take, (pattern,), next(_sticks(), None))

    def take(self, path: Path | None) -> None:
        """Read this file."""
        if path is None:
            return
        self._content = self._wrong = ""
        try:
            self._content = second_factor.read(path)
        except Unavailable as error:
            self._wrong = sentence_of(error)
        self.button.setText(path.name if self._content else _("Sleutelbestand kiezen"))
        self.changed.emit()

    def value(self) -> str:
        return self._content

    def problem(self) -> str:
        if self._wrong or not (self._needed or self._content):
            return self._wrong
        return "" if self._content else sentence_of(Unavailable("vault.key_file_wanted"))


def _sticks() -> Iterator[Path]:
    """The volumes that are in the computer now, its own system disk apart."""
    for volume in QStorageInfo.mountedVolumes():
        is_disk = bytes(volume.device().data()).startswith((b"/dev/", b"\\\\?\\"))
        if is_disk and volume.isValid() and volume.isReady() and not volume.isRoot():
            yield Path(volume.rootPath())

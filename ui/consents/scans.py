"""Scans that prove an answer: one is added to a form that is entered, and saved as a file again."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.consents.answers.forms import Scan
from app.kernel.errors import Unavailable
from app.kernel.texts import _
from app.vault.attachments import Attachment
from ui.kit.buttons import button, icon_button
from ui.kit.desk import Desk
from ui.kit.fields import Field
from ui.kit.labels import ElidedLabel, bare
from ui.kit.layouts import row
from ui.kit.saving import write


class ScanButton(QWidget):
    """Adds a scan or a photo of the paper; ``scan`` is what was added, or None."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        bare(self)
        self._desk = desk
        self.scan: Scan | None = None
        self.add: QPushButton = button(_("Scan toevoegen"), "paperclip", self.choose, "quiet")
        self._name = ElidedLabel("", "secondary", wanted=110)
        self._out = icon_button("x", _("Scan weghalen"), self.clear)
        self.setLayout(row(self.add, self._name, self._out, gap=4))
        self.clear()

    def choose(self) -> None:
        """Let the user point at the scan."""
        patterns = (_("Scans (*.pdf *.png *.jpg *.jpeg)"),)
        self._desk.dialogs.choose_file(_("Scan van het formulier kiezen"), self._chosen, patterns)

    def clear(self) -> None:
        """Start without a scan."""
        self.show_scan(None)

    def _chosen(self, path: Path | None) -> None:
        if path is not None:
            self._desk.jobs.render(lambda: _read(path), owner=self, done=self.show_scan)

    def show_scan(self, scan: Scan | None) -> None:
        """Show what was added, or that nothing was."""
        self.scan = scan
        self._name.setText(scan.name if scan else "")
        self._name.setVisible(scan is not None)
        self._out.setVisible(scan is not None)
        self.add.setVisible(scan is None)
        self.changed.emit()


class ScanField(Field):
    """A scan as part of a form; a draft does not keep it."""

    kept_in_drafts = False

    def __init__(self, desk: Desk) -> None:
        self.chooser = ScanButton(desk)
        inside = self.chooser.layout()
        assert isinstance(inside, QHBoxLayout)  # noqa: S101 - it is a row
        inside.addStretch(1)
        super().__init__(self.chooser)
        self.chooser.changed.connect(self.changed)

    def value(self) -> Scan | None:
        return self.chooser.scan

    def set_value(self, value: Scan | None) -> None:
        self.chooser.show_scan(value)


def save_scan(desk: Desk, owner: QObject, event_id: int) -> None:
    """Save the scan of an answer where the user wants it."""

    def found(scan: Attachment) -> None:
        desk.dialogs.save_file(_("Scan bewaren"), scan.name, lambda path: keep(path, scan))

    def keep(path: Path | None, scan: Attachment) -> None:
        if path is not None:
            desk.jobs.render(lambda: write(path, scan.data), owner=owner, done=told)

    def told(name: str) -> None:
        desk.messages.info(_("Opgeslagen als {name}.").format(name=name))

    consents = desk.meldboek.consents
    desk.jobs.run(lambda: consents.scan(event_id), owner=owner, done=found)


def _read(path: Path) -> Scan:
    try:
        return Scan(path.name, mimetypes.guess_type(path.name)[0] or "application/octet-stream", path.read_bytes())
    except OSError:
        raise Unavailable("imports.not_readable") from None

"""Saves a PDF where the user wants it; the only way in which a letter leaves the drawer as a plain file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from app.kernel.errors import Unavailable
from app.kernel.texts import _
from ui.kit.desk import Desk


def save_pdf(desk: Desk, owner: QObject, name: str, data: Callable[[], bytes]) -> None:
    """Ask where, write there, and tell that it was done."""
    desk.dialogs.save_file(_("PDF opslaan"), name, lambda path: _write(desk, owner, path, data))


def _write(desk: Desk, owner: QObject, path: Path | None, data: Callable[[], bytes]) -> None:
    if path is None:
        return

    def work() -> str:
        try:
            path.write_bytes(data())
        except OSError:
            raise Unavailable("letters.not_saved", file=path.name) from None
        return path.name

    said = _("Opgeslagen als {name}.")
    desk.jobs.run(work, owner=owner, done=lambda file: desk.messages.info(said.format(name=file)))

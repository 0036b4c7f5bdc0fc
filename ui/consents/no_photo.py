"""Saves the list of who may not be shown, as a PDF that the user asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from app.consents.overview import Matrix
from app.consents.purposes import PurposeLine
from app.kernel.texts import _
from ui.kit.desk import Desk


def save_no_photo_list(desk: Desk, owner: QObject, matrix: Matrix, keep: Callable[[PurposeLine], bool]) -> None:
    """Ask where it goes and write it there; the log tells that it was printed."""
    name = _("wie mag niet op beeld {group}.pdf").format(group=(matrix.group or _("school")).replace("/", "-"))

    codes = frozenset(purpose.code for purpose in matrix.purposes if keep(purpose))

    def make() -> bytes:
        return desk.meldboek.consents.no_photo_list(matrix.group, codes, desk.meldboek.school.profile().name)

    def save(path: Path | None) -> None:
        if path is not None:
            desk.jobs.run(
                make,
                owner=owner,
                done=lambda data: desk.jobs.render(
                    lambda: path.write_bytes(data), owner=owner, done=lambda _size: told()
                ),
            )

    def told() -> None:
        desk.messages.info(_("De lijst is bewaard. Hang een nieuwe lijst op als er antwoorden veranderen."))

    desk.dialogs.save_file(_("Lijst bewaren"), name, save)

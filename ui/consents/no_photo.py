"""Saves the list of who may not be shown, as a PDF that the user asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.consents.overview import Matrix
from app.consents.purposes import PurposeLine
from app.kernel.texts import _
from ui.kit.desk import Desk
from ui.kit.saving import save_pdf


def save_no_photo_list(desk: Desk, owner: QObject, matrix: Matrix, keep: Callable[[PurposeLine], bool]) -> None:
    """Ask where it goes and write it there; the log tells that it was printed."""
    name = _("wie mag niet op beeld {group}.pdf").format(group=(matrix.group or _("school")).replace("/", "-"))

    codes = frozenset(purpose.code for purpose in matrix.purposes if keep(purpose))

    def make() -> bytes:
        return desk.meldboek.consents.no_photo_list(matrix.group, codes, desk.meldboek.school.profile().name)

    said = _("De lijst is bewaard. Hang een nieuwe lijst op als er antwoorden veranderen.")
    save_pdf(desk, owner, name, make, title=_("Lijst bewaren"), said=said)

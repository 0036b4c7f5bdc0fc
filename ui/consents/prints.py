"""Saves the lists about consent, as a PDF or a workbook that the user asked for; drawn beside the database lane."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject

from app.consents.matrix.overview import Matrix
from app.consents.prints.lists import history_workbook, matrix_workbook, some_paper
from app.consents.purposes.lines import PurposeLine
from app.kernel.texts import N_, _
from ui.kit.desk import Desk
from ui.kit.saving import save_workbook

OTHERS = {
    "contradictions": (N_("Ouders oneens"), N_("ouders oneens.pdf")),
    "blocked": (N_("Afgeschermd"), N_("afgeschermd.pdf")),
    "outstanding": (N_("Nog geen antwoord"), N_("nog geen antwoord.pdf")),
}


class Prints:
    """``choice`` tells the group and the purposes that are shown when something is printed."""

    def __init__(
        self, desk: Desk, owner: QObject, choice: Callable[[], tuple[str | None, Callable[..., bool]]]
    ) -> None:
        self._desk, self._owner, self._choice = desk, owner, choice

    def no_photo(self) -> None:
        """Who may not be shown, without reasons, for the classroom cupboard."""
        group, keep = self._choice()
        self._save(
            _("wie mag niet op beeld {group}.pdf"),
            group,
            _("Lijst bewaren"),
            lambda matrix, school, at: _no_photo(matrix, keep, school, at),
        )

    def matrix(self) -> None:
        """Everything that is shown, on paper."""
        self._save(_("toestemmingen {group}.pdf"), self._choice()[0], _("Overzicht bewaren"), _whole)

    def workbook(self) -> None:
        """Everything that is shown, as a workbook."""
        self._save(
            _("toestemmingen {group}.xlsx"),
            self._choice()[0],
            _("Werkblad bewaren"),
            lambda matrix, _school, _at: matrix_workbook(matrix),
        )

    def other(self, which: str) -> None:
        """One of the short lists of the school."""
        words, name = OTHERS[which]
        meldboek = self._desk.meldboek
        read = getattr(meldboek.consents.lists, which)
        at = meldboek.clock.now()
        save_workbook(
            self._desk,
            self._owner,
            _(name),
            _(words),
            lambda: (read(), meldboek.school.profile().name),
            lambda found: some_paper(*found, at),
        )

    def history(self, pupil_id: int, name: str) -> None:
        """Everything that ever happened with the consent of one pupil, as a workbook."""
        lists = self._desk.meldboek.consents.lists
        file = _("verloop toestemming {name}.xlsx").format(name=name)
        read = lambda: lists.history(pupil_id)  # noqa: E731 - one call
        save_workbook(self._desk, self._owner, file, _("Geschiedenis opslaan"), read, history_workbook)

    def _save(self, name: str, group: str | None, title: str, draw: Callable[[Matrix, str, datetime], bytes]) -> None:
        meldboek = self._desk.meldboek
        read = lambda: (meldboek.consents.lists.on_paper(group), meldboek.school.profile().name)  # noqa: E731 - one call
        at = meldboek.clock.now()
        save_workbook(
            self._desk, self._owner, name.format(group=_place(group)), title, read, lambda found: draw(*found, at)
        )


def _no_photo(matrix: Matrix, keep: Callable[[PurposeLine], bool], school: str, at: datetime) -> bytes:
    # ReportLab takes long to load, and few days need this list
    from app.consents.prints import no_photo as paper  # noqa: PLC0415

    codes = frozenset(purpose.code for purpose in matrix.purposes if keep(purpose))
    return paper.no_photo_list(matrix, codes, school, at)


def _whole(matrix: Matrix, school: str, at: datetime) -> bytes:
    from app.consents.prints import list_papers  # noqa: PLC0415 - as above

    return list_papers.whole_matrix(matrix, school, at)


def _place(group: str | None) -> str:
    return (group or _("school")).replace("/", "-")

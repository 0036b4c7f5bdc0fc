"""Lists on paper and as workbooks: the school's matrix, who contradict each other, who is shielded, who is silent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.consents.overview import CellState, Matrix, MatrixRow
from app.consents.texts import HOWS, KINDS, STATES, media_words, reason_sentence
from app.kernel.clock import Clock
from app.kernel.names import full
from app.kernel.texts import _, speaking
from app.sheets.workbook import Sheet, workbook

if TYPE_CHECKING:
    from app.consents.questions import Questions
    from app.vault.database import Drawer


class Lists:
    """What the school prints and saves about consents; the log tells that it was made."""

    def __init__(self, register: Drawer, questions: Questions, clock: Clock) -> None:
        self._drawer = register
        self._questions = questions
        self._clock = clock

    def school_matrix(self, group: str | None, school: str) -> bytes:
        """The PDF with every pupil and every purpose in use."""
        # ReportLab takes long to load, and few days need these lists
        from app.consents import list_papers  # noqa: PLC0415

        matrix = self._questions.matrix(group)
        self._noted(group)
        return list_papers.whole_matrix(matrix, school, self._clock.now())

    def on_paper(self, group: str | None) -> Matrix:
        """The matrix for a list that is drawn elsewhere; the log tells that it is made."""
        self._noted(group)
        return self._questions.matrix(group)

    def contradictions(self, school: str) -> bytes:
        """The PDF with the pupils whose guardians disagree, and about what."""
        return self._some(CellState.DISAGREE, _("Ouders oneens"), school)

    def blocked(self, school: str) -> bytes:
        """The PDF with the pupils of whom nothing may be shown; it never says why."""
        return self._some(CellState.BLOCKED, _("Afgeschermd"), school, with_purposes=False)

    def outstanding(self, school: str) -> bytes:
        """The PDF with the answers that are still missing, per group."""
        return self._some(CellState.NO_ANSWER, _("Nog geen antwoord"), school)

    @speaking("nl")
    def matrix_workbook(self, group: str | None = None) -> bytes:
        """The matrix as .xlsx, in words."""
        matrix = self._questions.matrix(group)
        heads = (_("Nummer"), _("Leerling"), _("Groep"), *(purpose.short for purpose in matrix.purposes))
        rows = tuple(
            (row.pupil.number, full(row.pupil.name), row.pupil.group, *(_word(row, place) for place in _places(matrix)))
            for row in matrix.rows
        )
        self._noted(group)
        return workbook([Sheet(_("Toestemmingen"), heads, rows)])

    @speaking("nl")
    def history_workbook(self, pupil_id: int) -> bytes:
        """Everything that ever happened with the consent of one pupil as .xlsx."""
        lines = self._questions.history(pupil_id)
        heads = (
            _("Wat"), _("Wie"), _("Gezag die dag"), _("Datum"), _("Doelen"), _("Voor"), _("Hoe"), _("Bewijs"),
            _("Formulier"), _("Versie"), _("Opmerking"), _("Ingevoerd"), _("Door"), _("Telt mee"),
        )  # fmt: skip
        rows = tuple(
            (
                _(KINDS[line.kind]), line.person, line.authority, line.on, ", ".join(line.purposes),
                media_words(line.media), _(HOWS[line.how]) if line.how else "", line.evidence, line.form_number,
                line.text_version, line.note, line.recorded_at.replace(tzinfo=None), line.recorded_by,
                _("ja") if line.counts else _("nee"),
            )
            for line in lines
        )  # fmt: skip
        self._drawer.note("list.printed", f"person:{pupil_id}")
        return workbook([Sheet(_("Verloop"), heads, rows)])

    @speaking("nl")
    def _some(self, state: CellState, title: str, school: str, *, with_purposes: bool = True) -> bytes:
        from app.consents import list_papers  # noqa: PLC0415 - as above

        matrix = self._questions.matrix()
        rows = [
            (row, _purposes(matrix, row, state) if with_purposes else "") for row in matrix.rows if row.shows(state)
        ]
        self._noted(None)
        return list_papers.some_pupils(matrix, title, rows, school, self._clock.now())

    def _noted(self, group: str | None) -> None:
        self._drawer.note("list.printed", f"group:{group or 'school'}")


def _places(matrix: Matrix) -> Sequence[int]:
    return range(len(matrix.purposes))


def _word(row: MatrixRow, place: int) -> str:
    cell = row.cells[place]
    if cell.state is CellState.PARTLY:
        return media_words(cell.media)
    return _(STATES[cell.state])


def _purposes(matrix: Matrix, row: MatrixRow, state: CellState) -> str:
    """The purposes in that state, and the reason when it is the same for all."""
    pairs = zip(matrix.purposes, row.cells, strict=True)
    found = [(purpose.short, cell.reason) for purpose, cell in pairs if cell.state is state]
    reasons = {reason for _short, reason in found}
    told = ", ".join(short for short, _reason in found)
    if len(found) == len(matrix.purposes):
        told = _("alle doelen")
    return f"{told}. {reason_sentence(reasons.pop())}" if len(reasons) == 1 else told

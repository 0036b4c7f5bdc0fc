"""Lists on paper and as workbooks: the school's matrix, who contradict each other, who is shielded, who is silent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.consents.answers.history import HistoryLine
from app.consents.answers.wording import authority_now, authority_then, speaker, taken_out
from app.consents.matrix.overview import CellState, Matrix, MatrixRow
from app.consents.publications.lines import VisibleIn
from app.consents.rounds.lines import FormText
from app.consents.texts import CAUSES, HOWS, KINDS, MEDIA, REMOVALS, STATES, media_words, reason_sentence
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.formats import short_date
from app.kernel.names import full
from app.kernel.texts import N_, _, speaking
from app.sheets.workbook import Sheet, Value, workbook

if TYPE_CHECKING:
    from app.consents.publications.service import Publications
    from app.consents.questions import Questions
    from app.consents.rounds.service import Rounds
    from app.vault.drawers.database import Drawer


@dataclass(frozen=True)
class SomePupils:
    """A short list as it was read: the matrix, and the pupils with what it is about."""

    matrix: Matrix
    title: str
    rows: tuple[tuple[MatrixRow, str], ...]


@dataclass(frozen=True)
class PupilHistory:
    """What ever happened with the consent of one pupil, what its purposes are called, and the texts that were shown."""

    lines: tuple[HistoryLine, ...]
    shorts: Mapping[str, str]
    texts: tuple[FormText, ...]
    seen: tuple[VisibleIn, ...] = ()


class Lists:
    """What the school prints and saves about consents: read here, drawn by the functions below, on another thread.

    The log tells that a list was made.
    """

    def __init__(
        self, register: Drawer, questions: Questions, rounds: Rounds, publications: Publications, clock: Clock
    ) -> None:
        self._drawer = register
        self._publications = publications
        self._questions = questions
        self._rounds = rounds
        self._clock = clock

    def on_paper(self, group: str | None) -> Matrix:
        """The matrix for a list or a workbook; the log tells that it is made."""
        self._drawer.note("list.printed", f"group:{group or 'school'}")
        return self._questions.matrix(group)

    def contradictions(self) -> SomePupils:
        """The pupils whose guardians disagree, and about what."""
        return self._some(CellState.DISAGREE, N_("Ouders oneens"))

    def blocked(self) -> SomePupils:
        """The pupils who are withheld, and for what when that is not everything; it never says why."""
        found = self._some(CellState.BLOCKED, N_("Afgeschermd"))
        wholly = all(row.is_all(CellState.BLOCKED) for row, _about in found.rows)
        return replace(found, rows=tuple((row, "") for row, _about in found.rows)) if wholly else found

    def outstanding(self) -> SomePupils:
        """The answers that are still missing, per group."""
        return self._some(CellState.NO_ANSWER, N_("Nog geen antwoord"))

    def history(self, pupil_id: int) -> PupilHistory:
        """Everything that ever happened with the consent of one pupil; the log tells that it is made."""
        self._drawer.note("list.printed", f"person:{pupil_id}")
        lines = self._questions.history(pupil_id)
        texts = self._rounds.texts({line.text_version for line in lines if line.text_version})
        shorts = {line.code: line.short for line in self._questions.catalogue.all()}
        return PupilHistory(lines, shorts, texts, self._publications.of_person(pupil_id))

    @speaking("nl")
    def _some(self, state: CellState, title: str) -> SomePupils:
        matrix = self.on_paper(None)
        rows = (row for row in matrix.rows if row.shows(state))
        return SomePupils(matrix, _(title), tuple((row, _purposes(matrix, row, state)) for row in rows))


def some_paper(found: SomePupils, school: str, at: datetime) -> bytes:
    """The PDF of a short list."""
    # ReportLab takes long to load, and few days need these lists
    from app.consents.prints import list_papers  # noqa: PLC0415

    return list_papers.some_pupils(found.matrix, found.title, found.rows, school, at)


@speaking("nl")
def matrix_workbook(matrix: Matrix) -> bytes:
    """The matrix as .xlsx, in words."""
    heads = (_("Nummer"), _("Leerling"), _("Groep"), *(purpose.short for purpose in matrix.purposes))
    rows = tuple(
        (row.pupil.number, full(row.pupil.name), row.pupil.group, *(_word(row, place) for place in _places(matrix)))
        for row in matrix.rows
    )
    return workbook([Sheet(_("Toestemmingen"), heads, rows)])


@speaking("nl")
def history_workbook(found: PupilHistory) -> bytes:
    """Everything that ever happened with the consent of one pupil as .xlsx, in words, with the texts on the forms and
    where the pupil is shown.
    """
    heads = (
        _("Wat"), _("Wie"), _("Gezag die dag"), _("Nu bekend"), _("Datum"), _("Doelen"), _("Voor"), _("Hoe"),
        _("Bewijs"), _("Formulier"), _("Versie"), _("Opmerking"), _("Ingevoerd"), _("Door"), _("Telt mee"),
    )  # fmt: skip
    sheets = [Sheet(_("Verloop"), heads, tuple(_event(line, found.shorts) for line in found.lines))]
    if found.texts:
        kept = tuple((text.version, text.round, text.since, text.text) for text in found.texts)
        sheets.append(Sheet(_("Teksten"), (_("Versie"), _("Ronde"), _("Vanaf"), _("Tekst op het formulier")), kept))
    if found.seen:
        places = (
            _("Datum"), _("Publicatie"), _("Doel"), _("Opname"), _("Plaats"), _("Toen toegestaan"), _("Moet weg"),
            _("Weg te halen vóór"), _("Weggehaald"), _("Door"), _("Hoe"), _("Bewijs"),
        )  # fmt: skip
        sheets.append(Sheet(_("Publicaties"), places, tuple(_shown(one, found.shorts) for one in found.seen)))
    return workbook(sheets)


def _shown(one: VisibleIn, shorts: Mapping[str, str]) -> tuple[Value, ...]:
    task, done = one.takedown, one.takedown.done if one.takedown else None
    return (
        one.on, one.title, shorts.get(one.purpose, one.purpose), _(MEDIA[one.medium]), one.place,
        _("ja") if one.allowed_then else _("nee"), f"{_(CAUSES[task.cause])} {short_date(task.since)}" if task else "",
        task.target if task else None, done.done_on if done else None, done.done_by if done else "",
        _(REMOVALS[done.how]) if done else "", done.proof if done else "",
    )  # fmt: skip


def _event(line: HistoryLine, shorts: Mapping[str, str]) -> tuple[Value, ...]:
    purposes = ", ".join(shorts.get(code, code) for code in line.purposes)
    return (
        _(KINDS[line.kind]), speaker(line), authority_then(line), authority_now(line), line.on,
        purposes or _("alle doelen"), media_words(line.media), _(HOWS[line.how]) if line.how else "", _evidence(line),
        line.form_number, line.text_version, " · ".join(part for part in (taken_out(line), line.note) if part),
        line.recorded_at.astimezone(AMSTERDAM).replace(tzinfo=None), line.recorded_by,
        _("ja") if line.counts else _("nee"),
    )  # fmt: skip


def _evidence(line: HistoryLine) -> str:
    scan = _("scan in Meldboek") if line.attachment_id is not None else ""
    return ", ".join(part for part in (line.evidence, scan) if part)


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
        told = _("Alle doelen")
    tells_why = len(reasons) == 1 and state is not CellState.BLOCKED
    return f"{told}. {reason_sentence(reasons.pop())}" if tells_why else told

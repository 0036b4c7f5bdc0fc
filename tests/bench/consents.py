"""The consent register of a big school: the matrix, one answer, the question for a group, and a thousand forms."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

import ui  # noqa: F401 - before Qt
from app.application import Meldboek, open_meldboek
from app.consents.answers.forms import Answer, NewAnswers
from app.consents.matrix.overview import Matrix
from app.consents.purposes.lines import PERSONAL_ACCOUNT
from app.consents.rounds.lines import NewRound
from app.consents.rules import Medium
from app.kernel.clock import SystemClock
from app.letters.families.round_papers import Papers, printed
from app.sample import school
from tests.bench.measuring import Measured, median_of, milliseconds
from ui.consents.matrix import MatrixTable
from ui.kit.theme import apply_theme

PUPILS, ASKED, FAMILIES = 1000, 30, 1000
SHOWN, WINDOW = 14, (1100, 760)


def measure(folder: Path) -> Iterator[Measured]:
    """Build a school of a thousand pupils and measure on it."""
    made = school.build(folder, SystemClock(), pupils=PUPILS)
    director = made.users[0]
    meldboek = open_meldboek(folder, director.name, director.passphrase, SystemClock())
    try:
        yield from _measured(meldboek)
    finally:
        meldboek.store.close()


def _measured(meldboek: Meldboek) -> Iterator[Measured]:
    consents = meldboek.consents
    shippable = [line for line in consents.catalogue.of_pupils() if line.code != PERSONAL_ACCOUNT]
    for place, line in enumerate(shippable):
        consents.catalogue.switch(line.code, in_use=place < SHOWN)
    matrix = consents.matrix()
    size = f"{len(matrix.rows)} x {len(matrix.purposes)}"
    painted = _painted(matrix)
    both = median_of(lambda: painted(consents.matrix()))
    yield Measured("matrix of a big school computed and painted", both, 300, "ms", size)
    pupil = next(row.pupil for row in matrix.rows if meldboek.people.pupil(row.pupil.id).guardians)
    guardian = meldboek.people.pupil(pupil.id).guardians[0].id
    answers = (Answer(matrix.purposes[0].code, yes=True),)
    new = NewAnswers(pupil.id, guardian, answers, meldboek.clock.today(), evidence="map")

    def one_answer() -> None:
        consents.record(new)
        consents.card(pupil.id)  # the squares of its row are on it

    yield Measured("one answer saved and read again", median_of(one_answer), 50, "ms")
    ids = [row.pupil.id for row in matrix.rows[:ASKED]]
    purpose = matrix.purposes[0].code
    asked = median_of(lambda: consents.may(purpose, Medium.PHOTO, ids))
    yield Measured("may these thirty be shown", asked, 50, "ms")
    number = consents.rounds.start(NewRound("Proef", "9"))
    read = lambda: (consents.rounds.list(), consents.rounds.forms(number))  # noqa: E731 - one expression
    yield Measured("a round of a big school read", median_of(read), 300, "ms", size)
    papers = _thousand(meldboek.consent_papers.forms(number))
    took = milliseconds(lambda: printed(papers)) / 1000
    yield Measured("forms for a thousand families", took, 20, "s", f"{papers.sheets} families")


def _painted(matrix: Matrix) -> Callable[[Matrix], object]:
    """Shows a matrix in the table of the page, and paints it on a picture."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app, dark=False)
    table = MatrixTable(matrix.purposes)
    table.resize(*WINDOW)
    table.show()

    def paint(fresh: Matrix) -> object:
        table.show_matrix(fresh)
        return table.grab()

    return paint


def _thousand(papers: Papers) -> Papers:
    """The same papers, some twice, so that there are a thousand families."""
    sheets = [sheet for _group, own in papers.groups for sheet in own]
    groups = [(group, own) for group, own in papers.groups]
    groups.append(("nog eens", tuple(sheets[: FAMILIES - len(sheets)])))
    return replace(papers, groups=tuple(groups))

"""The consent register of a big school: the matrix, one answer, the question for a group, and a thousand forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.application import Meldboek, open_meldboek
from app.consents.forms import Answer, NewAnswers
from app.consents.purposes import PERSONAL_ACCOUNT
from app.consents.rounds import NewRound
from app.consents.rules import Medium
from app.kernel.clock import SystemClock
from app.letters.round_papers import Papers, printed
from app.sample import school
from tests.bench.measuring import Measured, median_of, milliseconds

PUPILS, ASKED, FAMILIES = 1000, 30, 1000
SHOWN = 14


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
    yield Measured("matrix of a big school computed", median_of(consents.matrix), 300, "ms", size)
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
    papers = _thousand(meldboek.consent_papers.forms(number))
    took = milliseconds(lambda: printed(papers)) / 1000
    yield Measured("forms for a thousand families", took, 20, "s", f"{papers.sheets} families")


def _thousand(papers: Papers) -> Papers:
    """The same papers, some twice, so that there are a thousand families."""
    sheets = [sheet for _group, own in papers.groups for sheet in own]
    groups = [(group, own) for group, own in papers.groups]
    groups.append(("nog eens", tuple(sheets[: FAMILIES - len(sheets)])))
    return replace(papers, groups=tuple(groups))

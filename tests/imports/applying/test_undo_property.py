"""Whatever happens between an import and its undoing: what was edited stays, and nothing is left dangling."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.application import Meldboek, start
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.cases.tables import Involvement
from app.consents.answers.forms import Answer, NewAnswers
from app.imports.readings import Place, ReadColumn, ReadGuardian, Reading, ReadPupil
from app.kernel.clock import FixedClock, at
from app.kernel.names import PersonName
from app.people.rules import Authority, NewGuardian, NewPupil, PupilCard
from app.vault.store import open_store
from tests import builders
from tests.builders import ADMINISTRATOR, DIRECTOR

MOMENT = at(2026, 11, 16, 14, 5)
PUPILS = 5


def listed(group: str) -> Reading:
    """Five pupils; the first two are siblings with the same mother."""
    pupils = tuple(
        ReadPupil(
            Place(number + 2),
            PersonName(f"Kind{number}", "", f"Vos{max(number, 1)}"),
            f"90{number}",
            date(2017, 1, 1 + number),
            group,
            guardians=(
                ReadGuardian(PersonName("Mam", "", f"Vos{max(number, 1)}"), f"m{max(number, 1)}@vos.nl"),
                ReadGuardian(PersonName(f"Pap{number}", "", "Berg"), f"p{number}@vos.nl"),
            ),
        )
        for number in range(PUPILS)
    )
    columns = tuple(ReadColumn(name, name) for name in ("number", "first_name", "surname", "birth_date", "group"))
    return Reading("lijst.xlsx", pupils, columns)


def rename(meldboek: Meldboek, card: PupilCard) -> None:
    changed = NewPupil(PersonName("Anders", "", "Anders"), card.number, card.birth_date, card.group)
    meldboek.people.change_pupil(card.id, changed)


def move(meldboek: Meldboek, card: PupilCard) -> None:
    meldboek.people.place(card.id, "7C", 7, date(2026, 11, 16))


def answer(meldboek: Meldboek, card: PupilCard) -> None:
    answers = (Answer("SCHOOL_GUIDE", yes=True),)
    meldboek.consents.record(NewAnswers(card.id, card.guardians[0].id, answers, date(2026, 9, 3), evidence="map"))


def confirm(meldboek: Meldboek, card: PupilCard) -> None:
    meldboek.people.set_authority(card.guardians[1].relation_id, Authority.YES, None, "gezagsregister")


def mail(meldboek: Meldboek, card: PupilCard) -> None:
    guardian = card.guardians[1]
    meldboek.people.change_guardian(guardian.id, NewGuardian(guardian.name, email="nieuw@berg.nl"))


def block(meldboek: Meldboek, card: PupilCard) -> None:
    meldboek.people.block_publication(card.id, date(2026, 11, 1), None, "")


def again(meldboek: Meldboek, _card: PupilCard) -> None:
    meldboek.imports.apply(meldboek.imports.compare(listed("6A")))


def report(meldboek: Meldboek, card: PupilCard) -> None:
    assert meldboek.casework is not None
    involved = (NewInvolvement(InvolvementRole.AFFECTED, card.id),)
    meldboek.casework.cases.report(NewReport("Foto in een appgroep", "Tekst.", involved=involved))


EDITS: tuple[Callable[[Meldboek, PupilCard], None], ...] = (rename, move, answer, confirm, mail, block, again)
STEPS = st.lists(st.tuples(st.integers(0, PUPILS - 1), st.sampled_from((*EDITS, report))), max_size=6)


def opened(folder: Path, name: str, passphrase: str) -> Meldboek:
    return start(open_store(folder, name, passphrase, FixedClock(MOMENT)))


@pytest.fixture(scope="module")
def school(_template: Path) -> Path:
    """A closed school into which the list was taken over; every example works on a copy."""
    folder = Path(shutil.copytree(_template, _template.parent / "imported"))
    meldboek = opened(folder, DIRECTOR.name, DIRECTOR.passphrase)
    builders.profile(meldboek.school)
    meldboek.imports.apply(meldboek.imports.compare(listed("5A")))
    meldboek.store.close()
    return folder


@given(steps=STEPS, administrator=st.booleans())
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_edited_changes_and_nothing_dangles(
    school: Path, steps: list[tuple[int, Callable[[Meldboek, PupilCard], None]]], administrator: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(school, Path(folder) / "school"))
        meldboek = opened(copy, DIRECTOR.name, DIRECTOR.passphrase)
        cards = [meldboek.people.pupil_by_number(f"90{number}") for number in range(PUPILS)]
        for number, step in steps:
            step(meldboek, cards[number])
        before = {card.id: meldboek.people.pupil(card.id) for card in cards}
        meldboek.store.close()
        user = ADMINISTRATOR if administrator else DIRECTOR
        meldboek = opened(copy, user.name, user.passphrase)
        result = meldboek.imports.undo(meldboek.imports.history()[-1].id)
        meldboek.store.close()
        meldboek = opened(copy, DIRECTOR.name, DIRECTOR.passphrase)
        try:
            edited = _edited(cards, steps)
            held = set() if administrator else {cards[number].id for number, step in steps if step is report}
            _hold(meldboek, before, edited | held, {line.person_id for line in result.kept})
        finally:
            meldboek.store.close()


def _edited(cards: list[PupilCard], steps: list[tuple[int, Callable[[Meldboek, PupilCard], None]]]) -> set[int]:
    if any(step is again for _number, step in steps):
        return {card.id for card in cards}
    return {cards[number].id for number, step in steps if step is not report}


def _hold(meldboek: Meldboek, before: dict[int, PupilCard], kept: set[int], told: set[int]) -> None:
    people = meldboek.people
    assert {line.id for line in people.pupils()} == kept
    for pupil, card in before.items():
        if pupil in kept:
            assert people.pupil(pupil) == card
            assert pupil in told
        assert people.person(pupil).name == card.name
        assert {line.id for line in card.guardians} <= people.names(line.id for line in card.guardians).keys()
    assert meldboek.store.casework is not None
    with meldboek.store.casework.read() as session:
        involved = {one for one in session.scalars(select(Involvement.person_id)) if one}
    assert involved <= people.names(involved).keys()
    assert meldboek.store.verify().is_sound

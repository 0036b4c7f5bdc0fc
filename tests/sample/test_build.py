"""The sample school: believable, the same from the same seed, and built on any day."""

from datetime import datetime
from pathlib import Path

import pytest

from app.application import Meldboek, open_meldboek
from app.cases.inputs import CaseFilter
from app.cases.rules import Status
from app.consents.matrix.overview import CellState
from app.kernel.clock import FixedClock, at
from app.kernel.names import full
from app.people.rules import Authority, RelationKind
from app.sample.picture import screenshot
from app.sample.school import Sample, build
from app.vault.keys.keyring import Role
from app.vault.store import open_store
from tests.builders import CHEAP
from tests.sample.conftest import MOMENT, PUPILS


def test_the_school_has_its_people(director: Meldboek) -> None:
    assert len(director.people.pupils()) == PUPILS
    assert [group.name for group in director.people.groups()] == [
        "1/2A",
        "1/2B",
        "3",
        "4",
        "5A",
        "5B",
        "6",
        "7",
        "8A",
        "8B",
    ]
    assert all(group.teacher for group in director.people.groups())
    assert len(director.people.employees()) == 28
    assert director.people.former_pupils()
    (elif_,) = [pupil for pupil in director.people.pupils("5A") if full(pupil.name) == "Elif Yılmaz"]
    assert len({guardian.address for guardian in director.people.pupil(elif_.id).guardians}) == 2


def test_families_of_every_kind_are_there(director: Meldboek) -> None:
    ids = [pupil.id for pupil in director.people.pupils()]
    lines = [line for found in director.people.guardians_of(ids).values() for line in found]
    assert {line.authority for line in lines} == set(Authority)
    assert RelationKind.GUARDIAN_INSTITUTION in {line.relation for line in lines}
    assert all(line.email.endswith("voorbeeld.nl") for line in lines)


def test_most_families_answered_and_some_answers_differ(director: Meldboek) -> None:
    progress = director.consents.progress()
    assert 0.85 < progress.answered / progress.total < 0.98
    matrix = director.consents.matrix("5A")
    states = {cell.state for row in matrix.rows for cell in row.cells}
    assert states == set(CellState)


def test_there_are_fourteen_cases_in_all_stages_and_four_of_last_year(director: Meldboek) -> None:
    assert director.casework is not None
    cases = director.casework.cases.list(CaseFilter(is_open=None))
    this_year = {case.short_number: case for case in cases if case.number.startswith("2026-2027")}
    assert sorted(this_year) == [f"SM-{number:03}" for number in range(1, 15)]
    assert this_year["SM-013"].title == "Appgroep groep 8: beledigingen en een bewerkte foto"
    assert {Status.CLOSED, Status.FACTS, Status.MEASURES} == {case.status for case in this_year.values()}
    before = director.insights.report("2025-2026").totals
    assert (before.cases, before.open_cases) == (4, 0)


def test_measures_stand_on_both_ladders_and_letters_wait(director: Meldboek) -> None:
    assert director.casework is not None
    rungs = {line.rung for line in director.casework.measures.overview()}
    assert {"pupil.SUSPENSION", "pupil.REMOVAL", "employee.WARNING", "employee.REPRIMAND"} <= rungs
    assert director.casework.measures.running(MOMENT.today())
    assert [device.person for device in director.casework.measures.devices.held()] == ["Luuk de Graaf"]
    assert director.tray.waiting()
    assert director.casework.inspector.log()


def test_the_store_is_sound_and_its_past_is_past(director: Meldboek) -> None:
    assert director.store.verify().is_sound
    for drawer in director.store.drawers:
        assert all(line.at <= MOMENT.now() for line in drawer.log(1000))


def test_every_user_opens_the_school_with_the_passphrase_given(sample: Sample) -> None:
    assert [user.role for user in sample.users] == [Role.DIRECTOR, Role.ADMINISTRATOR, Role.BOARD, Role.COORDINATOR]
    for user in sample.users:
        store = open_store(sample.folder, user.name, user.passphrase, MOMENT)
        assert (store.casework is None) is (user.role is Role.ADMINISTRATOR)
        store.close()


def test_without_pupils_the_school_is_empty(tmp_path: Path) -> None:
    made = build(tmp_path / "empty", MOMENT, pupils=0, cost=CHEAP)
    meldboek = open_meldboek(made.folder, made.users[0].name, made.users[0].passphrase, MOMENT)
    assert meldboek.people.pupils() == ()
    assert meldboek.people.employees() == ()
    assert meldboek.casework is not None
    assert meldboek.casework.cases.list(CaseFilter(is_open=None)) == ()
    assert len(meldboek.store.users()) == 4
    assert meldboek.school.profile().name == "Basisschool De Wilgenhof"
    meldboek.store.close()


@pytest.mark.parametrize("pupils", [1, 13])
def test_a_tiny_school_has_exactly_so_many_pupils_and_only_the_stories_of_those_who_are_there(
    tmp_path: Path, pupils: int
) -> None:
    made = build(tmp_path / "tiny", MOMENT, pupils=pupils, cost=CHEAP)
    meldboek = open_meldboek(made.folder, made.users[0].name, made.users[0].passphrase, MOMENT)
    assert len(meldboek.people.pupils()) == pupils
    assert meldboek.casework is not None
    assert len(meldboek.casework.cases.list(CaseFilter(is_open=None))) < 18
    meldboek.store.close()


@pytest.mark.parametrize("moment", [at(2026, 8, 1, 7), at(2026, 9, 7, 8), at(2028, 2, 29, 23), at(2026, 10, 25, 2)])
def test_a_small_school_is_built_on_any_day(tmp_path: Path, moment: datetime) -> None:
    clock = FixedClock(moment)
    made = build(tmp_path / "small", clock, pupils=20, cost=CHEAP)
    meldboek = open_meldboek(made.folder, made.users[0].name, made.users[0].passphrase, clock)
    assert len(meldboek.people.pupils()) == 20
    assert meldboek.store.verify().is_sound
    meldboek.store.close()


def test_a_screenshot_is_a_picture_that_is_the_same_every_time() -> None:
    assert screenshot(1).startswith(b"\x89PNG")
    assert screenshot(1) == screenshot(1)
    assert screenshot(1) != screenshot(2)

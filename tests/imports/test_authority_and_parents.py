"""From when a list says that there is authority, and pupils that came without parents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import ui  # noqa: F401 - before anything of Qt
from app.imports.service import Imports
from app.kernel.clock import FixedClock
from app.people.rules import Authority
from app.people.service import People
from app.vault.drawers.database import Drawer
from tests.imports.lists import separated
from ui.imports.result import ResultStep
from ui.kit.finding import Notice

HEADINGS = ("Nummer", "Roepnaam", "Achternaam", "Groep", "Verzorger 1", "Gezag verzorger 1", "Gezag vanaf verzorger 1")


@pytest.fixture
def people(register: Drawer, clock: FixedClock) -> People:
    return People(register, clock)


@pytest.fixture
def imports(register: Drawer, people: People, clock: FixedClock) -> Imports:
    return Imports(register, people, clock)


def test_authority_holds_from_the_day_that_the_list_gives(imports: Imports, people: People, tmp_path: Path) -> None:
    path = separated(tmp_path / "lijst.csv", HEADINGS, ("1", "Bo", "Os", "5", "Eva Os", "ja", "3-4-2024"))
    imports.apply(imports.compare(imports.read(path)))
    assert people.pupil_by_number("1").guardians[0].authority_since == date(2024, 4, 3)


def test_a_day_that_is_given_later_counts_for_who_was_unconfirmed(
    imports: Imports, people: People, tmp_path: Path
) -> None:
    for said in (("", ""), ("ja", "3-4-2024")):
        path = separated(tmp_path / "lijst.csv", HEADINGS, ("1", "Bo", "Os", "5", "Eva Os", *said))
        imports.apply(imports.compare(imports.read(path)))
    (one,) = people.pupil_by_number("1").guardians
    assert (one.authority, one.authority_since) == (Authority.YES, date(2024, 4, 3))


def test_a_day_that_cannot_be_read_is_told_and_the_pupil_comes_in(imports: Imports, tmp_path: Path) -> None:
    path = separated(tmp_path / "lijst.csv", HEADINGS, ("1", "Bo", "Os", "5", "Eva Os", "ja", "ooit"))
    reading = imports.read(path)
    assert [(one.code, one.place.column) for one in reading.doubts] == [("imports.date_unreadable", HEADINGS[-1])]
    assert reading.pupils[0].guardians[0].authority is Authority.YES


@pytest.mark.usefixtures("qtbot")
def test_the_result_says_that_pupils_came_without_parents(imports: Imports, tmp_path: Path) -> None:
    rows = [(str(n), f"Bo{n}", "Os", "5", "Eva Os" if not n else "", "", "") for n in range(3)]
    path = separated(tmp_path / "lijst.csv", HEADINGS, *rows)
    result = imports.apply(imports.compare(imports.read(path)))
    step = ResultStep(lambda _page, _target: None)
    step.show_result(result)
    (notice,) = step.findChildren(Notice)
    assert result.parentless == 2
    assert notice.accessibleName().startswith("2 nieuwe leerlingen zonder ouders")

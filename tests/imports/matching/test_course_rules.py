"""Into a new school year: on to the next group is quiet, staying, skipping and going back stand out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.imports.rules import Course, LineKind
from app.people.rules import PupilCard
from tests.imports.matching.test_matching import card, propose, row

AUGUST = date(2027, 8, 1)
COURSES = [
    ("6A", 6, Course.ON),
    ("5A", 5, Course.STAYS),
    ("7A", 7, Course.SKIPS),
    ("4B", 4, Course.BACK),
    ("6/7", None, Course.ON),
    ("6/7", 6, Course.ON),
    ("5/6", 5, Course.STAYS),
]


@pytest.mark.parametrize(("group", "year", "course"), COURSES)
def test_how_a_pupil_goes_into_the_new_year(group: str, year: int | None, course: Course) -> None:
    read = row("Noor", number="7", group=group)._replace(year_group=year)
    line = propose([card(1, "Noor", pupil_number="7")], read, since=AUGUST).lines[0]
    assert (line.kind, line.course, line.course.is_unusual) == (LineKind.MOVED, course, course is not Course.ON)


def test_within_a_year_and_for_who_comes_back_it_says_nothing() -> None:
    known = card(1, "Noor", pupil_number="7")
    (within,) = propose([known], row("Noor", number="7", group="6A")).lines
    back = propose([replace(known, active=False)], row("Noor", number="7", group="6A"), since=AUGUST).lines[0]
    assert (within.course, back.course, back.returns) == (Course.SAME_YEAR, Course.SAME_YEAR, True)


def test_two_years_later_two_groups_higher_is_usual() -> None:
    known: PupilCard = replace(card(1, "Noor", pupil_number="7"), school_year="2025-2026")
    read = row("Noor", number="7", group="7A")._replace(year_group=7)
    assert propose([known], read, since=AUGUST).lines[0].course is Course.ON

"""How a pupil goes into a new school year: on to the next year group, as nearly all do, or otherwise."""

from __future__ import annotations

from datetime import date

from app.imports.readings import ReadPupil
from app.imports.rules import Course
from app.kernel.calendar import school_year
from app.people.rules import PupilCard
from app.people.spelling import year_group_of


def course_of(pupil: ReadPupil, card: PupilCard, since: date) -> Course:
    """What becomes of a pupil between the school year of the register and that of the list; of one that is known."""
    new_year = school_year(since)
    if not (card.active and card.school_year and card.school_year != new_year):
        return Course.SAME_YEAR
    old, new = _year_in(card.year_group, card.group), _year_in(pupil.year_group, pupil.group)
    if old is None or new is None:
        return Course.ON
    steps, years = new - old, int(new_year[:4]) - int(card.school_year[:4])
    if steps == years:
        return Course.ON
    return Course.SKIPS if steps > years else Course.STAYS if steps >= 0 else Course.BACK


def _year_in(said: int | None, group: str) -> int | None:
    return said if said is not None else year_group_of(group)

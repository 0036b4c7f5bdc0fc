"""What asks for a second look in a pupil: an age that no child at a primary school has, a group that is not there."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from app.kernel.errors import Invalid
from app.kernel.findings import Finding, Severity
from app.people.rules import NewPupil, PupilLine, age_on, check_pupil

HIGHEST_YEAR = 8
_YOUNGEST, _OLDEST = 3, 15
_NUMBERED = re.compile(r"(\d+)(?:/(\d+))? ?[A-Za-z]?")


def is_school_age(birth: date, on: date) -> bool:
    """Whether a child born that day can be at a primary school; a day still to come is judged elsewhere."""
    return birth > on or _YOUNGEST <= age_on(birth, on) <= _OLDEST


def check_group(group: str) -> None:
    """A group with a year has one that a primary school has."""
    found = _NUMBERED.fullmatch(group)
    if found and any(int(number) > HIGHEST_YEAR for number in found.groups() if number):
        raise Invalid("group", "people.no_such_year", group=group, highest=HIGHEST_YEAR)


def doubts(new: NewPupil, before: PupilLine | None, groups: Collection[str], today: date) -> tuple[Finding, ...]:
    """What is asked before a typed pupil is kept; what stood there ``before`` is not asked about again.

    The group is written as ``groups`` writes it: ``5A``.
    """
    check_pupil(new, today)
    found: list[Finding] = []
    birth, known = new.birth_date, before.birth_date if before else None
    if birth and birth != known and not is_school_age(birth, today):
        values = {"age": age_on(birth, today), "birth_date": birth}
        found.append(Finding("people.age_unlikely", Severity.WARN, values=values))
    group = new.group
    if group and group not in groups and group != (before.group if before else ""):
        check_group(group)
        there = ", ".join(groups)
        code = "people.group_new" if there else "people.group_first"
        found.append(Finding(code, Severity.WARN, values={"group": group, "groups": there}))
    return tuple(found)

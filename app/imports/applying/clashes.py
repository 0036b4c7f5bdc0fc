"""A pupil number belongs to one pupil, whatever was decided line by line: what would break that is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import replace

from app.imports.readings import Rejection
from app.imports.results import Changing, Entering, Work
from app.kernel.names import full


def without_clashes(
    work: Work, numbers: Mapping[int, str], name_of: Callable[[int], str]
) -> tuple[Work, tuple[Rejection, ...]]:
    """The work without the pupils who would get the number of another, and the rejections of those."""
    said = {one.person_id: one.read.number for one in work.changing if one.read.number}
    owners: dict[str, set[int]] = defaultdict(set)
    for person, number in {**numbers, **said}.items():
        if number:
            owners[number].add(person)
    rejected: list[Rejection] = []

    def is_free(one: Entering | Changing) -> bool:
        others = owners.get(one.read.number, set()) - {one.person_id}
        if not one.read.number or not others:
            return True
        values = {"number": one.read.number, "name": name_of(min(others))}
        rejected.append(
            Rejection(one.read.place, "imports.number_of_other", values, full(one.read.name), one.read.number)
        )
        return False

    entering, changing = tuple(filter(is_free, work.entering)), tuple(filter(is_free, work.changing))
    return replace(work, entering=entering, changing=changing), tuple(rejected)

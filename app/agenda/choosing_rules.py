"""Which of very many tasks are read: those that are shown; of the others it is known how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

_TASK = "task:"


@dataclass(frozen=True)
class Chosen:
    """The tasks to read, and by day how many are not read."""

    ids: frozenset[int] = frozenset()
    more: Mapping[date, int] = field(default_factory=dict)


def chosen(
    days: Mapping[date, Sequence[int]], put_off: Collection[int], list_of: Callable[[date], str], most: int
) -> Chosen:
    """The first ``most`` tasks of each list that ``list_of`` names, and all that were put off.

    A day of which ``list_of`` names no list is not shown at all.
    """
    taken: set[int] = set()
    counts: Counter[str] = Counter()
    more: dict[date, int] = {}
    for day in sorted(days):
        name = list_of(day)
        if not name:
            continue
        waiting = [task for task in days[day] if task not in put_off]
        first = waiting[: max(0, most - counts[name])]
        counts[name] += len(first)
        taken.update(first)
        if len(first) < len(waiting):
            more[day] = len(waiting) - len(first)
    known = {task for tasks in days.values() for task in tasks} if put_off else set()
    return Chosen(frozenset(taken | known.intersection(put_off)), more)


def key_of(task: int) -> str:
    """The key of the line of a task."""
    return f"{_TASK}{task}"


def tasks_among(keys: Collection[str]) -> frozenset[int]:
    """The tasks that these keys of lines name."""
    return frozenset(int(key.removeprefix(_TASK)) for key in keys if key.startswith(_TASK))

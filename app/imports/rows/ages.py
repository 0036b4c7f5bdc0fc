"""Whether somebody is of an age at which children go to a primary school."""

from __future__ import annotations

from datetime import date

_YOUNGEST, _OLDEST = 3, 15


def is_school_age(birth: date, on: date) -> bool:
    """Whether a child born that day can be at a primary school; a day still to come is judged elsewhere."""
    age = on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))
    return birth > on or _YOUNGEST <= age <= _OLDEST

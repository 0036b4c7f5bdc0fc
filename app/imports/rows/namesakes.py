"""Finds the pupil of another sheet by the name alone, for a sheet that only adds the guardians."""

from __future__ import annotations

from collections.abc import Mapping

from app.imports.columns.layout import Layout
from app.imports.readings import ReadPupil, Target
from app.imports.rows.getters import RowRefusedError
from app.kernel.names import PersonName, fold

Folded = tuple[str, str, str]


class Namesakes:
    """The pupils of the sheets before, by their names, when this sheet has no number or birth date to know them by."""

    def __init__(self, layout: Layout, pupils: Mapping[object, ReadPupil]) -> None:
        self._column = layout.find(Target.FULL_NAME) or layout.find(Target.SURNAME)
        self._pupils = pupils
        self._keys: dict[Folded, list[object]] = {}
        if layout.guardians and not layout.has(Target.NUMBER, Target.BIRTH_DATE):
            for key, pupil in pupils.items():
                self._keys.setdefault(folded(pupil.name), []).append(key)

    def key_of(self, pupil: ReadPupil) -> object:
        """The key of the one pupil with this name; None when nobody has it. The row is refused when several have."""
        named = self._keys.get(folded(pupil.name), []) if self._keys else []
        keys = [key for key in named if not pupil.group or self._pupils[key].group in ("", pupil.group)]
        if len(keys) > 1:
            raise RowRefusedError(self._column.header if self._column else "", "imports.name_of_several")
        return keys[0] if keys else None


def own_key(pupil: ReadPupil, pupils: Mapping[object, ReadPupil]) -> object:
    """By which rows are of one pupil: the number, else name and birth date; two groups without those are two pupils."""
    if pupil.number:
        return pupil.number
    key = folded(pupil.name), pupil.birth_date
    other = pupils.get(key) if pupil.birth_date is None else None
    is_another = other is not None and other.group and pupil.group and other.group != pupil.group
    return (*key, pupil.group) if is_another else key


def folded(name: PersonName) -> Folded:
    """A name by which two rows are of one pupil."""
    return fold(name.first_name or name.initials), fold(name.infix), fold(name.surname)

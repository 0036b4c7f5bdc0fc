"""What asks for a look in a pupil of a list: an unlikely age or group, a name in part, letters that were lost."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from app.imports.columns.layout import Layout, Row
from app.imports.content import cells, lost, persons
from app.imports.readings import Place, ReadPupil, Rejection, Target
from app.imports.rows.getters import cell_of
from app.kernel.names import full
from app.people.doubt_rules import HIGHEST_YEAR, is_school_age

_NAMES = (Target.FULL_NAME, Target.SURNAME, Target.FIRST_NAME)
_FIRST = (Target.FIRST_NAME, Target.GIVEN_NAMES, Target.INITIALS)
_NUMBERED_GROUP = re.compile(r"(\d{1,2})(?:/(\d{1,2}))? ?[A-Za-z]?")


@dataclass
class PupilDoubts:
    """Looks at the pupils of one sheet; ``doubts`` collects what it finds, ``on`` is the day that ages count for."""

    layout: Layout
    doubts: list[Rejection]
    on: date
    sheet: str = ""
    _asked: set[tuple[Target, str]] = field(default_factory=set)
    _placed: set[tuple[str, object]] = field(default_factory=set)  # groups with year groups that were looked at

    def __post_init__(self) -> None:
        layout = self.layout
        self._whole, self._year = cell_of(layout, Target.FULL_NAME), cell_of(layout, Target.YEAR_GROUP)
        whole = layout.has(Target.FULL_NAME)
        self._names_surname, self._names_first = whole or layout.has(Target.SURNAME), whole or layout.has(*_FIRST)

    def at_columns(self) -> None:
        """Say what holds for all rows."""
        self._tell_us_order()
        self._tell_missing_part()

    def at_pupil(self, row: Row, pupil: ReadPupil) -> None:
        """Say what is odd about this pupil."""
        birth = pupil.birth_date
        if birth and not is_school_age(birth, self.on):
            self._ask(pupil.place, Target.BIRTH_DATE, "imports.age_unlikely", cells.text(birth))
        whole, name = self._whole(row), pupil.name
        if odd := lost.oddness_of(name):
            self._ask(pupil.place, Target.FULL_NAME, odd, full(name)[:60])
        self._doubt_part(pupil)
        if isinstance(whole, str) and persons.is_doubtful(whole):
            self._ask(pupil.place, Target.FULL_NAME, "imports.name_doubtful", whole[:60], persons.read_as(pupil.name))
        placed = (pupil.group, self._year(row))
        if placed not in self._placed:
            self._placed.add(placed)
            self._doubt_group(row, pupil)

    def _doubt_part(self, pupil: ReadPupil) -> None:
        """A name without a surname may be right, and is seldom."""
        name = pupil.name
        if not name.surname and self._names_surname:
            self._ask(pupil.place, Target.SURNAME, "imports.surname_missing", full(name))
        elif not (name.first_name or name.initials) and self._names_first:
            self._ask(pupil.place, Target.FIRST_NAME, "imports.first_name_missing", full(name))

    def _doubt_group(self, row: Row, pupil: ReadPupil) -> None:
        """A group or year group that a primary school does not have is asked about once."""
        said = cells.text(self._year(row))
        if (Target.GROUP, pupil.group) not in self._asked and _is_no_group(pupil.group):
            self._asked.add((Target.GROUP, pupil.group))
            self._ask(pupil.place, Target.GROUP, "imports.group_unlikely", pupil.group)
        if said and (Target.YEAR_GROUP, said) not in self._asked and (cells.whole_number(said) or 0) > HIGHEST_YEAR:
            self._asked.add((Target.YEAR_GROUP, said))
            self._ask(pupil.place, Target.YEAR_GROUP, "imports.year_group_unlikely", said[:60])

    def _ask(self, place: Place, target: Target, code: str, value: str, values: dict[str, str] | None = None) -> None:
        column = self.layout.find(target) or self.layout.find(Target.FULL_NAME)
        where = place._replace(column=column.header if column else "")
        self.doubts.append(Rejection(where, code, values or {}, value=value))

    def _tell_us_order(self) -> None:
        column = self.layout.find(Target.BIRTH_DATE)
        if column and cells.in_us_order(self.layout.values(column)):
            place = Place(self.layout.first, column.header, self.sheet)
            self.doubts.append(Rejection(place, "imports.dates_us_order"))

    def _tell_missing_part(self) -> None:
        """Say once that a part of the names was not found: a column with a heading that nobody knows may hold it."""
        layout = self.layout
        if not layout.has(*_NAMES, Target.GIVEN_NAMES) or layout.has(Target.FULL_NAME):
            return
        first = layout.has(Target.FIRST_NAME, Target.GIVEN_NAMES, Target.INITIALS)
        if first != layout.has(Target.SURNAME):
            code = "imports.no_surnames" if first else "imports.no_first_names"
            self.doubts.append(Rejection(Place(layout.first, "", self.sheet), code))


@lru_cache(maxsize=1024)
def _is_no_group(group: str) -> bool:
    found = _NUMBERED_GROUP.fullmatch(group)
    return found is not None and any(int(number) > HIGHEST_YEAR for number in found.groups() if number)

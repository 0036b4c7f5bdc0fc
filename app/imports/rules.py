"""What a class list would change, and what was decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from app.imports.readings import DroppedColumn, ReadColumn, ReadEmployee, ReadGuardian, ReadPupil, Rejection
from app.kernel.names import PersonName


class LineKind(StrEnum):
    """What applying a proposal does with one pupil."""

    NEW = "new"
    CHANGED = "changed"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    DOUBTFUL = "doubtful"
    MISSING = "missing"


class Course(StrEnum):
    """How a pupil goes into a new school year; ``SAME_YEAR`` says that none begins with this list."""

    SAME_YEAR = ""
    ON = "on"
    STAYS = "stays"
    SKIPS = "skips"
    BACK = "back"

    @property
    def is_unusual(self) -> bool:
        """Whether somebody should look at it."""
        return self in (Course.STAYS, Course.SKIPS, Course.BACK)


@dataclass(frozen=True)
class FieldChange:
    """One field of a pupil or guardian: what is known and what the list says, as text."""

    field: str
    old: str
    new: str
    guardian: str = ""


class GuardianMatch(NamedTuple):
    """A guardian of the list with the person it is, if known; 0 means: not in the register yet."""

    read: ReadGuardian
    person_id: int = 0
    relation_id: int = 0
    key: int = 0


class Choice(StrEnum):
    """What the user lets happen to one line."""

    APPLY = "apply"
    SKIP = "skip"
    SAME = "same"
    SEPARATE = "separate"
    LEAVE = "leave"


@dataclass(frozen=True)
class Decision:
    """A choice; ``person_id`` says who the pupil is (SAME), ``on`` from which day they are off the roll (LEAVE)."""

    choice: Choice
    person_id: int = 0
    on: date | None = None


@dataclass(frozen=True)
class Candidate:
    """Somebody of the register whom a doubtful line may be, why, and what would change of them."""

    person_id: int
    name: PersonName
    number: str
    group: str
    birth_date: date | None
    why: str
    changes: tuple[FieldChange, ...] = ()
    guardians: tuple[GuardianMatch, ...] = ()


class ProposalLine(NamedTuple):
    """One pupil: what the list says, who that is, and what changes; ``key`` is the line's name in the decisions."""

    kind: LineKind
    name: PersonName
    number: str
    group: str
    birth_date: date | None
    person_id: int = 0
    read: ReadPupil | None = None
    changes: tuple[FieldChange, ...] = ()
    guardians: tuple[GuardianMatch, ...] = ()
    note: str = ""
    key: int = 0
    candidates: tuple[Candidate, ...] = ()
    proposed: Decision = Decision(Choice.APPLY)
    returns: bool = False
    course: Course = Course.SAME_YEAR


@dataclass(frozen=True)
class EmployeeProposal:
    """One employee of the list, who that is, and what changes."""

    kind: LineKind
    key: int
    read: ReadEmployee
    person_id: int = 0
    changes: tuple[FieldChange, ...] = ()
    proposed: Decision = Decision(Choice.APPLY)

    @property
    def name(self) -> PersonName:
        """The name as the list has it."""
        return self.read.name


@dataclass(frozen=True)
class Proposal:
    """Everything that taking over a class list would do; groups count from ``since``."""

    file_name: str
    lines: tuple[ProposalLine, ...]
    rejected: tuple[Rejection, ...]
    dropped: tuple[DroppedColumn, ...]
    columns: tuple[ReadColumn, ...]
    groups: tuple[str, ...]
    since: date
    employees: tuple[EmployeeProposal, ...] = ()

    def count(self, *kinds: LineKind) -> int:
        """How many pupils are of these kinds."""
        return sum(line.kind in kinds for line in self.lines)

    def decisions(self) -> dict[int, Decision]:
        """Everything as proposed, also that the missing have left."""
        pupils = {line.key: line.proposed for line in self.lines}
        return pupils | {one.key: one.proposed for one in self.employees}

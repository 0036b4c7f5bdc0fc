"""What making one person of two would do, and what was done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.people.rules import PersonLine


@dataclass(frozen=True)
class MergeMove:
    """How much of one kind goes to the person who stays; ``code`` names its sentence."""

    code: str
    count: int


@dataclass(frozen=True)
class MergeDifference:
    """A field in which two entries of a person differ, as text; what is kept stays, an empty one is filled."""

    field: str
    gone: str
    kept: str


@dataclass(frozen=True)
class MergePreview:
    """What making one person of two would do."""

    gone: PersonLine
    kept: PersonLine
    moves: tuple[MergeMove, ...]
    differences: tuple[MergeDifference, ...]


@dataclass(frozen=True)
class MergeLine:
    """Two persons who were made one."""

    id: int
    at: datetime
    user_name: str
    gone_name: str
    kept: PersonLine
    undone_at: datetime | None

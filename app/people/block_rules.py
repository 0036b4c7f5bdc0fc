"""From whom a publication block withholds a pupil's image: pure, and where in doubt from more people, not fewer.

Three decisions where the sources leave room:
- What goes *as the channel does* (a name beside an image) and what has no known audience is withheld by every block.
- *Beyond the school* includes those who come in from outside: a training institute, researchers.
- *One person* may look along wherever parents or outsiders look; somebody of the staff, or somebody the register does
  not know, may look everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.kernel.errors import Invalid
from app.people.basics import Period
from app.protocol.rules import Audience


class Reach(StrEnum):
    """From whom an image is withheld."""

    EVERYBODY = "everybody"
    OUTSIDE = "outside"
    OTHER_GROUPS = "other_groups"
    PERSON = "person"


EVERYONE = frozenset(Audience)
_OWN_GROUP = frozenset({Audience.CLASS_PARENTS, Audience.STAFF})
_STAFF = frozenset({Audience.STAFF})
_STILL_SEES = {
    Reach.EVERYBODY: frozenset[Audience](),
    Reach.OUTSIDE: _OWN_GROUP | {Audience.PARENTS},
    Reach.OTHER_GROUPS: _OWN_GROUP,
}


@dataclass(frozen=True)
class FromWhom:
    """From whom; ``person_id`` or ``name`` tells who the one person is, ``is_parent`` that it is surely no staff."""

    reach: Reach = Reach.EVERYBODY
    person_id: int | None = None
    name: str = ""
    is_parent: bool = False


@dataclass(frozen=True)
class BlockLine:
    """A publication block: to these people nothing of this pupil may be shown, whatever was answered."""

    id: int
    period: Period
    reason: str
    whom: FromWhom = field(default_factory=FromWhom)


def is_blocked(blocks: Iterable[BlockLine], on: date) -> bool:
    """Whether any publication block holds that day, from whomever it withholds."""
    return any(block.period.holds(on) for block in blocks)


def withheld(blocks: Iterable[BlockLine], on: date) -> frozenset[Audience]:
    """The audiences that may see nothing of the pupil that day."""
    holding = (block for block in blocks if block.period.holds(on))
    return frozenset[Audience]().union(*(withheld_by(block.whom) for block in holding))


def withheld_by(whom: FromWhom) -> frozenset[Audience]:
    """The audiences that one block keeps from seeing the pupil."""
    if whom.reach is Reach.PERSON:
        return EVERYONE - _STAFF if whom.is_parent else EVERYONE
    return EVERYONE - _STILL_SEES[whom.reach]


def hides_from(shielded: frozenset[Audience], audience: Audience | None) -> bool:
    """Whether what is withheld reaches this audience; an unknown audience counts as one that may not see it."""
    return bool(shielded) and (audience is None or audience in shielded)


def check_whom(whom: FromWhom) -> None:
    """A block for one person says who that is."""
    if whom.reach is Reach.PERSON and whom.person_id is None and not whom.name.strip():
        raise Invalid("person_id", "people.block_whom_missing")

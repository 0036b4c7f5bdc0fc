"""What the answers come to for a group or the school: the matrix, its counts, and who has not answered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from app.consents.purposes.lines import PurposeLine
from app.consents.rules import (
    ALL_MEDIA,
    Deciders,
    Event,
    Medium,
    PurposeRule,
    Reason,
    Verdict,
    counting,
    judge,
)
from app.people.rules import PupilLine


class CellState(StrEnum):
    """What one square of the matrix shows."""

    YES = "yes"
    NO = "no"
    NO_ANSWER = "no_answer"
    DISAGREE = "disagree"
    BLOCKED = "blocked"
    PARTLY = "partly"


@dataclass(frozen=True)
class Cell:
    """One pupil and one purpose; ``media`` are the media that are allowed."""

    state: CellState
    reason: Reason
    media: tuple[Medium, ...] = ()


@dataclass(frozen=True)
class MatrixRow:
    """One pupil; the cells run along with the purposes of the matrix."""

    pupil: PupilLine
    cells: tuple[Cell, ...]

    def shows(self, state: CellState) -> bool:
        """Whether any square of this pupil has that state."""
        return any(cell.state is state for cell in self.cells)

    def is_all(self, state: CellState) -> bool:
        """Whether every square of this pupil has that state."""
        return all(cell.state is state for cell in self.cells)


@dataclass(frozen=True)
class Matrix:
    """Pupils against purposes on a day; ``group`` is None for the whole school."""

    on: date
    group: str | None
    purposes: tuple[PurposeLine, ...]
    rows: tuple[MatrixRow, ...]

    def count(self, state: CellState) -> int:
        """How many pupils have a square of that state."""
        return sum(row.shows(state) for row in self.rows)


@dataclass(frozen=True)
class Progress:
    """How far the answers of a school year are; a family, the pupils with the same guardians, answered for each."""

    school_year: str
    answered: int
    total: int
    missing: int
    contradicting: int


class Said(NamedTuple):
    """One event, and the purposes it is about."""

    event: Event
    purposes: frozenset[str]


Words = list[Said]  # everything said for one pupil, in order

_STATES = {
    Reason.ALLOWED: CellState.YES,
    Reason.BLOCKED: CellState.BLOCKED,
    Reason.BLOCKED_HERE: CellState.BLOCKED,
    Reason.PARENTS_DISAGREE: CellState.DISAGREE,
    Reason.PURPOSE_OFF: CellState.NO,
    Reason.OWN_REFUSAL: CellState.NO,
    Reason.OWN_WITHDRAWAL: CellState.NO,
    Reason.REFUSED: CellState.NO,
    Reason.WITHDRAWN: CellState.NO,
}
_PUPIL, _STRANGER = -1, -2  # in place of a guardian: the pupil, or somebody whose word does not count
_WEIGHT = (CellState.BLOCKED, CellState.DISAGREE, CellState.NO, CellState.NO_ANSWER, CellState.YES)


def state_of(reason: Reason) -> CellState:
    """How a reason looks in the matrix; what is neither yes nor no lacks an answer."""
    return _STATES.get(reason, CellState.NO_ANSWER)


class Squares:
    """Works out the squares of many pupils on one day; families that answered alike are worked out once."""

    def __init__(self, purposes: Sequence[PurposeLine]) -> None:
        self._purposes = purposes
        self._dated = any(purpose.rule.asks_since for purpose in purposes)
        self._known: dict[tuple[object, ...], tuple[Cell, ...]] = {}

    def of(self, who: Deciders, words: Words) -> tuple[Cell, ...]:
        """The squares of one pupil."""
        if who.own_answer or any(event.about is not None or event.on > who.on for event, _codes in words):
            return cells(who, self._purposes, words)
        key = (*_pattern(who, words), *(event.on for event, _codes in words if self._dated))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = cells(who, self._purposes, words)
        return found


def _pattern(who: Deciders, words: Words) -> tuple[object, ...]:
    """What decides about a pupil, without who it is and when it was said."""
    places: dict[int | None, int] = {guardian: place for place, (guardian, _authority) in enumerate(who.guardians)}
    said = [
        (event.kind, places.get(event.guardian_id, _STRANGER) if event.guardian_id is not None else _PUPIL,
         event.media, event.last_day, codes)
        for event, codes in words
    ]  # fmt: skip
    return (who.withheld, who.own_withdrawal, tuple(authority for _id, authority in who.guardians), *said)


def cells(who: Deciders, purposes: Sequence[PurposeLine], words: Words) -> tuple[Cell, ...]:
    """The squares of one pupil."""
    by_purpose: dict[str, list[Event]] = defaultdict(list)
    for event, codes in words:
        for code in codes:
            by_purpose[code].append(event)
    return tuple(cell(who, purpose.rule, by_purpose.get(purpose.code, [])) for purpose in purposes)


def about(words: Words, purpose: str) -> list[Event]:
    """What was said about one purpose."""
    return [said.event for said in words if purpose in said.purposes]


def cell(who: Deciders, rule: PurposeRule, events: Sequence[Event]) -> Cell:
    """One square, from the events of one pupil and one purpose."""
    sifted = counting(events, who.on) if events else []
    if all(event.media == ALL_MEDIA for event in sifted):
        return _square((judge(who, rule, sifted, Medium.PHOTO),) * 3)
    return _square(verdicts(who, rule, sifted))


def verdicts(who: Deciders, rule: PurposeRule, sifted: Sequence[Event]) -> tuple[Verdict, ...]:
    """The verdict for each medium, photo first."""
    return tuple(judge(who, rule, sifted, medium) for medium in Medium)


@cache
def _square(found: tuple[Verdict, ...]) -> Cell:
    allowed = tuple(medium for medium, verdict in zip(Medium, found, strict=True) if verdict.allowed)
    if 0 < len(allowed) < len(found):
        return Cell(CellState.PARTLY, next(verdict.reason for verdict in found if not verdict.allowed), allowed)
    heaviest = min(found, key=lambda verdict: _WEIGHT.index(state_of(verdict.reason)))
    return Cell(state_of(heaviest.reason), heaviest.reason, allowed)

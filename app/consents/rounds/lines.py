"""Rounds as they go in and come out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.people.rules import PupilLine


class RoundKind(StrEnum):
    """Who gets a form."""

    EVERYBODY = "everybody"
    NOT_ANSWERED = "not_answered"
    NEW_PURPOSES = "new_purposes"


@dataclass(frozen=True)
class NewRound:
    """A round to begin; without purposes it asks all that are used, without groups it asks the whole school.

    ``text`` is what stands on its forms, kept as proof of what people read.
    """

    name: str
    text_version: str
    kind: RoundKind = RoundKind.EVERYBODY
    school_year: str = ""
    purposes: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    close_on: date | None = None
    text: str = ""


@dataclass(frozen=True)
class RoundSize:
    """What a round would come to."""

    pupils: int
    families: int
    purposes: tuple[str, ...]
    groups: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class RoundLine:
    """A round and how far it is; ``reminded`` counts the forms of which the family was reminded."""

    id: int
    name: str
    school_year: str
    kind: RoundKind
    text_version: str
    purposes: tuple[str, ...]
    started_on: date
    close_on: date | None
    closed_on: date | None
    forms: int
    answered: int
    families: int
    families_answered: int
    reminded: int


@dataclass(frozen=True)
class FormText:
    """What stood on the form with this version: of which round, and since when."""

    version: str
    round: str
    since: date
    text: str


@dataclass(frozen=True)
class FormLine:
    """One form of a round; ``answers`` counts the people who answered since it was handed out."""

    id: int
    number: str
    pupil: PupilLine
    family: int
    answers: int
    answered_on: date | None
    reminded_on: date | None
    reminders: int


@dataclass(frozen=True)
class FormTarget:
    """Whose form this number is, and what was asked on it; ``recorded_on`` when its answers were taken down last.

    ``round_name`` is that of a round that is over; empty for the one that runs, and for a form of no round.
    """

    form_number: str
    pupil_id: int
    text_version: str
    purposes: tuple[str, ...]
    recorded_on: date | None = None
    round_name: str = ""

"""Family situations worked out by hand from rules_nl 3.1, before the program was asked: yes or no per cell.

Written apart from the table of ``situations``: there events go into the rule, here people go through the register.
A story tells who the guardians are (``ja``, ``nee`` or ``?`` for authority, with the day it began), what happened in
the order of recording, and what must come out. ``lid`` names the line of the rule that decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

GUIDE, APP, PHOTOGRAPHER = "SCHOOL_GUIDE", "PARENT_APP", "SCHOOL_PHOTO"  # one yes is enough
INSTA, WEB, PRESS, RESEARCH = "SOCIAL_PUBLIC.INSTAGRAM", "WEBSITE_PUBLIC", "PRESS", "RESEARCH"  # everybody
PORTAL, TEAM = "PARENT_PORTAL", "TRAINING_INTERNAL"  # one yes; seen by the parents of the school, by the team
STAFF_ACCOUNT = "PERSONAL_ACCOUNT_STAFF"
M, V, G, INST, P, CHILD = "moeder", "vader", "voogd", "instelling", "pleegmoeder", "kind"
NINE = date(2017, 5, 4)
Gezag = tuple[str, date | None]


def d(day: int, month: int, year: int = 2026) -> date:
    """A day as it is said in Dutch."""
    return date(year, month, day)


SEP, TODAY = d(7, 9), d(16, 11)


@dataclass(frozen=True)
class Act:
    """Something that happened; ``what`` is the Dutch word for it.

    ``nth`` is the act (from 0) that a mistake or an invalid form is about, ``reach`` from whom a child is withheld.
    """

    what: str
    who: str = ""
    on: date = SEP
    codes: tuple[str, ...] = ()
    media: str = "foto film geluid"
    until: date | None = None
    gezag: str = ""
    nth: int = 0
    reach: str = ""


@dataclass(frozen=True)
class Cell:
    """One question and its answer."""

    code: str
    yes: bool
    lid: str
    on: date = TODAY
    medium: str = "foto"


@dataclass(frozen=True)
class Story:
    """One family."""

    name: str
    people: dict[str, tuple[Gezag, ...]]
    acts: tuple[Act, ...]
    cells: tuple[Cell, ...]
    born: date = NINE


def ja(who: str, *codes: str, on: date = SEP, media: str = "foto film geluid", until: date | None = None) -> Act:
    """Somebody says yes."""
    return Act("ja", who, on, codes, media, until)


def nee(who: str, *codes: str, on: date = SEP, media: str = "foto film geluid") -> Act:
    """Somebody says no."""
    return Act("nee", who, on, codes, media)


def terug(who: str, *codes: str, on: date, media: str = "foto film geluid") -> Act:
    """Somebody takes consent back."""
    return Act("ingetrokken", who, on, codes, media)


def wel(code: str, lid: str, on: date = TODAY, medium: str = "foto") -> Cell:
    """It is allowed."""
    return Cell(code, True, lid, on, medium)


def niet(code: str, lid: str, on: date = TODAY, medium: str = "foto") -> Cell:
    """It is not allowed."""
    return Cell(code, False, lid, on, medium)


def has(*since: Gezag) -> tuple[Gezag, ...]:
    """Authority from birth, or as these statements tell."""
    return since or (("ja", None),)


NO, UNSURE = (("nee", None),), (("?", None),)
BOTH = {M: has(), V: has()}

"""Finding somebody by a name that is spelled otherwise, or by a telephone number, when the name finds none."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.formats import phone_digits
from app.people import spelling
from app.people.reading import shown
from app.people.tables import Person

MOST = 8
_FEWEST_DIGITS, _FEWEST_LETTERS = 4, 3
_PHONE = re.compile(r"[\d\s()+./-]+")
_SOUNDS = (
    (re.compile("sch"), "sg"),
    (re.compile("ch"), "g"),
    (re.compile("ph"), "f"),
    (re.compile("th|dt"), "t"),
    (re.compile("ck|q"), "k"),
    (re.compile("c(?=[eiy])"), "s"),
    (re.compile("c"), "k"),
    (re.compile("x"), "ks"),
    (re.compile("v"), "f"),
    (re.compile("z"), "s"),
    (re.compile("^[jy]"), "j"),
    (re.compile("d$"), "t"),
    (re.compile("b$"), "p"),
)
_DOUBLED, _VOWELS = re.compile(r"(.)\1+"), re.compile("(?<!^)[aeiouyjw]")


def is_phone(text: str) -> bool:
    """Whether this was typed as (a part of) a telephone number."""
    return bool(_PHONE.fullmatch(text.strip())) and len(phone_digits(text).lstrip("+")) >= _FEWEST_DIGITS


@lru_cache(maxsize=65_536)
def sound_of(word: str) -> str:
    """How a folded word sounds in Dutch, roughly: ``janssen`` as ``jansen``, ``mohammed`` as ``muhamad``."""
    for spelled, sounds in _SOUNDS:
        word = spelled.sub(sounds, word)
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", _DOUBLED.sub(r"\1", word)))


def find_ids(session: Session, text: str) -> list[int]:
    """Persons with this telephone number, or with names that sound like this; the closest first."""
    if is_phone(text):
        digits = spelling.normal_phone(text).lstrip("+")
        query = select(Person.id).where(shown(), Person.phone.contains(digits)).order_by(Person.sort_name)
        return list(session.scalars(query.limit(MOST)))
    wanted = [word for word in spelling.search_words(text) if word.isalpha() and len(word) >= _FEWEST_LETTERS]
    if not wanted:
        return []
    found: list[tuple[float, int]] = []
    for key, folded in session.execute(select(Person.id, Person.folded).where(shown())):
        close = _closeness(wanted, folded.split())
        if close:
            found.append((-close, key))
    return [key for _close, key in sorted(found)[:MOST]]


def _closeness(wanted: list[str], names: list[str]) -> float:
    """How alike these are, 0 when one of the wanted words sounds like none of the names."""
    total = 0.0
    for word in wanted:
        alike = [name for name in names if name[:1] and sound_of(name) == sound_of(word)]
        if not alike:
            return 0.0
        total += max(SequenceMatcher(None, word, name).ratio() for name in alike)
    return total

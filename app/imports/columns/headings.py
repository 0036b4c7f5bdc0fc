"""What a column holds, told by its heading; the words themselves stand in ``data/imports/headings.toml``."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from app.imports.readings import Target

DATA = Path(__file__).resolve().parents[3] / "data" / "imports"
_ORDINALS = {"1": 1, "2": 2, "3": 3, "4": 4, "1e": 1, "2e": 2, "3e": 3, "1ste": 1, "2de": 2, "3de": 3}
_ORDINALS |= {"eerste": 1, "tweede": 2, "derde": 3, "i": 1, "ii": 2, "andere": 2}
_COUNTED = frozenset({"nr", "nummer", "no"})  # between ``ouder`` and ``1``
_LETTERS = {"a": "1", "b": "2"}  # behind ``ouder``
_OF_CHILD = _ORDINALS | {"4": 4, "4e": 4, "vierde": 4, "5": 5, "5e": 5, "vijfde": 5, "6": 6, "6e": 6, "zesde": 6}
_GLUED = re.compile(r"(?<=[a-z]{3})(?=\d)|(?<=[a-z]{3}\d)(?=[a-z]{3})")
_HINT = re.compile(  # in brackets, a school year, or the day for which the column holds
    r"\([^()]*\)|\b(?:20)?\d\d\s*[-/]\s*(?:20)?\d\d\b|\b(?:per|op)\s+\d{1,2}[-/. ]\w+(?:[-/. ]\d{2,4})?\b",
    re.IGNORECASE,
)
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def _loaded() -> dict[str, Any]:
    return tomllib.loads((DATA / "headings.toml").read_text(encoding="utf-8"))


_DATA = _loaded()
ROLES: dict[str, str] = _DATA["edexml"]["roles"]


def _bare(text: str) -> str:
    return text.replace(" ", "")


def _by_word(*tables: str) -> dict[str, Target]:
    found: dict[str, Target] = {}
    for table in tables:
        for target, words in _DATA[table].items():
            kind = Target.AUTHORITY if target == "representative" else Target(target)
            found |= {_bare(word): kind for word in words}
    return found


_PUPIL = _by_word("shared", "employee", "pupil")
_GUARDIAN_TARGETS = (Target.FIRST_NAME, Target.INITIALS, Target.INFIX, Target.SURNAME, Target.FULL_NAME)
_GUARDIAN = {word: target for word, target in _by_word("pupil").items() if target in _GUARDIAN_TARGETS}
_GUARDIAN |= _by_word("shared") | {"": Target.FULL_NAME}
_ALWAYS_BLOCKED = frozenset(map(_bare, _DATA["blocked"]["headings"]))
_ON_CONSENT = frozenset(_DATA["consent"]["words"])
_BLOCKING = frozenset(_DATA["blocked"]["words"])
_GUARDING = frozenset(_DATA["guardian"]["words"])
_NAMED = frozenset(_DATA["guardian"]["named"])
_FILLING = frozenset(_DATA["guardian"]["filling"])
_PUPIL_WORDS = frozenset(_DATA["guardian"]["pupil"])
_ONE_PUPIL = _PUPIL_WORDS - {"leerlingen"}
_REPRESENTATIVE = frozenset(map(_bare, _DATA["shared"]["representative"]))
_REPRESENTING = frozenset(["vertegenwoordiger", "vertegenwoordigers", "wettelijk", "wettelijke"])
_ASKING = frozenset(_DATA["asked"]["words"])
_OWN = frozenset(_DATA["asked"]["own"])
_OFTEN_SHARED = frozenset({Target.EMAIL, Target.PHONE, Target.AUTHORITY, Target.AUTHORITY_SINCE, Target.RELATION})
_JOINING = frozenset(["en", "of", "met", "plus", "incl", "inclusief", "evt", "eventueel", "and"])
_NAME_PARTS = (Target.FIRST_NAME, Target.INITIALS)
_ADDRESS_PARTS = frozenset({Target.STREET, Target.HOUSE_NUMBER, Target.POSTCODE, Target.CITY})
_TOGETHER: dict[frozenset[Target | None], Target] = {
    frozenset({Target.SURNAME, Target.INFIX}): Target.SURNAME,
    **{frozenset({part, Target.SURNAME}): Target.FULL_NAME for part in _NAME_PARTS},
    **{frozenset({part, Target.INFIX, Target.SURNAME}): Target.FULL_NAME for part in _NAME_PARTS},
    frozenset({*_NAME_PARTS, Target.SURNAME}): Target.FULL_NAME,
    **{frozenset({part, Target.FULL_NAME}): Target.FULL_NAME for part in _NAME_PARTS},
    frozenset({*_NAME_PARTS, Target.INFIX, Target.SURNAME}): Target.FULL_NAME,
    frozenset({Target.STREET, Target.HOUSE_NUMBER}): Target.STREET,
    frozenset({Target.STREET, Target.NUMBER}): Target.STREET,
    frozenset({Target.STREET, Target.HOUSE_NUMBER, Target.ADDITION}): Target.STREET,
    frozenset({Target.HOUSE_NUMBER, Target.ADDITION}): Target.HOUSE_NUMBER,
    frozenset({Target.POSTCODE, Target.CITY}): Target.POSTCODE,
    frozenset({Target.STREET, Target.POSTCODE, Target.CITY}): Target.STREET,
    _ADDRESS_PARTS: Target.STREET,
    frozenset({Target.GROUP, Target.YEAR_GROUP}): Target.GROUP,
    frozenset({Target.PHONE}): Target.PHONE,
    frozenset({Target.EMAIL}): Target.EMAIL,
}


def _vocabulary() -> frozenset[str]:
    """Every word of four letters or more that stands in a heading that is known."""
    tables = ("pupil", "shared", "employee")
    said = [words for table in tables for words in _DATA[table].values()]
    said += [_DATA["blocked"]["headings"], _DATA["blocked"]["words"], _DATA["guardian"]["words"]]
    said.append(_DATA["guardian"]["pupil"])
    return frozenset(word for words in said for text in words for word in text.split())


_VOCABULARY = _vocabulary()
_SHORTENED = re.compile(r"[^\W\d_]{3,}(?=\.)")


@dataclass(frozen=True)
class Heading:
    """What one heading says: the target, and of which guardian.

    ``guardian`` is ``""`` for the pupil, ``"*"`` for a guardian not told, else a number or a word; ``loose`` says
    that only a number behind the heading (``E-mail 2``) makes it one of a guardian.
    """

    target: Target | None
    guardian: str = ""
    loose: bool = False


@lru_cache(maxsize=8192)
def normal(text: str) -> str:
    """A heading without capitals, accents and punctuation: ``Lln. nr.`` is ``lln nr``."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[\W_]+", " ", bare).split())


def _words(text: str) -> list[str]:
    """The words of a heading; ``Ouder1Naam`` has three."""
    return _GLUED.sub(" ", normal(_HUMPS.sub(" ", text[:200]))).split()


def is_blocked(text: str) -> bool:
    """Whether a column with this heading may never be kept."""
    words = _words(text)
    return _are_blocked(words) or _are_blocked(_in_full(text))


def _are_blocked(words: list[str]) -> bool:
    own = "".join(_without(words, _PUPIL_WORDS | _GUARDING | _FILLING))
    return "".join(words) in _ALWAYS_BLOCKED or own in _ALWAYS_BLOCKED or bool(_BLOCKING.intersection(words))


def _in_full(text: str) -> list[str]:
    """The words of a heading, those that end with a full stop written out: ``Voorn. leerling``, ``Stamgr.``."""
    short = set(_SHORTENED.findall(text[:200].casefold()))
    return [_whole(word) if word in short else word for word in _words(text)]


def _asked(text: str) -> list[str]:
    """The words of a question, ``Wat is uw e-mailadres?``, that say what it is about, and whom."""
    words = _words(text)
    if "?" not in text and not _OWN.intersection(words):
        return []
    who = ["ouder"] if _OWN.intersection(words) and not _PUPIL_WORDS.intersection(words) else []
    return _without(words, _ASKING | _OWN) + who


@lru_cache(maxsize=1024)
def _whole(word: str) -> str:
    """The shortest word of the headings that begins so; a word that is one itself stays."""
    longer = [known for known in _VOCABULARY if known.startswith(word)]
    return min(longer, key=lambda known: (len(known), known), default=word)


@lru_cache(maxsize=4096)
def heading(text: str) -> Heading:
    """What a column with this heading holds; no target when the heading says nothing to Meldboek."""
    if is_blocked(text):
        return Heading(Target.BLOCKED)
    number, rest = of_child(text)
    if number:
        return heading(rest)
    bare = _HINT.sub(" ", text)
    for words in (_words(text), _words(bare), _in_full(text), _asked(text)):
        if (found := _meaning(words)).target:
            return found
    return Heading(None)


def _meaning(words: list[str]) -> Heading:
    plain = "".join(words)
    if plain in _PUPIL:
        return Heading(_PUPIL[plain])
    if _REPRESENTING.intersection(words) and not (_others(words) or _represents(words)):
        return _of_guardian(["ouder", *_without(words, _REPRESENTING)])
    if _GUARDING.intersection(words):
        return _of_guardian(words)
    own = _without(words, _PUPIL_WORDS)
    found = _PUPIL.get("".join(own)) or _PUPIL.get("".join(_without(own, _FILLING))) or _in_one(own, _PUPIL)
    return Heading(found) if found else _numbered(own)


def _in_one(words: list[str], table: dict[str, Target]) -> Target | None:
    """``Achternaam en voorvoegsel`` and ``Straat + huisnr.``: several parts that stand in one column."""
    parts = [table.get(word) for word in words if word not in _JOINING]
    return _TOGETHER.get(frozenset(parts)) if len(parts) > 1 else None


def _numbered(words: list[str]) -> Heading:
    """``E-mail 2`` and ``2e e-mail`` may be of the second guardian; the other columns have to tell."""
    for order, rest in ((words[-1], words[:-1]), (words[0], words[1:])) if len(words) > 1 else ():
        target = _PUPIL.get("".join(rest))
        if order in _ORDINALS and target in _OFTEN_SHARED:
            return Heading(target, str(_ORDINALS[order]), loose=True)
    return Heading(None)


def _of_guardian(words: list[str]) -> Heading:
    named = next((word for word in words if word in _NAMED), "")
    words = [
        _LETTERS.get(word, word) if ahead in _GUARDING else word
        for ahead, word, behind in zip(["", *words], words, [*words[1:], ""], strict=False)
        if not (word in _COUNTED and ahead in _GUARDING and behind in _ORDINALS)
    ]
    order = next((_ORDINALS[word] for word in words if word in _ORDINALS), 0)
    rest = [word for word in words if word not in _ORDINALS]
    own = _without(rest, _GUARDING - {"relatie"} if "relatie" in rest and _others(rest) else _GUARDING)
    target = _GUARDIAN.get("".join(own)) or _GUARDIAN.get("".join(_without(own, _FILLING | _PUPIL_WORDS)))
    target = target or _in_one(own, _GUARDIAN) or _in_one(_without(own, _FILLING), _GUARDIAN)
    key = f"{named}{order or ''}" if named else str(order) if order else "*"
    return Heading(target, key) if target else Heading(None)


def _others(words: list[str]) -> bool:
    """Whether another word names the guardian, so that ``relatie`` says who that is to the child."""
    return bool(_GUARDING.intersection(words) - {"relatie"})


def _without(words: list[str], dropped: frozenset[str]) -> list[str]:
    return [word for word in words if word not in dropped]


def is_guardian_name(text: str) -> bool:
    """Whether this heading only names a guardian, as the upper row of a heading in two rows does."""
    found = heading(text)
    return bool(found.guardian) and found.target is Target.FULL_NAME and not found.loose


def is_representative(text: str) -> bool:
    """Whether this heading may be about authority or name the person that has it."""
    return _represents(_words(text))


def _represents(words: list[str]) -> bool:
    return "".join(_without(words, frozenset(_ORDINALS))) in _REPRESENTATIVE


def names_pupil(text: str) -> bool:
    """Whether this heading says that it is about the pupil: ``Voornaam leerling``."""
    return bool(_PUPIL_WORDS.intersection(_words(text)))


def is_of_guardians(sheet_name: str) -> bool:
    """Whether a sheet is about guardians alone by its name: ``Verzorgers``, ``Contactpersonen``."""
    words = _words(sheet_name)
    return bool(_GUARDING.intersection(words)) and not _PUPIL_WORDS.intersection(words)


def of_child(text: str) -> tuple[int, str]:
    """Which child of a family this heading is about, and the heading without its number; 0 when it does not say."""
    words = _words(text)
    order = [word for word in words if word in _OF_CHILD]
    beside = any(_OF_CHILD.keys() & pair and _ONE_PUPIL & pair for pair in map(frozenset, pairwise(words)))
    if len(order) != 1 or not beside or _GUARDING.intersection(words):
        return 0, text
    bare = " ".join(word for word in text.split() if normal(word) != order[0])
    return _OF_CHILD[order[0]], bare if len(bare) < len(text) else " ".join(_without(words, frozenset(order)))


def is_plain_name(text: str) -> bool:
    """Whether this heading says ``naam`` and nothing more: the surname when a first name stands beside it."""
    return "".join(_without(_words(text), _PUPIL_WORDS)) == "naam"


def is_on_consent(text: str) -> bool:
    """Whether this heading is about consent: a class list does not say who gave it, and when."""
    return bool(_ON_CONSENT.intersection(_words(text)))

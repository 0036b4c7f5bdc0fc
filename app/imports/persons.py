"""Names in the cells of a class list: one cell or several, five ways of writing them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from app.kernel.names import PersonName, is_infix, split_surname

_INITIAL = re.compile(r"(?:[A-Z][a-z]{0,2}\.[- ]?)+|[A-Z]{1,4}\.?|[A-Z](?:\.[A-Z])+\.?")
_SIGNS = str.maketrans("’‘`´", "''''")
_MRS = r"mw|mevr|mevrouw|juf|juffrouw|ms|mrs"
_MR = r"dhr|meneer|de heer|heer|meester|mr|hr"
_TITLES = re.compile(
    rf"^(?P<titles>(?:(?:{_MR}|{_MRS}|fam|familie|fam\.)\b\.?\s*(?:(?:en|/|&|\+)\s*(?=(?:{_MR}|{_MRS})\b))?\s*)+)",
    re.IGNORECASE,
)
_IS_MRS = re.compile(rf"\b(?:{_MRS})\b", re.IGNORECASE)
_IS_MR = re.compile(rf"\b(?:{_MR})\b", re.IGNORECASE)
_INSTITUTION = re.compile(
    r"\b(?:stichting|jeugdbescherming|jeugdzorg|voogdij\w*|gecertificeerde instelling|william schrikker\w*|nidos)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(r"^\s*(?:moeder|vader|voogd|ouder|verzorger|mama|papa|m|v)(?:\s?\d)?\s*:\s*", re.IGNORECASE)
_NOTE = re.compile(
    r"\s*\((?:moeder|vader|voogd|mama|papa|m|v|ouder|stief\w*|pleeg\w*|verzorger|gezag|geen gezag)\)", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:\n|/|;|\||\s&\s|&|\s\+\s|\s(?:en|and)\s)\s*")
_OPENING = frozenset(["de", "van", "den", "der", "het", "ter", "ten", "te", "op", "in", "'t", "’t", "aan", "vander"])
_BEHIND_NOTE = re.compile(r"\)\s*,\s*")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")


@dataclass(frozen=True)
class Named:
    """One name out of a cell: how the cell addressed that person, and whether the split may be another."""

    name: PersonName
    title: str = ""
    doubtful: bool = False


@lru_cache(maxsize=16384)
def parted(first_name: str, infix: str, surname: str, initials: str = "") -> PersonName:
    """A name whose parts stand in cells of their own; an infix in the cell of the surname is set apart."""
    if not infix:
        infix, surname = _family(surname)
    return PersonName(first_name, _small(infix), surname, dotted(initials))


def _family(surname: str) -> tuple[str, str]:
    """Infix and core of ``de Graaf``, ``Graaf, de`` or ``Graaf de``."""
    core, comma, rest = (part.strip() for part in surname.partition(","))
    if comma and _is_infix(rest):
        return rest, core
    words, infix = _tail(surname.split())
    return (infix, " ".join(words)) if infix else split_surname(surname)


def dotted(initials: str) -> str:
    """``IH`` and ``I H`` as ``I.H.``."""
    plain = initials.replace(" ", "")
    return (
        "".join(f"{letter}." for letter in plain)
        if plain.isalpha() and plain.isupper() and len(plain) < 7
        else initials
    )


@lru_cache(maxsize=16384)
def single(text: str) -> PersonName:
    """A name in one cell: ``Jan de Vries``, ``Vries, Jan de``, ``Vries, de, Jan`` or ``J. (Jan) de Vries``."""
    text, called = _called_in_brackets(text)
    parts = [part.strip() for part in text.split(",")]
    parts = [part for part in parts if part]
    name = _listed(parts) if len(parts) > 1 else _spoken(" ".join(parts).split())
    return _with_call_name(name, called) if called else name


def is_doubtful(text: str) -> bool:
    """Whether a name in one cell can be split in more than one way: ``Anna Maria Jansen``."""
    words = _BRACKETS.sub(" ", text).split()
    if "," in text or len(words) < 3:
        return False
    name = single(text)
    return not name.infix and " " in name.surname and not _is_particle(name.surname.split()[0])


def _is_infix(text: str) -> bool:
    """Whether this is an infix as it is written inside a name; ``Ben`` and ``Al`` with a capital are first names."""
    return is_infix(text) and (text == text.lower() or (text == text.upper() and len(text) > 1))


def _is_particle(word: str) -> bool:
    return (is_infix(word) and word != "Ben") or word.casefold() in (
        "ó",
        "o",
        "mac",
        "mc",
        "abu",
        "abd",
        "st",
        "st.",
        "san",
        "santa",
        "dal",
    )


def _called_in_brackets(text: str) -> tuple[str, str]:
    """``N. (Noor) de Graaf`` without the brackets, and what stood in them."""
    found = _BRACKETS.search(text)
    if found is None or not found[1].strip():
        return text, ""
    if _is_infix(found[1]):  # Graaf (de), Noor
        return f"{text[: found.start()]} {found[1]} {text[found.end() :]}".replace(" ,", ","), ""
    rest = f"{text[: found.start()]} {text[found.end() :]}".replace(" ,", ",")
    return " ".join(rest.split()), " ".join(found[1].split())


def _with_call_name(name: PersonName, called: str) -> PersonName:
    if _is_initials(called):
        return replace(name, initials=called)
    if name.initials or not name.first_name:
        return replace(name, first_name=called)
    if not name.surname:  # Noor (de Graaf)
        return name
    return replace(name, first_name=called)


def _listed(parts: list[str]) -> PersonName:
    """Family name first; an infix stands before it, behind it, behind the first name or between commas."""
    infixes = [part for part in parts[1:] if _is_infix(part)]
    family, given = parts[0].split(), " ".join(part for part in parts[1:] if not _is_infix(part)).split()
    if infixes and given:
        return _called(" ".join(given), infixes[0], " ".join(family))
    if infixes:  # VRIES, DE: no first name
        return _called("", infixes[0], " ".join(family))
    given, infix = _tail(given)
    if not infix:
        infix, rest = split_surname(" ".join(given))  # Graaf, de Noor
        given = rest.split()
    if not infix:
        family, infix = _tail(family)
    surname = " ".join(family)
    if not infix:
        infix, surname = split_surname(surname)
    return _called(" ".join(given), infix, surname)


def _tail(words: list[str]) -> tuple[list[str], str]:
    """These words without the infix that they end with, and that infix."""
    for size in range(min(4, len(words) - 1), 0, -1):
        end = " ".join(words[-size:])
        if _is_infix(end):
            return words[:-size], end
    return words, ""


def _spoken(words: list[str]) -> PersonName:
    """First name first, or the family name first when an infix opens or closes the cell."""
    if len(words) > 2 and (turned := _turned(words)):
        return turned
    start = 1
    while start < len(words) - 1 and _is_initials(" ".join(words[: start + 1])):
        start += 1
    for place in range(start, len(words) - 1):
        infix, core = split_surname(" ".join(words[place:]))
        if infix:
            return _called(" ".join(words[:place]), infix, core)
    glued = next((index for index in range(1, len(words)) if re.match(r"d['’]\w", words[index])), 0)
    particle = next((index for index in range(start, len(words) - 1) if _is_particle(words[index])), 0)
    start = glued or particle or start
    infix, core = split_surname(" ".join(words[start:]))
    return _called(" ".join(words[:start]), infix, core)


def _turned(words: list[str]) -> PersonName | None:
    """``de Graaf Noor`` and ``Graaf Noor de``."""
    infix, core = split_surname(" ".join(words))
    rest = core.split()
    if infix and infix == infix.lower() and words[0] == words[0].lower() and len(rest) > 1:
        return _called(" ".join(rest[1:]), infix, rest[0])
    given, infix = _tail(words)
    if infix == infix.lower() and infix and len(given) > 1:
        return _called(" ".join(given[1:]), infix, given[0])
    return None


def _is_initials(text: str) -> bool:
    plain = text.replace(" ", "")
    return _INITIAL.fullmatch(text) is not None or ("." in plain and _INITIAL.fullmatch(plain) is not None)


def _called(first: str, infix: str, surname: str) -> PersonName:
    if surname and _is_initials(first) and ("." in first or len(first) == 1):
        return PersonName("", _small(infix), surname, first)
    return PersonName(first, _small(infix), surname)


def _small(infix: str) -> str:
    plain = " ".join(infix.translate(_SIGNS).split())
    return plain.lower() if plain.isupper() else plain


def is_institution(text: str) -> bool:
    """Whether this is a guardianship institution and not a person."""
    return _INSTITUTION.search(text) is not None


@lru_cache(maxsize=16384)
def several(text: str) -> tuple[Named, ...]:
    """The names of the guardians in one cell, each with the title by which it is addressed."""
    if is_institution(text):
        return (Named(PersonName("", "", " ".join(text.split()))),)
    parts = _AND.split(_BEHIND_NOTE.sub(")\n", _both_titles(text)))
    parts = [name for part in parts for name in _two_in_line(part)]
    found = [_ROLE.sub("", _NOTE.sub("", part)).strip(" ,") for part in parts]
    named = [one for part in found if part for one in _titled(part)]
    return tuple(_families_shared(named))


def _two_in_line(part: str) -> list[str]:
    """``Ilse Bos, Rob Smit`` is two people; ``Vries, Jan de`` and ``de Vries, Jan`` are one."""
    one, comma, other = (side.strip() for side in part.partition(","))
    words = [one.split(), other.split()]
    listed = _tail(words[1])[1] or _tail(words[0])[1] or split_surname(one)[0] or "," in other
    return [one, other] if comma and not listed and all(len(side) > 1 for side in words) else [part]


def _both_titles(text: str) -> str:
    """``Dhr. en mw. Bos`` in one piece, so that it is not taken for two names."""
    found = _TITLES.match(text)
    if found is None:
        return text
    return _AND.sub("+", found["titles"]) + text[found.end() :]


def _titled(part: str) -> list[Named]:
    found = _TITLES.match(part)
    titles, rest = (found["titles"], part[found.end() :].strip()) if found else ("", part)
    if not rest:
        return []
    mr, mrs = bool(_IS_MR.search(titles.replace("+", " "))), bool(_IS_MRS.search(titles.replace("+", " ")))
    name = _addressed(rest) if titles else _one(rest)
    if mr and mrs:
        return [Named(name, "mr"), Named(name, "mrs")]
    return [Named(name, "mr" if mr else "mrs" if mrs else "", not titles and is_doubtful(rest))]


def _addressed(rest: str) -> PersonName:
    """The name behind a title, where ``De Vries`` is a surname."""
    words = rest.split()
    if words[0].casefold() not in _OPENING or "," in rest:
        return _one(rest)
    infix, core = split_surname(" ".join([words[0].lower(), *words[1:]]))
    return PersonName("", infix, core)


def _one(text: str) -> PersonName:
    if len(text.split()) == 1:
        return PersonName("", "", text)
    infix, core = split_surname(text)
    return PersonName("", infix, core) if infix and " " not in core and "," not in text else single(text)


def _families_shared(named: list[Named]) -> list[Named]:
    """``Jan en Marie de Vries``: who has a first name only has the surname of the next one."""
    whole = [one for one in named if one.name.surname and (one.name.first_name or one.name.initials)]
    if not whole or len(named) < 2:
        return named
    family = whole[-1].name
    return [
        one if one in whole or one.title else replace(one, name=_adopted(one.name.surname, family)) for one in named
    ]


def _adopted(first: str, family: PersonName) -> PersonName:
    return _called(first, family.infix, family.surname)

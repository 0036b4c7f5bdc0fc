"""Names in the cells of a class list: one cell or several, five ways of writing them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from app.kernel.names import PersonName, is_infix, split_surname

_INITIAL = re.compile(r"(?:[A-Z][a-z]{0,2}\.[- ]?)+|[A-Z]{1,4}\.?|[A-Z](?:\.[A-Z])+\.?")
_SIGNS = str.maketrans("’‘`´", "''''")
_INSTITUTION = re.compile(
    r"\b(?:stichting|jeugdbescherming|jeugdzorg|pleegzorg|voogdij\w*|gecertificeerde instelling|nidos|"
    r"william schrikker\w*)\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[A-ZÀ-ÞŞÖÇĞİ][a-zà-ÿışçğö]+")
_BULLET = re.compile(r"^(?:\d{1,3}[.)]\s*|[*•-]\s+)")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*")


@lru_cache(maxsize=16384)
def parted(first_name: str, infix: str, surname: str, initials: str = "") -> PersonName:
    """A name whose parts stand in cells of their own; an infix in the cell of the surname is set apart."""
    own, core = _family(surname)
    if not infix or small(infix).casefold() == small(own).casefold():
        infix, surname = infix or own, core
    return PersonName(first_name, small(infix), surname, dotted(initials))


def _family(surname: str) -> tuple[str, str]:
    """Infix and core of ``de Graaf``, ``Graaf, de`` or ``Graaf de``."""
    if _PLAIN.fullmatch(surname):
        return "", surname
    if _is_glued(surname):
        return "d'", surname[2:]
    core, comma, rest = (part.strip() for part in surname.partition(","))
    if comma and is_small_infix(rest):
        return rest, core
    words, infix = tail(surname.split())
    return (infix, " ".join(words)) if infix else split_surname(surname)


def _is_glued(surname: str) -> bool:
    """``D'HONDT`` wholly in capitals; ``D'Hondt`` is a surname as registered."""
    return surname[:2] in ("D'", "D’") and len(surname) > 3 and surname.isupper()


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
    if plain := plainly(text.split()):
        return plain
    text, called = _called_in_brackets(_BULLET.sub("", text).rstrip(" *"))
    parts = [part.strip() for part in text.replace(";", ",").split(",")]
    parts = [part for part in parts if part]
    name = _listed(parts) if len(parts) > 1 else _spoken(" ".join(parts).split())
    return _with_call_name(name, called) if called else name


def plainly(words: list[str]) -> PersonName | None:
    """``Noor Bakker`` and ``Noor van den Berg``, by far the commonest and quickly seen; None for any other name."""
    if len(words) < 2:
        return None
    first, last = words[0], words[-1]
    if not (_PLAIN.fullmatch(first) and _PLAIN.fullmatch(last)) or is_infix(first):
        return None
    if len(words) == 2:
        return PersonName(first, "", last)
    infix = " ".join(words[1:-1])
    return PersonName(first, infix, last) if infix.islower() and is_infix(infix) else None


def is_doubtful(text: str) -> bool:
    """Whether a name in one cell can be split in more than one way: ``Anna Maria Jansen``."""
    noted = _BRACKETS.search(text)
    if noted and _is_note(noted[1]):
        return True
    words = _BRACKETS.sub(" ", text.rstrip(" *")).split()
    if "," in text or len(words) < 3:
        return False
    name = single(text)
    return not name.infix and " " in name.surname and not _is_particle(name.surname.split()[0])


def is_small_infix(text: str) -> bool:
    """Whether this is an infix as it is written inside a name; ``Ben`` and ``Al`` with a capital are first names."""
    return is_infix(text) and (text == text.lower() or (text == text.upper() and len(text) > 1))


def _is_set_apart(text: str) -> bool:
    """Whether this stands apart as an infix: of several words also with a capital, ``Broeck, Van den``."""
    return is_small_infix(text) or (" " in text and is_infix(text))


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
    if is_small_infix(found[1]):  # Graaf (de), Noor
        return f"{text[: found.start()]} {found[1]} {text[found.end() :]}".replace(" ,", ","), ""
    rest = f"{text[: found.start()]} {text[found.end() :]}".replace(" ,", ",")
    if _is_note(found[1]):
        return " ".join(rest.split()), ""
    return " ".join(rest.split()), " ".join(found[1].split())


def _is_note(inside: str) -> bool:
    """Whether brackets hold a remark, as in ``Noor Bos (nieuw)``, and not what the child is called."""
    return not _is_infix_or_name(inside.strip())


def _is_infix_or_name(inside: str) -> bool:
    return is_small_infix(inside) or (inside[:1].isupper() and not any(map(str.isdigit, inside)))


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
    infixes = [part for part in parts[1:] if _is_set_apart(part)]
    family, given = parts[0].split(), " ".join(part for part in parts[1:] if not _is_set_apart(part)).split()
    if infixes and given:
        return called(" ".join(given), infixes[0], " ".join(family))
    if infixes:  # VRIES, DE: no first name
        return called("", infixes[0], " ".join(family))
    given, infix = tail(given)
    if not infix:
        infix, rest = split_surname(" ".join(given))  # Graaf, de Noor
        given = rest.split()
    if not infix:
        family, infix = tail(family)
    surname = " ".join(family)
    if not infix:
        infix, surname = split_surname(surname)
    return called(" ".join(given), infix, surname)


def tail(words: list[str]) -> tuple[list[str], str]:
    """These words without the infix that they end with, and that infix."""
    for size in range(min(4, len(words) - 1), 0, -1):
        end = " ".join(words[-size:])
        if _is_set_apart(end):
            return words[:-size], end
    return words, ""


def _spoken(words: list[str]) -> PersonName:
    """First name first, or the family name first when an infix opens or closes the cell."""
    if (dash := next((place for place, word in enumerate(words) if word in ("-", "–")), 0)) > 1:
        name = _spoken(words[:dash])  # A. Kok - van Dijk: the second half of a surname has its infix inside
        return replace(name, surname=" ".join((name.surname, *words[dash:])))
    if _is_double(words):
        return PersonName("", "", " ".join(words))
    if len(words) > 2 and (turned := _turned(words)):
        return turned
    start = 1
    while start < len(words) - 1 and _is_initials(" ".join(words[: start + 1])):
        start += 1
    for place in range(start, len(words) - 1):
        infix, core = split_surname(" ".join(words[place:]))
        if infix:
            return called(" ".join(words[:place]), infix, core)
        if _opens_surname(words[place:]):
            return called(" ".join(words[:place]), "", " ".join(words[place:]))
    glued = next((index for index in range(1, len(words)) if re.match(r"d['’]\w", words[index])), 0)
    particle = next((index for index in range(start, len(words) - 1) if _is_particle(words[index])), 0)
    start = glued or particle or start
    infix, core = split_surname(" ".join(words[start:]))
    return called(" ".join(words[:start]), infix, core)


def _is_double(words: list[str]) -> bool:
    """Whether this is one surname of two halves, the second with an infix: ``Jansen-van den Berg``."""
    _first, dash, end = words[0].rpartition("-")
    return bool(dash) and len(words) > 1 and is_small_infix(" ".join((end, *words[1:-1])))


def _opens_surname(words: list[str]) -> bool:
    """Whether these words begin with an infix of several words with a capital: ``Van der Berg``, ``In 't Veld``."""
    return any(is_infix(" ".join(words[:size])) for size in range(2, min(5, len(words))))


def _turned(words: list[str]) -> PersonName | None:
    """``de Graaf Noor`` and ``Graaf Noor de``."""
    infix, core = split_surname(" ".join(words))
    rest = core.split()
    if infix and infix == infix.lower() and words[0] == words[0].lower() and len(rest) > 1:
        return called(" ".join(rest[1:]), infix, rest[0])
    given, infix = tail(words)
    if infix == infix.lower() and infix and len(given) > 1:
        return called(" ".join(given[1:]), infix, given[0])
    return None


def _is_initials(text: str) -> bool:
    plain = text.replace(" ", "")
    return _INITIAL.fullmatch(text) is not None or ("." in plain and _INITIAL.fullmatch(plain) is not None)


def called(first: str, infix: str, surname: str) -> PersonName:
    """A name of which the first part may be initials."""
    if not infix and _is_glued(surname):
        infix, surname = "d'", surname[2:]
    if surname and _is_initials(first) and ("." in first or len(first) == 1):
        return PersonName("", small(infix), surname, first)
    return PersonName(first, small(infix), surname)


def small(infix: str) -> str:
    """An infix as it is kept: one that is wholly in capitals is not."""
    plain = " ".join(infix.translate(_SIGNS).split())
    return plain.lower() if plain.isupper() else plain


@lru_cache(maxsize=4096)
def is_institution(text: str) -> bool:
    """Whether this is a guardianship institution and not a person."""
    return _INSTITUTION.search(text) is not None


def read_as(name: PersonName) -> dict[str, str]:
    """How a name was taken apart, for a sentence about it."""
    surname = f"{name.infix} {name.surname}".strip()
    return {"first": name.first_name or name.initials or "-", "surname": surname or "-"}

"""Names in the cells of a class list: one cell or several, five ways of writing them."""

from __future__ import annotations

import re

from app.kernel.names import PersonName, is_infix, split_surname

_INITIALS = re.compile(r"(?:[A-Z][a-z]{0,2}\.)+|[A-Z]")
_TITLES = re.compile(
    r"^(?:(?:dhr|mw|mevr|mevrouw|meneer|de heer|heer|fam|familie)\b\.?(?: en (?=mw|mevr))?\s*)+", re.IGNORECASE
)
_INSTITUTION = re.compile(
    r"\b(?:stichting|jeugdbescherming|jeugdzorg|voogdij\w*|gecertificeerde instelling)\b", re.IGNORECASE
)
_AND = re.compile(r"\s*(?:\n|/|;|\s&\s|\sen\s)\s*")


def parted(first_name: str, infix: str, surname: str, initials: str = "") -> PersonName:
    """A name whose parts stand in cells of their own; an infix before the surname is set apart."""
    if not infix:
        infix, surname = split_surname(surname)
    return PersonName(first_name, _small(infix), surname, initials)


def single(text: str) -> PersonName:
    """A name in one cell: ``Jan de Vries``, ``Vries, Jan de``, ``de Vries, Jan`` or ``Vries de, Jan``."""
    family, comma, rest = text.partition(",")
    return _listed(family.split(), rest.split()) if comma and rest.strip() else _spoken(family.split())


def _listed(family: list[str], rest: list[str]) -> PersonName:
    rest, infix = _tail(rest)
    if not infix:
        family, infix = _tail(family)
    if not infix:
        infix, surname = split_surname(" ".join(family))
    else:
        surname = " ".join(family)
    return _called(" ".join(rest), infix, surname)


def _tail(words: list[str]) -> tuple[list[str], str]:
    """These words without the infix that they end with, and that infix."""
    for size in range(min(4, len(words) - 1), 0, -1):
        end = " ".join(words[-size:])
        if is_infix(end) and (end == end.lower() or end == end.upper()):
            return words[:-size], end
    return words, ""


def _spoken(words: list[str]) -> PersonName:
    for start in range(1, len(words) - 1):
        infix, core = split_surname(" ".join(words[start:]))
        if infix:
            return _called(" ".join(words[:start]), infix, core)
    glued = next((index for index in range(1, len(words)) if re.match(r"d['’]\w", words[index])), 0)
    start = glued or 1
    infix, core = split_surname(" ".join(words[start:]))
    return _called(" ".join(words[:start]), infix, core)


def _called(first: str, infix: str, surname: str) -> PersonName:
    if surname and _INITIALS.fullmatch(first.replace(" ", "")):
        return PersonName("", _small(infix), surname, first)
    return PersonName(first, _small(infix), surname)


def _small(infix: str) -> str:
    plain = infix.replace("’", "'").replace("‘", "'").replace("`", "'")
    return plain.lower() if plain.isupper() else plain


def is_institution(text: str) -> bool:
    """Whether this is a guardianship institution and not a person."""
    return _INSTITUTION.search(text) is not None


def several(text: str) -> tuple[PersonName, ...]:
    """The names of the guardians in one cell; titles are left out."""
    if is_institution(text):
        return (PersonName("", "", " ".join(text.split())),)
    names = (_TITLES.sub("", part).strip() for part in _AND.split(text))
    return tuple(_with_title_gone(name) for name in names if name)


def _with_title_gone(name: str) -> PersonName:
    words = name.split()
    return single(name) if len(words) > 1 else PersonName("", "", name)

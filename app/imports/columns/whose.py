"""Of whom the columns of a list are: the pupil, or which of the guardians."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from app.imports.columns.headings import Heading, heading, is_of_guardians, names_pupil
from app.imports.columns.layout import Layout
from app.imports.readings import Target

_SHARED = frozenset({Target.EMAIL, Target.PHONE, Target.AUTHORITY, Target.AUTHORITY_SINCE, Target.RELATION})
_NAMES = frozenset({Target.FIRST_NAME, Target.SURNAME, Target.FULL_NAME})
_PARTS = frozenset({*_NAMES, Target.INFIX, Target.INITIALS})
_ADDRESS = frozenset({Target.STREET, Target.HOUSE_NUMBER, Target.ADDITION, Target.POSTCODE, Target.CITY})


@dataclass
class Found:
    """One heading on its way to a use; ``key`` says of which guardian it is, empty for the pupil."""

    index: int
    header: str
    head: Heading
    key: str


def told(layout: Layout) -> tuple[list[Found], dict[str, int]]:
    """Every heading with whom it is of, and the numbers of the guardians by their keys."""
    found = [
        Found(index, text, heading(text), heading(text).guardian) for index, text in enumerate(layout.headers) if text
    ]
    if not any(one.key for one in found):
        _set_apart(found)
        if is_of_guardians(layout.sheet.name):
            _give_to_guardians(found)
    _place_guardians(found)
    return found, _numbers(found)


def _give_to_guardians(found: Sequence[Found]) -> None:
    """On a sheet ``Verzorgers`` the names are theirs, and the number tells the pupil."""
    targets = {one.head.target for one in found}
    tells_pupil = any(names_pupil(one.header) for one in found)
    if not tells_pupil and (Target.NUMBER not in targets or targets & {Target.BIRTH_DATE, Target.GROUP}):
        return
    for one in found:
        if one.head.target in _PARTS | _SHARED | _ADDRESS and not names_pupil(one.header):
            one.key = "*"


def _set_apart(found: Sequence[Found]) -> None:
    """``Voornaam leerling`` beside a bare ``Voornaam``, in a list that names no guardian: it is a guardian's.

    So is ``Naam`` beside ``Leerling`` when a column says who somebody is to the pupil.
    """
    related = any(one.head.target is Target.RELATION for one in found)
    names = [one for one in found if one.head.target in _PARTS and (related or one.head.target is not Target.FULL_NAME)]
    bare = [one for one in names if not names_pupil(one.header)]
    own = {one.head.target for one in names if names_pupil(one.header)}
    if not {one.head.target for one in bare} & own & _NAMES:
        return
    for one in found:
        if one in bare or (one.head.target in _SHARED and not names_pupil(one.header)):
            one.key = "*"


def _place_guardians(found: Sequence[Found]) -> None:
    """Say of whom columns are that do not say it themselves."""
    named = {one.key for one in found if one.key and one.key != "*" and not one.head.loose}
    has_guardians = bool(named) or any(one.key == "*" for one in found)
    _number_unnamed(found)
    if "2" in named and "1" not in named:  # "Ouder" and "Tweede ouder"
        for one in found:
            one.key = "1" if one.key == "*" else one.key
    _deal_numbers(found, named)
    repeated = Counter(one.head.target for one in found if not one.key and one.head.target in _SHARED)
    current = ""
    for one in found:
        if one.head.loose and not has_guardians:
            one.head, one.key = Heading(None), ""
        if one.key and not one.head.loose:
            current = one.key
        elif not one.key and one.head.target in _SHARED and repeated[one.head.target] > 1 and current:
            one.key = current


def _deal_numbers(found: Sequence[Found], named: set[str]) -> None:
    """``Vader | Moeder | Tel. 1 | Tel. 2``: the first number is of the parent whose column comes first."""
    order = list(dict.fromkeys(one.key for one in found if one.key in named))
    loose = [one for one in found if one.head.loose]
    if any(key == "*" or key[-1].isdigit() for key in order) or any(int(one.key) > len(order) for one in loose):
        return
    for one in loose:
        one.key = order[int(one.key) - 1]


def _number_unnamed(found: Sequence[Found]) -> None:
    """``Ouder | E-mail ouder | Ouder | E-mail ouder`` are two guardians: a part of a name comes back."""
    unnamed = [one for one in found if one.key == "*"]
    names = Counter(one.head.target for one in unnamed if one.head.target in _PARTS)
    if max(names.values(), default=0) < 2:
        return
    number = 1
    seen: set[Target | None] = set()
    for one in unnamed:
        if one.head.target in _PARTS and one.head.target in seen:
            number, seen = number + 1, set()
        seen.add(one.head.target)
        one.key = str(number)


def _numbers(found: Sequence[Found]) -> dict[str, int]:
    """The guardians in the order in which their columns come, numbered ones by their number."""
    keys = list(dict.fromkeys(one.key for one in found if one.key and one.key != "*"))
    digits = sorted((key for key in keys if key.isdigit()), key=int)
    named = [key for key in keys if not key.isdigit()]
    order = digits + named if not named or keys[0].isdigit() else named + digits
    numbers = {key: place for place, key in enumerate(order, 1)}
    if any(one.key == "*" for one in found):
        names = any(one.key == "*" and one.head.target in _NAMES for one in found)
        others = any(one.key not in ("", "*") and one.head.target in _NAMES for one in found)
        if names and others:  # "Ouders" beside "Naam vader"
            numbers = {key: number + 1 for key, number in numbers.items()}
        numbers["*"] = 1 if names or not order else 0
    return numbers

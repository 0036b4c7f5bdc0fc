"""What a cell says of how a guardian is reached, where someone lives, and who has authority."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from app.imports.columns.headings import normal
from app.imports.content import cells
from app.imports.content.cells import Cell
from app.kernel import formats
from app.kernel.formats import is_phone
from app.people.basics import Address, Authority
from app.people.spelling import normal_phone

_LOOKED_AT = 500  # signs of a cell; nobody has more addresses than that
_LOST_ZERO = 100_000_000  # from here a number is a telephone of which a spreadsheet took the zero
EMAIL = re.compile(r"[^\s@,;:<>()\[\]\"'|/]+@[^\s@,;:<>()\[\]\"'|/]+\.[^\s@,;:<>()\[\]\"'|/]*[^\s@,;:<>()\[\]\"'|/.]")
NAMED_EMAIL = re.compile(r"[^\W\d_]\W{0,3}\s*<[^<>@\s]+@[^<>@\s]+>")
PHONE = re.compile(r"\+?\(?\d[\d\s().\-/–]{6,}\d")
_PLAIN_EMAIL = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}@[a-z0-9-]{1,80}(?:\.[a-z0-9-]{1,40}){0,3}\.[a-z]{2,20}")
_MOBILE = re.compile(r"06[1-9][0-9]{7}")
_PARTS = re.compile(r"[,;|\n\t&]| en | of ")
_POWER = re.compile(r"([1-9])[.,](\d{1,8})E\+?0?8", re.IGNORECASE)
_YES = frozenset(["ja", "j", "yes", "y", "waar", "true", "1", "x", "wel", "gezag", "v", "✓", "✔", "volledig"])
_NO = frozenset(["nee", "n", "no", "onwaar", "false", "0", "geen", "niet", "zonder"])
_BOTH = frozenset(["beide", "beiden", "gezamenlijk", "gedeeld", "samen", "allebei", "gezamelijk"])
_MOTHER = frozenset(["moeder", "mama", "mam", "mother", "mw", "mevrouw"])
_FATHER = frozenset(["vader", "papa", "pap", "father", "dhr", "meneer"])
_ONLY = frozenset(["alleen", "uitsluitend", "enkel", "slechts", "eenhoofdig"])
_HOUSE = re.compile(r"(?P<street>.*[^\W\d_].*?)[\s,]+(?P<number>\d+\s?(?:[-/ ]?\s?[a-zA-Z0-9]{1,4})?)")
_POSTCODE = re.compile(r"(?P<code>[1-9]\d{3}\s?[A-Za-z]{2})\b[\s,]*(?P<city>.*)")


@lru_cache(maxsize=4096)
def _emails(written: str) -> tuple[str, ...]:
    found = EMAIL.findall(written.lower().replace("mailto:", " "))
    return tuple(dict.fromkeys(found))


def emails(cell: Cell) -> tuple[str, ...]:
    """The e-mail addresses in a cell, in lower case."""
    if isinstance(cell, str) and _PLAIN_EMAIL.fullmatch(cell):
        return (cell,)
    return _emails(cells.lines(cell)[:_LOOKED_AT]) if cell else ()


def phones(cell: Cell) -> tuple[str, ...]:
    """The telephone numbers in a cell, in its order, ten digits each."""
    if cell is None or cell == "":
        return ()
    if isinstance(cell, int | float) and _LOST_ZERO <= cell < 10 * _LOST_ZERO:
        return (f"0{cell:.0f}",)
    if isinstance(cell, str) and _MOBILE.fullmatch(cell):
        return (cell,)
    return _phones(cells.lines(cell)[:_LOOKED_AT])


@lru_cache(maxsize=4096)
def _phones(written: str) -> tuple[str, ...]:
    number = normal_phone(written) if written.isdigit() else ""
    if number and is_phone(number):
        return (number,)
    if _POWER.fullmatch(written.strip()):
        return tuple(_numbers(written))
    found: list[str] = []
    for part in _PARTS.split(written):
        found += _numbers(part)
    return tuple(dict.fromkeys(found))


def _numbers(part: str) -> list[str]:
    """The numbers in a part without a separating sign; a slash or a space may separate them after all."""
    if power := _POWER.fullmatch(part.strip()):
        digits = power[1] + power[2].ljust(8, "0")
        return [f"0{digits}"] if len(power[2]) >= 7 else []
    found = []
    for candidate in PHONE.findall(part):
        for piece in _pieces(candidate.replace("–", "-")):
            number = normal_phone(piece)
            found += [number] if is_phone(number) else []
    return found


def _pieces(candidate: str) -> list[str]:
    if is_phone(normal_phone(candidate)):
        return [candidate]
    for separator in ("/", " - ", "  ", " "):
        pieces = candidate.split(separator)
        if len(pieces) > 1 and all(is_phone(normal_phone(piece)) for piece in pieces):
            return pieces
    digits = re.sub(r"\D", "", candidate)
    if len(digits) == 20 and digits[0] == digits[10] == "0":
        return [digits[:10], digits[10:]]
    return []


def mobile_first(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """These numbers, mobile ones before others."""
    if len(numbers) < 2:
        return numbers
    return tuple(sorted(numbers, key=lambda number: not number.startswith("06")))


def authority(cell: Cell) -> Authority:
    """What a list says about authority; assumed when it says nothing that is clear."""
    if cell is None or cell == "":
        return Authority.ASSUMED
    return _authority(cell[:_LOOKED_AT] if isinstance(cell, str) else cells.text(cell))


@lru_cache(maxsize=1024)
def _authority(said: str) -> Authority:
    written = cells.text(said)
    words = (normal(written) or written).split()
    if not words:
        return Authority.ASSUMED
    if words[0] in _NO:
        return Authority.NO
    both = words[0] in _BOTH or (_MOTHER.intersection(words) and _FATHER.intersection(words))
    return Authority.YES if words[0] in _YES or both else Authority.ASSUMED


def parent_in(words: Collection[str]) -> str:
    """``moeder`` or ``vader`` when these words name one of them and not the other."""
    mother, father = bool(_MOTHER.intersection(words)), bool(_FATHER.intersection(words))
    return "" if mother is father else "moeder" if mother else "vader"


@lru_cache(maxsize=1024)
def sole_authority(written: str) -> tuple[str, bool] | None:
    """Who has authority by ``moeder`` or ``alleen vader``, and whether that is one of them only."""
    words = normal(written[:_LOOKED_AT]).split()
    who = parent_in(words)
    return (who, bool(_ONLY.intersection(words))) if who and not _NO.intersection(words) else None


def of_sole(one: tuple[str, bool], who: str) -> Authority:
    """The authority of a guardian of whom the list says who that is, when it names one parent."""
    named, only = one
    if not who:
        return Authority.ASSUMED
    return Authority.YES if who == named else Authority.NO if only else Authority.ASSUMED


@lru_cache(maxsize=1024)
def is_about_authority(written: str) -> bool:
    """Whether a text says yes, no or both, and so cannot be a name."""
    words = normal(written).split()
    return not words or words[0] in _YES | _NO | _BOTH


@lru_cache(maxsize=4096)
def address(street: str, number: str, addition: str, postcode: str, city: str) -> Address:
    """An address from its columns; what one column holds together is put apart."""
    if street and not (number or postcode or city) and "," in street:
        street, _, rest = (part.strip() for part in street.partition(","))
        postcode = rest
    if street and not number and (found := _HOUSE.fullmatch(street)):
        street, number = found["street"], found["number"]
    if postcode and not city and (found := _POSTCODE.fullmatch(postcode)):
        postcode, city = found["code"], found["city"]
    return Address(street, _joined(number, addition), formats.postcode(postcode), city)


def _joined(number: str, addition: str) -> str:
    return f"{number}-{addition}" if addition[:1].isdigit() and number else number + addition

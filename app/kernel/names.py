"""Dutch names of persons: how they sort, where they get a capital, how a letter addresses them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from app.kernel.texts import _

INFIXES: tuple[str, ...] = (
    *("aan", "aan de", "aan den", "aan der", "aan het", "aan 't", "al", "ben", "bij", "bij de", "bij den", "bij 't"),
    *("bin", "d'", "da", "das", "de", "de die", "de la", "de las", "de le", "de los", "del", "della", "den", "der"),
    *("des", "di", "do", "dos", "du", "el", "het", "'t", "ibn", "in", "in de", "in den", "in het", "in 't", "la"),
    *("las", "le", "les", "lo", "onder", "onder de", "onder den", "onder 't", "op", "op de", "op den", "op der"),
    *("op het", "op 't", "op ten", "ould", "over", "over de", "over den", "over 't", "te", "ten", "ter", "tot"),
    *("uijt", "uijt de", "uijt den", "uijt ten", "uit", "uit de", "uit den", "uit het", "uit 't", "uit ten", "van"),
    *("van de", "van den", "van der", "van het", "van la", "van 't", "van ter", "van van de", "vander", "vom", "von"),
    *("von dem", "von den", "von der", "von 't", "voor", "voor de", "voor den", "voor 't", "zu", "zum", "zur", "'s"),
)
_KNOWN = frozenset(INFIXES)
_LONGEST = max(infix.count(" ") for infix in INFIXES) + 1
_APOSTROPHES = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))
_BARE = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
_LETTERS = str.maketrans(_BARE | {letter.upper(): bare.upper() for letter, bare in _BARE.items() if letter not in "ıß"})
_SILENT = str.maketrans("", "", "'-")


class Title(StrEnum):
    """How a person is addressed."""

    MR = "mr"
    MRS = "mrs"
    NEUTRAL = "neutral"


@dataclass(frozen=True)
class PersonName:
    """A name in its parts; ``exact`` means: write it as registered (Belgian and foreign names)."""

    first_name: str
    infix: str
    surname: str
    initials: str = ""
    exact: bool = False


def plain_letters(text: str) -> str:
    """The text with one kind of apostrophe, and without the letters that no accent can be taken from (``ł``, ``ø``)."""
    return text.translate(_APOSTROPHES).translate(_LETTERS)


def unaccented(text: str) -> str:
    """Text for searching: no capitals and no accents; apostrophes and hyphens stay."""
    spread = unicodedata.normalize("NFKD", plain_letters(text).casefold())
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


@lru_cache(maxsize=32768)
def fold(text: str) -> str:
    """Text for comparing and sorting: no capitals, accents, apostrophes or hyphens; ``ij`` is i and j."""
    if text.isascii() and text.isalpha():
        return text.lower()
    return " ".join(unaccented(text).translate(_SILENT).split())


def sort_key(name: PersonName, birth_date: date | None = None) -> tuple[str, str, str, date]:
    """Dutch order: the core of the surname, then infix, first name and date of birth."""
    infix, core = name.infix, name.surname
    if not infix and not name.exact:
        infix, core = split_surname(core)
    return fold(core), fold(infix), fold(name.first_name or name.initials), birth_date or date.min


def full(name: PersonName) -> str:
    """First name first: ``Noor de Graaf``; without a first name the initials, else as in a salutation."""
    first = name.first_name or name.initials
    return f"{first} {_family(name)}".strip() if first else formal(name)


def formal(name: PersonName) -> str:
    """After a title, without a first name: ``De Graaf``, but ``'t Hart`` and ``d'Ancona``."""
    family = _family(name)
    if not family:
        return name.first_name or name.initials
    if name.exact or family.startswith(("'", "d'")):
        return family
    return family[0].upper() + family[1:]


def listed(name: PersonName) -> str:
    """As in an ordered list: ``Graaf, Noor de``."""
    first = name.first_name or name.initials
    surname = _surname(name)
    if not surname:
        return first
    rest = " ".join(part for part in (first, name.infix) if part)
    return f"{surname}, {rest}" if rest else surname


def initials_of(name: PersonName) -> str:
    """The initials as registered, else made of the first name: ``J.``, ``A.M.``, ``IJ.``."""
    if name.initials:
        return name.initials
    parts = name.first_name.replace("-", " ").split()
    return "".join(("IJ" if part[:2].casefold() == "ij" else part[0].upper()) + "." for part in parts)


def initialed(name: PersonName) -> str:
    """With initials, as in an address: ``J. de Vries``."""
    return full(PersonName(initials_of(name), name.infix, name.surname, exact=name.exact))


def salutation(title: Title, name: PersonName) -> str:
    """The opening line of a letter to this person."""
    lines = {
        Title.MR: _("Geachte heer {name},"),
        Title.MRS: _("Geachte mevrouw {name},"),
        Title.NEUTRAL: _("Geachte heer of mevrouw {name},"),
    }
    return lines[title].format(name=formal(name)) if name.surname else unnamed_salutation()


def parents_salutation(child_first_name: str) -> str:
    """The opening line of a letter to the parents of a child."""
    return _("Geachte ouder(s)/verzorger(s) van {name},").format(name=child_first_name)


def unnamed_salutation() -> str:
    """The opening line of a letter to somebody whose name is not known."""
    return _("Geachte heer/mevrouw,")


def address_name(title: Title, name: PersonName) -> str:
    """The first line of an address block: ``Mevrouw A. van der Sluis``."""
    lines = {Title.MR: _("De heer {name}"), Title.MRS: _("Mevrouw {name}"), Title.NEUTRAL: "{name}"}
    return lines[title].format(name=initialed(name) if name.surname else full(name))


def parents_address_name(child: PersonName) -> str:
    """The first line of an address block for the parents of a child."""
    return _("Aan de ouder(s)/verzorger(s) van {name}").format(name=full(child))


@lru_cache(maxsize=32768)
def split_surname(text: str) -> tuple[str, str]:
    """Infix and core: ``van den Berg`` gives ``("van den", "Berg")``; a capitalised particle stays in the core."""
    words, written = text.translate(_APOSTROPHES).split(), text.split()
    shouting = text.isupper()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        candidate = " ".join(words[:size])
        infix = candidate.lower() if shouting else candidate
        if infix in _KNOWN:
            return infix, " ".join(written[size:])
    if words and words[0].startswith("d'") and len(words[0]) > 2:
        return "d'", " ".join((written[0][2:], *written[1:]))
    return "", " ".join(written)


def is_infix(text: str) -> bool:
    """Whether this is one of the common infixes, however it is capitalised."""
    return " ".join(text.translate(_APOSTROPHES).casefold().split()) in _KNOWN


def _family(name: PersonName) -> str:
    """Infix and surname."""
    surname = _surname(name)
    if not name.infix:
        return surname
    return name.infix + surname if name.infix.endswith("'") else f"{name.infix} {surname}".strip()


def _surname(name: PersonName) -> str:
    """The surname; an infix after the partner's name is written small: ``Jongsma-van der Sluis``."""
    before, hyphen, after = name.surname.partition("-")
    words = () if name.exact else after.split()
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        infix = " ".join(words[:size])
        if is_infix(infix):
            return f"{before}{hyphen}{infix.lower()} {' '.join(words[size:])}"
    return name.surname

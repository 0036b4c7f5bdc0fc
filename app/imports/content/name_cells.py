"""The people in one cell of a list: several names, with the telephones, addresses and notes that stand among them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from app.imports.content import cell_notes, contacts, persons
from app.kernel.names import PersonName, split_surname
from app.people.basics import Authority

_MRS = r"mw|mevr|mevrouw|juf|juffrouw|ms|mrs"
_MR = r"dhr|meneer|de heer|heer|meester|mr|hr"
_TITLES = re.compile(
    rf"^(?P<titles>(?:(?:{_MR}|{_MRS}|fam|familie|fam\.)\b\.?\s*(?:(?:en|/|&|\+)\s*(?=(?:{_MR}|{_MRS})\b))?\s*)+)",
    re.IGNORECASE,
)
_IS_MRS = re.compile(rf"\b(?:{_MRS})\b", re.IGNORECASE)
_IS_MR = re.compile(rf"\b(?:{_MR})\b", re.IGNORECASE)
_AND = re.compile(r"\s*(?:\n|/|;|\||\s&\s|&|\s\+\s|\s(?:en|and)\s)\s*")
_JOINED = re.compile(r"\s(?:en|and|&|\+)\s|&", re.IGNORECASE)
_WORDS_OF_OTHERS = cell_notes.WORDS.union(
    ("mw", "mevr", "mevrouw", "juf", "juffrouw", "ms", "mrs", "dhr", "meneer", "heer", "meester", "mr", "hr", "fam"),
    ("familie", "en", "and", "ouders", "ouder", "zie", "idem", "stichting", "jeugdbescherming", "jeugdzorg"),
    ("pleegzorg", "voogdij", "voogdijinstelling", "gecertificeerde", "william", "nidos"),
)
_TITLE_WITHIN = re.compile(
    rf"(?P<last>[^,]+), *(?P<title>(?:{_MR}|{_MRS})\b\.?) *(?P<initials>(?:[^\W\d_]\. ?)+)(?P<infix>[^,]*)",
    re.IGNORECASE,
)
_OPENING = frozenset(["de", "van", "den", "der", "het", "ter", "ten", "te", "op", "in", "'t", "’t", "aan", "vander"])
_NO_NAME = re.compile(r"@|\b\d|\d{6}")
_DIGIT = re.compile(r"\d")
_DASH = re.compile(r"\s+[-–]\s+")
_CONTACT = re.compile(rf"{contacts.EMAIL.pattern}|{contacts.PHONE.pattern}")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_QUOTED = re.compile(r'"([^"<>]*)"\s*(?=<)')  # as a mail program writes a name before an address
_TANGLED = re.compile(r"[\d@():<>\[\]]")
_TIED = re.compile(rf"(?<=[{cell_notes.FIRST}-{cell_notes.LAST}])(?:\s*,\s*|\s+(?=[A-ZÀ-Þ]))")
_NOBODY = re.compile(r"(?:de )?ouder(?:s|\(s\))? van\b|zie\b|idem\b", re.IGNORECASE)
_AROUND = " ,;:-–/|&+<>[]\n\t"
_EDGE = " ,;:-–/|&+\n\t()<>[]."


class Named(NamedTuple):
    """One person out of a cell: how the cell addressed that person, what stood beside the name, and doubts.

    ``doubtful`` says that the name may be split in another way, ``single`` that it is one word only; ``side`` that this
    is the mother or the father.
    """

    name: PersonName
    title: str = ""
    doubtful: bool = False
    single: bool = False
    email: str = ""
    phone: str = ""
    relation: str = ""
    authority: Authority = Authority.ASSUMED
    side: str = ""


class NamesInCell(NamedTuple):
    """Everyone in a cell; ``unread`` is what could not be a name, ``joined`` that names stand in one line with ``en``.

    ``is_special`` says that somebody in it asks for a look.
    """

    people: tuple[Named, ...] = ()
    unread: str = ""
    joined: bool = False
    is_special: bool = False


@dataclass
class _Piece:
    """What stands between two contacts: people, and the addresses and numbers that follow them."""

    people: list[Named]
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)


@lru_cache(maxsize=16384)
def read(text: str) -> NamesInCell:
    """The people in this cell."""
    text = _QUOTED.sub(r"\1 ", text) if '"' in text else text
    words = text.split()
    if (plain := persons.plainly(words)) and _WORDS_OF_OTHERS.isdisjoint(text.casefold().split()):
        return NamesInCell((Named(plain),))
    if persons.is_institution(text):
        return _institution(text)
    unread: list[str] = []
    if not _TANGLED.search(text) and not cell_notes.has_word(text):
        people = list(_people(text, unread))
        return _told(people, unread, text)
    pieces = list(_pieces(_BRACKETED.sub(_out_of_brackets, text), unread))
    everyone = iter(_families_shared([one for piece in pieces for one in piece.people]))
    for piece in pieces:
        piece.people = [next(everyone) for _one in piece.people]
    if not pieces and _CONTACT.search(text):
        unread.append(" ".join(text.split()))
    return _told((one for piece in pieces for one in _reached(piece)), unread, text)


def _out_of_brackets(found: re.Match[str]) -> str:
    """``(moeder, 06-12345678)`` with the contact behind the brackets instead of inside."""
    reached = [one[0] for one in _CONTACT.finditer(found[1])]
    note = " ".join(cell_notes.without_labels(_CONTACT.sub(" ", found[1])).split()).strip(_AROUND)
    return " ".join([f"({note})" if note else "", *reached]) if reached else found[0]


def _told(people: Iterable[Named], unread: list[str], text: str) -> NamesInCell:
    shared = tuple(_families_shared(list(people)))
    special = any(one.doubtful or one.single for one in shared)
    return NamesInCell(shared, ", ".join(unread), _JOINED.search(text) is not None, special)


def several(text: str) -> tuple[Named, ...]:
    """The people in this cell, without what could not be read."""
    return read(text).people


def _institution(text: str) -> NamesInCell:
    emails, phones = contacts.emails(text), contacts.phones(text)
    name = " ".join(cell_notes.without_labels(_CONTACT.sub(" ", text)).split()).strip(_EDGE)
    name = re.sub(r"(?:\s*,)+(?=\s*,|\s*$)", "", name)
    first = Named(PersonName("", "", name), email=next(iter(emails), ""), phone=next(iter(phones), ""))
    return NamesInCell((first,))


def _pieces(text: str, unread: list[str]) -> Iterator[_Piece]:
    """The names before, between and behind the contacts; what stands before the first name is of that name."""
    ahead = _Piece([])
    current: _Piece | None = None
    start = 0
    leads = _leads(text)
    for found in [*_CONTACT.finditer(text), None]:
        between = cell_notes.without_labels(text[start : found.start() if found else len(text)])
        people = list(_people(between, unread))
        if people:
            if current is not None:
                yield current
            current, ahead = _Piece(people, ahead.emails, ahead.phones), _Piece([])
        if found is None:
            break
        start = found.end()
        _take(ahead if current is None or leads else current, found[0], unread)
    if current is not None:
        yield current


def _leads(text: str) -> bool:
    """Whether contacts stand before the names to which they belong, as in a list of telephones."""
    found = list(_CONTACT.finditer(text))
    return (
        bool(found)
        and not re.search(r"[^\W\d_]{2}", cell_notes.without_labels(text[: found[0].start()]))
        and bool(re.search(r"[^\W\d_]{2}", cell_notes.without_labels(text[found[-1].end() :])))
    )


def _take(piece: _Piece, contact: str, unread: list[str]) -> None:
    if "@" in contact:
        piece.emails.extend(contacts.emails(contact))
    elif numbers := contacts.phones(contact):
        piece.phones.extend(numbers)
    else:
        unread.append(" ".join(contact.split()))


def _reached(piece: _Piece) -> Iterator[Named]:
    """These people with the contacts beside them; one contact behind several people is of the last, with a doubt."""
    people, emails = piece.people, piece.emails
    phones = list(contacts.mobile_first(tuple(piece.phones))) if len(people) == 1 else piece.phones
    late = max(0, len(people) - max(len(emails), len(phones), 1)) if len(people) > 1 and (emails or phones) else 0
    for place, one in enumerate(people):
        index = place - late
        email = emails[index] if 0 <= index < len(emails) else ""
        phone = phones[index] if 0 <= index < len(phones) else ""
        yield one._replace(email=email, phone=phone, doubtful=one.doubtful or late > 0)


def _people(text: str, unread: list[str]) -> Iterator[Named]:
    """The names in a text without contacts, the notes beside them understood and taken off."""
    plain, notes = cell_notes.marked(text)
    lines = _AND.split(_TIED.sub("\n", _both_titles(plain.strip(_AROUND))))
    for part in (name for line in lines for whole in _by_dash(line) for name in _two_in_line(whole)):
        bare, said = cell_notes.taken_off(part, notes)
        bare = bare.strip(_AROUND)
        if bare.count(")") != bare.count("("):
            bare = bare.strip("() ")
        if not bare.strip(_EDGE):
            continue
        if is_name(bare) and not _NOBODY.match(bare):
            for one in _titled(bare):
                doubtful = one.doubtful or said.doubtful or _DIGIT.search(bare) is not None
                yield one._replace(relation=said.relation, authority=said.authority, doubtful=doubtful, side=said.side)
        else:
            unread.append(bare)


def is_name(text: str) -> bool:
    """Whether this can be the name of somebody: letters, no numbers, no address."""
    return text.isalpha() or (not _NO_NAME.search(text) and any(map(str.isalpha, text)))


def _by_dash(part: str) -> list[str]:
    """``Jan de Boer - Petra Smit`` is two people, ``J. de Boer - Smit`` is one with two surnames."""
    sides = _DASH.split(part)
    if len(sides) != 2:
        return [part]
    second = sides[1].split()
    titled = _TITLES.match(sides[1]) is not None
    both = all(len(side.split()) > 1 for side in sides) and not persons.is_small_infix(second[0])
    return sides if titled or both else [part]


def _two_in_line(part: str) -> list[str]:
    """``Ilse Bos, Rob Smit`` is two people; ``Vries, Jan de`` and ``de Vries, Jan`` are one."""
    found = _TITLE_WITHIN.fullmatch(part)
    if found and (not found["infix"] or persons.is_small_infix(found["infix"])):  # ``Vries, mw. A. de``
        return [f"{found['title']} {found['last']}, {found['initials'].strip()} {found['infix']}"]
    one, comma, other = (side.strip() for side in part.partition(","))
    words = [one.split(), _BRACKETED.sub("", other).split()]
    listed = persons.tail(words[1])[1] or persons.tail(words[0])[1] or split_surname(one)[0] or "," in other
    titled = bool(_TITLES.match(other)) and len(words[1]) > 1
    return [one, other] if comma and (titled or (not listed and all(len(side) > 1 for side in words))) else [part]


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
    single = not titles and " " not in rest
    return [Named(name, "mr" if mr else "mrs" if mrs else "", not titles and persons.is_doubtful(rest), single)]


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
    return PersonName("", infix, core) if infix and " " not in core and "," not in text else persons.single(text)


def _families_shared(named: Sequence[Named]) -> list[Named]:
    """``Jan en Marie de Vries``: who has a first name only has the surname of the next one."""
    whole = [one for one in named if one.name.surname and (one.name.first_name or one.name.initials)]
    if not whole or len(named) < 2:
        return list(named)
    family = whole[-1].name
    return [one if one in whole or one.title else _adopted(one, family) for one in named]


def _adopted(one: Named, family: PersonName) -> Named:
    if one.name.infix or " " in one.name.surname:  # a surname with its infix is no first name
        return one
    return one._replace(name=persons.called(one.name.surname, family.infix, family.surname), single=False)


def with_family(found: Iterable[Named], family: PersonName, joined: bool) -> list[Named]:
    """Single words as first names with the surname of the pupil, unless one of them is that surname itself."""
    people = list(found)
    if not any(one.single for one in people):
        return people
    surnames = any(one.name.surname.casefold() == family.surname.casefold() for one in people)
    if surnames or not (joined or any(one.relation or one.phone or one.email for one in people)):
        return people
    return [
        one._replace(name=persons.called(one.name.surname, family.infix, family.surname)) if one.single else one
        for one in people
    ]

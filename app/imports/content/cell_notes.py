"""What stands beside a name in one cell and is no name: who that is to the child, authority, notes, labels."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.imports.content import persons
from app.people.basics import Authority

FIRST, LAST = "\ue000", "\uefff"  # signs of nobody's alphabet, one for every note in brackets
_STRANGE = 0x1000  # further on: the signs of notes that nobody understands
_PARENTS = (
    "moeder", "vader", "mama", "papa", "mam", "pap", "ouder", "verzorger", "verzorgster", "mother", "father", "parent",
)  # fmt: skip
_CARERS = (
    "stiefmoeder", "stiefvader", "bonusmoeder", "bonusvader", "pleegmoeder", "pleegvader", "pleegouder", "opa", "oma",
    "oom", "tante", "grootouder", "grootmoeder", "grootvader", "buurvrouw", "buurman", "oppas", "gastouder", "partner",
)  # fmt: skip
_GUARDIANS = ("voogd", "voogdes")
_RELATIONS = (*_PARENTS, *_CARERS, *_GUARDIANS)
_STATES = (
    "gescheiden", "alleenstaand", "alleenstaande", "overleden", "ex", "weduwe", "weduwnaar", "biologische", "gezag",
    "geen", "heeft", "met", "zonder", "wel", "ja", "nee", "co-ouder", "co-ouders", "contactpersoon", "noodcontact",
    "gezaghebbend", "gezagdrager", "ouderlijk", "thuis", "onbekend", "idem", "samenwonend", "nieuwe", "en", "m", "v",
    "eerste", "tweede", "belt", "bellen", "alleen", "niet", "wettelijk", "vertegenwoordiger", "bekend",
)  # fmt: skip
_CONTACTS = frozenset("mobiel mob werk thuis privé prive vast tel telefoon".split())  # noqa: SIM905
WORDS = frozenset((*_RELATIONS, *_STATES, *_CONTACTS))
_SIDES = {"moeder": "moeder", "mama": "moeder", "mam": "moeder", "vader": "vader", "papa": "vader", "pap": "vader"}
_LEADING = re.compile(
    rf"^(?:(?:alleenstaande?|biologische|{'|'.join(_RELATIONS)})(?:\s?\d)?\s*[:=]?\s+)+(?=\S)"
    rf"|^(?:{'|'.join(_RELATIONS)}|m|v|naam)(?:\s?\d)?\s*[:=]\s*",
    re.IGNORECASE,
)
_LONGEST_FIRST = "|".join(sorted(WORDS - {"en", "m", "v", "ex"}, key=len, reverse=True))
_TRAILING = re.compile(rf"(?:\s*[,-]\s*|\s+)(?:{_LONGEST_FIRST})$")
_ROLE_AHEAD = re.compile(rf"[,.]\s+(?=(?:{'|'.join(_RELATIONS)})\s*(?::|\s))", re.IGNORECASE)
_HINT = re.compile(
    rf"\b(?:{'|'.join((*_RELATIONS, *_STATES[:4], 'onbekend', 'gezag', 'ja', 'nee', 'naam'))})\b", re.IGNORECASE
)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_MARK = re.compile("[\ue000-\uf8ff]")
_NAMES_OF_LABELS = (
    r"telefoonnummer|telefoonnr|telefoon|tel|mobiel|mobile|mob|gsm|werk|thuis|prive|privé|vast|noodnummer|noodnr|nood"
    r"|e-?mailadres|e-?mail|mailto|mail|bereikbaar(?: op)?|whatsapp|app|nr|nummer"
)
_LABEL = re.compile(
    rf"^\W*(?:(?:{_NAMES_OF_LABELS})\b[\s:.]*)+|(?:(?<!\w)(?:(?:{_NAMES_OF_LABELS})\b|[tme](?=\s*:))[\s:.]*)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Notes:
    """What the notes beside a name say; ``doubtful`` when one of them was not understood."""

    relation: str = ""
    authority: Authority = Authority.ASSUMED
    doubtful: bool = False
    side: str = ""


def has_word(text: str) -> bool:
    """Whether a word in this text may be a note."""
    return _HINT.search(text) is not None


def without_labels(text: str) -> str:
    """The text between two contacts without ``tel.`` and ``e-mail:``."""
    return _LABEL.sub(" ", text)


def marked(text: str) -> tuple[str, list[str]]:
    """The text with one sign for every note in brackets, and those notes; names in brackets stay."""
    notes: list[str] = []
    text = text.replace("†", " (overleden)")

    def mark(found: re.Match[str]) -> str:
        inside = " ".join(found[1].split())
        if not inside or len(notes) > 100:
            return " "
        if persons.is_small_infix(inside) or _is_name(inside):
            return found[0]
        notes.append(inside.casefold())
        known = all(word in WORDS for word in _words(inside.casefold()))
        return chr(ord(FIRST) + len(notes) - 1 + (0 if known else _STRANGE))

    return _ROLE_AHEAD.sub("\n", _BRACKETS.sub(mark, text)), notes


def _is_name(inside: str) -> bool:
    words = inside.split()
    return len(words) < 3 and all(
        word[0].isupper() and word.casefold() not in WORDS and not any(sign.isdigit() for sign in word)
        for word in words
    )


def taken_off(part: str, notes: list[str]) -> tuple[str, Notes]:
    """One name without what is said of it, and what that was."""
    said = [notes[(ord(sign) - ord(FIRST)) % _STRANGE] for sign in _MARK.findall(part)]
    bare = " ".join(_MARK.sub(" ", part).split(" ")).strip()
    while found := _LEADING.match(bare):
        said.append(found[0].casefold().strip(" :="))
        bare = bare[found.end() :]
    while found := _TRAILING.search(bare):
        said.append(found[0].casefold().strip(" ,-"))
        bare = bare[: found.start()]
    if bare.strip(" .,").casefold() in WORDS:
        said, bare = [*said, bare.casefold()], ""
    return bare, _understood(said)


def _understood(said: list[str]) -> Notes:
    relation, authority, doubtful, side = "", Authority.ASSUMED, False, ""
    for note in said:
        words = _words(note)
        side = side or next((_SIDES[word] for word in words if word in _SIDES), "")
        if any(word in _CARERS for word in words):
            relation = "carer"
        elif any(word in _GUARDIANS for word in words):
            relation = "guardian_person"
        if "gezag" in words or "gezaghebbend" in words or "gezagdrager" in words:
            no = {"geen", "niet", "zonder", "nee"}.intersection(words)
            authority = Authority.NO if no else Authority.YES
        doubtful |= "overleden" in words  # whether this guardian can still be asked is for the school to say
        doubtful |= any(word not in WORDS and not word.isdigit() for word in words) or bool({"ja", "nee"} & set(words))
    return Notes(relation, authority, doubtful, side)


def _words(note: str) -> list[str]:
    return [bare for word in re.split(r"[\s/,]+", note) if (bare := word.strip(".,:;"))]


def is_relation(text: str) -> bool:
    """Whether a cell says who somebody is to the child, and not what somebody is called."""
    words = _words(text.casefold())
    return bool(words) and all(word in _RELATIONS for word in words)

"""Finds names in running text: to warn about them in a letter, and to replace them in a dossier.

A name is matched word by word without capitals, accents, hyphens and apostrophes, the longest form first:
``Noor de Graaf``, ``N. de Graaf``, ``De Graaf``, ``Graaf``, ``Noor``, and with the genitive s (``Noors``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.kernel.names import PersonName, fold, initials_of

UNSURE = "[naam]"
_WORD = re.compile(r"[^\W_]+")
_JOINT = re.compile(r"[\s.'’‘`\-–]*")
_STARTS = re.compile(r"(?:^|[.!?:]\s|\n)[\s“‘\"'(-]*\Z")
# names that are also everyday words: in small letters, or at the start of a sentence, they are no names
_EVERYDAY = frozenset(
    _WORD.findall(
        "aan an bas beer bent berg best bij bo boer bos boven bloem brand broek bruin brug buiten buur dag dal dam "
        "dijk do dokter duif fan fee fijn geel gelder goed graaf groen groot haan haas hand hart haver heide heer "
        "hoek hof honing hond horst huis iris jager jan jet jong kamp kat keizer kers klaver klein koe kok koning "
        "kool koster kort kuiper kruis kunst laan lam lang last lente lief lijn linde lot maan maand maas mark meer "
        "mees mei meester mol molen molenaar mooi mulder nacht nieuw noord oost oud peer pen pit plas pol post prins "
        "prinsen raaf rijk ridder roos roosje ros rood schaap schilder school schout sil slot smid smit snel snoek "
        "ster sterk storm straat tak timmer tuin tuinman van veen veer veld ven verf visser vlag vliet vlinder voet "
        "vogel vos vries vroeg wagenaar water week werk west wiel wil wind winkel winter wit wolf zand zee zomer zon "
        "zwaan zwart zuid "
    )
)
_TITLES = frozenset({"mevrouw", "meneer", "heer", "mevr", "mw", "dhr", "juf", "juffrouw", "meester", "mijnheer"})


@dataclass(frozen=True)
class Known:
    """Somebody whose name may stand in a text.

    An empty ``shown`` keeps the name as it stands. ``is_close`` means a part in the same case: then a first name or
    surname alone is enough to be sure; of anybody else only a fuller form is.
    """

    name: PersonName
    shown: str
    is_close: bool = True


@dataclass(frozen=True)
class Mention:
    """A name found: where it stands, what it says, and what to write instead (the same text when it stays)."""

    start: int
    end: int
    text: str
    shown: str
    is_doubtful: bool


@dataclass(frozen=True)
class _Form:
    words: tuple[str, ...]
    known: Known
    is_part: bool  # a first name or surname alone


class Names:
    """All names that count in one text, ready to be found."""

    def __init__(self, known: Iterable[Known], kept: Iterable[str] = ()) -> None:
        self._forms: dict[tuple[str, ...], list[_Form]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        for one in known:
            for form in _forms(one):
                self._add(form)
        for text in kept:
            name = PersonName("", "", text, exact=True)
            self._add(_Form(_words(text), Known(name, ""), is_part=False))

    def _add(self, form: _Form) -> None:
        self._forms[form.words].append(form)
        for first in {form.words[0], _genitive(form.words)[0]} if form.words else ():
            self._longest[first] = max(self._longest.get(first, 0), len(form.words))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every name in this text, from left to right, none within another."""
        words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
        folded = [fold(word) for word, _start, _end in words]
        found: list[Mention] = []
        place = 0
        while place < len(words):
            mention, used = self._at(text, words, folded, place)
            if mention is not None:
                found.append(mention)
            place += used
        return tuple(found)

    def _at(
        self, text: str, words: list[tuple[str, int, int]], folded: list[str], place: int
    ) -> tuple[Mention | None, int]:
        for size in range(self._longest.get(folded[place], 0), 0, -1):
            run = tuple(folded[place : place + size])
            if len(run) < size or not _joined(text, words[place : place + size]):
                continue
            forms, genitive = self._forms.get(run, []), False
            if not forms and run[-1].endswith("s"):
                forms, genitive = self._forms.get((*run[:-1], run[-1][:-1]), []), True
            if forms:
                start, end = words[place][1], words[place + size - 1][2]
                return self._mention(text, forms, start, end, genitive=genitive), size
        return None, 1

    def _mention(self, text: str, forms: list[_Form], start: int, end: int, *, genitive: bool) -> Mention | None:
        said = text[start:end]
        capital = any(word[0].isupper() for word in said.split())
        everyday = fold(said) in _EVERYDAY
        if everyday and not capital:
            return None
        part_of_far = capital and not (everyday and starts_sentence(text, start))
        meant = [form for form in forms if form.known.is_close or not form.is_part or part_of_far]
        if not meant:
            return None
        kept = [form for form in meant if not form.known.shown]
        if kept:
            others = any(form.known.shown and form.known.is_close for form in meant)
            return Mention(start, end, said, said, is_doubtful=others)
        sure = {form.known.shown for form in meant if form.known.is_close or not form.is_part}
        if len(sure) != 1:
            return Mention(start, end, said, UNSURE, is_doubtful=True)
        shown = sure.pop() + ("’s" if genitive else "")
        only_parts = all(form.is_part for form in meant)
        return Mention(_with_title(text, start), end, said, shown, is_doubtful=only_parts and not capital)


def replaced(text: str, mentions: Iterable[Mention]) -> str:
    """The text with every mention written as it is to be shown."""
    parts: list[str] = []
    end = 0
    for mention in mentions:
        parts += [text[end : mention.start], mention.shown]
        end = mention.end
    return "".join([*parts, text[end:]])


def starts_sentence(text: str, place: int) -> bool:
    """Whether a sentence begins here."""
    return _STARTS.search(text, 0, place) is not None


def _forms(known: Known) -> Iterator[_Form]:
    first, infix, core = _words(known.name.first_name), _words(known.name.infix), _words(known.name.surname)
    initials = tuple(letter for word in _words(initials_of(known.name)) for letter in word)
    if core and first:
        yield _Form((*first, *infix, *core), known, is_part=False)
        yield _Form((*first, *core), known, is_part=False)
    if core and initials:
        for start in {initials, initials[:1], tuple(_words(known.name.initials))}:
            if start:
                yield _Form((*start, *infix, *core), known, is_part=False)
    if infix and core:
        yield _Form((*infix, *core), known, is_part=True)
    for part in {core, first}:
        if part and len("".join(part)) > 1:
            yield _Form(part, known, is_part=True)


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(word) for word in _WORD.findall(text))


def _genitive(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[:-1], words[-1] + "s")


def _joined(text: str, words: list[tuple[str, int, int]]) -> bool:
    """Whether only spaces, points, hyphens or apostrophes stand between these words, and no empty line."""
    for (_one, _start, end), (_other, start, _end) in pairwise(words):
        between = text[end:start]
        if "\n\n" in between or not _JOINT.fullmatch(between):
            return False
    return True


def _with_title(text: str, start: int) -> int:
    """Where the mention starts when the title before it goes too: ``mevrouw``, ``de heer``, ``juf``."""
    before = list(_WORD.finditer(text, max(0, start - 16), start))
    if not before or before[-1].group().casefold() not in _TITLES or text[before[-1].end() : start].strip(" ."):
        return start
    title = before[-1]
    if title.group().casefold() == "heer" and len(before) > 1 and before[-2].group().casefold() == "de":
        return before[-2].start()
    return title.start()

"""Finds names in running text: to warn about them in a letter, and to replace them in a dossier.

A name is matched word by word without capitals, accents, hyphens and apostrophes, the longest form first:
``Noor de Graaf``, ``N. de Graaf``, ``De Graaf``, ``Graaf``, ``Noor``, and with the genitive s (``Noors``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.kernel.names import PersonName, fold
from app.letters.names.first_name_rules import FIRST_NAMES
from app.letters.names.form_rules import COMMON, EVERYDAY, TITLES, Form, Known, forms_of, spans, vocabulary, words_of

UNSURE = "[naam]"
__all__ = ["UNSURE", "Known", "Mention", "Names", "replaced", "starts_sentence"]
_JOINT = re.compile(r"[\s.'’‘`\-–‐/_]*")
_LISTED = re.compile(r"[\s.,'’‘`\-–‐/_]*")
_STARTS = re.compile(r"(?:^|[.!?:·]\s|\n)[\s“‘\"'(-]*\Z")
_GENITIVE = re.compile(r"['’‘`´]s\b")
_DIMINUTIVE = re.compile(r"['’‘`´]tjes?\b")
_APOSTROPHE = re.compile(r"['’](?!\w)")
_CUT = re.compile(r"([^\W\d_]+)[-‐]\s*\n\s*([^\W\d_]+)")


@dataclass(frozen=True)
class Mention:
    """A name found: where it stands, what it says, and what to write instead (the same text when it stays)."""

    start: int
    end: int
    text: str
    shown: str
    is_doubtful: bool


class Names:
    """All names that count in one text, ready to be found."""

    def __init__(
        self, known: Iterable[Known], kept: Iterable[str] = (), hidden: Iterable[tuple[str, str]] = ()
    ) -> None:
        self._forms: dict[tuple[str, ...], list[Form]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        for one in known:
            for form in dict.fromkeys(forms_of(one)):
                self._add(form)
        for text, shown in (*((text, "") for text in kept), *hidden):
            self._add(Form(words_of(text), Known(PersonName("", "", text, exact=True), shown)))
        self.words = vocabulary(form for forms in self._forms.values() for form in forms)

    def _add(self, form: Form) -> None:
        if not form.words:
            return
        self._forms[form.words].append(form)
        for first in (form.words[0], form.words[0] + "s") if len(form.words) == 1 else (form.words[0],):
            self._longest[first] = max(self._longest.get(first, 0), len(form.words))

    def mended(self, text: str) -> str:
        """The text with the names whole that a hyphen at the end of a line had cut in two."""

        def whole(found: re.Match[str]) -> str:
            joined = found[1] + found[2]
            is_name = {fold(joined), fold(joined).removesuffix("s")} & self.words
            return joined if is_name else found[0]

        return _CUT.sub(whole, text)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Every name in this text, from left to right, none within another."""
        words = spans(text)
        folded = [fold(word) for word, _start, _end in words]
        found: list[Mention] = []
        place = 0
        while place < len(words):
            mention, used = self._at(text, words, folded, place)
            place += used
            if mention is not None:
                found.append(mention)
                while place < len(words) and words[place][1] < mention.end:
                    place += 1  # the s of a genitive goes with the name
        return tuple(found)

    def _at(
        self, text: str, words: list[tuple[str, int, int]], folded: list[str], place: int
    ) -> tuple[Mention | None, int]:
        for size in range(self._longest.get(folded[place], 0), 0, -1):
            run = tuple(folded[place : place + size])
            if len(run) < size:
                continue
            forms, genitive = self._forms.get(run, []), False
            if not forms and run[-1].endswith("s"):
                forms, genitive = self._forms.get((*run[:-1], run[-1][:-1]), []), True
            said = words[place : place + size]
            fitting = [form for form in forms if _joined(text, said, form) and _in_capitals(said, form)]
            if fitting:
                start, end = words[place][1], words[place + size - 1][2]
                return self._mention(text, fitting, start, end, genitive=genitive), size
        return None, 1

    def _mention(self, text: str, forms: list[Form], start: int, end: int, *, genitive: bool) -> Mention | None:
        said = text[start:end]
        word = _telling(said, forms)
        base = fold(word).removesuffix("s") if genitive else fold(word)
        common, everyday = base in COMMON, base in COMMON or base in EVERYDAY
        capital = word[0].isupper()
        begins = starts_sentence(text, start)
        if everyday and not capital and all(form.is_part for form in forms):
            return self._left(forms, start, end, said, common=common)
        first_only = any(form.is_first for form in forms)
        far_counts = (capital or base in FIRST_NAMES) and not (begins and (common or (everyday and not first_only)))
        worth_a_look = not common and (capital or not everyday)
        meant = [form for form in forms if form.known.is_close or not form.is_part or far_counts]
        if not meant:
            return Mention(start, end, said, said, is_doubtful=True) if worth_a_look else None
        kept = [form for form in meant if not form.known.shown]
        if kept:
            others = any(form.known.shown and form.known.is_close for form in meant)
            return Mention(start, end, said, said, is_doubtful=others)
        opens = _with_title(text, start)
        shown = _shown(meant, titled=opens < start)
        end, more = _with_ending(text, start, end, genitive=genitive)
        if not shown:
            return Mention(start, end, said, UNSURE + more, is_doubtful=True)
        only_parts = all(form.is_part for form in meant)
        doubtful = only_parts and (not capital or (everyday and begins) or meant[0].is_bare)
        return Mention(opens, end, said, shown + more, is_doubtful=doubtful)

    def _left(self, forms: list[Form], start: int, end: int, said: str, *, common: bool) -> Mention | None:
        """A word of every day in small letters stays; when somebody close bears it, it is worth a look."""
        close = any(form.known.is_close and form.known.shown for form in forms)
        return Mention(start, end, said, said, is_doubtful=True) if close and not common else None


def _with_ending(text: str, start: int, end: int, *, genitive: bool) -> tuple[int, str]:
    """Where the mention ends with what was put behind the name, and what stands there instead.

    ``Tim's``, ``Tims`` and ``Lars'`` become the same, for the ending tells how a name ends.
    """
    after = _GENITIVE.match(text, end)
    if after:
        return after.end(), "’s"
    small = _DIMINUTIVE.match(text, end)
    if small:
        return small.end(), ""
    ends_in_s = genitive or text[end - 1 : end].casefold() in {"s", "x", "z"}
    after = _APOSTROPHE.match(text, end) if ends_in_s and text[start - 1 : start] not in {"'", "‘"} else None
    return (after.end(), "’s") if after else (end, "’s" if genitive else "")


def _telling(said: str, forms: list[Form]) -> str:
    """The word that decides whether it is written with a capital: what stands after an infix, else the first."""
    found = said.split()
    if len(found) > 1 and forms[0].is_part and (not forms[0].is_first or fold(found[0]) in COMMON):
        return found[-1].lstrip("'’‘(") or found[0]
    return found[0]


def _shown(forms: list[Form], *, titled: bool) -> str:
    """What all these forms are to be called; empty when that differs. After a title it is no child."""
    sure = [form for form in forms if form.known.is_close or not form.is_part]
    if titled and any(not form.known.is_child for form in sure):
        sure = [form for form in sure if not form.known.is_child]
    names = {form.known.shown for form in sure}
    return names.pop() if len(names) == 1 else ""


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
    return _STARTS.search(text, max(0, place - 12), place) is not None


def _joined(text: str, words: list[tuple[str, int, int]], form: Form) -> bool:
    """Whether only spaces, points, hyphens or apostrophes stand between these words, and no empty line."""
    joint = _LISTED if form.is_listed else _JOINT
    for (_one, _start, end), (_other, start, _end) in pairwise(words):
        between = text[end:start]
        if "\n\n" in between or not joint.fullmatch(between):
            return False
    return True


def _in_capitals(words: list[tuple[str, int, int]], form: Form) -> bool:
    """A form that ends in an initial counts only when that is a capital."""
    if not form.is_bare:
        return True
    if len(words) == 1:
        return words[0][0].isupper()  # NG, not Ng
    return words[-1][0].isupper() and (len(form.words[0]) > 1 or words[0][0].isupper())


def _with_title(text: str, start: int) -> int:
    """Where the mention starts when the title before it goes too: ``mevrouw``, ``de heer``, ``juf``."""
    if text[start - 1 : start] in {"'", "’", "‘"} and text[start : start + 2] == "t ":
        return start - 1  # the sign of 't Hart
    before = spans(text[max(0, start - 16) : start])
    offset = max(0, start - 16)
    if not before or before[-1][0].casefold() not in TITLES or text[offset + before[-1][2] : start].strip(" ."):
        return start
    if before[-1][0].casefold() == "heer" and len(before) > 1 and before[-2][0].casefold() == "de":
        return offset + before[-2][1]
    return offset + before[-1][1]

"""What a dossier consists of, and how everybody else in it is masked, the same way everywhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.kernel.names import PersonName
from app.kernel.texts import _
from app.letters.mention_rules import UNSURE, Known, Mention, Names, replaced, starts_sentence
from app.people.rules import PersonKind

_KEY = "\ue000"  # a private sign: no typed text holds it, so it marks whose alias comes here
_KEYED = re.compile(f"{_KEY}(-?\\d+){_KEY}")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w/.-])(?:\+31[ -]?|0031[ -]?|0)(?:\(0\))?[1-9](?:[ -]?\d){8}(?![\w/])")
_ACCOUNT = re.compile(r"(?<![\w@.])@[\w.]{2,}\b")
_AROUND = 28  # characters shown left and right of a doubtful word


@dataclass(frozen=True)
class Other:
    """Somebody whose name must not stand in the dossier; a guardian is named after ``child_id``."""

    id: int
    kind: PersonKind | None
    name: PersonName
    child_id: int | None = None
    is_close: bool = True


@dataclass(frozen=True)
class Choices:
    """What the reviewer decided: phrases that may stay, and phrases that must go too."""

    keep: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()


@dataclass(frozen=True)
class Replacement:
    """One name that was written otherwise, and how often."""

    text: str
    shown: str
    times: int


@dataclass(frozen=True)
class Doubt:
    """A word that may or may not be a name; ``shown`` is what stands in the dossier now."""

    text: str
    shown: str
    context: str


@dataclass(frozen=True)
class DossierEntry:
    """One event of the chronology; ``letter`` is the place of its letter among the appended ones."""

    on: date
    title: str
    text: str
    note: str
    letter: int | None = None


@dataclass(frozen=True)
class DossierMeasure:
    """One measure as it stands in the table; ``details`` are the words written down about it, each with its label."""

    name: str
    period: str
    decision: str
    outcome: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class DossierLetter:
    """A letter to append: as it was sent, or written again with others masked."""

    reference: str
    subject: str
    pdf: bytes = field(repr=False)
    is_masked: bool = False


@dataclass(frozen=True)
class Dossier:
    """One person's dossier, ready to be printed: everybody else is masked already."""

    person_id: int
    kind: PersonKind
    name: str
    detail: str
    school: str
    period: str
    purpose: str
    made_on: date
    made_by: str
    entries: tuple[DossierEntry, ...]
    measures: tuple[DossierMeasure, ...]
    letters: tuple[DossierLetter, ...]
    replacements: tuple[Replacement, ...]
    doubts: tuple[Doubt, ...]
    control: str
    log_head: str

    @property
    def is_empty(self) -> bool:
        """Whether nothing was filed for or addressed to this person."""
        return not (self.entries or self.measures or self.letters)

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The words that somebody should look at."""
        return tuple(dict.fromkeys(doubt.text for doubt in self.doubts))


class Mask:
    """Writes aliases for names, in the order in which they turn up: leerling B, medewerker 1, ouder van leerling B."""

    def __init__(
        self,
        subject: Other,
        own: Iterable[PersonName],
        others: Iterable[Other],
        kept: Iterable[str] = (),
        choices: Choices | None = None,
    ) -> None:
        choices = choices or Choices()
        self._others: Mapping[int, Other] = {other.id: other for other in others}
        known = [Known(name, "") for name in (subject.name, *own)]
        known += [Known(other.name, f"{_KEY}{other.id}{_KEY}", other.is_close) for other in self._others.values()]
        hidden = [Known(PersonName("", "", phrase, exact=True), hidden_word()) for phrase in choices.hide]
        self._names = Names([*known, *hidden], kept=(*kept, *choices.keep))
        self._settled = {phrase.casefold() for phrase in (*choices.keep, *choices.hide)}
        self._contacts = tuple(text.casefold() for text in kept)
        self._counts: Counter[str] = Counter({str(subject.kind): 1})
        self._aliases: dict[int, str] = {subject.id: ""}
        self._times: Counter[tuple[str, str]] = Counter()
        self._doubts: dict[tuple[str, str], Doubt] = {}

    def text(self, text: str) -> str:
        """The text with every name, address for mail, telephone number and account of others replaced."""
        plain = self._without_contacts(text)
        return replaced(plain, [self._written(plain, mention) for mention in self._names.find(plain)])

    def _written(self, text: str, mention: Mention) -> Mention:
        shown = _KEYED.sub(lambda found: self.alias(int(found[1])), mention.shown)
        if shown != mention.text and starts_sentence(text, mention.start):
            shown = shown[:1].upper() + shown[1:]
        if shown != mention.text:
            self._times[mention.text, shown] += 1
        if mention.is_doubtful and mention.text.casefold() not in self._settled:
            around = text[max(0, mention.start - _AROUND) : mention.end + _AROUND]
            self._doubts.setdefault((mention.text, shown), Doubt(mention.text, shown, " ".join(around.split())))
        return Mention(mention.start, mention.end, mention.text, shown, mention.is_doubtful)

    def _without_contacts(self, text: str) -> str:
        for pattern, shown in (
            (_EMAIL, _("[e-mailadres]")),
            (_PHONE, _("[telefoonnummer]")),
            (_ACCOUNT, _("[account]")),
        ):
            parts, end = [], 0
            for found in pattern.finditer(text):
                parts += [text[end : found.start()], self._contact(found[0], shown)]
                end = found.end()
            text = "".join([*parts, text[end:]])
        return text

    def _contact(self, said: str, shown: str) -> str:
        if said.casefold() in self._contacts:
            return said
        self._times[said, shown] += 1
        return shown

    def alias(self, person_id: int) -> str:
        """What this person is called in this dossier."""
        if person_id not in self._aliases:
            self._aliases[person_id] = self._new_alias(self._others[person_id])
        return self._aliases[person_id]

    def _new_alias(self, other: Other) -> str:
        if other.kind is PersonKind.GUARDIAN and other.child_id in self._others:
            return _("ouder van {child}").format(child=self.alias(int(other.child_id or 0)))
        self._counts[str(other.kind)] += 1
        number = self._counts[str(other.kind)]
        if other.kind is PersonKind.PUPIL:
            return _("leerling {letter}").format(letter=letters_of(number))
        words = {PersonKind.EMPLOYEE: _("medewerker {n}"), PersonKind.GUARDIAN: _("ouder {n}")}
        word = words[other.kind] if other.kind in words else _("betrokkene {n}")
        return word.format(n=number)

    @property
    def replacements(self) -> tuple[Replacement, ...]:
        """What was replaced, in the order in which it turned up."""
        return tuple(Replacement(text, shown, times) for (text, shown), times in self._times.items())

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What somebody should look at."""
        return tuple(self._doubts.values())


def hidden_word() -> str:
    """What stands in the place of a phrase that the reviewer took out."""
    return _("[afgeschermd]")


def letters_of(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    shown = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        shown = chr(65 + rest) + shown
    return shown


def is_unsure(doubt: Doubt) -> bool:
    """Whether nobody can tell whose name this is, or whether it is one."""
    return doubt.shown == UNSURE

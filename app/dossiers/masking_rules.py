"""How everybody else in a dossier is masked: the same alias everywhere, in fields and in running text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.dossiers.contact_rules import Contacts
from app.dossiers.rules import Choices, Doubt, Replacement
from app.dossiers.stranger_rules import strangers
from app.kernel.names import PersonName, fold
from app.kernel.texts import _
from app.letters.names.form_rules import words_of
from app.letters.names.mention_rules import Known, Mention, Names, replaced, starts_sentence
from app.people.rules import PersonKind

_KEY = "\ue000"  # a private sign: no typed text holds it, so it marks whose alias comes here
_KEYED = re.compile(f"{_KEY}(-?\\d+){_KEY}")
_AROUND = 28  # characters shown left and right of a doubtful word
_SPELLED = re.compile(r"(?<![^\W_])[^\W\d_](?:[ .\-_*][^\W\d_]){2,}(?![^\W_])")  # M-a-x
_ROLE = re.compile(r"\b(leerling|ouder|medewerker|betrokkene)\s+\Z", re.IGNORECASE)


@dataclass(frozen=True)
class Other:
    """Somebody whose name must not stand in the dossier; a guardian is named after ``child_id``.

    One who is ``shielded``, a protected reporter, is named so that not even the child or the post is told.
    """

    id: int
    kind: PersonKind | None
    name: PersonName
    child_id: int | None = None
    is_close: bool = True
    nicknames: tuple[str, ...] = ()
    shielded: bool = False


class Mask:
    """Writes aliases for names, in the order in which they turn up: leerling B, medewerker 1, ouder van leerling B."""

    def __init__(
        self,
        subject: Other,
        own: Iterable[PersonName],
        others: Iterable[Other],
        kept: Iterable[str] = (),
        choices: Choices | None = None,
        hidden: Iterable[tuple[str, str]] = (),
    ) -> None:
        choices, kept = choices or Choices(), tuple(kept)
        self._others: Mapping[int, Other] = {other.id: other for other in others}
        known = [Known(subject.name, "", nicknames=subject.nicknames), *(Known(name, "") for name in own)]
        known += [self._known(other) for other in self._others.values()]
        extra = [(phrase, hidden_word()) for phrase in choices.hide]
        self._names = Names(known, kept=(*kept, *choices.keep), hidden=(*hidden, *extra))
        self._settled = {phrase.casefold() for phrase in (*choices.keep, *choices.hide)}
        self._contacts = Contacts((*kept, *choices.keep))
        self._counts: Counter[str] = Counter({str(subject.kind): 1})
        self._aliases: dict[int, str] = {subject.id: ""}
        self._times: Counter[tuple[str, str]] = Counter()
        self._doubts: dict[tuple[str, str], Doubt] = {}
        usual = {word for text in (*kept, *choices.keep) for word in words_of(text)}
        self._usual = usual | self._names.words

    def _known(self, other: Other) -> Known:
        """A guardian answers to the key of the child, so that two parents of one child are one alias."""
        is_of_child = other.kind is PersonKind.GUARDIAN and other.child_id in self._others and not other.shielded
        key = f"{_KEY}{-(10**9) - (other.child_id or 0) if is_of_child else other.id}{_KEY}"
        return Known(other.name, key, other.is_close, other.kind is PersonKind.PUPIL, other.nicknames)

    def text(self, text: str, had: Iterable[str] = ()) -> str:
        """The text with every name, address for mail, telephone number and account of others replaced.

        ``had`` are the addresses and numbers that the reader had in this very text.
        """
        if not text:
            return text
        plain = self._whole(text)
        plain, found = self._contacts.without(plain, had)
        self._times.update(found)
        mentions = self._names.find(plain)
        self._look_for_strangers(plain, mentions)
        return replaced(plain, [self._written(plain, mention) for mention in mentions])

    def _whole(self, text: str) -> str:
        """The text as it is read: names that were cut in two or written letter by letter are words again."""
        return _SPELLED.sub(self._joined, self._names.mended(visible(text)))

    def _joined(self, found: re.Match[str]) -> str:
        word = re.sub(r"[\W_]", "", found[0])
        return word if fold(word) in self._names.words else found[0]

    def finds(self, text: str, *, looked_at: bool = False) -> bool:
        """Whether the text holds anything that would be masked, or looked at if nobody did; counts nothing."""
        plain = self._whole(text)
        found = self._names.find(plain)
        if any(each.shown != each.text or (each.is_doubtful and not looked_at) for each in found):
            return True
        return bool(self._contacts.without(plain)[1])

    def _written(self, text: str, mention: Mention) -> Mention:
        shown = _KEYED.sub(lambda found: self._called(int(found[1])), mention.shown)
        start = mention.start
        role = _ROLE.search(text, max(0, start - 16), start)
        if role and shown.casefold().startswith(role[1].casefold()):
            start = role.start()  # "leerling Noor" is "leerling B", not "leerling leerling B"
        if shown != mention.text:
            self._times[mention.text, shown] += 1
            shown = shown[:1].upper() + shown[1:] if starts_sentence(text, start) else shown
        if mention.is_doubtful:
            self._doubt(text, mention, shown)
        return Mention(start, mention.end, mention.text, shown, mention.is_doubtful)

    def _doubt(self, text: str, mention: Mention, shown: str) -> None:
        if mention.text.casefold() not in self._settled:
            around = text[max(0, mention.start - _AROUND) : mention.end + _AROUND]
            self._doubts.setdefault((mention.text, shown), Doubt(mention.text, shown, " ".join(around.split())))

    def _look_for_strangers(self, text: str, mentions: Iterable[Mention]) -> None:
        """What nobody in the register bears may be somebody else's name."""
        taken = {place for mention in mentions for place in range(mention.start, mention.end)}
        for start, end in strangers(text, taken, self._usual):
            word = text[start:end]
            self._doubt(text, Mention(start, end, word, word, is_doubtful=True), word)

    def _called(self, key: int) -> str:
        if key > -(10**9):
            return self.alias(key)
        return _("ouder van {child}").format(child=self.alias(-(key + 10**9)))

    def alias(self, person_id: int) -> str:
        """What this person is called in this dossier."""
        if person_id not in self._aliases:
            self._aliases[person_id] = self._new_alias(self._others[person_id])
        return self._aliases[person_id]

    def _new_alias(self, other: Other) -> str:
        if other.shielded:
            other = replace(other, kind=None)
        elif other.kind is PersonKind.GUARDIAN and other.child_id in self._others:
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


def visible(text: str) -> str:
    """Composed letters only, without characters that nobody sees and that could hide a name from the search."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    seen = (letter for letter in composed if letter in "\n\t" or unicodedata.category(letter) not in _UNSEEN)
    return "".join(unicodedata.normalize("NFKC", letter) if _FANCY.match(letter) else letter for letter in seen)


_FANCY = re.compile(
    "[\u2460-\u24ff\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f189]"
)  # letters in another dress
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


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

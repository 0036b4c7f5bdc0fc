"""Who a guardian in a list is: by e-mail, else by name with telephone, never by surname alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import islice

from app.imports.content import lost
from app.imports.readings import ReadGuardian
from app.imports.rules import GuardianMatch
from app.kernel.names import PersonName, fold, full
from app.people.rules import GuardianLine

NameKey = tuple[str, str, str]


def key_of(name: PersonName) -> NameKey:
    """What makes two spellings of a name the same."""
    return fold(name.first_name or name.initials), fold(name.infix), fold(name.surname)


def _alike(one: PersonName, other: PersonName) -> bool:
    """Two parents may share an e-mail address; one parent may write a name in two ways."""
    first, second = fold(one.first_name or one.initials)[:1], fold(other.first_name or other.initials)[:1]
    return not first or not second or first == second


class Guardians:
    """Guardians by e-mail and by name with telephone; those of the list join as they come by."""

    def __init__(self, lines: Iterable[GuardianLine]) -> None:
        self._by_email: dict[str, list[tuple[PersonName, int, int]]] = defaultdict(list)
        self._by_phone: dict[str, list[tuple[PersonName, int, int]]] = defaultdict(list)
        self._keys = 0
        known: set[int] = set()
        for line in lines:
            if line.id not in known:
                known.add(line.id)
                self._enter(line.name, line.email, line.phone, line.id, 0)

    def _enter(self, name: PersonName, email: str, phone: str, person: int, key: int) -> None:
        if email:
            self._by_email[email].append((name, person, key))
        if phone:
            self._by_phone[phone].append((name, person, key))

    def match_all(self, reads: Iterable[ReadGuardian], own: Sequence[GuardianLine]) -> tuple[GuardianMatch, ...]:
        """The persons that the guardians of one pupil are; each at most once."""
        taken: set[tuple[int, int]] = set()
        return tuple(self._match(read, own, taken) for read in reads)

    def _match(self, read: ReadGuardian, own: Sequence[GuardianLine], taken: set[tuple[int, int]]) -> GuardianMatch:
        who = self._known(read, own, taken)
        if who is None:
            self._keys += 1
            who = (0, self._keys)
            self._enter(read.name, read.email, read.phone, *who)
        taken.add(who)
        relation = next((line.relation_id for line in own if line.id == who[0]), 0) if who[0] else 0
        return GuardianMatch(read, who[0], relation, who[1])

    def _known(
        self, read: ReadGuardian, own: Sequence[GuardianLine], taken: set[tuple[int, int]]
    ) -> tuple[int, int] | None:
        for who in self._candidates(read, own):
            if who not in taken:
                return who
        return None

    def _candidates(self, read: ReadGuardian, own: Sequence[GuardianLine]) -> Iterable[tuple[int, int]]:
        """The likeliest first; of the pupil's own guardians the name alone is enough."""
        if own:
            told = full(read.name)
            name = fold(told)
            yield from ((line.id, 0) for line in own if fold(full(line.name)) == name)
            if lost.is_spoiled(told):
                yield from ((line.id, 0) for line in own if lost.is_same(told, full(line.name)))
            theirs = (line for line in own if read.email and line.email == read.email)
            yield from ((line.id, 0) for line in theirs if _alike(line.name, read.name))
        if read.email and read.email in self._by_email:
            known = list(self._by_email[read.email])
            yield from ((person, key) for name_, person, key in known if _alike(name_, read.name))
        if read.phone and read.phone in self._by_phone:
            name_key = key_of(read.name)
            same = (one for one in self._by_phone[read.phone] if key_of(one[0]) == name_key)
            yield from ((person, key) for _name, person, key in islice(same, 1))

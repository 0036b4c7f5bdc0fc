"""Holds a class list against the register: who is who, and what differs. Never merges on a surname alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.imports import changes
from app.imports.rules import (
    FieldChange,
    GuardianMatch,
    LineKind,
    Proposal,
    ProposalLine,
    ReadGuardian,
    Reading,
    ReadPupil,
    Rejection,
)
from app.kernel.names import PersonName, fold, full
from app.people.rules import GuardianLine, PupilCard
from app.people.spelling import group_order

_NOT_ENROLLED = frozenset({"aangemeld", "uitgeschreven", "wachtlijst"})


def key_of(name: PersonName) -> tuple[str, str, str]:
    """What makes two spellings of a name the same."""
    return fold(name.first_name or name.initials), fold(name.infix), fold(name.surname)


@dataclass
class Known:
    """Pupils and guardians of the register, ready to be looked up."""

    cards: Sequence[PupilCard]
    by_number: Mapping[str, PupilCard] = field(init=False)
    by_name: Mapping[tuple[str, str, str], list[PupilCard]] = field(init=False)
    guardians: Guardians = field(init=False)

    def __post_init__(self) -> None:
        ordered = sorted(self.cards, key=lambda card: (card.active, card.id))
        self.by_number = {card.number: card for card in ordered if card.number}
        by_name: dict[tuple[str, str, str], list[PupilCard]] = defaultdict(list)
        for card in ordered:
            by_name[key_of(card.name)].append(card)
        self.by_name = by_name
        self.guardians = Guardians(line for card in self.cards for line in card.guardians)


class Guardians:
    """Guardians by e-mail and by name with telephone; those of the list join as they come by."""

    def __init__(self, lines: Iterable[GuardianLine]) -> None:
        self._by_email: dict[str, list[tuple[PersonName, GuardianMatch]]] = defaultdict(list)
        self._by_phone: dict[tuple[object, str], GuardianMatch] = {}
        self._keys = 0
        for line in lines:
            self._enter(line.name, line.email, line.phone, GuardianMatch(ReadGuardian(line.name), line.id))

    def _enter(self, name: PersonName, email: str, phone: str, match: GuardianMatch) -> None:
        if email:
            self._by_email[email].append((name, match))
        if phone:
            self._by_phone.setdefault((key_of(name), phone), match)

    def match(self, read: ReadGuardian, own: Iterable[GuardianLine], taken: set[tuple[int, int]]) -> GuardianMatch:
        """The person that this guardian is; of the pupil's own guardians the name alone is enough."""
        own_lines = list(own)
        found = self._known(read, own_lines, taken)
        if found is None:
            self._keys += 1
            found = GuardianMatch(read, key=self._keys)
            self._enter(read.name, read.email, read.phone, found)
        relation = next((line.relation_id for line in own_lines if line.id == found.person_id), 0)
        taken.add((found.person_id, found.key))
        return replace(found, read=read, relation_id=relation)

    def _known(self, read: ReadGuardian, own: list[GuardianLine], taken: set[tuple[int, int]]) -> GuardianMatch | None:
        email, name = read.email, fold(full(read.name))
        candidates = [GuardianMatch(read, line.id) for line in own if fold(full(line.name)) == name]
        theirs = [line for line in own if email and line.email == email]
        candidates += [GuardianMatch(read, line.id) for line in theirs if _alike(line.name, read.name)]
        written = self._by_email.get(email, []) if email else []
        candidates += [match for known, match in written if _alike(known, read.name)]
        if read.phone and (by_phone := self._by_phone.get((key_of(read.name), read.phone))):
            candidates.append(by_phone)
        return next((match for match in candidates if (match.person_id, match.key) not in taken), None)


def _alike(one: PersonName, other: PersonName) -> bool:
    """Two parents may share an e-mail address; one parent may write a name in two ways."""
    first, second = (fold(name.first_name or name.initials)[:1] for name in (one, other))
    return key_of(one) == key_of(other) or not first or not second or first == second


@dataclass
class Matcher:
    """Goes through the pupils of a list once."""

    reading: Reading
    known: Known
    today: date
    rejected: list[Rejection] = field(default_factory=list)
    _found: set[int] = field(default_factory=set)
    _numbers: set[str] = field(default_factory=set)

    def propose(self) -> Proposal:
        """Every pupil of the list with what would happen, and who of the register is not in the list."""
        self.rejected = list(self.reading.rejected)
        self._numbers = {pupil.number for pupil in self.reading.pupils if pupil.number}
        lines = [line for pupil in self.reading.pupils if (line := self._line(pupil)) is not None]
        lines += [self._missing(card) for card in self.known.cards if card.active and card.id not in self._found]
        groups = tuple(sorted({line.group for line in lines if line.group and line.read}, key=group_order))
        reading = self.reading
        return Proposal(reading.file_name, tuple(lines), tuple(self.rejected), reading.dropped, reading.columns, groups)

    def _line(self, pupil: ReadPupil) -> ProposalLine | None:
        if pupil.birth_date and pupil.birth_date > self.today:
            return self._reject(pupil, "imports.birth_date_in_future")
        card = self._who(pupil)
        if card is not None and _is_other(card, pupil):
            self._found.add(card.id)
            return self._reject(pupil, "imports.number_of_other", name=full(card.name))
        if card is None:
            return self._new(pupil)
        self._found.add(card.id)
        guardians = self._guardians(pupil, card.guardians)
        differences = changes.of_pupil(pupil, card, self.reading.targets) + changes.of_guardians(guardians, card)
        kind = LineKind.CHANGED if differences else LineKind.UNCHANGED
        return _proposal_line(kind, pupil, card, differences, guardians)

    def _reject(self, pupil: ReadPupil, code: str, **values: object) -> ProposalLine | None:
        self.rejected.append(Rejection(pupil.place, code, values))
        return None

    def _who(self, pupil: ReadPupil) -> PupilCard | None:
        if pupil.number and (card := self.known.by_number.get(pupil.number)):
            return card
        for card in self.known.by_name.get(key_of(pupil.name), ()):
            is_own = card.number and card.number in self._numbers
            born_alike = pupil.birth_date == card.birth_date or not (pupil.birth_date and card.birth_date)
            if born_alike and not is_own and card.id not in self._found:
                return card
        return None

    def _new(self, pupil: ReadPupil) -> ProposalLine | None:
        if fold(pupil.group) in _NOT_ENROLLED or (pupil.leave_date and pupil.leave_date <= self.today):
            return self._reject(pupil, "imports.not_enrolled")
        namesakes = [card for card in self.known.by_name.get(key_of(pupil.name), ()) if card.id not in self._found]
        kind = LineKind.DOUBTFUL if namesakes else LineKind.NEW
        return _proposal_line(
            kind, pupil, None, (), self._guardians(pupil, ()), "imports.doubtful" if namesakes else ""
        )

    def _guardians(self, pupil: ReadPupil, own: Iterable[GuardianLine]) -> tuple[GuardianMatch, ...]:
        taken: set[tuple[int, int]] = set()
        return tuple(self.known.guardians.match(read, own, taken) for read in pupil.guardians)

    def _missing(self, card: PupilCard) -> ProposalLine:
        return ProposalLine(LineKind.MISSING, card.name, card.number, card.group, card.birth_date, card.id)


def _is_other(card: PupilCard, pupil: ReadPupil) -> bool:
    """A number that now stands with another name and another date of birth belongs to somebody else."""
    same_first = fold(card.name.first_name) == fold(pupil.name.first_name)
    same_birth = card.birth_date == pupil.birth_date or not (card.birth_date and pupil.birth_date)
    return not same_first and not same_birth


def _proposal_line(
    kind: LineKind,
    pupil: ReadPupil,
    card: PupilCard | None,
    differences: tuple[FieldChange, ...],
    guardians: tuple[GuardianMatch, ...],
    note: str = "",
) -> ProposalLine:
    return ProposalLine(
        kind=kind,
        name=pupil.name,
        number=pupil.number or (card.number if card else ""),
        group=pupil.group or (card.group if card else ""),
        birth_date=pupil.birth_date or (card.birth_date if card else None),
        person_id=card.id if card else 0,
        read=pupil,
        changes=differences,
        guardians=guardians,
        note=note,
    )

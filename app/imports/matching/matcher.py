"""Holds a class list against the register: who is who, and what differs. Never merges on a surname alone.

First every row that is certainly somebody finds that person; only then are the rows that are left held against the
persons that are left, so that a doubtful row never takes the place of a certain one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.imports.matching import changes, doubts, keys
from app.imports.matching.course import course_of
from app.imports.matching.employees import propose_staff
from app.imports.matching.kin import Guardians, NameKey, key_of
from app.imports.readings import Reading, ReadPupil, Rejection, Target
from app.imports.rules import Candidate, Choice, Decision, FieldChange, LineKind, Proposal, ProposalLine
from app.kernel.calendar import school_year, school_year_days
from app.kernel.names import full
from app.people.rules import EmployeeLine, PupilCard
from app.people.spelling import group_order

_MOVES = frozenset({"group", "year_group", "school_year"})


@dataclass
class Known:
    """Pupils, guardians and employees of the register, ready to be looked up; ``withdrawn`` came in and were undone."""

    cards: Sequence[PupilCard]
    withdrawn: Sequence[PupilCard] = ()
    employees: Sequence[EmployeeLine] = ()
    by_number: dict[str, PupilCard] = field(init=False)
    by_name: dict[NameKey, list[PupilCard]] = field(init=False)
    by_birth: dict[date, list[PupilCard]] = field(init=False)
    guardians: Guardians = field(init=False)

    def __post_init__(self) -> None:
        ordered = sorted(self.cards, key=lambda card: (not card.active, card.id))
        self.by_number = {card.number: card for card in reversed(ordered) if card.number}
        self.by_name, self.by_birth = defaultdict(list), defaultdict(list)
        for card in ordered:
            self.by_name[key_of(card.name)].append(card)
            if card.birth_date:
                self.by_birth[card.birth_date].append(card)
        self.guardians = Guardians(line for card in self.cards for line in card.guardians)

    def namesakes(self, pupil: ReadPupil) -> Sequence[PupilCard]:
        """The pupils of that name."""
        return self.by_name.get(key_of(pupil.name), ()) if self.by_name else ()

    def withdrawn_as(self, pupil: ReadPupil) -> int:
        """The id of the withdrawn pupil that this one was, or 0."""
        for card in self.withdrawn:
            same = card.number == pupil.number if card.number and pupil.number else card.birth_date == pupil.birth_date
            if same and key_of(card.name) == key_of(pupil.name):
                return card.id
        return 0


@dataclass
class Matcher:
    """Goes through the pupils of a list: the certain ones, the others, and who is not in the list."""

    reading: Reading
    known: Known
    today: date
    since: date
    _rejected: dict[int, Rejection] = field(default_factory=dict)
    _found: set[int] = field(default_factory=set)
    _numbers: set[str] = field(default_factory=set)
    _lines: dict[int, ProposalLine] = field(default_factory=dict)

    def propose(self) -> Proposal:
        """Every pupil of the list with what would happen, and who of the register is not in the list."""
        reading = self.reading
        pupils, known = reading.pupils, self.known
        if reading.by_key:
            pupils = keys.without_strange(pupils, known.by_number, known.namesakes)
        self._numbers = {pupil.number for pupil in pupils if pupil.number}
        left = [(key, pupil) for key, pupil in enumerate(pupils, 1) if not self._settled(key, pupil)]
        for key, pupil in left:
            self._unsettle(key, pupil)
        lines = [self._lines[key] for key in sorted(self._lines)]
        rejected = (*reading.rejected, *(self._rejected[key] for key in sorted(self._rejected)))
        rejected += keys.kept(reading, lines) if reading.by_key else ()
        groups = tuple(sorted({line.group for line in lines if line.group}, key=group_order))
        absent = [card for card in self.known.cards if card.active and card.id not in self._found]
        first = len(reading.pupils) + 1
        lines += [self._missing(key, card) for key, card in enumerate(absent, first)] if reading.pupils else []
        staff = propose_staff(reading.employees, self.known.employees, first + len(absent))
        return Proposal(
            reading.file_name, tuple(lines), rejected, reading.dropped, reading.columns, groups,
            self.since, staff,
        )  # fmt: skip

    def _settled(self, key: int, pupil: ReadPupil) -> bool:
        """Enter the line of a row about which there is no doubt; a row that cannot be taken over is settled, too."""
        if pupil.birth_date and pupil.birth_date > self.today:
            return self._reject(key, pupil, "imports.birth_date_in_future", Target.BIRTH_DATE)
        card = self.known.by_number.get(pupil.number) if pupil.number else None
        if card is not None:
            return self._numbered(key, pupil, card)
        card = self._by_name(pupil)
        if card is None:
            return False
        self._lines[key] = self._line(key, pupil, card)
        return True

    def _numbered(self, key: int, pupil: ReadPupil, card: PupilCard) -> bool:
        self._found.add(card.id)
        doubt = doubts.of_number(pupil, card, self.known.namesakes(pupil))
        if doubt is None:
            self._lines[key] = self._line(key, pupil, card)
        elif not doubt.cards:
            name = full(card.name)
            return self._reject(
                key, pupil, doubt.code, Target.NUMBER, value=pupil.number, name=name, number=pupil.number
            )
        else:
            self._found.update(one.id for one in doubt.cards)
            self._lines[key] = self._doubtful(key, pupil, doubt)
        return True

    def _reject(self, key: int, pupil: ReadPupil, code: str, target: str, value: str = "", **values: object) -> bool:
        headers = (column.header for column in self.reading.columns if column.target == target and not column.guardian)
        place = pupil.place if pupil.place.column else doubts.at_column(pupil.place, next(headers, ""))
        self._rejected[key] = Rejection(place, code, values, full(pupil.name), value)
        return True

    def _by_name(self, pupil: ReadPupil) -> PupilCard | None:
        """The one pupil of that name who was born on that day, or about whose birth one of the two says nothing."""
        namesakes = self._free(self.known.namesakes(pupil))
        born = [card for card in namesakes if pupil.birth_date and card.birth_date == pupil.birth_date]
        open_ones = [card for card in namesakes if not (pupil.birth_date and card.birth_date)]
        for cards in (born, open_ones):
            same_group = [card for card in cards if card.group == pupil.group]
            for likely in (cards, same_group):
                if len(likely) == 1:
                    return likely[0]
        return None

    def _free(self, cards: Iterable[PupilCard]) -> list[PupilCard]:
        """Those who are nobody else in this list."""
        return [card for card in cards if card.id not in self._found and card.number not in self._numbers]

    def _unsettle(self, key: int, pupil: ReadPupil) -> None:
        """Enter the line of a row that is nobody for certain: somebody new, or doubtful."""
        if doubts.is_gone(pupil, self.today):
            self._reject(key, pupil, "imports.not_enrolled", Target.GROUP)
            return
        namesakes = self._free(self.known.namesakes(pupil))
        born = self._free(self.known.by_birth.get(pupil.birth_date, ())) if pupil.birth_date else []
        doubt = doubts.of_person(pupil, namesakes, born)
        if doubt and doubt.is_same:
            self._found.add(doubt.cards[0].id)
        self._lines[key] = self._doubtful(key, pupil, doubt) if doubt else self._entering(key, pupil)

    def _entering(self, key: int, pupil: ReadPupil) -> ProposalLine:
        guardians = self.known.guardians.match_all(pupil.guardians, ())
        return line_of(LineKind.NEW, key, pupil, guardians=guardians, person_id=self.known.withdrawn_as(pupil))

    def _line(self, key: int, pupil: ReadPupil, card: PupilCard) -> ProposalLine:
        self._found.add(card.id)
        if self.reading.by_key and card.number:
            pupil = pupil._replace(number="")
        guardians = self.known.guardians.match_all(pupil.guardians, card.guardians)
        differences = self._differences(pupil, card) + changes.of_guardians(guardians, card)
        moved = differences and all(change.field in _MOVES for change in differences)
        kind = LineKind.MOVED if moved else LineKind.CHANGED if differences else LineKind.UNCHANGED
        return line_of(
            kind, key, pupil, card, changes=differences, guardians=guardians, person_id=card.id,
            returns=changes.returns(pupil, card), course=course_of(pupil, card, self.since),
        )  # fmt: skip

    def _differences(self, pupil: ReadPupil, card: PupilCard) -> tuple[FieldChange, ...]:
        return changes.of_pupil(pupil, card, self.reading.targets, self.since)

    def _doubtful(self, key: int, pupil: ReadPupil, doubt: doubts.Doubt) -> ProposalLine:
        candidates = []
        for card in doubt.cards:
            guardians = self.known.guardians.match_all(pupil.guardians, card.guardians)
            differences = self._differences(pupil, card) + changes.of_guardians(guardians, card)
            candidates.append(
                Candidate(
                    card.id, card.name, card.number, card.group, card.birth_date, doubt.code, differences, guardians
                )
            )
        proposed = Decision(Choice.SAME, doubt.cards[0].id) if doubt.is_same else Decision(Choice.SEPARATE)
        return line_of(
            LineKind.DOUBTFUL, key, pupil, guardians=self.known.guardians.match_all(pupil.guardians, ()),
            note=doubt.code, candidates=tuple(candidates), proposed=proposed,
        )  # fmt: skip

    def _missing(self, key: int, card: PupilCard) -> ProposalLine:
        first = school_year_days(school_year(self.since))[0]
        on = first if card.school_year and card.school_year != school_year(self.since) else self.today
        return ProposalLine(
            LineKind.MISSING, card.name, card.number, card.group, card.birth_date, card.id, key=key,
            proposed=Decision(Choice.LEAVE, card.id, max(on, card.enrol_date or on)),
        )  # fmt: skip


def line_of(kind: LineKind, key: int, pupil: ReadPupil, card: PupilCard | None = None, **others: Any) -> ProposalLine:
    """The line of a row, with what the register knows where the list is silent."""
    return ProposalLine(
        kind,
        pupil.name,
        pupil.number or (card.number if card else ""),
        pupil.group or (card.group if card else ""),
        pupil.birth_date or (card.birth_date if card else None),
        read=pupil,
        key=key,
        **others,
    )

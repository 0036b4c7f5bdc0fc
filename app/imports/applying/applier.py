"""Carries out what was decided about a class list, in a handful of statements for the whole of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from app.imports.content.persons import is_institution
from app.imports.matching import changes, employees
from app.imports.readings import ReadGuardian
from app.imports.results import Changing, Entering, Work
from app.imports.rules import EmployeeProposal, GuardianMatch, LineKind
from app.kernel.names import Title
from app.people.basics import Authority
from app.people.ledger import Ledger
from app.people.rules import GuardianLine, NewGuardian, NewPupil, PupilCard, RelationKind
from app.people.service import People

Step = Callable[[float, str], None]
_TITLES = {str(title): title for title in Title}
_KINDS = {str(kind): kind for kind in RelationKind}


class Applier:
    """Writes the work of one import; ``source`` is what statements about authority name as theirs."""

    def __init__(self, ledger: Ledger, people: People, source: str, today: date, since: date) -> None:
        self._ledger = ledger
        self._people = people
        self._source = source
        self._today = today
        self._since = since

    def apply(self, work: Work, step: Step) -> None:
        """Enter, change, let go; between them tells how far it is."""
        pupils = self._enter(work.entering)
        step(0.4, "")
        cards = {card.id: card for card in self._people.cards([one.person_id for one in work.changing])}
        self._change(work.changing, cards)
        step(0.55, "")
        joining: list[tuple[int, Entering | Changing]] = [*zip(pupils, work.entering, strict=True)]
        self._join([*joining, *((one.person_id, one) for one in work.changing)])
        step(0.8, "")
        self._ledger.leave(work.leaving)
        self._staff(work.employees)

    def _enter(self, entering: Sequence[Entering]) -> list[int]:
        fresh = [one for one in entering if not one.person_id]
        back = {one.person_id: _new_pupil(one) for one in entering if one.person_id}
        started = None if self._since <= self._today else self._since
        ids = iter(self._ledger.add_pupils([_new_pupil(one) for one in fresh], started))
        if back:
            self._ledger.revive(back, started)
        return [one.person_id or next(ids) for one in entering]

    def _join(self, pairs: Sequence[tuple[int, Entering | Changing]]) -> None:
        matches = [(pupil, match) for pupil, one in pairs for match in one.guardians if not match.relation_id]
        new = [self._new_guardian(match.read) for _pupil, match in matches]
        known = list(zip(matches, new, strict=True))
        fresh = {match.key: one for (_pupil, match), one in known if match.key}
        persons = dict(zip(fresh, self._ledger.add_guardians(list(fresh.values())), strict=True))
        self._ledger.relate([(pupil, match.person_id or persons[match.key], one) for (pupil, match), one in known])

    def _change(self, changing: Sequence[Changing], cards: Mapping[int, PupilCard]) -> None:
        new = {one.person_id: changes.merged(one.read, cards[one.person_id]) for one in changing}
        self._ledger.change_pupils(new, self._since)
        said: list[tuple[int, Authority, date | None, str]] = []
        guardians: dict[int, NewGuardian] = {}
        for one in changing:
            own = {line.relation_id: line for line in cards[one.person_id].guardians}
            for match in one.guardians:
                if match.relation_id:
                    self._change_guardian(match, own[match.relation_id], guardians, said)
        self._ledger.change_guardians(guardians)
        self._ledger.state(said)

    def _change_guardian(
        self,
        match: GuardianMatch,
        line: GuardianLine,
        guardians: dict[int, NewGuardian],
        said: list[tuple[int, Authority, date | None, str]],
    ) -> None:
        differing = {change.field for change in changes.of_guardian(match.read, line)}
        if "authority" in differing:
            since = match.read.since or (None if line.authority is Authority.ASSUMED else self._today)
            said.append((line.relation_id, match.read.authority, since, self._source))
        if differing - {"authority"}:
            guardians[line.id] = NewGuardian(
                name=changes.guardian_name(match.read.name, line.name),
                email=match.read.email or line.email,
                phone=match.read.phone or line.phone,
                address=changes.merged_address(match.read.address, line.address),
                title=line.title,
            )

    def _new_guardian(self, read: ReadGuardian) -> NewGuardian:
        return NewGuardian(
            name=read.name,
            relation=_relation(read),
            authority=read.authority,
            since=read.since,  # a list that gives no day says what holds from birth
            source=self._source,
            email=read.email,
            phone=read.phone,
            address=read.address,
            title=_TITLES.get(read.title, Title.NEUTRAL),
        )

    def _staff(self, staff: Sequence[EmployeeProposal]) -> None:
        self._ledger.add_employees([employees.fresh(one.read) for one in staff if one.kind is LineKind.NEW])
        known = {line.id: line for line in self._people.all_employees()}
        self._ledger.change_employees(
            {one.person_id: employees.merged(one.read, known[one.person_id]) for one in staff if one.person_id}
        )


def _relation(read: ReadGuardian) -> RelationKind:
    if is_institution(read.name.surname):
        return RelationKind.GUARDIAN_INSTITUTION
    return _KINDS[read.relation] if read.relation else RelationKind.PARENT


def _new_pupil(one: Entering) -> NewPupil:
    read = one.read
    return NewPupil(
        name=read.name,
        number=read.number,
        birth_date=read.birth_date,
        group=read.group,
        year_group=read.year_group,
        enrol_date=read.enrol_date,
        leave_date=read.leave_date,
        address=read.address,
    )

"""Gathers what the program knows around a draft, and fills in what can be filled in beforehand."""

from __future__ import annotations

from datetime import date

from app.cases.lines import CaseCard
from app.cases.rules import CaseSeverity, EntryKind, Flag
from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.names import full, initialed
from app.kernel.terms import Sector
from app.measures.facts import Background, Decider, Draft, Earlier, HeardAs, Hearing
from app.measures.form_lines import Talk
from app.measures.ladder import Proposal, propose
from app.measures.lines import Basis
from app.people.rules import Authority, GuardianLine, PersonKind, PersonLine
from app.people.service import People
from app.protocol.ladders import Ladders
from app.school.rules import SchoolType
from app.school.service import School
from app.vault.keys.keyring import Role, User

_WEIGHTS = (CaseSeverity.LIGHT, CaseSeverity.MEDIUM, CaseSeverity.SERIOUS)


class Surroundings:
    """Asks cases, people, school and protocol what a draft must be judged against."""

    def __init__(self, cases: Cases, people: People, school: School, ladders: Ladders, clock: Clock) -> None:
        self._cases = cases
        self._people = people
        self._school = school
        self._ladders = ladders
        self._clock = clock

    def sector(self) -> Sector:
        """Whether the school is bijzonder or openbaar; terms of objection differ."""
        public = self._school.profile().school_type is SchoolType.PUBLIC
        return Sector.PUBLIC if public else Sector.PRIVATE

    def background(
        self,
        case: CaseCard,
        person: PersonLine,
        earlier: tuple[Earlier, ...],
        user: User,
        measure_id: int | None = None,
    ) -> Background:
        """What is known around a draft for this person in this case."""
        latest = self._cases.timeline(case.id, limit=1)
        return Background(
            subject=person.kind,
            case_id=case.id,
            now=self._clock.now(),
            protocol=self._ladders.protocol(),
            mandates=self._school.mandates(),
            earlier=earlier,
            measure_id=measure_id,
            statutory_chain_open=Flag.STATUTORY_CONSULT_DUE in case.flags - case.met,
            police_investigates=bool(self._cases.counsel_on(case).suspects)
            and Flag.STATUTORY_CONSULT_DUE in case.flags,
            last_activity_at=latest[0].at if latest else None,
            sector=self.sector(),
            parents_told=any(line.informed for line in case.parents if line.pupil_id == person.id),
            person_until=self._last_day(person),
            director=self._director(user),
            left=self._left(),
        )

    def proposal(self, case: CaseCard, background: Background, person_id: int) -> Proposal | None:
        """The rung that fits what this person did, its weight and the history."""
        known = {line.code: line for line in self._cases.categories.all()}
        own = self._people.aliases(person_id)
        done = [party.category for party in case.parties if party.person_id in own and party.category in known]
        weight = case.severity
        if case.triaged_at is None and done:
            weight = max((weight, *(known[code].severity for code in done)), key=_WEIGHTS.index)
        label = known[done[0]].title if done else ""
        return propose(background, weight, label[:1].lower() + label[1:])

    def talks(self, case: CaseCard) -> tuple[Talk, ...]:
        """The talks in the timeline of a case, the newest first, with those who were heard in each."""
        heard = [(party.heard_at, party.person_id) for party in case.parties if party.person_id is not None]
        return tuple(
            Talk(
                entry.id,
                case.id,
                entry.at,
                entry.title,
                entry.text,
                tuple(person for at, person in heard if at == entry.at),
            )
            for entry in self._cases.timeline(case.id, {EntryKind.TALK})
            if entry.at <= self._clock.now()
        )

    def candidates(self, person: PersonLine) -> tuple[Hearing, ...]:
        """Who can be chosen to be heard: the person, every guardian, and the teacher of the group."""
        found = list(self._to_be_heard(person))
        if person.kind is not PersonKind.PUPIL:
            return tuple(found)
        card = self._people.pupil(person.id)
        found += [
            Hearing(HeardAs.GUARDIAN, initialed(line.name), line.id)
            for line in card.guardians
            if line.authority is Authority.NO
        ]
        teachers = [group.teacher for group in self._people.groups() if group.name == card.group and group.teacher]
        return (*found, *(Hearing(HeardAs.TEACHER, teacher) for teacher in teachers))

    def other_cases(self, case: CaseCard, person_id: int) -> tuple[Basis, ...]:
        """The other cases of this person on which a measure may rest, too."""
        return tuple(Basis(line.id, line.number) for line in self._cases.cases_of(person_id) if line.id != case.id)

    def _director(self, user: User) -> str:
        """How the director signs; known while the director works here."""
        return self._school.signatory(user).name if user.role is Role.DIRECTOR else ""

    def _last_day(self, person: PersonLine) -> date | None:
        if person.kind is PersonKind.PUPIL:
            return self._people.pupil(person.id).leave_date
        if person.kind is PersonKind.EMPLOYEE:
            return self._people.employee(person.id).end_date
        return None

    def _left(self) -> tuple[tuple[str, date], ...]:
        lines = [line for line in self._people.all_employees() if line.end_date is not None]
        return tuple(
            (name, line.end_date) for line in lines for name in (initialed(line.name), full(line.name)) if line.end_date
        )

    def blank(self, case: CaseCard, person: PersonLine, rung: str, user: User) -> Draft:
        """A draft with everything filled in that is known already."""
        return Draft(
            rung=rung,
            decided_on=self._clock.today(),
            decider=Decider.BOARD if user.role is Role.BOARD else Decider.DIRECTOR,
            decided_by=self._school.signatory(user).name,
            hearings=self._to_be_heard(person),
            knowledge_at=case.knowledge_at if person.kind is PersonKind.EMPLOYEE else None,
        )

    def _to_be_heard(self, person: PersonLine) -> tuple[Hearing, ...]:
        own = Hearing(HeardAs(person.kind), full(person.name), person.id)
        if person.kind is not PersonKind.PUPIL:
            return (own,)
        return (
            own,
            *(
                Hearing(HeardAs.GUARDIAN, initialed(line.name), line.id, has_authority=True)
                for line in self._guardians(person.id)
            ),
        )

    def _guardians(self, pupil_id: int) -> tuple[GuardianLine, ...]:
        lines = self._people.pupil(pupil_id).guardians
        return tuple(line for line in lines if line.authority is not Authority.NO)

"""Gathers what the program knows around a draft, and fills in what can be filled in beforehand."""

from __future__ import annotations

from app.cases.lines import CaseCard
from app.cases.rules import CaseSeverity, Flag
from app.cases.service import Cases
from app.kernel.clock import Clock
from app.kernel.names import full, initialed
from app.kernel.terms import Sector
from app.measures.facts import Background, Decider, Draft, Earlier, HeardAs, Hearing
from app.measures.ladder import Proposal, propose
from app.measures.lines import Recipient
from app.people.rules import Address, Authority, GuardianLine, PersonKind, PersonLine
from app.people.service import People
from app.protocol.rules import Protocol
from app.school.rules import SchoolType
from app.school.service import School
from app.vault.keyring import Role, User


class Surroundings:
    """Asks cases, people, school and protocol what a draft must be judged against."""

    def __init__(self, cases: Cases, people: People, school: School, protocol: Protocol, clock: Clock) -> None:
        self._cases = cases
        self._people = people
        self._school = school
        self._protocol = protocol
        self._clock = clock

    def sector(self) -> Sector:
        """Whether the school is bijzonder or openbaar; terms of objection differ."""
        public = self._school.profile().school_type is SchoolType.PUBLIC
        return Sector.PUBLIC if public else Sector.PRIVATE

    def background(
        self, case: CaseCard, person: PersonLine, earlier: tuple[Earlier, ...], measure_id: int | None = None
    ) -> Background:
        """What is known around a draft for this person in this case."""
        latest = self._cases.timeline(case.id, limit=1)
        return Background(
            subject=person.kind,
            case_id=case.id,
            now=self._clock.now(),
            rungs=tuple(rung for ladder in self._protocol.ladders for rung in ladder.rungs),
            terms=self._protocol.term_table(self._clock.today()),
            mandates=self._school.mandates(),
            earlier=earlier,
            measure_id=measure_id,
            statutory_chain_open=Flag.STATUTORY_CONSULT_DUE in case.flags - case.met,
            last_activity_at=latest[0].at if latest else None,
            sector=self.sector(),
        )

    def proposal(self, case: CaseCard, background: Background) -> Proposal | None:
        """The rung that fits weight and history."""
        return propose(background, serious=case.severity is CaseSeverity.SERIOUS)

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

    def recipients(self, person: PersonLine) -> tuple[Recipient, ...]:
        """Who gets the decision by letter."""
        if person.kind is PersonKind.PUPIL:
            return tuple(Recipient(initialed(line.name), _street(line.address)) for line in self._guardians(person.id))
        if person.kind is PersonKind.GUARDIAN:
            return (Recipient(initialed(person.name), _street(self._people.guardian(person.id).address)),)
        return (Recipient(initialed(person.name), ""),)

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


def _street(address: Address) -> str:
    return f"{address.street} {address.number}".strip()

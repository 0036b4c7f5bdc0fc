"""The services that letters need, wired on the real store of a test."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, InvolvementRole, NewTriage
from app.cases.service import Cases
from app.kernel.clock import at
from app.letters.service import Letters
from app.letters.tray.service import Tray
from app.measures.facts import Decider, Draft, HeardAs, Hearing
from app.measures.lines import NewMeasure
from app.measures.service import Measures
from app.people.service import People
from app.school.rules import Mandate
from app.school.service import School
from app.vault.store import Store
from tests.builders import Cast


@dataclass(frozen=True)
class Office:
    """What the director works with in these tests."""

    store: Store
    school: School
    people: People
    cases: Cases
    measures: Measures
    tray: Tray
    letters: Letters
    cast: Cast
    case_id: int

    def measure(self, rung: str = "pupil.WARNING", person_id: int | None = None, *, decide: bool = True) -> int:
        """A measure for one person, decided unless said otherwise."""
        person = person_id or self.cast.pien
        draft = replace(
            Draft(rung, decided_on=date(2026, 11, 16), decider=Decider.DIRECTOR, decided_by="E. Terpstra"),
            facts="Op dinsdag 10 november maakte Pien in de gymles een filmpje van een klasgenoot.",
            reasons="Het is de eerste keer, en Pien heeft het filmpje zelf verwijderd.",
            hearings=(
                Hearing(HeardAs.PUPIL, "Pien", held_at=at(2026, 11, 11, 10)),
                Hearing(HeardAs.GUARDIAN, "C. Mulder", held_at=at(2026, 11, 12, 16), has_authority=True),
            ),
        )
        if rung == "pupil.SUSPENSION":
            draft = replace(draft, first_day=date(2026, 11, 17), last_day=date(2026, 11, 19))
        made = self.measures.propose(NewMeasure(self.case_id, person, draft))
        if decide:
            self.measures.decide(made, "de vader is niet bereikbaar")
        return made


def office_of(meldboek: Meldboek, cast: Cast) -> Office:
    assert meldboek.casework is not None
    casework = meldboek.casework
    meldboek.school.set_mandates([Mandate("pupil.SUSPENSION", "director")])
    case_id = casework.cases.report(
        NewReport(
            "Filmpje tijdens de gymles",
            "Een filmpje van een klasgenoot.",
            involved=(
                NewInvolvement(InvolvementRole.ACTOR, cast.pien),
                NewInvolvement(InvolvementRole.AFFECTED, cast.stijn),
            ),
            severity=CaseSeverity.LIGHT,
            articles=("A1",),
        )
    )
    casework.cases.triage(case_id, NewTriage(school_related=True))
    services = casework.cases, casework.measures, meldboek.tray, casework.letters
    return Office(meldboek.store, meldboek.school, meldboek.people, *services, cast, case_id)


@pytest.fixture
def office(meldboek: Meldboek, cast: Cast) -> Office:
    return office_of(meldboek, cast)

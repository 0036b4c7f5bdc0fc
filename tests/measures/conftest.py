"""A school with the cast, one case about Stijn and one about his teacher, and the measures on top."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole
from app.cases.service import Cases
from app.kernel.clock import FixedClock, at
from app.measures.facts import Draft
from app.measures.lines import NewMeasure
from app.measures.service import Measures
from app.people.service import People
from app.protocol.ladders import Ladders
from app.protocol.service import load_protocol
from app.school.rules import Mandate
from app.school.service import School
from app.vault.store import Store
from tests import builders
from tests.builders import Cast

FIRST, LAST = date(2026, 11, 17), date(2026, 11, 23)


@dataclass(frozen=True)
class House:
    """The services that measures rest on, and two cases."""

    measures: Measures
    cases: Cases
    people: People
    school: School
    cast: Cast
    pupil_case: int
    employee_case: int


@pytest.fixture
def house(store: Store, clock: FixedClock) -> House:
    """The director's house on Monday 16 November 2026, 14:05."""
    return furnish(store, clock)


def furnish(store: Store, clock: FixedClock) -> House:
    """Fill an empty school."""
    assert store.casework is not None
    school, people, protocol = School(store.register, clock), People(store.register, clock), load_protocol()
    builders.profile(school)
    school.set_mandates([Mandate("pupil.SUSPENSION", "director"), Mandate("employee.SUSPENSION", "director")])
    cast = builders.cast(people)
    cases = Cases(store.casework, people, protocol, clock)
    actor = NewInvolvement(InvolvementRole.ACTOR, cast.stijn)
    teacher = NewInvolvement(InvolvementRole.ACTOR, cast.hartog, task_holder=True)
    pupil_case = cases.report(NewReport("Appgroep groep 8", involved=(actor,)))
    employee_case = cases.report(NewReport("Bericht van een leerkracht", involved=(teacher,)))
    ladders = Ladders(store.register, protocol, clock)
    measures = Measures(store.casework, cases, people, school, ladders, clock)
    return House(measures, cases, people, school, cast, pupil_case, employee_case)


def sound_draft(house: House, **changes: object) -> Draft:
    form = house.measures.new_form(house.pupil_case, house.cast.stijn, "pupil.SUSPENSION")
    all_heard = tuple(
        replace(hearing, held_at=at(2026, 11, 16, 13, 15), purpose_told=True, report="Verslag")
        for hearing in form.draft.hearings
    )
    sound = replace(form.draft, first_day=FIRST, last_day=LAST, facts="Foto bewerkt.", reasons="Opnieuw.")
    return replace(sound, **({"hearings": all_heard} | changes))  # type: ignore[arg-type]


def propose(house: House, **changes: object) -> int:
    return house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, sound_draft(house, **changes)))


def decided(house: House, **changes: object) -> int:
    measure_id = propose(house, **changes)
    house.measures.decide(measure_id, "Eerdere stappen zijn mondeling gezet.")
    return measure_id

"""A case about an employee for which the law demands a consult, and the room of the inspector."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole, NewTriage
from app.cases.service import Cases
from app.inspector.service import Inspector
from app.kernel.clock import FixedClock, at
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.database import Drawer
from tests import builders


@dataclass(frozen=True)
class Room:
    """The inspector's services on one store, with one case under article 4a."""

    inspector: Inspector
    cases: Cases
    case_id: int


@pytest.fixture
def room(register: Drawer, casework: Drawer, clock: FixedClock) -> Room:
    people = People(register, clock)
    cast = builders.cast(people)
    protocol = load_protocol()
    cases = Cases(casework, people, protocol, clock)
    case_id = cases.report(
        NewReport(
            "Privéberichten van Hartog aan Stijn",
            platform="Snapchat",
            happened_about="begin oktober",
            involved=(
                NewInvolvement(InvolvementRole.ACTOR, cast.hartog, task_holder=True),
                NewInvolvement(InvolvementRole.AFFECTED, cast.stijn),
                NewInvolvement(InvolvementRole.REPORTER, name="Sanne Bakker-Smit"),
            ),
            reported_at=at(2026, 11, 15, 19, 30),
            knowledge_at=at(2026, 11, 15, 19, 30),
        )
    )
    cases.triage(case_id, NewTriage(school_related=True, task_holder=True, transgressive=True, sexual=True))
    return Room(Inspector(casework, cases, people, protocol, clock), cases, case_id)

"""A case about an employee for which the law demands a consult, and the room of the inspector."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import InvolvementRole, NewTriage
from app.cases.service import Cases
from app.casework import Casework
from app.inspector.service import Inspector
from app.kernel.clock import FixedClock, at
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.drawers.database import Drawer
from tests import builders
from tests.builders import CROSSED, Cast
from ui.inspector.page import InspectorPage
from ui.kit.desk import Desk


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
    cases.triage(case_id, NewTriage(True, task_holder=True, transgressive=True, sexual=True, reason=CROSSED))
    return Room(Inspector(casework, cases, people, protocol, clock), cases, case_id)


@pytest.fixture
def work(desk: Desk) -> Casework:
    assert desk.meldboek.casework is not None
    return desk.meldboek.casework


@pytest.fixture
def case_id(work: Casework, cast: Cast) -> int:
    """Messages of a teacher to a pupil, known since eight this morning: article 4a applies."""
    case_id = work.cases.report(
        NewReport(
            "Berichten aan een leerling",
            involved=(
                NewInvolvement(InvolvementRole.ACTOR, cast.hartog, task_holder=True),
                NewInvolvement(InvolvementRole.AFFECTED, cast.stijn),
            ),
            knowledge_at=at(2026, 11, 16, 8, 0),
        )
    )
    work.cases.triage(case_id, NewTriage(True, task_holder=True, transgressive=True, sexual=True, reason=CROSSED))
    return case_id


@pytest.fixture
def page(desk: Desk, case_id: int, qtbot: QtBot) -> InspectorPage:
    return opened(desk, case_id, qtbot)


def opened(desk: Desk, case_id: int | None, qtbot: QtBot) -> InspectorPage:
    """The page with the sheet of this case, or of no case, on screen."""
    page = InspectorPage(desk)
    qtbot.addWidget(page)
    page.resize(1228, 848)
    page.open(("call", case_id))
    page.show()
    return page

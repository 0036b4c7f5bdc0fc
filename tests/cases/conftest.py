"""Cases on a real encrypted store with the fixed cast."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.application import Meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import CaseSeverity, InvolvementRole
from app.cases.service import Cases
from app.kernel.clock import FixedClock, at
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.drawers.database import Drawer
from app.vault.store import Store, open_store
from tests import builders
from tests.builders import COORDINATOR, Cast
from ui.cases.page import CasesPage
from ui.kit.desk import Desk


@pytest.fixture
def people(register: Drawer, clock: FixedClock) -> People:
    return People(register, clock)


@pytest.fixture
def school(people: People) -> Cast:
    return builders.cast(people)


@pytest.fixture
def cases(casework: Drawer, people: People, clock: FixedClock) -> Cases:
    return Cases(casework, people, load_protocol(), clock)


@pytest.fixture
def as_coordinator(store: Store, folder: Path, clock: FixedClock) -> Iterator[Cases]:
    """The same store, closed by the director and opened by the coordinator."""
    store.close()
    opened = open_store(folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    assert opened.casework is not None
    yield Cases(opened.casework, People(opened.register, clock), load_protocol(), clock)
    opened.close()


@pytest.fixture
def report(school: Cast) -> NewReport:
    """A pupil who did it, one who suffered it, and a neighbour who told."""
    return NewReport(
        title="Appgroep groep 8: beledigingen en een bewerkte foto",
        summary="Pien wil niet naar school.",
        happened_about="ongeveer 12-15 november 2026",
        platform="WhatsApp",
        account="8B rules",
        severity=CaseSeverity.MEDIUM,
        knowledge_at=at(2026, 11, 16, 8, 40),
        reported_at=at(2026, 11, 16, 8, 40),
        involved=(
            NewInvolvement(InvolvementRole.ACTOR, school.stijn, category="CYBERBULLYING"),
            NewInvolvement(InvolvementRole.AFFECTED, school.pien),
            NewInvolvement(InvolvementRole.REPORTER, name="Een buurvrouw"),
        ),
    )


@pytest.fixture
def case_id(cases: Cases, report: NewReport) -> int:
    return cases.report(report)


@pytest.fixture
def known(meldboek: Meldboek) -> Cases:
    """The cases of the open school, as the screens have them."""
    assert meldboek.casework is not None
    return meldboek.casework.cases


@pytest.fixture
def page(desk: Desk, cast: Cast, qtbot: QtBot) -> CasesPage:
    """The page of cases, shown on the real services."""
    made = CasesPage(desk)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    return made

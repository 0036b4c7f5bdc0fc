"""Melding and aangifte on the real encrypted casework drawer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app import sentences
from app.cases.inputs import NewReport
from app.cases.rules import NewTriage
from app.cases.service import Cases
from app.inspector.chain import Step
from app.inspector.lines import NewStep
from app.inspector.rules import Suspicion
from app.inspector.service import Inspector
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.people.service import People
from app.police.rules import PoliceKind, PoliceOutcome
from app.police.service import Police
from app.protocol.service import load_protocol
from app.vault.drawers.database import Drawer
from app.vault.store import open_store
from tests.builders import COORDINATOR
from tests.police.test_rules import REPORT

CONCLUDED = NewStep(Step.CONCLUSION, at(2026, 11, 16, 9, 30), "Na het overleg.", Suspicion.YES, "H. van Vliet")


@pytest.fixture
def cases(register: Drawer, casework: Drawer, clock: FixedClock) -> Cases:
    return Cases(casework, People(register, clock), load_protocol(), clock)


@pytest.fixture
def police(casework: Drawer, cases: Cases, clock: FixedClock) -> Police:
    return Police(casework, cases, clock)


def test_an_aangifte_is_kept_with_its_case_and_completed_later(police: Police, cases: Cases) -> None:
    case_id = cases.report(NewReport("Bedreiging in een appgroep"))
    report_id = police.add(case_id, REPORT)
    done = replace(REPORT, outcome=PoliceOutcome.HALT, closed_on=date(2026, 11, 16))
    police.complete(report_id, done)
    (line,) = police.of_case(case_id)
    assert (line.id, line.report) == (report_id, done)


def test_the_task_to_call_about_a_picture_is_done_once_the_police_were_told(police: Police, cases: Cases) -> None:
    case_id = cases.report(NewReport("Foto gaat rond"))
    cases.triage(case_id, NewTriage(True, sexual_imagery=True, possibly_criminal=True))
    cases.triage(case_id, NewTriage(True, sexual_imagery=True, possibly_criminal=True))
    (task,) = cases.open_tasks()
    assert (task.title, task.due_on) == ("De politie (zeden) bellen, 0900-8844", date(2026, 11, 16))
    police.add(case_id, replace(REPORT, kind=PoliceKind.MELDING))
    assert cases.open_tasks() == ()


def test_nothing_is_kept_without_a_case_or_without_its_facts(police: Police, cases: Cases) -> None:
    with pytest.raises(Refused):
        police.add(99, REPORT)
    case_id = cases.report(NewReport("Bedreiging"))
    with pytest.raises(Invalid):
        police.add(case_id, replace(REPORT, offence=""))
    with pytest.raises(Refused, match=r"police\.unknown"):
        police.complete(99, REPORT)
    assert police.of_case(case_id) == ()


def test_a_coordinator_sees_no_reports(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    assert store.casework is not None
    cases = Cases(store.casework, People(store.register, clock), load_protocol(), clock)
    with pytest.raises(Refused, match=r"police\.only_leadership"):
        Police(store.casework, cases, clock).of_case(1)
    store.close()


def test_an_aangifte_waits_for_the_steps_of_article_4a(
    police: Police, cases: Cases, register: Drawer, casework: Drawer, clock: FixedClock
) -> None:
    known = at(2026, 11, 16, 8)
    case_id = cases.report(NewReport("Berichten van een medewerker", knowledge_at=known, reported_at=known))
    cases.triage(case_id, NewTriage(True, task_holder=True, sexual=True))
    inspector = Inspector(casework, cases, People(register, clock), load_protocol(), clock)
    police.add(case_id, replace(REPORT, kind=PoliceKind.MELDING))
    inspector.record_step(case_id, NewStep(Step.CONSULT, at(2026, 11, 16, 9)))
    inspector.record_step(case_id, CONCLUDED)
    with pytest.raises(Refused, match=r"police\.chain_first") as refused:
        police.add(case_id, REPORT)
    assert [finding.code for finding in refused.value.findings] == [
        "inspector.chain.needs_parents_told",
        "inspector.chain.needs_person_told",
    ]
    assert "pagina Inspecteur" in sentences.sentence(refused.value)
    for step in (Step.PARENTS_TOLD, Step.PERSON_TOLD):
        inspector.record_step(case_id, NewStep(step, at(2026, 11, 16, 10)))
    police.add(case_id, REPORT)
    assert len(police.of_case(case_id)) == 2


def test_without_a_suspicion_article_4a_asks_nothing_before_an_aangifte(
    police: Police, cases: Cases, register: Drawer, casework: Drawer, clock: FixedClock
) -> None:
    case_id = cases.report(NewReport("Berichten van een medewerker", knowledge_at=at(2026, 11, 16, 8)))
    cases.triage(case_id, NewTriage(True, task_holder=True, sexual=True))
    inspector = Inspector(casework, cases, People(register, clock), load_protocol(), clock)
    inspector.record_step(case_id, NewStep(Step.CONSULT, at(2026, 11, 16, 9)))
    inspector.record_step(case_id, replace(CONCLUDED, suspicion=Suspicion.NO))
    assert police.add(case_id, REPORT)

"""The days that measures send to the agenda, the ladders of parents and employees, and what a coordinator sees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.cases.inputs import NewReport
from app.cases.service import Cases
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Refused
from app.measures.facts import Draft, HeardAs, Status
from app.measures.lines import NewMeasure, NewNotice, NewProceeding
from app.measures.service import Measures
from app.measures.texts import TEXTS
from app.people.rules import PersonKind
from app.people.service import People
from app.protocol.ladders import Ladders
from app.protocol.remedy_rules import RemedyKind
from app.protocol.service import load_protocol
from app.school.rules import SchoolType
from app.school.service import School
from app.vault.store import Store, open_store
from tests import builders
from tests.builders import COORDINATOR
from tests.measures.conftest import LAST, House, decided, propose
from tests.measures.situations import heard

TODAY = date(2026, 11, 16)
HOW = "per post en e-mail"


def test_the_days_of_a_measure_reach_the_agenda(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    words = {item.code.rpartition(".")[2]: item.on for item in house.measures.dated(TODAY)}
    assert words == {"communicate": TODAY, "inspectorate": TODAY, "ends": LAST}
    house.measures.communicate(measure_id, NewNotice(TODAY, HOW))
    house.measures.tell_authority(measure_id, TODAY)
    house.measures.proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, TODAY))
    after = house.measures.dated(TODAY)
    assert {item.code.rpartition(".")[2]: item.on for item in after} == {
        "ends": LAST,
        "objection_decision": date(2026, 12, 14),
    }
    assert all(TEXTS[item.code].format(**item.values) for item in after)


def test_an_employee_has_reviews_and_an_appeal(house: House) -> None:
    form = house.measures.new_form(house.employee_case, house.cast.hartog, "employee.SUSPENSION")
    assert form.background.subject is PersonKind.EMPLOYEE
    draft = replace(
        form.draft,
        first_day=TODAY,
        last_day=date(2026, 12, 13),
        facts="x",
        reasons="dringend noodzakelijk",
        interest="de rust in de groep",
        registered=True,
        hearings=(heard(HeardAs.EMPLOYEE, held_at=at(2026, 11, 16, 9)),),
    )
    measure_id = house.measures.propose(NewMeasure(house.employee_case, house.cast.hartog, draft))
    house.measures.decide(measure_id)
    house.measures.communicate(measure_id, NewNotice(TODAY, "aangetekend", "RR123"))
    assert [(item.code.rpartition(".")[2], item.on) for item in house.measures.dated(TODAY)] == [
        ("review", date(2026, 11, 29)),
        ("review", date(2026, 12, 9)),
        ("ends", date(2026, 12, 13)),
        ("objection", date(2026, 12, 28)),
    ]


def test_an_announced_reprimand_waits_for_views(house: House) -> None:
    form = house.measures.new_form(house.employee_case, house.cast.hartog, "employee.REPRIMAND")
    measure_id = house.measures.propose(NewMeasure(house.employee_case, house.cast.hartog, form.draft))
    house.measures.announce_intent(measure_id, TODAY, registered=True, counsel_told=True)
    assert house.measures.measure(measure_id).status is Status.ANNOUNCED
    (item,) = house.measures.dated(TODAY)
    assert (item.code, item.on) == ("measures.due.views", date(2026, 12, 7))


def test_the_clock_of_a_summary_dismissal_reaches_the_agenda(house: House) -> None:
    form = house.measures.new_form(house.employee_case, house.cast.hartog, "employee.SUMMARY_DISMISSAL")
    house.measures.propose(NewMeasure(house.employee_case, house.cast.hartog, form.draft))
    (item,) = house.measures.dated(TODAY)
    assert (item.code, item.on) == ("measures.due.summary", date(2026, 11, 18))


def test_a_parent_gets_a_ladder_of_their_own(house: House) -> None:
    mother = house.people.pupil(house.cast.pien).guardians[0].id
    form = house.measures.new_form(house.pupil_case, mother, "pupil.ACCESS_BAN")
    assert [rung.code for rung in form.ladder.rungs][-1] == "pupil.ACCESS_BAN"
    assert [hearing.role for hearing in form.draft.hearings] == [HeardAs.GUARDIAN]


def test_a_public_school_decides_on_an_objection_after_the_term_for_objecting(house: House) -> None:
    house.school.save_profile(replace(builders.PROFILE, school_type=SchoolType.PUBLIC))
    measure_id = decided(house)
    house.measures.communicate(measure_id, NewNotice(TODAY, HOW))
    assert house.measures.measure(measure_id).objection_until == date(2026, 12, 28)
    house.measures.proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, TODAY))
    (decision,) = [item for item in house.measures.dated(TODAY) if item.code == "measures.due.objection_decision"]
    assert decision.on == date(2027, 2, 8)


def test_a_private_school_offers_the_objection_that_its_letter_promises(house: House) -> None:
    measure_id = decided(house)
    house.measures.communicate(measure_id, NewNotice(TODAY, HOW))
    assert house.measures.measure(measure_id).objection_until == date(2026, 12, 28)


def test_a_coordinator_sees_what_was_granted_and_decides_nothing_of_employees(
    house: House, store: Store, folder: Path, clock: FixedClock
) -> None:
    measure_id = propose(house)
    store.close()
    opened = open_store(folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    assert opened.casework is not None
    people, school, protocol = People(opened.register, clock), School(opened.register, clock), load_protocol()
    cases = Cases(opened.casework, people, protocol, clock)
    ladders = Ladders(opened.register, protocol, clock)
    measures = Measures(opened.casework, cases, people, school, ladders, clock)
    assert measures.overview() == ()
    with pytest.raises(Refused):
        measures.measure(measure_id)
    own = cases.report(NewReport("Eigen melding"))
    with pytest.raises(Refused, match="only_leadership"):
        measures.propose(NewMeasure(own, house.cast.hartog, Draft("employee.WARNING")))
    opened.close()

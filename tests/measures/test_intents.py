"""Announced measures that nobody was invited for, hearings that must wait, and how a measure stands in one word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.cases.rules import NewTriage
from app.kernel.clock import at
from app.measures.facts import HeardAs, Hearing, Status
from app.measures.lines import NewMeasure, NewNotice
from app.measures.texts import NEUTRAL, TEXTS
from tests.measures.conftest import House, decided
from ui.measures.words import status_tag

TODAY = date(2026, 11, 16)
TALK = at(2026, 11, 18, 15, 0)


def announced(house: House, rung: str = "pupil.REMOVAL") -> int:
    form = house.measures.new_form(house.pupil_case, house.cast.stijn, rung)
    return house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, replace(form.draft, intent_on=TODAY)))


def words(house: House) -> dict[str, date]:
    found = house.measures.dated(TODAY)
    assert all(TEXTS[item.code].format(**item.values) and NEUTRAL[item.code] for item in found)
    return {item.code.rpartition(".")[2]: item.on for item in found}


def test_an_intent_to_remove_asks_for_a_day_to_hear_the_parents_and_the_teacher(house: House) -> None:
    house.cases.triage(house.pupil_case, NewTriage(school_related=True))
    measure_id = announced(house)
    step = house.cases.file(house.pupil_case).step
    assert step.action == f"hear:{measure_id}"
    assert "Stijn" in step.text
    assert words(house) == {"plan_hearing": TODAY}
    house.measures.add_hearing(measure_id, Hearing(HeardAs.TEACHER, "Loes Hartog", planned_at=TALK))
    assert house.cases.file(house.pupil_case).step.action != f"hear:{measure_id}"
    assert words(house) == {"hearing": TALK.date()}


def test_a_withdrawn_intent_asks_nothing(house: House) -> None:
    measure_id = announced(house)
    house.measures.withdraw(measure_id, "De ouders kiezen zelf een andere school.")
    assert words(house) == {}
    assert house.cases.file(house.pupil_case).step.action == "triage"


def test_before_the_call_of_article_4a_a_planned_hearing_waits(house: House) -> None:
    form = house.measures.new_form(house.employee_case, house.cast.hartog, "employee.SUSPENSION")
    measure_id = house.measures.propose(NewMeasure(house.employee_case, house.cast.hartog, form.draft))
    house.measures.add_hearing(measure_id, Hearing(HeardAs.EMPLOYEE, "Loes Hartog", planned_at=TALK))
    assert "hearing" in words(house)
    house.cases.triage(house.employee_case, NewTriage(school_related=True, task_holder=True, sexual=True))
    assert words(house)["hearing_waits"] == TALK.date()
    assert "hearing" not in words(house)
    codes = {finding.code for finding in house.measures.findings(measure_id)}
    assert {"measures.chain_open", "measures.hear_after_consult"} <= codes
    assert "measures.employee_not_heard" not in codes
    assert house.cases.file(house.employee_case).step.action == "inspector"


def test_a_warning_that_was_given_does_not_end(house: House) -> None:
    measure_id = decided(house, rung="pupil.WARNING", first_day=None, last_day=None)
    house.measures.communicate(measure_id, NewNotice(TODAY, "per post"))
    card = house.measures.measure(measure_id)
    assert (card.status, card.standing) == (Status.ENDED, "given")
    assert status_tag(card).text == "gegeven"
    assert status_tag(card, {measure_id}).text == "brief nog concept"

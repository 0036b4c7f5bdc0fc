"""After a decision on the real store: given, received, contested, carried out, ended, lapsed; late talks; two cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.cases.inputs import NewEntry, NewInvolvement, NewReport
from app.cases.rules import EntryKind, InvolvementRole
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.measures.exports import overview_workbook
from app.measures.facts import Draft, HeardAs, Hearing, Status
from app.measures.lines import (
    Carried,
    MeasureFilter,
    NewContent,
    NewDevice,
    NewMeasure,
    NewNotice,
    NewProceeding,
    Outcome,
    Wanted,
)
from app.protocol.remedy_rules import RemedyKind
from tests.measures.conftest import LAST, House, decided, propose, sound_draft
from ui.measures.course import CourseCard

TODAY = date(2026, 11, 16)
REASON = "Er was acuut gevaar in de groep."


def test_every_step_is_kept_with_its_day_and_who(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    clock.at = at(2026, 11, 17, 9)
    house.measures.communicate(measure_id, NewNotice(date(2026, 11, 16), "aangetekend", received_on=date(2026, 11, 17)))
    steps = house.measures.measure(measure_id).steps
    assert [line.step for line in steps] == [
        "heard",
        "heard",
        "heard",
        "proposed",
        "decided",
        "communicated",
        "received",
    ]
    assert {line.by for line in steps} == {"E. Terpstra"}
    assert steps[-1].at == at(2026, 11, 17, 9)


def test_a_decision_without_proof_is_found_until_it_was_received(house: House) -> None:
    measure_id = decided(house)
    unproven = MeasureFilter(Wanted.UNPROVEN)
    with pytest.raises(Refused, match="not_given"):
        house.measures.receive(measure_id, TODAY, "")
    house.measures.communicate(measure_id, NewNotice(TODAY, "per post"))
    assert [line.id for line in house.measures.overview(unproven)] == [measure_id]
    with pytest.raises(Invalid, match="received_before_given"):
        house.measures.receive(measure_id, date(2026, 11, 13), "")
    house.measures.receive(measure_id, TODAY, "RR123")
    assert house.measures.overview(unproven) == ()


def test_a_decision_is_not_given_before_it_was_taken(house: House) -> None:
    with pytest.raises(Invalid, match="given_before_decision"):
        house.measures.communicate(decided(house), NewNotice(date(2026, 11, 13), "per post"))


def test_an_upheld_objection_quashes_the_decision(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    proceedings = house.measures.proceedings
    clock.at = at(2026, 11, 20, 9)
    with pytest.raises(Invalid, match="objection_before_decision"):
        proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, date(2026, 11, 13)))
    with pytest.raises(Invalid, match="hearing_before_objection"):
        proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, date(2026, 11, 18), TODAY))
    objection = proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, date(2026, 11, 18)))
    with pytest.raises(Invalid, match="hearing_before_objection"):
        proceedings.plan_hearing(objection, TODAY)
    proceedings.plan_hearing(objection, date(2026, 11, 25))
    assert "measures.due.objection_hearing" in {item.code for item in house.measures.dated(clock.today())}
    with pytest.raises(Invalid, match="decided_before_objection"):
        proceedings.decide(objection, date(2026, 11, 17), Outcome.UPHELD, "niet gehoord")
    proceedings.decide(objection, date(2026, 11, 20), Outcome.UPHELD, "De ouders zijn niet gehoord.")
    card = house.measures.measure(measure_id)
    assert (card.status, card.quashed_on) == (Status.QUASHED, date(2026, 11, 20))
    assert house.measures.ladder_of(house.cast.stijn).rungs[4].measures == ()
    with pytest.raises(Refused, match="objection_decided"):
        proceedings.decide(objection, date(2026, 11, 20), Outcome.REJECTED, "x")


def test_a_dispute_lets_the_decision_on_the_objection_wait(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    clock.at = at(2026, 11, 23, 9)
    proceedings = house.measures.proceedings
    proceedings.receive(measure_id, NewProceeding(RemedyKind.OBJECTION, TODAY))
    dispute = proceedings.receive(measure_id, NewProceeding(RemedyKind.DISPUTE, date(2026, 11, 23)))
    objection, _dispute = house.measures.measure(measure_id).proceedings
    assert objection.decide_until == date(2027, 2, 22)
    proceedings.decide(dispute, date(2026, 11, 23), Outcome.SETTLED, "ingetrokken")
    assert house.measures.measure(measure_id).proceedings[0].decide_until == date(2026, 12, 14)


def test_carrying_out_and_the_talk_at_the_return_are_recorded(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    with pytest.raises(Invalid, match="no_reason"):
        house.measures.carry_out(measure_id, Carried.PARTLY)
    house.measures.carry_out(measure_id, Carried.PARTLY, "Donderdag was hij op school voor een toets.")
    with pytest.raises(Invalid, match="return_before_start"):
        house.measures.plan_return(measure_id, at(2026, 11, 16, 8, 30))
    house.measures.plan_return(measure_id, at(2026, 11, 24, 8, 30))
    assert ("measures.due.return_talk", date(2026, 11, 24)) in {
        (item.code, item.on) for item in house.measures.dated(TODAY)
    }
    clock.at = at(2026, 11, 24, 9)
    house.measures.hold_return(measure_id, date(2026, 11, 24), "Afspraken gemaakt.")
    card = house.measures.measure(measure_id)
    assert (card.carried_out, card.return_talk_note) == ("partly", "Afspraken gemaakt.")


def test_a_measure_that_ended_early_tells_how_long_it_became_and_why(
    house: House, clock: FixedClock, qtbot: QtBot
) -> None:
    measure_id = decided(house)
    assert (house.measures.measure(measure_id).planned_days, house.measures.measure(measure_id).actual_days) == (
        7,
        None,
    )
    clock.at = at(2026, 11, 19, 16)
    house.measures.end(measure_id, date(2026, 11, 19), "De groep is weer rustig.")
    card = house.measures.measure(measure_id)
    assert (card.planned_days, card.actual_days) == (7, 3)
    course = CourseCard(card, lambda _step: None)
    qtbot.addWidget(course)
    told = " ".join(each.text() for each in course.findChildren(QLabel))
    assert "Besloten: 7 dagen. Geworden: 3 dagen. De groep is weer rustig." in told
    rows = list(load_workbook(BytesIO(overview_workbook(house.measures.overview()))).worksheets[0].values)
    assert dict(zip(rows[0], rows[1], strict=True))["Dagen geworden"] == 3
    unlimited = replace(card, first_day=None)
    assert (unlimited.planned_days, unlimited.actual_days) == (None, None)


def test_a_measure_never_ends_after_its_last_day(house: House, clock: FixedClock) -> None:
    measure_id = decided(house)
    clock.at = at(2026, 11, 25, 9)
    with pytest.raises(Invalid, match="end_after_last"):
        house.measures.end(measure_id, date(2026, 11, 24), "Langer nodig.")
    house.measures.end(measure_id, LAST)


def test_an_employees_warning_leaves_the_file_after_two_years(house: House, clock: FixedClock) -> None:
    form = house.measures.new_form(house.employee_case, house.cast.hartog, "employee.WARNING")
    heard = replace(form.draft.hearings[0], held_at=at(2026, 11, 16, 9), purpose_told=True, report="x")
    draft = replace(
        form.draft, facts="Bericht.", reasons="Herhaling.", hearings=(replace(heard, assistance_told=True),)
    )
    measure_id = house.measures.propose(NewMeasure(house.employee_case, house.cast.hartog, draft))
    house.measures.decide(measure_id, REASON)
    house.measures.communicate(measure_id, NewNotice(TODAY, "in een gesprek"))
    assert house.measures.measure(measure_id).lapses_on == date(2028, 11, 16)
    with pytest.raises(Refused, match="does_not_lapse_yet"):
        house.measures.lapse(measure_id, TODAY)
    clock.at = at(2028, 10, 20, 9)
    assert {item.code for item in house.measures.dated(clock.today())} == {"measures.due.lapses"}
    clock.at = at(2028, 11, 17, 9)
    assert house.measures.measure(measure_id).status is Status.EXPIRED
    assert house.measures.background(house.employee_case, house.cast.hartog).effective == ()
    house.measures.lapse(measure_id, clock.today())
    assert house.measures.dated(clock.today()) == ()


def test_a_talk_after_the_decision_is_kept_as_late_and_changes_nothing(house: House) -> None:
    measure_id = decided(house, hearings=())
    house.measures.add_hearing(
        measure_id, Hearing(HeardAs.PUPIL, "Stijn Bakker", held_at=at(2026, 11, 16, 13), report="Hij zegt sorry.")
    )
    card = house.measures.measure(measure_id)
    assert card.draft.hearings[0].is_late
    assert card.steps[-1].step == "heard_late"
    assert "measures.pupil_heard_too_late" in {finding.code for finding in house.measures.findings(measure_id)}


def test_nobody_is_heard_in_the_future_but_a_talk_may_be_planned(house: House) -> None:
    ahead = Hearing(HeardAs.PUPIL, "Stijn", held_at=at(2026, 11, 17, 9))
    with pytest.raises(Invalid, match="heard_ahead"):
        propose(house, hearings=(ahead,))
    measure_id = propose(house, hearings=(Hearing(HeardAs.PUPIL, "Stijn", planned_at=at(2026, 11, 17, 9)),))
    (item,) = house.measures.dated(TODAY)
    assert (item.code, item.on) == ("measures.due.hearing", date(2026, 11, 17))
    assert "measures.hearing_planned" in {finding.code for finding in house.measures.findings(measure_id)}


def test_a_measure_may_rest_on_two_cases_of_the_same_person(house: House) -> None:
    actor = NewInvolvement(InvolvementRole.ACTOR, house.cast.stijn)
    second = house.cases.report(NewReport("Nepaccount", involved=(actor,)))
    strange = house.cases.report(NewReport("Iets anders"))
    with pytest.raises(Invalid, match="not_in_case"):
        propose(house, further_cases=(strange,))
    measure_id = propose(house, further_cases=(second, house.pupil_case))
    assert [basis.case_id for basis in house.measures.measure(measure_id).cases] == [house.pupil_case, second]
    assert [line.id for line in house.measures.of_case(second)] == [measure_id]
    house.measures.change(measure_id, sound_draft(house))
    assert house.measures.of_case(second) == ()


def test_the_talks_of_the_case_are_offered_with_who_was_heard(house: House) -> None:
    party = house.cases.case(house.pupil_case).parties[0]
    moment = at(2026, 11, 16, 9, 30)
    entry = NewEntry(EntryKind.TALK, "Gesprek", "Hij vond het een grap.", moment, heard=(party.id,))
    house.cases.add_entry(house.pupil_case, entry)
    form = house.measures.new_form(house.pupil_case, house.cast.stijn)
    (talk,) = form.talks
    assert (talk.at, talk.person_ids) == (moment, (house.cast.stijn,))
    assert {one.role for one in form.candidates} >= {HeardAs.PUPIL, HeardAs.GUARDIAN}


def test_a_device_and_a_message_stand_on_their_rungs(house: House) -> None:
    house.measures.devices.take(NewDevice(house.cast.stijn, "telefoon", "J. Hartog"))
    house.measures.contents.ask(NewContent(house.pupil_case, house.cast.stijn, "bericht", "TikTok"))
    events = {rung.code: rung.events for rung in house.measures.ladder_of(house.cast.stijn).rungs}
    assert events["pupil.DEVICE_CUSTODY"][0].text == "telefoon"
    assert events["pupil.CONTENT_REMOVAL"][0].text == "TikTok"
    assert house.measures.background(house.pupil_case, house.cast.stijn).has_receipt


def test_a_conditional_measure_counts_while_its_period_runs(house: House) -> None:
    conditional = decided(house, probation_until=date(2027, 2, 16), first_day=None, last_day=None)
    assert house.measures.measure(conditional).status is Status.CONDITIONAL
    asked = {item.code for item in house.measures.dated(date(2026, 11, 16))}
    assert "measures.due.probation" in asked
    assert "measures.due.inspectorate" not in asked
    assert house.measures.running(date(2026, 11, 17)) == ()
    later = sound_draft(house, first_day=date(2026, 12, 1), last_day=date(2026, 12, 2))
    measure_id = house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, later))
    assert "measures.probation_runs" in {finding.code for finding in house.measures.findings(measure_id)}


def test_a_person_of_the_wrong_kind_is_told_so(house: House) -> None:
    form = house.measures.new_form(house.employee_case, house.cast.hartog)
    measure_id = house.measures.propose(
        NewMeasure(house.employee_case, house.cast.hartog, replace(form.draft, rung="pupil.SUSPENSION"))
    )
    assert [finding.code for finding in house.measures.findings(measure_id)] == ["measures.wrong_ladder"]
    with pytest.raises(Invalid, match="unknown_rung"):
        house.measures.propose(NewMeasure(house.pupil_case, house.cast.stijn, Draft("pupil.NOTHING")))

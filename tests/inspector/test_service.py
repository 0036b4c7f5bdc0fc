"""Calls with the inspector on the real encrypted casework drawer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.application import open_meldboek
from app.cases.inputs import NewInvolvement, NewReport
from app.cases.rules import Flag, InvolvementRole
from app.cases.service import Cases
from app.inspector.chain import Step, StepState
from app.inspector.lines import AgreedStep, CallNotes, NewStep
from app.inspector.rules import AdviceFollowed, CallKind, Domain, Reason, Suspicion, Urgency
from app.inspector.service import Inspector
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.people.service import People
from app.protocol.service import load_protocol
from app.vault.drawers.database import Drawer
from app.vault.store import Store, open_store
from tests.builders import COORDINATOR, DIRECTOR
from tests.inspector.conftest import Room

TYPED = CallNotes(
    reason=Reason.STATUTORY_4A,
    domain=Domain.SEXUAL_INTIMIDATION,
    facts="medewerker, leerling",
    notes="Eerst niet zelf met de medewerker spreken.",
    advice="Aangifte lijkt aangewezen.",
    suspicion=Suspicion.NOT_YET,
    agreed=(AgreedStep("Bestuur bellen", "directeur", date(2026, 11, 17)),),
    follow_up_on=date(2026, 11, 18),
)


def test_the_sheet_of_a_case_has_its_facts_at_hand_without_names(room: Room) -> None:
    sheet = room.inspector.sheet(room.case_id)
    told = " ".join(fact.text for fact in sheet.facts)
    assert [fact.label for fact in sheet.facts] == ["who", "towards", "what", "since", "knows", "informed"]
    assert sheet.facts[0].text == "medewerker, leerkracht, 4 jaar in dienst"
    assert sheet.facts[1].text == "leerling uit groep 8, 11 jaar"
    assert not any(name in told for name in ("Hartog", "Stijn", "Bakker", "Sanne"))
    assert sheet.notes.facts.startswith("Wie: medewerker, leerkracht")


def test_several_with_the_same_words_are_counted_and_meester_goes_with_the_name(room: Room) -> None:
    (hartog,) = [one.person_id for one in room.cases.case(room.case_id).parties if one.role is InvolvementRole.ACTOR]
    pupils = (NewInvolvement(InvolvementRole.AFFECTED, name=name) for name in ("Siem", "Sara"))
    did = NewInvolvement(InvolvementRole.ACTOR, hartog)
    case_id = room.cases.report(NewReport("Meester Hartog appt met Siem", involved=(did, *pupils)))
    facts = {fact.label: fact.text for fact in room.inspector.sheet(case_id).facts}
    assert facts["towards"] == "2 × van buiten de school"
    assert facts["what"] == "De medewerker appt met deze persoon"


def test_the_sheet_knows_why_the_school_calls_and_that_it_is_time(room: Room) -> None:
    sheet = room.inspector.sheet(room.case_id)
    assert sheet.due is not None
    assert (sheet.due.reason, sheet.due.urgency) == (Reason.STATUTORY_4A, Urgency.NOW)
    assert sheet.notes.reason is Reason.STATUTORY_4A
    assert sheet.warning is not None
    assert sheet.opening.is_open


def test_a_sheet_without_a_case_is_empty_and_voluntary(room: Room) -> None:
    sheet = room.inspector.sheet()
    assert (sheet.facts, sheet.due, sheet.notes) == ((), None, CallNotes())


def test_what_was_typed_survives_the_program(room: Room) -> None:
    call_id = room.inspector.start(room.case_id, CallNotes(reason=Reason.STATUTORY_4A))
    room.inspector.keep(room.case_id, TYPED)
    sheet = room.inspector.sheet(room.case_id)
    assert sheet.notes == TYPED
    assert sheet.call is not None
    assert sheet.call.id == call_id
    assert sheet.call.is_running


def test_only_one_call_runs_at_a_time(room: Room) -> None:
    room.inspector.start(None, CallNotes())
    with pytest.raises(Refused, match=r"inspector\.call_running"):
        room.inspector.start(room.case_id, TYPED)


def test_a_finished_consult_meets_the_duties_of_its_case(room: Room, clock: FixedClock) -> None:
    call_id = room.inspector.start(room.case_id, CallNotes())
    clock.at += timedelta(minutes=12)
    room.inspector.finish(call_id, TYPED)
    card = room.cases.case(room.case_id)
    assert {Flag.STATUTORY_CONSULT_DUE, Flag.PROTOCOL_CALL_DUE} <= card.met
    (line,) = room.inspector.log("2026-2027")
    assert (line.reached, line.length, line.notes) == (True, timedelta(minutes=12), TYPED)
    assert line.case_number == card.number
    assert room.inspector.sheet(room.case_id).call is None
    assert room.inspector.open_call() is None


def test_the_timeline_of_an_employees_case_tells_that_there_was_a_call(room: Room) -> None:
    room.inspector.finish(room.inspector.start(room.case_id, TYPED), TYPED)
    titles = [entry.title for entry in room.cases.timeline(room.case_id)]
    assert "Gesprek met de vertrouwensinspecteur" in titles


def test_a_call_without_a_domain_cannot_be_finished_and_stays_open(room: Room) -> None:
    call_id = room.inspector.start(room.case_id, TYPED)
    with pytest.raises(Refused) as error:
        room.inspector.finish(call_id, replace(TYPED, domain=None))
    assert [finding.code for finding in error.value.findings] == ["inspector.no_domain"]
    assert room.inspector.open_call() is not None


def test_a_finished_call_cannot_be_finished_again(room: Room) -> None:
    call_id = room.inspector.start(None, TYPED)
    room.inspector.finish(call_id, TYPED)
    with pytest.raises(Refused, match=r"inspector\.call_finished"):
        room.inspector.finish(call_id, TYPED)
    with pytest.raises(Refused, match=r"inspector\.unknown_call"):
        room.inspector.view(999)


def test_no_answer_is_kept_and_the_typed_text_stays(room: Room) -> None:
    room.inspector.record_no_answer(room.case_id, TYPED)
    (line,) = room.inspector.sheet(room.case_id).earlier
    assert not line.reached
    assert room.inspector.sheet(room.case_id).notes == TYPED
    assert Flag.STATUTORY_CONSULT_DUE not in room.cases.case(room.case_id).met


def test_a_running_call_that_nobody_answers_ends(room: Room) -> None:
    call_id = room.inspector.start(room.case_id, TYPED)
    assert room.inspector.record_no_answer(room.case_id, TYPED) == call_id
    assert room.inspector.open_call() is None


def test_a_call_without_a_case_is_attached_later_and_then_counts(room: Room) -> None:
    call_id = room.inspector.start(None, TYPED)
    with pytest.raises(Refused, match=r"inspector\.call_running"):
        room.inspector.attach_to_case(call_id, room.case_id)
    room.inspector.finish(call_id, TYPED)
    room.inspector.attach_to_case(call_id, room.case_id)
    assert Flag.STATUTORY_CONSULT_DUE in room.cases.case(room.case_id).met
    assert room.inspector.view(call_id).case_id == room.case_id
    with pytest.raises(Refused, match=r"inspector\.attached"):
        room.inspector.attach_to_case(call_id, room.case_id)


def test_what_the_inspector_thinks_is_no_conclusion_and_the_board_draws_it(room: Room, clock: FixedClock) -> None:
    room.inspector.record_step(room.case_id, NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 8, 15)))
    call_id = room.inspector.start(room.case_id, TYPED)
    room.inspector.finish(call_id, replace(TYPED, suspicion=Suspicion.YES))
    steps = {step.step: step.state for step in room.inspector.chain(room.case_id)}
    assert steps[Step.BOARD_INFORMED] is steps[Step.CONSULT] is StepState.DONE
    assert steps[Step.CONCLUSION] is StepState.NOW
    assert room.inspector.view(call_id).notes.suspicion is Suspicion.YES
    assert room.cases.file(room.case_id).step.title == "Conclusie redelijk vermoeden vastleggen"
    assert "Artikel 4a: Conclusie redelijk vermoeden" not in [
        entry.title for entry in room.cases.timeline(room.case_id)
    ]
    alone = NewStep(Step.CONCLUSION, clock.now(), suspicion=Suspicion.YES)
    for new, field in ((alone, "by"), (replace(alone, by="H. van Vliet"), "note")):
        with pytest.raises(Invalid) as wrong:
            room.inspector.record_step(room.case_id, new)
        assert wrong.value.field == field
    room.inspector.record_step(room.case_id, replace(alone, by="H. van Vliet", note="De berichten zelf."))
    done = room.inspector.chain(room.case_id)[2].done
    assert done is not None
    assert (done.by, done.note) == ("H. van Vliet", "De berichten zelf.")


def test_the_whole_chain_is_walked_in_its_order(room: Room, clock: FixedClock) -> None:
    inspector, case_id, now = room.inspector, room.case_id, clock.now()
    inspector.record_step(case_id, NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 8, 15), "door de directeur"))
    inspector.finish(inspector.start(case_id, TYPED), TYPED)
    with pytest.raises(Refused) as error:
        inspector.record_step(case_id, NewStep(Step.REPORT, now))
    assert "inspector.chain.needs_conclusion" in [finding.code for finding in error.value.findings]
    with pytest.raises(Invalid, match=r"inspector\.conclusion_missing"):
        inspector.record_step(case_id, NewStep(Step.CONCLUSION, now))
    inspector.record_step(case_id, NewStep(Step.CONCLUSION, now, "De berichten", Suspicion.YES, "H. van Vliet"))
    for step in (Step.PARENTS_TOLD, Step.PERSON_TOLD, Step.REPORT):
        inspector.record_step(case_id, NewStep(step, now))
    assert inspector.sheet(case_id).notes.kind is CallKind.NOTIFICATION
    told = replace(TYPED, kind=CallKind.NOTIFICATION, suspicion=None)
    inspector.finish(inspector.start(case_id, told), told)
    assert all(step.state is StepState.DONE for step in inspector.chain(case_id))


def test_parents_who_were_told_of_the_aangifte_are_not_asked_about_again(room: Room, clock: FixedClock) -> None:
    inspector, case_id, now = room.inspector, room.case_id, clock.now()
    inspector.record_step(case_id, NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 8, 15)))
    inspector.finish(inspector.start(case_id, TYPED), TYPED)
    inspector.record_step(case_id, NewStep(Step.CONCLUSION, now, "De berichten", Suspicion.YES, "H. van Vliet"))
    assert [line.informed for line in room.cases.case(case_id).parents] == [None]
    inspector.record_step(case_id, NewStep(Step.PARENTS_TOLD, now, by="H. van Vliet"))
    (line,) = room.cases.case(case_id).parents
    assert (line.informed, line.how, line.by) == (True, "over de aangifte, artikel 4a", "H. van Vliet")
    titles = [entry.title for entry in room.cases.timeline(case_id)]
    assert "Artikel 4a: Ouders ingelicht" in titles
    assert "Artikel 4a: Conclusie redelijk vermoeden" in titles
    for step in (Step.PERSON_TOLD, Step.REPORT, Step.INSPECTOR_TOLD):
        inspector.record_step(case_id, NewStep(step, now))
    assert room.cases.file(case_id).step.title == "Beslissen over een maatregel, en over hulp"


def test_the_board_is_named_among_what_is_open_before_the_consult(room: Room) -> None:
    points = [point.title for point in room.cases.file(room.case_id).points if not point.is_done]
    assert {"Overleg met de vertrouwensinspecteur", "Bestuur inlichten"} <= set(points)


def test_a_step_is_recorded_once_and_never_ahead(room: Room) -> None:
    room.inspector.record_step(room.case_id, NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 8, 15)))
    with pytest.raises(Invalid, match=r"inspector\.step_done"):
        room.inspector.record_step(room.case_id, NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 9)))
    with pytest.raises(Invalid, match=r"inspector\.future"):
        room.inspector.record_step(room.case_id, NewStep(Step.CONCLUSION, at(2026, 11, 17)))


def test_what_was_agreed_asks_attention_until_it_is_done(room: Room, clock: FixedClock) -> None:
    call_id = room.inspector.start(room.case_id, TYPED)
    codes = [date.code for date in room.inspector.dated()]
    assert codes == ["inspector.date.board_informed", "inspector.date.running"]
    begun = clock.now()
    clock.at += timedelta(hours=3)
    assert room.inspector.dated()[-1].red_from == begun + timedelta(hours=1)
    room.inspector.finish(call_id, TYPED)
    codes = [date.code for date in room.inspector.dated()]
    assert codes == ["inspector.date.board_informed", "inspector.date.agreed", "inspector.date.follow_up"]
    room.inspector.tick_agreed(call_id, 0)
    assert "inspector.date.agreed" not in [date.code for date in room.inspector.dated()]
    room.inspector.close_follow_up(call_id)
    assert "inspector.date.follow_up" not in [date.code for date in room.inspector.dated()]


def test_advice_that_is_not_followed_needs_its_reason(room: Room) -> None:
    call_id = room.inspector.start(room.case_id, TYPED)
    room.inspector.finish(call_id, TYPED)
    with pytest.raises(Invalid, match=r"inspector\.no_reason"):
        room.inspector.weigh_advice(call_id, AdviceFollowed.NO)
    room.inspector.weigh_advice(call_id, AdviceFollowed.NO, "Het bestuur besloot anders.")
    line = room.inspector.view(call_id)
    assert (line.notes.advice_followed, line.notes.why_not) == (AdviceFollowed.NO, "Het bestuur besloot anders.")


def test_looking_at_a_call_stays_in_the_log(room: Room, casework: Drawer) -> None:
    call_id = room.inspector.start(None, TYPED)
    room.inspector.view(call_id)
    assert casework.log(1)[0].action == "call.viewed"


def test_a_coordinator_sees_no_calls_at_all(folder: Path, clock: FixedClock) -> None:
    store = open_store(folder, COORDINATOR.name, COORDINATOR.passphrase, clock)
    assert store.casework is not None
    protocol = load_protocol()
    cases = Cases(store.casework, People(store.register, clock), protocol, clock)
    inspector = Inspector(store.casework, cases, People(store.register, clock), protocol, clock)
    for read in (inspector.log, inspector.sheet, inspector.open_call, inspector.dated):
        with pytest.raises(Refused, match=r"inspector\.only_leadership"):
            read()
    store.close()


def test_a_program_that_stops_mid_call_goes_on_with_every_word(
    room: Room, store: Store, folder: Path, clock: FixedClock
) -> None:
    room.inspector.start(room.case_id, CallNotes(reason=Reason.STATUTORY_4A))
    room.inspector.keep(room.case_id, TYPED)
    store.abandon()
    clock.at += timedelta(minutes=30)
    again = open_meldboek(folder, DIRECTOR.name, DIRECTOR.passphrase, clock)
    assert again.casework is not None
    sheet = again.casework.inspector.sheet(room.case_id)
    assert sheet.call is not None
    assert (sheet.call.started_at, sheet.notes) == (at(2026, 11, 16, 14, 5), TYPED)
    again.casework.inspector.finish(sheet.call.id, sheet.notes)
    assert again.casework.inspector.view(sheet.call.id).length == timedelta(minutes=30)
    again.store.close()

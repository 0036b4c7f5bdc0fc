"""After a call: corrections, follow-ups, a second reader, and what goes on paper."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from app.inspector import paper
from app.inspector.chain import Step
from app.inspector.lines import CallNotes, NewStep
from app.inspector.rules import CallKind, Domain, Reason, Suspicion
from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.protocol.service import load_protocol
from tests.inspector.conftest import Room
from tests.inspector.test_service import TYPED

SUBJECTS = load_protocol().domains
TOLD = NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 8, 15), "gebeld")


def _read(pdf: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).replace("\n", " ")


def _finished(room: Room, sheet: CallNotes = TYPED) -> int:
    call_id = room.inspector.start(room.case_id, sheet)
    room.inspector.finish(call_id, sheet)
    return call_id


def test_a_wrong_moment_is_corrected_with_its_reason(room: Room) -> None:
    room.inspector.record_step(room.case_id, TOLD)
    right = replace(TOLD, at=at(2026, 11, 15, 20, 0), by="H. van Vliet")
    with pytest.raises(Invalid, match=r"inspector\.no_correction_reason"):
        room.inspector.correct_step(room.case_id, right, " ")
    room.inspector.correct_step(room.case_id, right, "Het bestuur hoorde het die avond al.")
    done = room.inspector.chain(room.case_id)[0].done
    assert done is not None
    assert (done.at, done.by, done.corrected_why) == (right.at, "H. van Vliet", "Het bestuur hoorde het die avond al.")


def test_a_correction_stays_between_the_steps_around_it(room: Room) -> None:
    _finished(room)
    conclusion = NewStep(Step.CONCLUSION, at(2026, 11, 16, 14, 5), "De berichten.", Suspicion.YES, "H. van Vliet")
    room.inspector.record_step(room.case_id, conclusion)
    room.inspector.record_step(room.case_id, NewStep(Step.PARENTS_TOLD, at(2026, 11, 16, 14, 5)))
    with pytest.raises(Refused) as early:
        room.inspector.correct_step(room.case_id, replace(conclusion, at=at(2026, 11, 16, 9)), "Vergist.")
    assert [finding.code for finding in early.value.findings] == ["inspector.chain.too_early"]
    with pytest.raises(Refused, match=r"inspector\.step_unknown"):
        room.inspector.correct_step(room.case_id, NewStep(Step.PERSON_TOLD, at(2026, 11, 16, 14, 5)), "Vergist.")


def test_a_step_that_moves_past_its_follower_is_refused(room: Room, clock: FixedClock) -> None:
    _finished(room)
    conclusion = NewStep(Step.CONCLUSION, clock.now(), "De berichten.", Suspicion.YES, "H. van Vliet")
    room.inspector.record_step(room.case_id, conclusion)
    room.inspector.record_step(room.case_id, NewStep(Step.PARENTS_TOLD, clock.now()))
    clock.at = at(2026, 11, 16, 16)
    with pytest.raises(Refused) as late:
        room.inspector.correct_step(room.case_id, replace(conclusion, at=at(2026, 11, 16, 15)), "Vergist.")
    assert [finding.code for finding in late.value.findings] == ["inspector.chain.too_late"]


def test_a_conclusion_that_changes_turns_the_chain(room: Room, clock: FixedClock) -> None:
    _finished(room)
    cleared = NewStep(Step.CONCLUSION, clock.now(), "Geen berichten gezien.", Suspicion.NO, "H. van Vliet")
    room.inspector.record_step(room.case_id, cleared)
    assert room.inspector.chain(room.case_id)[-1].step is Step.FOLLOW_UP
    changed = NewStep(Step.CONCLUSION, clock.now(), "Nieuwe berichten gezien.", Suspicion.YES, "H. van Vliet")
    room.inspector.correct_step(room.case_id, changed, "Er kwamen nieuwe berichten.")
    assert room.inspector.chain(room.case_id)[-1].step is Step.INSPECTOR_TOLD


def test_a_board_that_heard_late_needs_a_reason(room: Room, clock: FixedClock) -> None:
    clock.at = at(2026, 11, 18, 9)
    late = NewStep(Step.BOARD_INFORMED, at(2026, 11, 18, 8))
    with pytest.raises(Invalid) as wrong:
        room.inspector.record_step(room.case_id, late)
    assert (wrong.value.field, wrong.value.code) == ("note", "inspector.chain.board_late")
    room.inspector.record_step(room.case_id, replace(late, note="Het bestuur was niet bereikbaar."))


def test_telling_of_an_aangifte_that_was_not_made_is_no_step(room: Room) -> None:
    _finished(room, replace(TYPED, suspicion=Suspicion.YES))
    _finished(room, replace(TYPED, kind=CallKind.NOTIFICATION, suspicion=None))
    assert room.inspector.chain(room.case_id)[-1].done is None


def test_a_follow_up_call_ends_the_waiting(room: Room) -> None:
    first = _finished(room)
    assert room.inspector.prepare_follow_up(first) == room.case_id
    sheet = room.inspector.sheet(room.case_id)
    assert (sheet.notes.follow_up_of, sheet.notes.advice) == (first, "")
    _finished(room, replace(sheet.notes, advice="Klaar.", suspicion=Suspicion.NOT_YET))
    assert room.inspector.view(first).follow_up_done
    assert [line.reached for line in room.inspector.sheet(room.case_id).earlier] == [True, True]


def test_an_agreed_step_that_is_not_there_cannot_be_ticked(room: Room) -> None:
    call_id = _finished(room)
    with pytest.raises(Refused, match=r"inspector\.agreed_unknown"):
        room.inspector.tick_agreed(call_id, 7)


def test_who_called_is_not_the_second_reader(room: Room) -> None:
    with pytest.raises(Refused, match=r"inspector\.read_own"):
        room.inspector.read_along(_finished(room))


def test_the_note_of_a_call_fills_one_page_without_names(room: Room) -> None:
    sheet = room.inspector.sheet(room.case_id).notes
    call_id = _finished(room, replace(TYPED, facts=sheet.facts, notes="Langer verhaal. " * 40))
    data = paper.call_note(room.inspector.note_of(call_id), "De Wilgenhof", SUBJECTS, at(2026, 11, 16, 15))
    assert len(PdfReader(BytesIO(data)).pages) == 1
    told = _read(data)
    for words in (
        "seksuele intimidatie",
        "medewerker, leerkracht",
        "Aangifte lijkt aangewezen",
        "Bestuur bellen",
        "nog niet",
    ):
        assert words in told
    assert not any(name in told for name in ("Hartog", "Stijn", "Bakker"))


def test_the_log_on_paper_has_counts_and_no_names(room: Room) -> None:
    _finished(room)
    room.inspector.record_no_answer(room.case_id, TYPED)
    lines = room.inspector.log("2026-2027")
    data = paper.log_paper(lines, "2026-2027", "De Wilgenhof", SUBJECTS, at(2026, 11, 16, 15))
    told = _read(data)
    assert "Gesprekken 1" in told
    assert "Keer geen gehoor 1" in told
    for hidden in ("Terpstra", "Aangifte lijkt", "SM-0", "Eerst niet zelf"):
        assert hidden not in told


def test_the_school_years_of_the_log_are_those_with_calls(room: Room, clock: FixedClock) -> None:
    _finished(room)
    clock.at = at(2027, 9, 1, 9)
    assert room.inspector.years() == ("2027-2028", "2026-2027")


def test_a_call_without_a_case_has_no_names_and_no_case(room: Room) -> None:
    loose = CallNotes(Reason.VOLUNTARY, domain=Domain.DISCRIMINATION, facts="een ouder", advice="Praat met de ouder.")
    call_id = room.inspector.start(None, loose)
    room.inspector.finish(call_id, loose)
    data = paper.call_note(room.inspector.note_of(call_id), "De Wilgenhof", SUBJECTS, at(2026, 11, 16, 15))
    assert "zonder zaak" in _read(data)

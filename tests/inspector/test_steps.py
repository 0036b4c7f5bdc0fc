"""By when the steps of article 4a that wait for another must be done."""

from __future__ import annotations

from datetime import timedelta

from app.inspector.chain import Step
from app.inspector.lines import NewStep
from app.inspector.rules import Suspicion
from app.kernel.clock import FixedClock, at
from tests.inspector.conftest import Room


def test_parents_are_told_on_the_day_of_the_conclusion(room: Room, clock: FixedClock) -> None:
    room.inspector.record_step(room.case_id, NewStep(Step.BOARD_INFORMED, at(2026, 11, 16, 8, 15)))
    room.inspector.record_step(room.case_id, NewStep(Step.CONSULT, at(2026, 11, 16, 9)))
    conclusion = NewStep(Step.CONCLUSION, at(2026, 11, 16, 10), "De berichten.", Suspicion.YES, "H. van Vliet")
    room.inspector.record_step(room.case_id, conclusion)
    clock.at += timedelta(days=3)
    (found,) = [found for found in room.inspector.dated() if found.code == "inspector.date.parents_told"]
    assert found.red_from == at(2026, 11, 16, 23, 59)
    assert found.red_from < clock.now()

"""The chain of article 4a: order, state, and what each step needs first."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from app.inspector import chain as rules
from app.inspector.chain import ChainFacts, Step, StepDone, StepState
from app.inspector.rules import Suspicion
from app.kernel.clock import at

KNOWN = at(2026, 11, 15, 19, 30)
BOARD_TOLD = at(2026, 11, 16, 8, 15)
LATER = at(2026, 11, 17)


def facts(*steps: Step, suspicion: Suspicion = Suspicion.NOT_YET) -> ChainFacts:
    moments = {step: StepDone(BOARD_TOLD + timedelta(hours=index)) for index, step in enumerate(steps)}
    return ChainFacts(KNOWN, moments, suspicion)


def codes(known: ChainFacts, step: Step, moment: datetime = LATER) -> list[str]:
    return [finding.code.removeprefix("inspector.chain.") for finding in rules.step_findings(known, step, moment)]


UP_TO_CONCLUSION = (Step.BOARD_INFORMED, Step.CONSULT, Step.CONCLUSION)
ALL_TOLD = (*UP_TO_CONCLUSION, Step.PARENTS_TOLD, Step.PERSON_TOLD)


def test_a_new_chain_starts_with_informing_the_board() -> None:
    steps = rules.chain(facts())
    assert steps[0].step is Step.BOARD_INFORMED
    assert [step.state for step in steps] == [StepState.NOW] + [StepState.WAITING] * 6
    assert steps[0].red_from == KNOWN + timedelta(hours=24)
    assert steps[0].due == at(2026, 11, 15, 23, 59)


def test_a_call_is_due_on_the_first_day_on_which_it_can_be_made() -> None:
    step = rules.current(facts(Step.BOARD_INFORMED))
    assert step is not None
    assert (step.step, step.due, step.red_from) == (Step.CONSULT, at(2026, 11, 16, 17), at(2026, 11, 17, 8))


def test_parents_person_and_aangifte_have_the_day_of_the_conclusion() -> None:
    for told in (UP_TO_CONCLUSION, (*UP_TO_CONCLUSION, Step.PARENTS_TOLD), ALL_TOLD):
        step = rules.current(facts(*told, suspicion=Suspicion.YES))
        assert step is not None
        assert step.due == at(2026, 11, 16, 23, 59)


def test_a_done_step_tells_how_many_hours_it_took() -> None:
    first, second, *_ = rules.chain(facts(Step.BOARD_INFORMED))
    assert (first.state, first.hours_after, second.state) == (StepState.DONE, 13, StepState.NOW)


def test_a_board_that_knew_before_the_school_has_no_hours() -> None:
    early = ChainFacts(KNOWN, {Step.BOARD_INFORMED: StepDone(KNOWN - timedelta(hours=2))})
    assert rules.chain(early)[0].hours_after is None


def test_the_clock_of_the_report_starts_at_the_conclusion() -> None:
    known = facts(*ALL_TOLD, suspicion=Suspicion.YES)
    step = rules.current(known)
    assert step is not None
    assert (step.step, step.red_from) == (Step.REPORT, known.steps[Step.CONCLUSION].at + timedelta(hours=24))


def test_a_conclusion_has_no_clock_of_its_own() -> None:
    step = rules.current(facts(Step.BOARD_INFORMED, Step.CONSULT))
    assert step is not None
    assert (step.step, step.red_from, step.due) == (Step.CONCLUSION, None, None)


def test_without_suspicion_the_chain_ends_in_follow_up() -> None:
    known = facts(*UP_TO_CONCLUSION, Step.FOLLOW_UP, suspicion=Suspicion.NO)
    assert rules.chain(known)[-1].step is Step.FOLLOW_UP
    assert rules.current(known) is None


@pytest.mark.parametrize(
    ("known", "step", "expected"),
    [
        (facts(), Step.BOARD_INFORMED, ["board_late"]),
        (facts(), Step.CONSULT, []),
        (facts(Step.BOARD_INFORMED), Step.CONCLUSION, ["needs_consult"]),
        (facts(Step.CONSULT), Step.CONCLUSION, []),
        (facts(*UP_TO_CONCLUSION), Step.PARENTS_TOLD, ["needs_suspicion"]),
        (facts(*UP_TO_CONCLUSION, suspicion=Suspicion.YES), Step.PARENTS_TOLD, []),
        (facts(*UP_TO_CONCLUSION, suspicion=Suspicion.YES), Step.REPORT, ["needs_parents_told", "needs_person_told"]),
        (facts(*ALL_TOLD, suspicion=Suspicion.YES), Step.REPORT, []),
        (facts(*ALL_TOLD, suspicion=Suspicion.YES), Step.INSPECTOR_TOLD, ["needs_report"]),
        (facts(*UP_TO_CONCLUSION, suspicion=Suspicion.NO), Step.REPORT, ["not_in_this_chain"]),
        (facts(*UP_TO_CONCLUSION, suspicion=Suspicion.NO), Step.FOLLOW_UP, []),
    ],
)
def test_a_step_waits_for_what_must_come_before_it(known: ChainFacts, step: Step, expected: list[str]) -> None:
    assert codes(known, step) == expected


def test_a_step_cannot_lie_before_the_step_that_it_needs() -> None:
    known = facts(*ALL_TOLD, suspicion=Suspicion.YES)
    assert codes(known, Step.REPORT, KNOWN) == ["too_early"]


def test_what_is_typed_in_the_minute_of_the_call_is_not_too_early() -> None:
    call = BOARD_TOLD.replace(second=40)
    known = ChainFacts(KNOWN, {Step.BOARD_INFORMED: StepDone(KNOWN), Step.CONSULT: StepDone(call)})
    assert codes(known, Step.CONCLUSION, BOARD_TOLD) == []
    assert codes(known, Step.CONCLUSION, BOARD_TOLD - timedelta(minutes=1)) == ["too_early"]


def test_a_board_informed_within_a_day_is_in_time() -> None:
    assert codes(facts(), Step.BOARD_INFORMED, BOARD_TOLD) == []


def test_no_own_inquiry_until_the_consult() -> None:
    warning = rules.no_own_inquiry(facts(Step.BOARD_INFORMED))
    assert warning is not None
    assert warning.code == "inspector.no_own_inquiry"
    assert rules.no_own_inquiry(facts(Step.CONSULT)) is None

"""The chain of duties of article 4a WPO: its steps in order, their state, and what each step needs first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from math import ceil

from app.inspector.rules import Suspicion
from app.kernel.calendar import hours_between
from app.kernel.findings import Finding, Severity
from app.protocol.hours import call_due, red_from, red_hours, same_day

SOURCE = "WPO artikel 4a"


class Step(StrEnum):
    """One duty; parents and the person concerned are told apart, and shown as one."""

    BOARD_INFORMED = "board_informed"
    CONSULT = "consult"
    CONCLUSION = "conclusion"
    PARENTS_TOLD = "parents_told"
    PERSON_TOLD = "person_told"
    REPORT = "report"
    INSPECTOR_TOLD = "inspector_told"
    FOLLOW_UP = "follow_up"


class StepState(StrEnum):
    """How a step stands; ``NOW`` is the first that is not done, later ones wait."""

    DONE = "done"
    NOW = "now"
    WAITING = "waiting"


@dataclass(frozen=True)
class StepDone:
    """When a step was done, by whom, and what was noted."""

    at: datetime
    by: str = ""
    note: str = ""
    recorded_at: datetime | None = None
    recorded_by: str = ""
    corrected_why: str = ""


@dataclass(frozen=True)
class ChainFacts:
    """What is known of one case's chain; ``steps`` holds only what was done."""

    known_at: datetime
    steps: Mapping[Step, StepDone] = field(default_factory=dict)
    suspicion: Suspicion = Suspicion.NOT_YET


@dataclass(frozen=True)
class ChainStep:
    """One step as it is shown; ``due`` (the same day) and ``red_from`` (24 hours) only while it must be done now."""

    step: Step
    state: StepState
    done: StepDone | None = None
    hours_after: int | None = None
    red_from: datetime | None = None
    due: datetime | None = None


_NEEDS = {
    Step.CONCLUSION: (Step.CONSULT,),
    Step.PARENTS_TOLD: (Step.CONCLUSION,),
    Step.PERSON_TOLD: (Step.CONCLUSION,),
    Step.REPORT: (Step.CONCLUSION, Step.PARENTS_TOLD, Step.PERSON_TOLD),
    Step.INSPECTOR_TOLD: (Step.REPORT,),
    Step.FOLLOW_UP: (Step.CONCLUSION,),
}
_WITH_SUSPICION = (Step.PARENTS_TOLD, Step.PERSON_TOLD, Step.REPORT, Step.INSPECTOR_TOLD)
_BY_PHONE = (Step.CONSULT, Step.INSPECTOR_TOLD)
_TIMED = (Step.BOARD_INFORMED, Step.CONSULT, Step.REPORT, Step.INSPECTOR_TOLD)
_SAME_DAY = (*_TIMED, Step.PARENTS_TOLD, Step.PERSON_TOLD)  # they are told before an aangifte that cannot wait
_STARTS_AT = {
    Step.PARENTS_TOLD: Step.CONCLUSION,
    Step.PERSON_TOLD: Step.CONCLUSION,
    Step.REPORT: Step.CONCLUSION,
    Step.INSPECTOR_TOLD: Step.REPORT,
}


def order(suspicion: Suspicion) -> tuple[Step, ...]:
    """The steps of this chain: aangifte unless the conclusion is that there is no reasonable suspicion."""
    start = (Step.BOARD_INFORMED, Step.CONSULT, Step.CONCLUSION)
    return (*start, Step.FOLLOW_UP) if suspicion is Suspicion.NO else start + _WITH_SUSPICION


def chain(facts: ChainFacts) -> tuple[ChainStep, ...]:
    """Every step in its order with its state; the first that is not done is the one to do now."""
    steps: list[ChainStep] = []
    found_now = False
    for step in order(facts.suspicion):
        done = facts.steps.get(step)
        if done is not None:
            steps.append(ChainStep(step, StepState.DONE, done, _hours(facts, step, done)))
        elif not found_now:
            found_now = True
            steps.append(ChainStep(step, StepState.NOW, red_from=_red_from(facts, step), due=_due(facts, step)))
        else:
            steps.append(ChainStep(step, StepState.WAITING))
    return tuple(steps)


def current(facts: ChainFacts) -> ChainStep | None:
    """The step to do now; None when the chain is complete."""
    return next((step for step in chain(facts) if step.state is StepState.NOW), None)


def step_findings(facts: ChainFacts, step: Step, at: datetime) -> tuple[Finding, ...]:
    """What stands in the way of recording this step at this moment (rules 4.1)."""
    if step not in order(facts.suspicion):
        return (Finding("inspector.chain.not_in_this_chain", Severity.BLOCK, SOURCE),)
    missing = [need for need in _NEEDS.get(step, ()) if need not in facts.steps]
    if missing:
        return tuple(Finding(f"inspector.chain.needs_{need}", Severity.BLOCK, SOURCE) for need in missing)
    if step in _WITH_SUSPICION and facts.suspicion is not Suspicion.YES:
        return (Finding("inspector.chain.needs_suspicion", Severity.BLOCK, SOURCE),)
    if any(at < _minute(facts, need) for need in _NEEDS.get(step, ())):
        return (Finding("inspector.chain.too_early", Severity.BLOCK, SOURCE),)
    return _timing(facts, step, at)


def correction_findings(facts: ChainFacts, step: Step, at: datetime) -> tuple[Finding, ...]:
    """What stands in the way of another moment for a step that was recorded: it stays between its neighbours."""
    if any(at < _minute(facts, need) for need in _NEEDS.get(step, ()) if need in facts.steps):
        return (Finding("inspector.chain.too_early", Severity.BLOCK, SOURCE),)
    later = [other for other, needs in _NEEDS.items() if step in needs and other in facts.steps]
    if any(facts.steps[other].at < at for other in later):
        return (Finding("inspector.chain.too_late", Severity.BLOCK, SOURCE),)
    return _timing(facts, step, at)


def no_own_inquiry(facts: ChainFacts) -> Finding | None:
    """The warning that stands until the consult: talks about the facts can harm the criminal inquiry."""
    if Step.CONSULT in facts.steps:
        return None
    return Finding("inspector.no_own_inquiry", Severity.WARN, SOURCE)


def _minute(facts: ChainFacts, step: Step) -> datetime:
    """When a step was done, to the minute: what is typed afterwards knows no seconds."""
    return facts.steps[step].at.replace(second=0, microsecond=0)


def _timing(facts: ChainFacts, step: Step, at: datetime) -> tuple[Finding, ...]:
    if step is Step.BOARD_INFORMED and hours_between(facts.known_at, at) > red_hours(at.date()):
        return (Finding("inspector.chain.board_late", Severity.WARN, SOURCE),)
    return ()


def _hours(facts: ChainFacts, step: Step, done: StepDone) -> int | None:
    if step is not Step.BOARD_INFORMED or done.at < facts.known_at:
        return None
    return ceil(hours_between(facts.known_at, done.at))


def _red_from(facts: ChainFacts, step: Step) -> datetime | None:
    if step not in _TIMED:
        return None
    since = _since(facts, step)
    return call_due(since).red_from if step in _BY_PHONE else red_from(since)


def _due(facts: ChainFacts, step: Step) -> datetime | None:
    """The one deadline of what must be done at once: the same day, for a call the first day on which it can be."""
    if step not in _SAME_DAY:
        return None
    since = _since(facts, step)
    return call_due(since).target if step in _BY_PHONE else same_day(since)


def _since(facts: ChainFacts, step: Step) -> datetime:
    after = _STARTS_AT.get(step)
    return facts.steps[after].at if after is not None else facts.known_at

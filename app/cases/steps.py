"""What the protocol and the law ask of a case now: pure rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.cases.rules import FIND_OUT, Flag, InvolvementRole, Scope, Status

CALLS = (Flag.STATUTORY_CONSULT_DUE, Flag.PROTOCOL_CALL_DUE)
LEADERS_ONLY = frozenset({"triage", "inspector", "chain", "police", "close", "reopen"})
"""What only the leadership can do of all that a step or an open item asks."""
CALL_SOURCES = {Flag.STATUTORY_CONSULT_DUE: "WPO artikel 4a", Flag.PROTOCOL_CALL_DUE: "protocol D3"}


@dataclass(frozen=True)
class Party:
    """A person of the case as the next step looks at them."""

    name: str
    role: InvolvementRole
    is_heard: bool = False
    has_outcome: bool = False
    id: int = 0
    is_pupil: bool = True
    person_id: int | None = None


@dataclass(frozen=True)
class PendingTask:
    """A task that is not done."""

    id: int
    title: str
    due_on: date | None = None
    owner: str = ""
    template: str = ""


@dataclass(frozen=True)
class ChainDuty:
    """The duty of article 4a to do now, in the words of the inspector's room; ``due_at`` when it has a clock."""

    code: str
    title: str
    text: str
    due_at: datetime | None = None


@dataclass(frozen=True)
class AskedMeasure:
    """A measure that asks something now, by its rung and whom it is for."""

    measure_id: int
    rung: str
    person: str


@dataclass(frozen=True)
class MeasureFacts:
    """What the measures of a case ask: to hear somebody about an announced one, or to give one that was decided.

    ``about`` has the ids of the persons on whom something was decided.
    """

    unheard: AskedMeasure | None = None
    ungiven: AskedMeasure | None = None
    about: frozenset[int] = frozenset()


@dataclass(frozen=True)
class CaseFacts:
    """All that the next step and the open items follow from."""

    status: Status
    today: date
    knowledge_at: datetime
    flags: frozenset[Flag] = frozenset()
    met: frozenset[Flag] = frozenset()
    is_triaged: bool = False
    scope: Scope = Scope.SMALL_GROUP
    parties: tuple[Party, ...] = ()
    uninformed: tuple[str, ...] = ()
    pending: tuple[PendingTask, ...] = ()
    evaluate_on: date | None = None
    talked: bool = False
    decided: bool = False
    chain: ChainDuty | None = None
    needs_signature: bool = False
    by_task_holder: bool = False
    suspects: bool = False
    at_police: bool = False
    held_by: str = ""
    measures: MeasureFacts = MeasureFacts()

    def is_due(self, flag: Flag) -> bool:
        """Whether this duty was raised and not met."""
        return flag in self.flags and flag not in self.met

    @property
    def calls(self) -> tuple[Flag, ...]:
        """The calls with the inspector to name: one that meets both duties is the call of the law, and is one."""
        raised = tuple(flag for flag in CALLS if flag in self.flags)
        by_law = self.is_due(Flag.STATUTORY_CONSULT_DUE) or Flag.PROTOCOL_CALL_DUE in self.met
        return raised[:1] if by_law else raised

    @property
    def among_pupils(self) -> bool:
        """Whether only pupils did it, as far as known: protocol A11 is about them."""
        return all(party.is_pupil for party in self.parties if party.role is InvolvementRole.ACTOR)

    @property
    def police_asks(self) -> bool:
        """Whether going to the police must be decided on here; under article 4a the chain asks for it."""
        weighed = Flag.POSSIBLY_CRIMINAL in self.flags or Flag.SEXUAL_IMAGERY in self.flags
        return weighed and Flag.STATUTORY_CONSULT_DUE not in self.flags


@dataclass(frozen=True)
class Step:
    """The next step: ``code`` names its sentences, ``action`` what the button does."""

    code: str
    action: str
    source: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def next_step(facts: CaseFacts) -> Step:
    """The one thing to do now: a duty with a clock first, then what this status asks."""
    if facts.status is Status.CLOSED:
        return Step("cases.step.closed", "reopen")
    if not facts.is_triaged:
        return Step("cases.step.triage", "triage", "protocol A8")
    return _duty_step(facts) or _OF_STATUS[facts.status](facts)


def _duty_step(facts: CaseFacts) -> Step | None:
    """What cannot wait for the work of this phase: safety, a call, a duty of the law, the police."""
    if facts.is_due(Flag.ACUTE):
        code = "cases.step.safety_4a" if facts.is_due(Flag.STATUTORY_CONSULT_DUE) else "cases.step.safety"
        return Step(code, "safety", "protocol A8")
    call = next((flag for flag in facts.calls if facts.is_due(flag)), None)
    if call is not None:
        return Step(f"cases.step.{call}", "inspector", CALL_SOURCES[call])
    if facts.chain is not None:  # no hearings of our own meanwhile
        values = {"title": facts.chain.title, "text": facts.chain.text}
        return Step("cases.step.chain", "chain", "WPO artikel 4a", values)
    return _unsure_step(facts) or _picture_step(facts) or _measure_step(facts)


def _picture_step(facts: CaseFacts) -> Step | None:
    if Flag.SEXUAL_IMAGERY in facts.flags and facts.police_asks and not facts.at_police:
        return Step("cases.step.imagery", "police", "Sr artikel 252")
    return None


def _unsure_step(facts: CaseFacts) -> Step | None:
    """What must be known before anybody is heard: triage left it open."""
    asked = {task.template.removeprefix(FIND_OUT) for task in facts.pending if task.template.startswith(FIND_OUT)}
    if facts.by_task_holder and "sexual" in asked:
        return Step("cases.step.ask_first", "triage", "WPO artikel 4a")
    if "sexual_imagery" in asked:
        return Step("cases.step.find_imagery", "triage", "Sr artikel 252")
    return None


def _measure_step(facts: CaseFacts) -> Step | None:
    """A decision is given before anything else; who announces a measure, hears those whom it concerns first.

    While the police look into the facts, they are heard about the measure only.
    """
    ungiven, unheard = facts.measures.ungiven, facts.measures.unheard
    if ungiven is not None:
        values = {"rung": ungiven.rung, "name": ungiven.person}
        return Step("cases.step.give", f"give:{ungiven.measure_id}", "protocol D4, D6", values)
    if unheard is None:
        return None
    code = "cases.step.plan_hearing_4a" if facts.suspects or facts.held_by else "cases.step.plan_hearing"
    values = {"rung": unheard.rung, "name": unheard.person}
    return Step(code, f"hear:{unheard.measure_id}", "hoor en wederhoor", values)


def _facts_step(facts: CaseFacts) -> Step:
    if facts.suspects:
        return _parents_step(facts) if facts.uninformed else _after_suspicion()
    if facts.held_by:
        return Step("cases.step.held", "note", values={"name": facts.held_by})
    unheard = [one for one in facts.parties if not one.is_heard and one.person_id not in facts.measures.about]
    first = next((party for party in unheard if party.role is InvolvementRole.AFFECTED), None)
    other = next((party for party in unheard if party.role is InvolvementRole.ACTOR), None)
    to_hear = first or other
    if to_hear is not None:
        values = {"name": to_hear.name}
        if facts.among_pupils and to_hear.is_pupil:
            return Step(f"cases.step.hear.{facts.scope}", f"talk:{to_hear.id}", "protocol A11", values)
        return Step("cases.step.hear.adult", f"talk:{to_hear.id}", "protocol A8", values)
    if facts.uninformed:
        return _parents_step(facts)
    return Step("cases.step.to_approach", "move:approach", "protocol A11" if facts.among_pupils else "protocol A8")


def _after_suspicion() -> Step:
    """The facts are for the police now; what the school decides is about safety and help."""
    return Step("cases.step.after_suspicion", "move:measures", "WPO artikel 4a")


def _parents_step(facts: CaseFacts) -> Step:
    return Step("cases.step.parents", "parents", "protocol A8", {"name": facts.uninformed[0]})


def _approach_step(facts: CaseFacts) -> Step:
    if facts.uninformed:
        return _parents_step(facts)
    if facts.suspects:
        return _after_suspicion()
    if not facts.talked:
        if facts.among_pupils:
            return Step(f"cases.step.approach.{facts.scope}", "talk", "protocol A11")
        return Step("cases.step.approach.adult", "talk", "protocol A8")
    return Step("cases.step.to_measures", "move:measures", "protocol D6")


def _measures_step(facts: CaseFacts) -> Step:
    if facts.uninformed:
        return _parents_step(facts)
    if facts.decided:
        return Step("cases.step.to_aftercare", "move:aftercare")
    if facts.suspects or facts.held_by:
        return Step("cases.step.measures_4a", "measure", "WPO artikel 4a" if facts.suspects else "")
    return Step("cases.step.measures", "measure", "protocol D4, D6")


def _aftercare_step(facts: CaseFacts) -> Step:
    task = next((task for task in facts.pending if task.template == "aftercare"), None)
    if task is not None:
        return Step("cases.step.aftercare", f"task:{task.id}", "protocol A8", {"task": task.title})
    return Step("cases.step.to_evaluation", "move:evaluation")


def _evaluation_step(facts: CaseFacts) -> Step:
    if facts.evaluate_on is not None and facts.evaluate_on > facts.today:
        return Step("cases.step.wait_for_evaluation", "note", values={"day": facts.evaluate_on})
    return Step("cases.step.close", "close")


_OF_STATUS: Mapping[Status, Callable[[CaseFacts], Step]] = {
    Status.INTAKE: _facts_step,
    Status.TRIAGE: _facts_step,
    Status.FACTS: _facts_step,
    Status.APPROACH: _approach_step,
    Status.MEASURES: _measures_step,
    Status.AFTERCARE: _aftercare_step,
    Status.EVALUATION: _evaluation_step,
}

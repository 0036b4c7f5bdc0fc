"""All rules of a measure together: what stands in the way, what asks a reason, what to know, what is right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.kernel.errors import Invalid
from app.kernel.findings import Finding, Severity
from app.measures import common_rules, employee_rules, hearing_rules, ladder, parent_rules, pupil_rules
from app.measures.facts import Background, Draft, Hearing, Rule, Status
from app.measures.requirement_rules import requirements_are_met
from app.people.rules import PersonKind

_RULES: dict[PersonKind, dict[str, tuple[Rule, ...]]] = {
    PersonKind.PUPIL: pupil_rules.RULES,
    PersonKind.GUARDIAN: parent_rules.RULES,
    PersonKind.EMPLOYEE: employee_rules.RULES,
}
_ORDER = tuple(Severity)  # block, warn, info, ok
REASON_LETTERS = 12  # a point or a word is no reason to go on in spite of a warning


def findings(draft: Draft, background: Background) -> tuple[Finding, ...]:
    """Everything the rules say about this draft, blocks first."""
    wrong = ladder.wrong_ladder(draft, background)
    if wrong is not None:
        return (wrong,)
    own = _RULES[background.subject].get(draft.kind, ())
    rules: tuple[Rule, ...] = (
        *common_rules.RULES,
        requirements_are_met,
        *own,
        *hearing_rules.RULES,
        ladder.order_is_kept,
    )
    found = [finding for rule in rules for finding in rule(draft, background)]
    return tuple(sorted(found, key=lambda finding: _ORDER.index(finding.severity)))


def warns(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The findings that may be passed with a reason."""
    return tuple(finding for finding in found if finding.severity is Severity.WARN)


def check_reason(reason: str) -> None:
    """Raise ``Invalid`` for a reason to go on that says nothing."""
    if sum(sign.isalpha() for sign in reason) < REASON_LETTERS:
        raise Invalid("reason", "measures.reason_too_short")


@dataclass(frozen=True)
class Course:
    """The dates that tell how far a measure is."""

    first_day: date | None = None
    last_day: date | None = None
    intent_on: date | None = None
    decided_on: date | None = None
    communicated_on: date | None = None
    ended_on: date | None = None
    lapses_on: date | None = None
    lapsed_on: date | None = None
    quashed_on: date | None = None
    withdrawn_on: date | None = None
    probation_until: date | None = None
    is_contested: bool = False


def status_of(course: Course, on: date) -> Status:
    """How far a measure is on this day."""
    if course.withdrawn_on is not None:
        return Status.WITHDRAWN
    if course.decided_on is None:
        return Status.PROPOSED if course.intent_on is None else Status.ANNOUNCED
    if course.quashed_on is not None:
        return Status.QUASHED
    if course.lapsed_on is not None or (course.lapses_on is not None and course.lapses_on <= on):
        return Status.EXPIRED
    if _is_over(course, on):
        return Status.CONTESTED if course.is_contested else Status.ENDED
    return _in_force(course, on)


def _in_force(course: Course, on: date) -> Status:
    if course.probation_until is not None:
        return Status.CONDITIONAL
    started = course.first_day is not None and course.first_day <= on
    return Status.RUNNING if started else Status.DECIDED


def _is_over(course: Course, on: date) -> bool:
    if course.ended_on is not None:
        return course.ended_on <= on
    if course.probation_until is not None:
        return course.probation_until < on
    if course.last_day is not None:
        return course.last_day < on
    return course.first_day is None and course.communicated_on is not None


def check_recording(draft: Draft, background: Background) -> None:
    """Raise ``Invalid`` for what cannot even be written down: an unknown rung, somebody heard in the future."""
    if background.rung(draft.rung) is None:
        raise Invalid("rung", "measures.unknown_rung")
    for hearing in draft.hearings:
        check_hearing(hearing, background.now)


def check_hearing(hearing: Hearing, now: datetime) -> None:
    """Raise ``Invalid`` for a hearing without a name, or held in the future; a planned one is fine."""
    if not hearing.name.strip():
        raise Invalid("name", "measures.no_hearing_name")
    if hearing.held_at is not None and hearing.held_at > now:
        raise Invalid("day", "measures.heard_ahead")

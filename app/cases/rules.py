"""The words of a case and the rules of triage, moving and closing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.kernel.calendar import add_working_days, working_day_from
from app.kernel.findings import Finding, Severity
from app.protocol import law
from app.protocol.hours import call_due

REASON_LETTERS = 12  # a point or a word tells nothing


class Status(StrEnum):
    """Where a case stands; the order of the members is the order of the work."""

    INTAKE = "intake"
    TRIAGE = "triage"
    FACTS = "facts"
    APPROACH = "approach"
    MEASURES = "measures"
    AFTERCARE = "aftercare"
    EVALUATION = "evaluation"
    CLOSED = "closed"


TO_JUDGE = frozenset({Status.INTAKE, Status.TRIAGE})
"""The phases of a report that still waits for its triage."""


class CaseSeverity(StrEnum):
    """``LIGHT`` for the class teacher, ``MEDIUM`` for the director, ``SERIOUS`` for the board too."""

    LIGHT = "light"
    MEDIUM = "medium"
    SERIOUS = "serious"


class Confidentiality(StrEnum):
    """Who may be let in: the leadership alone, or also a coordinator who was granted the case."""

    LEADERSHIP = "leadership"
    GRANTED = "granted"


class Place(StrEnum):
    """Where it happened."""

    LESSON = "lesson"
    SCHOOL = "school"
    REMOTE_LESSON = "remote_lesson"
    PRIVATE = "private"


class ReportedTo(StrEnum):
    """Who heard of it first (protocol A9 names leadership and board, A10 the teacher)."""

    TEACHER = "teacher"
    LEADERSHIP = "leadership"
    BOARD = "board"


class ReportedHow(StrEnum):
    """The way in which the report came."""

    PHONE = "phone"
    IN_PERSON = "in_person"
    ON_BEHALF = "on_behalf"
    WRITTEN = "written"
    ANONYMOUS = "anonymous"
    FOUND = "found"


class InvolvementRole(StrEnum):
    """A person's part in the case."""

    REPORTER = "reporter"
    AFFECTED = "affected"
    ACTOR = "actor"
    WITNESS = "witness"
    GUARDIAN = "guardian"
    OTHER = "other"


class Outcome(StrEnum):
    """What was found about one person when the case closed."""

    ESTABLISHED = "established"
    NOT_PROVEN = "not_proven"
    NOTHING_FOUND = "nothing_found"
    HELPED = "helped"


OF_IMAGERY = frozenset({"SEXTING", "SEXTORTION"})  # categories in which such a picture may turn up
NEEDS_WHY = frozenset({Outcome.NOT_PROVEN, Outcome.NOTHING_FOUND})


class EntryKind(StrEnum):
    """What one line of the timeline is."""

    NOTE = "note"
    TALK = "talk"
    CALL = "call"
    LETTER = "letter"
    DECISION = "decision"
    EVIDENCE = "evidence"
    TASK = "task"
    STATUS = "status"


class Flag(StrEnum):
    """What triage found; each opens its own chain."""

    PROTOCOL_CALL_DUE = "protocol_call_due"
    STATUTORY_CONSULT_DUE = "statutory_consult_due"
    SEXUAL_IMAGERY = "sexual_imagery"
    SEXUAL = "sexual"
    ACUTE = "acute"
    POSSIBLY_CRIMINAL = "possibly_criminal"
    COMPLAINT = "complaint"
    ABUSE_CODE = "abuse_code"
    WHISTLEBLOWING = "whistleblowing"


class Duty(StrEnum):
    """A duty that another feature meets and that the case remembers."""

    PROTOCOL_CALL = "protocol_call"
    STATUTORY_CONSULT = "statutory_consult"


FLAG_OF_DUTY = {
    Duty.PROTOCOL_CALL: Flag.PROTOCOL_CALL_DUE,
    Duty.STATUTORY_CONSULT: Flag.STATUTORY_CONSULT_DUE,
}


class Scope(StrEnum):
    """The three sizes of protocol A11."""

    SMALL_GROUP = "small_group"
    CLASS = "class"
    SEVERAL_CLASSES = "several_classes"


@dataclass(frozen=True)
class NewTriage:
    """The answers to the questions of triage; a ``school_related`` of False ends the case.

    ``unknown`` names the questions that nobody can answer yet: they count as no, and become tasks.
    ``about`` says per involvement (its id) of which kind that person's part is.
    """

    school_related: bool
    severity: CaseSeverity = CaseSeverity.LIGHT
    acute: bool = False
    task_holder: bool = False
    transgressive: bool = False
    sexual: bool = False
    sexual_imagery: bool = False
    possibly_criminal: bool = False
    child_abuse: bool = False
    complaint: bool = False
    whistleblowing: bool = False
    scope: Scope | None = None
    reason: str = ""
    unknown: frozenset[str] = frozenset()
    about: tuple[tuple[int, str], ...] = ()


VICE_POLICE = "vice_police"  # the template of the task to call the police about a sexual picture of a child
FIND_OUT = "find_out_"  # the template of the task to find out what a question of triage asks
_TODAY = frozenset({"acute", "task_holder", "transgressive", "sexual", "sexual_imagery", "child_abuse"})


def find_out_by(question: str, today: date) -> date:
    """The day before which an open question of triage is answered: today where a duty may hang on it."""
    return today if question in _TODAY else add_working_days(today, 1)


def says_why(reason: str) -> bool:
    """Whether a reason tells something: a point or a single word does not."""
    return sum(sign.isalpha() for sign in reason) >= REASON_LETTERS


def flags_of(triage: NewTriage) -> frozenset[Flag]:
    """The flags that these answers set (rules 4.1, 4.4 and 8; protocol D3)."""
    sexual = triage.sexual or triage.sexual_imagery  # making or having such a picture is a sexual offence itself
    answers = {
        Flag.PROTOCOL_CALL_DUE: triage.task_holder and triage.transgressive,
        Flag.STATUTORY_CONSULT_DUE: triage.task_holder and sexual,
        Flag.SEXUAL: sexual and not triage.task_holder,
        Flag.SEXUAL_IMAGERY: triage.sexual_imagery,
        Flag.ACUTE: triage.acute,
        Flag.POSSIBLY_CRIMINAL: triage.possibly_criminal,
        Flag.COMPLAINT: triage.complaint,
        Flag.ABUSE_CODE: triage.child_abuse,
        Flag.WHISTLEBLOWING: triage.whistleblowing,
    }
    return frozenset(flag for flag, is_set in answers.items() if is_set)


_TRIAGE_ADVICE = (
    (Flag.ACUTE, Severity.WARN, ""),
    (Flag.STATUTORY_CONSULT_DUE, Severity.WARN, "WPO artikel 4a"),
    (Flag.PROTOCOL_CALL_DUE, Severity.WARN, "protocol D3"),
    (Flag.SEXUAL_IMAGERY, Severity.BLOCK, "Sr artikel 252"),
    (Flag.SEXUAL, Severity.INFO, "WOT artikel 6"),
    (Flag.POSSIBLY_CRIMINAL, Severity.INFO, "protocol D7"),
    (Flag.ABUSE_CODE, Severity.WARN, "WPO artikel 4b"),
    (Flag.COMPLAINT, Severity.INFO, "WPO artikel 14"),
    (Flag.WHISTLEBLOWING, Severity.WARN, "Wet bescherming klokkenluiders"),
)


def advice_for(flags: Iterable[Flag]) -> tuple[Finding, ...]:
    """What each flag asks of the director, the most urgent first; one call that meets both duties is one advice."""
    raised = frozenset(flags)
    if Flag.STATUTORY_CONSULT_DUE in raised:
        raised -= {Flag.PROTOCOL_CALL_DUE}
    return tuple(
        Finding(acute_advice(raised) if flag is Flag.ACUTE else f"cases.advice.{flag}", severity, source)
        for flag, severity, source in _TRIAGE_ADVICE
        if flag in raised
    )


def acute_advice(flags: frozenset[Flag]) -> str:
    """The code of what to do when there is danger; under article 4a parents are called after the consult."""
    return "cases.advice.acute_4a" if Flag.STATUTORY_CONSULT_DUE in flags else "cases.advice.acute"


def doubtful(triage: NewTriage) -> tuple[Finding, ...]:
    """Answers that do not go together: a sexual picture of a child that would be no offence (rules 4.4)."""
    if triage.sexual_imagery and not triage.possibly_criminal:
        return (Finding("cases.triage.imagery_is_criminal", Severity.WARN, "Sr artikel 252"),)
    return ()


def suggested_severity(triage: NewTriage, usual: CaseSeverity | None = None) -> CaseSeverity:
    """The weight that the answers suggest (rules 8), or the ``usual`` one of its kind; the user decides."""
    if flags_of(triage) - {Flag.COMPLAINT, Flag.WHISTLEBLOWING, Flag.PROTOCOL_CALL_DUE}:
        return CaseSeverity.SERIOUS
    wide = triage.task_holder or triage.scope in {Scope.CLASS, Scope.SEVERAL_CLASSES}
    answered = CaseSeverity.MEDIUM if wide else CaseSeverity.LIGHT
    return max((answered, usual or answered), key=list(CaseSeverity).index)


def scope_of(groups: Sequence[str]) -> Scope:
    """The size of the problem (protocol A11) from the group of each pupil who did or suffered it."""
    if len(groups) <= law.number("case.small_group"):
        return Scope.SMALL_GROUP
    return Scope.SEVERAL_CLASSES if len({group for group in groups if group}) > 1 else Scope.CLASS


def number_of(school_year: str, running: int) -> str:
    """The number of a case, such as ``2026-2027/SM-014``."""
    return f"{school_year}/SM-{running:03d}"


def short_number(number: str) -> str:
    """The part of the number after the school year: ``SM-014``."""
    return number.rpartition("/")[2]


def move_findings(now_at: Status, to: Status, *, is_triaged: bool) -> tuple[Finding, ...]:
    """What stands in the way of this move; closing and reopening are acts of their own."""
    if now_at is Status.CLOSED:
        return (Finding("cases.move.closed", Severity.BLOCK),)
    if to is Status.CLOSED:
        return (Finding("cases.move.use_close", Severity.BLOCK),)
    if to is now_at:
        return (Finding("cases.move.same", Severity.BLOCK),)
    if not is_triaged and to not in TO_JUDGE:
        return (Finding("cases.move.triage_first", Severity.BLOCK, "protocol A8"),)
    return ()


def consult_target(knowledge_at: datetime) -> date:
    """The day on which a call that is due ``onverwijld`` should be made: the first on which it could be."""
    return call_due(knowledge_at).target.date()


def is_quiet(status: Status, changed_on: date, evaluate_on: date | None, today: date) -> bool:
    """Whether nobody touched an open case for so long that somebody should look (3 weeks); waiting is no neglect."""
    waits = status in {Status.CLOSED, Status.INTAKE, Status.TRIAGE} or (
        status is Status.EVALUATION and evaluate_on is not None and evaluate_on >= today
    )
    return not waits and today - changed_on >= law.quiet_after()


def evaluation_day(today: date) -> date:
    """The day proposed for the evaluation (rules 8: after 4 to 6 weeks), a working day."""
    return working_day_from(today + law.evaluate_after())

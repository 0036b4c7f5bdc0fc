"""Rules of the ladder for employees: warning, suspension, reprimand, dismissal, summary dismissal (CAO PO, BW)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.kernel.calendar import add_months, hours_between
from app.kernel.findings import Finding, Severity
from app.kernel.terms import compute_term
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, Rule
from app.measures.remedies import remedies_are_known
from app.protocol.rules import Protocol

CAO = N_("CAO PO")
BW_677 = N_("BW 7:677")
HAARLEM = N_("Rechtbank Haarlem 2012:BX0763")
REVIEWS = ("employee.suspension.review_first", "employee.suspension.review_second")


def suspension_lasts_four_weeks_at_most(draft: Draft, background: Background) -> Iterator[Finding]:
    """At most 28 days, never extended for a weekend or a holiday."""
    if draft.first_day is None or draft.days is None or draft.days < 1:
        return
    limit = background.term("employee.suspension.max", draft.first_day).last_day
    values = {"days": draft.days, "last_day": limit}
    if draft.last_day is not None and draft.last_day > limit:
        yield Finding("measures.employee_suspension_too_long", Severity.BLOCK, CAO, values)
    else:
        yield Finding("measures.employee_suspension_length_ok", Severity.OK, CAO, values)


def suspension_goes_on(draft: Draft, background: Background) -> Iterator[Finding]:
    """A suspension that follows directly on another extends it: only in special cases, while it is necessary."""
    if draft.first_day is None:
        return
    for earlier in background.effective:
        if earlier.rung != draft.rung or earlier.last_day is None:
            continue
        if timedelta(0) < draft.first_day - earlier.last_day <= timedelta(days=7):
            values = {"last_day": earlier.last_day}
            yield Finding("measures.suspension_extended", Severity.WARN, HAARLEM, values)


def review_days(protocol: Protocol, first_day: date, last_day: date | None) -> tuple[tuple[int, date], ...]:
    """The days on which a suspension is looked at again, as far as it lasts."""
    numbers = (protocol.number(code, first_day) for code in REVIEWS)
    days = ((day, first_day + timedelta(days=day - 1)) for day in numbers)
    return tuple((day, on) for day, on in days if last_day is None or on <= last_day)


def suspension_is_reviewed(draft: Draft, background: Background) -> Iterator[Finding]:
    """On day 14 and 24 the board asks whether it is still necessary."""
    if draft.first_day is None:
        return
    for day, on in review_days(background.protocol, draft.first_day, draft.last_day):
        yield Finding("measures.review", Severity.INFO, HAARLEM, {"day": day, "on": on})


def suspension_keeps_salary(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A suspension is an order, no fine; as a punishment it is disputed."""
    if draft.is_disciplinary:
        yield Finding("measures.disciplinary_disputed", Severity.WARN, CAO)
    yield Finding("measures.salary_continues", Severity.INFO, CAO)


def warning_is_no_cao_measure(draft: Draft, background: Background) -> Iterator[Finding]:
    """The protocol's warning is an instruction of the employer; it lapses after the school's own term."""
    values = {"on": lapses_on(background, draft)}
    yield Finding("measures.warning_is_instruction", Severity.INFO, N_("BW 7:660"), values)


def reprimand_lapses(draft: Draft, background: Background) -> Iterator[Finding]:
    """A reprimand leaves the file after the school's own term, unless the decision says otherwise."""
    values = {"on": lapses_on(background, draft)}
    yield Finding("measures.reprimand_lapses", Severity.INFO, N_("bewaartermijn van de school"), values)


def lapses_on(background: Background, draft: Draft) -> date:
    """When this measure leaves the personnel file."""
    decided = draft.decided_on or background.today
    return expiry(background.protocol, draft.rung, decided) or decided


def expiry(protocol: Protocol, rung: str, decided_on: date) -> date | None:
    """The day on which a measure leaves the personnel file, for rungs whose retention only reminds."""
    retention = protocol.retention_of(protocol.rung(rung, decided_on).retention)
    if retention.behaviour != "remind":
        return None
    return add_months(decided_on, retention.span.count)


def dismissal_goes_to_court(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """Dismissal runs through the kantonrechter or by agreement."""
    yield Finding("measures.dismissal_route", Severity.INFO, N_("BW 7:669 en 7:671b"))


def clock_runs_since_knowledge(draft: Draft, background: Background) -> Iterator[Finding]:
    """Onverwijld: the clock starts when anyone in the leadership knew, and knows no weekend."""
    if draft.knowledge_at is None:
        return
    hours = int(hours_between(draft.knowledge_at, background.now))
    if hours < 0:
        yield Finding("measures.knowledge_ahead", Severity.BLOCK, BW_677)
        return
    yield Finding("measures.clock_runs", Severity.INFO, BW_677, {"hours": hours, "on": draft.knowledge_at.date()})


def somebody_keeps_moving(draft: Draft, background: Background) -> Iterator[Finding]:
    """Two working days without an activity endanger a summary dismissal."""
    known = [moment for moment in (background.last_activity_at, draft.knowledge_at) if moment is not None]
    if not known:
        return
    last = max(known)
    definition = background.protocol.term("employee.summary_dismissal", last.date())
    if background.today > compute_term(definition, last.date()).last_day:
        yield Finding("measures.silent_too_long", Severity.WARN, BW_677, {"on": last.date()})


def reason_is_told_at_once(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """The urgent reason is told with the dismissal itself, and cannot be completed later."""
    yield Finding("measures.tell_reason_at_once", Severity.INFO, N_("BW 7:677 lid 1"))


RULES: dict[str, tuple[Rule, ...]] = {
    "WARNING": (warning_is_no_cao_measure, remedies_are_known),
    "SUSPENSION": (
        suspension_lasts_four_weeks_at_most,
        suspension_goes_on,
        suspension_is_reviewed,
        remedies_are_known,
        suspension_keeps_salary,
    ),
    "REPRIMAND": (remedies_are_known, reprimand_lapses),
    "DISMISSAL": (dismissal_goes_to_court, clock_runs_since_knowledge, remedies_are_known),
    "SUMMARY_DISMISSAL": (
        clock_runs_since_knowledge,
        somebody_keeps_moving,
        reason_is_told_at_once,
        remedies_are_known,
    ),
}

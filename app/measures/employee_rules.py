"""Rules of the ladder for employees: warning, suspension, reprimand, dismissal, summary dismissal (CAO PO, BW)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.kernel.calendar import add_working_days
from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, HeardAs, Rule
from app.measures.hearing_rules import person_was_heard

CAO = N_("CAO PO")
BW_677 = N_("BW 7:677")
CAREFUL = N_("zorgvuldigheid")
REVIEW_DAYS = (14, 24)
SILENT_WORKING_DAYS = 2
COMMITTEE = N_("Onderwijsgeschillen 106138")


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


def review_days(first_day: date, last_day: date | None) -> tuple[tuple[int, date], ...]:
    """The days on which a suspension is looked at again, as far as it lasts."""
    days = ((day, first_day + timedelta(days=day - 1)) for day in REVIEW_DAYS)
    return tuple((day, on) for day, on in days if last_day is None or on <= last_day)


def suspension_is_reviewed(draft: Draft, _background: Background) -> Iterator[Finding]:
    """On day 14 and 24 the board asks whether it is still necessary."""
    if draft.first_day is None:
        return
    for day, on in review_days(draft.first_day, draft.last_day):
        values = {"day": day, "on": on}
        yield Finding("measures.review", Severity.INFO, N_("Rechtbank Haarlem 2012:BX0763"), values)


def suspension_is_heard_before(draft: Draft, background: Background) -> Iterator[Finding]:
    """The employee is heard before the decision; three weeks afterwards is too late."""
    yield from person_was_heard(draft, background, HeardAs.EMPLOYEE, Severity.BLOCK, COMMITTEE)


def suspension_keeps_salary(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """A suspension is an order, no fine."""
    yield Finding("measures.salary_continues", Severity.INFO, CAO)


def employee_is_heard(draft: Draft, background: Background) -> Iterator[Finding]:
    """The employee told the own side."""
    yield from person_was_heard(draft, background, HeardAs.EMPLOYEE, Severity.WARN, N_("hoor en wederhoor"))


def decision_goes_registered(draft: Draft, _background: Background) -> Iterator[Finding]:
    """The decision is sent by registered post."""
    if not draft.registered:
        yield Finding("measures.send_registered", Severity.WARN, CAO)


def appeal_is_open(draft: Draft, background: Background) -> Iterator[Finding]:
    """Six weeks to appeal to the Commissie van beroep."""
    start = draft.decided_on or background.today
    values = {"last_day": background.term("employee.appeal", start).last_day}
    yield Finding("measures.appeal_until", Severity.INFO, N_("CAO PO artikel 12.1"), values)


def intention_came_first(draft: Draft, background: Background) -> Iterator[Finding]:
    """A reprimand follows on a registered intention, three weeks for views, and counsel allowed."""
    if draft.intent_on is None:
        yield Finding("measures.intent_missing", Severity.BLOCK, CAO)
        return
    if not draft.intent_registered:
        yield Finding("measures.intent_not_registered", Severity.WARN, CAO)
    if not draft.counsel_told:
        yield Finding("measures.counsel_not_told", Severity.WARN, CAO)
    last_day = background.term("employee.defence", draft.intent_on).last_day
    if draft.views_on is not None:
        yield Finding("measures.views_received", Severity.OK, CAO, {"on": draft.views_on})
    elif (draft.decided_on or background.today) <= last_day:
        yield Finding("measures.views_still_open", Severity.BLOCK, CAO, {"last_day": last_day})
    else:
        yield Finding("measures.views_term_passed", Severity.OK, CAO, {"last_day": last_day})


def warning_is_no_cao_measure(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """The protocol's warning is an instruction of the employer; it lapses after two years."""
    yield Finding("measures.warning_is_instruction", Severity.INFO, N_("BW 7:660"))


def reprimand_lapses(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """A reprimand leaves the file after three years, unless the decision says otherwise."""
    yield Finding("measures.reprimand_lapses", Severity.INFO, N_("bewaartermijn van de school"))


def jurist_is_asked(draft: Draft, _background: Background) -> Iterator[Finding]:
    """Dismissal is not done without a jurist."""
    if draft.jurist_on is None:
        yield Finding("measures.ask_jurist", Severity.WARN, CAREFUL)
    else:
        yield Finding("measures.jurist_asked", Severity.OK, CAREFUL, {"on": draft.jurist_on})


def dismissal_goes_to_court(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """Dismissal runs through the kantonrechter or by agreement."""
    yield Finding("measures.dismissal_route", Severity.INFO, N_("BW 7:669 en 7:671b"))


def clock_runs_since_knowledge(draft: Draft, background: Background) -> Iterator[Finding]:
    """Onverwijld: the clock starts when anyone in the leadership knew."""
    if draft.knowledge_at is None:
        yield Finding("measures.knowledge_missing", Severity.BLOCK, BW_677)
        return
    hours = int((background.now - draft.knowledge_at).total_seconds() // 3600)
    yield Finding("measures.clock_runs", Severity.INFO, BW_677, {"hours": hours, "on": draft.knowledge_at.date()})


def somebody_keeps_moving(draft: Draft, background: Background) -> Iterator[Finding]:
    """Two working days without an activity endanger a summary dismissal."""
    last = background.last_activity_at or draft.knowledge_at
    if last is None:
        return
    if background.today > add_working_days(last.date(), SILENT_WORKING_DAYS):
        yield Finding("measures.silent_too_long", Severity.WARN, BW_677, {"on": last.date()})


RULES: dict[str, tuple[Rule, ...]] = {
    "WARNING": (employee_is_heard, warning_is_no_cao_measure),
    "SUSPENSION": (
        suspension_lasts_four_weeks_at_most,
        suspension_is_heard_before,
        decision_goes_registered,
        suspension_is_reviewed,
        appeal_is_open,
        suspension_keeps_salary,
    ),
    "REPRIMAND": (intention_came_first, decision_goes_registered, appeal_is_open, reprimand_lapses),
    "DISMISSAL": (employee_is_heard, jurist_is_asked, dismissal_goes_to_court),
    "SUMMARY_DISMISSAL": (
        clock_runs_since_knowledge,
        somebody_keeps_moving,
        suspension_is_heard_before,
        jurist_is_asked,
    ),
}

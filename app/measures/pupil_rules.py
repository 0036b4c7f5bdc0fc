"""Rules of the ladder for pupils: suspension (WPO 40c), removal (WPO 40, 63), device and message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.kernel.calendar import is_working_day
from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, HeardAs, Location, Rule
from app.measures.hearing_rules import any_heard, guardians_were_heard, person_was_heard

WPO_40C = N_("WPO artikel 40c")
WPO_40 = N_("WPO artikel 40 lid 11")
WPO_63 = N_("WPO artikel 63")
SAME_FACTS_GAP = 7  # days between two suspensions that "follow directly" (holidays apart)


def suspension_lasts_a_week_at_most(draft: Draft, background: Background) -> Iterator[Finding]:
    """At most seven calendar days, never extended for a weekend or a holiday."""
    if draft.first_day is None or draft.days is None or draft.days < 1:
        return
    limit = background.term("pupil.suspension.max", draft.first_day).last_day
    values = {"days": draft.days, "last_day": limit}
    if draft.last_day is not None and draft.last_day > limit:
        yield Finding("measures.suspension_too_long", Severity.BLOCK, WPO_40C, values)
    else:
        yield Finding("measures.suspension_length_ok", Severity.OK, WPO_40C, values)


def inspectorate_hears_the_same_day(draft: Draft, background: Background) -> Iterator[Finding]:
    """Longer than one day: the inspectorate is told in writing, with the reasons, the same day."""
    if draft.days is not None and draft.days > 1:
        values = {"on": draft.decided_on or background.today}
        yield Finding("measures.tell_inspectorate", Severity.INFO, WPO_40C, values)


def inside_counts_too(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A time-out or an internal suspension is a suspension."""
    if draft.location is Location.INTERNAL:
        yield Finding("measures.internal_counts", Severity.INFO, N_("Inspectie van het Onderwijs"))


def starts_on_a_working_day(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A first day in the weekend or on a holiday costs days without effect."""
    if draft.first_day is not None and not is_working_day(draft.first_day):
        yield Finding("measures.starts_on_free_day", Severity.INFO, WPO_40C, {"first_day": draft.first_day})


def not_twice_for_the_same(draft: Draft, background: Background) -> Iterator[Finding]:
    """A second suspension that follows directly, for the same facts, stretches the week."""
    if draft.first_day is None:
        return
    for earlier in background.effective:
        if earlier.rung != draft.rung or earlier.case_id != background.case_id or earlier.last_day is None:
            continue
        if timedelta(0) < draft.first_day - earlier.last_day <= timedelta(days=SAME_FACTS_GAP):
            yield Finding("measures.suspended_again", Severity.WARN, WPO_40C, {"last_day": earlier.last_day})


def suspension_is_heard(draft: Draft, background: Background) -> Iterator[Finding]:
    """The pupil and each guardian with authority are heard; courts test it."""
    yield from person_was_heard(draft, background, HeardAs.PUPIL, Severity.WARN)
    yield from guardians_were_heard(draft, background)


def parents_get_the_letter(draft: Draft, _background: Background) -> Iterator[Finding]:
    """The decision goes to the parents in writing before it starts."""
    if draft.first_day is not None:
        yield Finding("measures.letter_before_start", Severity.INFO, WPO_40C, {"first_day": draft.first_day})


def parent_is_not_the_cause(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A measure for a child because of a parent meets even higher care."""
    if draft.caused_by_parent:
        yield Finding("measures.caused_by_parent", Severity.WARN, N_("Rechtbank Limburg 2022:5138"))


def removal_heard_the_teacher(draft: Draft, background: Background) -> Iterator[Finding]:
    """The class teacher is heard before a removal."""
    if not any_heard(draft, background, HeardAs.TEACHER):
        yield Finding("measures.teacher_not_heard", Severity.BLOCK, WPO_40)


def removal_heard_the_parents(draft: Draft, background: Background) -> Iterator[Finding]:
    """The parents are heard before a removal."""
    if any_heard(draft, background, HeardAs.GUARDIAN):
        yield from guardians_were_heard(draft, background)
    else:
        yield Finding("measures.parents_not_heard", Severity.BLOCK, WPO_40)


def another_school_is_willing(draft: Draft, _background: Background) -> Iterator[Finding]:
    """Another school has confirmed that it admits the pupil; seeking for eight weeks is no longer enough."""
    if not draft.other_school.strip():
        yield Finding("measures.no_other_school", Severity.BLOCK, WPO_40)
    elif draft.other_school_on is None:
        values = {"school": draft.other_school}
        yield Finding("measures.other_school_not_confirmed", Severity.BLOCK, WPO_40, values)
    else:
        confirmed = {"school": draft.other_school, "on": draft.other_school_on}
        yield Finding("measures.other_school_ok", Severity.OK, WPO_40, confirmed)


def removal_was_announced(draft: Draft, _background: Background) -> Iterator[Finding]:
    """The parents had a letter with the intention first."""
    if draft.intent_on is None:
        yield Finding("measures.removal_not_announced", Severity.WARN, N_("goed gebruik"))


def removal_tells_of_objection(draft: Draft, background: Background) -> Iterator[Finding]:
    """The letter names the right to object, and until when."""
    if not draft.objection_clause:
        yield Finding("measures.objection_clause_missing", Severity.BLOCK, WPO_63)
    last_day = background.term("removal.objection", draft.decided_on or background.today).last_day
    yield Finding("measures.objection_until", Severity.INFO, WPO_63, {"last_day": last_day})


def municipality_hears_at_once(draft: Draft, background: Background) -> Iterator[Finding]:
    """The municipality is told of a removal on the same day."""
    day: date = draft.decided_on or background.today
    yield Finding("measures.tell_municipality", Severity.INFO, N_("Leerplichtwet artikel 18"), {"on": day})


def device_goes_back_today(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A device is back at the end of the same school day."""
    days = draft.days or 1
    if days <= 1:
        yield Finding("measures.device_same_day", Severity.OK, N_("goed gebruik"))
    else:
        yield Finding("measures.device_too_long", Severity.WARN, N_("goed gebruik"), {"days": days})


def message_is_removed_by_the_owner(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """Nobody of the school searches or wipes a telephone."""
    yield Finding("measures.owner_removes", Severity.INFO, N_("protocol D6"))


def parents_are_told(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """A warning goes to both guardians with authority, in writing."""
    yield Finding("measures.warning_to_parents", Severity.INFO, N_("protocol D5"))


RULES: dict[str, tuple[Rule, ...]] = {
    "CONVERSATION": (parent_is_not_the_cause,),
    "DEVICE_CUSTODY": (device_goes_back_today, parent_is_not_the_cause),
    "CONTENT_REMOVAL": (message_is_removed_by_the_owner, parent_is_not_the_cause),
    "WARNING": (suspension_is_heard, parents_are_told, parent_is_not_the_cause),
    "SUSPENSION": (
        suspension_lasts_a_week_at_most,
        not_twice_for_the_same,
        suspension_is_heard,
        parent_is_not_the_cause,
        inspectorate_hears_the_same_day,
        inside_counts_too,
        starts_on_a_working_day,
        parents_get_the_letter,
    ),
    "REMOVAL": (
        removal_heard_the_teacher,
        removal_heard_the_parents,
        another_school_is_willing,
        removal_was_announced,
        removal_tells_of_objection,
        municipality_hears_at_once,
        parent_is_not_the_cause,
    ),
}

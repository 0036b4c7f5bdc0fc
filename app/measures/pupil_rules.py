"""Rules of the ladder for pupils: suspension (WPO 40c), removal (WPO 40, 63), device and message."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from app.kernel.calendar import is_working_day, working_day_from
from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, Location, Rule
from app.measures.remedies import remedies_are_known

WPO_40C = N_("WPO artikel 40c")
WPO_63 = N_("WPO artikel 63")
GOOD_USE = N_("goed gebruik")
_WEEKEND = 5


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
    if draft.days is None or draft.days < 1:
        return
    if draft.days > background.number("pupil.suspension.tell_over_days"):
        decided = draft.decided_on or background.today
        late = background.term("pupil.suspension.inspectorate_over", decided).last_day
        yield Finding("measures.tell_inspectorate", Severity.INFO, WPO_40C, {"on": decided, "last_day": late})
    else:
        yield Finding("measures.no_notice_needed", Severity.INFO, WPO_40C)


def inside_counts_too(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A time-out or an internal suspension is a suspension."""
    if draft.location is Location.INTERNAL:
        yield Finding("measures.internal_counts", Severity.INFO, N_("Inspectie van het Onderwijs"))


def starts_on_a_working_day(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A first day in the weekend or on a holiday costs days without effect."""
    if draft.first_day is not None and not is_working_day(draft.first_day):
        yield Finding("measures.starts_on_free_day", Severity.INFO, WPO_40C, {"first_day": draft.first_day})


def comes_back(draft: Draft, _background: Background) -> Iterator[Finding]:
    """The pupil is expected on the first working day afterwards; a talk that morning helps."""
    if draft.last_day is not None and draft.first_day is not None and draft.last_day >= draft.first_day:
        back = working_day_from(draft.last_day + timedelta(days=1))
        yield Finding("measures.comes_back", Severity.INFO, GOOD_USE, {"on": back})


def absence_is_authorised(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A suspended pupil is not truant."""
    if draft.location is Location.HOME:
        yield Finding("measures.absence_is_authorised", Severity.INFO, N_("Leerplichtwet artikel 11"))


def not_twice_for_the_same(draft: Draft, background: Background) -> Iterator[Finding]:
    """A second suspension that follows directly, for the same facts, stretches the week."""
    if draft.first_day is None:
        return
    gap = timedelta(days=background.number("pupil.suspension.again_days"))
    own = {background.case_id, *draft.further_cases}
    for earlier in background.effective:
        if earlier.rung != draft.rung or not own & earlier.cases or earlier.last_day is None:
            continue
        if timedelta(0) < draft.first_day - earlier.last_day <= gap:
            yield Finding("measures.suspended_again", Severity.WARN, WPO_40C, {"last_day": earlier.last_day})


def parent_is_not_the_cause(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A measure for a child because of a parent meets even higher care."""
    if draft.caused_by_parent:
        yield Finding("measures.caused_by_parent", Severity.WARN, N_("Rechtbank Limburg 2022:5138"))


def municipality_hears_at_once(draft: Draft, background: Background) -> Iterator[Finding]:
    """The municipality is told of a removal on the same day."""
    day: date = draft.decided_on or background.today
    yield Finding("measures.tell_municipality", Severity.INFO, N_("Leerplichtwet artikel 18"), {"on": day})


def inspectorate_may_hear(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """The law asks no notice of a removal to the inspectorate; many municipalities do."""
    yield Finding("measures.inspectorate_optional", Severity.INFO, GOOD_USE)


def stays_enrolled(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """The pupil stays enrolled until the other school takes over."""
    yield Finding("measures.stays_enrolled", Severity.INFO, N_("Besluit bekostiging WPO 2022 artikel 10"))


def school_confirmed_before(draft: Draft, background: Background) -> Iterator[Finding]:
    """The other school agreed before the decision, not after it."""
    decided = draft.decided_on or background.today
    if draft.other_school_on is not None and draft.other_school_on > decided:
        values = {"on": draft.other_school_on}
        yield Finding("measures.other_school_later", Severity.BLOCK, N_("WPO artikel 40 lid 11"), values)


def device_goes_back_today(draft: Draft, background: Background) -> Iterator[Finding]:
    """A device is back at the end of the same school day; longer, or over a weekend, weighs heavier."""
    first, days = draft.first_day, draft.days or 1
    values = {"days": days}
    if first is None or days <= 1:
        yield Finding("measures.device_same_day", Severity.OK, GOOD_USE)
    elif days > background.number("device.weekend_days") or _over_weekend(first, days):
        yield Finding("measures.device_far_too_long", Severity.WARN, GOOD_USE, values)
    else:
        yield Finding("measures.device_too_long", Severity.WARN, GOOD_USE, values)


def _over_weekend(first: date, days: int) -> bool:
    return any((first + timedelta(days=number)).weekday() >= _WEEKEND for number in range(days))


def nobody_looks_inside(_draft: Draft, _background: Background) -> Iterator[Finding]:
    """No code, no search, no wiping: only the police may."""
    yield Finding("measures.nobody_looks_inside", Severity.INFO, N_("bevoegdheid van de politie"))


RULES: dict[str, tuple[Rule, ...]] = {
    "CONVERSATION": (parent_is_not_the_cause,),
    "DEVICE_CUSTODY": (device_goes_back_today, nobody_looks_inside, parent_is_not_the_cause),
    "CONTENT_REMOVAL": (nobody_looks_inside, parent_is_not_the_cause),
    "WARNING": (remedies_are_known, parent_is_not_the_cause),
    "SUSPENSION": (
        suspension_lasts_a_week_at_most,
        not_twice_for_the_same,
        parent_is_not_the_cause,
        inspectorate_hears_the_same_day,
        inside_counts_too,
        starts_on_a_working_day,
        remedies_are_known,
        absence_is_authorised,
        comes_back,
    ),
    "REMOVAL": (
        school_confirmed_before,
        parent_is_not_the_cause,
        remedies_are_known,
        municipality_hears_at_once,
        inspectorate_may_hear,
        stays_enrolled,
    ),
}

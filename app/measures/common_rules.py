"""Rules that hold for every measure: dates, facts, signatory, overlap, condition, the person still there."""

from __future__ import annotations

from collections.abc import Iterator

from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Decider, Draft, Rule
from app.people.rules import PersonKind
from app.school.rules import may_decide

# steps of a teacher: a talk, a telephone in the drawer, a message taken away by the pupil
INFORMAL = frozenset({"CONVERSATION", "DEVICE_CUSTODY", "CONTENT_REMOVAL"})
# steps with a first and a last day
LASTING = frozenset({"SUSPENSION", "ACCESS_BAN"})

CAREFUL = N_("zorgvuldigheid")
MANDATE = N_("WPO artikel 33a en 40c")


def dates_are_there(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A suspension or ban has a first and a last day; a conditional one gets them once it takes effect."""
    if draft.kind not in LASTING or draft.probation_until is not None:
        return
    if draft.first_day is None:
        yield Finding("measures.first_day_missing", Severity.BLOCK, CAREFUL)
    if draft.last_day is None:
        yield Finding("measures.last_day_missing", Severity.BLOCK, CAREFUL)


def dates_are_in_order(draft: Draft, _background: Background) -> Iterator[Finding]:
    """The last day is not before the first."""
    if draft.days is not None and draft.days < 1:
        yield Finding("measures.end_before_start", Severity.BLOCK, CAREFUL, {"first_day": draft.first_day})


def facts_are_told(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A measure rests on facts, a talk too; nothing is decided without."""
    if not draft.facts.strip():
        yield Finding("measures.facts_missing", Severity.BLOCK, CAREFUL)


def signatory_has_mandate(draft: Draft, background: Background) -> Iterator[Finding]:
    """Who decides may decide; a signature without mandate makes the measure void."""
    rung = background.rung(draft.rung, draft.decided_on)
    if rung is None or draft.kind in INFORMAL:
        return
    values = {"rung": background.label(draft.rung)}
    if draft.decider is None:
        yield Finding("measures.decider_missing", Severity.BLOCK, MANDATE)
    elif may_decide(rung, background.mandates, draft.decider):
        return
    elif draft.decider not in rung.deciders:
        yield Finding("measures.wrong_decider", Severity.BLOCK, MANDATE, values)
    else:
        yield Finding("measures.no_mandate", Severity.BLOCK, MANDATE, values)


def signatory_is_named(draft: Draft, background: Background) -> Iterator[Finding]:
    """A name stands under the decision, and who decides as director is the director."""
    if draft.kind in INFORMAL or draft.decider is None:
        return
    words = draft.decided_by.replace(",", " ").casefold().split()
    if not words:
        yield Finding("measures.signatory_missing", Severity.BLOCK, MANDATE)
    elif draft.decider is Decider.DIRECTOR and not _is_director(words, background):
        values = {"name": draft.decided_by.strip(), "director": background.director}
        yield Finding("measures.other_signatory", Severity.WARN, MANDATE, values)


def _is_director(words: list[str], background: Background) -> bool:
    """Whether the surname of the director stands among these words, or nobody knows who the director is."""
    known = background.director.casefold().split()
    return not known or known[-1] in words


def signatory_is_still_there(draft: Draft, background: Background) -> Iterator[Finding]:
    """Nobody decides after the own last working day at the school."""
    if draft.decider is Decider.BOARD:
        return
    said, on = draft.decided_by.casefold(), draft.decided_on or background.today
    for name, last_day in background.left:
        if name and said.startswith(name.casefold()) and last_day < on:
            yield Finding("measures.signatory_left", Severity.BLOCK, MANDATE, {"name": name, "last_day": last_day})
            return


def decision_is_not_ahead(draft: Draft, background: Background) -> Iterator[Finding]:
    """A decision is dated today or earlier, and not after its own start."""
    if draft.decided_on is None:
        return
    if draft.decided_on > background.today:
        yield Finding("measures.decided_in_future", Severity.BLOCK, CAREFUL, {"today": background.today})
    if draft.first_day is not None and draft.decided_on > draft.first_day:
        yield Finding("measures.decided_after_start", Severity.WARN, CAREFUL, {"first_day": draft.first_day})


def nothing_overlaps(draft: Draft, background: Background) -> Iterator[Finding]:
    """The same measure does not run twice on one day."""
    if draft.first_day is None or draft.last_day is None:
        return
    for earlier in background.effective:
        if earlier.rung != draft.rung or earlier.first_day is None or earlier.last_day is None:
            continue
        if earlier.first_day <= draft.last_day and draft.first_day <= earlier.last_day:
            values = {"first_day": earlier.first_day, "last_day": earlier.last_day}
            yield Finding("measures.overlaps", Severity.BLOCK, CAREFUL, values)


def chain_comes_first(_draft: Draft, background: Background) -> Iterator[Finding]:
    """No own hearings while the consultation of article 4a is open, and none about the facts after it."""
    if background.statutory_chain_open:
        yield Finding("measures.chain_open", Severity.WARN, N_("WPO artikel 4a"))
    elif background.police_investigates:
        yield Finding("measures.police_investigates", Severity.WARN, N_("WPO artikel 4a"))


def person_is_still_here(draft: Draft, background: Background) -> Iterator[Finding]:
    """A measure for who has left, or runs on after the last day, does not reach anybody."""
    if background.person_until is None:
        return
    last = draft.last_day or draft.first_day or draft.decided_on or background.today
    if last > background.person_until:
        values = {"last_day": background.person_until}
        yield Finding("measures.person_left", Severity.WARN, CAREFUL, values)


def condition_is_clear(draft: Draft, background: Background) -> Iterator[Finding]:
    """A conditional measure says until when, and takes effect only after a new breach."""
    if draft.probation_until is None:
        return
    if draft.kind in LASTING and (draft.first_day is not None or draft.last_day is not None):
        yield Finding("measures.conditional_has_days", Severity.BLOCK, CAREFUL)
    if draft.probation_until <= (draft.decided_on or background.today):
        yield Finding("measures.probation_over", Severity.BLOCK, CAREFUL)
    else:
        values = {"until": draft.probation_until}
        yield Finding("measures.conditional", Severity.INFO, N_("Rechtbank Haarlem 2012:BX0763"), values)


def probation_is_weighed(draft: Draft, background: Background) -> Iterator[Finding]:
    """An earlier conditional measure whose period still runs may be put into effect instead."""
    on = draft.decided_on or background.today
    for earlier in background.effective:
        if earlier.probation_until is not None and earlier.probation_until >= on:
            values = {"rung": background.label(earlier.rung), "until": earlier.probation_until}
            yield Finding("measures.probation_runs", Severity.INFO, CAREFUL, values)


def outside_the_order(draft: Draft, background: Background) -> Iterator[Finding]:
    """Where law and protocol differ about the order of a rung, one sentence says so (rules_nl 2, S8 and S9)."""
    if draft.rung == "employee.SUSPENSION":
        yield Finding("measures.order_suspension", Severity.INFO, N_("CAO PO; protocol D4"))
    elif draft.rung == "employee.SUMMARY_DISMISSAL":
        yield Finding("measures.order_summary", Severity.INFO, N_("BW 7:677; protocol D4"))
    elif background.subject is PersonKind.GUARDIAN and draft.kind not in INFORMAL:
        yield Finding("measures.order_parents", Severity.INFO, N_("protocol D6"))


RULES: tuple[Rule, ...] = (
    dates_are_there,
    dates_are_in_order,
    facts_are_told,
    signatory_has_mandate,
    signatory_is_named,
    signatory_is_still_there,
    decision_is_not_ahead,
    nothing_overlaps,
    chain_comes_first,
    person_is_still_here,
    condition_is_clear,
    probation_is_weighed,
    outside_the_order,
)

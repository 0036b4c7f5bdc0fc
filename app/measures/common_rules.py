"""Rules that hold for every measure: dates, reasons, signatory, overlap."""

from __future__ import annotations

from collections.abc import Iterator

from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Decider, Draft, Rule
from app.school.rules import Mandate

# steps of a teacher: a talk, a telephone in the drawer, a message taken away by the pupil
INFORMAL = frozenset({"CONVERSATION", "DEVICE_CUSTODY", "CONTENT_REMOVAL"})
# steps with a first and a last day
LASTING = frozenset({"SUSPENSION", "ACCESS_BAN"})

CAREFUL = N_("zorgvuldigheid")
MANDATE = N_("WPO artikel 33a en 40c")
PROTOCOL = N_("protocol D4 en D6")


def dates_are_there(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A suspension or ban has a first and a last day."""
    if draft.kind not in LASTING:
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
    """A measure rests on facts; a formal one cannot do without."""
    if not draft.facts.strip():
        weight = Severity.WARN if draft.kind in INFORMAL else Severity.BLOCK
        yield Finding("measures.facts_missing", weight, CAREFUL)


def reasons_are_given(draft: Draft, _background: Background) -> Iterator[Finding]:
    """A formal measure says why this one, and not a lighter one."""
    if draft.reasons.strip() or draft.kind in INFORMAL:
        return
    source = N_("WPO artikel 40c") if draft.rung == "pupil.SUSPENSION" else CAREFUL
    weight = Severity.WARN if draft.kind == "WARNING" else Severity.BLOCK
    yield Finding("measures.reasons_missing", weight, source)


def signatory_has_mandate(draft: Draft, background: Background) -> Iterator[Finding]:
    """Who decides may decide; a signature without mandate makes the measure void."""
    rung = background.rung(draft.rung)
    if rung is None or draft.kind in INFORMAL or draft.decider is Decider.BOARD:
        return
    if draft.decider is None:
        yield Finding("measures.decider_missing", Severity.BLOCK, MANDATE)
    elif draft.decider not in rung.deciders:
        yield Finding("measures.wrong_decider", Severity.BLOCK, MANDATE, {"rung": background.label(draft.rung)})
    elif rung.mandate and Mandate(rung.code, draft.decider) not in background.mandates:
        yield Finding("measures.no_mandate", Severity.BLOCK, MANDATE, {"rung": background.label(draft.rung)})


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
    """No own hearings while the consultation of article 4a is open."""
    if background.statutory_chain_open:
        yield Finding("measures.chain_open", Severity.WARN, N_("WPO artikel 4a"))


RULES: tuple[Rule, ...] = (
    dates_are_there,
    dates_are_in_order,
    facts_are_told,
    reasons_are_given,
    signatory_has_mandate,
    decision_is_not_ahead,
    nothing_overlaps,
    chain_comes_first,
)

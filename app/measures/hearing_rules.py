"""Rules about hearing somebody before the decision: who, in time, told why, written down."""

from __future__ import annotations

from collections.abc import Iterator

from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, HeardAs, Hearing, Rule

COURT = N_("rechtspraak")
BOTH_SIDES = N_("hoor en wederhoor")


def heard_in_time(draft: Draft, background: Background, hearing: Hearing) -> bool:
    """Whether somebody was heard before the decision (or before now, while it is not taken)."""
    return hearing.heard_by(draft.decided_on or background.today)


def any_heard(draft: Draft, background: Background, role: HeardAs) -> bool:
    """Whether at least one person in this role was heard in time."""
    return any(hearing.role is role and heard_in_time(draft, background, hearing) for hearing in draft.hearings)


def person_was_heard(
    draft: Draft, background: Background, role: HeardAs, weight: Severity, source: str = COURT
) -> Iterator[Finding]:
    """The person whom the measure concerns was heard, or invited and stayed away."""
    if any_heard(draft, background, role):
        return
    own = [hearing for hearing in draft.hearings if hearing.role is role]
    if own and all(hearing.stayed_away for hearing in own):
        yield Finding("measures.stayed_away", Severity.WARN, source, {"name": own[0].name})
        return
    late = any(hearing.held_at is not None for hearing in own)
    code = f"measures.{role}_heard_too_late" if late else f"measures.{role}_not_heard"
    if background.statutory_chain_open and not late:
        code = "measures.hear_after_consult"
    yield Finding(code, weight, source)


def guardians_were_heard(draft: Draft, background: Background) -> Iterator[Finding]:
    """Each guardian with authority was heard, or it is written down why not."""
    for hearing in draft.hearings:
        if hearing.role is not HeardAs.GUARDIAN or not hearing.has_authority:
            continue
        if heard_in_time(draft, background, hearing):
            continue
        if hearing.why_not.strip():
            yield Finding("measures.guardian_not_heard_reason", Severity.INFO, COURT, {"name": hearing.name})
        else:
            yield Finding("measures.one_guardian_not_heard", Severity.WARN, COURT, {"name": hearing.name})


def hearings_are_sound(draft: Draft, background: Background) -> Iterator[Finding]:
    """Who was heard knew the purpose, and there is a report; what is planned comes before the decision."""
    for hearing in draft.hearings:
        name = {"name": hearing.name}
        if hearing.held_at is None:
            if hearing.planned_at is not None and not hearing.why_not.strip():
                values = name | {"on": hearing.planned_at.date()}
                yield Finding("measures.hearing_planned", Severity.INFO, BOTH_SIDES, values)
            continue
        if hearing.held_at > background.now:
            yield Finding("measures.heard_in_future", Severity.BLOCK, BOTH_SIDES, name)
        if not hearing.purpose_told:
            yield Finding("measures.purpose_not_told", Severity.WARN, BOTH_SIDES, name)
        if not hearing.report.strip():
            yield Finding("measures.no_report", Severity.WARN, BOTH_SIDES, name)
        if hearing.role is HeardAs.EMPLOYEE:
            yield from _employee_hearing(hearing)


def _employee_hearing(hearing: Hearing) -> Iterator[Finding]:
    """An employee may bring somebody, and may correct the report."""
    name = {"name": hearing.name}
    if not hearing.assistance_told:
        yield Finding("measures.assistance_not_told", Severity.WARN, N_("CAO PO"), name)
    if hearing.report.strip() and hearing.report_sent_on is None and not hearing.comment.strip():
        yield Finding("measures.report_not_shown", Severity.INFO, BOTH_SIDES, name)


RULES: tuple[Rule, ...] = (hearings_are_sound,)

"""When an image must be taken down, and by when: pure, from what was answered and who left.

Sources: rules_nl 3.5 (target 5 working days, limit 1 month: article 12(3) AVG) and 3.7 (30 days after leaving).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from app.consents.rules import (
    MEDIA_BITS,
    Deciders,
    Event,
    EventKind,
    Medium,
    PurposeRule,
    Reason,
    counting,
    judge,
)
from app.kernel.calendar import birthday
from app.people.block_rules import BlockLine, hides_from, withheld_by
from app.protocol import law

AFTER_LEAVING = timedelta(days=30)  # policy of rules_nl 3.7


class Cause(StrEnum):
    """Why an image must go."""

    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    BLOCKED = "blocked"
    LEFT = "left"
    NO_CONSENT = "no_consent"


@dataclass(frozen=True)
class Due:
    """Since when an image may no longer be shown, and why."""

    cause: Cause
    since: date


_CAUSES = {
    Reason.BLOCKED: Cause.BLOCKED,
    Reason.BLOCKED_HERE: Cause.BLOCKED,
    Reason.REFUSED: Cause.REFUSED,
    Reason.OWN_REFUSAL: Cause.REFUSED,
    Reason.WITHDRAWN: Cause.WITHDRAWN,
    Reason.OWN_WITHDRAWAL: Cause.WITHDRAWN,
}
_NOES = frozenset({EventKind.REFUSED, EventKind.WITHDRAWN})


def by_himself(on: date) -> Deciders:
    """An employee decides alone, whatever their age."""
    return Deciders(on, None, withheld=frozenset(), own_answer=True, own_withdrawal=False, guardians=())


def due(
    who: Deciders,
    rule: PurposeRule,
    events: Iterable[Event],
    medium: Medium,
    published_on: date,
    *,
    was_allowed: bool,
    blocks: Sequence[BlockLine] = (),
) -> Due | None:
    """Why this image must go today, if it must; a yes that expired only stops new ones."""
    sifted = counting(events, who.on)
    reason = judge(who, replace(rule, in_use=True), sifted, medium).reason
    if reason in {Reason.ALLOWED, Reason.EXPIRED}:
        return None
    noes = [event for event in sifted if event.kind in _NOES and event.media & MEDIA_BITS[medium]]
    if reason is Reason.PARENTS_DISAGREE:
        cause = Cause.WITHDRAWN if noes[-1].kind is EventKind.WITHDRAWN else Cause.REFUSED
    elif reason in _CAUSES:
        cause = _CAUSES[reason]
    else:
        return None if was_allowed else Due(Cause.NO_CONSENT, published_on)
    holding = [block for block in blocks if hides_from(withheld_by(block.whom), rule.audience)]
    return Due(cause, max(published_on, _since(cause, reason, who, noes, holding)))


def _since(cause: Cause, reason: Reason, who: Deciders, noes: Sequence[Event], blocks: Sequence[BlockLine]) -> date:
    if cause is Cause.BLOCKED:
        return min((block.period.start or date.min for block in blocks if block.period.holds(who.on)), default=who.on)
    if reason is Reason.OWN_WITHDRAWAL:
        own = [event.on for event in noes if event.guardian_id is None]
        twelve = birthday(who.birth_date, law.own_withdrawal_age()) if who.birth_date else date.min
        return max(own[-1], min(twelve, who.on), law.own_withdrawal_since() if who.own_withdrawal else date.min)
    return noes[-1].on

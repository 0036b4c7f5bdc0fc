"""The order of a ladder: where somebody stands on it, what comes next, and what is skipped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from app.kernel.findings import Finding, Severity
from app.kernel.texts import N_
from app.measures.facts import Background, Draft, Ladder
from app.people.rules import PersonKind
from app.protocol.rules import Bound

# rungs that weigh heavier than the one before; the others stand beside the order and may come at any time
WEIGHT: dict[Ladder, tuple[str, ...]] = {
    Ladder.PUPIL: ("CONVERSATION", "WARNING", "SUSPENSION", "REMOVAL"),
    Ladder.EMPLOYEE: ("WARNING", "REPRIMAND", "DISMISSAL"),
}
WEIGHT_FOR_PARENT = ("CONVERSATION", "WARNING", "CONTACT_LIMIT", "ACCESS_BAN")
PROTOCOL = {Ladder.PUPIL: N_("protocol D6"), Ladder.EMPLOYEE: N_("protocol D4")}


@dataclass(frozen=True)
class Proposal:
    """The rung that fits kind, weight and history, with the reasons as codes."""

    rung: str
    reasons: tuple[Finding, ...]


def fits(code: str, background: Background) -> bool:
    """Whether the protocol means this rung for this kind of person, and it stands on the ladder today."""
    return any(rung.code == code for rung in background.standing)


def is_meant_for(code: str, background: Background) -> bool:
    """Whether this rung, closed or not, is meant for this kind of person."""
    rung = background.rung(code)
    return rung is not None and Bound(background.subject) in rung.applies_to


def order_for(background: Background) -> tuple[str, ...]:
    """The rungs of increasing weight for this person, lightest first."""
    ladder = Ladder.EMPLOYEE if background.subject is PersonKind.EMPLOYEE else Ladder.PUPIL
    kinds = WEIGHT_FOR_PARENT if background.subject is PersonKind.GUARDIAN else WEIGHT[ladder]
    return tuple(code for code in (f"{ladder}.{kind}" for kind in kinds) if fits(code, background))


def wrong_ladder(draft: Draft, background: Background) -> Finding | None:
    """A rung that cannot be meant for this kind of person."""
    if fits(draft.rung, background):
        return None
    if is_meant_for(draft.rung, background):
        return Finding("measures.rung_closed", Severity.BLOCK, N_("ladder van de school"))
    if background.subject is PersonKind.GUARDIAN and draft.ladder == Ladder.PUPIL:
        values = {"rung": background.label(draft.rung)}
        return Finding("measures.not_for_parents", Severity.BLOCK, N_("WPO artikel 40 en 40c"), values)
    return Finding("measures.wrong_ladder", Severity.BLOCK, N_("protocol D4 en D6"))


def order_is_kept(draft: Draft, background: Background) -> Iterator[Finding]:
    """The protocol goes up one rung at a time; skipping asks a reason."""
    order = order_for(background)
    if draft.rung not in order:
        return
    source = PROTOCOL[Ladder(draft.ladder)]
    wanted, reached = order.index(draft.rung), _reached(order, background)
    if wanted > reached + 1:
        skipped = tuple(background.label(code) for code in order[reached + 1 : wanted])
        yield Finding("measures.rung_skipped", Severity.WARN, source, {"skipped": ", ".join(skipped)})
    elif wanted <= reached:
        yield Finding("measures.rung_repeated", Severity.INFO, source, {"reached": background.label(order[reached])})
    elif reached < 0:
        yield Finding("measures.rung_first", Severity.OK, source)
    else:
        values = {"reached": background.label(order[reached]), "rung": background.label(draft.rung)}
        yield Finding("measures.rung_next", Severity.OK, source, values)


def _reached(order: tuple[str, ...], background: Background) -> int:
    had = {earlier.rung for earlier in background.effective}
    return max((place for place, code in enumerate(order) if code in had), default=-1)


def propose(background: Background, severity: str, category: str = "") -> Proposal | None:
    """The rung that fits kind, weight and history, with why not a lighter and why not a heavier one.

    ``severity`` is ``light``, ``medium`` or ``serious``; ``category`` is what the person did, in words.
    """
    order = order_for(background)
    if not order:
        return None
    reached = _reached(order, background)
    place = min(reached + 1, len(order) - 1)
    reasons = [_told("kind", category=category)] if category else []
    if reached < 0:
        reasons.append(_told("first"))
    else:
        reasons.append(_told("after", reached=background.label(order[reached])))
    warning = next((at for at, code in enumerate(order) if code.endswith(".WARNING")), 0)
    highest = {"light": warning, "medium": len(order) - 2}.get(severity, len(order) - 1)
    if severity == "serious" and place < warning:
        place = warning
        reasons.append(_told("serious"))
    elif place > highest:
        place = max(highest, 0)
        reasons.append(_told("light" if severity == "light" else "medium"))
    elif place > 0:
        reasons.append(_told("not_lower", rung=background.label(order[place - 1])))
    if place + 1 < len(order):
        reasons.append(_told("not_higher", rung=background.label(order[place + 1])))
    return Proposal(order[place], tuple(reasons))


def _told(word: str, **values: object) -> Finding:
    return Finding(f"measures.propose_{word}", Severity.INFO, values=values)

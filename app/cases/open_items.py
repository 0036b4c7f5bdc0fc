"""What was asked of a case and is open or done, and what stops closing it: pure rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.cases.rules import VICE_POLICE, Flag, InvolvementRole, Status, consult_target
from app.cases.steps import CALL_SOURCES, CaseFacts, Party
from app.kernel.findings import Finding, Severity


@dataclass(frozen=True)
class OpenItem:
    """One line of the list of what stands open; ``action`` does it or records it."""

    code: str
    action: str
    is_done: bool = False
    due_on: date | None = None
    note: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def open_items(facts: CaseFacts) -> tuple[OpenItem, ...]:
    """What was asked of this case and is done, and what is still open, in the order of the work."""
    return tuple(_items(facts))


def _items(facts: CaseFacts) -> Iterator[OpenItem]:
    due = None if facts.is_triaged else facts.today
    yield OpenItem("cases.item.triage", "triage", is_done=facts.is_triaged, due_on=due)
    for flag in facts.calls:
        day = consult_target(facts.knowledge_at)
        yield OpenItem(f"cases.item.{flag}", "inspector", is_done=flag in facts.met, due_on=day)
    if facts.chain is not None:
        due_at = facts.chain.due_at
        values = {"title": facts.chain.title}
        yield OpenItem("cases.item.chain", "chain", due_on=due_at.date() if due_at else None, values=values)
    if facts.police_asks and not any(task.template == VICE_POLICE for task in facts.pending):
        yield OpenItem("cases.item.police", "police", is_done=facts.at_police)
    waits = facts.is_due(Flag.STATUTORY_CONSULT_DUE)  # the inspector helps to choose the words first
    for name in facts.uninformed:
        code = "cases.item.parents_later" if waits else "cases.item.parents"
        yield OpenItem(code, "parents", due_on=None if waits else facts.today, values={"name": name})
    for task in facts.pending:
        values = {"task": task.title}
        action = "police" if task.template == VICE_POLICE else f"task:{task.id}"
        yield OpenItem("cases.item.task", action, due_on=task.due_on, note=task.owner, values=values)
    if facts.evaluate_on is not None:
        done = facts.status is Status.CLOSED
        yield OpenItem("cases.item.evaluation", "evaluation", is_done=done, due_on=facts.evaluate_on)


def close_findings(facts: CaseFacts) -> tuple[Finding, ...]:
    """What stops closing (blocks), and what may stay open with a reason (warnings)."""
    return tuple(_closing(facts))


def _closing(facts: CaseFacts) -> Iterator[Finding]:
    if not facts.is_triaged:
        yield Finding("cases.close.triage", Severity.BLOCK, "protocol A8")
    for flag in facts.calls:
        if facts.is_due(flag):
            yield Finding(f"cases.close.{flag.removesuffix('_due')}", Severity.BLOCK, CALL_SOURCES[flag])
    nameless = [party.name for party in facts.parties if _needs_outcome(party)]
    if nameless:
        yield Finding("cases.close.outcome", Severity.BLOCK, values={"names": ", ".join(nameless)})
    if facts.needs_signature:
        yield Finding("cases.close.signature", Severity.BLOCK)
    if facts.chain is not None:
        yield Finding("cases.close.chain", Severity.WARN, "WPO artikel 4a", {"title": facts.chain.title})
    if facts.police_asks and not facts.at_police:
        yield Finding("cases.close.police", Severity.WARN, "protocol D7")
    if facts.uninformed:
        yield Finding("cases.close.parents", Severity.WARN, values={"names": ", ".join(facts.uninformed)})
    if facts.pending:
        yield Finding("cases.close.tasks", Severity.WARN, values={"count": len(facts.pending)})


def _needs_outcome(party: Party) -> bool:
    return party.role is InvolvementRole.ACTOR and not party.has_outcome

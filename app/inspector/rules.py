"""When the vertrouwensinspecteur can be called, and by when that must be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.kernel.findings import Finding, Severity
from app.protocol.hours import CallDue


class Reason(StrEnum):
    """Why the school calls."""

    STATUTORY_4A = "statutory_4a"
    PROTOCOL_D3 = "protocol_d3"
    VOLUNTARY = "voluntary"


class CallKind(StrEnum):
    """Asking advice, or telling that aangifte was made (the last step of article 4a)."""

    CONSULT = "consult"
    NOTIFICATION = "notification"


class Domain(StrEnum):
    """The six subjects of the vertrouwensinspecteur (WOT 6(1))."""

    SEXUAL_INTIMIDATION = "sexual_intimidation"
    SEXUAL_ABUSE = "sexual_abuse"
    MENTAL_VIOLENCE = "mental_violence"
    PHYSICAL_VIOLENCE = "physical_violence"
    DISCRIMINATION = "discrimination"
    RADICALISATION = "radicalisation"


class Suspicion(StrEnum):
    """Whether there is a redelijk vermoeden of a sexual offence."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"


class AdviceFollowed(StrEnum):
    """What the school did with the advice."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Urgency(StrEnum):
    """How a call that must be made stands now."""

    OVERDUE = "overdue"
    NOW = "now"
    WAITING = "waiting"


@dataclass(frozen=True)
class CallCheck:
    """What is known when a call is finished, as far as the rules look at it."""

    reason: Reason
    kind: CallKind
    domain: Domain | None
    suspicion: Suspicion | None
    advice: str
    advice_followed: AdviceFollowed | None
    why_not: str


def urgency(due: CallDue, now: datetime) -> Urgency:
    """Whether a due call is overdue, must be made now, or must wait until the number answers."""
    if now >= due.red_from:
        return Urgency.OVERDUE
    return Urgency.NOW if now >= due.possible_from else Urgency.WAITING


def finish_findings(call: CallCheck) -> tuple[Finding, ...]:
    """What still misses in a call record; only what makes it worthless blocks."""
    consult = call.kind is CallKind.CONSULT
    statutory = consult and call.reason is Reason.STATUTORY_4A
    checks = (
        (call.domain is None, "inspector.no_domain", Severity.BLOCK, "WOT artikel 6"),
        (statutory and call.suspicion is None, "inspector.no_conclusion", Severity.BLOCK, "WPO artikel 4a"),
        (consult and not call.advice.strip(), "inspector.no_advice", Severity.WARN, "protocol D3"),
        (
            call.advice_followed in {AdviceFollowed.NO, AdviceFollowed.PARTLY} and not call.why_not.strip(),
            "inspector.no_reason",
            Severity.WARN,
            "protocol D3",
        ),
    )
    return tuple(Finding(code, severity, source) for missing, code, severity, source in checks if missing)

"""For what the school asks consent: the protocol's purposes as they hold on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.consents.rules import Policy, PurposeRule
from app.protocol.rules import Audience, Protocol
from app.protocol.version_rules import holds


@dataclass(frozen=True)
class PurposeLine:
    """A purpose as screens and forms show it; ``short`` heads its column in the matrix."""

    code: str
    label: str
    short: str
    audience: Audience
    rule: PurposeRule
    note: str = ""


def catalogue(protocol: Protocol, on: date) -> tuple[PurposeLine, ...]:
    """Every purpose that holds on that day, in the protocol's order, switched off ones too."""
    return tuple(
        PurposeLine(
            code=purpose.code,
            label=purpose.label,
            short=purpose.short,
            audience=purpose.audience,
            rule=PurposeRule(Policy(purpose.policy), purpose.default_on),
            note=purpose.note,
        )
        for purpose in protocol.purposes
        if holds(purpose, on)
    )

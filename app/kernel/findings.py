"""What a rule answers: a code, how heavy it weighs, and where the rule comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """``BLOCK`` stops finalising (never recording), ``WARN`` may be passed with a reason, ``OK`` confirms."""

    BLOCK = "block"
    WARN = "warn"
    INFO = "info"
    OK = "ok"


@dataclass(frozen=True)
class Finding:
    """One answer of a rule; ``code`` and ``code + '.title'`` name its sentence and its heading."""

    code: str
    severity: Severity
    source: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


def blocks(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Only the findings that stop finalising."""
    return tuple(finding for finding in findings if finding.severity is Severity.BLOCK)

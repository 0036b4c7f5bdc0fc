"""Who may ask what about whose data, within which time, on which ground something is withheld (AVG, UAVG)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.kernel.findings import Finding, Severity
from app.kernel.terms import TermResult
from app.people.rules import Authority, PersonKind


class Kind(StrEnum):
    """What is asked."""

    ACCESS = "access"
    RECTIFICATION = "rectification"
    OWN_VIEW = "own_view"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    OBJECTION = "objection"


class Capacity(StrEnum):
    """As whom somebody asks."""

    SELF = "self"
    REPRESENTATIVE = "representative"
    WITHOUT_AUTHORITY = "without_authority"
    PROXY = "proxy"


GUARDED = frozenset({Capacity.REPRESENTATIVE, Capacity.WITHOUT_AUTHORITY})  # who asks is a guardian of the pupil


class Decision(StrEnum):
    """What was decided on a request."""

    GRANTED = "granted"
    PARTLY = "partly"
    REFUSED = "refused"


class Ground(StrEnum):
    """Why something is not given."""

    THIRD_PARTIES = "third_parties"
    PROTECTION = "protection"
    INVESTIGATION = "investigation"
    CHILD_INTEREST = "child_interest"
    INSPECTOR = "inspector"
    COMPLAINT = "complaint"
    WORKING_NOTES = "working_notes"
    NOT_FACTUAL = "not_factual"
    NEEDED = "needed"


@dataclass(frozen=True)
class Asking:
    """The facts from which follows whether this person may ask; unknown is None."""

    kind: Kind
    capacity: Capacity
    subject: PersonKind
    age: int | None = None
    authority: Authority | None = None
    is_identified: bool = False


@dataclass(frozen=True)
class Clocks:
    """The days of a request: to aim at, the limit, and until when it may still be extended."""

    target: date
    last_day: date
    extend_until: date


def findings(asking: Asking, own_from: int, alone_from: int) -> tuple[Finding, ...]:
    """What the law says about who asks; ``own_from`` a pupil may ask as well, ``alone_from`` nobody else."""
    found = _by_pupil(asking, own_from) if asking.capacity is Capacity.SELF else _by_other(asking, alone_from)
    if not asking.is_identified:
        found = (*found, Finding("access_requests.not_identified", Severity.WARN, "AVG artikel 12 lid 6"))
    return found


def _by_pupil(asking: Asking, own_from: int) -> tuple[Finding, ...]:
    if asking.subject is not PersonKind.PUPIL:
        return ()
    if asking.age is None:
        return (Finding("access_requests.age_unknown", Severity.WARN, _AGES),)
    if asking.age < own_from:
        return (Finding("access_requests.too_young", Severity.BLOCK, _AGES, {"age": own_from}),)
    return ()


def _by_other(asking: Asking, alone_from: int) -> tuple[Finding, ...]:
    if asking.capacity is Capacity.PROXY:
        return (Finding("access_requests.mandate", Severity.WARN, "AVG artikel 12 lid 6"),)
    if asking.subject is not PersonKind.PUPIL:
        return (Finding("access_requests.employee_alone", Severity.BLOCK, "AVG artikel 15"),)
    if asking.age is not None and asking.age >= alone_from:
        return (Finding("access_requests.pupil_alone", Severity.BLOCK, _AGES, {"age": alone_from}),)
    return _by_authority(asking)


def _by_authority(asking: Asking) -> tuple[Finding, ...]:
    if asking.capacity is Capacity.WITHOUT_AUTHORITY:
        return (Finding("access_requests.important_facts", Severity.WARN, "BW artikel 1:377c"),)
    if asking.authority is Authority.NO:
        return (Finding("access_requests.no_authority", Severity.BLOCK, "BW artikel 1:377c"),)
    unsure = Finding("access_requests.authority_unsure", Severity.WARN, "BW artikel 1:245")
    return () if asking.authority is Authority.YES else (unsure,)


_AGES = "UAVG artikel 5 lid 4"


def clocks(first: TermResult, extended: TermResult, *, is_extended: bool) -> Clocks:
    """The days of a request from its terms."""
    counted = extended if is_extended else first
    return Clocks(counted.target or first.target or counted.last_day, counted.last_day, first.last_day)


def may_withhold(kind: Kind) -> tuple[Ground, ...]:
    """The grounds that fit what is asked."""
    if kind is Kind.ACCESS:
        return tuple(ground for ground in Ground if ground not in {Ground.NOT_FACTUAL, Ground.NEEDED})
    if kind is Kind.RECTIFICATION:
        return (Ground.NOT_FACTUAL,)
    return (Ground.NEEDED, Ground.INVESTIGATION, Ground.PROTECTION)


class Risk(StrEnum):
    """What a breach may mean for those concerned."""

    NONE = "none"
    RISK = "risk"
    HIGH = "high"


class Telling(StrEnum):
    """Whether the authority is told of a breach."""

    TOLD = "told"
    NOT_NEEDED = "not_needed"


BREACH_HOURS = 72


def breach_deadline(discovered_at: datetime) -> datetime:
    """Until when the authority must know: 72 hours, also in a weekend (AVG 33)."""
    return discovered_at + timedelta(hours=BREACH_HOURS)


def breach_findings(
    risk: Risk | None,
    telling: Telling | None,
    told_at: datetime | None,
    late_why: str,
    discovered_at: datetime,
    *,
    persons_told: bool,
) -> tuple[Finding, ...]:
    """What a breach still misses before it may be closed."""
    found: list[Finding] = []
    if risk is None or telling is None:
        return (Finding("access_requests.breach_undecided", Severity.BLOCK, "AVG artikel 33"),)
    if telling is Telling.NOT_NEEDED and risk is not Risk.NONE:
        found.append(Finding("access_requests.breach_must_tell", Severity.BLOCK, "AVG artikel 33 lid 1"))
    if telling is Telling.TOLD and told_at is None:
        found.append(Finding("access_requests.breach_not_told", Severity.BLOCK, "AVG artikel 33 lid 1"))
    if told_at is not None and told_at > breach_deadline(discovered_at) and not late_why.strip():
        found.append(Finding("access_requests.breach_late", Severity.BLOCK, "AVG artikel 33 lid 1"))
    if risk is Risk.HIGH and not persons_told:
        found.append(Finding("access_requests.breach_persons", Severity.BLOCK, "AVG artikel 34"))
    return tuple(found)

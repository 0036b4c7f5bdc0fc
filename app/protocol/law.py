"""The ages, days and numbers that pure rules need, read once from the protocol's data."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from app.protocol.service import load_protocol


@cache
def own_answer_age() -> int:
    """From this age a pupil alone consents (UAVG 5(1))."""
    return load_protocol().age("consent.age16")


@cache
def own_withdrawal_age() -> int:
    """From this age a pupil may withdraw beside the parents (UAVG 5(3))."""
    return load_protocol().age("consent.age12")


@cache
def own_withdrawal_since() -> date:
    """The day from which the law knows the own withdrawal."""
    return min(row.valid_from for row in load_protocol().terms if row.key == "consent.age12")


@cache
def number(code: str) -> int:
    """A number of the protocol, as ``case.small_group``."""
    return load_protocol().number(code)


def evaluate_after() -> timedelta:
    """How long after the end of its measures a case is evaluated."""
    return timedelta(weeks=number("case.evaluate_weeks"))


def quiet_after() -> timedelta:
    """How long nobody may touch an open case before it is brought up."""
    return timedelta(days=number("case.quiet_days"))


def look_back() -> timedelta:
    """How far back cases are looked for that may be about the same."""
    return timedelta(days=number("case.look_back_days"))


@cache
def police_advice_days() -> int:
    """Within how many working days an aangifte is advised."""
    return load_protocol().term("police.report.advice").span.count

"""A block with reach: withheld from the public, from other groups, from one person; what nobody knows is withheld."""

from __future__ import annotations

from datetime import date

from app.consents.rules import Reason
from app.people.block_rules import BlockLine, FromWhom, Reach
from app.people.rules import Period
from app.protocol.rules import Audience
from tests.consents.situations import (
    ALL,
    AUGUST,
    BOTH,
    FATHER,
    MOTHER,
    SEPTEMBER,
    TODAY,
    Household,
    Said,
    Situation,
    row,
    said,
)

R, A = Reason, Audience
YES_BOTH = said().yes(MOTHER, SEPTEMBER).yes(FATHER, SEPTEMBER)
YES_M_NO_F = said().yes(MOTHER, SEPTEMBER).no(FATHER, SEPTEMBER)
OUTSIDE, OTHERS = FromWhom(Reach.OUTSIDE), FromWhom(Reach.OTHER_GROUPS)
FATHER_ONLY = FromWhom(Reach.PERSON, FATHER, is_parent=True)
EMPLOYEE, STRANGER = FromWhom(Reach.PERSON, 9), FromWhom(Reach.PERSON, name="oom Henk")
YESTERDAY, TOMORROW = date(2026, 11, 15), date(2026, 11, 17)


SINCE_AUGUST = Period(AUGUST)


def _shielded(*whom: FromWhom, period: Period = SINCE_AUGUST) -> Household:
    return Household(
        BOTH.relatives, BOTH.birth, tuple(BlockLine(n, period, "veiligheid", one) for n, one in enumerate(whom))
    )


def _seen(whom: FromWhom, audience: Audience | None, reason: Reason, words: Said = YES_BOTH) -> Situation:
    who = (whom.name or ("parent" if whom.is_parent else "staff")) if whom.reach is Reach.PERSON else ""
    return row(
        f"{whom.reach} {who}: {audience or 'unknown'} {reason}", _shielded(whom), words, reason, ALL, audience=audience
    )


REACH = (
    _seen(OUTSIDE, A.PUBLIC, R.BLOCKED_HERE),
    _seen(OUTSIDE, A.THIRD_PARTY, R.BLOCKED_HERE),
    _seen(OUTSIDE, A.TRAINING_INSTITUTE, R.BLOCKED_HERE),
    _seen(OUTSIDE, A.AS_CHANNEL, R.BLOCKED_HERE),
    _seen(OUTSIDE, None, R.BLOCKED_HERE),
    _seen(OUTSIDE, A.PARENTS, R.ALLOWED),
    _seen(OUTSIDE, A.CLASS_PARENTS, R.ALLOWED),
    _seen(OUTSIDE, A.STAFF, R.ALLOWED),
    _seen(OUTSIDE, A.CLASS_PARENTS, R.PARENTS_DISAGREE, YES_M_NO_F),
    _seen(OUTSIDE, A.PARENTS, R.NO_ANSWER, said()),
    _seen(OTHERS, A.PUBLIC, R.BLOCKED_HERE),
    _seen(OTHERS, A.PARENTS, R.BLOCKED_HERE),
    _seen(OTHERS, A.CLASS_PARENTS, R.ALLOWED),
    _seen(OTHERS, A.STAFF, R.ALLOWED),
    _seen(OTHERS, None, R.BLOCKED_HERE),
    _seen(FATHER_ONLY, A.PUBLIC, R.BLOCKED_HERE),
    _seen(FATHER_ONLY, A.PARENTS, R.BLOCKED_HERE),
    _seen(FATHER_ONLY, A.CLASS_PARENTS, R.BLOCKED_HERE),
    _seen(FATHER_ONLY, A.THIRD_PARTY, R.BLOCKED_HERE),
    _seen(FATHER_ONLY, A.STAFF, R.ALLOWED),
    _seen(EMPLOYEE, A.STAFF, R.BLOCKED),
    _seen(EMPLOYEE, A.CLASS_PARENTS, R.BLOCKED),
    _seen(STRANGER, A.STAFF, R.BLOCKED),
    _seen(STRANGER, A.PUBLIC, R.BLOCKED),
    _seen(FromWhom(), A.STAFF, R.BLOCKED),
    row("two blocks add up: parents", _shielded(OUTSIDE, FATHER_ONLY), YES_BOTH, R.BLOCKED_HERE, audience=A.PARENTS),
    row("two blocks add up: staff", _shielded(OUTSIDE, FATHER_ONLY), YES_BOTH, R.ALLOWED, audience=A.STAFF),
    row("one of two is for everybody", _shielded(OUTSIDE, FromWhom()), YES_BOTH, R.BLOCKED, audience=A.STAFF),
    row("outside: last day", _shielded(OUTSIDE, period=Period(AUGUST, TODAY)), YES_BOTH, R.BLOCKED_HERE,
        audience=A.PUBLIC),
    row("outside: ended", _shielded(OUTSIDE, period=Period(AUGUST, YESTERDAY)), YES_BOTH, R.ALLOWED,
        audience=A.PUBLIC),
    row("outside: not begun", _shielded(OUTSIDE, period=Period(TOMORROW)), YES_BOTH, R.ALLOWED, audience=A.PUBLIC),
    row("outside: over and done", _shielded(OUTSIDE, period=Period(YESTERDAY, YESTERDAY)), YES_BOTH, R.ALLOWED),
    row("outside: a purpose that is off stays off", _shielded(OUTSIDE), YES_BOTH, R.PURPOSE_OFF, in_use=False,
        audience=A.PARENTS),
)  # fmt: skip

"""What guardians said, and who of them has authority."""

from __future__ import annotations

from datetime import date

from app.consents.rules import Reason
from app.people.rules import Authority
from tests.consents.situations import (
    ALL,
    ALONE,
    AUGUST,
    BOTH,
    F_NO,
    F_YES,
    FATHER,
    M_YES,
    MOTHER,
    NONE_SURE,
    OCTOBER,
    ONE_SURE,
    OTHER,
    SEPTEMBER,
    family,
    guardian,
    row,
    said,
)

R = Reason
YES_M = said().yes(MOTHER, SEPTEMBER)
YES_BOTH = said().yes(MOTHER, SEPTEMBER).yes(FATHER, SEPTEMBER)
NO_F = said().no(FATHER, SEPTEMBER)
YES_M_NO_F = said().yes(MOTHER, SEPTEMBER).no(FATHER, SEPTEMBER)

SILENCE_AND_ONE_VOICE = (
    row("nobody was asked", BOTH, said(), R.NO_ANSWER),
    row("asked, silent", BOTH, said().asked(AUGUST), R.NO_ANSWER),
    row("asked, silent, all needed", BOTH, said().asked(AUGUST), R.NO_ANSWER, ALL),
    row("one yes suffices", BOTH, YES_M, R.ALLOWED),
    row("one yes of two under all", BOTH, YES_M, R.NOT_ALL_ANSWERED, ALL),
    row("both yes under all", BOTH, YES_BOTH, R.ALLOWED, ALL),
    row("both yes under one", BOTH, YES_BOTH, R.ALLOWED),
    row("only guardian says yes", ALONE, YES_M, R.ALLOWED),
    row("only guardian says yes under all", ALONE, YES_M, R.ALLOWED, ALL),
    row("only guardian refuses", ALONE, said().no(MOTHER, SEPTEMBER), R.REFUSED),
    row("purpose is off", BOTH, YES_BOTH, R.PURPOSE_OFF, in_use=False),
    row("the day of the answer counts", BOTH, YES_M, R.ALLOWED, on=SEPTEMBER),
    row("an answer after the asked day does not count", BOTH, YES_M, R.NO_ANSWER, on=date(2026, 9, 3)),
    row("a later yes replaces the refusal", BOTH, said().no(MOTHER, AUGUST).yes(MOTHER, OCTOBER), R.ALLOWED),
    row(
        "recorded late, given earlier: the later day wins",
        ALONE,
        said().yes(MOTHER, OCTOBER).no(MOTHER, SEPTEMBER),
        R.ALLOWED,
    ),
    row("twice on one day: the last recorded wins", ALONE, said().no(MOTHER, OCTOBER).yes(MOTHER, OCTOBER), R.ALLOWED),
    row("being asked again does not undo a yes", BOTH, said().yes(MOTHER, AUGUST).asked(OCTOBER), R.ALLOWED),
)

ONE_REFUSAL_WINS = (
    row("one refuses, the other silent", BOTH, NO_F, R.REFUSED),
    row("one yes, one no", BOTH, YES_M_NO_F, R.PARENTS_DISAGREE),
    row("one yes, one no under all", BOTH, YES_M_NO_F, R.PARENTS_DISAGREE, ALL),
    row("both refuse", BOTH, said().no(MOTHER, SEPTEMBER).no(FATHER, OCTOBER), R.REFUSED),
    row("one refuses, one withdraws", BOTH, said().no(MOTHER, SEPTEMBER).withdraws(FATHER, OCTOBER), R.WITHDRAWN),
    row("withdrawn after own yes", ALONE, said().yes(MOTHER, SEPTEMBER).withdraws(MOTHER, OCTOBER), R.WITHDRAWN),
    row(
        "withdrawal acts from its own day",
        ALONE,
        said().yes(MOTHER, SEPTEMBER).withdraws(MOTHER, OCTOBER),
        R.WITHDRAWN,
        on=OCTOBER,
    ),
    row(
        "the day before a withdrawal",
        ALONE,
        said().yes(MOTHER, SEPTEMBER).withdraws(MOTHER, OCTOBER),
        R.ALLOWED,
        on=date(2026, 10, 11),
    ),
    row(
        "the other withdraws",
        BOTH,
        said().yes(MOTHER, SEPTEMBER).yes(FATHER, SEPTEMBER).withdraws(FATHER, OCTOBER),
        R.PARENTS_DISAGREE,
    ),
    row("withdraws without ever saying yes", BOTH, said().withdraws(FATHER, OCTOBER), R.WITHDRAWN),
    row(
        "withdrawn and given again",
        ALONE,
        said().yes(MOTHER, AUGUST).withdraws(MOTHER, SEPTEMBER).yes(MOTHER, OCTOBER),
        R.ALLOWED,
    ),
    row(
        "a refusal does not expire",
        BOTH,
        said().no(FATHER, SEPTEMBER, last=OCTOBER).yes(MOTHER, SEPTEMBER),
        R.PARENTS_DISAGREE,
    ),
    row(
        "the school cannot let a refusal expire",
        ALONE,
        said().no(MOTHER, SEPTEMBER).expires(MOTHER, OCTOBER),
        R.REFUSED,
    ),
    row(
        "a future refusal does not count yet",
        BOTH,
        said().yes(MOTHER, SEPTEMBER).no(FATHER, date(2026, 11, 17)),
        R.ALLOWED,
    ),
)

AUTHORITY = (
    row("no guardians known", family(), said(), R.NO_AUTHORITY_KNOWN),
    row("only someone without authority says yes", family(F_NO), said().yes(FATHER, SEPTEMBER), R.NO_AUTHORITY_KNOWN),
    row("guardian without any statement", family(guardian(MOTHER)), YES_M, R.NO_AUTHORITY_KNOWN),
    row("refusal without authority", family(M_YES, F_NO), YES_M_NO_F, R.ALLOWED),
    row("refusal without authority under all", family(M_YES, F_NO), YES_M_NO_F, R.ALLOWED, ALL),
    row(
        "withdrawal without authority",
        family(M_YES, F_NO),
        said().yes(MOTHER, SEPTEMBER).withdraws(FATHER, OCTOBER),
        R.ALLOWED,
    ),
    row("a stranger's yes", BOTH, said().yes(OTHER, SEPTEMBER), R.NO_ANSWER),
    row("a stranger's refusal", BOTH, said().yes(MOTHER, SEPTEMBER).no(OTHER, SEPTEMBER), R.ALLOWED),
    row("assumed says yes, the confirmed is silent", ONE_SURE, said().yes(FATHER, SEPTEMBER), R.AUTHORITY_UNCONFIRMED),
    row("assumed silent, the confirmed says yes", ONE_SURE, YES_M, R.ALLOWED),
    row("assumed silent under all", ONE_SURE, YES_M, R.NOT_ALL_ANSWERED, ALL),
    row("assumed says yes too under all", ONE_SURE, YES_BOTH, R.AUTHORITY_UNCONFIRMED, ALL),
    row("assumed refuses", ONE_SURE, NO_F, R.REFUSED),
    row("assumed refuses against a yes", ONE_SURE, YES_M_NO_F, R.PARENTS_DISAGREE),
    row("assumed withdraws", ONE_SURE, said().yes(MOTHER, SEPTEMBER).withdraws(FATHER, OCTOBER), R.PARENTS_DISAGREE),
    row(
        "confirmed refuses, assumed says yes",
        ONE_SURE,
        said().no(MOTHER, SEPTEMBER).yes(FATHER, SEPTEMBER),
        R.PARENTS_DISAGREE,
    ),
    row("all assumed, all yes", NONE_SURE, YES_BOTH, R.AUTHORITY_UNCONFIRMED),
    row("all assumed, all yes under all", NONE_SURE, YES_BOTH, R.AUTHORITY_UNCONFIRMED, ALL),
    row("all assumed, silent", NONE_SURE, said().asked(AUGUST), R.AUTHORITY_UNCONFIRMED),
    row("all assumed, one refuses", NONE_SURE, NO_F, R.REFUSED),
    row(
        "confirmed later: yes counts from that day",
        family(guardian(MOTHER, (Authority.ASSUMED, None), (Authority.YES, OCTOBER))),
        YES_M,
        R.ALLOWED,
    ),
    row(
        "confirmed later: before that day it does not",
        family(guardian(MOTHER, (Authority.ASSUMED, None), (Authority.YES, OCTOBER))),
        YES_M,
        R.AUTHORITY_UNCONFIRMED,
        on=date(2026, 10, 11),
    ),
    row(
        "authority lost: refusal no longer counts",
        family(M_YES, guardian(FATHER, (Authority.YES, None), (Authority.NO, OCTOBER))),
        YES_M_NO_F,
        R.ALLOWED,
    ),
    row(
        "authority lost later: refusal counts until then",
        family(M_YES, guardian(FATHER, (Authority.YES, None), (Authority.NO, OCTOBER))),
        YES_M_NO_F,
        R.PARENTS_DISAGREE,
        on=date(2026, 10, 11),
    ),
    row(
        "authority not yet begun",
        family(guardian(MOTHER, (Authority.YES, date(2026, 12, 1)))),
        YES_M,
        R.NO_AUTHORITY_KNOWN,
    ),
    row(
        "last statement of the same day holds",
        family(guardian(MOTHER, (Authority.NO, OCTOBER), (Authority.YES, OCTOBER))),
        YES_M,
        R.ALLOWED,
    ),
    row(
        "three with authority, two said yes, all needed",
        family(M_YES, F_YES, guardian(OTHER, (Authority.YES, None))),
        YES_BOTH,
        R.NOT_ALL_ANSWERED,
        ALL,
    ),
    row(
        "an institution as only guardian says yes",
        family(guardian(OTHER, (Authority.YES, date(2025, 1, 6))), F_NO),
        said().yes(OTHER, SEPTEMBER),
        R.ALLOWED,
        ALL,
    ),
)

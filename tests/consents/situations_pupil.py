"""What the pupil says from 12 and from 16, and what counts before."""

from __future__ import annotations

from datetime import date

from app.consents.rules import Medium, Reason
from tests.consents.situations import (
    AT_SIXTEEN,
    AT_THIRTEEN,
    AT_TWELVE,
    AUGUST,
    F_YES,
    FATHER,
    FILM,
    M_YES,
    MOTHER,
    OCTOBER,
    PAST_SIXTEEN,
    PHOTO,
    SEPTEMBER,
    SIXTEEN,
    TODAY,
    family,
    row,
    said,
)

R = Reason
YES_M = said().yes(MOTHER, SEPTEMBER)
OWN_WORD = (
    row(
        "eleven: own withdrawal has no force",
        family(M_YES, birth=date(2014, 11, 17)),
        said().yes(MOTHER, SEPTEMBER).withdraws(None, OCTOBER),
        R.ALLOWED,
    ),
    row(
        "twelve today: own withdrawal blocks",
        AT_TWELVE,
        said().yes(MOTHER, SEPTEMBER).withdraws(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "twelve, before 1 September 2026",
        AT_THIRTEEN,
        said().yes(MOTHER, date(2026, 1, 5)).withdraws(None, date(2026, 2, 2)),
        R.ALLOWED,
        on=date(2026, 8, 31),
    ),
    row(
        "twelve, on 1 September 2026",
        AT_THIRTEEN,
        said().yes(MOTHER, date(2026, 1, 5)).withdraws(None, date(2026, 2, 2)),
        R.OWN_WITHDRAWAL,
        on=date(2026, 9, 1),
    ),
    row(
        "a parent's later yes does not lift it",
        AT_TWELVE,
        said().withdraws(None, SEPTEMBER).yes(MOTHER, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "the pupil lifts it",
        AT_TWELVE,
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER).yes(None, OCTOBER),
        R.ALLOWED,
    ),
    row("lifted, but no parent says yes", AT_TWELVE, said().withdraws(None, SEPTEMBER).yes(None, OCTOBER), R.NO_ANSWER),
    row(
        "an own refusal after it does not lift it",
        AT_TWELVE,
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER).no(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "time does not lift it",
        AT_TWELVE,
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER).expires(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "withdrawn again after lifting",
        AT_TWELVE,
        said().yes(MOTHER, AUGUST).withdraws(None, AUGUST).yes(None, SEPTEMBER).withdraws(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "twelve: own withdrawal of film leaves photo",
        AT_TWELVE,
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER, FILM),
        R.ALLOWED,
    ),
    row(
        "twelve: own withdrawal of film",
        AT_TWELVE,
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER, FILM),
        R.OWN_WITHDRAWAL,
        medium=Medium.FILM,
    ),
    row("twelve: cannot give consent", AT_TWELVE, said().yes(None, OCTOBER), R.NO_ANSWER),
    row("twelve: a refusal is no withdrawal", AT_TWELVE, said().yes(MOTHER, SEPTEMBER).no(None, OCTOBER), R.ALLOWED),
    row(
        "twelve: withdrawal of tomorrow",
        AT_TWELVE,
        said().yes(MOTHER, SEPTEMBER).withdraws(None, date(2026, 11, 17)),
        R.ALLOWED,
    ),
    row(
        "fifteen: parents still decide",
        family(M_YES, birth=date(2010, 11, 17)),
        said().yes(None, OCTOBER).no(MOTHER, OCTOBER),
        R.REFUSED,
    ),
    row(
        "sixteen: own yes",
        family(M_YES, F_YES, birth=SIXTEEN),
        said().no(MOTHER, SEPTEMBER).yes(None, TODAY),
        R.ALLOWED,
    ),
    row(
        "sixteen: own no against both parents",
        family(M_YES, F_YES, birth=date(2010, 5, 1)),
        said().yes(MOTHER, AUGUST).yes(FATHER, AUGUST).no(None, OCTOBER),
        R.OWN_REFUSAL,
    ),
    row(
        "sixteen: own withdrawal",
        family(M_YES, birth=date(2010, 5, 1)),
        said().yes(None, AUGUST).withdraws(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row("sixteen: silent, parents said yes", AT_SIXTEEN, YES_M, R.OWN_NO_ANSWER),
    row("sixteen: an own yes of fifteen is none", AT_SIXTEEN, said().yes(None, OCTOBER), R.OWN_NO_ANSWER),
    row("sixteen: an own no of fifteen stands", AT_SIXTEEN, said().no(None, OCTOBER), R.OWN_REFUSAL),
    row("sixteen: latest own answer counts", PAST_SIXTEEN, said().no(None, AUGUST).yes(None, OCTOBER), R.ALLOWED),
    row(
        "sixteen: own yes for photo only",
        PAST_SIXTEEN,
        said().yes(None, AUGUST, PHOTO),
        R.NOT_THIS_MEDIUM,
        medium=Medium.SOUND,
    ),
    row("sixteen: own yes expired", PAST_SIXTEEN, said().yes(None, AUGUST, last=OCTOBER), R.EXPIRED),
    row(
        "sixteen before the law of 2026",
        family(M_YES, birth=date(2010, 1, 5)),
        said().yes(None, date(2026, 2, 2)),
        R.ALLOWED,
        on=date(2026, 3, 1),
    ),
    row(
        "born 29 February: eleven on 28 February",
        family(M_YES, birth=date(2016, 2, 29)),
        said().yes(MOTHER, AUGUST).withdraws(None, AUGUST),
        R.ALLOWED,
        on=date(2028, 2, 28),
    ),
    row(
        "born 29 February: twelve on 29 February",
        family(M_YES, birth=date(2016, 2, 29)),
        said().yes(MOTHER, AUGUST).withdraws(None, AUGUST),
        R.OWN_WITHDRAWAL,
        on=date(2028, 2, 29),
    ),
    row(
        "born 29 February: fifteen on 28 February",
        family(M_YES, birth=date(2012, 2, 29)),
        YES_M,
        R.ALLOWED,
        on=date(2028, 2, 28),
    ),
    row(
        "born 29 February: thirteen counts from 1 March",
        family(M_YES, birth=date(2015, 2, 28)),
        said().yes(MOTHER, AUGUST).withdraws(None, AUGUST),
        R.OWN_WITHDRAWAL,
        on=date(2027, 2, 28),
    ),
    row("birth date unknown: parents decide", family(M_YES, birth=None), YES_M, R.ALLOWED),
    row(
        "birth date unknown: an own withdrawal blocks",
        family(M_YES, birth=None),
        said().yes(MOTHER, AUGUST).withdraws(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
)

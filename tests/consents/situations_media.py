"""Blocks, media apart, expiry and what was taken out again."""

from __future__ import annotations

from datetime import date

from app.consents.rules import Medium, Reason
from app.people.rules import Period
from tests.consents.situations import (
    ALL,
    ALONE,
    AT_TWELVE,
    AUGUST,
    BOTH,
    F_YES,
    FATHER,
    FILM,
    M_YES,
    MOTHER,
    OCTOBER,
    PHOTO,
    SEPTEMBER,
    TODAY,
    family,
    row,
    said,
)

R = Reason
YES_M = said().yes(MOTHER, SEPTEMBER)
YES_BOTH = said().yes(MOTHER, SEPTEMBER).yes(FATHER, SEPTEMBER)
NO_F = said().no(FATHER, SEPTEMBER)
YES_M_NO_F = said().yes(MOTHER, SEPTEMBER).no(FATHER, SEPTEMBER)

BLOCKS = (
    row("blocked over two yeses", family(M_YES, F_YES, blocks=(Period(AUGUST),)), YES_BOTH, R.BLOCKED),
    row("blocked over a refusal", family(M_YES, F_YES, blocks=(Period(AUGUST),)), NO_F, R.BLOCKED),
    row(
        "blocked at sixteen over the own yes",
        family(birth=date(2010, 5, 1), blocks=(Period(),)),
        said().yes(None, AUGUST),
        R.BLOCKED,
    ),
    row("blocked hides that a purpose is off", family(M_YES, blocks=(Period(),)), YES_M, R.BLOCKED, in_use=False),
    row("last day of a block", family(M_YES, blocks=(Period(AUGUST, TODAY),)), YES_M, R.BLOCKED),
    row("block ended yesterday", family(M_YES, blocks=(Period(AUGUST, date(2026, 11, 15)),)), YES_M, R.ALLOWED),
    row("block begins tomorrow", family(M_YES, blocks=(Period(date(2026, 11, 17)),)), YES_M, R.ALLOWED),
    row("block without guardians", family(blocks=(Period(),)), said(), R.BLOCKED),
)

MEDIA_AND_TIME = (
    row("yes for photo only, asked for photo", ALONE, said().yes(MOTHER, SEPTEMBER, PHOTO), R.ALLOWED),
    row(
        "yes for photo only, asked for film",
        ALONE,
        said().yes(MOTHER, SEPTEMBER, PHOTO),
        R.NOT_THIS_MEDIUM,
        medium=Medium.FILM,
    ),
    row(
        "photo yes, film no",
        ALONE,
        said().yes(MOTHER, SEPTEMBER, PHOTO).no(MOTHER, SEPTEMBER, FILM),
        R.REFUSED,
        medium=Medium.FILM,
    ),
    row(
        "photo yes, film no: the photo",
        ALONE,
        said().yes(MOTHER, SEPTEMBER, PHOTO).no(MOTHER, SEPTEMBER, FILM),
        R.ALLOWED,
    ),
    row(
        "withdraws film only: sound stays",
        ALONE,
        said().yes(MOTHER, SEPTEMBER).withdraws(MOTHER, OCTOBER, FILM),
        R.ALLOWED,
        medium=Medium.SOUND,
    ),
    row(
        "one parent photo, the other film: film",
        BOTH,
        said().yes(MOTHER, SEPTEMBER, PHOTO).yes(FATHER, SEPTEMBER, FILM),
        R.ALLOWED,
        medium=Medium.FILM,
    ),
    row(
        "one parent photo, the other film under all",
        BOTH,
        said().yes(MOTHER, SEPTEMBER, PHOTO).yes(FATHER, SEPTEMBER, FILM),
        R.NOT_THIS_MEDIUM,
        ALL,
        medium=Medium.FILM,
    ),
    row(
        "one parent refuses film: the photo", BOTH, said().yes(MOTHER, SEPTEMBER).no(FATHER, SEPTEMBER, FILM), R.ALLOWED
    ),
    row(
        "one parent refuses film: the film",
        BOTH,
        said().yes(MOTHER, SEPTEMBER).no(FATHER, SEPTEMBER, FILM),
        R.PARENTS_DISAGREE,
        medium=Medium.FILM,
    ),
    row("last day of a yes", ALONE, said().yes(MOTHER, SEPTEMBER, last=TODAY), R.ALLOWED),
    row("a yes past its last day", ALONE, said().yes(MOTHER, SEPTEMBER, last=date(2026, 11, 15)), R.EXPIRED),
    row(
        "an old yes does not return when the new one expires",
        ALONE,
        said().yes(MOTHER, AUGUST).yes(MOTHER, SEPTEMBER, last=OCTOBER),
        R.EXPIRED,
    ),
    row("one expired, the other yes", BOTH, said().yes(MOTHER, AUGUST, last=OCTOBER).yes(FATHER, SEPTEMBER), R.ALLOWED),
    row(
        "one expired, the other yes under all",
        BOTH,
        said().yes(MOTHER, AUGUST, last=OCTOBER).yes(FATHER, SEPTEMBER),
        R.EXPIRED,
        ALL,
    ),
    row("the school lets a yes expire", ALONE, said().yes(MOTHER, SEPTEMBER).expires(MOTHER, OCTOBER), R.EXPIRED),
    row(
        "given again after it expired",
        ALONE,
        said().yes(MOTHER, AUGUST).expires(MOTHER, SEPTEMBER).yes(MOTHER, OCTOBER),
        R.ALLOWED,
    ),
    row("invalid answer does not count", ALONE, said().yes(MOTHER, SEPTEMBER).invalid(1), R.NO_ANSWER),
    row(
        "never valid, not even on an earlier day",
        ALONE,
        said().yes(MOTHER, SEPTEMBER).invalid(1),
        R.NO_ANSWER,
        on=OCTOBER,
    ),
    row(
        "what was before an invalid answer returns",
        ALONE,
        said().yes(MOTHER, SEPTEMBER).no(MOTHER, OCTOBER).invalid(2),
        R.ALLOWED,
    ),
    row(
        "typed wrong and corrected", ALONE, said().yes(MOTHER, SEPTEMBER).corrected(1).no(MOTHER, SEPTEMBER), R.REFUSED
    ),
    row(
        "a correction that is itself corrected",
        ALONE,
        said().yes(MOTHER, SEPTEMBER).corrected(1).corrected(2),
        R.ALLOWED,
    ),
    row(
        "own withdrawal recorded for the wrong child",
        AT_TWELVE,
        said().yes(MOTHER, AUGUST).withdraws(None, OCTOBER).corrected(2),
        R.ALLOWED,
    ),
)

"""Family situations and the answer that belongs to each: the table behind the consent rule.

A row reads: what happened | who answers | what they said | the question | the answer.
Guardians are named ``mother`` (1), ``father`` (2) and ``other`` (3); the pupil's own word has no guardian.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.consents.rules import ALL_MEDIA, MEDIA_BITS, Event, EventKind, Family, Guardian, Medium, Policy, Reason
from app.kernel.clock import at
from app.people.rules import Authority, AuthorityRecord, BlockLine, Period

MOTHER, FATHER, OTHER = 1, 2, 3
TODAY = date(2026, 11, 16)
YOUNG = date(2017, 5, 4)  # 9 years old today
TWELVE = date(2014, 11, 16)  # 12 years old today
SIXTEEN = date(2010, 11, 16)  # 16 years old today
PHOTO, FILM, SOUND = (MEDIA_BITS[medium] for medium in (Medium.PHOTO, Medium.FILM, Medium.SOUND))


@dataclass(frozen=True)
class Situation:
    """One row of the table."""

    name: str
    family: Family
    events: tuple[Event, ...]
    reason: Reason
    policy: Policy = Policy.ONE
    on: date = TODAY
    medium: Medium = Medium.PHOTO
    in_use: bool = True


@dataclass
class Said:
    """Collects events in the order of recording."""

    events: list[Event] = field(default_factory=list)

    def add(self, kind: EventKind, who: int | None, on: date, media: int, last: date | None, about: int | None) -> Said:
        """One more event."""
        self.events.append(Event(len(self.events) + 1, kind, on, who, media, last, about))
        return self

    def yes(self, who: int | None, on: date, media: int = ALL_MEDIA, last: date | None = None) -> Said:
        """Someone gives consent."""
        return self.add(EventKind.GIVEN, who, on, media, last, None)

    def no(self, who: int | None, on: date, media: int = ALL_MEDIA, last: date | None = None) -> Said:
        """Someone refuses."""
        return self.add(EventKind.REFUSED, who, on, media, last, None)

    def withdraws(self, who: int | None, on: date, media: int = ALL_MEDIA) -> Said:
        """Someone withdraws."""
        return self.add(EventKind.WITHDRAWN, who, on, media, None, None)

    def asked(self, on: date) -> Said:
        """The school asked."""
        return self.add(EventKind.ASKED, None, on, ALL_MEDIA, None, None)

    def expires(self, who: int | None, on: date, media: int = ALL_MEDIA) -> Said:
        """The school lets an answer expire."""
        return self.add(EventKind.EXPIRED, who, on, media, None, None)

    def invalid(self, about: int, on: date = TODAY) -> Said:
        """An earlier event turns out not to be valid."""
        return self.add(EventKind.INVALIDATED, None, on, ALL_MEDIA, None, about)

    def corrected(self, about: int, on: date = TODAY) -> Said:
        """An earlier event was typed wrong."""
        return self.add(EventKind.CORRECTED, None, on, ALL_MEDIA, None, about)


def guardian(number: int, *statements: tuple[Authority, date | None]) -> Guardian:
    """A guardian with dated statements about authority, recorded in this order."""
    return Guardian(
        number,
        tuple(
            AuthorityRecord(authority, since, "eigen verklaring", at(2026, 8, 1, 9, minute))
            for minute, (authority, since) in enumerate(statements)
        ),
    )


def family(*guardians: Guardian, birth: date | None = YOUNG, blocks: tuple[Period, ...] = ()) -> Family:
    """A family, of a nine-year-old unless told otherwise."""
    return Family(
        birth, guardians, tuple(BlockLine(number, block, "geheim adres") for number, block in enumerate(blocks))
    )


M_YES = guardian(MOTHER, (Authority.YES, None))
F_YES = guardian(FATHER, (Authority.YES, None))
M_ASSUMED = guardian(MOTHER, (Authority.ASSUMED, None))
F_ASSUMED = guardian(FATHER, (Authority.ASSUMED, None))
F_NO = guardian(FATHER, (Authority.NO, None))
BOTH = family(M_YES, F_YES)
ONE_SURE = family(M_YES, F_ASSUMED)
NONE_SURE = family(M_ASSUMED, F_ASSUMED)
ALONE = family(M_YES)
AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 24), date(2026, 9, 4), date(2026, 10, 12)
ALL = Policy.ALL


def said() -> Said:
    """Nothing yet."""
    return Said()


def row(
    name: str, who: Family, words: Said, reason: Reason, policy: Policy = Policy.ONE, **question: object
) -> Situation:
    """One row of the table."""
    return Situation(name, who, tuple(words.events), reason, policy, **question)  # type: ignore[arg-type] # mixed kinds


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

OWN_WORD = (
    row(
        "eleven: own withdrawal has no force",
        family(M_YES, birth=date(2014, 11, 17)),
        said().yes(MOTHER, SEPTEMBER).withdraws(None, OCTOBER),
        R.ALLOWED,
    ),
    row(
        "twelve today: own withdrawal blocks",
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, SEPTEMBER).withdraws(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "twelve, before 1 September 2026",
        family(M_YES, birth=date(2013, 1, 9)),
        said().yes(MOTHER, date(2026, 1, 5)).withdraws(None, date(2026, 2, 2)),
        R.ALLOWED,
        on=date(2026, 8, 31),
    ),
    row(
        "twelve, on 1 September 2026",
        family(M_YES, birth=date(2013, 1, 9)),
        said().yes(MOTHER, date(2026, 1, 5)).withdraws(None, date(2026, 2, 2)),
        R.OWN_WITHDRAWAL,
        on=date(2026, 9, 1),
    ),
    row(
        "a parent's later yes does not lift it",
        family(M_YES, birth=TWELVE),
        said().withdraws(None, SEPTEMBER).yes(MOTHER, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "the pupil lifts it",
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER).yes(None, OCTOBER),
        R.ALLOWED,
    ),
    row(
        "lifted, but no parent says yes",
        family(M_YES, birth=TWELVE),
        said().withdraws(None, SEPTEMBER).yes(None, OCTOBER),
        R.NO_ANSWER,
    ),
    row(
        "an own refusal after it does not lift it",
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER).no(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "time does not lift it",
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER).expires(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "withdrawn again after lifting",
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, AUGUST).withdraws(None, AUGUST).yes(None, SEPTEMBER).withdraws(None, OCTOBER),
        R.OWN_WITHDRAWAL,
    ),
    row(
        "twelve: own withdrawal of film leaves photo",
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER, FILM),
        R.ALLOWED,
    ),
    row(
        "twelve: own withdrawal of film",
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, AUGUST).withdraws(None, SEPTEMBER, FILM),
        R.OWN_WITHDRAWAL,
        medium=Medium.FILM,
    ),
    row("twelve: cannot give consent", family(M_YES, birth=TWELVE), said().yes(None, OCTOBER), R.NO_ANSWER),
    row(
        "twelve: a refusal is no withdrawal",
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, SEPTEMBER).no(None, OCTOBER),
        R.ALLOWED,
    ),
    row(
        "twelve: withdrawal of tomorrow",
        family(M_YES, birth=TWELVE),
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
    row("sixteen: silent, parents said yes", family(M_YES, birth=SIXTEEN), YES_M, R.OWN_NO_ANSWER),
    row(
        "sixteen: an own yes of fifteen is none",
        family(M_YES, birth=SIXTEEN),
        said().yes(None, OCTOBER),
        R.OWN_NO_ANSWER,
    ),
    row("sixteen: an own no of fifteen stands", family(M_YES, birth=SIXTEEN), said().no(None, OCTOBER), R.OWN_REFUSAL),
    row(
        "sixteen: latest own answer counts",
        family(birth=date(2010, 5, 1)),
        said().no(None, AUGUST).yes(None, OCTOBER),
        R.ALLOWED,
    ),
    row(
        "sixteen: own yes for photo only",
        family(birth=date(2010, 5, 1)),
        said().yes(None, AUGUST, PHOTO),
        R.NOT_THIS_MEDIUM,
        medium=Medium.SOUND,
    ),
    row("sixteen: own yes expired", family(birth=date(2010, 5, 1)), said().yes(None, AUGUST, last=OCTOBER), R.EXPIRED),
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
        family(M_YES, birth=TWELVE),
        said().yes(MOTHER, AUGUST).withdraws(None, OCTOBER).corrected(2),
        R.ALLOWED,
    ),
)

SITUATIONS = SILENCE_AND_ONE_VOICE + ONE_REFUSAL_WINS + AUTHORITY + OWN_WORD + BLOCKS + MEDIA_AND_TIME

"""Family situations and the answer that belongs to each: the table behind the consent rule.

A row reads: what happened | who answers | what they said | the question | the answer.
Guardians are named ``mother`` (1), ``father`` (2) and ``other`` (3); the pupil's own word has no guardian.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from app.consents.rules import (
    ALL_MEDIA,
    MEDIA_BITS,
    Event,
    EventKind,
    Family,
    Guardian,
    Medium,
    Policy,
    PurposeRule,
    Reason,
)
from app.kernel.clock import at
from app.people.rules import Authority, AuthorityRecord, BlockLine, Period, authority_on
from app.protocol.rules import Audience

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
    audience: Audience | None = None

    @property
    def purpose(self) -> PurposeRule:
        """What is asked about."""
        return PurposeRule(self.policy, self.in_use, audience=self.audience)


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


@dataclass(frozen=True)
class Relative:
    """A guardian with dated statements about authority."""

    id: int
    statements: tuple[AuthorityRecord, ...]


@dataclass(frozen=True)
class Household:
    """A family through time; ``on`` says how it is on one day, as the people's register does."""

    relatives: tuple[Relative, ...]
    birth: date | None
    blocks: tuple[BlockLine, ...]

    def on(self, day: date) -> Family:
        """The family as it is on that day."""
        found = ((one.id, authority_on(one.statements, day)) for one in self.relatives)
        return Family(
            self.birth, tuple(Guardian(who, record.authority) for who, record in found if record), self.blocks
        )


def guardian(number: int, *statements: tuple[Authority, date | None]) -> Relative:
    """A guardian with dated statements about authority, recorded in this order."""
    return Relative(
        number,
        tuple(
            AuthorityRecord(authority, since, "eigen verklaring", at(2026, 8, 1, 9, minute))
            for minute, (authority, since) in enumerate(statements)
        ),
    )


def family(*relatives: Relative, birth: date | None = YOUNG, blocks: tuple[Period, ...] = ()) -> Household:
    """A family, of a nine-year-old unless told otherwise."""
    return Household(
        relatives, birth, tuple(BlockLine(number, block, "geheim adres") for number, block in enumerate(blocks))
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
AT_TWELVE = family(M_YES, birth=TWELVE)
AT_THIRTEEN = family(M_YES, birth=date(2013, 1, 9))
AT_SIXTEEN = family(M_YES, birth=SIXTEEN)
PAST_SIXTEEN = family(birth=date(2010, 5, 1))
AUGUST, SEPTEMBER, OCTOBER = date(2026, 8, 24), date(2026, 9, 4), date(2026, 10, 12)
ALL = Policy.ALL


def said() -> Said:
    """Nothing yet."""
    return Said()


def row(
    name: str,
    who: Household,
    words: Said,
    reason: Reason,
    policy: Policy = Policy.ONE,
    *,
    on: date = TODAY,
    medium: Medium = Medium.PHOTO,
    in_use: bool = True,
    audience: Audience | None = None,
) -> Situation:
    """One row of the table."""
    return Situation(name, who.on(on), tuple(words.events), reason, policy, on, medium, in_use, audience)

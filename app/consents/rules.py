"""May this child be shown for this purpose, in this medium, on this day? One pure, total function: ``may``.

Sources: rules_nl 3.1; UAVG article 5 (16 years, and from 1 September 2026 the withdrawal from 12 years);
article 7(3) AVG (a withdrawal acts from its own date); article 1:253i BW (either parent, unless the other objects).

Three decisions where the sources leave room, all to the side of not publishing:
- *Assumed authority* never helps towards a yes and always counts towards a no. Under ``ALL`` an assumed guardian
  therefore keeps the answer at no until the authority is confirmed (and the guardian says yes) or denied.
- *Only a yes expires.* A refusal or withdrawal stands until the same person answers otherwise.
- *An own yes given before 16* lifts that pupil's own withdrawal, but is not the consent that counts from 16.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from app.people.block_rules import EVERYONE, BlockLine, hides_from, withheld
from app.people.rules import Authority, age_on
from app.protocol import law
from app.protocol.rules import Audience


class Medium(StrEnum):
    """What is made of the child; each has its own answer."""

    PHOTO = "photo"
    FILM = "film"
    SOUND = "sound"


class Policy(StrEnum):
    """Whose yes is needed: of one guardian as long as no other objects, or of all."""

    ONE = "ONE"
    ALL = "ALL"


class EventKind(StrEnum):
    """What happened with an answer; nothing is ever overwritten."""

    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    INVALIDATED = "invalidated"
    CORRECTED = "corrected"


class Reason(StrEnum):
    """Why the answer is yes or no; the list is closed."""

    ALLOWED = "allowed"
    BLOCKED = "blocked"
    BLOCKED_HERE = "blocked_here"
    PURPOSE_OFF = "purpose_off"
    OWN_REFUSAL = "own_refusal"
    OWN_WITHDRAWAL = "own_withdrawal"
    OWN_NO_ANSWER = "own_no_answer"
    NO_AUTHORITY_KNOWN = "no_authority_known"
    AUTHORITY_UNCONFIRMED = "authority_unconfirmed"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    PARENTS_DISAGREE = "parents_disagree"
    NO_ANSWER = "no_answer"
    NOT_ALL_ANSWERED = "not_all_answered"
    EXPIRED = "expired"
    NOT_THIS_MEDIUM = "not_this_medium"


class Standing(StrEnum):
    """Where one person stands on a day for one medium."""

    YES = "yes"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    OTHER_MEDIUM = "other_medium"
    SILENT = "silent"


MEDIA_BITS = {Medium.PHOTO: 1, Medium.FILM: 2, Medium.SOUND: 4}
ALL_MEDIA = 7
_NOES = frozenset({Standing.REFUSED, Standing.WITHDRAWN})
_ANSWERS = frozenset({EventKind.GIVEN, EventKind.REFUSED, EventKind.WITHDRAWN})
_CANCELS = frozenset({EventKind.INVALIDATED, EventKind.CORRECTED})
_OWN_REASONS = {
    Standing.YES: Reason.ALLOWED,
    Standing.REFUSED: Reason.OWN_REFUSAL,
    Standing.WITHDRAWN: Reason.OWN_WITHDRAWAL,
    Standing.EXPIRED: Reason.EXPIRED,
    Standing.OTHER_MEDIUM: Reason.NOT_THIS_MEDIUM,
    Standing.SILENT: Reason.OWN_NO_ANSWER,
}


class Event(NamedTuple):
    """One event of one pupil and one purpose; ``id`` is the order of recording, ``on`` the day it acts from.

    ``guardian_id`` is None for the pupil's own word; ``last_day`` is the last day on which a yes counts;
    ``about`` is the event that an invalidation or correction takes out.
    """

    id: int
    kind: EventKind
    on: date
    guardian_id: int | None = None
    media: int = ALL_MEDIA
    last_day: date | None = None
    about: int | None = None


class Guardian(NamedTuple):
    """Someone who answers for the pupil, with the authority that holds on the day asked about."""

    id: int
    authority: Authority


@dataclass(frozen=True)
class Family:
    """What must be known of one pupil to judge: birth date, blocks and guardians."""

    birth_date: date | None
    guardians: tuple[Guardian, ...] = ()
    blocks: tuple[BlockLine, ...] = ()


@dataclass(frozen=True)
class PurposeRule:
    """What of a purpose decides; a yes of before ``asks_since`` lapsed; to an unknown ``audience`` no block opens."""

    policy: Policy
    in_use: bool = True
    asks_since: date | None = None
    audience: Audience | None = None


@dataclass(frozen=True)
class Verdict:
    """The answer to the question, and why."""

    allowed: bool
    reason: Reason


@dataclass(frozen=True)
class Deciders:
    """Who decides on one day: nobody (for whom it is withheld), the pupil, or the guardians who may have authority."""

    on: date
    birth_date: date | None
    withheld: frozenset[Audience]
    own_answer: bool
    own_withdrawal: bool
    guardians: tuple[Guardian, ...]


_VERDICTS = {reason: Verdict(reason is Reason.ALLOWED, reason) for reason in Reason}


def may(family: Family, purpose: PurposeRule, events: Iterable[Event], medium: Medium, on: date) -> Verdict:
    """Whether the child may be shown; answers after ``on`` and answers taken out do not count."""
    return judge(deciders(family, on), purpose, counting(events, on), medium)


def deciders(family: Family, on: date) -> Deciders:
    """Who decides that day; an unknown birth date counts as under 16 and keeps an own withdrawal in force."""
    age = None if family.birth_date is None else age_on(family.birth_date, on)
    return Deciders(
        on=on,
        birth_date=family.birth_date,
        withheld=withheld(family.blocks, on),
        own_answer=age is not None and age >= law.own_answer_age(),
        own_withdrawal=on >= law.own_withdrawal_since() and (age is None or age >= law.own_withdrawal_age()),
        guardians=tuple(one for one in family.guardians if one.authority is not Authority.NO),
    )


def counting(events: Iterable[Event], on: date) -> list[Event]:
    """The events of that day and before which nobody took out, oldest first; taking out an undo brings back."""
    found, void = list(events), set[int]()
    for event in sorted(found, key=lambda event: -event.id):
        if event.kind in _CANCELS and event.about is not None and event.id not in void:
            void.add(event.about)
    valid = (event for event in found if event.on <= on and event.id not in void and event.kind not in _CANCELS)
    return sorted(valid, key=lambda event: (event.on, event.id))


def judge(who: Deciders, purpose: PurposeRule, events: Sequence[Event], medium: Medium) -> Verdict:
    """The verdict for one medium from events that ``counting`` has sifted and ordered."""
    if hides_from(who.withheld, purpose.audience):
        return _VERDICTS[Reason.BLOCKED if who.withheld == EVERYONE else Reason.BLOCKED_HERE]
    if not purpose.in_use:
        return _VERDICTS[Reason.PURPOSE_OFF]
    bit = MEDIA_BITS[medium]
    events = lapsed(events, purpose, who.on)
    own = [event for event in events if event.guardian_id is None]
    if who.own_answer:
        return _VERDICTS[_OWN_REASONS[_own_standing(own, bit, who)]]
    if who.own_withdrawal and own and _has_withdrawn(own, bit):
        return _VERDICTS[Reason.OWN_WITHDRAWAL]
    places = tuple((authority, standing_of(events, guardian, bit, who.on)) for guardian, authority in who.guardians)
    return _VERDICTS[_weigh(purpose.policy, places)]


def lapsed(events: Sequence[Event], purpose: PurposeRule, on: date) -> Sequence[Event]:
    """These events with an end to every yes that was given before the purpose became what it is that day."""
    since = purpose.asks_since
    return events if since is None or on < since else [_ended(event, since) for event in events]


def _ended(event: Event, since: date) -> Event:
    last = since - timedelta(days=1)
    old_yes = event.kind is EventKind.GIVEN and event.on < since
    return event._replace(last_day=min(event.last_day or last, last)) if old_yes else event


def standing_of(events: Sequence[Event], guardian_id: int | None, bit: int, on: date) -> Standing:
    """Where one person stands for one medium, from sifted and ordered events."""
    mine = [event for event in events if event.guardian_id == guardian_id]
    standing = _standing(mine, bit, on)
    if standing is Standing.SILENT and any(
        _standing(mine, other, on) is Standing.YES for other in MEDIA_BITS.values() if other != bit
    ):
        return Standing.OTHER_MEDIUM
    return standing


def _standing(mine: Sequence[Event], bit: int, on: date) -> Standing:
    standing = Standing.SILENT
    for event in mine:
        if not event.media & bit:
            continue
        if event.kind in _ANSWERS:
            standing = _answered(event, on)
        elif event.kind is EventKind.EXPIRED and standing is Standing.YES:
            standing = Standing.EXPIRED
    return standing


def _answered(event: Event, on: date) -> Standing:
    if event.kind is EventKind.REFUSED:
        return Standing.REFUSED
    if event.kind is EventKind.WITHDRAWN:
        return Standing.WITHDRAWN
    return Standing.EXPIRED if event.last_day is not None and event.last_day < on else Standing.YES


def _own_standing(own: Sequence[Event], bit: int, who: Deciders) -> Standing:
    """Where a pupil of 16 or older stands; a yes from before that birthday is none, whatever came before it."""
    latest = next((event for event in reversed(own) if event.kind in _ANSWERS and event.media & bit), None)
    if latest is not None and _given_too_young(latest, who):
        return Standing.SILENT
    return standing_of([event for event in own if not _given_too_young(event, who)], None, bit, who.on)


def _given_too_young(event: Event, who: Deciders) -> bool:
    is_yes, born = event.kind is EventKind.GIVEN, who.birth_date
    return is_yes and born is not None and age_on(born, event.on) < law.own_answer_age()


def _has_withdrawn(own: Sequence[Event], bit: int) -> bool:
    """Whether the pupil's own withdrawal is in force: only an own yes lifts it, not a refusal, not time."""
    words = [one.kind for one in own if one.media & bit and one.kind in (EventKind.GIVEN, EventKind.WITHDRAWN)]
    return words[-1:] == [EventKind.WITHDRAWN]


@cache
def _weigh(policy: Policy, places: tuple[tuple[Authority, Standing], ...]) -> Reason:
    """What the guardians' standings come to; cached, for a school has few patterns and many pupils."""
    if not places:
        return Reason.NO_AUTHORITY_KNOWN
    standings = [standing for _authority, standing in places]
    if noes := [standing for standing in standings if standing in _NOES]:
        if Standing.YES in standings:
            return Reason.PARENTS_DISAGREE
        return Reason.WITHDRAWN if Standing.WITHDRAWN in noes else Reason.REFUSED
    lacking = [place for place in places if place != (Authority.YES, Standing.YES)]
    has_yes = len(lacking) < len(places)
    if has_yes and (policy is Policy.ONE or not lacking):
        return Reason.ALLOWED
    return _why_not_yet(lacking, has_yes)


def _why_not_yet(lacking: Sequence[tuple[Authority, Standing]], has_yes: bool) -> Reason:
    standings = {standing for _authority, standing in lacking}
    nobody_confirmed = not has_yes and all(authority is Authority.ASSUMED for authority, _standing in lacking)
    if nobody_confirmed or Standing.YES in standings:
        return Reason.AUTHORITY_UNCONFIRMED
    if Standing.EXPIRED in standings:
        return Reason.EXPIRED
    if Standing.OTHER_MEDIUM in standings:
        return Reason.NOT_THIS_MEDIUM
    return Reason.NOT_ALL_ANSWERED if has_yes else Reason.NO_ANSWER

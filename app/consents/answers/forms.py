"""What goes into the register of consent: answers on a form, withdrawals, and that the school asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.consents.rules import MEDIA_BITS, Medium
from app.kernel.errors import Invalid
from app.people.rules import age_on
from app.protocol import law


class How(StrEnum):
    """How an answer reached the school."""

    SIGNED_FORM = "signed_form"
    EMAIL = "email"
    APP = "app"
    IN_PERSON = "in_person"


EVERY_MEDIUM = frozenset(Medium)


@dataclass(frozen=True)
class Answer:
    """Yes or no to one purpose; ``media`` is what the answer covers."""

    purpose: str
    yes: bool
    media: frozenset[Medium] = EVERY_MEDIUM


@dataclass(frozen=True)
class Scan:
    """A picture or PDF of the paper, or the message itself."""

    name: str
    mime: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class NewAnswers:
    """The answers of one person for one pupil; ``guardian_id`` is None for the pupil's own word.

    ``evidence`` tells where the paper or message lies, ``scan`` is the paper itself.
    ``last_day`` is for consent that ends by itself.
    """

    pupil_id: int
    guardian_id: int | None
    answers: tuple[Answer, ...]
    given_on: date
    how: How = How.SIGNED_FORM
    evidence: str = ""
    declares_authority: bool = False
    form_number: str = ""
    text_version: str = ""
    last_day: date | None = None
    scan: Scan | None = None


@dataclass(frozen=True)
class NewWithdrawal:
    """Somebody takes consent back for these purposes, from the day it was received; no reason is asked."""

    pupil_id: int
    guardian_id: int | None
    purposes: tuple[str, ...]
    received_on: date
    how: How = How.EMAIL
    media: frozenset[Medium] = EVERY_MEDIUM
    evidence: str = ""
    scan: Scan | None = None


@dataclass(frozen=True)
class NewRequest:
    """The school gave out a form for a pupil; without purposes it asked all of them."""

    pupil_id: int
    on: date
    form_number: str = ""
    text_version: str = ""
    purposes: tuple[str, ...] = ()


def mask(media: frozenset[Medium]) -> int:
    """These media as the sum that a row keeps."""
    return sum(MEDIA_BITS[medium] for medium in media)


def media_of(bits: int) -> tuple[Medium, ...]:
    """The media in such a sum, photo first."""
    return tuple(medium for medium, bit in MEDIA_BITS.items() if bits & bit)


def check_answers(new: NewAnswers, today: date) -> None:
    """A form holds at least one answer; a yes is demonstrable (protocol A5) and nothing comes from the future."""
    if not new.answers:
        raise Invalid("answers", "consents.no_answers")
    if any(not answer.media for answer in new.answers):
        raise Invalid("media", "consents.no_media")
    if new.given_on > today:
        raise Invalid("given_on", "consents.in_future")
    if any(answer.yes for answer in new.answers):
        if new.how is How.IN_PERSON:
            raise Invalid("how", "consents.verbal_yes")
        if not (new.evidence.strip() or new.scan):
            raise Invalid("evidence", "consents.no_evidence")
    if new.last_day is not None and new.last_day < new.given_on:
        raise Invalid("last_day", "consents.ends_before_start")


def check_withdrawal(new: NewWithdrawal, today: date) -> None:
    """A withdrawal names what is taken back and lies not in the future; it may come in any form."""
    if not new.purposes:
        raise Invalid("purposes", "consents.no_purposes")
    if not new.media:
        raise Invalid("media", "consents.no_media")
    if new.received_on > today:
        raise Invalid("received_on", "consents.in_future")


def check_own_word(new: NewWithdrawal, birth_date: date | None) -> None:
    """A pupil takes consent back alone from twelve years, since the law says so; an unknown age is not twelve."""
    if new.received_on < law.own_withdrawal_since():
        raise Invalid("received_on", "consents.own_too_early", since=law.own_withdrawal_since())
    if birth_date is None or age_on(birth_date, new.received_on) < law.own_withdrawal_age():
        raise Invalid("guardian_id", "consents.own_too_young", age=law.own_withdrawal_age())

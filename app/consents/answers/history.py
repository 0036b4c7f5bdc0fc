"""One pupil in full: what each person answered for each purpose, what that comes to, and how it came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from app.consents.answers.forms import How, media_of
from app.consents.answers.reading import codes_of, family
from app.consents.matrix.overview import Cell, Words, about, cell, verdicts
from app.consents.purposes.lines import PurposeLine
from app.consents.rules import (
    MEDIA_BITS,
    Deciders,
    Event,
    EventKind,
    Medium,
    Standing,
    Verdict,
    counting,
    deciders,
    lapsed,
    standing_of,
)
from app.consents.tables import ConsentEvent
from app.kernel.names import full
from app.people.deciding import RelationPast
from app.people.rules import Authority, GuardianLine, PersonLine, PupilCard, RelationKind, age_on, authority_on

_ANSWERS = frozenset({EventKind.GIVEN, EventKind.REFUSED, EventKind.WITHDRAWN, EventKind.EXPIRED})


@dataclass(frozen=True)
class PersonAnswer:
    """Where one person stands; ``guardian`` is None for the pupil. ``standings`` run along with the media."""

    guardian: GuardianLine | None
    standings: tuple[Standing, ...]
    on: date | None


@dataclass(frozen=True)
class PurposeAnswers:
    """All answers to one purpose, and what they come to."""

    purpose: PurposeLine
    cell: Cell
    verdicts: tuple[Verdict, ...]
    answers: tuple[PersonAnswer, ...]


@dataclass(frozen=True)
class HistoryLine:
    """One event; ``purposes`` are codes, none when it concerns the whole form.

    ``counts`` is False when a later event took it out for all its purposes; ``person`` is who said it. ``authority``
    is what was known when it was recorded, with its ``source``; ``authority_now`` what is known today of that same day.
    ``about`` is the day of the answer that an invalidation or correction takes out.
    """

    event_id: int
    kind: EventKind
    on: date
    purposes: tuple[str, ...]
    guardian_id: int | None
    authority: str
    media: tuple[Medium, ...]
    how: How | None
    evidence: str
    form_number: str
    text_version: str
    note: str
    recorded_at: datetime
    recorded_by: str
    counts: bool
    person: str = ""
    attachment_id: int | None = None
    relation: RelationKind | None = None
    source: str = ""
    since: date | None = None
    authority_now: Authority | None = None
    source_now: str = ""
    about: date | None = None


@dataclass(frozen=True)
class ConsentCard:
    """Everything about the consent of one pupil on a day; the history is newest first.

    ``shorts`` names every purpose that the history may speak of, used today or not.
    """

    pupil: PupilCard
    age: int | None
    on: date
    purposes: tuple[PurposeAnswers, ...]
    history: tuple[HistoryLine, ...]
    shorts: Mapping[str, str]


def card(
    pupil: PupilCard,
    on: date,
    purposes: Sequence[PurposeLine],
    words: Words,
    rows: Sequence[ConsentEvent],
    names: Mapping[int, PersonLine],
    relations: Mapping[int, RelationPast],
) -> ConsentCard:
    """The card of one pupil from what the register holds; ``purposes`` are all of the school."""
    who = deciders(family(pupil), on)
    return ConsentCard(
        pupil=pupil,
        age=age_on(pupil.birth_date, on) if pupil.birth_date else None,
        on=on,
        purposes=tuple(
            _answers(pupil, who, purpose, about(words, purpose.code))
            for purpose in purposes
            if purpose.of_pupils and purpose.rule.in_use
        ),
        history=lines(rows, names, relations),
        shorts={purpose.code: purpose.short for purpose in purposes},
    )


def _answers(pupil: PupilCard, who: Deciders, purpose: PurposeLine, events: Sequence[Event]) -> PurposeAnswers:
    sifted = lapsed(counting(events, who.on), purpose.rule, who.on)
    people = [_person(guardian, sifted, who.on) for guardian in pupil.guardians]
    if who.own_answer or any(event.guardian_id is None for event in sifted):
        people.append(_person(None, sifted, who.on))
    return PurposeAnswers(purpose, cell(who, purpose.rule, events), verdicts(who, purpose.rule, sifted), tuple(people))


def _person(guardian: GuardianLine | None, sifted: Sequence[Event], on: date) -> PersonAnswer:
    number = guardian.id if guardian else None
    said = [event.on for event in sifted if event.guardian_id == number and event.kind in _ANSWERS]
    standings = tuple(standing_of(sifted, number, bit, on) for bit in MEDIA_BITS.values())
    return PersonAnswer(guardian, standings, said[-1] if said else None)


def lines(
    rows: Sequence[ConsentEvent], names: Mapping[int, PersonLine], relations: Mapping[int, RelationPast]
) -> tuple[HistoryLine, ...]:
    """The history, newest first."""
    gone: dict[int, set[str]] = defaultdict(set)
    for row in sorted(rows, key=lambda row: -row.id):
        if row.about_id is not None:
            gone[row.about_id] |= codes_of(row.purposes) - gone[row.id]
    days = {row.id: row.given_on for row in rows}
    newest = sorted(rows, key=lambda row: (row.given_on, row.id), reverse=True)
    return tuple(
        replace(
            _line(row, names),
            counts=not row.purposes or bool(codes_of(row.purposes) - gone[row.id]),
            about=days.get(row.about_id or 0),
            **_authority(row, relations.get(row.guardian_id or 0)),
        )
        for row in newest
    )


def _authority(row: ConsentEvent, past: RelationPast | None) -> dict[str, Any]:
    """With what authority somebody spoke: as it was known then, and as it is known now where that differs."""
    if past is None or not row.authority:
        return {}
    told = (one for one in past.records if one.authority.value == row.authority and one.recorded_at <= row.recorded_at)
    then = authority_on(told, row.given_on)
    now = authority_on(past.records, row.given_on)
    known: dict[str, Any] = {"source": then.source, "since": then.since} if then else {}
    if now is not None and now.authority.value != row.authority:
        known |= {"authority_now": now.authority, "source_now": now.source}
    return {"relation": past.kind, **known}


def _line(row: ConsentEvent, names: Mapping[int, PersonLine]) -> HistoryLine:
    return HistoryLine(
        event_id=row.id,
        kind=EventKind(row.kind),
        on=row.given_on,
        purposes=tuple(row.purposes.split()),
        guardian_id=row.guardian_id,
        authority=row.authority,
        media=media_of(row.media),
        how=How(row.how) if row.how else None,
        evidence=row.evidence,
        form_number=row.form_number,
        text_version=row.text_version,
        note=row.note,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by,
        counts=True,
        person=_person_of(row, names),
        attachment_id=row.attachment_id,
    )


def _person_of(row: ConsentEvent, names: Mapping[int, PersonLine]) -> str:
    spoke = EventKind(row.kind) in _ANSWERS
    who = names.get(row.guardian_id or row.pupil_id)
    return full(who.name) if spoke and who else ""

"""One pupil in full: what each person answered for each purpose, what that comes to, and how it came about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from app.consents.forms import How, media_of
from app.consents.overview import Cell, Words, cell, verdicts
from app.consents.purposes import PurposeLine
from app.consents.reading import family
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
    standing_of,
)
from app.consents.tables import ConsentEvent
from app.people.rules import GuardianLine, PupilCard, age_on

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
    """What happened at one moment; ``purposes`` are codes, empty when it concerns the whole form.

    ``event_ids`` name the events; ``counts`` is False when a later event took all of them out.
    """

    kind: EventKind
    on: date
    event_ids: tuple[int, ...]
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


@dataclass(frozen=True)
class ConsentCard:
    """Everything about the consent of one pupil on a day; the history is newest first."""

    pupil: PupilCard
    age: int | None
    on: date
    purposes: tuple[PurposeAnswers, ...]
    history: tuple[HistoryLine, ...]


def card(
    pupil: PupilCard, on: date, purposes: Iterable[PurposeLine], words: Words, rows: Sequence[ConsentEvent]
) -> ConsentCard:
    """The card of one pupil from what the register holds."""
    who = deciders(family(pupil), on)
    return ConsentCard(
        pupil=pupil,
        age=age_on(pupil.birth_date, on) if pupil.birth_date else None,
        on=on,
        purposes=tuple(_answers(pupil, who, purpose, words.get(purpose.code, ())) for purpose in purposes),
        history=lines(rows),
    )


def _answers(pupil: PupilCard, who: Deciders, purpose: PurposeLine, events: Sequence[Event]) -> PurposeAnswers:
    sifted = counting(events, who.on)
    people = [_person(guardian, sifted, who.on) for guardian in pupil.guardians]
    if who.own_answer or any(event.guardian_id is None for event in sifted):
        people.append(_person(None, sifted, who.on))
    return PurposeAnswers(purpose, cell(who, purpose.rule, events), verdicts(who, purpose.rule, sifted), tuple(people))


def _person(guardian: GuardianLine | None, sifted: Sequence[Event], on: date) -> PersonAnswer:
    number = guardian.id if guardian else None
    said = [event.on for event in sifted if event.guardian_id == number and event.kind in _ANSWERS]
    standings = tuple(standing_of(sifted, number, bit, on) for bit in MEDIA_BITS.values())
    return PersonAnswer(guardian, standings, said[-1] if said else None)


def lines(rows: Sequence[ConsentEvent]) -> tuple[HistoryLine, ...]:
    """The history, newest first; what was recorded at once about one answer is one line."""
    void = _void(rows)
    found = [_line(list(group), void) for _key, group in groupby(sorted(rows, key=_moment), key=_together)]
    return tuple(sorted(found, key=lambda line: (line.on, line.event_ids[-1]), reverse=True))


def _void(rows: Sequence[ConsentEvent]) -> frozenset[int]:
    void: set[int] = set()
    for row in sorted(rows, key=lambda row: -row.id):
        if row.about_id is not None and row.id not in void:
            void.add(row.about_id)
    return frozenset(void)


def _moment(row: ConsentEvent) -> tuple[object, ...]:
    return (*_together(row), row.id)


def _together(row: ConsentEvent) -> tuple[object, ...]:
    return (row.recorded_at, row.given_on, row.kind, row.guardian_id or 0, row.media, row.form_number, row.evidence)


def _line(group: Sequence[ConsentEvent], void: frozenset[int]) -> HistoryLine:
    first = group[0]
    return HistoryLine(
        kind=EventKind(first.kind),
        on=first.given_on,
        event_ids=tuple(row.id for row in group),
        purposes=tuple(row.purpose for row in group if row.purpose),
        guardian_id=first.guardian_id,
        authority=first.authority,
        media=media_of(first.media),
        how=How(first.how) if first.how else None,
        evidence=first.evidence,
        form_number=first.form_number,
        text_version=first.text_version,
        note=first.note,
        recorded_at=first.recorded_at,
        recorded_by=first.recorded_by,
        counts=any(row.id not in void for row in group),
    )

"""Queries on the register of consent: events of pupils, read in a few statements however many pupils there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from app.consents.matrix.overview import Said, Words
from app.consents.rules import Event, EventKind, Family, Guardian
from app.consents.tables import ConsentEvent, Round
from app.people.deciding import HouseholdLine
from app.people.rules import PupilCard

_PORTION = 5_000
_ROW = ConsentEvent
_WORDS = (  # built once: it is asked for every screen
    select(
        _ROW.pupil_id, _ROW.purposes, _ROW.id, _ROW.kind, _ROW.given_on, _ROW.guardian_id, _ROW.media, _ROW.last_day,
        _ROW.about_id,
    )
    .where(_ROW.kind != EventKind.ASKED.value, _ROW.pupil_id.in_(bindparam("pupils", expanding=True)))
    .order_by(_ROW.given_on, _ROW.id)
)  # fmt: skip
_KINDS = {kind.value: kind for kind in EventKind}


def words(session: Session, pupil_ids: Iterable[int]) -> dict[int, Words]:
    """What was said for each of these pupils, in order; that the school asked is left out."""
    found: dict[int, Words] = defaultdict(list)
    for portion in _portions(pupil_ids):
        for pupil, codes, number, kind, on, guardian, media, last_day, about in session.execute(
            _WORDS, {"pupils": portion}
        ):
            event = Event(number, _KINDS[kind], on, guardian, media, last_day, about)
            found[pupil].append(Said(event, codes_of(codes)))
    return found


@cache
def codes_of(text: str) -> frozenset[str]:
    """The codes of purposes in a row; cached, for thousands of forms say the same."""
    return frozenset(text.split())


def events(session: Session, pupil_id: int) -> list[ConsentEvent]:
    """Everything that ever happened with the consent of one pupil, in the order of recording."""
    return list(
        session.scalars(select(ConsentEvent).where(ConsentEvent.pupil_id == pupil_id).order_by(ConsentEvent.id))
    )


def event(session: Session, event_id: int) -> ConsentEvent | None:
    """One event."""
    return session.get(ConsentEvent, event_id)


def form_handed_out(session: Session, number: str) -> ConsentEvent | None:
    """That the school handed out the form with this number, whatever it looks like."""
    row = ConsentEvent
    query = select(row).where(row.kind == EventKind.ASKED.value, row.form_number == number)
    return session.scalars(query.order_by(row.id.desc())).first() if number else None


def last_text_version(session: Session) -> str:
    """The version of the text on the form that was handed out last; empty when none ever was."""
    row = ConsentEvent
    last = session.scalar(select(func.max(row.id)).where(row.kind == EventKind.ASKED.value, row.text_version != ""))
    found = session.get(row, last) if last else None
    return found.text_version if found else ""


def last_answers(session: Session) -> dict[str, date]:
    """The last day on which each purpose was on a form of a round, or was answered."""
    row = ConsentEvent
    answers = select(row.purposes, func.max(row.given_on)).where(row.kind != EventKind.ASKED.value)
    rounds = select(Round.purposes, func.max(Round.started_on)).group_by(Round.purposes)
    found: dict[str, date] = {}
    for query in (answers.group_by(row.purposes), rounds):
        for codes, day in session.execute(query):
            for code in codes_of(codes):
                found[code] = max(day, found.get(code, day))
    return found


@dataclass(frozen=True)
class Asked:
    """The forms with a text version that were handed out, per pupil, in order of the day."""

    forms: Mapping[int, Sequence[tuple[date, str, str]]]

    def version(self, pupil_id: int, form_number: str, on: date) -> str:
        """The version on the form with this number, else on the last form of this pupil up to that day."""
        before = [form for form in self.forms.get(pupil_id, ()) if form[0] <= on]
        same = [form for form in before if form_number and form[1] == form_number]
        return (same or before or [(on, "", "")])[-1][2]


def asked(session: Session, pupil_ids: Iterable[int]) -> Asked:
    """The forms that were handed out for these pupils."""
    row = ConsentEvent
    query = select(row.pupil_id, row.given_on, row.form_number, row.text_version)
    query = query.where(row.kind == EventKind.ASKED.value, row.text_version != "").order_by(row.given_on, row.id)
    found: dict[int, list[tuple[date, str, str]]] = defaultdict(list)
    for portion in _portions(pupil_ids):
        for pupil, on, number, version in session.execute(query.where(row.pupil_id.in_(portion))):
            found[pupil].append((on, number, version))
    return Asked(found)


def family(card: PupilCard) -> Family:
    """What of a pupil decides; the guardians have the authority that holds on the day the card was read for."""
    return Family(card.birth_date, tuple(Guardian(one.id, one.authority) for one in card.guardians), card.blocks)


def household(line: HouseholdLine) -> Family:
    """The same from the little that is read of many pupils at once."""
    return Family(line.birth_date, tuple(Guardian(*guardian) for guardian in line.guardians), line.blocks)


def _portions(ids: Iterable[int]) -> Iterator[list[int]]:
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), _PORTION):
        yield wanted[start : start + _PORTION]

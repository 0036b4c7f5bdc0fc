"""Writing events: what somebody said, with the authority they had that day; nothing is ever changed afterwards."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.consents.answers.forms import NewAnswers, NewRequest, NewWithdrawal, Scan, mask
from app.consents.matrix.overview import Said, Words, about
from app.consents.rules import ALL_MEDIA, MEDIA_BITS, Event, EventKind, Standing, counting, standing_of
from app.consents.tables import ConsentEvent
from app.kernel.calendar import school_year
from app.kernel.clock import Clock
from app.vault import attachments
from app.vault.drawers.database import drawer_of


@dataclass(frozen=True)
class ListedAnswers:
    """What one row of a workbook comes to; ``shared`` are the fields that its events have in common."""

    shared: dict[str, Any]
    answers: tuple[tuple[str, EventKind], ...]
    last_day: date | None


class _Sorted(defaultdict[int, list[str]]):
    """Purposes by the media that were answered for them."""

    def __init__(self) -> None:
        super().__init__(list)


_UNSAVED = 2**62  # stands for an id later than any other, until the row has its own


class EventWriter:
    """Adds events inside one open write block."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._now = clock.now()
        self._user = drawer_of(session).user.name
        self._written: list[ConsentEvent] = []

    def answers(self, new: NewAnswers, authority: str, words: Words) -> None:
        """A form; a yes to fewer media than before takes the others back, for the new answer replaces the old one."""
        shared = {
            "pupil_id": new.pupil_id,
            "guardian_id": new.guardian_id,
            "authority": authority,
            "given_on": new.given_on,
            "how": new.how.value,
            "evidence": new.evidence.strip(),
            "form_number": new.form_number.strip(),
            "text_version": new.text_version,
            "attachment_id": self._kept(new.scan),
        }
        given, refused, dropped = _Sorted(), _Sorted(), _Sorted()
        for answer in new.answers:
            media = mask(answer.media)
            (given if answer.yes else refused)[media].append(answer.purpose)
            before = _standing_yes(about(words, answer.purpose), new.guardian_id, new.given_on)
            if answer.yes and before & ~media:
                dropped[before & ~media].append(answer.purpose)
        self._add_sorted(EventKind.WITHDRAWN, dropped, shared)
        self._add_sorted(EventKind.REFUSED, refused, shared)
        self._add_sorted(EventKind.GIVEN, given, {**shared, "last_day": new.last_day})
        for media, purposes in given.items():
            event = Event(_UNSAVED, EventKind.GIVEN, new.given_on, new.guardian_id, media, new.last_day)
            words.append(Said(event, frozenset(purposes)))

    def withdrawal(self, new: NewWithdrawal, authority: str) -> None:
        """Consent taken back, purpose by purpose."""
        shared = {
            "pupil_id": new.pupil_id,
            "guardian_id": new.guardian_id,
            "authority": authority,
            "given_on": new.received_on,
            "how": new.how.value,
            "evidence": new.evidence.strip(),
            "attachment_id": self._kept(new.scan),
            "media": mask(new.media),
        }
        self._add(EventKind.WITHDRAWN, shared, purposes=" ".join(new.purposes))

    def listed(self, row: ListedAnswers) -> None:
        """A row of a workbook; each answer covers photo, film and sound."""
        by_kind: dict[EventKind, list[str]] = defaultdict(list)
        for code, kind in row.answers:
            by_kind[kind].append(code)
        for kind, codes in by_kind.items():
            ends = row.last_day if kind is EventKind.GIVEN else None
            self._add(kind, row.shared, media=ALL_MEDIA, purposes=" ".join(codes), last_day=ends)

    def expiry(self, pupil_id: int, words: Words, codes: Sequence[str], on: date, note: str) -> None:
        """Every yes to these purposes that stands that day ends; what was no stays no."""
        for guardian in dict.fromkeys(said.event.guardian_id for said in words):
            ended = [code for code in codes if _standing_yes(about(words, code), guardian, on)]
            if ended:
                shared = {"pupil_id": pupil_id, "guardian_id": guardian, "given_on": on, "note": note}
                self._add(EventKind.EXPIRED, shared, media=ALL_MEDIA, purposes=" ".join(ended))

    def request(self, new: NewRequest) -> None:
        """A form handed out; it concerns every purpose on it."""
        shared = {"pupil_id": new.pupil_id, "given_on": new.on, "media": ALL_MEDIA, "form_number": new.form_number}
        self._add(EventKind.ASKED, shared, text_version=new.text_version, purposes=" ".join(new.purposes))

    def taking_out(self, event: ConsentEvent, kind: EventKind, purposes: Sequence[str], on: date, note: str) -> None:
        """An earlier event no longer counts for these purposes: it was not valid, or typed wrong."""
        shared = {"pupil_id": event.pupil_id, "guardian_id": event.guardian_id, "media": event.media, "given_on": on}
        self._add(kind, shared, purposes=" ".join(purposes), about_id=event.id, note=note)

    def _kept(self, scan: Scan | None) -> int | None:
        return attachments.add(self._session, scan.data, scan.name, scan.mime) if scan else None

    def finish(self) -> tuple[int, ...]:
        """The ids of everything written, in order."""
        self._session.flush()
        return tuple(event.id for event in self._written)

    def _add_sorted(self, kind: EventKind, found: _Sorted, shared: dict[str, Any]) -> None:
        for media, purposes in found.items():
            self._add(kind, shared, media=media, purposes=" ".join(purposes))

    def _add(self, kind: EventKind, shared: dict[str, Any], **own: Any) -> None:
        event = ConsentEvent(
            kind=kind.value,
            school_year=school_year(shared["given_on"]),
            recorded_at=self._now,
            recorded_by=self._user,
            **shared,
            **own,
        )
        self._session.add(event)
        self._written.append(event)


def _standing_yes(events: Sequence[Event], guardian_id: int | None, on: date) -> int:
    """The media for which this person says yes that day."""
    sifted = counting(events, on)
    return sum(bit for bit in MEDIA_BITS.values() if standing_of(sifted, guardian_id, bit, on) is Standing.YES)

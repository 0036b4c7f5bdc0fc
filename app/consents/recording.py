"""Writing events: what somebody said, with the authority they had that day; nothing is ever changed afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from app.consents.forms import NewAnswers, NewRequest, NewWithdrawal, mask
from app.consents.overview import Words
from app.consents.rules import ALL_MEDIA, MEDIA_BITS, Event, EventKind, Standing, counting, standing_of
from app.consents.tables import ConsentEvent
from app.kernel.calendar import school_year
from app.kernel.clock import Clock
from app.vault.database import drawer_of

_UNSAVED = 2**62  # stands for an id later than any other, until the row has its own


class EventWriter:
    """Adds events inside one open write block."""

    def __init__(self, session: Session, clock: Clock) -> None:
        self._session = session
        self._now = clock.now()
        self._user = drawer_of(session).user.name
        self._written: list[ConsentEvent] = []

    def answers(self, new: NewAnswers, authority: str, text_version: str, words: Words) -> None:
        """A form; a yes to fewer media than before takes the others back, for the new answer replaces the old one."""
        shared = {
            "pupil_id": new.pupil_id,
            "guardian_id": new.guardian_id,
            "authority": authority,
            "given_on": new.given_on,
            "how": new.how.value,
            "evidence": new.evidence.strip(),
            "form_number": new.form_number.strip(),
            "text_version": text_version,
        }
        for answer in new.answers:
            media = mask(answer.media)
            if not answer.yes:
                self._add(EventKind.REFUSED, shared, purpose=answer.purpose, media=media)
                continue
            before = words[answer.purpose]
            dropped = _standing_yes(before, new.guardian_id, new.given_on) & ~media
            if dropped:
                self._add(EventKind.WITHDRAWN, shared, purpose=answer.purpose, media=dropped)
            self._add(EventKind.GIVEN, shared, purpose=answer.purpose, media=media, last_day=new.last_day)
            before.append(Event(_UNSAVED, EventKind.GIVEN, new.given_on, new.guardian_id, media, new.last_day))

    def withdrawal(self, new: NewWithdrawal, authority: str) -> None:
        """Consent taken back, purpose by purpose."""
        shared = {
            "pupil_id": new.pupil_id,
            "guardian_id": new.guardian_id,
            "authority": authority,
            "given_on": new.received_on,
            "how": new.how.value,
            "evidence": new.evidence.strip(),
            "media": mask(new.media),
        }
        for purpose in new.purposes:
            self._add(EventKind.WITHDRAWN, shared, purpose=purpose)

    def request(self, new: NewRequest) -> None:
        """A form handed out; it concerns every purpose on it."""
        shared = {"pupil_id": new.pupil_id, "given_on": new.on, "media": ALL_MEDIA, "form_number": new.form_number}
        self._add(EventKind.ASKED, shared, text_version=new.text_version)

    def taking_out(self, event: ConsentEvent, kind: EventKind, on: date, note: str) -> None:
        """An earlier event no longer counts: it was not valid, or typed wrong."""
        shared = {
            "pupil_id": event.pupil_id,
            "guardian_id": event.guardian_id,
            "purpose": event.purpose,
            "media": event.media,
            "given_on": on,
        }
        self._add(kind, shared, about_id=event.id, note=note)

    def finish(self) -> tuple[int, ...]:
        """The ids of everything written, in order."""
        self._session.flush()
        return tuple(event.id for event in self._written)

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

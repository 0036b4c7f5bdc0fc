"""The register of consent: record what people answer, and ask who may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from app.consents import dates
from app.consents.answers import reading
from app.consents.answers.forms import (
    NewAnswers,
    NewRequest,
    NewWithdrawal,
    check_answers,
    check_own_word,
    check_withdrawal,
)
from app.consents.answers.recording import EventWriter
from app.consents.answers.workbook import AnswerLists
from app.consents.dates import BirthdayLine, DatedItem
from app.consents.prints.lists import Lists
from app.consents.publications.service import Publications
from app.consents.purposes.lines import Validity
from app.consents.questions import MayLine as MayLine  # noqa: PLC0414 - callers find the answer beside the service
from app.consents.questions import Questions
from app.consents.rounds.service import Rounds
from app.consents.rules import EventKind
from app.consents.staff.handouts import Handouts
from app.consents.staff.lessons import Lessons
from app.consents.staff.service import Staff
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.texts import _
from app.people.rules import Authority, GuardianLine
from app.people.service import People
from app.protocol.rules import Protocol

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

Guardians = Mapping[int, Sequence[GuardianLine]]


class Consents(Questions):
    """Use cases on consent; everything lies in the register drawer."""

    def __init__(self, register: Drawer, people: People, protocol: Protocol, clock: Clock) -> None:
        super().__init__(register, people, protocol, clock)
        self.publications = Publications(register, people, self.catalogue, protocol, clock)
        self.staff = Staff(register, people, self.catalogue, self.publications, clock)
        self.lessons = Lessons(register, clock)
        self.handouts = Handouts(register, people, clock)
        self.rounds = Rounds(register, people, self, clock)
        self.lists = Lists(register, self, self.rounds, self.publications, clock)
        self.answer_lists = AnswerLists(register, people, self.catalogue, clock)

    def dated(self) -> tuple[DatedItem, ...]:
        """What of consents has a date and asks for attention; the birthdays apart."""
        return tuple(dates.dated(self, self._clock.today()))

    def birthdays(self) -> tuple[BirthdayLine, ...]:
        """Who gets a say of their own within a month, or got it lately."""
        return dates.birthdays(self._people.pupils(), self._clock.today())

    def record(self, new: NewAnswers) -> tuple[int, ...]:
        """Record the answers of one person on one form; gives the ids of the events."""
        return self.record_all([new])

    def record_all(self, forms: Sequence[NewAnswers]) -> tuple[int, ...]:
        """Record a pile of forms at once. Raises ``Invalid`` or ``Refused``; then none is recorded."""
        for new in forms:
            check_answers(new, self._clock.today())
        self._check_purposes(answer.purpose for new in forms for answer in new.answers)
        subject = f"person:{forms[0].pupil_id}" if len(forms) == 1 else f"forms:{len(forms)}"
        with self._drawer.write("answers.recorded", subject) as session:
            writer = EventWriter(session, self._clock)
            asked = reading.asked(session, (new.pupil_id for new in forms))
            words = reading.words(session, (new.pupil_id for new in forms))
            days = {new.given_on for new in forms}
            known = {day: self._guardians(forms, day) for day in days}
            last_days = {day: self._last_day(day) for day in days}
            for new in forms:
                authority = self._declared(new, known[new.given_on])
                version = new.text_version or asked.version(new.pupil_id, new.form_number, new.given_on)
                ends = new.last_day or last_days[new.given_on]
                writer.answers(replace(new, text_version=version, last_day=ends), authority, words[new.pupil_id])
            return writer.finish()

    def withdraw(self, new: NewWithdrawal) -> tuple[int, ...]:
        """Record that somebody takes consent back; it acts from the day it was received."""
        check_withdrawal(new, self._clock.today())
        if new.guardian_id is None:
            check_own_word(new, self._people.pupil(new.pupil_id, new.received_on).birth_date)
        self._check_purposes(new.purposes)
        with self._drawer.write("consent.withdrawn", f"person:{new.pupil_id}") as session:
            guardians = self._people.guardians_of([new.pupil_id], new.received_on)
            writer = EventWriter(session, self._clock)
            writer.withdrawal(new, _authority(_guardian(guardians, new.pupil_id, new.guardian_id)))
            return writer.finish()

    def ask(self, requests: Iterable[NewRequest]) -> tuple[int, ...]:
        """Record that the school handed out forms."""
        with self._drawer.write("consent.asked") as session:
            writer = EventWriter(session, self._clock)
            for new in requests:
                writer.request(new)
            return writer.finish()

    def correct(self, event_ids: Iterable[int], note: str, purposes: Sequence[str] = ()) -> tuple[int, ...]:
        """Take out what was typed wrong, for some purposes or all; what was there before counts again."""
        return self._take_out(event_ids, EventKind.CORRECTED, note, purposes)

    def invalidate(self, event_ids: Iterable[int], note: str, purposes: Sequence[str] = ()) -> tuple[int, ...]:
        """Take out what turns out not to be valid, such as a form without a signature."""
        return self._take_out(event_ids, EventKind.INVALIDATED, note, purposes)

    def _check_purposes(self, codes: Iterable[str]) -> None:
        known = {line.code for line in self.catalogue.all()}
        for code in codes:
            if code not in known:
                raise Invalid("purpose", "consents.purpose_unknown", purpose=code)

    def _last_day(self, given_on: date) -> date | None:
        """The last day of a yes of that day when the school asks every year."""
        yearly = self.catalogue.validity(given_on) is Validity.SCHOOL_YEAR
        return school_year_days(school_year(given_on))[1] if yearly else None

    def _guardians(self, forms: Iterable[NewAnswers], on: date) -> Guardians:
        return self._people.guardians_of([new.pupil_id for new in forms if new.given_on == on], on)

    def _declared(self, new: NewAnswers, guardians: Guardians) -> str:
        """The authority that stands on the form's day, after what the guardian declares on it."""
        guardian = _guardian(guardians, new.pupil_id, new.guardian_id)
        if guardian is None or not new.declares_authority or guardian.authority is Authority.YES:
            return _authority(guardian)
        if guardian.authority is Authority.NO:
            raise Refused("consents.authority_denied")
        source = _("eigen verklaring op formulier {number}") if new.form_number else _("eigen verklaring op formulier")
        self._people.set_authority(
            guardian.relation_id, Authority.YES, new.given_on, source.format(number=new.form_number)
        )
        return Authority.YES.value

    def expire(self, person_id: int, codes: Sequence[str], on: date, note: str) -> tuple[int, ...]:
        """Let every yes to these purposes end that day, for a reason of the school's; a no stands."""
        if not codes:
            raise Invalid("purposes", "consents.no_purposes")
        if on > self._clock.today():
            raise Invalid("on", "consents.in_future")
        if not note.strip():
            raise Invalid("note", "consents.no_note")
        self._check_purposes(codes)
        with self._drawer.write("consent.expired", f"person:{person_id}") as session:
            writer = EventWriter(session, self._clock)
            writer.expiry(person_id, reading.words(session, [person_id])[person_id], codes, on, note.strip())
            if ended := writer.finish():
                return ended
            raise Invalid("on", "consents.nothing_to_expire")

    def _take_out(
        self, event_ids: Iterable[int], kind: EventKind, note: str, purposes: Sequence[str]
    ) -> tuple[int, ...]:
        if not note.strip():
            raise Invalid("note", "consents.no_note")
        ids = tuple(event_ids)
        with self._drawer.read() as session:
            people = {event.pupil_id for number in ids if (event := reading.event(session, number))}
        subject = f"person:{people.pop()}" if len(people) == 1 else f"forms:{len(ids)}"
        with self._drawer.write(f"answer.{kind.value}", subject) as session:
            writer = EventWriter(session, self._clock)
            for number in ids:
                event = reading.event(session, number)
                if event is None:
                    raise Refused("consents.event_unknown")
                chosen = purposes or event.purposes.split()
                writer.taking_out(event, kind, chosen, self._clock.today(), note.strip())
            return writer.finish()


def _guardian(guardians: Guardians, pupil_id: int, guardian_id: int | None) -> GuardianLine | None:
    if guardian_id is None:
        return None
    for line in guardians.get(pupil_id, ()):
        if line.id == guardian_id:
            return line
    raise Refused("consents.guardian_unknown")


def _authority(guardian: GuardianLine | None) -> str:
    return guardian.authority.value if guardian else ""

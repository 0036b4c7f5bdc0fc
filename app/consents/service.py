"""The register of consent: record what people answer, and ask who may be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from app.consents import history, overview, purposes, reading
from app.consents.forms import NewAnswers, NewRequest, NewWithdrawal, check_answers, check_own_word, check_withdrawal
from app.consents.history import ConsentCard, HistoryLine
from app.consents.overview import Cell, CellState, Matrix, MatrixRow, Progress, Words
from app.consents.purposes import PurposeLine
from app.consents.recording import EventWriter
from app.consents.rules import EventKind, Medium, Reason, Verdict, counting, deciders, may
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.names import PersonName
from app.kernel.texts import _
from app.people.rules import Authority, GuardianLine, PupilCard, PupilLine
from app.people.service import People
from app.protocol.rules import Protocol

if TYPE_CHECKING:
    from app.vault.database import Drawer

Guardians = Mapping[int, Sequence[GuardianLine]]


@dataclass(frozen=True)
class MayLine:
    """The answer to the photo question for one pupil."""

    pupil_id: int
    number: str
    name: PersonName
    group: str
    allowed: bool
    reason: Reason


class Consents:
    """Use cases on consent; everything lies in the register drawer."""

    def __init__(self, register: Drawer, people: People, protocol: Protocol, clock: Clock) -> None:
        self._drawer = register
        self._people = people
        self._protocol = protocol
        self._clock = clock

    # --- recording -----------------------------------------------------------

    def record(self, new: NewAnswers) -> tuple[int, ...]:
        """Record the answers of one person on one form; gives the ids of the events."""
        return self.record_all([new])

    def record_all(self, forms: Sequence[NewAnswers]) -> tuple[int, ...]:
        """Record a pile of forms at once. Raises ``Invalid`` or ``Refused``; then none is recorded."""
        for new in forms:
            check_answers(new, self._clock.today())
            self._check_purposes(answer.purpose for answer in new.answers)
        subject = f"person:{forms[0].pupil_id}" if len(forms) == 1 else f"forms:{len(forms)}"
        with self._drawer.write("answers.recorded", subject) as session:
            writer = EventWriter(session, self._clock)
            asked = reading.asked(session, (new.pupil_id for new in forms))
            words = reading.words(session, (new.pupil_id for new in forms))
            known = {day: self._guardians(forms, day) for day in {new.given_on for new in forms}}
            for new in forms:
                authority = self._declared(new, known[new.given_on])
                version = new.text_version or asked.version(new.pupil_id, new.form_number, new.given_on)
                writer.answers(new, authority, version, words[new.pupil_id])
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

    # --- asking --------------------------------------------------------------

    def purposes(self, on: date | None = None) -> tuple[PurposeLine, ...]:
        """The purposes that the school uses on a day."""
        return tuple(line for line in purposes.catalogue(self._protocol, self._day(on)) if line.rule.in_use)

    def may(
        self, purpose: str, medium: Medium, pupil_ids: Sequence[int], on: date | None = None
    ) -> tuple[MayLine, ...]:
        """Whether these pupils may be shown, in the order asked; an answer of after that day does not count."""
        day = self._day(on)
        rule = self._purpose(purpose, day).rule
        with self._drawer.read() as session:
            cards = {card.id: card for card in self._people.cards(pupil_ids, day)}
            words = reading.words(session, pupil_ids)
        if len(cards) < len(set(pupil_ids)):
            raise Refused("people.unknown")
        return tuple(
            _may_line(
                cards[pupil],
                may(reading.family(cards[pupil]), rule, overview.about(words[pupil], purpose), medium, day),
            )
            for pupil in pupil_ids
        )

    def matrix(self, group: str | None = None, on: date | None = None) -> Matrix:
        """All pupils of a group, or of the school, against all purposes in use."""
        day = self._day(on)
        return Matrix(day, group, self.purposes(day), tuple(self._judged(self._people.pupils(group, day), day)))

    def card(self, pupil_id: int, on: date | None = None) -> ConsentCard:
        """Everything about the consent of one pupil."""
        day = self._day(on)
        with self._drawer.read() as session:
            pupil = self._people.pupil(pupil_id, day)
            words = reading.words(session, [pupil_id])[pupil_id]
            return history.card(pupil, day, self.purposes(day), words, reading.events(session, pupil_id))

    def history(self, pupil_id: int) -> tuple[HistoryLine, ...]:
        """What ever happened with the consent of one pupil, newest first."""
        with self._drawer.read() as session:
            return history.lines(reading.events(session, pupil_id))

    def progress(self, year: str | None = None) -> Progress:
        """How many families have answered, on the last day of a school year or today if that is earlier."""
        today = self._clock.today()
        label = year or school_year(today)
        day = min(today, school_year_days(label)[1])
        with self._drawer.read() as session:
            known = self._people.families(day)
            said = reading.words(session, known)
            torn = [pupil for pupil in known if overview.may_contradict(said[pupil])]
            shown = self.purposes(day)
            disagreeing = {
                card.id
                for card in self._people.cards(torn, day)
                if any(square.state is CellState.DISAGREE for square in self._squares(card, shown, said[card.id], day))
            }
        families: dict[object, list[tuple[bool, bool]]] = defaultdict(list)
        for pupil, own in known.items():
            families[own or pupil].append((_has_spoken(said[pupil], day), pupil in disagreeing))
        return overview.progress(label, families.values())

    def no_photo_list(self, group: str | None, codes: Collection[str], school: str) -> bytes:
        """The PDF for the classroom cupboard: who may not be shown; the log tells that it was made."""
        # ReportLab takes long to load, and few days need this list
        from app.consents import paper  # noqa: PLC0415

        matrix = self.matrix(group)
        made = paper.no_photo_list(matrix, codes, school, self._clock.now())
        self._drawer.note("list.printed", f"group:{group or 'school'}")
        return made

    def text_version(self) -> str:
        """The version of the text on the form that the school handed out last."""
        with self._drawer.read() as session:
            return reading.last_text_version(session)

    # --- inside --------------------------------------------------------------

    def _judged(self, pupils: Sequence[PupilLine], day: date) -> Iterator[MatrixRow]:
        shown = self.purposes(day)
        with self._drawer.read() as session:
            ids = [pupil.id for pupil in pupils]
            cards = {card.id: card for card in self._people.cards(ids, day)}
            said = reading.words(session, ids)
        for pupil in pupils:
            yield MatrixRow(pupil, self._squares(cards[pupil.id], shown, said[pupil.id], day))

    @staticmethod
    def _squares(card: PupilCard, shown: Sequence[PurposeLine], said: Words, day: date) -> tuple[Cell, ...]:
        return overview.cells(deciders(reading.family(card), day), shown, said)

    def _day(self, on: date | None) -> date:
        return on or self._clock.today()

    def _purpose(self, code: str, on: date) -> PurposeLine:
        for line in purposes.catalogue(self._protocol, on):
            if line.code == code:
                return line
        raise Invalid("purpose", "consents.purpose_unknown", purpose=code)

    def _check_purposes(self, codes: Iterable[str]) -> None:
        known = {line.code for line in purposes.catalogue(self._protocol, self._clock.today())}
        for code in codes:
            if code not in known:
                raise Invalid("purpose", "consents.purpose_unknown", purpose=code)

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

    def _take_out(
        self, event_ids: Iterable[int], kind: EventKind, note: str, purposes: Sequence[str]
    ) -> tuple[int, ...]:
        if not note.strip():
            raise Invalid("note", "consents.no_note")
        with self._drawer.write(f"answer.{kind.value}") as session:
            writer = EventWriter(session, self._clock)
            for number in event_ids:
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


def _may_line(card: PupilCard, verdict: Verdict) -> MayLine:
    return MayLine(card.id, card.number, card.name, card.group, verdict.allowed, verdict.reason)


def _has_spoken(words: Words, on: date) -> bool:
    return any(event.kind is not EventKind.EXPIRED for event in counting((said.event for said in words), on))

"""How letters leave the school and what comes back: the record of it in the case and in its measure."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy.orm import Session

from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.cases.service import Cases
from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.formats import long_date
from app.kernel.texts import _, speaking
from app.letters import reading
from app.letters.lines import CameBack, Posted
from app.letters.queries import LetterQueries
from app.letters.rules import Delivery, Returned, Sending, check_day_sent
from app.letters.tables import CaseLetter
from app.letters.texts import return_word, sending_word
from app.letters.tray import outbox
from app.letters.tray.service import Tray
from app.measures.facts import STANDING
from app.measures.lines import NewNotice
from app.measures.service import Measures
from app.people.service import People
from app.school.service import School
from app.vault.drawers.database import Drawer


class LetterSending(LetterQueries):
    """The use cases on final letters; drafting is in ``Letters``."""

    def __init__(
        self,
        casework: Drawer,
        measures: Measures,
        cases: Cases,
        people: People,
        school: School,
        tray: Tray,
        clock: Clock,
    ) -> None:
        super().__init__(casework, cases, people, school, clock)
        self._measures = measures
        self._tray = tray

    def mark_sent(self, letter_id: int, sending: Sending, on: date | None = None, proof: str = "") -> None:
        """Record how, and on which day, a letter that the director printed left the school; a second time corrects it.

        It starts the terms of a decision.
        """
        self._drawer.user.must_lead("letters.only_leadership")
        if sending is Sending.REGISTERED and not proof.strip():
            raise Invalid("proof", "letters.tray_no_proof")
        with self._drawer.write("letter.sent", f"letter:{letter_id}") as session:
            row = self._seen(session, letter_id)
            if row.finalised_at is None:
                raise Refused("letters.not_final")
            if row.delivery == Delivery.TRAY:
                raise Refused("letters.lies_in_tray")
            posted = Posted(self._moment(row, on), self._drawer.user.name, sending, proof.strip())
            (self._learn if row.sent_at is None else self._relearn)(session, row, posted)

    def _moment(self, row: CaseLetter, on: date | None) -> datetime:
        """Now for today, noon for an earlier day. Raises Invalid for a day on which it cannot have left."""
        now, ready = self._clock.now(), row.finalised_at
        assert ready is not None  # noqa: S101 - narrows the type
        if on is None or on == now.date():
            return now
        check_day_sent(on, ready.date(), now.date())
        return max(datetime.combine(on, time(12), AMSTERDAM), ready)

    def mark_returned(self, letter_id: int, what: Returned, note: str = "") -> None:
        """Record what came back of a letter that was sent: a receipt, or the letter itself."""
        self._drawer.user.must_lead("letters.only_leadership")
        with self._drawer.write("letter.returned", f"letter:{letter_id}") as session:
            row = self._seen(session, letter_id)
            if row.sent_at is None:
                raise Refused("letters.not_sent")
            self._learn_return(session, row, CameBack(self._clock.now(), self._drawer.user.name, what, note.strip()))

    def settle(self) -> None:
        """Bring letters to the tray and learn what was posted; harmless when there is nothing to do."""
        if not self._drawer.read_only:
            outbox.settle(self._drawer, self._tray, self._learn, self._relearn, self._learn_return)

    @speaking("nl")
    def _learn_return(self, _session: Session, row: CaseLetter, came: CameBack) -> None:
        row.returned, row.returned_at, row.return_note = came.what, came.at, came.note
        title = f"{return_word(came.what).capitalize()}: {row.subject}"
        text = _("Kenmerk {reference}. {note}").format(reference=row.reference, note=came.note).strip()
        self._tell_case(row, title, text)

    @speaking("nl")
    def _learn(self, _session: Session, row: CaseLetter, posted: Posted) -> None:
        row.sent_at, row.sending, row.proof = posted.at, posted.sending, posted.proof
        how = sending_word(posted.sending) + (f", {posted.proof}" if posted.proof else "")
        text = _("Kenmerk {reference}, {how}, door {name}.").format(reference=row.reference, how=how, name=posted.by)
        self._tell_case(row, _("Verstuurd: {subject}").format(subject=row.subject), text)
        if row.measure_id is not None:
            self._tell_measure(row, posted, how)

    @speaking("nl")
    def _relearn(self, _session: Session, row: CaseLetter, posted: Posted) -> None:
        """It was said wrongly when or how this letter left: the case keeps both, the terms follow what is right."""
        before = row.sent_at
        assert before is not None  # noqa: S101 - only what was sent is corrected
        row.sent_at, row.sending, row.proof = posted.at, posted.sending, posted.proof
        how = sending_word(posted.sending) + (f", {posted.proof}" if posted.proof else "")
        words = _("Kenmerk {reference}. Eerst stond er {before}. Het is {day}, {how}, door {name}.")
        days = {"before": long_date(before.date()), "day": long_date(posted.at.date())}
        text = words.format(reference=row.reference, how=how, name=posted.by, **days)
        self._tell_case(row, _("Verzenddag verbeterd: {subject}").format(subject=row.subject), text)
        if row.measure_id is not None:
            self._correct_measure(row, posted, how, before.date())

    def _correct_measure(self, row: CaseLetter, posted: Posted, how: str, before: date) -> None:
        """Only what this letter told the measure is told again."""
        assert row.measure_id is not None  # noqa: S101 - narrows the type
        measure = self._measures.measure(row.measure_id)
        if measure.status not in STANDING:
            return
        if row.is_filed and measure.communicated_on == before:
            proof = measure.delivery_proof if measure.received_on is not None else posted.proof
            self._measures.communicate(row.measure_id, NewNotice(posted.at.date(), how, proof))
        elif not row.is_filed and measure.authority_told_on == before:
            self._measures.tell_authority(row.measure_id, posted.at.date())

    def _tell_measure(self, row: CaseLetter, posted: Posted, how: str) -> None:
        """The letter that gives a decision starts its terms; the one to an office meets the duty to tell it."""
        assert row.measure_id is not None  # noqa: S101 - narrows the type
        measure = self._measures.measure(row.measure_id)
        if measure.status not in STANDING:
            return
        if row.is_filed and measure.communicated_on is None:
            self._measures.communicate(row.measure_id, NewNotice(posted.at.date(), how, posted.proof))
        elif not row.is_filed and measure.authority_told_on is None:
            self._measures.tell_authority(row.measure_id, posted.at.date())

    def _tell_case(self, row: CaseLetter, title: str, text: str) -> None:
        case = self._cases.case(row.case_id) if row.case_id else None
        is_closed = reading.template_of(row.template).is_closed
        if case is not None and case.is_open and (case.is_employee_case or not is_closed):
            self._cases.add_entry(case.id, NewEntry(EntryKind.LETTER, title, text, internal=is_closed))

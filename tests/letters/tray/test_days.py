"""On which day a letter of the tray left, laying one back that did not leave, and correcting the day later."""

from __future__ import annotations

from datetime import date

import pytest

from app.kernel.clock import FixedClock, at
from app.kernel.errors import Invalid, Refused
from app.letters.lines import TrayLine
from app.letters.rules import Sending
from app.letters.tray import outbox, posting
from tests.letters.conftest import Office
from tests.letters.tray.test_outbox import files_in_register, final, state

FRIDAY = date(2026, 11, 20)


def monday(office: Office, clock: FixedClock) -> tuple[int, TrayLine]:
    """A letter that was ready on Monday the 16th, looked at a week later."""
    letter = final(office)
    clock.at = at(2026, 11, 23, 9)
    (line,) = office.tray.waiting()
    return letter, line


def test_a_letter_that_was_posted_on_friday_counts_from_friday(office: Office, clock: FixedClock) -> None:
    letter, line = monday(office, clock)
    office.tray.post(line.id, Sending.POST, on=FRIDAY)
    office.letters.settle()
    card = office.letters.letter(letter)
    assert card.sent_at is not None
    assert card.sent_at.date() == FRIDAY
    assert card.measure_id is not None
    assert office.measures.measure(card.measure_id).communicated_on == FRIDAY


def test_a_letter_left_not_before_it_was_ready_and_not_in_the_future(office: Office, clock: FixedClock) -> None:
    letter, line = monday(office, clock)
    for day, code in ((date(2026, 11, 15), "sent_before_ready"), (date(2026, 11, 24), "sent_in_future")):
        with pytest.raises(Invalid, match=rf"letters\.{code}"):
            office.tray.post(line.id, Sending.POST, on=day)
    office.tray.post(line.id, Sending.POST, on=date(2026, 11, 16))
    (posted,) = office.tray.posted()
    assert posted.posted_at == posted.placed_at  # never before it came in the tray
    assert office.letters.letter(letter).is_final


def test_what_did_not_leave_is_laid_back_before_a_case_knows_of_it(office: Office, clock: FixedClock) -> None:
    letter, line = monday(office, clock)
    pdf = office.tray.pdf(line.id)
    undo = posting.post(office.tray, None, [line.id], Sending.POST)
    assert (files_in_register(office), office.tray.waiting()) == (0, ())
    assert undo is not None
    undo()
    assert office.tray.waiting() == (line,)
    assert office.tray.pdf(line.id) == pdf
    assert office.store.register.log(2)[1].action == "tray.put_back"
    with pytest.raises(Refused, match=r"letters\.tray_waits"):
        undo()
    office.letters.settle()
    assert office.letters.letter(letter).sent_at is None
    office.tray.post(line.id, Sending.POST)
    office.letters.settle()
    assert (files_in_register(office), state(office)) == (0, outbox.DONE)


def test_what_a_case_knows_of_is_not_undone_but_corrected(office: Office, clock: FixedClock) -> None:
    letter, line = monday(office, clock)
    assert posting.post(office.tray, office.letters, [line.id], Sending.POST) is None
    posting.correct(office.tray, office.letters, line.id, Sending.REGISTERED, "3S9", FRIDAY)
    card = office.letters.letter(letter)
    assert card.sent_at is not None
    assert (card.sent_at.date(), card.sending, card.proof) == (FRIDAY, Sending.REGISTERED, "3S9")
    assert card.measure_id is not None
    given = office.measures.measure(card.measure_id)
    assert (given.communicated_on, given.delivery_proof) == (FRIDAY, "3S9")
    (told,) = [one for one in office.cases.timeline(office.case_id) if one.title.startswith("Verzenddag verbeterd")]
    assert "Eerst stond er 23 november 2026. Het is 20 november 2026, aangetekend, 3S9" in told.text
    assert [one.action for one in office.store.register.log(1)] == ["tray.corrected"]
    assert office.store.casework is not None
    head = office.store.casework.head
    office.letters.settle()
    assert office.store.casework.head == head


def test_the_administrator_corrects_and_the_case_learns_it_when_it_opens(office: Office, clock: FixedClock) -> None:
    letter, line = monday(office, clock)
    with pytest.raises(Refused, match=r"letters\.tray_waits"):
        posting.correct(office.tray, None, line.id, Sending.POST, "", FRIDAY)
    office.tray.post(line.id, Sending.POST)
    office.letters.settle()
    posting.correct(office.tray, None, line.id, Sending.POST, "", FRIDAY)
    office.letters.settle()
    card = office.letters.letter(letter)
    assert card.sent_at is not None
    assert card.sent_at.date() == FRIDAY


def test_a_day_that_somebody_recorded_by_hand_is_not_changed_by_a_correction(office: Office, clock: FixedClock) -> None:
    """The decision was handed over earlier: the second letter by post told the measure nothing."""
    measure = office.measure()
    first, second = office.letters.draft_for_measure(measure)
    for letter in (first, second):
        office.letters.finalise(letter, to_tray=False)
    office.letters.mark_sent(first, Sending.HANDED_OVER)
    clock.at = at(2026, 11, 18, 9)
    office.letters.mark_sent(second, Sending.POST)
    office.letters.mark_sent(second, Sending.POST, date(2026, 11, 17))
    assert office.measures.measure(measure).communicated_on == date(2026, 11, 16)
    office.letters.mark_sent(first, Sending.HANDED_OVER, date(2026, 11, 17))
    assert office.measures.measure(measure).communicated_on == date(2026, 11, 17)
    with pytest.raises(Invalid, match=r"letters\.sent_before_ready"):
        office.letters.mark_sent(first, Sending.POST, date(2026, 11, 13))

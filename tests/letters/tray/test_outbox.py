"""The crossing between the two drawers, with crashes in between."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from app.kernel.errors import Invalid, Refused
from app.letters.lines import TrayLine
from app.letters.rules import Sending
from app.letters.tables import CaseLetter, OutboxRow, TrayRow
from app.letters.tray import outbox
from app.vault.tables import RegisterAttachment
from tests.letters.conftest import Office


def final(office: Office) -> int:
    letter = office.letters.draft_for_measure(office.measure())[0]
    office.letters.finalise(letter, to_tray=True)
    return letter


def waiting(office: Office) -> TrayLine:
    (line,) = office.tray.waiting()
    return line


def state(office: Office) -> str:
    assert office.store.casework is not None
    with office.store.casework.read() as session:
        return session.scalars(select(OutboxRow.state)).one()


def files_in_register(office: Office) -> int:
    with office.store.register.read() as session:
        return len(session.scalars(select(RegisterAttachment.id)).all())


def test_the_tray_knows_to_whom_and_how_and_nothing_else(office: Office) -> None:
    final(office)
    line = waiting(office)
    assert (line.addressee, line.place) == ("Mevrouw C. Mulder", "Kerkstraat 19, 7511 KL  ENSCHEDE")
    with office.store.register.read() as session:
        row = session.scalars(select(TrayRow)).one()
        kept = " ".join(str(getattr(row, column.key)) for column in TrayRow.__table__.columns)
    for secret in ("SM-001", "BR-01", "Waarschuwing", "Pien", "schors"):
        assert secret not in kept


def test_the_letter_in_the_tray_is_the_frozen_one(office: Office) -> None:
    letter = final(office)
    assert office.tray.pdf(waiting(office).id) == office.letters.preview(letter)


def test_posted_comes_back_with_its_proof_and_the_letter_leaves_the_register(office: Office) -> None:
    letter = final(office)
    office.tray.post(waiting(office).id, Sending.REGISTERED, "3SRPKS123")
    assert office.letters.letter(letter).sent_at is None
    office.letters.settle()
    card = office.letters.letter(letter)
    assert (card.sending, card.proof) == (Sending.REGISTERED, "3SRPKS123")
    assert (files_in_register(office), state(office)) == (0, outbox.DONE)
    (line,) = office.tray.posted()
    assert not line.can_print
    with pytest.raises(Refused, match=r"letters\.tray_unknown"):
        office.tray.pdf(line.id)


def test_settling_again_and_again_changes_nothing(office: Office) -> None:
    letter = final(office)
    for _round in range(3):
        office.letters.settle()
    assert len(office.tray.waiting()) == 1
    office.tray.post(waiting(office).id, Sending.HANDED_OVER)
    assert office.store.casework is not None
    for _round in range(3):
        office.letters.settle()
    heads = office.store.casework.head, office.store.register.head
    office.letters.settle()
    assert (office.store.casework.head, office.store.register.head) == heads
    sent = [entry for entry in office.cases.timeline(office.case_id) if entry.title.startswith("Verstuurd")]
    assert len(sent) == 1
    assert office.letters.letter(letter).is_final


@pytest.mark.parametrize("interrupted", [outbox.WAITING, outbox.PLACED, outbox.POSTED])
def test_a_crash_between_two_steps_is_made_good_at_the_next_opening(office: Office, interrupted: str) -> None:
    """After a crash the other drawer may already have done a step that casework does not know of."""
    letter = final(office)
    office.tray.post(waiting(office).id, Sending.POST)
    if interrupted == outbox.POSTED:
        office.letters.settle()
    assert office.store.casework is not None
    with office.store.casework.write("test.rewound") as session:
        session.scalars(select(OutboxRow)).one().state = interrupted
    office.letters.settle()
    assert state(office) == outbox.DONE
    assert office.letters.letter(letter).sending is Sending.POST
    assert (files_in_register(office), len(office.tray.posted())) == (0, 1)


def test_a_letter_that_the_director_prints_never_enters_the_register(office: Office) -> None:
    letter = office.letters.draft_for_measure(office.measure())[0]
    office.letters.finalise(letter, to_tray=False)
    assert office.tray.waiting() == ()
    assert files_in_register(office) == 0
    assert office.store.casework is not None
    with office.store.casework.read() as session:
        assert session.scalars(select(CaseLetter.attachment_id).where(CaseLetter.id == letter)).one() is not None


def test_registered_mail_needs_its_number_and_a_letter_is_posted_once(office: Office) -> None:
    final(office)
    line = waiting(office)
    with pytest.raises(Invalid):
        office.tray.post(line.id, Sending.REGISTERED)
    office.tray.post(line.id, Sending.EMAIL)
    with pytest.raises(Refused, match=r"letters\.tray_posted"):
        office.tray.post(line.id, Sending.POST)
    with pytest.raises(Refused, match=r"letters\.tray_unknown"):
        office.tray.post(99, Sending.POST)

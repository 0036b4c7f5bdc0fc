"""When a letter leaves the tray nothing of it stays in the register, free pages included; what others need does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import select

from app.application import Meldboek
from app.letters.families.consent_letters import NewConfirmation
from app.letters.rules import Sending
from app.letters.tables import RegisterLetter, TrayRow
from app.vault import attachments, search
from app.vault.drawers.pages import PAGE
from app.vault.tables import RegisterAttachment
from tests.letters.conftest import Office

_MAC, _VECTOR, _SALT = 64, 16, 16


def everything_in(path: Path, key: bytes) -> bytes:
    """What lies in the pages of a drawer, those that are free too."""
    data, found = path.read_bytes(), b""
    for at in range(0, len(data), PAGE):
        page = data[at : at + PAGE]
        end = PAGE - _MAC - _VECTOR
        cipher = Cipher(algorithms.AES(key), modes.CBC(page[end : end + _VECTOR])).decryptor()
        found += cipher.update(page[0 if at else _SALT : end])
    return found


def pieces(pdf: bytes, without: bytes) -> Sequence[bytes]:
    """Parts of a letter that stand nowhere else: the face of its text is that of other letters too."""
    found = (pdf[at : at + 32] for at in range(0, len(pdf) - 32, 200))
    return [piece for piece in found if piece not in without]


def test_after_a_letter_was_posted_no_page_of_the_register_holds_a_piece_of_it(office: Office) -> None:
    register = office.store.register
    (letter, *_others) = office.letters.draft_for_measure(office.measure())
    register.compact()
    before = everything_in(register.path, register._key)
    office.letters.finalise(letter, to_tray=True)
    pdf, card = office.letters.preview(letter), office.letters.letter(letter)
    register.compact()
    lying = everything_in(register.path, register._key)
    own = pieces(pdf, before)
    assert len(own) > 50
    assert sum(piece in lying for piece in own) > len(own) - 20  # the others lie across two pages
    (line,) = office.tray.waiting()
    office.tray.post(line.id, Sending.POST)
    with register.read() as session:
        assert not search.find(session, card.subject, 10)
    path, key = register.path, register._key
    office.store.close()
    left = everything_in(path, key)
    assert not any(piece in left for piece in own)
    for word in (card.reference, card.subject):
        assert word.encode() not in left


def test_the_school_keeps_its_own_letter_about_a_consent_when_the_one_in_the_tray_left(
    meldboek: Meldboek, office: Office
) -> None:
    mother = office.people.pupil(office.cast.pien).guardians[0].id
    days = date(2026, 11, 16), date(2026, 11, 23)
    meldboek.consent_letters.confirm_withdrawal(NewConfirmation(office.cast.pien, mother, ("Instagram",), *days))
    (line,) = office.tray.waiting()
    pdf = office.tray.pdf(line.id)
    office.tray.post(line.id, Sending.HANDED_OVER)
    with office.store.register.read() as session:
        row = session.scalars(select(RegisterLetter)).one()
        assert row.attachment_id is not None
        assert attachments.load(session, row.attachment_id).data == pdf


def test_a_paper_that_another_row_needs_stays_until_that_one_left_too(office: Office) -> None:
    lines = ("Mevrouw C. Mulder", "Kerkstraat 19", "7511 KL  ENSCHEDE")
    first, second = (office.tray.place(key, b"%PDF", lines, is_registered=False, pages=1) for key in ("a", "b"))
    with office.store.register.write("tray.placed") as session:
        shared = session.get_one(TrayRow, first).attachment_id
        session.get_one(TrayRow, second).attachment_id = shared
    office.tray.post(first, Sending.POST)
    assert office.tray.pdf(second) == b"%PDF"
    office.tray.post(second, Sending.POST)
    with office.store.register.read() as session:
        assert shared not in session.scalars(select(RegisterAttachment.id)).all()

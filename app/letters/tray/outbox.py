"""Brings final letters to the print tray and learns what became of them, one drawer at a time.

Each step may be repeated: a crash between two of them leaves a state from which ``settle`` goes on.
``waiting`` -> the letter lies in the tray -> ``placed`` -> it was posted and casework knows -> ``posted``
-> the letter itself left the register -> ``done``.
"""

from __future__ import annotations

from collections.abc import Callable
from secrets import token_hex

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.letters.lines import CameBack, Posted
from app.letters.paper.layout import pages_of
from app.letters.tables import CaseLetter, OutboxRow
from app.letters.tray.service import Tray
from app.vault import attachments
from app.vault.drawers.database import Drawer

WAITING, PLACED, POSTED, DONE = "waiting", "placed", "posted", "done"
Learn = Callable[[Session, CaseLetter, Posted], None]
LearnReturn = Callable[[Session, CaseLetter, CameBack], None]


def put(session: Session, letter: CaseLetter) -> None:
    """Note, in the transaction that makes a letter final, that it must go to the tray."""
    session.add(OutboxRow(letter_id=letter.id, key=token_hex(16), state=WAITING))


def settle(casework: Drawer, tray: Tray, learn: Learn, correct: Learn, learn_return: LearnReturn) -> None:
    """Do for every letter under way what is still to be done."""
    for row_id in _under_way(casework, WAITING).values():
        _place(casework, tray, row_id)
    placed = _under_way(casework, PLACED)
    for key, posted in tray.outcomes(placed).items():
        _learn(casework, placed[key], posted, learn)
    for key, row_id in _under_way(casework, POSTED).items():
        tray.clear(key)
        _reach(casework, row_id, DONE)
    _learn_corrections(casework, tray, correct)
    _learn_returns(casework, tray, learn_return)


def _learn_corrections(casework: Drawer, tray: Tray, learn: Learn) -> None:
    """What the tray says otherwise than casework wrote down was corrected there."""
    query = select(OutboxRow.key, CaseLetter.id, CaseLetter.sent_at, CaseLetter.sending, CaseLetter.proof)
    query = query.join(CaseLetter, CaseLetter.id == OutboxRow.letter_id).where(OutboxRow.state == DONE)
    with casework.read() as session:
        written = {key: (letter, told) for key, letter, *told in session.execute(query)}
    for key, posted in tray.outcomes(written).items():
        letter_id, told = written[key]
        if told != [posted.at, posted.sending, posted.proof]:
            with casework.write("sending.corrected", f"letter:{letter_id}") as session:
                learn(session, session.get_one(CaseLetter, letter_id), posted)


def _learn_returns(casework: Drawer, tray: Tray, learn: LearnReturn) -> None:
    """What came back may be told again and again; the moment says whether casework knows it already."""
    came = tray.returns()
    if not came:
        return
    query = select(OutboxRow.key, OutboxRow.letter_id).where(OutboxRow.state == DONE, OutboxRow.key.in_(came))
    with casework.read() as session:
        known = {
            key: letter_id
            for key, letter_id in session.execute(query)
            if session.get_one(CaseLetter, letter_id).returned_at != came[key].at
        }
    for key, letter_id in known.items():
        with casework.write("letter.returned", f"letter:{letter_id}") as session:
            learn(session, session.get_one(CaseLetter, letter_id), came[key])


def _under_way(casework: Drawer, state: str) -> dict[str, int]:
    """The rows in this state, by the key under which the tray knows the letter."""
    query = select(OutboxRow.key, OutboxRow.id).where(OutboxRow.state == state).order_by(OutboxRow.id)
    with casework.read() as session:
        return {row.key: row.id for row in session.execute(query)}


def _place(casework: Drawer, tray: Tray, row_id: int) -> None:
    with casework.read() as session:
        row = session.get_one(OutboxRow, row_id)
        letter = session.get_one(CaseLetter, row.letter_id)
        assert letter.attachment_id is not None  # noqa: S101 - only final letters are put in the outbox
        pdf = attachments.load(session, letter.attachment_id).data
        key, lines, is_registered = row.key, tuple(letter.lines), letter.is_registered
    tray.place(key, pdf, lines, is_registered=is_registered, pages=pages_of(pdf))
    _reach(casework, row_id, PLACED)


def _learn(casework: Drawer, row_id: int, posted: Posted, learn: Learn) -> None:
    with casework.write("letter.posted") as session:
        row = session.get_one(OutboxRow, row_id)
        learn(session, session.get_one(CaseLetter, row.letter_id), posted)
        row.state = POSTED


def _reach(casework: Drawer, row_id: int, state: str) -> None:
    with casework.write("outbox.settled") as session:
        session.get_one(OutboxRow, row_id).state = state

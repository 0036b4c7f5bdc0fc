"""The print tray: letters ready for whoever prints and posts; it holds the letter and nothing else of the case."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.clock import AMSTERDAM, Clock
from app.kernel.errors import Invalid, Refused
from app.kernel.names import fold
from app.letters import rules
from app.letters.lines import CameBack, Posted, TakenOut, TrayLine
from app.letters.rules import Returned, Sending
from app.letters.tables import TrayRow
from app.vault import attachments
from app.vault.drawers.database import Drawer
from app.vault.keys.keyring import Role


class Tray:
    """Use cases of the print tray; lives in the register drawer."""

    def __init__(self, register: Drawer, clock: Clock) -> None:
        self._drawer = register
        self._clock = clock

    def waiting(self) -> tuple[TrayLine, ...]:
        """What is still to be printed and posted, oldest first; nothing for a coordinator, who prints no letters."""
        if self._is_closed:
            return ()
        with self._drawer.read() as session:
            rows = session.scalars(select(TrayRow).where(TrayRow.posted_at.is_(None)).order_by(TrayRow.id))
            return tuple(_line(row) for row in rows)

    def search(self, text: str, limit: int = 20) -> tuple[TrayLine, ...]:
        """What waits and has all these words on its envelope, newest first."""
        words = fold(text).split()
        found = [
            line for line in self.waiting() if all(word in fold(f"{line.addressee} {line.place}") for word in words)
        ]
        return tuple(found[::-1][:limit]) if words else ()

    def posted(self, limit: int = 100) -> tuple[TrayLine, ...]:
        """What was posted, newest first."""
        if self._is_closed:
            return ()
        query = select(TrayRow).where(TrayRow.posted_at.is_not(None)).order_by(TrayRow.posted_at.desc()).limit(limit)
        with self._drawer.read() as session:
            return tuple(_line(row) for row in session.scalars(query))

    def pdf(self, letter_id: int) -> bytes:
        """The letter to print; looking is logged. Raises Refused when it has left the tray."""
        with self._drawer.read() as session:
            row = _row(session, letter_id)
            if row.attachment_id is None or self._is_closed:
                raise Refused("letters.tray_unknown")
            data = attachments.load(session, row.attachment_id).data
        self._drawer.note("tray.viewed", f"tray:{letter_id}")
        return data

    def pdfs(self, letter_ids: Sequence[int]) -> tuple[bytes, ...]:
        """These letters to print in one go, in this order; each is logged."""
        return tuple(self.pdf(letter_id) for letter_id in letter_ids)

    def mark_printed(self, letter_ids: Collection[int]) -> None:
        """Note that these letters came out of the printer, so that nobody prints them twice."""
        if self._is_closed or not letter_ids:
            return
        with self._drawer.write("tray.printed") as session:
            for letter_id in letter_ids:
                _row(session, letter_id).printed_at = self._clock.now()

    def post(self, letter_id: int, sending: Sending, proof: str = "", on: date | None = None) -> tuple[TakenOut, ...]:
        """Say that a letter left the school, and how; registered mail has a number."""
        return self.post_all((letter_id,), sending, proof, on)

    def post_all(
        self, letter_ids: Collection[int], sending: Sending, proof: str = "", on: date | None = None
    ) -> tuple[TakenOut, ...]:
        """Say how and on which day (today) these letters left the school, which leave the register at that moment.

        Gives what was taken out, with which ``put_back`` undoes it while no case was told.
        """
        self._check(letter_ids, sending, proof)
        with self._drawer.write("tray.posted", _subject(letter_ids)) as session:
            rows = [_row(session, letter_id) for letter_id in letter_ids]
            return tuple(self._post(session, row, sending, proof.strip(), on) for row in rows)

    def put_back(self, taken: Collection[TakenOut]) -> None:
        """Lay letters in the tray again that did not leave after all. Raises Refused for one that lies there."""
        if self._is_closed:
            raise Refused("letters.tray_unknown")
        with self._drawer.write("tray.put_back", _subject([one.id for one in taken])) as session:
            for one in taken:
                row = _row(session, one.id)
                if row.posted_at is None:
                    raise Refused("letters.tray_waits")
                row.attachment_id = attachments.add(session, one.pdf, f"{row.key}.pdf", "application/pdf")
                row.posted_at, row.posted_by, row.sending, row.proof = None, "", "", ""

    def correct(self, letter_id: int, sending: Sending, proof: str, on: date) -> None:
        """Say better on which day and how a letter left; its case learns that it was said wrongly."""
        self._check((letter_id,), sending, proof)
        with self._drawer.write("tray.corrected", f"tray:{letter_id}") as session:
            row = _row(session, letter_id)
            if row.posted_at is None:
                raise Refused("letters.tray_waits")
            if on != row.posted_at.date():
                row.posted_at = self._moment(row, on)
            row.sending, row.proof = sending, proof.strip()

    def _check(self, letter_ids: Collection[int], sending: Sending, proof: str) -> None:
        if self._is_closed:
            raise Refused("letters.tray_unknown")
        if sending is Sending.REGISTERED and len(letter_ids) > 1:
            raise Invalid("sending", "letters.tray_one_number")
        if sending is Sending.REGISTERED and not proof.strip():
            raise Invalid("proof", "letters.tray_no_proof")

    def _post(self, session: Session, row: TrayRow, sending: Sending, proof: str, on: date | None) -> TakenOut:
        if row.posted_at is not None or row.attachment_id is None:
            raise Refused("letters.tray_posted")
        row.posted_at, row.posted_by = self._moment(row, on or self._clock.today()), self._drawer.user.name
        row.sending, row.proof = sending, proof
        taken = TakenOut(row.id, attachments.load(session, row.attachment_id).data)
        _take_out(session, row)
        return taken

    def _moment(self, row: TrayRow, on: date) -> datetime:
        """Now for today, noon for an earlier day. Raises Invalid for a day on which it cannot have left."""
        now = self._clock.now()
        rules.check_day_sent(on, row.placed_at.date(), now.date())
        return now if on == now.date() else max(datetime.combine(on, time(12), AMSTERDAM), row.placed_at)

    def came_back(self, letter_id: int, what: Returned, note: str = "") -> None:
        """Say that a receipt came for a letter that was posted, or the letter itself."""
        if self._is_closed:
            raise Refused("letters.tray_unknown")
        with self._drawer.write("tray.returned", f"tray:{letter_id}") as session:
            row = _row(session, letter_id)
            if row.posted_at is None:
                raise Refused("letters.tray_waits")
            row.returned, row.returned_at = what, self._clock.now()
            row.return_note = note.strip()

    @property
    def _is_closed(self) -> bool:
        """A coordinator sees letters within the cases that were granted, never through the tray."""
        return self._drawer.user.role is Role.COORDINATOR

    # --- the crossing: called by the sender, who alone knows what a key stands for; each may be repeated ---

    def place(
        self, key: str, pdf: bytes, lines: tuple[str, ...], *, is_registered: bool, pages: int, batch: str = ""
    ) -> int:
        """Put a letter in the tray and give its id there; the same key a second time changes nothing.

        ``batch`` names letters that were made together, for instance ``groep 8A``.
        """
        with self._drawer.read() as session:
            known = _by_key(session, key)
            if known is not None:
                return known.id
        with self._drawer.write("tray.placed") as session:
            row = TrayRow(
                key=key,
                lines=list(lines),
                is_registered=is_registered,
                pages=pages,
                batch=batch,
                placed_at=self._clock.now(),
                attachment_id=attachments.add(session, pdf, f"{key}.pdf", "application/pdf"),
                posted_by="",
                sending="",
                proof="",
            )
            session.add(row)
            session.flush()
            return row.id

    def outcomes(self, keys: Collection[str]) -> Mapping[str, Posted]:
        """How and when these letters left; one that still waits is absent."""
        if not keys:
            return {}
        query = select(TrayRow).where(TrayRow.key.in_(keys), TrayRow.posted_at.is_not(None)).order_by(TrayRow.id)
        with self._drawer.read() as session:
            return {
                row.key: Posted(row.posted_at, row.posted_by, Sending(row.sending), row.proof)
                for row in session.scalars(query)
                if row.posted_at is not None
            }

    def returns(self) -> Mapping[str, CameBack]:
        """What came back, by key."""
        with self._drawer.read() as session:
            rows = session.scalars(select(TrayRow).where(TrayRow.returned_at.is_not(None)))
            return {
                row.key: CameBack(row.returned_at, row.posted_by, Returned(row.returned), row.return_note)
                for row in rows
                if row.returned_at is not None
            }

    def clear(self, key: str) -> None:
        """Take the letter itself out of the register when it should still be there, for its sender knows its fate."""
        with self._drawer.read() as session:
            row = _by_key(session, key)
            if row is None or row.attachment_id is None:
                return
        with self._drawer.write("tray.cleared", f"tray:{row.id}") as session:
            _take_out(session, _row(session, row.id))


def _subject(letter_ids: Collection[int]) -> str:
    return f"tray:{next(iter(letter_ids))}" if len(letter_ids) == 1 else ""


def _take_out(session: Session, row: TrayRow) -> None:
    if row.attachment_id is not None:
        paper, row.attachment_id = row.attachment_id, None
        attachments.release(session, paper)


def _row(session: Session, letter_id: int) -> TrayRow:
    row = session.get(TrayRow, letter_id)
    if row is None:
        raise Refused("letters.tray_unknown")
    return row


def _by_key(session: Session, key: str) -> TrayRow | None:
    return session.scalars(select(TrayRow).where(TrayRow.key == key)).first()


def _line(row: TrayRow) -> TrayLine:
    return TrayLine(
        id=row.id,
        lines=tuple(row.lines),
        addressee=row.lines[0] if row.lines else "",
        place=", ".join(row.lines[1:]),
        is_registered=row.is_registered,
        pages=row.pages,
        placed_at=row.placed_at,
        posted_at=row.posted_at,
        posted_by=row.posted_by,
        sending=Sending(row.sending) if row.sending else None,
        proof=row.proof,
        can_print=row.attachment_id is not None,
        batch=row.batch,
        printed_at=row.printed_at,
        returned=Returned(row.returned) if row.returned else None,
        returned_at=row.returned_at,
        return_note=row.return_note,
    )

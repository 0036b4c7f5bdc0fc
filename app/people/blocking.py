"""The part of the register that withholds a pupil's image: from whom, from when, until when, and why."""

from __future__ import annotations

from datetime import date

from app.people.block_rules import FromWhom
from app.people.merging import Merging
from app.people.registrar import Registrar

_FROM_ALL = FromWhom()


class Blocking(Merging):
    """Publication blocks; several may hold at once, each for whom it is."""

    def block_publication(
        self, pupil_id: int, start: date, until: date | None, reason: str, whom: FromWhom = _FROM_ALL
    ) -> int:
        """Show nothing of a pupil to these people in that period, whatever was answered; gives the block's id."""
        with self._register.write("publication.blocked", f"person:{pupil_id}") as session:
            return Registrar(session, self._clock).block(pupil_id, start, until, reason, whom)

    def end_block(self, block_id: int) -> None:
        """Let the answers count again from today, as far as no other block holds."""
        with self._register.write("publication.unblocked", f"block:{block_id}") as session:
            Registrar(session, self._clock).unblock(block_id, self._clock.today())

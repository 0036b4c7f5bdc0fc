"""The archive: closed cases out of sight until their term is over; in no list and in no search but its own."""

from __future__ import annotations

from app.cases import access
from app.cases.rules import Status
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.vault.drawers.database import Drawer


class Archive:
    """Putting a closed case away and taking it out again; for the leadership."""

    def __init__(self, casework: Drawer, clock: Clock) -> None:
        self._drawer = casework
        self._clock = clock

    def put_away(self, case_id: int) -> None:
        """Out of sight from now on. Raises Refused for an open case."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("case.archived", f"case:{case_id}") as session:
            row = access.seen(session, self._drawer.user, case_id)
            if row.status != Status.CLOSED:
                raise Refused("cases.not_closed")
            row.archived_at = self._clock.now()

    def take_out(self, case_id: int) -> None:
        """Among the closed cases again."""
        access.only_leadership(self._drawer.user)
        with self._drawer.write("case.unarchived", f"case:{case_id}") as session:
            access.seen(session, self._drawer.user, case_id).archived_at = None

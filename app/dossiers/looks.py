"""Who looked at a person's dossier, printed it or took it along: from the log, for the person's card."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.people.service import People
from app.vault.drawers.database import Drawer
from app.vault.trail import logbook

NOUN = "dossier"


@dataclass(frozen=True)
class LookLine:
    """One time that somebody looked; ``verb`` is viewed, printed or exported."""

    at: datetime
    by: str
    verb: str


class Looks:
    """Reads the log for one person."""

    def __init__(self, casework: Drawer, people: People) -> None:
        self._drawer = casework
        self._people = people

    def of(self, person_id: int, limit: int = 20) -> tuple[LookLine, ...]:
        """Who looked at this dossier, newest first; only leadership may know."""
        if not self._drawer.user.role.leads:
            return ()
        subjects = tuple(f"person:{one}" for one in sorted(self._people.aliases(person_id)))
        found = logbook.lines(self._drawer, logbook.LogFilter(subjects=subjects, noun=NOUN), limit)
        return tuple(LookLine(line.at, line.user, line.action.partition(".")[2]) for line in found)

"""Reads the log of both drawers as lines in Dutch words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.kernel.texts import N_, _
from app.vault import logbook
from app.vault.audit import AuditLine
from app.vault.logbook import LogFilter
from app.vault.store import Store
from ui.school.actions import told

DRAWERS = {"register": N_("administratie"), "casework": N_("zaken")}
_ABOUT_PERSON = ("person", "pupil", "employee", "guardian", "dossier")
_NEWEST = 500


@dataclass(frozen=True)
class LogLine:
    """One line of one drawer; ``id`` is unique over both."""

    id: str
    at: datetime
    user: str
    what: str
    about: str
    drawer: str
    source: str
    number: int


@dataclass(frozen=True)
class Wanted:
    """Which lines: of a user (id), of a noun, about a person (id) and the cases in which that person stands."""

    user_id: str = ""
    noun: str = ""
    person_id: int = 0
    case_ids: tuple[int, ...] = ()


def read(store: Store, wanted: Wanted) -> tuple[LogLine, ...]:
    """The newest lines of both drawers that are wanted."""
    subjects = tuple(f"{noun}:{wanted.person_id}" for noun in _ABOUT_PERSON) if wanted.person_id else ()
    subjects += tuple(f"case:{case_id}" for case_id in wanted.case_ids)
    chosen = LogFilter(wanted.user_id, subjects, wanted.noun)
    found = [_line(line, drawer.name) for drawer in store.drawers for line in logbook.lines(drawer, chosen, _NEWEST)]
    return tuple(sorted(found, key=lambda line: line.at, reverse=True))


def one(store: Store, line: LogLine) -> AuditLine | None:
    """One line with what it changed."""
    drawer = next(each for each in store.drawers if each.name == line.source)
    return logbook.line(drawer, line.number)


def _line(line: AuditLine, drawer: str) -> LogLine:
    what, about = told(line.action, line.subject)
    where = _(DRAWERS[drawer])
    return LogLine(f"{drawer}:{line.number}", line.at, line.user, what, about, where, drawer, line.number)

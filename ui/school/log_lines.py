"""Reads the log of both drawers as lines in Dutch words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from app.kernel.clock import at
from app.kernel.texts import N_, _
from app.vault.store import Store
from app.vault.trail import logbook
from app.vault.trail.audit import AuditLine
from app.vault.trail.logbook import LogFilter
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
    subject: str = ""

    def subject_of(self, *nouns: str) -> int | None:
        """The number of the person or the case it is about, when it is about one of these."""
        noun, _colon, number = self.subject.partition(":")
        return int(number) if noun in nouns and number.isdigit() else None


@dataclass(frozen=True)
class Wanted:
    """Which lines: of a user (id), of a noun, about a person (id) and the cases of that person, and of which days."""

    user_id: str = ""
    noun: str = ""
    person_id: int = 0
    case_ids: tuple[int, ...] = ()
    first: date | None = None
    last: date | None = None


def read(store: Store, wanted: Wanted) -> tuple[LogLine, ...]:
    """The newest lines of both drawers that are wanted."""
    subjects = tuple(f"{noun}:{wanted.person_id}" for noun in _ABOUT_PERSON) if wanted.person_id else ()
    subjects += tuple(f"case:{case_id}" for case_id in wanted.case_ids)
    since = _midnight(wanted.first) if wanted.first else None
    before = _midnight(wanted.last + timedelta(days=1)) if wanted.last else None
    chosen = LogFilter(wanted.user_id, subjects, wanted.noun, since, before)
    found = [_line(line, drawer.name) for drawer in store.drawers for line in logbook.lines(drawer, chosen, _NEWEST)]
    return tuple(sorted(found, key=lambda line: line.at, reverse=True))


def _midnight(day: date) -> datetime:
    return at(day.year, day.month, day.day)


def persons_in(lines: Iterable[LogLine]) -> set[int]:
    """The ids of the persons that these lines are about."""
    return {found for line in lines if (found := line.subject_of(*_ABOUT_PERSON)) is not None}


def cases_in(lines: Iterable[LogLine]) -> set[int]:
    """The ids of the cases that these lines are about."""
    return {found for line in lines if (found := line.subject_of("case")) is not None}


def named(lines: Iterable[LogLine], persons: Mapping[int, str], cases: Mapping[int, str]) -> tuple[LogLine, ...]:
    """The same lines with the name of the person and the number of the case, where they are known."""
    return tuple(
        replace(line, about=about)
        if (about := persons.get(line.subject_of(*_ABOUT_PERSON) or 0) or cases.get(line.subject_of("case") or 0))
        else line
        for line in lines
    )


def one(store: Store, line: LogLine) -> AuditLine | None:
    """One line with what it changed."""
    drawer = next(each for each in store.drawers if each.name == line.source)
    return logbook.line(drawer, line.number)


def _line(line: AuditLine, drawer: str) -> LogLine:
    what, about = told(line.action, line.subject)
    where = _(DRAWERS[drawer])
    return LogLine(f"{drawer}:{line.number}", line.at, line.user, what, about, where, drawer, line.number, line.subject)

"""Taking over class lists: read, compare, apply, undo, and the history of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.imports import recognition
from app.imports.applying import undo
from app.imports.applying.applier import Applier, Step
from app.imports.applying.clashes import without_clashes
from app.imports.applying.holding import Referred, nobody
from app.imports.matching.matcher import Known, Matcher
from app.imports.process.child import Ready, read_in_child
from app.imports.readings import Reading
from app.imports.results import ImportLine, Result, UndoPreview, UndoResult, counted, work_of
from app.imports.rules import Decision, Proposal
from app.imports.tables import Import, ImportLayout
from app.kernel.calendar import school_year, school_year_days
from app.kernel.clock import Clock
from app.kernel.errors import Refused
from app.kernel.formats import short_date
from app.kernel.garbage import uncollected
from app.kernel.names import full
from app.kernel.texts import _
from app.people.service import People

if TYPE_CHECKING:
    from app.vault.drawers.database import Drawer

_HISTORY = tuple(column.name for column in fields(ImportLine))


def _go_on(_part: float, _text: str) -> None:
    """Nobody wants to know how far it is."""


class Imports:
    """Class lists of the school system, taken over into the register.

    ``referred`` tells why casework holds on to persons (the code of a sentence), for those who may know.
    """

    def __init__(self, register: Drawer, people: People, clock: Clock, referred: Referred = nobody) -> None:
        self._register = register
        self._people = people
        self._clock = clock
        self._referred = referred
        self._ready: Ready | None = None
        self._lock = Lock()

    def prepare(self) -> None:
        """Let the reading process load what it needs while the user still looks for the file."""
        with self._lock:
            self._ready = self._ready or Ready()

    def rest(self) -> None:
        """Nobody is going to read a list now."""
        if ready := self._taken():
            ready.end()

    def _taken(self) -> Ready | None:
        with self._lock:
            ready, self._ready = self._ready, None
        return ready

    @uncollected()
    def read(self, path: Path, mappings: Sequence[recognition.Mapping] = ()) -> Reading:
        """Read a list in a process of its own, with what was decided about its columns; touches no drawer.

        Raises Refused when the file is no class list, Unavailable when reading it broke down.
        """
        return read_in_child(path, self._clock.today(), mappings, ready=self._taken())

    def layouts(self) -> tuple[recognition.Mapping, ...]:
        """What was ever decided about the columns of a layout."""
        with self._register.read() as session:
            rows = session.scalars(select(ImportLayout).order_by(ImportLayout.at))
            return tuple(recognition.Mapping.from_dict(row.mapping) for row in rows)

    def remember(self, mapping: recognition.Mapping) -> None:
        """Read the next list with these headings as this one."""
        with self._register.write("layout.remembered", "import") as session:
            row = session.scalars(
                select(ImportLayout).where(ImportLayout.signature == mapping.signature)
            ).one_or_none() or ImportLayout(signature=mapping.signature)
            row.mapping, row.at = mapping.as_dict(), self._clock.now()
            session.add(row)

    @uncollected()
    def compare(self, reading: Reading, since: date | None = None) -> Proposal:
        """What taking over this list would do; changes nothing. Groups count from ``since``, else from today.

        Raises Refused when nobody was read, because nobody said what the columns hold.
        """
        if not reading.holds_people:
            raise Refused("imports.no_headings")
        today = self._clock.today()
        day = since or self._first_day(reading)
        people = self._people
        cards = people.cards(people.all_pupil_ids(), day)
        known = Known(cards, people.withdrawn_pupils(), people.all_employees() if reading.employees else ())
        return Matcher(reading, known, today, day).propose()

    def _first_day(self, reading: Reading) -> date:
        """A list for a school year that is still to come counts from its first day."""
        today, label = self._clock.today(), reading.school.school_year
        return school_year_days(label)[0] if label > school_year(today) else today

    @uncollected()
    def apply(self, proposal: Proposal, decisions: Mapping[int, Decision] | None = None, step: Step = _go_on) -> Result:
        """Take over what was decided, all of it or nothing; a line without a decision gets its proposal.

        ``step`` is told how far it is; what it raises stops everything and leaves nothing.
        """
        work = work_of(proposal, decisions or {})
        with self._register.write("class_list.imported", "import") as session:
            names = self._people.names
            work, clashes = without_clashes(work, self._people.numbers(), lambda one: full(names([one])[one].name))
            step(0.3, "")
            ledger = self._people.registrar(session).ledger
            Applier(ledger, self._people, self._source(), self._clock.today(), proposal.since).apply(work, step)
            step(0.9, "")
            result = counted(replace(proposal, rejected=proposal.rejected + clashes), work)
            return replace(result, import_id=self._enter(session, proposal.file_name, result))

    def _enter(self, session: Session, file_name: str, result: Result) -> int:
        row = Import(
            at=self._clock.now(),
            user_name=self._register.user.name,
            file_name=file_name,
            new=result.new,
            changed=result.changed,
            unchanged=result.unchanged,
            missing=result.missing,
            rejected=len(result.rejected),
            left=result.left,
            log_line=self._register.head.count + 1,
        )
        session.add(row)
        session.flush()
        return row.id

    def history(self) -> tuple[ImportLine, ...]:
        """The class lists taken over so far, newest first."""
        with self._register.read() as session:
            return tuple(
                ImportLine(**{name: getattr(row, name) for name in _HISTORY})
                for row in session.scalars(select(Import).order_by(Import.id.desc()))
            )

    def undoable(self, import_id: int) -> UndoPreview:
        """What undoing this import would do; changes nothing."""
        with self._register.read() as session:
            return undo.preview(session, _import(session, import_id), self._referred)

    def undo(self, import_id: int) -> UndoResult:
        """Take back what this import did, but for what was changed or used since; one step."""
        with self._register.write("class_list.undone", f"import:{import_id}") as session:
            row = _import(session, import_id)
            result = undo.carry_out(session, row, self._referred, self._clock.today())
            row.undone_at, row.undone_by = self._clock.now(), self._register.user.name
        return result

    def _source(self) -> str:
        return _("klassenlijst van {date}").format(date=short_date(self._clock.today()))


def _import(session: Session, import_id: int) -> Import:
    row = session.get(Import, import_id)
    if row is None:
        raise Refused("imports.unknown")
    return row

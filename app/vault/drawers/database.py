"""A drawer: one encrypted file, read in a session, written in a block that leaves its line in the log."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Engine, event, func, select
from sqlalchemy.orm import ORMExecuteState, Session

from app.kernel.clock import Clock
from app.kernel.errors import Unavailable
from app.vault.drawers import cipher, migrate
from app.vault.drawers.reader import LiveReader
from app.vault.keys.keyfile import Anchor, sub_key
from app.vault.keys.keyring import REGISTER, User
from app.vault.tables import CASEWORK_TABLES, REGISTER_TABLES
from app.vault.trail import audit, chain, replay

CLOCK_JUMPED, SLACK = "clock.jumped", timedelta(minutes=5)
T = TypeVar("T")
Listener = Callable[[frozenset[str]], None]


class Drawer:
    """One of the two encrypted files of a store, opened by one user.

    All work on a drawer happens on one thread at a time. A use case that calls another joins its transaction:
    a nested ``write`` becomes part of the outer one, a nested ``read`` sees what the outer one wrote.
    """

    def __init__(self, name: str, path: Path, key: bytes, user: User, clock: Clock) -> None:
        self.name = name
        self.path = path
        self.user = user
        self.clock = clock
        self.listeners: list[Listener] = []
        self.tables = REGISTER_TABLES if name == REGISTER else CASEWORK_TABLES
        self._key = key
        self._audit_key = sub_key(key, "audit")
        self._engine = cipher.open_engine(path, key, user.id, clock.today)
        self._current = threading.local()
        self._head = audit.Head()
        self._live = LiveReader(path)
        self._closed = self._logging = False
        self._holding = 0  # how many copies are being made
        self.read_only = False  # a copy to read in: what only tells of reading is let through and not kept
        self._latest: datetime | None = None

    @property
    def engine(self) -> Engine:
        """The engine, for the vault itself; features use ``read`` and ``write``."""
        return self._engine

    @property
    def key(self) -> bytes:
        """The drawer's key, for the vault itself."""
        return self._key

    @property
    def head(self) -> Anchor:
        """The end of the log: what is printed in footers and kept in ``keys.json``."""
        return Anchor(self._head.count, self._head.mac.hex())

    def check(self) -> str:
        """The version of the file, read without changing a byte. Raises Unavailable for one that cannot be opened."""
        with cipher.meaning():
            return migrate.check(self._engine, self.name, self.path)

    def open(self, version: str | None) -> None:
        """Make the drawer ready: create its tables (no version) or bring them up to date, and find the log's end."""
        with cipher.meaning():
            if version is None:
                self._begin_log()
                migrate.create(self._engine, self.name)
            elif version < migrate.head(self.name):
                self._begin_log()
                migrate.bring_up_to_date(self._engine, self.name, self.path, version)
            with self._engine.connect() as connection:
                self._head, self._latest, kept = audit.end_of(connection)
                self._audit_key = kept or self._audit_key

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session to read in; nothing done in it is kept."""
        outer = self._session
        if outer is not None:
            yield outer
            return
        with cipher.meaning(), Session(self._engine, autoflush=False) as session:
            self._enter(session, writing=False)
            try:
                yield session
            finally:
                self._current.session = None

    @contextmanager
    def write(self, action: str, subject: str = "") -> Iterator[Session]:
        """One transaction: all of it is kept with its line in the log, or none of it.

        ``action`` reads ``noun.past_tense``; ``subject`` names what it was about, such as ``case:12``.
        """
        outer = self._session
        if outer is not None:
            if not outer.info["writing"]:
                raise RuntimeError("a write inside a read: close the read first")
            yield outer
            outer.flush()
            return
        if self.read_only and not audit.tells_of_reading(action):
            raise Unavailable("vault.read_only")
        with cipher.meaning(), self._writing() as session:
            self._enter(session, writing=True)
            recorder = session.info["recorder"] = audit.Recorder(session)
            try:
                yield session
                if self.read_only:
                    session.rollback()
                    return
                self._commit(session, recorder, action, subject)
            finally:
                self._current.session = None
        if self._went_back():
            self.note("clock.jumped")
        if recorder.topics:
            for listener in tuple(self.listeners):
                listener(frozenset(recorder.topics))

    def note(self, action: str, subject: str = "") -> None:
        """Leave a line in the log without changing anything, for a view, a print or an export."""
        if not self.read_only:
            with self.write(action, subject):
                pass

    def log(self, limit: int = 200, *, with_changes: bool = True) -> tuple[audit.AuditLine, ...]:
        """The newest lines of the log; unpacking what changed costs the most."""
        with self.read() as session:
            return tuple(audit.lines(session, self.tables, limit, with_changes=with_changes))

    def broken_line(self) -> int | None:
        """The number of the first line of the log that was tampered with, or None."""
        return chain.first_broken(self._asked, self._audit_key)

    def altered_rows(self) -> tuple[str, ...]:
        """The rows that are not what the log last said of them: somebody put back an older page of the file."""
        with self.read() as session:
            return replay.altered(session, self.tables)

    def line_mac(self, number: int) -> str | None:
        """The MAC of one line of the log, to hold against an anchor."""
        row = self._asked(lambda bare: bare.execute("SELECT mac FROM audit WHERE id = ?", (number,)).fetchone())
        return row[0].hex() if row else None

    def row_counts(self) -> dict[str, int]:
        """How many rows each table of this drawer holds."""
        with self.read() as session:
            tables = self.tables.base.metadata.sorted_tables
            return {table.name: session.scalar(select(func.count()).select_from(table)) or 0 for table in tables}

    def counted(self) -> dict[str, int]:
        """How many rows each table holds, quickly: the log knows its own length."""
        return self._asked(lambda bare: cipher.row_counts(bare, {"audit": self._head.count}))

    def is_sound(self) -> bool:
        """Whether the file holds exactly what was written to it."""
        with cipher.meaning():
            self._begin_log()  # the index keeps on reading after its check: a log begun then could not be folded
            return cipher.sound(self._engine)

    def keep_chain_key(self) -> None:
        """Before the drawer's key is renewed: what chains the log stays, so that the old lines can be checked."""
        with self.read() as session:
            known = session.scalars(select(self.tables.chain_key)).first()
        if known is None:
            self._begin_log()
            with Session(self._engine) as session:
                row = self.tables.chain_key()
                row.key = self._audit_key
                session.add(row)
                session.commit()

    def short_head(self) -> str:
        """The first 16 hexadecimal digits of the log's head, as PDFs carry it."""
        return hashlib.sha256(self._head.mac).hexdigest()[:16]

    def compact(self) -> None:
        """Write the file anew without its free pages, so that nothing of what was taken out lies in it any more."""
        with cipher.meaning():
            cipher.compact(self._engine)

    def hold_still(self) -> None:
        """Keep the file as it is from now on, for a copy; what is written meanwhile waits in the log beside it."""
        with cipher.meaning():
            self._begin_log()
            if not self._holding:
                cipher.hold_still(self._engine)
        self._holding += 1

    def let_go(self) -> None:
        """The copy is made: the file may change again, unless another copy is still under way."""
        self._holding -= 1
        if not self._holding and not self._closed:
            with cipher.meaning():
                cipher.let_go(self._engine)

    def twin(self, path: Path) -> Drawer:
        """The drawer of a copy of this file, not opened yet."""
        return Drawer(self.name, path, self._key, self.user, self.clock)

    def pieces(self, size: int) -> Iterator[bytes]:
        """The bytes of the file, for who holds it still; on any thread."""
        return self._live.pieces(size)

    def close(self) -> None:
        """Fold everything into one file and let go of it; nothing that comes later opens it again."""
        if self._closed:
            return
        self._closed = True
        self._live.stop()
        with cipher.meaning():
            cipher.settle(self._engine)
        self.drop()

    def drop(self) -> None:
        """Let go of the file without touching it."""
        self._closed = True
        self._engine.dispose()
        self._live.close()

    @property
    def _session(self) -> Session | None:
        return getattr(self._current, "session", None)

    def _writing(self) -> Session:
        self._begin_log()
        return Session(self._engine)

    def _begin_log(self) -> None:
        """Before the first write: a user who only looks changes nothing on the disk, and is in sooner."""
        if self._closed:
            raise Unavailable("vault.closed")
        if not self._logging:
            cipher.begin_log(self._engine)
            self._logging = True

    def _asked(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with self.read() as session:
            bare = session.connection().connection.driver_connection
            assert bare is not None  # noqa: S101 - narrows the type
            return work(bare)

    def _enter(self, session: Session, *, writing: bool) -> None:
        if self._closed:
            raise Unavailable("vault.closed")
        session.info.update(drawer=self, writing=writing)
        event.listen(session, "do_orm_execute", _refuse_bulk)
        self._current.session = session

    def _went_back(self) -> bool:
        """Whether the clock of this computer was set back since the line before; told in the log once."""
        now, before = self.clock.now(), self._latest
        self._latest = now
        return before is not None and before - now > SLACK

    def _commit(self, session: Session, recorder: audit.Recorder, action: str, subject: str) -> None:
        session.flush()
        line = {
            "at": self.clock.now(),
            "user_id": self.user.id,
            "user_name": self.user.name,
            "action": action,
            "subject": subject,
            "detail": recorder.detail(),
        }
        head = audit.append(session, self.tables, self._audit_key, self._head, line)
        session.commit()
        self._head = head


def drawer_of(session: Session) -> Drawer:
    """The drawer that this session belongs to."""
    drawer = session.info["drawer"]
    assert isinstance(drawer, Drawer)  # noqa: S101 - narrows the type
    return drawer


def _refuse_bulk(state: ORMExecuteState) -> None:
    if (state.is_insert or state.is_update or state.is_delete) and not state.execution_options.get("vault"):
        raise RuntimeError("bulk statements would bypass the log")

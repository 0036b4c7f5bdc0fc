"""Work off the screen on two lanes: one thread for the database, a pool for rendering and files.

``done`` or ``failed`` is called exactly once, on the thread of the window, and not at all when the
owner of the question has gone. Inline (tests, pictures) the same calls happen at once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.kernel.errors import MeldboekError, Refused, Unavailable
from ui.kit.words import CANCELLED, UNEXPECTED

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
Failed = Callable[[MeldboekError], object]
BUSY_AFTER, PROGRESS_AFTER = 300, 1000


@dataclass(frozen=True)
class _Job:
    work: Callable[[], Any]
    owner: QObject
    done: Callable[[Any], object]
    failed: Failed | None


@dataclass(frozen=True)
class _Outcome:
    job: _Job
    result: Any = None
    error: BaseException | None = None


class Progress(QObject):
    """How far a long job is; the work calls ``step``, the window may call ``cancel``."""

    moved = Signal(float, str)
    ended = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.cancelled = False
        self.over = False

    def step(self, part: float, text: str = "") -> None:
        """Tell how far it is (0 to 1); stops the work here when the user asked for that."""
        if self.cancelled:
            raise Refused(CANCELLED)
        self.moved.emit(part, text)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.cancelled = True


class Jobs(QObject):
    """The two lanes; ``busy`` says True when something takes longer than 300 ms."""

    busy = Signal(bool)
    takes_long = Signal(object)
    _ended = Signal(object)

    def __init__(self, *, inline: bool = False) -> None:
        super().__init__()
        self.inline = inline
        self.on_error: Failed = lambda _error: None
        self._running = 0
        self._wait = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._wait.timeout.connect(lambda: self.busy.emit(True))
        self._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @cached_property
    def _database(self) -> Executor:
        return _lane(1, "database")

    @cached_property
    def _pool(self) -> Executor:
        return _lane(2, "render")

    def run(
        self, work: Callable[[], T], *, owner: QObject, done: Callable[[T], object], failed: Failed | None = None
    ) -> None:
        """Do ``work`` on the database lane, in the order asked."""
        self._start(self._database, _Job(work, owner, done, failed))

    def render(
        self, work: Callable[[], T], *, owner: QObject, done: Callable[[T], object], failed: Failed | None = None
    ) -> None:
        """Do ``work`` that needs no database: drawing a PDF, reading a file."""
        self._start(self._pool, _Job(work, owner, done, failed))

    def run_long(
        self,
        title: str,
        work: Callable[[Progress], T],
        *,
        owner: QObject,
        done: Callable[[T], object],
        failed: Failed | None = None,
        database: bool = False,
    ) -> None:
        """Do ``work`` that shows its progress after one second and that the user can stop."""
        progress = Progress(title)
        job = _Job(lambda: work(progress), owner, done, failed)
        if not self.inline:
            QTimer.singleShot(PROGRESS_AFTER, progress, lambda: self._tell(progress))
        self._start(self._database if database else self._pool, job, progress)

    def on_lane(self, work: Callable[[], T]) -> T:
        """Do a short piece on the database lane and wait for it; for long work that runs elsewhere."""
        return work() if self.inline else self._database.submit(work).result()

    def close(self) -> None:
        """Let what runs finish, forget what waits, and stop both lanes; the pool first, for it may ask the other."""
        self._pool.shutdown(cancel_futures=True)
        self._database.shutdown(cancel_futures=True)

    def _start(self, lane: Executor, job: _Job, progress: Progress | None = None) -> None:
        if self.inline:
            self._settle(_attempt(job))
            return
        self._running += 1
        if self._running == 1:
            self._wait.start()
        lane.submit(self._work, job, progress)

    def _work(self, job: _Job, progress: Progress | None) -> None:
        outcome = _attempt(job)
        if progress is not None:
            progress.over = True
            progress.ended.emit()
        self._ended.emit(outcome)

    def _tell(self, progress: Progress) -> None:
        if not progress.over:
            self.takes_long.emit(progress)

    def _finish(self, outcome: _Outcome) -> None:
        self._running -= 1
        if not self._running:
            self._wait.stop()
            self.busy.emit(False)
        self._settle(outcome)

    def _settle(self, outcome: _Outcome) -> None:
        job, error = outcome.job, outcome.error
        if not shiboken6.isValid(job.owner):
            return
        if error is None:
            job.done(outcome.result)
        elif isinstance(error, MeldboekError):
            self._fail(job, error)
        elif self.inline:
            raise error
        else:
            sys.excepthook(type(error), error, error.__traceback__)
            if job.failed is not None:
                job.failed(Unavailable(UNEXPECTED))

    def _fail(self, job: _Job, error: MeldboekError) -> None:
        if job.failed is not None:
            job.failed(error)
        elif error.code != CANCELLED:
            self.on_error(error)


def _attempt(job: _Job) -> _Outcome:
    try:
        return _Outcome(job, result=job.work())
    except Exception as error:  # noqa: BLE001 - carried to the window's thread, where a bug ends in the crash dialog
        return _Outcome(job, error=error)


def _lane(threads: int, name: str) -> Executor:
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not before the window stands there

    return ThreadPoolExecutor(threads, name)

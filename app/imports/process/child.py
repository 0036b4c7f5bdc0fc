"""Starts the reading process, waits for it no longer than it may take, and understands what it says."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from app.imports.limits import LARGE_FILE, LONG_PATIENCE, PATIENCE
from app.imports.process import wire
from app.imports.readings import Reading
from app.imports.recognition import Mapping
from app.kernel.errors import Refused, Unavailable

_ROOT = Path(__file__).resolve().parents[3]
_MODULES = {"import": "app.imports.process.worker", "grid": "app.imports.process.grid"}
_BLOCK = 65_536
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Ready:
    """A reading process that has loaded all it needs and waits to hear which file it is about.

    It holds nothing of the school. When nobody wants it any more it ends, at the latest with this program.
    """

    def __init__(self) -> None:
        self._process = _started("import", (), subprocess.PIPE)
        self.end = weakref.finalize(self, _end, self._process)

    def told(self, words: Sequence[str]) -> subprocess.Popen[bytes] | None:
        """The process, now that it knows what to read; None when it did not live that long."""
        self.end.detach()
        try:
            self._process.stdin.write(json.dumps(words).encode() + b"\n")  # type: ignore[union-attr] # it is a pipe
            self._process.stdin.close()  # type: ignore[union-attr]
        except OSError:
            _end(self._process)
            return None
        return self._process


def read_in_child(
    path: Path, today: date, mappings: Sequence[Mapping] = (), seconds: float = 0, ready: Ready | None = None
) -> Reading:
    """The class list in this file, its columns used as was decided before.

    Raises Refused when it is none, Unavailable when reading it broke down.
    """
    said = said_by_child("import", path, [wire.asked(today, mappings)], seconds, ready)
    answer = None if said is None else _understood(path.name, said)
    if isinstance(answer, str):
        raise Refused(answer)
    if answer is None:
        raise Unavailable("imports.reading_broke_down")
    return answer


def said_by_child(
    worker: str, path: Path, more: Sequence[str] = (), seconds: float = 0, ready: Ready | None = None
) -> bytes | None:
    """What a reading process says about this file; None when it broke down. Raises Refused when there is no file."""
    if not path.is_file():
        raise Refused("imports.not_readable")
    words = [str(path.resolve()), *more]
    with (ready.told(words) if ready else None) or _started(worker, words) as process:
        said = _Said(process)
        try:
            said.wait(seconds, _patience(path))
        finally:
            process.kill()
    return said.whole if process.returncode == 0 else None


def _started(worker: str, words: Sequence[str], said: int = subprocess.DEVNULL) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program on a file that the user chose
        [*_command(worker), *words],
        bufsize=0,
        stdin=said,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_environment(),
        creationflags=_NO_WINDOW,
    )


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    for pipe in filter(None, (process.stdin, process.stdout)):
        with contextlib.suppress(OSError):
            pipe.close()
    process.wait()


class _Said:
    """What a process says, collected while it speaks, so that its first word is heard at once."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._pipe = process.stdout.fileno() if process.stdout else -1
        self._parts: list[bytes] = []
        self._first = threading.Event()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        while part := os.read(self._pipe, _BLOCK):
            self._parts.append(part)
            self._first.set()
        self._first.set()

    def wait(self, seconds: float, patience: float) -> None:
        """Wait for the end; a file that is not opened within seconds is no list, however large it is.

        The end of what is said is waited for, because only that is heard at once; then the process is as good as gone.
        """
        began = time.monotonic()
        if not self._first.wait(seconds or PATIENCE):
            raise Unavailable("imports.reading_took_too_long")
        last = began + (seconds or patience)
        self._listener.join(max(0.1, last - time.monotonic()))
        try:
            self._process.wait(max(0.1, last - time.monotonic()))
        except subprocess.TimeoutExpired:
            raise Unavailable("imports.reading_took_too_long") from None
        self._listener.join()

    @property
    def whole(self) -> bytes:
        """Everything that was said."""
        return b"".join(self._parts)


def _patience(path: Path) -> float:
    return PATIENCE if path.stat().st_size < LARGE_FILE else LONG_PATIENCE


def _understood(file_name: str, said: bytes) -> Reading | str | None:
    try:
        return wire.understood(file_name, said.decode("utf-8"))
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _command(worker: str) -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, "--worker", worker]
    return [sys.executable, "-S", "-m", _MODULES[worker]]


def _environment() -> dict[str, str]:
    """Where this process finds its modules, told, because looking for them (``site``) takes as long as a small list."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(_ROOT), *filter(None, sys.path)])}

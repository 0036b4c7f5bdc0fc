"""Reading the bytes of a drawer that is in use, in pieces, while nothing is written to its file."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

from app.kernel.errors import Unavailable


class LiveReader:
    """One handle on the file, kept until the drawer closes.

    Closing any handle of a process on a file lets go of all its locks on that file, SQLite's own among them
    (POSIX); so this handle is opened at the first copy and closed only after SQLite's.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None
        self._copying = threading.Lock()
        self._stopped = False

    def pieces(self, size: int) -> Iterator[bytes]:
        """The file from its beginning, ``size`` bytes at a time.

        Raises Unavailable when the drawer closes meanwhile.
        """
        with self._copying:
            if self._handle is None:
                self._handle = os.open(self._path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            os.lseek(self._handle, 0, os.SEEK_SET)
            while piece := os.read(self._handle, size):
                if self._stopped:
                    raise Unavailable("vault.closed")
                yield piece

    def stop(self) -> None:
        """End a copy that is being made; returns when it has let go of the file."""
        self._stopped = True
        with self._copying:
            return

    def close(self) -> None:
        """Let go of the file; only after SQLite has."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

"""One process, one store: the lock file, and the note that says who holds it, where and since when."""

from __future__ import annotations

import errno
import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from app.kernel.clock import Clock
from app.kernel.errors import Unavailable
from app.vault.keys.keyring import User

_LOCK = ".lock"
_NOTE = ".geopend.json"
_FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})


class Occupation:
    """Holds the store for one user until it is let go; the system lets go by itself when the process dies."""

    def __init__(self, folder: Path, user: User, clock: Clock) -> None:
        """Take the store. Raises Unavailable with who, where and since when if somebody else has it."""
        self._note = folder / _NOTE
        self._lock = FileLock(folder / _LOCK, timeout=0, thread_local=False, mode=0o600)
        try:
            self._lock.acquire()
        except Timeout:
            raise _taken(self._note) from None
        except OSError:
            raise Unavailable("vault.no_rights") from None
        try:
            facts = {"who": user.name, "where": platform.node(), "since": clock.now().isoformat(timespec="minutes")}
            self._note.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")
        except OSError as error:
            if error.errno not in _FULL:  # on a full disk the store can be read: it is said at the first write
                self._lock.release()
                raise Unavailable("vault.no_rights") from None

    def release(self) -> None:
        """Let others in."""
        with suppress(OSError):  # the folder may be gone, or closed to us meanwhile
            self._note.unlink(missing_ok=True)
        self._lock.release()


def is_free(folder: Path) -> bool:
    """Whether the folder is there and nobody has the store in it open now."""
    if not folder.is_dir():
        return False
    lock = FileLock(folder / _LOCK, timeout=0, thread_local=False, mode=0o600)
    try:
        with lock:
            return True
    except (Timeout, OSError):
        return False


def _taken(note: Path) -> Unavailable:
    try:
        facts = json.loads(note.read_text("utf-8"))
        return Unavailable(
            "vault.open_elsewhere",
            who=str(facts["who"]),
            where=str(facts["where"]),
            since=datetime.fromisoformat(facts["since"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return Unavailable("vault.open_elsewhere_unknown")

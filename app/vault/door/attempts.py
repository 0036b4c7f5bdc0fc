"""Wrong passphrases at the door of a store: how many, and how long the next try waits; it names nobody."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

NAME = ".pogingen.json"
PATIENCE, LONGEST_WAIT = 3, 32  # tries, seconds


def failed(folder: Path, now: datetime) -> int:
    """Count one more wrong passphrase; gives the seconds that the next try waits."""
    count = count_of(folder) + 1
    with suppress(OSError):  # a folder that may not be written to is opened read-only by nobody
        (folder / NAME).write_text(json.dumps({"count": count, "last": now.isoformat()}), "utf-8")
    return _wait(count)


def waiting(folder: Path, now: datetime) -> int:
    """The seconds that the next try still waits, also after the program was started anew."""
    count, last = _read(folder)
    if last is None:
        return 0
    left = last + timedelta(seconds=_wait(count)) - now
    return min(LONGEST_WAIT, max(0, -int(-left.total_seconds() // 1)))


def count_of(folder: Path) -> int:
    """How many wrong passphrases were typed since somebody got in."""
    return _read(folder)[0]


def forget(folder: Path) -> None:
    """Somebody got in, and the count stands in the log."""
    with suppress(OSError):
        (folder / NAME).unlink(missing_ok=True)


def _wait(count: int) -> int:
    return 0 if count < PATIENCE else min(LONGEST_WAIT, 2 ** min(count - PATIENCE + 1, 10))


def _read(folder: Path) -> tuple[int, datetime | None]:
    try:
        kept = json.loads((folder / NAME).read_text("utf-8"))
        return int(kept["count"]), datetime.fromisoformat(kept["last"])
    except (OSError, ValueError, KeyError, TypeError):
        return 0, None

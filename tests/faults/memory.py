"""What lies in the memory of the program after locking: none of the words that were on its screen, and no key."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from app.application import start
from app.cases.inputs import NewEntry, NewReport
from app.cases.rules import EntryKind
from tests.faults import schools
from tests.faults.locking import SIGN
from tests.faults.tally import Tally
from tests.faults.whole import ROOT, with_people

WORDS, PATIENCE = 40, 60
PIECE = 1 << 24
_SIGN = 7  # bytes: what all the words begin with


def can_look() -> bool:
    """Whether this system shows the memory of a process as a file."""
    return Path("/proc/self/mem").exists()


def locked(folder: Path, times: int) -> Tally:
    """Lock the program and look through all memory of the one that was started in its place."""
    wrong = before = 0
    for number in range(times):
        seen = _locked_once(folder / str(number))
        if seen is None:
            return Tally("words and keys in memory after locking", 1, 0, "no program of this user may look: closed")
        before, wrong = before + seen[0], wrong + (seen[1] > 0 or seen[0] == 0)
    return Tally("words and keys in memory after locking", times, wrong, f"{before} found before, 0 after")


def _locked_once(folder: Path) -> tuple[int, int] | None:
    """How many of the words and keys lay in memory before the lock and after it; None when it cannot be read."""
    place = with_people(folder / "school")
    wanted = _lay(place)
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder / "settings")}
    command = [sys.executable, "-m", "tests.faults.locking", str(place)]
    child = subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE)  # noqa: S603
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == b"shown\n"
        before = count_in(child.pid, wanted)
        (folder / SIGN).touch()
        child.wait(PATIENCE)
    except PermissionError:
        return None
    finally:
        child.kill()
        child.stdout.close()
    other = started_anew(place)
    time.sleep(2)  # its window is painted and everything is loaded
    try:
        return before, count_in(other, wanted)
    finally:
        os.kill(other, signal.SIGKILL)


def _lay(place: Path) -> list[bytes]:
    """Words in a case and its course, with the keys of both drawers: what must not be found."""
    store = schools.opened(place)
    cases = start(store).casework
    assert cases is not None
    words = [f"kanarie{secrets.token_hex(6)}" for _ in range(WORDS)]
    case = cases.cases.report(NewReport(words[0]))
    for word in words[1:]:
        cases.cases.add_entry(case, NewEntry(EntryKind.TALK, word, f"Gesprek over {word}."))
    keys = [drawer.key for drawer in store.drawers]
    store.close()
    told = [word.encode(code) for word in words for code in ("utf-8", "utf-16-le")]
    return [*told, *keys, *(key.hex().encode() for key in keys)]


def count_in(process: int, wanted: list[bytes]) -> int:
    """How many of these lie in the memory of a process. Raises PermissionError when it may not be read."""
    found, signs = set[bytes](), {word[:_SIGN] for word in wanted}
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for start_at, end in _regions(process):
            tail = b""
            for at in range(start_at, end, PIECE):
                try:
                    memory.seek(at)
                    data = tail + memory.read(min(PIECE, end - at))
                except OSError:
                    break  # a page of the system itself
                near = {sign for sign in signs if sign in data}
                found |= {word for word in wanted if word[:_SIGN] in near and word in data}
                tail = data[-128:]
    return len(found)


def _regions(process: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{process}/maps").read_text("utf-8").splitlines():
        place, rights = line.split()[:2]
        if rights.startswith("rw"):  # what was read from a program file and cannot be written holds nothing of ours
            first, last = place.split("-")
            yield int(first, 16), int(last, 16)


def started_anew(place: Path) -> int:
    """The process that shows the unlock window of this school now."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for path in Path("/proc").glob("[0-9]*/cmdline"):
            words = _words(path)
            if words[-2:] == [b"--store", str(place).encode()]:
                return int(path.parent.name)
        time.sleep(0.1)
    raise TimeoutError("the program did not come back")


def _words(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().rstrip(b"\0").split(b"\0")
    except OSError:
        return []  # it ended meanwhile

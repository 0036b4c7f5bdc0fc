"""The whole program at work under ``strace``: it opens no connection to anywhere, and writes nothing readable down."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tests.faults import schools
from tests.faults.acts import LIST
from tests.faults.tally import Tally
from tests.faults.whole import PATIENCE, ROOT, with_people

WORDS = ("met moeder", "gymles", "Melding 0", "Mulder")  # what ``acts`` enters and the school holds
_ACTS = 6
_NETWORK = re.compile(r"\bAF_INET6?\b")
_WRITTEN = re.compile(r'openat\([^,]+, "([^"]+)", [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)')
_DEVICES = ("/dev/", "/proc/", "/sys/")


def whole_program(folder: Path, acts: int = _ACTS) -> list[Tally]:
    """Let the program do so many acts; then look at every connection that it asked for and every file that it wrote."""
    place = schools.copy(with_people(folder / "template"), folder / "school")
    trace = folder / "trace.txt"
    done = _worked(place, trace, acts)
    lines = trace.read_text("utf-8", "replace").splitlines()
    trace.unlink()
    asked = sum(bool(_NETWORK.search(line)) for line in lines)
    files = sorted(_written(lines))
    readable = [path for path in files if path.name != LIST and _tells(path)]
    strange = [path for path in files if not path.is_relative_to(folder)]
    note = ", ".join(map(str, readable + strange)) or f"{len(files)} files written, all with the school or its settings"
    return [
        Tally("connections asked for by the whole program", done, asked, "acts under strace"),
        Tally("files that the whole program wrote", len(files), len(readable) + len(strange), note),
    ]


def _worked(place: Path, trace: Path, acts: int) -> int:
    """Let it do its acts and end it; how many it did."""
    home = place.parent
    surroundings = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(home / "settings"),
        "TMPDIR": str(home),
    }
    command = ["strace", "-f", "-o", str(trace), "-e", "trace=network,openat", sys.executable, "-m"]
    with subprocess.Popen(  # noqa: S603
        [*command, "tests.faults.daily", str(place)],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as child:
        assert child.stdout is not None
        done, end = 0, time.monotonic() + PATIENCE
        while done < acts and time.monotonic() < end and child.stdout.readline():
            done += 1
        os.killpg(child.pid, signal.SIGKILL)
    return done


def _written(lines: list[str]) -> Iterator[Path]:
    """What was opened to write in, and is there still."""
    names = {found[1] for found in map(_WRITTEN.search, lines) if found}
    for name in names:
        path = Path(name)
        if path.is_absolute() and not name.startswith(_DEVICES) and path.is_file():
            yield path


def _tells(path: Path) -> bool:
    data = path.read_bytes()
    return any(word.encode(code) in data for word in WORDS for code in ("utf-8", "utf-16-le"))

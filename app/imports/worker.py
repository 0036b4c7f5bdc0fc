"""The child process that reads a class list: whatever is in the file, the window stays alive.

Says lines of JSON on standard output and nothing anywhere else; values of the file reach no log and no disk.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path

from app.imports import wire
from app.imports.limits import MEMORY, SECONDS
from app.imports.reading import read_file
from app.imports.refusal import FileRefusedError


def main(argv: Sequence[str]) -> int:
    """Read the file ``argv[0]``; ``argv[1]`` is the current year, for years of two digits."""
    limit()
    speak_plainly()
    try:
        reading = read_file(Path(argv[0]), int(argv[1]))
    except FileRefusedError as refusal:
        sys.stdout.write(wire.refused(refusal.code) + "\n")
    except OSError:
        sys.stdout.write(wire.refused("imports.not_readable") + "\n")
    else:
        for line in wire.told(reading):
            sys.stdout.write(line + "\n")
    return 0


def speak_plainly() -> None:
    """Speak UTF-8 whatever the computer is used to."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def limit() -> None:
    """Let this process die before the computer suffers; Windows has the parent's watch only."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

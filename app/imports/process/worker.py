"""The child process that reads a class list: whatever is in the file, the window stays alive.

Says one line of JSON on standard output and nothing anywhere else; values of the file reach no log and no disk.
"""

from __future__ import annotations

import gc
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app.imports.limits import MEMORY, SECONDS
from app.imports.process import wire
from app.imports.reading import read_file
from app.imports.refusal import FileRefusedError


def main(argv: Sequence[str]) -> int:
    """Read a file; behind its name stands which day it is and what was decided about columns.

    Without either on the command line both are told later; when they never are, nobody needs this process any more.
    """
    limit()
    speak_plainly()
    words = argv or json.loads(sys.stdin.readline() or "[]")
    if words:
        sys.stdout.write(answer(Path(words[0]), words[1], _tell_opened) + "\n")
    return 0


def _tell_opened() -> None:
    """An empty line says that this is a list: a large one may take longer than a file that only wants to harm."""
    sys.stdout.write("\n")
    sys.stdout.flush()


def answer(path: Path, asked: str, opened: Callable[[], None] = lambda: None) -> str:
    """What this process says about a file: a reading, or why there is none."""
    try:
        return wire.told(read_file(path, *wire.asked_for(asked), opened))
    except FileRefusedError as refusal:
        return wire.refused(refusal.code)
    except MemoryError:
        return wire.refused("imports.too_large")
    except RecursionError:
        return wire.refused("imports.damaged")
    except OSError:
        return wire.refused("imports.not_readable")


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
    gc.disable()  # a short life with much to keep: looking for garbage costs a third of it
    code = main(sys.argv[1:])
    sys.stdout.flush()
    os._exit(code)  # without taking down, one by one, all that it read

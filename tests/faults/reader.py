"""Reads one class list after another, named on its input, and tells what each cost; it holds nothing else itself.

A process takes over from the one that started it how much memory that had at most. Measured from here, where hardly
any is in use, the figure is that of the reading alone.
"""

from __future__ import annotations

import resource
import sys
from datetime import date
from pathlib import Path

from app.imports.process.child import read_in_child
from app.kernel.errors import MeldboekError

_DAY = date(2026, 11, 16)


def main() -> None:
    """For each path: whether it ended in a reading or a sentence, the seconds, and the largest memory until now."""
    for path in map(str.rstrip, sys.stdin):
        before = _spent()
        is_told = _is_told(Path(path))
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        sys.stdout.write(f"{is_told:d} {_spent() - before:.2f} {used.ru_maxrss // 1024}\n")
        sys.stdout.flush()


def _is_told(path: Path) -> bool:
    try:
        read_in_child(path, _DAY)
    except MeldboekError:
        return True
    except Exception as error:  # noqa: BLE001 - that is what must not come
        sys.stderr.write(f"{type(error).__name__}: {error}\n")
        return False
    return True


def _spent() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()

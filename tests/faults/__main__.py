"""The full proof, with its numbers: ``python3 start.py faults``; ``--quick`` tries as much as every test run.

``--times=5`` tries five times as much; the default is 20, and for a release 200.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.faults import copying, filling, growing, killing, memory, power, sharing, silence, tampering, whole
from tests.faults.tally import Tally

FULL = 20


def main(arguments: list[str]) -> int:
    """Print each tally as soon as it is known."""
    wanted = [word.partition("=")[2] for word in arguments if word.startswith("--times=")]
    scale = 1 if "--quick" in arguments else int(wanted[0]) if wanted else FULL
    held = True
    with tempfile.TemporaryDirectory() as folder:
        for tally in all_of(Path(folder), scale):
            sys.stdout.write(f"{tally.line()}\n")
            sys.stdout.flush()
            held = held and tally.holds
    return 0 if held else 1


def all_of(folder: Path, scale: int) -> Iterator[Tally]:
    """Every fault, ``scale`` times the quick set."""
    yield killing.writers(folder / "writers", 50 * scale)
    yield killing.writers(folder / "renamed", 5 * scale, renamed=True)
    yield from killing.steps(folder / "steps", 3 * scale)
    yield whole.programs(folder / "whole", 5 * scale)
    if power.can_trace():
        yield from power.losses(folder / "power", 100 * scale)
    else:
        sys.stdout.write("      power loss: not tried, for strace is not on this computer\n")
    yield from tampering.damages(folder / "damage", 25 * scale, 5 * scale, 3 * scale)
    yield from tampering.older(folder / "older", 3 * scale)
    yield growing.migrations(folder / "growing", 3 * scale)
    yield copying.cycles(folder / "cycles", 10 * scale)
    yield copying.thinned(50 * scale)
    yield sharing.two_copies(folder / "shared", 5 * scale)
    yield sharing.clocks(folder / "clocks")
    yield from filling.levels(folder / "full", 25 if scale == 1 else 50)
    yield from filling.disks(folder / "disk", 25 if scale == 1 else 50)
    yield silence.canaries(folder / "canaries", 50 * scale)
    if memory.can_look():
        yield memory.locked(folder / "memory", max(1, scale // 4))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The full proof, with its numbers: ``python3 start.py faults``; ``--quick`` tries as much as every test run.

``--times=5`` tries five times as much; the default is 20, and for a release 200. Names of parts behind it, such as
``power log``, try only those.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import (
    between,
    copying,
    corpus,
    filling,
    growing,
    killing,
    leaving,
    logs,
    memory,
    model,
    power,
    quiet,
    seeing,
    sharing,
    silence,
    tampering,
    undoing,
    whole,
)
from tests.faults.tally import Tally

FULL = 20
Part = Callable[[Path, int], Iterator[Tally]]


def main(arguments: list[str]) -> int:
    """Print each tally as soon as it is known."""
    wanted = [word.partition("=")[2] for word in arguments if word.startswith("--times=")]
    scale = 1 if "--quick" in arguments else int(wanted[0]) if wanted else FULL
    names = [word for word in arguments if word in PARTS] or list(PARTS)
    held = True
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            for tally in PARTS[name](Path(folder), scale):
                sys.stdout.write(f"{tally.line()}\n")
                sys.stdout.flush()
                held = held and tally.holds
    return 0 if held else 1


def _kills(folder: Path, scale: int) -> Iterator[Tally]:
    yield killing.writers(folder / "writers", 50 * scale)
    yield killing.writers(folder / "renamed", 5 * scale, renamed=True)
    yield from killing.steps(folder / "steps", 3 * scale)
    yield growing.migrations(folder / "growing", 3 * scale)


def _programs(folder: Path, scale: int) -> Iterator[Tally]:
    yield between.outboxes(folder / "between", 5 * scale)
    yield whole.programs(folder / "whole", 5 * scale)


def _power(folder: Path, scale: int) -> Iterator[Tally]:
    if power.can_trace():
        yield from power.losses(folder / "power", 100 * scale)
    else:
        sys.stdout.write("      power loss: not tried, for strace is not on this computer\n")


def _tampering(folder: Path, scale: int) -> Iterator[Tally]:
    yield from tampering.damages(folder / "damage", 25 * scale, 5 * scale, 3 * scale)
    yield from tampering.older(folder / "older", 3 * scale)


def _logs(folder: Path, scale: int) -> Iterator[Tally]:
    yield from logs.altered(folder / "altered", 5 * scale)
    yield logs.checked(folder / "long", 1_000_000)


def _files(folder: Path, scale: int) -> Iterator[Tally]:
    yield corpus.papers(120 if scale > 1 else 24)
    yield corpus.lists(folder / "files", corpus.LISTS if scale > 1 else 12)


def _model(_folder: Path, scale: int) -> Iterator[Tally]:
    yield model.agrees(100 * scale)


def _copies(folder: Path, scale: int) -> Iterator[Tally]:
    yield copying.cycles(folder / "cycles", 10 * scale)
    yield copying.thinned(50 * scale)


def _sharing(folder: Path, scale: int) -> Iterator[Tally]:
    yield sharing.two_copies(folder / "shared", 5 * scale)
    yield sharing.clocks(folder / "clocks")


def _full_disk(folder: Path, scale: int) -> Iterator[Tally]:
    count = 25 if scale == 1 else 50
    yield from filling.levels(folder / "full", count)
    yield filling.lists(folder / "lists", count)
    yield from filling.disks(folder / "disk", count)
    yield from growing.on_full_disks(folder / "grown", count)


def _silence(folder: Path, scale: int) -> Iterator[Tally]:
    yield silence.canaries(folder / "canaries", 50 * scale)
    if power.can_trace():
        yield from quiet.whole_program(folder / "quiet", 5 * scale)
    if memory.can_look():
        yield memory.locked(folder / "memory", max(1, scale // 4))
    if leaving.can_tell() and scale > 1:
        yield leaving.left(folder / "left")


def _seeing(_folder: Path, scale: int) -> Iterator[Tally]:
    yield from map(seeing.pages, seeing.LOOKS if scale > 1 else ["plain"])


def _undoing(folder: Path, scale: int) -> Iterator[Tally]:
    yield undoing.rows(folder / "undone", scale)


PARTS: dict[str, Part] = {
    "kills": _kills,
    "programs": _programs,
    "power": _power,
    "tampering": _tampering,
    "log": _logs,
    "files": _files,
    "model": _model,
    "copies": _copies,
    "sharing": _sharing,
    "disk": _full_disk,
    "silence": _silence,
    "seeing": _seeing,
    "undoing": _undoing,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What a check of a store finds: files, references, logs, anchors and rows; made where it holds up nobody."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.kernel.errors import Unavailable
from app.vault.drawers import pages
from app.vault.drawers.database import Drawer
from app.vault.drawers.pages import Memory
from app.vault.keys.keyfile import Anchor

PIECE = 1 << 20  # bytes
Lane = Callable[[Callable[[], Any]], Any]
Drawers = tuple[Drawer, ...]


@dataclass(frozen=True)
class Verdict:
    """What a check of a store found, per drawer; ``counts`` tells the rows of every table."""

    damaged: tuple[str, ...]
    broken_logs: Mapping[str, int]
    rolled_back: tuple[str, ...]
    altered_rows: tuple[str, ...]
    counts: Mapping[str, Mapping[str, int]]

    @property
    def is_sound(self) -> bool:
        """Whether nothing at all was found."""
        return not (self.damaged or self.broken_logs or self.rolled_back or self.altered_rows)


def verdict_of(drawers: Drawers, anchors: Mapping[str, Anchor]) -> Verdict:
    """Check these drawers on the thread that asks."""
    damaged = tuple(drawer.name for drawer in drawers if not drawer.is_sound())
    whole = [drawer for drawer in drawers if drawer.name not in damaged]
    broken = {drawer.name: line for drawer in whole if (line := drawer.broken_line()) is not None}
    back = rolled_back(drawers, anchors)
    altered = tuple(f"{drawer.name}/{row}" for drawer in whole for row in drawer.altered_rows())
    return Verdict(damaged, broken, back, altered, {drawer.name: drawer.row_counts() for drawer in whole})


def verdict_aside(folder: Path, drawers: Drawers, anchors: Mapping[str, Anchor], lane: Lane) -> Verdict:
    """Check copies of the drawers, so that nobody waits; without room for copies, the drawers themselves on the lane.

    The copies are encrypted as the drawers are, and are taken away again.
    """
    if shutil.disk_usage(folder).free < 2 * sum(drawer.path.stat().st_size for drawer in drawers):
        return Verdict(**vars(lane(lambda: verdict_of(drawers, anchors))))
    with ExitStack() as stack:
        copies = []
        with held_still(drawers, lane):
            for drawer in drawers:
                target = folder / f"{drawer.path.name}.controle"
                for name in (target, Path(f"{target}-wal"), Path(f"{target}-journal")):
                    stack.callback(name.unlink, missing_ok=True)
                with target.open("wb") as file:
                    for piece in drawer.pieces(PIECE):
                        file.write(piece)
                copies.append(drawer.twin(target))
                stack.callback(copies[-1].drop)
        for copy in copies:
            if not pages.check(copy.pieces(PIECE), copy.key).is_whole():
                return Verdict((copy.name,), {}, (), (), {})
            copy.open(copy.check())
        return verdict_of(tuple(copies), anchors)


def damaged(drawers: Drawers, lane: Lane, memory: Mapping[str, Memory]) -> tuple[str, ...]:
    """The names of the drawers with a page that is not what was written, from their bytes alone.

    None when a drawer closes meanwhile: then the next opening looks again.
    """
    try:
        with held_still(drawers, lane):
            found = {
                drawer.name: pages.check(drawer.pieces(PIECE), drawer.key, memory[drawer.name]) for drawer in drawers
            }
    except Unavailable:
        return ()
    return tuple(name for name, check in found.items() if not check.is_whole())


def rolled_back(drawers: Drawers, anchors: Mapping[str, Anchor]) -> tuple[str, ...]:
    """The names of the drawers of which the file is older than what it was when last closed: one line each is read."""
    return tuple(drawer.name for drawer in drawers if _is_older(drawer, anchors.get(drawer.name)))


@contextmanager
def held_still(drawers: Drawers, lane: Lane) -> Iterator[None]:
    """Keep the files as they are meanwhile; only the beginning and the end ask the lane."""
    with ExitStack() as stack:
        for drawer in drawers:
            lane(drawer.hold_still)
            stack.callback(lane, drawer.let_go)
        yield


def _is_older(drawer: Drawer, anchor: Anchor | None) -> bool:
    return bool(anchor and anchor.count and drawer.line_mac(anchor.count) != anchor.head)

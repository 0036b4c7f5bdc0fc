"""Decides when Python looks for garbage: never amid a large list, and for a window only between two of its events.

Python's own collector begins at any allocation, on any thread. Qt walks through its widgets while it dresses them; when
a forgotten widget is destroyed just then, Qt reads memory that is no longer there and the program ends.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


class _Spared:
    """How many parts of the program ask to be left alone now."""

    def __init__(self) -> None:
        self.parts = 0
        self.lock = Lock()


_spared = _Spared()


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage meanwhile: a list makes hundreds of thousands of objects that all stay."""
    with _spared.lock:
        _spared.parts += 1
        was_on = gc.isenabled()
        gc.disable()
    try:
        yield
    finally:
        with _spared.lock:
            _spared.parts -= 1
        if was_on:
            gc.enable()


def take_over() -> None:
    """Stop Python's own collector; from now on whoever calls this calls ``collect_due`` where it is safe."""
    gc.disable()


def collect_due() -> int | None:
    """Collect the generation that Python itself would have collected by now; gives its number, None when none."""
    if _spared.parts:
        return None
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation, (count, limit) in enumerate(zip(counts, limits, strict=True)) if count > limit]
    if not due:
        return None
    gc.collect(due[-1])
    return due[-1]


def settle() -> None:
    """Set what is loaded apart: it stays, and there is next to no garbage in it to go through it for."""
    gc.freeze()

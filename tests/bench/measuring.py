"""What a measurement is, and how it is told."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

from app.kernel.garbage import uncollected


@dataclass(frozen=True)
class Measured:
    """One promise: what was measured, what is allowed, and in which unit (``x`` for a ratio, ``ms``)."""

    name: str
    value: float
    limit: float
    unit: str = "x"
    note: str = ""

    @property
    def holds(self) -> bool:
        """Whether the promise was kept."""
        return self.value <= self.limit

    def line(self) -> str:
        """The promise as one line of the table."""
        mark = "ok  " if self.holds else "SLOW"
        return (
            f"{mark}  {self.name:<58} {self.value:>8.2f} {self.unit:<2}  limit {self.limit:g} {self.unit}  {self.note}"
        )


def milliseconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def median_of(work: Callable[[], object], times: int = 5) -> float:
    """The median of several runs, in milliseconds."""
    return statistics.median(milliseconds(work) for _ in range(times))


def working_median_of(work: Callable[[], object], times: int = 3) -> float:
    """The median of several runs in milliseconds of processor time, which other programs do not lengthen."""
    return statistics.median(_working(work) for _ in range(times))


def window_median_of(work: Callable[[], object], times: int = 5) -> float:
    """The same for what the window does in one event: it collects garbage between two (``ui.kit.collecting``)."""

    def one() -> float:
        with uncollected():
            return _working(work)

    return statistics.median(one() for _ in range(times))


def _working(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return sorted(values)[max(0, int(len(values) * 0.95) - 1)]

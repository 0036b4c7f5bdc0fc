"""Run every measurement and print one table; the exit code tells whether all promises were kept."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.kernel.clock import SystemClock
from app.sample import school
from tests.bench import (
    agenda,
    cases,
    consents,
    dossiers,
    finding,
    imports,
    letters,
    measures,
    paging,
    promises,
    starting,
    vault,
)
from tests.bench.measuring import Measured


def main() -> int:
    """Print each promise as soon as it was measured."""
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        for measured in _all(Path(folder)):
            sys.stdout.write(f"{measured.line()}\n")
            sys.stdout.flush()
            kept = kept and measured.holds
    return 0 if kept else 1


def _all(folder: Path) -> Iterator[Measured]:
    sample = school.build(folder / "school", SystemClock())
    yield from starting.measure(sample.folder)
    yield from paging.measure(sample)
    yield from dossiers.measure()
    yield from consents.measure(folder / "big")
    yield from finding.measure(folder / "search")
    yield from measures.measure(folder / "measures")
    yield from agenda.measure(folder / "agenda")
    yield from imports.measure(folder / "lists")
    yield from cases.measure(folder / "cases")
    yield from letters.measure(folder / "letters")
    yield from vault.measure(folder / "vault")
    yield from promises.measure(folder / "promises")


if __name__ == "__main__":
    sys.exit(main())

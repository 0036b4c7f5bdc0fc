"""Letters: one preview, a run of five hundred, and whether memory stays flat."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from app.application import Meldboek, open_meldboek
from app.kernel.clock import SystemClock
from app.letters.families.merging import NewMerge, draw
from app.letters.paper.layout import render
from app.sample import school
from tests.bench.measuring import Measured, median_of, milliseconds

LETTERS = 500
TEXT = "[bericht]\n" + "Beste ouders van {{ first_name }}, wij schrijven u over het schoolreisje. " * 12


def measure(folder: Path) -> Iterator[Measured]:
    """Draw letters of the sample school."""
    made = school.build(folder, SystemClock())
    director = made.users[0]
    meldboek = open_meldboek(folder, director.name, director.passphrase, SystemClock())
    try:
        yield from _preview(meldboek)
        yield from _run(meldboek)
    finally:
        meldboek.store.close()


def _preview(meldboek: Meldboek) -> Iterator[Measured]:
    assert meldboek.casework is not None
    letters = meldboek.casework.letters
    drafts = [line for line in letters.recent() if not line.is_final]
    chosen = drafts[0].id
    body = letters.letter(chosen).body
    letters.preview(chosen, body)
    yield Measured("preview of one letter", median_of(lambda: letters.preview(chosen, body)), 150, "ms")


def _run(meldboek: Meldboek) -> Iterator[Measured]:
    pupils = tuple(pupil.id for pupil in meldboek.people.pupils())
    run = meldboek.merging.prepare(NewMerge(pupils, "Schoolreisje", TEXT, "proef"))
    some = run.letters[:LETTERS]
    run = replace(run, letters=(some * (LETTERS // len(some) + 1))[:LETTERS])
    now = meldboek.clock.now()
    took = milliseconds(lambda: draw(run, now, lambda _done, _total: True)) / 1000
    yield Measured(f"a run of {LETTERS} letters drawn", took, 10, "s")
    grown = _growth(lambda: [len(render(letter.paper, now)) for letter in run.letters[:100]])
    yield Measured("memory kept after a hundred letters more", grown, 2, "MB")


def _growth(work: object) -> float:
    assert callable(work)
    tracemalloc.start()
    before, _peak = tracemalloc.get_traced_memory()
    work()
    after, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / 1024 / 1024

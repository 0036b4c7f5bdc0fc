"""Letters: one preview, a run of five hundred, and whether memory stays flat."""

from __future__ import annotations

import shutil
import subprocess
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.application import Meldboek, open_meldboek
from app.kernel.clock import SystemClock
from app.letters.families.merging import MergeRun, NewMerge, draw
from app.letters.lines import LetterText
from app.letters.paper.layout import render
from app.letters.paper.word import as_docx
from app.sample import school
from tests.bench.measuring import Measured, median_of, milliseconds, working_median_of

LETTERS = 500
TEXT = "[bericht]\n" + "Beste ouders van {{ first_name }}, wij schrijven u over het schoolreisje. " * 12


def measure(folder: Path) -> Iterator[Measured]:
    """Draw letters of the sample school."""
    made = school.build(folder, SystemClock())
    director = made.users[0]
    meldboek = open_meldboek(folder, director.name, director.passphrase, SystemClock())
    try:
        yield from _preview(meldboek)
        yield from _run(meldboek, folder)
    finally:
        meldboek.store.close()


def _preview(meldboek: Meldboek) -> Iterator[Measured]:
    assert meldboek.casework is not None
    letters = meldboek.casework.letters
    drafts = [line for line in letters.recent() if not line.is_final]
    chosen = drafts[0].id
    letter = letters.letter(chosen)
    text = LetterText(letter.subject, letter.body, letter.to.lines)

    def preview() -> None:
        _findings, pages = letters.typed(chosen, text)
        pages.draw()

    preview()
    yield Measured("preview of one letter as it is typed", median_of(preview), 150, "ms")


def _run(meldboek: Meldboek, folder: Path) -> Iterator[Measured]:
    pupils = tuple(pupil.id for pupil in meldboek.people.pupils())
    run = meldboek.merging.prepare(NewMerge(pupils, "Schoolreisje", TEXT, "proef"))
    some = run.letters[:LETTERS]
    run = replace(run, letters=(some * (LETTERS // len(some) + 1))[:LETTERS])
    now = meldboek.clock.now()
    took = working_median_of(lambda: draw(run, now, lambda _done, _total: True), 1) / 1000
    office = shutil.which("soffice") or ""
    note = "" if office else "LibreOffice is not here to compare with"
    yield Measured(f"a run of {LETTERS} letters drawn", took, 10, "s", note)
    if office:
        other = _converted(run, now, folder / "word", office)
        yield Measured(f"the same against LibreOffice, {other:.0f} s", took / other, 1)
    grown = _growth(lambda: [len(render(letter.paper, now)) for letter in run.letters[:100]])
    yield Measured("memory kept after a hundred letters more", grown, 2, "MB")


def _converted(run: MergeRun, now: datetime, folder: Path, office: str) -> float:
    """How many seconds LibreOffice takes to make as many PDFs of Word documents, without a window."""
    folder.mkdir()
    names = [str(folder / f"{number}.docx") for number in range(len(run.letters))]
    for name, letter in zip(names, run.letters, strict=True):
        Path(name).write_bytes(as_docx(letter.paper, now))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *names]
    took = milliseconds(lambda: subprocess.run(command, check=True, capture_output=True)) / 1000  # noqa: S603 - our own words
    made = len(list(folder.glob("*.pdf")))
    if made != len(names):
        raise RuntimeError(f"LibreOffice made {made} of {len(names)}")
    return took


def _growth(work: object) -> float:
    assert callable(work)
    tracemalloc.start()
    before, _peak = tracemalloc.get_traced_memory()
    work()
    after, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return (after - before) / 1024 / 1024

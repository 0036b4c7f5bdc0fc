"""What the day of a school waits for: the slowest but one of twenty each.

Starting, unlocking and a backup as the watch shows them; what one thread does, in processor time, which other programs
do not lengthen.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO
from itertools import count
from pathlib import Path

from pypdf import PdfReader

from app.application import Meldboek
from app.cases.inputs import NewEntry
from app.cases.rules import EntryKind
from app.dossiers import document
from app.dossiers.rules import Dossier
from app.kernel.clock import SystemClock
from app.pdf import fonts
from app.sample import school
from app.vault import attachments
from app.vault.copies import backups
from app.vault.store import create_store, open_store
from tests.bench import cases, dossiers, starting
from tests.bench.measuring import Measured, milliseconds, p95, working_median_of
from tests.builders import CHEAP, DIRECTOR, SCHOOL

TIMES, PAGES = 20, 30
MEGABYTES, FILE = 100, 4 * 1024 * 1024
CASES, NOTES = 2_000, 50_000
TYPED = ("mulder", "filmpje", "sm-1", "bewerkt excuses")


def measure(folder: Path) -> Iterator[Measured]:
    """From the start of the program to the backup at the end of the day."""
    sample = school.build(folder / "sample", SystemClock())
    yield _within("start to an unlock window, p95", lambda: starting.started(sample.folder), 2_000)
    director = sample.users[0]

    def unlock() -> None:
        open_store(sample.folder, director.name, director.passphrase, SystemClock()).abandon()

    yield _within("unlocking with the derivation of the key, p95", unlock, 1_000)
    meldboek = cases.filled(folder / "years", CASES, NOTES)
    yield from _daily(meldboek)
    meldboek.store.close()
    fonts.register()
    dossier, pages = _of_thirty_pages()
    yield _worked(f"dossier of {pages} pages, p95", lambda: document.pdf(dossier, SystemClock().now()), 2_000)
    yield _backup(folder / "large")


def _daily(meldboek: Meldboek) -> Iterator[Measured]:
    assert meldboek.casework is not None
    work, number = meldboek.casework.cases, count()
    entry = NewEntry(EntryKind.TALK, "Gesprek met moeder", "Zij belt morgen terug.")
    yield _worked("saving an entry, p95", lambda: work.add_entry(2 + next(number), entry), 50)
    yield _worked("timeline of 500 entries, p95", lambda: work.timeline(cases.LONGEST), 50)
    typed = [word[:size] for word in TYPED for size in range(1, len(word) + 1)]
    looks = [working_median_of(partial(work.search, words), 1) for words in typed]
    yield Measured(f"search as typed among {NOTES:,} notes, p95", p95(looks), 100, "ms", f"{len(looks)} searches")
    yield _worked(f"figures of a year over {CASES:,} cases, p95", meldboek.insights.report, 200)


def _within(name: str, work: Callable[[], object], limit: float) -> Measured:
    return _told(name, [milliseconds(work) for _ in range(TIMES)], limit)


def _worked(name: str, work: Callable[[], object], limit: float) -> Measured:
    return _told(name, [working_median_of(work, 1) for _ in range(TIMES)], limit)


def _told(name: str, times: list[float], limit: float) -> Measured:
    return Measured(name, p95(times), limit, "ms", f"{min(times):.0f} to {max(times):.0f} ms")


def _of_thirty_pages() -> tuple[Dossier, int]:
    whole = dossiers.sample()
    dossier = replace(
        whole,
        entries=whole.entries[:110],
        letters=whole.letters[:6],
        attachments=whole.attachments[:4],
        consent_course=whole.consent_course[:20],
    )
    return dossier, len(PdfReader(BytesIO(document.pdf(dossier, SystemClock().now()))).pages)


def _backup(folder: Path) -> Measured:
    store, _key = create_store(folder, SCHOOL, DIRECTOR, SystemClock(), CHEAP)
    for number in range(MEGABYTES * 1024 * 1024 // FILE):
        with store.register.write("bench.filled") as session:
            attachments.add(session, os.urandom(FILE), f"{number}", "application/pdf")
    store.damaged(backups.here)  # as the program does after every opening, beside the work
    took = milliseconds(lambda: backups.make(store))
    store.close()
    return Measured(f"backup of {MEGABYTES} MB", took, 2_000, "ms")


def main() -> int:
    """Only these; the exit code tells whether all were kept."""
    kept = True
    with tempfile.TemporaryDirectory() as folder:
        for measured in measure(Path(folder)):
            sys.stdout.write(f"{measured.line()}\n")
            sys.stdout.flush()
            kept = kept and measured.holds
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())

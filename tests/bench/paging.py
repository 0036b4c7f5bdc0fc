"""From unlocking to a painted Vandaag, and the opening of every page, on the sample school."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from app.application import open_meldboek
from app.kernel.clock import SystemClock
from app.sample.school import Sample
from tests.bench import unlocking
from tests.bench.measuring import Measured, milliseconds
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.kit.theme import apply_theme
from ui.shell.window import Shell, opened


def measure(sample: Sample) -> Iterator[Measured]:
    """Unlock in processes of their own; then open each page of one window a few times."""
    director = sample.users[0]
    yield unlocking.measure(sample.folder, director.name, director.passphrase)
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app)
    meldboek = open_meldboek(sample.folder, director.name, director.passphrase, SystemClock())
    shell = opened(meldboek, Jobs(inline=True), Dialogs())
    shell.resize(1440, 900)
    shell.start()
    shell.show()
    yield from _pages(shell, app)
    shell.rest()
    shell.desk.meldboek.store.close()


def _pages(shell: Shell, app: QApplication) -> Iterator[Measured]:
    for name in shell.pages:

        def open_it(name: str = name) -> None:
            shell.go(name)
            shell.grab()

        times = []
        for _ in range(5):
            shell.go(next(iter(shell.pages)))
            app.processEvents()
            times.append(milliseconds(open_it))
        yield Measured(f"opening the page {name}", statistics.median(times), 100, "ms", f"first {times[0]:.0f} ms")

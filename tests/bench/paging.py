"""From unlocking to a painted Vandaag, and the opening of every page, on the sample school."""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication

from app.application import start
from app.kernel.clock import SystemClock
from app.sample.school import Sample
from app.vault import keyfile, keyring
from app.vault.store import open_store
from tests.bench.measuring import Measured, milliseconds
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.kit.theme import apply_theme
from ui.shell.loading import load_rest
from ui.shell.window import Shell


def measure(sample: Sample) -> Iterator[Measured]:
    """Open the school five times; then open each page twice in the last window."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    apply_theme(app)
    load_rest()  # as the unlock window does while the user types
    times = []
    for _ in range(5):
        took, shell = _unlock(sample, app)
        times.append(took)
        pages = list(_pages(shell, app))
        shell.desk.meldboek.store.close()
        shell.deleteLater()
        app.processEvents()
    yield Measured("unlock to a painted Vandaag, key derivation apart", statistics.median(times), 200, "ms")
    yield from pages


def _unlock(sample: Sample, app: QApplication) -> tuple[float, Shell]:
    director = sample.users[0]
    keys = keyfile.read(sample.folder)
    derivation = milliseconds(lambda: keyring.open_slot(keys.slot(director.name), director.passphrase, keys.store_id))
    shells = []

    def unlock() -> None:
        meldboek = start(open_store(sample.folder, director.name, director.passphrase, SystemClock()))
        shell = Shell(meldboek, Jobs(inline=True), Dialogs())
        shell.resize(1440, 900)
        shell.start()
        shell.show()
        shell.grab()
        shells.append(shell)

    took = milliseconds(unlock) - derivation
    app.processEvents()
    return took, shells[0]


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

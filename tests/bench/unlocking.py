"""From the right passphrase to a painted Vandaag, in a process that did nothing else before.

``python -m tests.bench.unlocking FOLDER USER`` reads the passphrase from its input and prints milliseconds. What the
unlock window does while the user types is done first; the derivation of the key is done apart, and not counted.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.application import Meldboek, start
from app.kernel.clock import SystemClock
from app.kernel.garbage import settle
from app.vault.keys import keyfile, keyring
from app.vault.store import Store
from tests.bench.measuring import Measured
from ui.kit.cell_row import CellRow, ClickRow
from ui.kit.collecting import Collector
from ui.kit.dialogs import Dialogs
from ui.kit.jobs import Jobs
from ui.kit.theme import apply_theme
from ui.shell.frame import prepared
from ui.shell.loading import load_rest
from ui.shell.warming import Warming
from ui.shell.window import Shell

RUNS = 5
WINDOW = QSize(1440, 900)


def measure(folder: Path, user: str, passphrase: str) -> Measured:
    """The median of several processes."""
    times = [_run(folder, user, passphrase) for _ in range(RUNS)]
    note = f"{RUNS} processes, {min(times):.0f} to {max(times):.0f} ms"
    return Measured("unlock to a painted Vandaag, key derivation apart", statistics.median(times), 200, "ms", note)


def _run(folder: Path, user: str, passphrase: str) -> float:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "tests.bench.unlocking", str(folder), user],
        input=passphrase,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return float(done.stdout.split()[-1])


def main(folder: Path, user: str, passphrase: str) -> None:
    """One unlocking; ends the process."""
    app = QApplication([])
    Collector(app)
    apply_theme(app)
    jobs = Jobs()
    jobs.on_lane(load_rest)
    settle()
    warming = Warming(app, jobs, WINDOW, lambda: True)
    warming.destroyed.connect(app.quit)
    warming.begin()
    app.exec()
    content = keyfile.read(folder)
    slot = content.slot(user)
    opened = keyring.open_slot(slot, passphrase, content.store_id)

    painted = _painted_rows(app)

    def opening() -> Meldboek:
        keys = keyfile.read(folder)
        keyfile.check(keys, opened)
        store = Store(folder, keys, slot.user, opened, SystemClock())
        store.open()
        return start(store)

    frame = prepared(slot.user, SystemClock().today(), WINDOW)  # made while the key is derived

    began = time.perf_counter()
    shell = Shell(jobs.on_lane(opening), jobs, Dialogs(), frame=frame)
    shell.resize(WINDOW)
    shell.start()
    shell.show()
    app.exec()  # ends when Vandaag was painted
    _check(shell, painted)
    sys.stdout.write(f"{(max(painted.values()) - began) * 1000:.1f}\n")
    sys.stdout.flush()
    os._exit(0)


def _painted_rows(app: QApplication) -> dict[QWidget, float]:
    """When each row was really painted; the program's own loop of events ends after the first painting with rows."""
    painted: dict[QWidget, float] = {}

    def watch(kind: type[CellRow | ClickRow]) -> None:
        paint = kind.paintEvent

        def see(row: Any, event: QPaintEvent) -> None:
            paint(row, event)
            painted[row] = time.perf_counter()
            QTimer.singleShot(0, app.quit)

        setattr(kind, "paintEvent", see)  # noqa: B010 - a class of ours, watched for this one moment

    watch(CellRow)
    watch(ClickRow)
    return painted


def _check(shell: Shell, painted: dict[QWidget, float]) -> None:
    """What was painted is the page as it stays: all that can be seen, and every row with its whole height at once."""
    rows = shell.findChildren(CellRow)
    squeezed = [row.words for row in rows if row.height() < row.heightForWidth(row.width())]
    unseen = [
        row.accessibleName()
        for row in (*rows, *shell.findChildren(ClickRow))
        if row not in painted and not row.visibleRegion().isEmpty()
    ]
    if squeezed or unseen:
        raise SystemExit(f"painted before it was laid out: {squeezed}; not painted: {unseen}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.stdin.read())
